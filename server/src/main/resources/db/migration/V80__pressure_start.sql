-- What the newest night found of people, for the next night to begin with: demand per household by
-- group (those of group_keys, in that order) and the logarithms of the week's rhythm; numbers with
-- commas.
create table pressure_start (
  site        varchar(32) not null primary key,
  kappa       double precision not null,
  wander      double precision not null,
  again       double precision not null,
  alpha       double precision not null,
  group_keys  text not null,
  weights     text not null,
  rhythm      text not null
);
