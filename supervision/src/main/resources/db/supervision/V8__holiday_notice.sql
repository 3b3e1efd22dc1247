-- Notices of the State Council on holidays that came after this version was made.

create table holiday_notice (
    id          bigint generated always as identity primary key,
    content     text        not null,
    sha256      text        not null unique,
    recorded_at timestamptz not null,
    actor       text        not null
);
comment on table holiday_notice is 'A table of special days; it replaces all days of the years that it speaks of.';

create trigger holiday_notice_append_only before update or delete or truncate on holiday_notice
    for each statement execute function refuse_change();
