-- Photos of what a patrol found. Each was drawn anew when it came: a JPEG of at most 1,000,000
-- bytes, no metadata. photo is the SHA-256 of its bytes, so the same photo twice is one.
create table patrol_photo (
  patrol    varchar(40) not null,
  building  varchar(32) not null,
  photo     char(64)    not null,
  body      bytea       not null,
  added_by  varchar(64) not null,
  added_at  timestamp(3) with time zone not null,
  primary key (patrol, building, photo),
  foreign key (patrol, building) references patrol_stop (patrol, building) on delete cascade
);
