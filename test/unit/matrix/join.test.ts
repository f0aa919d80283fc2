import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { JsonObject, RoomId, UserId } from '../../../src/bridge/types.ts';
import { MatrixError } from '../../../src/matrix/errors.ts';
import { joinRoom } from '../../../src/matrix/join.ts';

const room = '!r:matrix.test' as RoomId;
const bot = '@mailroom:matrix.test' as UserId;
const answer = (status: number, errcode: string) =>
  new MatrixError({ status, errcode, text: '', retryAfterMs: null, request: 'POST /join' });
/** As Dendrite answers: `{"Err":""}`. */
const bare = answer(500, '');

const joining = (join: MatrixError | null, member: JsonObject | null | MatrixError) =>
  joinRoom(
    {
      join: () => (join === null ? Promise.resolve(room) : Promise.reject(join)),
      getState: () => (member instanceof MatrixError ? Promise.reject(member) : Promise.resolve(member)),
      whoami: () => Promise.resolve(bot),
    },
    room,
  );

describe('joining a room', () => {
  it('is done where the homeserver says so, and refused where it says so', async () => {
    await joining(null, answer(500, ''));
    for (const refused of [answer(403, 'M_FORBIDDEN'), answer(404, 'M_NOT_FOUND'), answer(500, 'M_UNKNOWN')]) {
      await assert.rejects(joining(refused, null), refused);
    }
  });

  it('that fails without a word is refused where the same homeserver knows that the bot is out', async () => {
    const outs = [
      null,
      { membership: 'leave' },
      { membership: 'invite' },
      answer(403, 'M_FORBIDDEN'),
      answer(404, 'M_X'),
    ];
    for (const member of outs) {
      await assert.rejects(joining(bare, member), { status: 403, errcode: 'M_FORBIDDEN' });
    }
  });

  it('that fails without a word is done where the bot is in, and unknown while nothing is answered', async () => {
    await joining(bare, { membership: 'join' });
    const silent = [answer(500, ''), answer(502, ''), answer(429, 'M_LIMIT_EXCEEDED'), answer(401, 'M_UNKNOWN_TOKEN')];
    for (const away of silent) await assert.rejects(joining(bare, away), bare);
  });
});
