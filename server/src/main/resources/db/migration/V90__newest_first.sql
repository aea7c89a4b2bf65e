-- Lists are read newest first, a page at a time. H2 walks an index backwards only when the index
-- says desc; else it sorts all rows for each page, which takes a second at 100,000 incidents.
drop index incident_recent;
drop index incident_in_state;
drop index incident_of_shed;
drop index incident_of_building;
drop index incident_of_kind;
drop index incident_of_severity;
create index incident_recent on incident (site desc, opened_at desc, incident desc);
create index incident_in_state on incident (site desc, state desc, opened_at desc, incident desc);
create index incident_of_shed on incident (site desc, shed desc, opened_at desc, incident desc);
create index incident_of_building on incident (site desc, building desc, opened_at desc, incident desc);
create index incident_of_kind on incident (site desc, kind desc, opened_at desc, incident desc);
create index incident_of_severity on incident (site desc, severity desc, opened_at desc, incident desc);

drop index alert_recent;
drop index alert_in_state;
drop index alert_of_shed;
create index alert_recent on alert (site desc, raised_at desc, alert desc);
create index alert_in_state on alert (site desc, state desc, raised_at desc, alert desc);
create index alert_of_shed on alert (site desc, shed desc, raised_at desc, alert desc);
