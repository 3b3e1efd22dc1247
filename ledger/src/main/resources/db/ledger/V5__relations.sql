-- Branches (17), supplies (18), telephone numbers (19) and members of concerts (20) are relations too.
drop index record_relations;
create index record_relations on record (xact, id) where kind in (1, 14, 15, 16, 17, 18, 19, 20);
