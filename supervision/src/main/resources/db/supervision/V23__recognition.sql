-- Grades of other cities, and what this one signs for them.

create table recognition_key (
    id         integer generated always as identity primary key,
    public_key text        not null,
    created_at timestamptz not null
);
comment on column recognition_key.public_key is 'Ed25519, the member x of RFC 8037.';
create table recognition_key_secret (
    key    integer primary key references recognition_key,
    secret text not null
);

create table recognition_partner (
    city        text collate "C" not null,
    level       text        not null,
    version     integer     not null,
    name        text        not null,
    public_key  text        not null,
    colour      text        not null,
    source      text        not null,
    confidence  text        not null,
    recorded_at timestamptz not null,
    actor       text        not null,
    primary key (city, level, version)
);
comment on table recognition_partner is 'What a level of another city is here; the highest version of a level holds.';

create table foreign_grade (
    id          bigint generated always as identity primary key,
    business    text collate "C" not null,
    city        text collate "C" not null,
    level       text        not null,
    colour      text        not null,
    as_of       date        not null,
    valid_until date        not null,
    statement   text        not null,
    digest      text        not null unique,
    accepted_at timestamptz not null,
    actor       text        not null,
    check (valid_until >= as_of)
);
create index foreign_grade_business on foreign_grade (business, id);
comment on table foreign_grade is 'A grade that another city signed, whole, with the colour that it is here. It enters no grade of this city.';

create trigger recognition_key_append_only before update or delete or truncate on recognition_key
    for each statement execute function refuse_change();
create trigger recognition_key_secret_append_only before update or delete or truncate on recognition_key_secret
    for each statement execute function refuse_change();
create trigger recognition_partner_append_only before update or delete or truncate on recognition_partner
    for each statement execute function refuse_change();
create trigger foreign_grade_append_only before update or delete or truncate on foreign_grade
    for each statement execute function refuse_change();
