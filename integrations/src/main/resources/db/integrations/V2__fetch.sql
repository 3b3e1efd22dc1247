-- Remote sources: what was fetched from them, and how each pull went.

create table integrations.fetch (
    id              bigint generated always as identity primary key,
    feed            text        not null,
    file            text        not null,
    sha256          text        not null,
    size            bigint      not null,
    rows            bigint,
    position        json        not null,
    origin          text,
    anew            boolean     not null,
    seen            bytea,
    fetched_at      timestamptz not null default now(),
    acknowledged_at timestamptz,
    constraint fetch_file unique (feed, file)
);
create index fetch_order on integrations.fetch (feed, id);
create unique index fetch_origin on integrations.fetch (feed, origin) where acknowledged_at is null;
comment on table integrations.fetch is 'One file that was fetched from a remote source. The row is the commit: a file with a row goes into the feed''s folder, one without is fetched again.';
comment on column integrations.fetch.file is 'Its name in the feed''s folder, made from the number and the source''s own name.';
comment on column integrations.fetch.rows is 'Rows that were written into it; null where the file came as a whole.';
comment on column integrations.fetch.position is 'Where the source is read on; the latest row of a feed holds.';
comment on column integrations.fetch.origin is 'What the source calls it, such as name, size and time of a remote file: fetched once as long as it is not acknowledged.';
comment on column integrations.fetch.anew is 'Whether the same bytes as before are a new word of the department, and land again.';
comment on column integrations.fetch.seen is 'Digests of the rows that the next pull reads again and leaves out.';
comment on column integrations.fetch.acknowledged_at is 'When the source was told, such as by moving the remote file away.';

create table integrations.pull (
    id         bigint generated always as identity primary key,
    feed       text        not null,
    started_at timestamptz not null,
    ended_at   timestamptz not null,
    state      text        not null check (state in ('ok', 'empty', 'failed')),
    files      bigint      not null,
    rows       bigint      not null,
    bytes      bigint      not null,
    reason     text,
    message    text
);
create index pull_order on integrations.pull (feed, id);
create index pull_by_end on integrations.pull (feed, state, ended_at);
comment on table integrations.pull is 'One look at a remote source, and how it ended.';
comment on column integrations.pull.files is 'Files that it brought, also where it failed later.';
comment on column integrations.pull.reason is 'Why it failed, as a word.';

alter table integrations.delivery add column fetched bigint not null default 0;
drop index integrations.delivery_content;
create unique index delivery_content on integrations.delivery (feed, sha256, fetched)
    where state <> 'refused' and same_as is null;
comment on column integrations.delivery.fetched is 'The fetch that brought it, where the same bytes may be a new word of the department; else 0.';
