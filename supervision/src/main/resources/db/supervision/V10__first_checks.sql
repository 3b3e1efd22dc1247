-- Approvals that flow back as objects to supervise.

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

create trigger first_check_append_only before update or delete or truncate on first_check
    for each statement execute function refuse_change();
