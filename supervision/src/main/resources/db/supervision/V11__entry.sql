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
