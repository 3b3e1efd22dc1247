// Grades businesses by a decision table of zen-engine. Arguments: the table's file, the features' file. Each line on
// standard input asks for one grading; the answer is one line: nanoseconds, and the colours as digits.
import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { createRequire } from 'node:module';

const { ZenEngine } = createRequire(process.cwd() + '/')('@gorules/zen-engine');
const [tableFile, featuresFile] = process.argv.slice(2);
const decision = new ZenEngine().createDecision(readFileSync(tableFile));
const lines = readFileSync(featuresFile, 'utf8').trimEnd().split('\n');
const names = lines.shift().split(',');
const batches = [];
for (let i = 0; i < lines.length; i += 1000) {
  batches.push({
    businesses: lines.slice(i, i + 1000).map((line) => {
      const values = line.split(',');
      return Object.fromEntries(names.map((name, n) => [name, Number(values[n])]));
    }),
  });
}
console.log('ready');

for await (const _ of createInterface({ input: process.stdin })) {
  const start = process.hrtime.bigint();
  const graded = [];
  for (let i = 0; i < batches.length; i += 8) {
    graded.push(...(await Promise.all(batches.slice(i, i + 8).map((batch) => decision.evaluate(batch)))));
  }
  const nanos = process.hrtime.bigint() - start;
  console.log(nanos + ' ' + graded.map(({ result }) => result.graded.map(({ grade }) => grade).join('')).join(''));
}
