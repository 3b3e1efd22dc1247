-- What follows from records: measures, listings, commitments. The state on a matter's row is the state of its last step.

create table follower (
    name text primary key,
    xact xid8   not null,
    id   bigint not null
);
comment on table follower is 'How far a follower of the ledger has come.';

create table measure (
    id            bigint generated always as identity primary key,
    entry         text        not null,
    kind          text        not null,
    category      text        not null,
    department    text        not null,
    business      text collate "C" not null,
    ground_kind   smallint,
    ground_key    text collate "C",
    ground_record bigint,
    ground        text        not null,
    state         text        not null,
    proposed_by   text        not null,
    proposed_at   timestamptz not null,
    confirmed_by  text,
    served_on     date,
    served_way    text,
    hearing_due   date,
    heard         boolean     not null default false,
    in_force_from date,
    until         date,
    check (confirmed_by is null or confirmed_by <> proposed_by),
    check ((ground_kind is null) = (ground_key is null)),
    check (kind <> 'MEASURE' or ground_key is not null)
);
create unique index measure_open on measure (business, entry) where state not in ('REFUSED', 'DROPPED', 'LIFTED');
create index measure_ground on measure (ground_kind, ground_key) where state not in ('REFUSED', 'DROPPED', 'LIFTED');
create index measure_until on measure (until) where state not in ('REFUSED', 'DROPPED', 'LIFTED');
create index measure_business on measure (business, id);
create index measure_department on measure (department, state, id);
comment on table measure is 'A measure of the catalogue on a business, with the record that is its ground. An incentive may rest on a colour.';

create table measure_step (
    id     bigint generated always as identity primary key,
    matter bigint      not null references measure,
    state  text        not null,
    at     timestamptz not null,
    actor  text        not null,
    note   text        not null
);
create index measure_step_matter on measure_step (matter, id);

create table listing (
    id            bigint generated always as identity primary key,
    list          text        not null,
    ground_no     text        not null,
    kind          text        not null,
    business      text collate "C" not null,
    department    text        not null,
    evidence      bigint,
    document      text,
    facts         text        not null,
    state         text        not null,
    proposed_by   text        not null,
    proposed_at   timestamptz not null,
    served_on     date,
    hearing_due   date,
    heard         boolean     not null default false,
    decided_by    text,
    listed_on     date,
    until         date,
    record_key    text collate "C",
    removal_asked_by text,
    removal_reason   text,
    removed_on    date,
    check (decided_by is null or decided_by <> proposed_by),
    check (evidence is not null or document is not null)
);
create unique index listing_open on listing (business, list, ground_no)
    where state not in ('REFUSED', 'DROPPED', 'REMOVED');
create index listing_record on listing (kind, record_key) where record_key is not null;
create index listing_until on listing (until) where state in ('LISTED', 'REMOVAL_ASKED');
create index listing_business on listing (business, id);
comment on column listing.evidence is 'The record of the ledger that the ground rests on, where it rests on one.';
comment on column listing.record_key is 'The listing''s matter in the ledger, once decided.';

create table listing_step (
    id     bigint generated always as identity primary key,
    matter bigint      not null references listing,
    state  text        not null,
    at     timestamptz not null,
    actor  text        not null,
    note   text        not null
);
create index listing_step_matter on listing_step (matter, id);

create table commitment (
    id           bigint generated always as identity primary key,
    kind         text        not null,
    business     text collate "C" not null,
    matter       text        not null,
    content      text        not null,
    department   text        not null,
    items        text[]      not null,
    made_on      date        not null,
    until        date        not null,
    check_by     date        not null,
    signer       text        not null,
    published    boolean     not null,
    record_key   text collate "C" not null,
    state        text        not null,
    created_by   text        not null,
    created_at   timestamptz not null,
    confirmed_on date,
    inspection   bigint,
    banned_until date,
    check (until >= made_on)
);
create unique index commitment_record on commitment (record_key);
create index commitment_business on commitment (business, id);
create index commitment_due on commitment (until) where state = 'SIGNED';
comment on column commitment.items is 'Check items that it stands for while it is kept, of kinds that may.';
comment on column commitment.inspection is 'The inspection record that found the breach.';

create table commitment_step (
    id     bigint generated always as identity primary key,
    matter bigint      not null references commitment,
    state  text        not null,
    at     timestamptz not null,
    actor  text        not null,
    note   text        not null
);
create index commitment_step_matter on commitment_step (matter, id);

create trigger measure_not_removed before delete or truncate on measure
    for each statement execute function refuse_change();
create trigger measure_step_append_only before update or delete or truncate on measure_step
    for each statement execute function refuse_change();
create trigger listing_not_removed before delete or truncate on listing
    for each statement execute function refuse_change();
create trigger listing_step_append_only before update or delete or truncate on listing_step
    for each statement execute function refuse_change();
create trigger commitment_not_removed before delete or truncate on commitment
    for each statement execute function refuse_change();
create trigger commitment_step_append_only before update or delete or truncate on commitment_step
    for each statement execute function refuse_change();
