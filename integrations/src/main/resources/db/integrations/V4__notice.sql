-- Notices to departments: what each is told, how it went, and what it answers.

create table integrations.subscriber (
    subscriber    text primary key,
    started_at    timestamptz not null default now(),
    last_number   bigint      not null default 0,
    failures      integer     not null default 0,
    refused_row   integer     not null default 0,
    failing_since timestamptz,
    next_attempt  timestamptz,
    last_error    text,
    last_sent_at  timestamptz
);
comment on table integrations.subscriber is 'How a department''s queue of notices stands; who it is stands in its descriptor.';
comment on column integrations.subscriber.failures is 'Failed attempts since the last success; the wait grows with it.';
comment on column integrations.subscriber.refused_row is 'Notices put aside since the last success.';

create table integrations.notice (
    id          bigint generated always as identity primary key,
    subscriber  text        not null references integrations.subscriber,
    number      bigint      not null,
    key         uuid        not null unique,
    event_xact  xid8        not null,
    event_id    bigint      not null,
    topic       text        not null,
    subject     text collate "C" not null,
    happened_at timestamptz not null,
    body        text        not null,
    created_at  timestamptz not null default now(),
    state       text        not null check (state in ('pending', 'sent', 'acknowledged', 'refused', 'passed')),
    attempts    integer     not null default 0,
    refusals    integer     not null default 0,
    file        text,
    last_error  text,
    sent_at     timestamptz,
    reference   text,
    answer      text check (answer in ('received', 'acted', 'refused')),
    constraint notice_number unique (subscriber, number),
    constraint notice_event unique (subscriber, event_id)
);
create index notice_pending on integrations.notice (subscriber, number) where state = 'pending';
create index notice_aside on integrations.notice (subscriber, state) where state in ('refused', 'passed');
create index notice_list on integrations.notice (subscriber, id);
create index notice_subject on integrations.notice (subject, id);
comment on table integrations.notice is 'One event as one department is told of it. What is told never changes, its state does.';
comment on column integrations.notice.number is 'From 1 without gaps for each department: the order of sending.';
comment on column integrations.notice.key is 'The idempotency key: the same in every attempt.';
comment on column integrations.notice.body is 'The JSON text, byte for byte as it is sent.';
comment on column integrations.notice.file is 'The file that it is written to, once that is decided: a repetition writes the same file.';
comment on column integrations.notice.answer is 'The state that the department gave last.';

create table integrations.notice_attempt (
    id      bigint generated always as identity primary key,
    notice  bigint      not null references integrations.notice,
    at      timestamptz not null default now(),
    outcome text        not null check (outcome in ('sent', 'later', 'refused', 'again', 'passed')),
    status  integer,
    message text,
    actor   text
);
create index notice_attempt_notice on integrations.notice_attempt (notice, id);
comment on table integrations.notice_attempt is 'What was tried with a notice, by the house or by a person.';
comment on column integrations.notice_attempt.status is 'The HTTP status, where there is one.';
comment on column integrations.notice_attempt.actor is 'The account that had it sent again or passed over.';

create table integrations.notice_feedback (
    id        bigint generated always as identity primary key,
    notice    bigint      not null references integrations.notice,
    state     text        not null check (state in ('received', 'acted', 'refused')),
    text      text,
    on_date   date,
    reference text,
    way       text        not null check (way in ('answer', 'api', 'file', 'topic')),
    given_by  text        not null,
    given_at  timestamptz not null default now(),
    digest    bytea       not null,
    constraint notice_feedback_once unique (notice, digest)
);
comment on table integrations.notice_feedback is 'What a department answers to a notice. The same answer once more is the same row.';

create table integrations.notice_feedback_fault (
    id         bigint generated always as identity primary key,
    subscriber text        not null references integrations.subscriber,
    origin     text        not null,
    place      bigint      not null,
    content    text        not null,
    message    text        not null,
    at         timestamptz not null default now(),
    constraint notice_feedback_fault_once unique (subscriber, origin, place)
);
comment on table integrations.notice_feedback_fault is 'Feedback that could not be read, whole.';
comment on column integrations.notice_feedback_fault.origin is 'The file with its digest, or the topic with its partition.';
comment on column integrations.notice_feedback_fault.place is 'The line of the file, or the offset.';

create table integrations.notice_feedback_offset (
    subscriber text    not null references integrations.subscriber,
    topic      text    not null,
    part       integer not null,
    next       bigint  not null,
    primary key (subscriber, topic, part)
);
comment on table integrations.notice_feedback_offset is 'Where a feedback topic is read on.';

create function integrations.keep_notice() returns trigger language plpgsql as $$
begin
    if tg_op <> 'UPDATE' or (new.subscriber, new.number, new.key, new.event_id, new.topic, new.subject, new.happened_at,
            new.body, new.created_at)
        is distinct from (old.subscriber, old.number, old.key, old.event_id, old.topic, old.subject, old.happened_at,
            old.body, old.created_at) then
        raise exception 'integrations.notice keeps what was told: % is refused', tg_op;
    end if;
    return new;
end $$;
create trigger notice_kept before update or delete on integrations.notice
    for each row execute function integrations.keep_notice();

create function integrations.refuse_notice_change() returns trigger language plpgsql as $$
begin
    raise exception 'integrations.% is append-only: % is refused', tg_table_name, tg_op;
end $$;
create trigger notice_attempt_append_only before update or delete or truncate on integrations.notice_attempt
    for each statement execute function integrations.refuse_notice_change();
create trigger notice_feedback_append_only before update or delete or truncate on integrations.notice_feedback
    for each statement execute function integrations.refuse_notice_change();
