-- What an alert is about besides sheds, which version of its rule raised it, and what time does to it.
alter table alert add column building varchar(32);
alter table alert add column rule_version integer default 1 not null;
-- said once: raised again and again within the rule's time, so no further notice goes out.
alter table alert add column flapping boolean default false not null;
-- Acknowledged long ago and still true: it wants to be acknowledged again.
alter table alert add column realarmed_at timestamp(3) with time zone;
-- Nobody acknowledged it in time.
alter table alert add column escalated_at timestamp(3) with time zone;
create index alert_of_rule on alert (site, rule, shed, socket, raised_at);
create index alert_inhibited on alert (inhibited_by);

-- Every version of a rule that an officer made; version 1 is built in and has no row.
create table rule_version (
  site        varchar(32)  not null,
  rule        varchar(40)  not null,
  version     integer      not null,
  parameters  text         not null,
  changed_by  varchar(64)  not null,
  changed_at  timestamp(3) with time zone not null,
  why         varchar(500) not null,
  primary key (site, rule, version)
);
