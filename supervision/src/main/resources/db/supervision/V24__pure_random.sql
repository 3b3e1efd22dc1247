-- Pure random checks over a plan's whole pool, and how far the making of its tasks has come.

alter table plan
    add column any_share     numeric check (any_share between 0 and 1),
    add column any_ratio     numeric check (any_ratio > 0 and any_ratio <= 1),
    add column tasks_through integer not null default 0 check (tasks_through >= 0),
    add column tasks_fault   text,
    add check ((any_share is null) = (any_ratio is null));
comment on column plan.any_share is
    'Pure random checks as a share of the places of the strata by colour; null in plans without such a stratum.';
comment on column plan.any_ratio is 'The share drawn of those set aside for pure random checks.';
comment on column plan.sizes is 'Of each stratum, in the order of the draw: pure random checks, then by colour.';
comment on column plan.tasks_through is 'How many drawn businesses, in the order of the draw, were gone through for their tasks.';
comment on column plan.tasks_fault is 'Why the tasks cannot be made; the plan is passed over until somebody has them tried again.';

create or replace function refuse_thaw() returns trigger language plpgsql as $$
begin
    if old.approved_by is not null and new.state = 'DRAFT' then
        raise exception 'plan % is approved: a change is a new plan', old.id;
    end if;
    if old.commitment is not null and (
            (new.id, new.seq, new.title, new.industries, new.regions, new.ratios, new.worst_share, new.any_share,
             new.any_ratio, new.items, new.mandatory_items, new.items_per_object, new.inspectors, new.window_from,
             new.window_until, new.created_at, new.created_by, new.approved_by, new.commitment, new.objects_root,
             new.sizes, new.committed_at, new.audit_seq)
            is distinct from
            (old.id, old.seq, old.title, old.industries, old.regions, old.ratios, old.worst_share, old.any_share,
             old.any_ratio, old.items, old.mandatory_items, old.items_per_object, old.inspectors, old.window_from,
             old.window_until, old.created_at, old.created_by, old.approved_by, old.commitment, old.objects_root,
             old.sizes, old.committed_at, old.audit_seq)) then
        raise exception 'plan % is committed: a change is a new plan', old.id;
    end if;
    if old.beacon_source is not null and (new.beacon_source, new.beacon_value, new.drawn_at)
            is distinct from (old.beacon_source, old.beacon_value, old.drawn_at) then
        raise exception 'plan % is drawn: a draw is never run twice', old.id;
    end if;
    return new;
end $$;
