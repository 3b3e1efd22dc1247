select *
from (
    select distinct on (subject, kind, record_key)
        id, xact, known_at, kind, subject, record_key, version, event_date, document, department, state, severity, amount,
        published_from, published_until, fields, feed, batch, line
    from ledger.record
    where kind = any(:kinds) and known_at <= :knownAt
        and (cast(:snapshot as pg_snapshot) is null or pg_visible_in_snapshot(xact, cast(:snapshot as pg_snapshot)))
    order by subject, kind, record_key, version desc
) known
where event_date <= :asOf
order by subject, kind, record_key
