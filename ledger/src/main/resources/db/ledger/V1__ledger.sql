-- The ledger: what departments said and what was decided on it. Rows are appended, never changed.

create table record (
    id              bigint generated always as identity primary key,
    xact            xid8        not null default pg_current_xact_id(),
    known_at        timestamptz not null default now(),
    kind            smallint    not null,
    subject         text collate "C" not null,
    record_key      text collate "C" not null,
    version         integer     not null,
    event_date      date        not null,
    document        text,
    department      text        not null,
    state           text        not null,
    severity        text,
    amount          numeric(18, 2),
    published_from  date,
    published_until date,
    fields          jsonb       not null,
    digest          bytea       not null,
    feed            text        not null,
    batch           bigint      not null,
    line            integer     not null,
    original        text        not null,
    constraint record_version unique (kind, record_key, version)
);
create index record_subject on record (subject);
create index record_relations on record (xact, id) where kind in (1, 14, 15);
comment on table record is 'One version of one statement of a department about one business.';
comment on column record.known_at is 'When the ledger came to know it: the start of the transaction that appended it.';
comment on column record.event_date is 'The day on which what it says became true.';
comment on column record.record_key is 'What identifies the matter within its kind, such as a penalty decision''s number.';
comment on column record.digest is 'SHA-256 of the mapped fields: equal digests, equal content.';
comment on column record.original is 'The row as received, as a JSON object; personal numbers are replaced by keyed hashes.';

create table grade (
    id             bigint generated always as identity primary key,
    known_at       timestamptz not null default now(),
    subject        text collate "C" not null,
    as_of          date        not null,
    colour         smallint    not null check (colour between 0 and 3),
    score          numeric     not null,
    urgency        numeric     not null,
    policy         text        not null,
    policy_version text        not null,
    policy_digest  text        not null,
    receipt        text        not null,
    receipt_digest text        not null
);
create index grade_subject on grade (subject, id);
comment on column grade.colour is '0 blue, 1 yellow, 2 orange, 3 red.';
comment on column grade.urgency is 'Order within a colour: the highest comes first to an inspector.';
comment on column grade.receipt is 'Canonical JSON, byte for byte.';

create table audit (
    seq       bigint primary key,
    at        timestamptz not null,
    actor     text        not null,
    action    text        not null,
    object    text        not null,
    detail    text        not null,
    leaf_hash bytea       not null
);
comment on table audit is 'Leaves of an append-only Merkle log by RFC 9162.';

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'ledger.% is append-only: % is refused', tg_table_name, tg_op;
end $$;
create trigger record_append_only before update or delete or truncate on record
    for each statement execute function refuse_change();
create trigger grade_append_only before update or delete or truncate on grade
    for each statement execute function refuse_change();
create trigger audit_append_only before update or delete or truncate on audit
    for each statement execute function refuse_change();

-- Projections: the present, derived from the tables above.

create table business (
    code                 text collate "C" primary key,
    name                 text not null,
    legal_form           text,
    legal_representative text,
    capital              numeric(18, 2),
    capital_text         text,
    industry             text collate "C",
    region               text collate "C",
    address              text,
    scope                text,
    status               text not null,
    established          date not null,
    record_id            bigint not null
);
create index business_region on business (region text_pattern_ops, industry text_pattern_ops);

create table standing (
    subject  text collate "C" primary key,
    colour   smallint    not null,
    score    numeric     not null,
    urgency  numeric     not null,
    grade_id bigint      not null,
    as_of    date        not null,
    since    timestamptz not null
);
create index standing_colour on standing (colour desc, urgency desc, subject);

-- Work to do, written in the transaction that makes it necessary.

create table regrade_ticket (
    id          bigint generated always as identity primary key,
    subject     text collate "C" not null,
    reason      text        not null,
    enqueued_at timestamptz not null default now()
);
create index regrade_ticket_subject on regrade_ticket (subject);

create table outbox (
    id         bigint generated always as identity primary key,
    xact       xid8        not null default pg_current_xact_id(),
    topic      text        not null,
    subject    text        not null,
    payload    jsonb       not null,
    created_at timestamptz not null default now()
);
create index outbox_order on outbox (xact, id);

create table outbox_cursor (
    consumer text primary key,
    xact     xid8   not null,
    id       bigint not null
);
