-- Since when an alert that flaps has been coming again and again: what is said once says so.
alter table alert add column flap_since timestamp(3) with time zone;
