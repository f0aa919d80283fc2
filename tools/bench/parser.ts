/**
 * `node tools/bench/parser.ts`: what reading mail in processes of their own costs: the start of the first, a small
 * mail, a large one, and the bytes of its file. Figures of docs/decisions/0019.
 */
import { randomBytes } from 'node:crypto';
import { createParsePool } from '../../src/parser/parse-pool.ts';

const SMALL = 500;
const LARGE = 50 * 2 ** 20;

async function* pieces(bytes: Buffer): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += 65_536) yield await Promise.resolve(bytes.subarray(at, at + 65_536));
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const start = performance.now();
  await work();
  return performance.now() - start;
}

const small = Buffer.from(
  `From: Ann <ann@x.example>\r\nTo: support@ours.example\r\nSubject: Lamp\r\nMessage-ID: <1@x.example>\r\n` +
    `Content-Type: text/html\r\n\r\n${'<p>Hello <b>you</b>, the lamp is broken.</p>'.repeat(40)}\r\n`,
);
const file = randomBytes(Math.floor(LARGE / 1.37))
  .toString('base64')
  .replace(/.{76}/g, '$&\r\n');
const large = Buffer.from(
  `From: Ann <ann@x.example>\r\nContent-Type: application/octet-stream\r\n` +
    `Content-Transfer-Encoding: base64\r\n\r\n${file}\r\n`,
);

const pool = createParsePool();
try {
  const first = await timed(() => pool.parse(pieces(small)));
  const many = await timed(async () => {
    for (let left = SMALL; left > 0; left -= 1) await pool.parse(pieces(small));
  });
  const big = await timed(() => pool.parse(pieces(large)));
  await (await pool.readFile(pieces(small), 5))?.toArray();
  const read = await timed(async () => {
    await (await pool.readFile(pieces(large), 0))?.forEach(() => undefined);
  });
  const megabytes = large.length / 1e6;
  console.log(`first mail, with the start of its process  ${first.toFixed(0)} ms`);
  console.log(`a small mail                               ${(many / SMALL).toFixed(2)} ms`);
  console.log(`a mail of ${megabytes.toFixed(0)} MB                           ${big.toFixed(0)} ms`);
  console.log(`its file, read again                       ${read.toFixed(0)} ms`);
} finally {
  await pool.close();
}
