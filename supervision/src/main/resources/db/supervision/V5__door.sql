-- What lists at the door are looked up by.

create index visit_officers on visit using gin (officers);
create index visit_days on visit (window_from, window_until);
create index visit_task_proposed on visit_task (id) where state = 'PROPOSED';
create index entry_scan_refused on entry_scan (id) where not admitted;
create index entry_scan_certificate on entry_scan (certificate, id) where certificate is not null;
create index entry_scan_failures on entry_scan using gin (failures) where not admitted;
