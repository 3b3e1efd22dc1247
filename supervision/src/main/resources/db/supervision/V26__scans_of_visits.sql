-- Most scans at a door without a task belong to no visit: the index by visit leaves them out.

drop index entry_scan_visit;
create index entry_scan_visit on entry_scan (visit, id) where visit is not null;
