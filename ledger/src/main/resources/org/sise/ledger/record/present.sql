insert into ledger.business (code, name, legal_form, legal_representative, capital, capital_text, industry, region,
    address, scope, status, established, record_id)
select distinct on (subject) subject, fields ->> 'name', fields ->> 'legalForm', fields ->> 'legalRepresentative',
    (fields ->> 'capital')::numeric, fields ->> 'capitalText', fields ->> 'industry', fields ->> 'region',
    fields ->> 'address', fields ->> 'scope', fields ->> 'status', event_date, id
from ledger.record
where kind in (1, 14, 15) and xact = pg_current_xact_id() and id >= :after and kind = 1
order by subject, version desc, id desc
on conflict (code) do update set name = excluded.name, legal_form = excluded.legal_form,
    legal_representative = excluded.legal_representative, capital = excluded.capital,
    capital_text = excluded.capital_text, industry = excluded.industry, region = excluded.region,
    address = excluded.address, scope = excluded.scope, status = excluded.status,
    established = excluded.established, record_id = excluded.record_id
