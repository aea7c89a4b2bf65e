-- Who was turned away, as estimated at night. imported: one of a charging vendor's past orders, not
-- measured here.
alter table charging_session add column imported boolean not null default false;

-- One night's estimate: on what data, and how far to trust its total.
create table pressure_fit (
  site               varchar(32) not null,
  fitted_at          timestamp(3) with time zone not null,
  from_at            timestamp(3) with time zone not null,
  to_at              timestamp(3) with time zone not null,
  sessions           integer not null,
  orders             integer not null,
  guessed_ends       integer not null,
  dark_hours         double precision not null,
  relative_variance  double precision not null,
  inside_variance    double precision not null,
  took_millis        integer not null,
  primary key (site, fitted_at)
);

-- Expected turned-away bikes of one group of buildings (those with these sheds in this order) by hour
-- of one day; 24 numbers with commas. A later night overwrites the days that it looked at.
create table pressure_day (
  site               varchar(32)  not null,
  on_day             date         not null,
  sheds              varchar(400) not null,
  turned_away        varchar(400) not null,
  relative_variance  double precision not null,
  primary key (site, on_day, sheds)
);

-- What one shed saw on that day; minutes by hour, 24 numbers with commas.
create table pressure_shed_day (
  site          varchar(32)  not null,
  on_day        date         not null,
  shed          varchar(32)  not null,
  arrivals      integer      not null,
  full_minutes  varchar(400) not null,
  dark_minutes  varchar(400) not null,
  primary key (site, on_day, shed)
);
