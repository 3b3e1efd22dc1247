-- Officers (kind 16) are relations too.
drop index record_relations;
create index record_relations on record (xact, id) where kind in (1, 14, 15, 16);
