-- Days and reports of listings and commitments.

alter table listing add removal_due date;
comment on column listing.removal_due is 'The last day for the decision about the removal that was asked for.';

alter table commitment add reported_on date, add report text;
comment on column commitment.report is 'What the business says of how it kept its promise, until an official has confirmed it.';

create table commitment_dismissal (
    commitment bigint not null references commitment,
    inspection bigint not null,
    primary key (commitment, inspection)
);
comment on table commitment_dismissal is 'An inspection that found a problem, judged to be no breach of the commitment; why stands among its steps.';
create trigger commitment_dismissal_append_only before update or delete or truncate on commitment_dismissal
    for each statement execute function refuse_change();
