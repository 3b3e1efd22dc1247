-- After a visit: exemptions, corrections with deadlines; modes of supervision.

alter table visit_task add column if not exists selection text;

create table exemption_decision (
    id         bigint generated always as identity primary key,
    visit      bigint      not null references visit,
    item       text        not null,
    entry      text        not null,
    exempted   boolean     not null,
    checks     text[]      not null,
    reason     text        not null check (reason <> ''),
    decided_at timestamptz not null,
    decided_by text        not null
);
create index exemption_decision_visit on exemption_decision (visit, item, id);
comment on table exemption_decision is 'Whether a finding is not punished, by an entry of an exemption list; of an item''s decisions the last one stands.';
comment on column exemption_decision.checks is 'Each condition as it was answered: its word, a colon, its answer, and what was found.';

create table correction (
    id         bigint generated always as identity primary key,
    business   text collate "C" not null,
    visit      bigint      not null references visit,
    item       text        not null,
    matter     text        not null,
    ordered_on date        not null,
    due        date        not null,
    first_due  date        not null,
    state      text        not null,
    exempted   boolean     not null,
    changed_at timestamptz not null,
    unique (visit, item)
);
create index correction_open on correction (due) where state not in ('VERIFIED');
create index correction_business on correction (business, id);
comment on table correction is 'What a business has to put right after a visit, and until when. Its history stands in correction_event.';

create table correction_event (
    id         bigint generated always as identity primary key,
    correction bigint      not null references correction,
    at         timestamptz not null,
    actor      text        not null,
    state      text        not null,
    due        date        not null,
    note       text        not null
);
create index correction_event_correction on correction_event (correction, id);

create table correction_reminder (
    correction bigint      not null references correction,
    occasion   text        not null,
    due        date        not null,
    at         timestamptz not null,
    primary key (correction, occasion, due)
);
comment on table correction_reminder is 'Which reminders are in the outbox; a deadline is reminded of once.';

create trigger exemption_decision_append_only before update or delete or truncate on exemption_decision
    for each statement execute function refuse_change();
create trigger correction_not_removed before delete or truncate on correction
    for each statement execute function refuse_change();
create trigger correction_event_append_only before update or delete or truncate on correction_event
    for each statement execute function refuse_change();
create trigger correction_reminder_append_only before update or delete or truncate on correction_reminder
    for each statement execute function refuse_change();

create table supervision_mode (
    id          bigint generated always as identity primary key,
    business    text collate "C" not null,
    policy      text        not null,
    kind        text        not null,
    suspends    text[]      not null,
    ends_on     text[]      not null,
    colours     text[]      not null,
    entered_on  date        not null,
    until       date        not null,
    entered_at  timestamptz not null,
    entered_by  text        not null,
    reason      text        not null check (reason <> ''),
    after_record bigint     not null,
    ended_at    timestamptz,
    ended_by    text,
    end_trigger text,
    end_note    text,
    check (entered_on <= until),
    check ((ended_at is null) = (end_trigger is null))
);
create unique index supervision_mode_present on supervision_mode (business) where ended_at is null;
create index supervision_mode_business on supervision_mode (business, id);
comment on table supervision_mode is 'A time in which a business is left alone on the authority''s own initiative, under the terms of its first day.';
comment on column supervision_mode.suspends is 'Kinds of visits that are not begun on own initiative; others are never stopped.';
comment on column supervision_mode.after_record is 'The ledger''s last record at its beginning: later ones may end it.';
comment on column supervision_mode.until is 'The last day, whatever else happens.';

create trigger supervision_mode_not_removed before delete or truncate on supervision_mode
    for each statement execute function refuse_change();
create function refuse_other_terms() returns trigger language plpgsql as $$
begin
    if old.ended_at is not null
            or (new.business, new.policy, new.kind, new.suspends, new.ends_on, new.colours, new.entered_on, new.until,
                new.entered_at, new.entered_by, new.reason)
            is distinct from (old.business, old.policy, old.kind, old.suspends, old.ends_on, old.colours,
                old.entered_on, old.until, old.entered_at, old.entered_by, old.reason) then
        raise exception 'mode % of % keeps its terms: a change is a new one', old.id, old.business;
    end if;
    return new;
end $$;
create trigger supervision_mode_terms before update on supervision_mode
    for each row execute function refuse_other_terms();
