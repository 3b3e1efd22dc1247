-- A counter by which whoever keeps officers in memory sees, in the snapshot of the own read, whether what is kept still stands.

create table roster_state (
    one     boolean primary key default true check (one),
    changes bigint not null
);
insert into roster_state (changes) values (0);
comment on table roster_state is 'How often roster, revocations or recusals have changed. It changes in their transaction, so that it is seen with them.';

create function count_roster_change() returns trigger language plpgsql as $$
begin
    update supervision.roster_state set changes = changes + 1;
    return null;
end $$;

create trigger inspector_counted after insert on inspector
    for each statement execute function count_roster_change();
create trigger recusal_counted after insert on recusal
    for each statement execute function count_roster_change();
create trigger certificate_revocation_counted after insert on certificate_revocation
    for each statement execute function count_roster_change();
