-- The matters that stand: of each the latest version, where it is in effect. A feed's records lie close together, so a
-- block range index finds them at hardly any cost for appending.
create index record_feed on record using brin (feed text_bloom_ops) with (autosummarize = on);

create view standing_matter as
select r.id, r.feed, r.kind, r.record_key, r.event_date
from record r
where r.state in ('effective', 'corrected')
    and not exists (
        select 1 from record later
        where later.kind = r.kind and later.record_key = r.record_key and later.version > r.version);
comment on view standing_matter is 'Records in effect that are their matter''s latest version.';
