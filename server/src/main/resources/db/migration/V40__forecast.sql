-- How each watched charge looked on its plateau: what tells chargers apart, and how far a charge is.
-- Kept as long as the forecast looks back.
create table charge_plateau (
  site         varchar(32) not null,
  shed         varchar(32) not null,
  socket       integer     not null,
  started_at   timestamp(3) with time zone not null,
  start_watts  double precision not null,
  end_watts    double precision not null,
  primary key (site, shed, socket, started_at)
);
