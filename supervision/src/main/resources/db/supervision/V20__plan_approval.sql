-- Plans are approved by another person, give a part of their places to the worst, and become tasks of the visits' days.

alter table plan
    add column worst_share  numeric not null default 0 check (worst_share between 0 and 1),
    add column window_from  date,
    add column window_until date,
    add column submitted_by text,
    add column approved_by  text,
    add column tasks_at     timestamptz;
comment on column plan.ratios is
    'By colour in the order RED, ORANGE, YELLOW, BLUE, and within it by risk in the order HIGH, MEDIUM, LOW; of plans before tasks, by colour alone.';
comment on column plan.sizes is 'Of each stratum, in the order of the draw.';
comment on column plan.worst_share is 'The part of each stratum''s places that goes to its worst.';
comment on column plan.tasks_at is 'When each drawn business had its tasks; null until then.';

alter table recusal add column kind text not null default 'DECLARED';
comment on column recusal.kind is 'Declared by the inspector, family, or former employer.';

create or replace function refuse_thaw() returns trigger language plpgsql as $$
begin
    if old.approved_by is not null and new.state = 'DRAFT' then
        raise exception 'plan % is approved: a change is a new plan', old.id;
    end if;
    if old.commitment is not null and (
            (new.id, new.seq, new.title, new.industries, new.regions, new.ratios, new.worst_share, new.items,
             new.mandatory_items, new.items_per_object, new.inspectors, new.window_from, new.window_until,
             new.created_at, new.created_by, new.approved_by, new.commitment, new.objects_root, new.sizes,
             new.committed_at, new.audit_seq)
            is distinct from
            (old.id, old.seq, old.title, old.industries, old.regions, old.ratios, old.worst_share, old.items,
             old.mandatory_items, old.items_per_object, old.inspectors, old.window_from, old.window_until,
             old.created_at, old.created_by, old.approved_by, old.commitment, old.objects_root, old.sizes,
             old.committed_at, old.audit_seq)) then
        raise exception 'plan % is committed: a change is a new plan', old.id;
    end if;
    if old.beacon_source is not null and (new.beacon_source, new.beacon_value, new.drawn_at)
            is distinct from (old.beacon_source, old.beacon_value, old.drawn_at) then
        raise exception 'plan % is drawn: a draw is never run twice', old.id;
    end if;
    return new;
end $$;

create index visit_done on visit (business, left_at desc) where state = 'DONE';
