-- The catalogue of check items as it was handed in over the shipped one.

create table check_item (
    id             text collate "C" not null,
    version        integer     not null,
    category       text        not null,
    item           text        not null,
    kind           text        not null,
    subjects       text        not null,
    method         text        not null,
    legal_basis    text        not null check (legal_basis <> ''),
    department     text        not null,
    frequency_note text,
    ratio_cap      numeric     check (ratio_cap between 0 and 1),
    industries     text[]      not null,
    source         text        not null,
    confidence     text        not null,
    withdrawn      boolean     not null,
    recorded_at    timestamptz not null,
    actor          text        not null,
    primary key (id, version)
);
comment on table check_item is 'One version of one check item; the highest version is the present one. An item without any stands as it ships.';
create trigger check_item_append_only before update or delete or truncate on check_item
    for each statement execute function refuse_change();
