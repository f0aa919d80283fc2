/** Old mail on its way into rooms, killed fifty times at moments that nobody chose: no mail twice, and none missing. */
import assert from 'node:assert/strict';
import { rm } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import type { ImportReport } from '../../src/importing/report.ts';
import { chance } from '../support/burst.ts';
import { oldMaildir, runImport } from '../support/import-process.ts';
import { Site, type World } from '../support/world.ts';

const KILLS = 50;
/** Of them by the clock, as it begins and reads; all others by what the homeserver was asked. */
const EARLY = 8;
const EARLY_MS = 2_500;
/** Requests after which a process dies at most. */
const REQUESTS = 36;
const CONVERSATIONS = 60;
const MAILS = 10;
const SEED = 20_261_201;

describe('an import', () => {
  let site: Site;
  let source: string;
  before(async () => {
    site = await Site.start();
    source = await oldMaildir(CONVERSATIONS, MAILS, oldMail);
  });
  after(async () => {
    await site.stop();
    await rm(source, { recursive: true, force: true });
  });

  it(`of ${String(CONVERSATIONS * MAILS)} mails comes through ${String(KILLS)} deaths of its process`, () =>
    site.in(async (world) => {
      const random = chance(SEED);
      const args = [world.configFile(), source];
      const { homeserver } = world;
      for (let kill = 0; kill < KILLS; kill += 1) {
        const began = performance.now();
        const asked = homeserver.requests.length;
        const share = random.next().value;
        const { signal, out, err } = await runImport(args, () =>
          kill < EARLY
            ? performance.now() - began > share * EARLY_MS
            : homeserver.requests.length - asked > share * REQUESTS,
        );
        assert.equal(signal, 'SIGKILL', `it ended before kill ${String(kill)}: ${err}${out}`);
        // What a homeserver keeps in memory does not last fifty starts.
        if (kill % 10 === 9) homeserver.restart({ loseQueue: false });
      }
      const { out, err } = await runImport(args, () => false);
      assert.notEqual(out, '', err);
      const report = JSON.parse(out) as ImportReport;
      const all = CONVERSATIONS * MAILS;
      assert.deepEqual([report.mails, report.imported.mails, report.rooms], [all, all, CONVERSATIONS]);
      assertOnce(world);
    }));
});

function oldMail(of: number, at: number): string {
  const id = (nth: number): string => `<${String(of)}.${String(nth)}@old.test>`;
  return [
    `From: Person ${String(at % 3)} <person${String(at % 3)}@old.test>`,
    'To: support@mailroom.test',
    `Subject: Conversation ${String(of)}`,
    `Message-ID: ${id(at)}`,
    ...(at === 0 ? [] : [`References: ${id(0)}`]),
    `Date: ${new Date(Date.UTC(2010, 0, 1 + of, at)).toUTCString()}`,
    ...['', `Mail ${String(at)} of ${String(of)}`, ''],
  ].join('\r\n');
}

/** Every mail once, in its order, each conversation in one room. */
function assertOnce({ homeserver }: World): void {
  const rooms = new Map<string, string[]>();
  for (const { room_id: room, content } of homeserver.sent()) {
    rooms.set(room, [...(rooms.get(room) ?? []), String(content['body']).trim()]);
  }
  const expected = Array.from({ length: CONVERSATIONS }, (_, of) =>
    Array.from({ length: MAILS }, (__, at) => `Mail ${String(at)} of ${String(of)}`),
  );
  assert.deepEqual([...rooms.values()].map(String).sort(), expected.map(String).sort());
}
