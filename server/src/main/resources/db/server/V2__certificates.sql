-- Whom an officer's account stands for.

alter table account add column certificate text collate "C";
create unique index account_certificate on account (certificate) where certificate is not null;
comment on column account.certificate is 'The enforcement certificate in whose name an officer''s account scans and writes down what was found.';
