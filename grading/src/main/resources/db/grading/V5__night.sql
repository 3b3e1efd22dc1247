-- Nightly runs that came to their end.

create table night (
    id             bigint generated always as identity primary key,
    as_of          date        not null,
    policy         text        not null,
    policy_version text        not null,
    policy_digest  text        not null,
    snapshot       text        not null,
    newest_grade   bigint      not null,
    businesses     bigint      not null,
    moved          bigint      not null,
    regraded       bigint      not null,
    started_at     timestamptz not null,
    finished_at    timestamptz not null
);
comment on table night is 'Every business was graded as of a day; whoever got no new grade stands as its present grade says.';
comment on column night.snapshot is 'What the ledger held for the run, as pg_current_snapshot() says it.';
comment on column night.newest_grade is 'The newest grade of the ledger that the run saw when it began.';
comment on column night.moved is 'Businesses whose colour or score was another, or whose grade was of another policy.';
comment on column night.regraded is 'Those of them that the run graded; the others the queue had graded meanwhile.';

create function refuse_night_change() returns trigger language plpgsql as $$
begin
    raise exception 'grading.% is append-only: % is refused', tg_table_name, tg_op;
end $$;
create trigger night_append_only before update or delete or truncate on night
    for each statement execute function refuse_night_change();
