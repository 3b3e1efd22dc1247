-- Entry: keys of codes, certificates taken away, and every scan at a door.

create table code_key (
    id         integer generated always as identity primary key,
    public_key text        not null,
    signs_from timestamptz not null,
    taken_until timestamptz not null,
    created_at timestamptz not null,
    created_by text        not null
);
comment on table code_key is 'Public keys of task codes, X.509 in Base64. The youngest that has begun signs; the others are taken until their time.';

create table code_key_secret (
    key    integer primary key references code_key,
    secret text not null
);
comment on table code_key_secret is 'Private keys of task codes, PKCS #8 in Base64. Never published.';

create table certificate_revocation (
    id          bigint generated always as identity primary key,
    certificate text collate "C" not null,
    revoked_on  date        not null,
    reason      text        not null,
    recorded_at timestamptz not null,
    actor       text        not null
);
create index certificate_revocation_certificate on certificate_revocation (certificate);

create table entry_scan (
    id          bigint generated always as identity primary key,
    at          timestamptz not null,
    device_at   timestamptz,
    way         text        not null,
    business    text collate "C",
    visit       bigint references visit,
    certificate text collate "C",
    code_digest bytea,
    admitted    boolean     not null,
    failures    text[]      not null,
    reason      text        not null,
    check (admitted = (failures = '{}')),
    check (way <> 'EMERGENCY' or reason <> '')
);
create unique index entry_scan_in on entry_scan (visit, certificate) where admitted and way in ('OFFICER', 'EMERGENCY');
create unique index entry_scan_out on entry_scan (visit, certificate) where admitted and way = 'OUT';
create unique index entry_scan_code on entry_scan (code_digest) where admitted and code_digest is not null;
create index entry_scan_visit on entry_scan (visit, id);
create index entry_scan_business on entry_scan (business, id);
comment on table entry_scan is 'Every attempt, those refused with each condition that failed.';
comment on column entry_scan.device_at is 'What the phone''s clock said, where it told.';
comment on column entry_scan.code_digest is 'SHA-256 of a scanned task code: a code opens once.';

create table emergency_review (
    visit       bigint primary key references visit,
    state       text        not null,
    reason      text        not null,
    entered_by  text        not null,
    entered_at  timestamptz not null,
    due         date        not null,
    reviewed_by text,
    reviewed_at timestamptz,
    note        text,
    check (reviewed_by is null or reviewed_by <> entered_by)
);
create index emergency_review_waiting on emergency_review (due) where state = 'WAITING';

create trigger code_key_append_only before update or delete or truncate on code_key
    for each statement execute function refuse_change();
create trigger code_key_secret_append_only before update or delete or truncate on code_key_secret
    for each statement execute function refuse_change();
create trigger certificate_revocation_append_only before update or delete or truncate on certificate_revocation
    for each statement execute function refuse_change();
create trigger entry_scan_append_only before update or delete or truncate on entry_scan
    for each statement execute function refuse_change();
create trigger emergency_review_not_removed before delete or truncate on emergency_review
    for each statement execute function refuse_change();

-- At the door: what was found, and what became of it.

create table photograph (
    sha256   bytea primary key,
    type     text        not null,
    content  bytea       not null,
    taken_at timestamptz not null,
    taken_by text        not null,
    check (sha256 = sha256(content))
);
alter table photograph alter column content set storage external;
comment on table photograph is 'Pictures by their digest, which findings and signatures name.';

create table finding (
    id          bigint generated always as identity primary key,
    visit       bigint      not null references visit,
    item        text        not null,
    result      text        not null,
    note        text        not null,
    photographs bytea[]     not null,
    certificate text collate "C" not null,
    at          timestamptz not null
);
create index finding_visit on finding (visit, item, id);
comment on table finding is 'What an officer found for one item; of an item''s findings the last one stands.';

create table visit_signature (
    visit   bigint primary key references visit,
    signer  text        not null,
    picture bytea references photograph,
    refused text        not null,
    at      timestamptz not null,
    check ((picture is null) = (refused <> ''))
);
comment on table visit_signature is 'The business''s signature under the findings, or why there is none.';

create table visit_rating (
    visit bigint primary key references visit,
    score integer     not null check (score between 1 and 5),
    note  text        not null,
    at    timestamptz not null
);
comment on table visit_rating is 'How the business rates the visit, 1 to 5. It names nobody.';

create table visit_result (
    visit        bigint primary key references visit,
    result       text        not null,
    completed_on date        not null,
    due          date        not null,
    recorded_at  timestamptz not null
);
comment on column visit_result.due is 'The last working day for its publication.';

create table visit_publication (
    visit bigint primary key references visit_result,
    at    timestamptz not null,
    actor text        not null
);

create trigger photograph_append_only before update or delete or truncate on photograph
    for each statement execute function refuse_change();
create trigger finding_append_only before update or delete or truncate on finding
    for each statement execute function refuse_change();
create trigger visit_signature_append_only before update or delete or truncate on visit_signature
    for each statement execute function refuse_change();
create trigger visit_rating_append_only before update or delete or truncate on visit_rating
    for each statement execute function refuse_change();
create trigger visit_result_append_only before update or delete or truncate on visit_result
    for each statement execute function refuse_change();
create trigger visit_publication_append_only before update or delete or truncate on visit_publication
    for each statement execute function refuse_change();
