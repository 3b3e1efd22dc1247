-- What-ifs: who asked for what, how far it is, and what came of it.

alter table what_if
    add column draft_file     bytea,
    add column as_of          date        not null default current_date,
    add column against_as_of  date        not null default current_date,
    add column asked_by       text        not null default 'system',
    add column asked_at       timestamptz not null default clock_timestamp(),
    add column started_at     timestamptz,
    add column failed_at      timestamptz,
    add column failure        text,
    add column done           bigint      not null default 0,
    add column total          bigint      not null default 0,
    add column known_at       timestamptz,
    add column known_snapshot text;
create index what_if_digests on what_if (draft_digest, against_digest) where finished_at is not null;
comment on table what_if is 'Two policies, or one as of two dates, over every business of the ledger.';
comment on column what_if.draft_file is 'The file of the policy that is tried, byte for byte.';
comment on column what_if.against_digest is 'The policy of the store with which it is compared.';
comment on column what_if.done is 'How many businesses have been graded so far.';
comment on column what_if.known_snapshot is 'With known_at what the ledger knew; movers are explained by the same records.';

create table what_if_cell (
    what_if   bigint   not null references what_if,
    part      text     not null check (part in ('all', 'section', 'division', 'region')),
    code      text collate "C" not null,
    from_rank smallint not null,
    to_rank   smallint not null,
    parties   bigint   not null check (parties > 0),
    primary key (what_if, part, code, from_rank, to_rank)
);
comment on table what_if_cell is 'How many businesses of a part go from which grade to which; rank -1: not applicable.';

create table what_if_mover (
    what_if    bigint  not null references what_if,
    seq        integer not null,
    subject    text collate "C" not null,
    from_rank  smallint not null,
    to_rank    smallint not null,
    score_from numeric,
    score_to   numeric,
    industry   text collate "C" not null,
    region     text collate "C" not null,
    primary key (what_if, seq)
);
create index what_if_mover_subject on what_if_mover (what_if, subject);
comment on table what_if_mover is 'Every business that moves, in the order of the credit codes.';
