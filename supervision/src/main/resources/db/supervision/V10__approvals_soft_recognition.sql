-- Approvals that flow back as objects to supervise, soft enforcement, mutual recognition of grades.

create table first_check (
    record_key text collate "C" primary key,
    business   text collate "C" not null,
    matter     text        not null,
    permit     bigint      not null,
    task       bigint      not null references visit_task,
    due        date        not null,
    at         timestamptz not null
);
create index first_check_business on first_check (business);
comment on table first_check is 'A new permit and the task of its first check.';

create table reminder (
    id         bigint generated always as identity primary key,
    rule       text        not null,
    business   text collate "C" not null,
    subject    text collate "C" not null,
    record     bigint,
    day        date,
    zh         text        not null,
    en         text        not null,
    created_at timestamptz not null,
    read_at    timestamptz,
    read_by    text,
    constraint reminder_once unique nulls not distinct (rule, business, subject, day)
);
create index reminder_business on reminder (business, id);
comment on table reminder is 'A slip that tells a business what comes on which day and what to do. The same slip is written once.';

create table talk (
    id           bigint generated always as identity primary key,
    kind         text        not null,
    business     text collate "C" not null,
    department   text        not null,
    record       bigint,
    reason       text        not null,
    state        text        not null,
    planned_at   timestamptz not null,
    place        text        not null,
    minutes      text,
    agreed       text,
    follow_up_by date,
    created_by   text        not null,
    created_at   timestamptz not null
);
create index talk_business on talk (business, id);
create index talk_follow_up on talk (follow_up_by) where state = 'HELD';

create table talk_step (
    id     bigint generated always as identity primary key,
    matter bigint      not null references talk,
    state  text        not null,
    at     timestamptz not null,
    actor  text        not null,
    note   text        not null
);
create index talk_step_matter on talk_step (matter, id);

create table review (
    id         bigint generated always as identity primary key,
    case_no    text        not null unique,
    business   text collate "C" not null,
    violation  text        not null,
    benchmark  text,
    created_by text        not null,
    created_at timestamptz not null,
    closed_at  timestamptz,
    outcome    text
);
create index review_business on review (business, id);

create table review_answer (
    id     bigint generated always as identity primary key,
    review bigint      not null references review,
    step   integer     not null,
    answer text        not null,
    note   text        not null,
    actor  text        not null,
    at     timestamptz not null
);
create index review_answer_review on review_answer (review, id);
comment on table review_answer is 'Answers to the steps of a review; of a step''s answers the last stands.';

create table recognition_key (
    id         text primary key,
    public_key text        not null,
    secret     text        not null,
    created_at timestamptz not null,
    created_by text        not null
);
comment on table recognition_key is 'Keys that sign grades for other cities, Ed25519 in Base64. The secret is never published.';

create table trusted_city (
    id         bigint generated always as identity primary key,
    city       text        not null,
    key_id     text        not null unique,
    public_key text        not null,
    taken_from date        not null,
    taken_until date,
    added_by   text        not null,
    added_at   timestamptz not null
);

create table trusted_city_end (
    key_id text primary key references trusted_city (key_id),
    until  date        not null,
    reason text        not null,
    actor  text        not null,
    at     timestamptz not null
);
comment on table trusted_city_end is 'Keys that are no longer trusted, and since when.';

create table foreign_grade (
    id          bigint generated always as identity primary key,
    city        text        not null,
    key_id      text        not null,
    business    text collate "C" not null,
    name        text        not null,
    scheme      text        not null,
    grade       text        not null,
    mapped      text,
    as_of       date        not null,
    exported_at timestamptz not null,
    digest      bytea       not null unique,
    envelope    text        not null,
    imported_by text        not null,
    imported_at timestamptz not null
);
create index foreign_grade_business on foreign_grade (business, as_of desc, id desc);
comment on table foreign_grade is 'Grades of other cities as they came, with what the table of equivalents makes of them. Never a grade of ours.';

create trigger first_check_append_only before update or delete or truncate on first_check
    for each statement execute function refuse_change();
create trigger reminder_not_removed before delete or truncate on reminder
    for each statement execute function refuse_change();
create trigger talk_not_removed before delete or truncate on talk
    for each statement execute function refuse_change();
create trigger talk_step_append_only before update or delete or truncate on talk_step
    for each statement execute function refuse_change();
create trigger review_not_removed before delete or truncate on review
    for each statement execute function refuse_change();
create trigger review_answer_append_only before update or delete or truncate on review_answer
    for each statement execute function refuse_change();
create trigger recognition_key_append_only before update or delete or truncate on recognition_key
    for each statement execute function refuse_change();
create trigger trusted_city_append_only before update or delete or truncate on trusted_city
    for each statement execute function refuse_change();
create trigger trusted_city_end_append_only before update or delete or truncate on trusted_city_end
    for each statement execute function refuse_change();
create trigger foreign_grade_append_only before update or delete or truncate on foreign_grade
    for each statement execute function refuse_change();
