-- What consequences hang on: permits (3), commitments (5), listings (6, 7), and of every kind what is no longer in effect.
create index record_consequences on record (xact, id)
    where kind in (3, 5, 6, 7) or state in ('withdrawn', 'repaired', 'expired');
