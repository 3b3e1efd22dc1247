// Recomputes a published draw from its folder with nothing but Node.js and prints transcript.json.
// node recompute.mjs FOLDER | cmp - FOLDER/transcript.json && echo verified
import { createHash, createHmac } from 'node:crypto';
import { readFileSync } from 'node:fs';

const folder = process.argv[2];
const sha256 = (...parts) => parts.reduce((hash, part) => hash.update(part), createHash('sha256')).digest();
const byBytes = (a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b));

function rows(file) { // RFC 4180: cells are plain, or quoted with "" for a quote
  const rows = [[]];
  const text = readFileSync(`${folder}/${file}`, 'utf8');
  for (const [, quoted, plain, end] of text.matchAll(/(?:"((?:[^"]|"")*)"|([^",\n]*))(,|\n|$)/g)) {
    rows.at(-1).push(quoted === undefined ? plain : quoted.replaceAll('""', '"'));
    if (end === '\n') rows.push([]);
    if (end === '') break;
  }
  if (rows.at(-1).join('') === '') rows.pop();
  return rows.slice(1);
}

function merkleRoot(hashes) { // RFC 9162, 2.1.1: pair up from below, an odd last one moves up as it is
  if (hashes.length === 0) return sha256();
  while (hashes.length > 1) {
    const above = [];
    for (let i = 0; i < hashes.length; i += 2) {
      above.push(i + 1 < hashes.length ? sha256(Buffer.of(1), hashes[i], hashes[i + 1]) : hashes[i]);
    }
    hashes = above;
  }
  return hashes[0];
}

function ceiling(ratio, size) { // exact decimals by whole numbers
  const [whole, fraction = ''] = ratio.split('.');
  const unit = 10n ** BigInt(fraction.length);
  return Number((BigInt(whole + fraction) * BigInt(size) + unit - 1n) / unit);
}

const plan = JSON.parse(readFileSync(`${folder}/transcript.json`, 'utf8'));
const objects = rows('objects.csv');
const inspectors = rows('inspectors.csv').map(([certificate, , max]) => ({ certificate, max: Number(max), load: 0 }));
const items = rows('items.csv');
const recused = new Set(rows('recusals.csv').map(([certificate, code]) => `${certificate}\t${code}`));

const leaves = objects.map(([stratum, code]) => `${stratum}\t${code}`).sort(byBytes);
const root = merkleRoot(leaves.map((leaf) => sha256(Buffer.of(0), leaf))).toString('hex');
const digest = (file) => sha256(readFileSync(`${folder}/${file}`)).toString('hex');
const seed = sha256([
  'sise-draw/1', plan.plan, root, digest('inspectors.csv'), digest('items.csv'), digest('recusals.csv'),
  plan.secret, plan.beacon.value, ''].join('\n'));
const key = (...parts) => createHmac('sha256', seed).update(parts.join('\t')).digest();
const smallest = (list, keyOf) => list.map((one) => [keyOf(one), one])
  .sort(([a], [b]) => Buffer.compare(a, b)).map(([, one]) => one);

const mandatory = items.filter(([, must]) => must === 'true').map(([item]) => item).sort(byBytes);
const others = items.filter(([, must]) => must === 'false').map(([item]) => item);
const strata = [];
const drawn = [];
const unassigned = [];
for (const { stratum, ratio } of plan.strata) {
  const codes = objects.filter(([own]) => own === stratum).map(([, code]) => code);
  const take = ceiling(ratio, codes.length);
  strata.push({ stratum, ratio, size: codes.length, take });
  for (const code of smallest(codes, (one) => key('object', stratum, one)).slice(0, take)) {
    const some = smallest(others, (item) => key('item', code, item)).slice(0, plan.items_per_object).sort(byBytes);
    const able = inspectors.filter((one) => one.load < one.max && !recused.has(`${one.certificate}\t${code}`));
    const two = smallest(able, (one) => key('inspector', code, one.certificate))
      .sort((a, b) => a.load - b.load).slice(0, 2); // a stable sort: by load, then by key
    if (two.length < 2) unassigned.push(code);
    else two.forEach((one) => one.load++);
    drawn.push({ stratum, code, inspectors: two.length < 2 ? [] : two.map((one) => one.certificate), items: [...mandatory, ...some] });
  }
}
const { scheme, commitment, secret, beacon, items_per_object } = plan;
if (sha256(Buffer.from(secret, 'hex')).toString('hex') !== commitment) throw new Error('The commitment is not SHA-256 of the secret');
process.stdout.write(JSON.stringify({
  scheme, plan: plan.plan, commitment, secret, beacon: { source: beacon.source, value: beacon.value }, strata,
  items_per_object, objects_root: root, seed: seed.toString('hex'), drawn, unassigned }, null, 1));
