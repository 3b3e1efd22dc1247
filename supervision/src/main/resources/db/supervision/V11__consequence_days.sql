-- Days and reports of listings and commitments.

alter table listing add removal_due date;
comment on column listing.removal_due is 'The last day for the decision about the removal that was asked for.';

alter table commitment add reported_on date, add report text;
comment on column commitment.report is 'What the business says of how it kept its promise, until an official has confirmed it.';
