select *
from ledger.record
where kind in (1, 14, 15, 16, 17, 18, 19, 20)
    and (xact, id) > (:xact::xid8, :id)
    and xact < pg_snapshot_xmin(pg_current_snapshot())
order by xact, id
limit :limit
