/**
 * How much of its plain text the HTML of a mail shows, for docs/decisions/0035: the sets' mails that have both.
 * Again: node tools/corpus/renderings-alone.ts DIR
 */
import { join } from 'node:path';
import { createParsePool } from '../../src/parser/parse-pool.ts';
import { filesBelow, fromPath } from './mails.ts';

const [sets] = process.argv.slice(2);
if (sets === undefined) throw new Error('Which folder holds the sets?');
const pool = createParsePool();
const shares: number[] = [];
let mails = 0;
try {
  for (const name of await filesBelow(sets, '**/*.{eml,raw,txt,golden}')) {
    const result = await pool.parse(fromPath(join(sets, name))());
    if (!result.ok) continue;
    mails += 1;
    const { alternative } = result.rendered;
    if (alternative !== null) shares.push(alternative.words === 0 ? 1 : alternative.shown / alternative.words);
  }
} finally {
  await pool.close();
}
console.log(
  `${mails} mails, ${shares.length} with both renderings; the share of the text's words that the HTML shows:`,
);
for (let tenth = 0; tenth <= 10; tenth += 1)
  console.log(`${tenth * 10} %  ${shares.filter((share) => Math.floor(share * 10) === tenth).length}`);
