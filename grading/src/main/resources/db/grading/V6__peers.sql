-- The populations that percentiles were taken from.

create table peers (
    id            bigint generated always as identity primary key,
    policy_digest text collate "C" not null,
    digest        text collate "C" not null,
    as_of         date        not null,
    made_at       timestamptz not null default clock_timestamp(),
    body          bytea       not null
);
create index peers_latest on peers (policy_digest, id desc);
create index peers_digest on peers (digest);
comment on table peers is 'By run over everybody: the numbers by which a policy ranks parties. Receipts name the digest.';

create function refuse_peers_change() returns trigger language plpgsql as $$
begin
    raise exception 'grading.% is append-only: % is refused', tg_table_name, tg_op;
end $$;
create trigger peers_append_only before update or delete or truncate on peers
    for each statement execute function refuse_peers_change();
