-- What the lanes commit. Words are those of the contract; quantities carry their unit.
-- Times are UTC. Every id is derived from what caused the row (shed, boot, seq), so that a second
-- delivery writes the same row again and changes nothing.

-- The state of one lane's shed: positions of its boots, sockets, sessions under way, open alarms.
-- One value, written in the same transaction as its consequences.
create table shed_state (
  site      varchar(32) not null,
  shed      varchar(32) not null,
  state     text        not null,
  saved_at  timestamp(3) with time zone not null,
  primary key (site, shed)
);

create table charging_session (
  session      varchar(160) not null primary key,
  site         varchar(32)  not null,
  shed         varchar(32)  not null,
  socket       integer      not null,
  started_at   timestamp(3) with time zone not null,
  finished_at  timestamp(3) with time zone,
  ended_at     timestamp(3) with time zone,
  watt_hours   double precision not null,
  peak_watts   double precision not null,
  stop_reason  varchar(16)
);
create index charging_session_recent on charging_session (site, started_at, session);
create index charging_session_socket on charging_session (site, shed, socket, started_at);

-- A condition that the server holds true and somebody must act on.
-- occurrence is rule and subject while the alert is active, null from its clear on: one active alert
-- of a kind and subject at a time, and a re-occurrence after the clear is a row of its own.
create table alert (
  alert            varchar(160) not null primary key,
  site             varchar(32)  not null,
  rule             varchar(40)  not null,
  kind             varchar(40)  not null,
  severity         varchar(10)  not null,
  shed             varchar(32),
  socket           integer,
  state            varchar(24)  not null,
  occurrence       varchar(160) unique,
  alarm            varchar(64),
  measured         double precision,
  limit_value      double precision,
  relay_opened     boolean      not null default false,
  raised_at        timestamp(3) with time zone not null,
  cleared_at       timestamp(3) with time zone,
  cleared_why      varchar(200),
  acknowledged_at  timestamp(3) with time zone,
  acknowledged_by  varchar(64),
  assigned_to      varchar(64),
  shelved_until    timestamp(3) with time zone,
  shelved_by       varchar(64),
  shelved_why      varchar(500),
  inhibited_by     varchar(160),
  incident         varchar(160)
);
create index alert_recent on alert (site, raised_at, alert);
create index alert_alarm on alert (site, shed, alarm);

-- The permanent record. open_key is shed and socket (or building) until a person resolves it.
create table incident (
  incident     varchar(160) not null primary key,
  site         varchar(32)  not null,
  kind         varchar(40)  not null,
  severity     varchar(10)  not null,
  shed         varchar(32),
  socket       integer,
  building     varchar(32),
  state        varchar(16)  not null,
  open_key     varchar(160) unique,
  opened_at    timestamp(3) with time zone not null,
  assigned_to  varchar(64),
  resolved_at  timestamp(3) with time zone,
  closed_at    timestamp(3) with time zone
);
create index incident_recent on incident (site, opened_at, incident);

-- Append-only. cause makes a repeated consequence a no-op. Each event carries the SHA-256 of the
-- one before it in its site; incident_chain holds the newest number and hash, and is locked to append.
create table incident_event (
  site           varchar(32)  not null,
  number         bigint       not null,
  incident       varchar(160) not null references incident (incident),
  at             timestamp(3) with time zone not null,
  event          varchar(20)  not null,
  who            varchar(64)  not null,
  detail         text         not null,
  cause          varchar(200) not null,
  previous_hash  char(64)     not null,
  hash           char(64)     not null,
  primary key (site, number),
  unique (site, cause)
);
create index incident_event_of on incident_event (incident, number);

create table incident_chain (
  site    varchar(32) not null primary key,
  number  bigint      not null,
  hash    char(64)    not null
);

create table socket_command (
  command     varchar(64) not null primary key,
  site        varchar(32) not null,
  shed        varchar(32) not null,
  socket      integer     not null,
  action      varchar(16) not null,
  ordered_by  varchar(64) not null,
  ordered_at  timestamp(3) with time zone not null,
  expires_at  timestamp(3) with time zone not null,
  result      varchar(16),
  reason      varchar(200),
  outcome_at  timestamp(3) with time zone
);
create index socket_command_open on socket_command (site, result, expires_at);

-- Limits of one shed, every version that was ever published; the highest is in force.
create table shed_limits (
  site        varchar(32) not null,
  shed        varchar(32) not null,
  version     integer     not null,
  body        text        not null,
  changed_by  varchar(64) not null,
  changed_at  timestamp(3) with time zone not null,
  why         varchar(500) not null,
  primary key (site, shed, version)
);

-- Boots that are over: whatever comes from them counts as received. Remembered for 90 days.
create table closed_boot (
  site       varchar(32) not null,
  shed       varchar(32) not null,
  boot       varchar(64) not null,
  boot_rank  bigint      not null,
  first_at   timestamp(3) with time zone not null,
  closed_at  timestamp(3) with time zone not null,
  primary key (site, shed, boot)
);

-- Seqs whose content is not here. why = awaited: a gap that has been open for 60 s, deleted when it
-- is filled. All others count as received and are gone: dropped by the agent, rejected, never had.
create table lost_messages (
  site      varchar(32) not null,
  shed      varchar(32) not null,
  boot      varchar(64) not null,
  from_seq  bigint      not null,
  to_seq    bigint      not null,
  why       varchar(40) not null,
  noted_at  timestamp(3) with time zone not null,
  primary key (site, shed, boot, from_seq)
);

-- The last 1,000 rejected messages of a site, for staff.
create table rejected_message (
  number       bigint generated by default as identity primary key,
  site         varchar(32)  not null,
  received_at  timestamp(3) with time zone not null,
  topic        varchar(200) not null,
  reason       varchar(24)  not null,
  detail       varchar(200) not null,
  body         text         not null
);
create index rejected_message_of on rejected_message (site, number);

-- One server a site: the holder renews it; a second one refuses to start.
create table site_lease (
  site    varchar(32) not null primary key,
  holder  varchar(64) not null,
  until   timestamp(3) with time zone not null
);

-- Planned outages: alerts of the shed are inhibited, residents see it.
create table maintenance (
  site        varchar(32)  not null,
  shed        varchar(32)  not null,
  started_by  varchar(64)  not null,
  started_at  timestamp(3) with time zone not null,
  until       timestamp(3) with time zone not null,
  why         varchar(500) not null,
  primary key (site, shed)
);
