-- Checks of one business: tasks of departments, and the visits into which they merge.

create table visit (
    id           bigint generated always as identity primary key,
    business     text collate "C" not null,
    window_from  date        not null,
    window_until date        not null,
    kinds        text[]      not null,
    items        text[]      not null,
    officers     text[] collate "C" not null,
    state        text        not null,
    issue        integer     not null default 1 check (issue between 1 and 65535),
    created_at   timestamptz not null,
    opened_at    timestamptz,
    left_at      timestamptz,
    check (window_from <= window_until and extract(year from window_from) = extract(year from window_until))
);
create index visit_business on visit (business, window_from);
comment on table visit is 'One coming to one business, for the approved tasks of any number of departments; it counts once against the yearly cap.';
comment on column visit.kinds is 'Of its approved tasks, likewise items and officers; window_from and window_until are the days that all of them have.';
comment on column visit.issue is 'Codes of an earlier issue are revoked.';

create table visit_task (
    id           bigint generated always as identity primary key,
    visit        bigint references visit,
    business     text collate "C" not null,
    kind         text        not null,
    department   text        not null,
    plan         text collate "C" references plan,
    reason       text        not null,
    items        text[]      not null check (cardinality(items) > 0),
    officers     text[] collate "C" not null,
    window_from  date        not null,
    window_until date        not null,
    state        text        not null,
    created_at   timestamptz not null,
    created_by   text        not null,
    decided_at   timestamptz,
    decided_by   text,
    note         text,
    check (state in ('PROPOSED', 'REFUSED') or visit is not null),
    check (plan is not null or reason <> '')
);
create index visit_task_visit on visit_task (visit);
create index visit_task_business on visit_task (business, id);
create unique index visit_task_plan on visit_task (plan, business, department) where plan is not null;
comment on table visit_task is 'One department''s check of one business: by a published plan, or for a stated reason.';

create trigger visit_not_removed before delete or truncate on visit
    for each statement execute function refuse_change();
create trigger visit_task_not_removed before delete or truncate on visit_task
    for each statement execute function refuse_change();
