-- Credit repair and objections: cases, what happened to them, and their materials. Rows are appended, never changed.

create table repair_pack (
    digest  text primary key,
    pack    text not null,
    content text not null
);
comment on table repair_pack is 'The rules by which cases were begun, as their files were then; a case keeps them to its end.';

create table repair_case (
    id          bigint generated always as identity primary key,
    kind        text        not null,
    business    text collate "C" not null,
    record_kind smallint    not null,
    record_key  text collate "C" not null,
    record_id   bigint      not null,
    department  text        not null,
    pack_digest text        not null references repair_pack,
    reasons     text        not null,
    statement   text        not null,
    applied_on  date        not null,
    created_at  timestamptz not null,
    created_by  text        not null
);
create index repair_case_business on repair_case (business, id);
create index repair_case_matter on repair_case (record_kind, record_key);
comment on table repair_case is 'What a business asks for: repair of a record, or that a record is wrong.';
comment on column repair_case.record_id is 'The version of the record in the ledger that was applied for.';
comment on column repair_case.reasons is 'Why these rules govern it, a JSON array.';

create table repair_event (
    repair_case bigint      not null references repair_case,
    number      integer     not null,
    step        text        not null,
    at          timestamptz not null,
    day         date        not null,
    actor       text        not null,
    note        text        not null,
    detail      text        not null,
    primary key (repair_case, number)
);
comment on table repair_event is 'What happened to a case, in its order. Where it stands and which clock runs follows from this and the calendar.';
comment on column repair_event.detail is 'A word of the pack, such as a ground of refusal; days of an extension; a version in the ledger.';

create table repair_material (
    id          bigint generated always as identity primary key,
    repair_case bigint      not null references repair_case,
    material    text        not null,
    name        text        not null,
    type        text        not null,
    size        bigint      not null,
    sha256      bytea       not null,
    scan        text        not null,
    uploaded_at timestamptz not null,
    uploaded_by text        not null,
    check (size > 0 and octet_length(sha256) = 32)
);
create index repair_material_case on repair_material (repair_case, id);
comment on column repair_material.type is 'What the content is, whatever its name says.';
comment on column repair_material.scan is 'What the virus scanner said, or that there is none.';

create table repair_material_part (
    material bigint  not null references repair_material,
    part     integer not null,
    content  bytea   not null,
    primary key (material, part)
);
alter table repair_material_part alter column content set storage external;

create table repair_ban (
    repair_case bigint primary key references repair_case,
    business    text collate "C" not null,
    from_day    date not null,
    until_day   date not null
);
create index repair_ban_business on repair_ban (business, until_day);
comment on table repair_ban is 'No repair after a false promise; until_day is its last day.';

create trigger repair_pack_append_only before update or delete or truncate on repair_pack
    for each statement execute function refuse_change();
create trigger repair_case_append_only before update or delete or truncate on repair_case
    for each statement execute function refuse_change();
create trigger repair_event_append_only before update or delete or truncate on repair_event
    for each statement execute function refuse_change();
create trigger repair_material_append_only before update or delete or truncate on repair_material
    for each statement execute function refuse_change();
create trigger repair_material_part_append_only before update or delete or truncate on repair_material_part
    for each statement execute function refuse_change();
create trigger repair_ban_append_only before update or delete or truncate on repair_ban
    for each statement execute function refuse_change();
