-- What-ifs on record.

create table what_if (
    id             bigint generated always as identity primary key,
    draft_digest   text collate "C" not null,
    against_digest text collate "C" not null,
    finished_at    timestamptz
);
