-- Policies: every version of the rules byte for byte, and what was decided on it. Rows are appended, never changed.

create table policy_version (
    id          bigint generated always as identity primary key,
    policy      text collate "C" not null,
    version     text collate "C" not null,
    digest      text collate "C" not null,
    title_zh    text        not null,
    title_en    text        not null,
    file        bytea       not null,
    uploaded_by text        not null,
    uploaded_at timestamptz not null default clock_timestamp(),
    constraint policy_version_name unique (policy, version),
    constraint policy_version_digest unique (digest),
    constraint policy_version_file check (digest = encode(sha256(file), 'hex'))
);
comment on table policy_version is 'One policy file. Another text is another version.';
comment on column policy_version.digest is 'SHA-256 of the file''s bytes, in lower-case hexadecimal digits.';
comment on column policy_version.uploaded_by is 'Its author: an account''s name, or system for the version of the installation.';

create table policy_event (
    id            bigint generated always as identity primary key,
    version_id    bigint      not null references policy_version,
    round         integer     not null check (round >= 0),
    kind          text        not null check (kind in ('drafted', 'submitted', 'approved', 'scheduled', 'in-force',
                                                       'superseded', 'refused', 'withdrawn')),
    actor         text        not null,
    at            timestamptz not null default clock_timestamp(),
    in_force_from date,
    retroactive   boolean     not null default false,
    what_if       bigint,
    reason        text,
    constraint policy_event_day check ((kind in ('submitted', 'scheduled', 'in-force')) = (in_force_from is not null)),
    constraint policy_event_reason check (kind <> 'refused' or length(trim(reason)) > 0),
    constraint policy_event_what_if check (kind <> 'approved' or what_if is not null or actor = 'system')
);
create index policy_event_version on policy_event (version_id, id);
create unique index policy_event_approver on policy_event (version_id, round, actor) where kind = 'approved';
create unique index policy_event_once on policy_event (version_id, kind)
    where kind in ('drafted', 'scheduled', 'in-force', 'superseded', 'refused');
comment on table policy_event is 'What was decided on a version, in the order of the ids; the last one tells its state.';
comment on column policy_event.round is 'How often the version had been submitted; approvals count within their round only.';
comment on column policy_event.in_force_from is 'The first day on which the version grades, in Shanghai.';
comment on column policy_event.retroactive is 'Whether a day that has passed is meant.';
comment on column policy_event.what_if is 'The what-if on which an approval rests.';

create function refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'grading.% is append-only: % is refused', tg_table_name, tg_op;
end $$;
create trigger policy_version_append_only before update or delete or truncate on policy_version
    for each statement execute function refuse_change();
create trigger policy_event_append_only before update or delete or truncate on policy_event
    for each statement execute function refuse_change();

create function refuse_own_approval() returns trigger language plpgsql as $$
begin
    if new.actor <> 'system' and new.actor in (
            select uploaded_by from grading.policy_version where id = new.version_id
            union all
            select actor from grading.policy_event
            where version_id = new.version_id and round = new.round and kind = 'submitted') then
        raise exception 'policy version %: % cannot approve what they wrote or submitted', new.version_id, new.actor;
    end if;
    return new;
end $$;
create trigger policy_event_own_approval before insert on policy_event
    for each row when (new.kind = 'approved') execute function refuse_own_approval();

create view policy_standing as
select v.id, v.policy, v.version, v.digest, v.title_zh, v.title_en, octet_length(v.file) as size,
    v.uploaded_by, v.uploaded_at, last.round,
    case last.kind when 'drafted' then 'draft' when 'approved' then 'submitted' else last.kind end as state,
    submission.actor as submitted_by, submission.retroactive as retroactive_asked,
    coalesce(scheduled.in_force_from, submission.in_force_from) as in_force_from, scheduled.at as scheduled_at
from grading.policy_version v
    join lateral (
        select kind, round from grading.policy_event e where e.version_id = v.id order by id desc limit 1) last on true
    left join grading.policy_event submission
        on submission.version_id = v.id and submission.round = last.round and submission.kind = 'submitted'
    left join grading.policy_event scheduled on scheduled.version_id = v.id and scheduled.kind = 'scheduled';
comment on view policy_standing is 'Each version with its state, which its last event tells, and the day asked for or set.';
