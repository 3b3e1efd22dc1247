-- Mending: the quarantine counted, mended by jobs, and every change of a row kept.

create table delivery_columns (
    delivery bigint primary key references delivery,
    columns  text[] not null
);
comment on table delivery_columns is 'The columns of a delivered file in the file''s order, for sending rows back.';

create table quarantine_tally (
    feed   text   not null,
    state  text   not null,
    reason text   not null,
    field  text,
    col    text,
    day    date   not null,
    rows   bigint not null
);
comment on table quarantine_tally is
    'Changes of the number of quarantined rows; their sum by all columns is the number of rows. Appended to by the '
    'triggers of quarantined_row, so that nobody waits for anybody; summed up from time to time.';
comment on column quarantine_tally.day is 'The day, in Shanghai, on which the row came.';

insert into quarantine_tally
    select feed, state, reason, field, col, (created_at at time zone 'Asia/Shanghai')::date, count(*)
    from quarantined_row group by 1, 2, 3, 4, 5, 6;

create function tally_fresh() returns trigger language plpgsql as $$
begin
    insert into integrations.quarantine_tally
        select feed, state, reason, field, col, (created_at at time zone 'Asia/Shanghai')::date, count(*)
        from fresh group by 1, 2, 3, 4, 5, 6;
    return null;
end $$;
create trigger quarantined_row_came after insert on quarantined_row
    referencing new table as fresh for each statement execute function tally_fresh();

create function tally_changed() returns trigger language plpgsql as $$
begin
    insert into integrations.quarantine_tally
        select feed, state, reason, field, col, (created_at at time zone 'Asia/Shanghai')::date, sum(n)
        from (select feed, state, reason, field, col, created_at, 1 as n from after_change
            union all select feed, state, reason, field, col, created_at, -1 from before_change) change
        group by 1, 2, 3, 4, 5, 6 having sum(n) <> 0;
    return null;
end $$;
create trigger quarantined_row_moved after update on quarantined_row
    referencing old table as before_change new table as after_change
    for each statement execute function tally_changed();

create index quarantined_by_reason on quarantined_row (reason, state, id, feed, field, col, created_at);
create index quarantined_by_column on quarantined_row (col, state, id, feed, created_at) where col is not null;
create index quarantined_by_field on quarantined_row (field, state, id, feed, created_at) where field is not null;
create index quarantined_by_time on quarantined_row (state, created_at, id);

create table mending (
    id          bigint generated always as identity primary key,
    action      text        not null check (action in ('replay', 'mend', 'discard', 'import')),
    filter      json        not null,
    rule        json,
    reason      text,
    actor       text        not null,
    created_at  timestamptz not null default now(),
    state       text        not null check (state in ('open', 'finished', 'cancelled', 'failed')),
    started_at  timestamptz,
    finished_at timestamptz,
    ended_by    text,
    total       bigint      not null,
    until_id    bigint      not null,
    last_id     bigint      not null default 0,
    seen        bigint      not null default 0,
    landed      bigint      not null default 0,
    waiting     bigint      not null default 0,
    refused     bigint      not null default 0,
    discarded   bigint      not null default 0,
    unchanged   bigint      not null default 0,
    settled     bigint      not null default 0,
    failure     text,
    summary     json
);
create index mending_open on mending (id) where state = 'open';
comment on table mending is 'A job over quarantined rows, done in small transactions; a crash continues it behind last_id.';
comment on column mending.until_id is 'The highest number of a row when the job was asked for: later rows are not touched.';
comment on column mending.settled is 'Rows that somebody else had landed or discarded before their turn.';
comment on column mending.unchanged is 'Rows that the rule leaves as they are, which are not tried.';
comment on column mending.summary is 'Of an import: what was in the file beside the changed rows.';

create table mending_change (
    mending   bigint not null references mending,
    row       bigint not null references quarantined_row,
    corrected json   not null,
    primary key (mending, row)
);
comment on table mending_change is 'Rows as a department sent them back, personal numbers replaced, until the job has tried them.';

create table mending_row (
    id      bigint generated always as identity primary key,
    row     bigint      not null references quarantined_row,
    mending bigint      references mending,
    actor   text        not null,
    at      timestamptz not null default now(),
    action  text        not null check (action in ('replay', 'mend', 'discard', 'import', 'read-again')),
    outcome text        not null check (outcome in ('landed', 'waits', 'refused', 'discarded', 'read-again')),
    changes json,
    note    text
);
create index mending_row_of on mending_row (row, id);
create index mending_row_refused on mending_row (mending, id) where outcome = 'refused';
comment on table mending_row is 'What was done with a quarantined row, by whom: the row''s history.';
comment on column mending_row.changes is 'The cells that were changed: column, from, to; personal numbers replaced.';

create function keep_history() returns trigger language plpgsql as $$
begin
    raise exception 'integrations.mending_row is history: % is refused', tg_op;
end $$;
create trigger mending_row_kept before update or delete on mending_row
    for each row execute function keep_history();
