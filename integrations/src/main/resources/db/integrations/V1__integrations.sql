-- Feeds: what was delivered, and the rows that could not land.

create table delivery (
    id          bigint generated always as identity primary key,
    feed        text        not null,
    file        text        not null,
    sha256      text        not null,
    size        bigint      not null,
    received_at timestamptz not null default now(),
    state       text        not null check (state in ('receiving', 'done', 'refused')),
    same_as     bigint      references delivery,
    next_row    bigint      not null default 0,
    rows_read   bigint      not null default 0,
    fresh       bigint      not null default 0,
    same        bigint      not null default 0,
    corrected   bigint      not null default 0,
    quarantined bigint      not null default 0,
    waiting     bigint      not null default 0,
    repeated    bigint      not null default 0,
    reason      text,
    message     text,
    kept_as     text,
    finished_at timestamptz
);
create unique index delivery_content on delivery (feed, sha256) where state <> 'refused' and same_as is null;
create index delivery_order on delivery (feed, id);
comment on table delivery is 'One file as it was received.';
comment on column delivery.sha256 is 'Of the file''s bytes: a file of the same content is delivered once.';
comment on column delivery.same_as is 'The delivery that brought the same content before; such a delivery lands nothing.';
comment on column delivery.next_row is 'The row, from 0, at which reading goes on after an interruption.';
comment on column delivery.fresh is 'Records of matters unknown before; same and corrected likewise, of records.';
comment on column delivery.quarantined is 'Rows in the quarantine, to be mended; waiting are those that wait for a registration.';
comment on column delivery.repeated is 'Faulty or waiting rows that an earlier delivery of the feed brought into the quarantine already.';
comment on column delivery.kept_as is 'Where the file went, below the feed''s folder.';

create table quarantined_row (
    id         bigint generated always as identity primary key,
    delivery   bigint      not null references delivery,
    feed       text        not null,
    row_index  bigint      not null,
    line       integer     not null,
    field      text,
    col        text,
    reason     text        not null,
    message    text        not null,
    original   json,
    content    bytea,
    raw        bytea,
    corrected  json,
    state      text        not null check (state in ('open', 'waiting', 'replayed', 'discarded')),
    waits_for  text collate "C",
    created_at timestamptz not null default now(),
    changed_at timestamptz,
    constraint quarantined_once unique (delivery, row_index),
    constraint quarantined_content unique (feed, content)
);
create index quarantined_by_state on quarantined_row (state, id);
create index quarantined_by_feed on quarantined_row (feed, state, id);
create index quarantined_waiting on quarantined_row (waits_for) where state = 'waiting';
comment on table quarantined_row is 'A row that did not land, whole. Its content never changes, its state does.';
comment on column quarantined_row.row_index is 'Its number among the file''s rows, from 0; -1 for the file as a whole.';
comment on column quarantined_row.line is 'Its line or row number in the file, from 1; 0 for the file as a whole.';
comment on column quarantined_row.original is 'From column to text, personal numbers replaced by keyed hashes.';
comment on column quarantined_row.content is 'SHA-256 of the original: the same faulty row sent again is one row here.';
comment on column quarantined_row.raw is 'Its bytes, when some of them are no characters of the feed''s encoding.';
comment on column quarantined_row.corrected is 'The row as it was mended by hand and replayed.';
comment on column quarantined_row.waits_for is 'The credit code whose registration a waiting row waits for.';

create function keep_quarantined() returns trigger language plpgsql as $$
begin
    if tg_op <> 'UPDATE' or (new.delivery, new.feed, new.row_index, new.line, new.original::text, new.raw, new.created_at)
        is distinct from (old.delivery, old.feed, old.row_index, old.line, old.original::text, old.raw, old.created_at) then
        raise exception 'integrations.quarantined_row keeps its content: % is refused', tg_op;
    end if;
    return new;
end $$;
create trigger quarantined_row_kept before update or delete on quarantined_row
    for each row execute function keep_quarantined();
