-- Fly-lines that people reported without a name. The photo was drawn anew when it came: at most
-- 1,000,000 bytes, no metadata.
create table fly_line_report (
  report       varchar(16)  not null primary key,
  site         varchar(32)  not null,
  building     varchar(32)  not null,
  place        varchar(100) not null,
  note         varchar(500) not null,
  photo        bytea,
  incident     varchar(160) not null references incident (incident),
  reported_at  timestamp(3) with time zone not null,
  answer       varchar(500),
  answered_at  timestamp(3) with time zone
);
create index fly_line_report_recent on fly_line_report (site, reported_at);
