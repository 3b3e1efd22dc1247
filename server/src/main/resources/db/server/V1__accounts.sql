-- Who may sign in.

create table account (
    name        text primary key check (name ~ '^[a-z0-9][a-z0-9._-]{1,62}$'),
    password    text        not null,
    roles       text[]      not null check (cardinality(roles) > 0),
    zh          text        not null,
    en          text        not null,
    credit_code text collate "C",
    enabled     boolean     not null default true,
    created_at  timestamptz not null default now(),
    constraint company_has_code check (not 'company' = any(roles) or credit_code is not null)
);
comment on column account.password is 'As a delegating password encoder writes it: {scheme}hash.';
comment on column account.roles is 'Words of org.sise.server.security.Role.';
comment on column account.credit_code is 'The business that a company account speaks for.';
