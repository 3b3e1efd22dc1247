with matter as (
    select distinct kind, record_key from incoming
), latest as (
    select m.kind, m.record_key, r.version, r.digest
    from matter m
    cross join lateral (
        select version, digest from ledger.record
        where kind = m.kind and record_key = m.record_key
        order by version desc limit 1
    ) r
), changed as (
    select i.*, coalesce(l.version, 0) as known_version,
        i.digest is distinct from
            coalesce(lag(i.digest) over (partition by i.kind, i.record_key order by i.seq), l.digest) as is_new
    from incoming i
    left join latest l using (kind, record_key)
), appended as (
    insert into ledger.record (kind, subject, record_key, version, event_date, document, department, state, severity,
        amount, published_from, published_until, fields, digest, feed, batch, line, original)
    select kind, subject, record_key,
        known_version + row_number() over (partition by kind, record_key order by seq),
        event_date, document, department, state, severity,
        amount, published_from, published_until, fields, digest, :feed, :batch, line, original
    from changed
    where is_new
    order by seq
    returning id, kind, subject, version, event_date, amount, fields
), ticket as (
    insert into ledger.regrade_ticket (subject, reason)
    select distinct subject, 'records' from appended order by subject
), present as (
    insert into ledger.business (code, name, legal_form, legal_representative, capital, capital_text, industry, region,
        address, scope, status, established, record_id)
    select distinct on (subject) subject, fields ->> 'name', fields ->> 'legalForm', fields ->> 'legalRepresentative',
        (fields ->> 'capital')::numeric, fields ->> 'capitalText', fields ->> 'industry', fields ->> 'region',
        fields ->> 'address', fields ->> 'scope', fields ->> 'status', event_date, id
    from appended
    where kind = 1
    order by subject, version desc
    on conflict (code) do update set name = excluded.name, legal_form = excluded.legal_form,
        legal_representative = excluded.legal_representative, capital = excluded.capital,
        capital_text = excluded.capital_text, industry = excluded.industry, region = excluded.region,
        address = excluded.address, scope = excluded.scope, status = excluded.status,
        established = excluded.established, record_id = excluded.record_id
)
select count(*) filter (where version = 1) as fresh, count(*) filter (where version > 1) as corrected from appended
