import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { HomeserverUnreachableError, MatrixError } from '../../../src/matrix/errors.ts';
import { classifyRefusal, retryAfter } from '../../../src/matrix/repair.ts';

const refused = (status: number, errcode: string, retryAfterMs: number | null = null) =>
  new MatrixError({ status, errcode, text: '', retryAfterMs, request: 'PUT /send' });

describe('classifyRefusal', () => {
  it('tells what a refused send means by status and errcode', () => {
    const cases: [number, string, string][] = [
      [400, 'M_DUPLICATE_ANNOTATION', 'duplicate-annotation'],
      [413, 'M_TOO_LARGE', 'too-large'],
      [413, '', 'too-large'],
      [400, 'M_UNKNOWN_DEVICE', 'device'],
      [403, 'M_FORBIDDEN', 'join'],
      [404, 'M_NOT_FOUND', 'room-gone'],
      [429, 'M_LIMIT_EXCEEDED', 'retry'],
      [401, 'M_UNKNOWN_TOKEN', 'retry'],
      [500, 'M_UNKNOWN', 'retry'],
      [502, '', 'retry'],
      [400, 'M_BAD_JSON', 'other'],
    ];
    for (const [status, errcode, expected] of cases) {
      assert.equal(classifyRefusal(refused(status, errcode)), expected, `${status} ${errcode}`);
    }
  });

  it('takes a missing answer and whatever it does not know as something to try again', () => {
    assert.equal(classifyRefusal(new HomeserverUnreachableError('PUT /send', new Error('gone'))), 'retry');
    assert.equal(classifyRefusal(new Error('bug')), 'retry');
  });
});

describe('retryAfter', () => {
  it('waits as long as the homeserver asked for, else longer from try to try up to a minute', () => {
    assert.equal(retryAfter(refused(429, 'M_LIMIT_EXCEEDED', 7_000), 1), 7_000);
    assert.ok(retryAfter(refused(500, ''), 1) < retryAfter(refused(500, ''), 3));
    assert.equal(retryAfter(new Error('x'), 50), 60_000);
  });
});
