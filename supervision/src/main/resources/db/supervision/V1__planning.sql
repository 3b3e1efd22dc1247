-- Inspection planning: who may inspect, the plans, and what was frozen, committed and drawn.

create table inspector (
    certificate text collate "C" not null,
    version     integer     not null,
    name        text        not null,
    region      text collate "C" not null,
    field       text        not null,
    max_load    integer     not null check (max_load >= 0),
    valid_until date        not null,
    recorded_at timestamptz not null,
    actor       text        not null,
    primary key (certificate, version)
);
comment on table inspector is 'One version of one inspector; the highest version is the present one.';

create table recusal (
    id          bigint generated always as identity primary key,
    certificate text collate "C" not null,
    code        text collate "C" not null,
    reason      text        not null,
    declared_at timestamptz not null,
    actor       text        not null
);
create index recusal_certificate on recusal (certificate, code);
comment on table recusal is 'Who may not inspect which business, and why. The reason is never published.';

create table plan_number (
    period text primary key,
    last   integer not null
);
comment on table plan_number is 'The last number given to a plan in a quarter.';

create table plan (
    id               text collate "C" primary key,
    seq              bigint generated always as identity unique,
    title            text        not null,
    industries       text[]      not null,
    regions          text[]      not null,
    ratios           numeric[]   not null,
    items            text[]      not null,
    mandatory_items  text[]      not null,
    items_per_object integer     not null,
    inspectors       text[]      not null,
    state            text        not null,
    created_at       timestamptz not null,
    created_by       text        not null,
    commitment       text,
    objects_root     text,
    sizes            integer[],
    committed_at     timestamptz,
    audit_seq        bigint,
    beacon_source    text,
    beacon_value     text,
    drawn_at         timestamptz,
    cancel_reason    text
);
comment on column plan.ratios is 'By stratum in the order RED, ORANGE, YELLOW, BLUE; sizes likewise.';
comment on column plan.audit_seq is 'The line of the audit log that holds the commitment.';

create table plan_secret (
    plan   text collate "C" primary key references plan,
    secret text not null
);
comment on table plan_secret is 'The secret behind a commitment, 64 hexadecimal digits. It is public only as a part of the transcript.';

create table frozen_file (
    plan    text collate "C" not null references plan,
    name    text   not null,
    sha256  text   not null,
    size    bigint not null,
    content bytea  not null,
    primary key (plan, name)
);
alter table frozen_file alter column content set storage external;
comment on table frozen_file is 'The files of a plan''s published folder.';
comment on column frozen_file.content is 'The file, by gzip; digest and size are those of the file itself.';

create table plan_event (
    id         bigint generated always as identity primary key,
    plan       text collate "C" not null references plan,
    at         timestamptz not null,
    actor      text        not null,
    state      text        not null,
    note       text        not null
);
create index plan_event_plan on plan_event (plan, id);
comment on table plan_event is 'What happened to a plan, and the state it came to.';

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'supervision.% is append-only: % is refused', tg_table_name, tg_op;
end $$;
create trigger inspector_append_only before update or delete or truncate on inspector
    for each statement execute function refuse_change();
create trigger recusal_append_only before update or delete or truncate on recusal
    for each statement execute function refuse_change();
create trigger plan_secret_append_only before update or delete or truncate on plan_secret
    for each statement execute function refuse_change();
create trigger frozen_file_append_only before update or delete or truncate on frozen_file
    for each statement execute function refuse_change();
create trigger plan_event_append_only before update or delete or truncate on plan_event
    for each statement execute function refuse_change();
create trigger plan_not_removed before delete or truncate on plan
    for each statement execute function refuse_change();

create function refuse_thaw() returns trigger language plpgsql as $$
begin
    if old.commitment is not null and (
            (new.id, new.seq, new.title, new.industries, new.regions, new.ratios, new.items, new.mandatory_items,
             new.items_per_object, new.inspectors, new.created_at, new.created_by, new.commitment, new.objects_root,
             new.sizes, new.committed_at, new.audit_seq)
            is distinct from
            (old.id, old.seq, old.title, old.industries, old.regions, old.ratios, old.items, old.mandatory_items,
             old.items_per_object, old.inspectors, old.created_at, old.created_by, old.commitment, old.objects_root,
             old.sizes, old.committed_at, old.audit_seq)) then
        raise exception 'plan % is committed: a change is a new plan', old.id;
    end if;
    if old.beacon_source is not null and (new.beacon_source, new.beacon_value, new.drawn_at)
            is distinct from (old.beacon_source, old.beacon_value, old.drawn_at) then
        raise exception 'plan % is drawn: a draw is never run twice', old.id;
    end if;
    return new;
end $$;
create trigger plan_frozen before update on plan for each row execute function refuse_thaw();
