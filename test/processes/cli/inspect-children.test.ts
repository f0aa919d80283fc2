import assert from 'node:assert/strict';
import { after, describe, it } from 'node:test';
import { inspectAll, type InspectTools } from '../../../src/cli/inspect.ts';
import { inspectedAccount, Ledger } from '../../../src/inspect/ledger.ts';
import { jsonLine, type InspectRecord } from '../../../src/inspect/record.ts';
import type { Source } from '../../../src/inspect/sources.ts';
import { judgeByReceiver } from '../../../src/mail/authentication/verdict.ts';
import type { Address } from '../../../src/mail/types.ts';
import { createParsePool } from '../../../src/parser/parse-pool.ts';
import { recordsIn } from '../../support/inspect.ts';

const trust = { receiver: null, hosts: [], sealers: [], isInternal: () => false };

describe('mailroom inspect, when mails end the processes that read them', () => {
  const pool = createParsePool({
    ...{ size: 2, timeLimit: 4000, memory: 64 },
    script: new URL('../../fixtures/children/poison.ts', import.meta.url),
  });
  after(() => pool.close());

  async function inspect(mails: readonly string[]): Promise<{ code: number; records: InspectRecord[] }> {
    let out = '';
    const tools: InspectTools = {
      pool,
      second: null,
      ledger: new Ledger(inspectedAccount('account@ours.example' as Address, null)),
      judge: (mail) => judgeByReceiver(mail, trust),
    };
    async function* sources(): AsyncGenerator<Source> {
      await Promise.resolve();
      for (const [index, mail] of mails.entries()) {
        const bytes = Buffer.from(mail);
        const open = async function* () {
          yield await Promise.resolve(bytes);
        };
        yield { file: 'all.mbox', index, size: bytes.length, error: null, open };
      }
    }
    const code = await inspectAll(sources(), tools, {
      io: {
        env: {},
        out: (text) => void (out += text),
        err: () => undefined,
        stopped: new Promise(() => undefined),
        onFatal: () => undefined,
      },
      ...{ stop: new AbortController().signal, size: 0, show: jsonLine, summary: () => undefined },
    });
    return { code, records: recordsIn(out) };
  }

  it('names each that did, in its place, and shows all others', async () => {
    const good = (at: number) => `From: a@b.example\nMessage-ID: <${at}@b.example>\nSubject: mail ${at}\n\nok`;
    const poison = new Map([
      [3, 'THROW'],
      [11, 'HEAP'],
      [12, 'LOOP'],
      [29, 'THROW'],
    ]);
    const mails = Array.from({ length: 60 }, (_, at) => poison.get(at) ?? good(at));
    const { code, records } = await inspect(mails);
    assert.equal(code, 1);
    assert.deepEqual(
      records.map(({ index }) => index),
      mails.map((_, at) => at),
    );
    const failed = records.filter(({ ok }) => !ok).map(({ file, index, error }) => [file, index, error?.split(':')[0]]);
    assert.deepEqual(failed, [
      ['all.mbox', 3, 'crash'],
      ['all.mbox', 11, 'memory'],
      ['all.mbox', 12, 'time'],
      ['all.mbox', 29, 'crash'],
    ]);
    assert.ok(records.every(({ ok, index, subject }) => !ok || subject === `mail ${index}`));
  });
});
