-- Planned walks past buildings, and what was found.
create table patrol (
  patrol      varchar(40) not null primary key,
  site        varchar(32) not null,
  starts_at   timestamp(3) with time zone not null,
  minutes     double precision not null,
  planned_at  timestamp(3) with time zone not null,
  planned_by  varchar(64) not null
);
create index patrol_recent on patrol (site, starts_at, patrol);

-- expected: wires that a visit was expected to find, before any finding of this patrol;
-- by_pressure: the same by pressure alone, which the next patrols learn from.
create table patrol_stop (
  patrol       varchar(40)  not null references patrol (patrol) on delete cascade,
  place        integer      not null,
  building     varchar(32)  not null,
  expected     double precision not null,
  by_pressure  double precision not null,
  reason_zh    varchar(300) not null,
  reason_en    varchar(300) not null,
  wires        integer,
  cleared      boolean,
  found_at     timestamp(3) with time zone,
  found_by     varchar(64),
  primary key (patrol, place),
  unique (patrol, building)
);
