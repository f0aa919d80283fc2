/** How much longer living mail and answers wait while an import of old mail is under way, in one run. */
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { MEMBER, until, type World } from './bench-world.ts';
import { runImport, writeOldMail } from './old-mail.ts';
import { latencies, openRooms, percentile } from './rates.ts';
import type { Row } from './rows.ts';

const MAILS = 5_000;
const DELAY_MS = 20;
const WANTED_MS = 1_000;
/** Mails and answers that are timed before it, and at least while it goes on. */
const TIMED = 30;

interface Waits {
  readonly mails: number[];
  readonly answers: number[];
}

/** @param state the folder of the world, with its config */
export async function besideRows(world: World, state: string, say: (line: string) => void): Promise<Row[]> {
  world.homeserver.putDelayMs = DELAY_MS;
  const source = join(state, 'old');
  await writeOldMail(source, MAILS);
  const { rooms } = await openRooms(world, 1);
  const room = rooms[0] ?? '';
  const alone: Waits = { mails: [], answers: [] };
  await timed(world, room, TIMED, alone);
  const beside: Waits = { mails: [], answers: [] };
  const run = { isOver: false };
  const importing = runImport(join(state, 'config.yaml'), ['--account', 'support', source]).finally(
    () => (run.isOver = true),
  );
  const began = world.homeserver.effects.length;
  await until('the import to begin', () => world.homeserver.effects.length > began);
  while (!run.isOver) await timed(world, room, 1, beside);
  const { imported } = await importing;
  if (imported !== MAILS) throw new Error(`${String(imported)} of ${String(MAILS)} were imported`);
  return (['mails', 'answers'] as const).flatMap((what) => {
    const [before, during] = [alone[what].sort(ascending), beside[what].sort(ascending)];
    if (during.length < TIMED) throw new Error(`only ${String(during.length)} ${what} were timed`);
    const at = (sorted: readonly number[], share: number): string => percentile(sorted, share).toFixed(0);
    say(
      `${what}: p50 ${at(before, 0.5)} ms, p99 ${at(before, 0.99)} ms alone; ` +
        `${at(during, 0.5)} ms and ${at(during, 0.99)} ms beside an import (${String(during.length)})`,
    );
    return (['p50', 'p99'] as const).map((share) => {
      const of = share === 'p50' ? 0.5 : 0.99;
      return {
        what: `living ${what} beside an import of ${String(MAILS)}, ${share} over that alone`,
        figure: percentile(during, of) - percentile(before, of),
        unit: ' ms',
        wanted: { atMost: WANTED_MS },
      };
    });
  });
}

/** A mail until it is in its room, and a message of a member until the relay has it; one after the other. */
async function timed(world: World, room: string, times: number, into: Waits): Promise<void> {
  for (let time = 0; time < times; time += 1) {
    into.mails.push(...(await latencies(world, 1)));
    const before = world.relayed.length;
    const began = performance.now();
    world.homeserver.say(room, MEMBER, `Answer ${randomUUID()}`);
    await until('the answer at the relay', () => world.relayed.length > before);
    into.answers.push(performance.now() - began);
  }
}

const ascending = (a: number, b: number): number => a - b;
