import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HomeserverUnreachableError, MatrixError, RoomUnreadyError } from '../../../src/matrix/errors.ts';
import { failureOf, isForGood, isUnclear } from '../../../src/matrix/failure.ts';
import type { Others } from '../../../src/matrix/failure.ts';
import { OtherRequests } from '../../../src/matrix/others.ts';

const answer = (status: number, errcode: string, retryAfterMs: number | null = null) =>
  new MatrixError({ status, errcode, text: '', retryAfterMs, request: 'PUT /send' });
const silence = (code: string) =>
  new HomeserverUnreachableError('PUT /send', Object.assign(new Error('no answer'), { code }));

/** The failure in one line: what it is, by whose word, and what else there is to say. */
function line(error: unknown, others: Others): string {
  const { is, by, ...more } = failureOf(error, others);
  return [is, by, ...Object.values(more).map(String)].join(' ');
}

describe('what a failed request says, and by whose word', () => {
  const rows: readonly [what: string, error: unknown, othersAnswered: string, othersSilent: string][] = [
    ['nobody takes the connection', silence('ECONNREFUSED'), 'away network null', 'away network null'],
    ['the name is not known', silence('ENOTFOUND'), 'away network null', 'away network null'],
    ['no answer in time', silence('TIMEOUT'), 'later network null true', 'away network null'],
    ['the connection is cut', silence('ECONNRESET'), 'later network null true', 'away network null'],
    ['the page of a proxy', answer(502, ''), 'later proxy null true', 'away proxy null'],
    ['a page without Matrix', answer(200, ''), 'later proxy null true', 'away proxy null'],
    ['an error of the homeserver', answer(500, 'M_UNKNOWN'), 'later homeserver null true', 'away homeserver null'],
    ['too slow', answer(408, 'M_UNKNOWN'), 'later homeserver null true', 'away homeserver null'],
    ['too many', answer(429, 'M_LIMIT_EXCEEDED', 9), 'later homeserver 9 false', 'later homeserver 9 false'],
    ['too many for a proxy', answer(429, ''), 'later proxy null false', 'later proxy null false'],
    ['no known token', answer(401, 'M_UNKNOWN_TOKEN'), 'later homeserver null false', 'later homeserver null false'],
    ['the device', answer(400, 'M_UNKNOWN_DEVICE'), 'person homeserver device', 'person homeserver device'],
    ['not in the room', answer(403, 'M_FORBIDDEN'), 'person homeserver join', 'person homeserver join'],
    ['no such room', answer(404, 'M_NOT_FOUND'), 'request homeserver room-gone', 'request homeserver room-gone'],
    ['too large', answer(413, ''), 'request homeserver too-large', 'request homeserver too-large'],
    ['bad content', answer(400, 'M_BAD_JSON'), 'request homeserver other', 'request homeserver other'],
    [
      'there already',
      answer(400, 'M_DUPLICATE_ANNOTATION'),
      'request homeserver duplicate-annotation',
      'request homeserver duplicate-annotation',
    ],
    [
      'more than an account may have',
      answer(403, 'M_USER_LIMIT_EXCEEDED'),
      'request homeserver policy',
      'request homeserver policy',
    ],
    [
      'no room for it by the word of the homeserver',
      new RoomUnreadyError(answer(403, 'M_FORBIDDEN')),
      'later homeserver null false',
      'later homeserver null false',
    ],
    [
      'no room for it since too much was asked',
      new RoomUnreadyError(answer(429, 'M_LIMIT_EXCEEDED', 9)),
      'later homeserver 9 false',
      'later homeserver 9 false',
    ],
    [
      'no room for it without an answer',
      new RoomUnreadyError(silence('ECONNRESET')),
      'later network null false',
      'away network null',
    ],
    ['a bug of ours', new Error('bug'), 'later program null true', 'later program null true'],
  ];
  for (const [what, error, answered, silent] of rows) {
    it(`${what}: ${answered}, or ${silent} where others are silent too`, () => {
      assert.deepEqual([line(error, 'answered'), line(error, 'silent')], [answered, silent]);
      assert.equal(isUnclear(error), answered !== silent);
    });
  }
});

describe('whether a refusal is for good', () => {
  it('is so where the homeserver says no, and not where it asks for patience, is away, or no room is there', () => {
    const forGood = [answer(403, 'M_INVITE_BLOCKED'), answer(400, 'M_BAD_JSON'), answer(404, 'M_NOT_FOUND')];
    assert.deepEqual(forGood.map(isForGood), [true, true, true]);
    const mayPass = [answer(429, ''), answer(500, 'M_UNKNOWN'), answer(401, 'M_UNKNOWN_TOKEN'), silence('TIMEOUT')];
    assert.deepEqual(mayPass.map(isForGood), [false, false, false, false]);
    assert.equal(isForGood(new RoomUnreadyError(answer(403, 'M_FORBIDDEN'))), false);
  });
});

describe('what other requests show', () => {
  const probe = (whoami: () => Promise<never>) => {
    let asked = 0;
    const client = {
      versions: () => {
        asked += 1;
        return Promise.resolve(['v1.11']);
      },
      whoami,
    };
    let now = 0;
    const others = new OtherRequests(client, () => now);
    return { others, asked: () => asked, later: () => (now += 60_000) };
  };

  it('is an answer where the homeserver answers or refuses, and silence where it fails like the request', async () => {
    assert.equal(await probe(() => Promise.reject(answer(401, 'M_UNKNOWN_TOKEN'))).others.answered(), 'answered');
    assert.equal(await probe(() => Promise.reject(answer(500, 'M_UNKNOWN'))).others.answered(), 'silent');
    assert.equal(await probe(() => Promise.reject(answer(502, ''))).others.answered(), 'silent');
    assert.equal(await probe(() => Promise.reject(silence('TIMEOUT'))).others.answered(), 'silent');
  });

  it('is asked once for requests that fail together', async () => {
    const { others, asked, later } = probe(() => Promise.reject(silence('TIMEOUT')));
    await Promise.all([others.answered(), others.answered(), others.answered()]);
    assert.equal(asked(), 1);
    later();
    await others.answered();
    assert.equal(asked(), 2);
  });
});
