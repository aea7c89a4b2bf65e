-- What people wrote: comments, reasons, names of whom something was given to. The incident chain
-- holds only the digest (SHA-256 over salt and body), so a row can be erased without breaking it.
create table remark (
  site        varchar(32)   not null,
  digest      char(64)      not null,
  about       varchar(160)  not null,
  salt        char(32)      not null,
  body        varchar(2000) not null,
  written_by  varchar(64)   not null,
  written_at  timestamp(3) with time zone not null,
  primary key (site, digest)
);
create index remark_about on remark (site, about, written_at);

-- What lists ask for besides the newest.
create index alert_in_state on alert (site, state, raised_at, alert);
create index alert_of_shed on alert (site, shed, raised_at, alert);
create index incident_in_state on incident (site, state, opened_at, incident);
create index charging_session_open on charging_session (site, ended_at, started_at);
create index socket_command_recent on socket_command (site, ordered_at, command);
create index socket_command_of on socket_command (site, shed, socket, ordered_at);
create index lost_messages_recent on lost_messages (site, noted_at);
