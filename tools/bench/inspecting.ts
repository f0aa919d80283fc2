/** `mailroom inspect` over ten thousand mails: on one core next to all of them, in one run. */
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { once } from 'node:events';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectRoot } from '../servers/paths.ts';
import type { World } from './bench-world.ts';
import type { Row } from './rows.ts';

const MAILS = 10_000;
/** Of the time on one core, where there are two. */
const WANTED = 0.6;

const LINE = 'We have looked at the lamp, and the second switch is the one that does not close as it should.\n';

const ROW = `<tr><td><p>Read <b>this</b>: <a href="https://shop.example/lamps">${LINE}</a></p></td></tr>`;

/** A plain answer with a quotation, a page of HTML, and a bounce: what a mailbox is made of. */
const KINDS: readonly ((at: number) => string)[] = [
  (at) =>
    `Content-Type: text/plain; charset=utf-8\nIn-Reply-To: <${String(at - 3)}@out.test>\n\n${LINE.repeat(12)}\n` +
    `On Mon, 9 Mar 2026 at 10:20, Ann <ann@out.test> wrote:\n${`> ${LINE}`.repeat(20)}`,
  () => `Content-Type: text/html; charset=utf-8\n\n<html><body><table>${ROW.repeat(25)}</table></body></html>\n`,
  (at) =>
    'Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\nContent-Type: text/plain\n\n' +
    'Your mail could not be delivered.\n\n--b\nContent-Type: message/delivery-status\n\n' +
    'Reporting-MTA: dns; out.test\n\n' +
    `Final-Recipient: rfc822; u${String(at)}@out.test\nAction: failed\nStatus: 5.1.1\n` +
    'Diagnostic-Code: smtp; 550 5.1.1 no such user\n\n--b--\n',
];

async function writeMbox(path: string): Promise<void> {
  const file = createWriteStream(path);
  for (let at = 0; at < MAILS; at += 1) {
    const kind = KINDS[at % KINDS.length];
    const text =
      `From ann@out.test Mon Mar  9 10:20:30 2026\nFrom: Ann <ann${String(at % 500)}@out.test>\nTo: us@bench.test\n` +
      `Subject: Lamp ${String(at % 900)}\nMessage-ID: <${String(at)}@out.test>\n` +
      `Date: Mon, 9 Mar 2026 10:20:30 +0000\n${kind?.(at) ?? '\n'}\n`;
    if (!file.write(text)) await once(file, 'drain');
  }
  file.end();
  await once(file, 'finish');
}

/** Seconds from the start of the program to its end. */
async function inspected(path: string, before: readonly string[]): Promise<number> {
  const program = [process.execPath, join(projectRoot, 'src/main.ts'), 'inspect', '--json', path];
  const [command = '', ...args] = [...before, ...program];
  const began = performance.now();
  const child = spawn(command, args, { stdio: 'ignore' });
  const [code] = (await once(child, 'exit')) as [number | null];
  if (code !== 0) throw new Error(`inspect ended with ${String(code)}`);
  return (performance.now() - began) / 1000;
}

export async function inspectRows(_world: World, _mails: number, say: (line: string) => void): Promise<Row[]> {
  const folder = await mkdtemp(join(tmpdir(), 'mailroom-bench-inspect-'));
  try {
    const path = join(folder, 'all.mbox');
    await writeMbox(path);
    const all = await inspected(path, []);
    // Whoever may use one core counts one (sched_setaffinity(2)).
    const one = await inspected(path, ['taskset', '-c', '0']);
    say(`inspect, ${String(MAILS)} mails: ${one.toFixed(1)} s on one core, ${all.toFixed(1)} s on all`);
    const cores = availableParallelism();
    return [
      {
        what: `inspect, ${String(MAILS)} mails, time on ${String(cores)} cores by that on one`,
        figure: all / one,
        ...(cores > 1 ? { wanted: { atMost: WANTED } } : {}),
      },
    ];
  } finally {
    await rm(folder, { recursive: true });
  }
}
