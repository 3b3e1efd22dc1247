-- Before and beside enforcement: slips, talks, and the review of a case.

create table reminder (
    id        bigint generated always as identity primary key,
    business  text collate "C" not null,
    kind      text        not null,
    subject   text        not null,
    record    bigint,
    day       date        not null,
    says_zh   text        not null,
    says_en   text        not null,
    remedy_zh text        not null,
    remedy_en text        not null,
    made_on   date        not null,
    closed_on date,
    read_at   timestamptz,
    read_by   text
);
create unique index reminder_open on reminder (business, kind, subject) where closed_on is null;
create index reminder_business on reminder (business, id);
create index reminder_day on reminder (day) where closed_on is null;
comment on table reminder is 'A slip for a business before a threshold or a day. It is closed when a later look no longer finds its reason.';
comment on column reminder.subject is 'What it is about within its kind, such as a dimension or a record: of each one slip is open.';

create table reminder_look (
    business  text collate "C" primary key,
    looked_on date not null
);
create index reminder_look_day on reminder_look (looked_on);
comment on table reminder_look is 'The day on which a business was last looked at for slips.';

create table talk (
    id            bigint generated always as identity primary key,
    kind          text        not null,
    business      text collate "C" not null,
    department    text        not null,
    reason        text        not null,
    record        bigint,
    state         text        not null,
    proposed_by   text        not null,
    proposed_at   timestamptz not null,
    at            timestamptz,
    place         text,
    held_on       date,
    attended      text,
    minutes       text,
    follow_up_due date,
    outcome       text
);
create unique index talk_open on talk (business, kind) where state in ('PROPOSED', 'APPOINTED', 'HELD');
create index talk_business on talk (business, id);
create index talk_due on talk (follow_up_due) where state = 'HELD';
comment on table talk is 'An educational or consultative talk with a business: no penalty, and no ground of one.';

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
    id          bigint generated always as identity primary key,
    business    text collate "C" not null,
    case_number text        not null,
    department  text        not null,
    violation   text        not null,
    benchmark   text,
    state       text        not null,
    opened_by   text        not null,
    opened_at   timestamptz not null,
    base_value  numeric(18, 2),
    fine        numeric(18, 2)
);
create unique index review_case on review (department, case_number);
create index review_business on review (business, id);
comment on table review is 'The seven-step review of a case of penalty, kept with the case''s number.';
comment on column review.base_value is 'The value of the goods, the gains or the fee of which the benchmark takes multiples.';

create table review_answer (
    id     bigint generated always as identity primary key,
    review bigint      not null references review,
    step   smallint    not null,
    passed boolean     not null,
    answer text        not null,
    at     timestamptz not null,
    actor  text        not null
);
create index review_answer_review on review_answer (review, id);

create table review_step (
    id     bigint generated always as identity primary key,
    matter bigint      not null references review,
    state  text        not null,
    at     timestamptz not null,
    actor  text        not null,
    note   text        not null
);
create index review_step_matter on review_step (matter, id);

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
create trigger review_step_append_only before update or delete or truncate on review_step
    for each statement execute function refuse_change();
