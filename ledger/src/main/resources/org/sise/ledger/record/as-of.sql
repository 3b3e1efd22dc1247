select *
from (
    select distinct on (kind, record_key) *
    from ledger.record
    where subject = any(:subjects) and known_at <= :knownAt
        and (cast(:snapshot as pg_snapshot) is null or pg_visible_in_snapshot(xact, cast(:snapshot as pg_snapshot)))
    order by kind, record_key, version desc
) known
where event_date <= :asOf
order by subject, event_date, kind, record_key
