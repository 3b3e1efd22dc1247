-- Yearly plans of inspection, and which plans carry their entries out.

create table yearly_plan (
    id           bigint generated always as identity primary key,
    year         integer     not null check (year between 2000 and 2999),
    region       text collate "C" not null,
    title        text        not null,
    created_at   timestamptz not null,
    created_by   text        not null,
    published_at timestamptz,
    approved_by  text,
    check ((published_at is null) = (approved_by is null)),
    check (approved_by is distinct from created_by)
);
create index yearly_plan_of on yearly_plan (year, region, id);
comment on table yearly_plan is 'One version of a region''s plan of a year; of those published the last one holds.';

create table yearly_entry (
    yearly_plan bigint  not null references yearly_plan,
    number      integer not null check (number > 0),
    title       text    not null,
    month_from  integer not null check (month_from between 1 and 12),
    month_until integer not null check (month_until between month_from and 12),
    lead        text    not null,
    partners    text[]  not null,
    subjects    text    not null,
    industries  text[]  not null,
    items       text[]  not null check (cardinality(items) > 0),
    share       text    not null,
    note        text    not null,
    primary key (yearly_plan, number)
);
create table yearly_step (
    plan        text collate "C" primary key references plan,
    yearly_plan bigint      not null,
    number      integer     not null,
    at          timestamptz not null,
    actor       text        not null,
    foreign key (yearly_plan, number) references yearly_entry
);
comment on table yearly_step is 'Which entry a plan carries out.';

create trigger yearly_entry_append_only before update or delete or truncate on yearly_entry
    for each statement execute function refuse_change();
create trigger yearly_step_append_only before update or delete or truncate on yearly_step
    for each statement execute function refuse_change();
create trigger yearly_plan_not_removed before delete or truncate on yearly_plan
    for each statement execute function refuse_change();
create function refuse_unpublishing() returns trigger language plpgsql as $$
begin
    if old.published_at is not null or (new.id, new.year, new.region, new.title, new.created_at, new.created_by)
            is distinct from (old.id, old.year, old.region, old.title, old.created_at, old.created_by) then
        raise exception 'yearly plan % is published: a change is a new version', old.id;
    end if;
    return new;
end $$;
create trigger yearly_plan_published before update on yearly_plan for each row execute function refuse_unpublishing();
