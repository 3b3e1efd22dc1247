-- Feeds under watch: held deliveries, full copies and what they no longer have, days, pulls, alarms.

alter table delivery drop constraint delivery_state_check;
alter table delivery add constraint delivery_state_check check (state in ('receiving', 'held', 'done', 'refused'));
alter table delivery
    add column row_count bigint,
    add column faulty    bigint not null default 0,
    add column withdrawn bigint not null default 0;
update delivery set faulty = quarantined + repeated;
create index delivery_held on delivery (feed) where state = 'held';
comment on column delivery.row_count is 'Rows of the file, counted before anything landed; null where nobody counted.';
comment on column delivery.faulty is 'Rows that were refused when they came, whether mended since or not.';
comment on column delivery.withdrawn is 'Matters that were withdrawn since this full copy lacks them.';

create table hold (
    id         bigint generated always as identity primary key,
    delivery   bigint      not null references delivery,
    feed       text        not null,
    reason     text        not null,
    measured   numeric     not null,
    usual      numeric,
    least      numeric,
    most       numeric,
    message    text        not null,
    held_at    timestamptz not null default now(),
    decision   text check (decision in ('accepted', 'refused', 'replaced')),
    decided_by text,
    decided_at timestamptz
);
create unique index hold_open on hold (delivery) where decision is null;
create index hold_feed on hold (feed, id);
comment on table hold is 'A delivery was stopped for a person to look: why, with which figures, and what the person said.';
comment on column hold.usual is 'With what the measured figure was compared: a median, or the matters that stand.';
comment on column hold.decided_by is 'The account of the person; null where a file of the same name took the place.';

create table snapshot_key (
    delivery   bigint   not null,
    kind       smallint not null,
    record_key text collate "C" not null,
    event_date date
);
comment on table snapshot_key is 'The matters that a full copy has, while it is being read. Work; empty in between.';

create table vanished_matter (
    delivery bigint not null,
    record   bigint not null,
    primary key (delivery, record)
);
comment on table vanished_matter is 'Records that a full copy lacks and that are yet to be withdrawn. Work; empty in between.';


create table feed_day (
    feed         text   not null,
    day          date   not null,
    files        bigint not null default 0,
    refused      bigint not null default 0,
    rows         bigint not null default 0,
    fresh        bigint not null default 0,
    same         bigint not null default 0,
    corrected    bigint not null default 0,
    withdrawn    bigint not null default 0,
    quarantined  bigint not null default 0,
    waiting      bigint not null default 0,
    last_file_at timestamptz,
    last_row_at  timestamptz,
    primary key (feed, day)
);
create index feed_day_day on feed_day (day);
comment on table feed_day is 'What came of a feed on a day of Asia/Shanghai. Counts only grow: a row mended later stays counted.';
comment on column feed_day.files is 'Files read to their end, those of known content among them; refused ones are counted beside.';

insert into feed_day (feed, day, files, refused, rows, fresh, same, corrected, quarantined, waiting, last_file_at, last_row_at)
select feed, (received_at at time zone 'Asia/Shanghai')::date, count(*) filter (where state = 'done'),
    count(*) filter (where state = 'refused'), sum(rows_read), sum(fresh), sum(same), sum(corrected), sum(faulty),
    sum(waiting), max(finished_at) filter (where state = 'done'), max(finished_at) filter (where rows_read > 0)
from delivery group by 1, 2;

create function count_feed_day() returns trigger language plpgsql as $$
declare
    ended boolean := new.finished_at is not null and old.finished_at is null;
begin
    if tg_op = 'UPDATE' and not ended and (new.rows_read, new.fresh, new.same, new.corrected, new.withdrawn, new.faulty,
        new.waiting) = (old.rows_read, old.fresh, old.same, old.corrected, old.withdrawn, old.faulty, old.waiting) then
        return null;
    end if;
    insert into integrations.feed_day as d (feed, day, files, refused, rows, fresh, same, corrected, withdrawn,
        quarantined, waiting, last_file_at, last_row_at)
    values (new.feed, (now() at time zone 'Asia/Shanghai')::date,
        case when ended and new.state = 'done' then 1 else 0 end,
        case when ended and new.state = 'refused' then 1 else 0 end,
        new.rows_read - coalesce(old.rows_read, 0), new.fresh - coalesce(old.fresh, 0),
        new.same - coalesce(old.same, 0), new.corrected - coalesce(old.corrected, 0),
        new.withdrawn - coalesce(old.withdrawn, 0), new.faulty - coalesce(old.faulty, 0),
        greatest(0, new.waiting - coalesce(old.waiting, 0)),
        case when ended and new.state = 'done' then now() end,
        case when new.rows_read > coalesce(old.rows_read, 0) then now() end)
    on conflict (feed, day) do update set files = d.files + excluded.files, refused = d.refused + excluded.refused,
        rows = d.rows + excluded.rows, fresh = d.fresh + excluded.fresh, same = d.same + excluded.same,
        corrected = d.corrected + excluded.corrected, withdrawn = d.withdrawn + excluded.withdrawn,
        quarantined = d.quarantined + excluded.quarantined, waiting = d.waiting + excluded.waiting,
        last_file_at = coalesce(excluded.last_file_at, d.last_file_at),
        last_row_at = coalesce(excluded.last_row_at, d.last_row_at);
    return null;
end $$;
comment on function count_feed_day() is
    'At the end of the transaction, when the ledger''s locks are held already, so that no two transactions wait for each other.';
create constraint trigger delivery_counted after insert or update on delivery
    deferrable initially deferred for each row execute function count_feed_day();

create table alarm (
    id        bigint generated always as identity primary key,
    feed      text        not null,
    kind      text        not null check (kind in ('late', 'silent', 'held', 'failing')),
    message   text        not null,
    opened_at timestamptz not null default now(),
    closed_at timestamptz
);
create unique index alarm_open on alarm (feed, kind) where closed_at is null;
create index alarm_feed on alarm (feed, id);
comment on table alarm is 'A feed that a person should look after: since when, and until when.';
