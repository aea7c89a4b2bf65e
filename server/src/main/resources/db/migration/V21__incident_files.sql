-- Photos and evidence packs. The chain holds their digests only, so a photo can be erased without
-- breaking it. A body has at most 1,000,000 bytes.
create table incident_file (
  site        varchar(32)  not null,
  incident    varchar(160) not null references incident (incident),
  digest      char(64)     not null,
  kind        varchar(10)  not null,
  media_type  varchar(40)  not null,
  bytes       integer      not null,
  body        bytea        not null,
  added_by    varchar(64)  not null,
  added_at    timestamp(3) with time zone not null,
  primary key (site, incident, digest)
);
create index incident_file_of on incident_file (site, digest);

-- When the evidence was frozen; null while it is still to be done.
alter table incident add column evidence_at timestamp(3) with time zone;
create index incident_evidence on incident (site, evidence_at, opened_at);
