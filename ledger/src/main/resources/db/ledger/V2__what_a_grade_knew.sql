-- What a grade knew: a grade replayed by these reads exactly the records it was made of.
alter table grade add column read_at timestamptz, add column snapshot pg_snapshot;
comment on column grade.read_at is 'The receipt''s knownAt: when the records were read.';
comment on column grade.snapshot is 'The transactions that were visible then; null in grades made before it was kept.';
