import assert from 'node:assert/strict';
import { Writable } from 'node:stream';
import { describe, it } from 'node:test';
import { createLog, withFields, type Log, type LogFormat, type LogLevel } from '../../../src/base/log.ts';

function recorded(format: LogFormat, level: LogLevel = 'info'): { log: Log; lines: string[] } {
  const lines: string[] = [];
  const stream = new Writable({
    decodeStrings: false,
    write(chunk: string, _encoding, done) {
      lines.push(chunk);
      done();
    },
  });
  return { log: createLog({ level, format, stream }), lines };
}

describe('the log', () => {
  it('writes one JSON object a line', () => {
    const { log, lines } = recorded('json');
    log.info('Account connected', { account: 'support', uid: 7 });
    assert.equal(lines.length, 1);
    const { timestamp, ...line } = JSON.parse(lines[0] ?? '') as Record<string, unknown>;
    assert.deepEqual(line, { level: 'info', message: 'Account connected', account: 'support', uid: 7 });
    assert.match(String(timestamp), /^\d{4}-\d\d-\d\dT[\d:.]+Z$/);
  });

  it('writes a readable line in text', () => {
    const { log, lines } = recorded('text');
    log.warn('Login refused', { account: 'support', tries: 3, words: 'NO such user' });
    assert.match(lines[0] ?? '', /^\S+Z warn {2}Login refused account=support tries=3 words="NO such user"\n$/);
  });

  it('is silent below its level', () => {
    const { log, lines } = recorded('text', 'warn');
    log.debug('a');
    log.info('b');
    log.warn('c');
    log.error('d');
    assert.equal(lines.length, 2);
  });

  it('cannot be made to write a second line or a forged field by a value', () => {
    const { log, lines } = recorded('text');
    log.info('Answer', {
      text: 'ok\n2026-01-01T00:00:00.000Z error Forged',
      more: 'a level=error',
      bidi: '\u202eevil',
    });
    assert.equal(lines.length, 1);
    assert.equal((lines[0] ?? '').trimEnd().includes('\n'), false);
    assert.match(lines[0] ?? '', /text="ok\\n2026.*" more="a level=error" bidi="/);
  });

  it('keeps its own level and message where a field has that name', () => {
    const { log, lines } = recorded('json');
    log.info('Real', { level: 'error', message: 'Forged', timestamp: 0 });
    const line = JSON.parse(lines[0] ?? '') as Record<string, unknown>;
    assert.equal(line['level'], 'info');
    assert.equal(line['message'], 'Real');
    assert.equal(line['field_message'], 'Forged');
  });

  it('writes errors with code and causes, the stack at debug only', () => {
    const error = new Error('outer', { cause: Object.assign(new Error('refused'), { code: 'ECONNREFUSED' }) });
    const quiet = recorded('json');
    quiet.log.error('Failed', { error });
    assert.deepEqual((JSON.parse(quiet.lines[0] ?? '') as Record<string, unknown>)['error'], {
      name: 'Error',
      message: 'outer',
      cause: { name: 'Error', message: 'refused', code: 'ECONNREFUSED' },
    });
    const loud = recorded('json', 'debug');
    loud.log.error('Failed', { error });
    assert.match(loud.lines[0] ?? '', /"stack":"Error: outer/);
  });

  it('adds the fields of a part to its lines; those of a line win', () => {
    const { log, lines } = recorded('json');
    withFields(log, { account: 'support', mailbox: 'INBOX' }).info('Stored', { mailbox: 'Sent' });
    const line = JSON.parse(lines[0] ?? '') as Record<string, unknown>;
    assert.equal(line['account'], 'support');
    assert.equal(line['mailbox'], 'Sent');
  });
});
