-- Signs that a business went on under another name, for a person to judge. Nothing is scored.

create table phoenix_alert (
    id         bigint generated always as identity primary key,
    digest     text        not null unique,
    sign       text        not null,
    businesses text[]      not null,
    people     integer     not null,
    addresses  text[]      not null,
    records    bigint[]    not null,
    found_on   date        not null,
    known_at   timestamptz not null default now()
);
create index phoenix_alert_businesses on phoenix_alert using gin (businesses);
comment on column phoenix_alert.digest is 'SHA-256 of sign and businesses: the same sign is told once.';
comment on column phoenix_alert.businesses is 'Credit codes in the order in which they followed each other.';
comment on column phoenix_alert.records is 'The ledger''s records that say so.';

create table phoenix_judgement (
    id      bigint generated always as identity primary key,
    alert   bigint      not null references phoenix_alert (id),
    verdict text        not null check (verdict in ('confirmed', 'dismissed')),
    note    text        not null,
    actor   text        not null,
    at      timestamptz not null default now()
);
create index phoenix_judgement_alert on phoenix_judgement (alert, id);
comment on table phoenix_judgement is 'What people made of the alerts; the latest counts. Rows are appended.';
