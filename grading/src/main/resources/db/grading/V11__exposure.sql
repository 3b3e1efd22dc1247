-- What the exposure to related parties does to the grades. The exposures themselves are records of the ledger (kind 21).

create table exposed (
    subject text collate "C" primary key,
    own     smallint not null check (own between 0 and 3),
    colour  smallint not null check (colour between 0 and 3)
);
comment on table exposed is 'The present grade of each business to which a related party''s conduct comes, with and without it. A projection.';

create table exposure_run (
    id          bigint generated always as identity primary key,
    as_of       date        not null,
    everybody   boolean     not null,
    looked      bigint      not null,
    found       bigint      not null,
    appended    bigint      not null,
    withdrawn   bigint      not null,
    load_ms     bigint      not null,
    work_ms     bigint      not null,
    started_at  timestamptz not null,
    finished_at timestamptz not null
);
comment on column exposure_run.looked is 'How many businesses were looked at.';
comment on column exposure_run.found is 'How many of them another''s conduct reaches with an effect that counts.';
comment on column exposure_run.load_ms is 'Reading the ledger or the graph''s neighbourhoods.';

create table exposure_place (
    only_one      boolean primary key default true check (only_one),
    relation_xact xid8        not null,
    relation_id   bigint      not null,
    reached_at    timestamptz not null
);
comment on table exposure_place is 'How far the relations have been followed. Changed colours have a place of their own in ledger.outbox_cursor.';
comment on column exposure_place.reached_at is 'When everything known then was worked in.';
