-- Where a phone is reached whose page is closed, and what it is still to be told: the address that
-- its browser drew at a push service and the keys to seal words for it, nothing about anybody. A row
-- goes with its wish, or after the wish's last word.
create table wish_phone (
  token        varchar(32)   not null primary key,
  site         varchar(32)   not null,
  address      varchar(2000) not null,
  phone_keys   varchar(200)  not null,
  language     varchar(2)    not null,
  stage        varchar(10),
  shed         varchar(32),
  socket       integer,
  useful_until timestamp(3) with time zone,
  due_at       timestamp(3) with time zone,
  attempts     integer       not null
);
create index wish_phone_due on wish_phone (site, due_at);
