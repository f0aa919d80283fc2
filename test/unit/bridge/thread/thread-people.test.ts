import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { broughtIn } from '../../../../src/bridge/thread/thread-people.ts';
import type { EnteredAs } from '../../../../src/bridge/thread/thread-people.ts';
import { parsePeople } from '../../../../src/mail/address.ts';

const mail = (from: string, to: string, cc = '') => ({
  from: parsePeople(from),
  to: parsePeople(to),
  cc: parsePeople(cc),
});
const isOwn = (address: string) => address.startsWith('support');
const written = (
  how: EnteredAs,
  vouched: boolean,
  of = mail('Bob@x.example', 'support@ours.example', 'dana@y.example'),
) => broughtIn(of, how, vouched, isOwn).map(({ address, standing, via }) => `${address} ${standing} ${via}`);

describe('who takes part because of a mail', () => {
  test('our own people bring in whom they write to', () => {
    const ours = mail('support@ours.example', 'bob@x.example', 'dana@y.example');
    assert.deepEqual(written('ours', true, ours), ['bob@x.example participant to', 'dana@y.example participant cc']);
  });

  test('who begins a thread takes part with all whom they write to, proven or not', () => {
    const all = ['bob@x.example participant from', 'dana@y.example participant cc'];
    assert.deepEqual(written('opened', true), all);
    assert.deepEqual(written('opened', false), all);
  });

  test('a proven participant brings in others, a claimed one nobody', () => {
    assert.deepEqual(written('joined', true), ['bob@x.example participant from', 'dana@y.example participant cc']);
    assert.deepEqual(written('joined', false), ['dana@y.example newcomer cc']);
  });

  test('who is new brings in nobody but as new', () => {
    assert.deepEqual(written('newcomer', true), ['bob@x.example newcomer from', 'dana@y.example newcomer cc']);
  });

  test('several authors are nobody', () => {
    assert.deepEqual(written('opened', true, mail('a@x.example, b@x.example', 'support@ours.example')), []);
  });

  test('each address once, in small letters, never our own', () => {
    const address = fc.constantFrom('a@x.example', 'A@X.example', 'support@ours.example', 'b@y.example');
    const list = fc.array(address, { maxLength: 5 }).map((all) => all.join(', '));
    fc.assert(
      fc.property(
        list,
        list,
        list,
        fc.constantFrom('ours', 'opened', 'joined', 'newcomer'),
        fc.boolean(),
        (from, to, cc, how, vouched) => {
          const all = broughtIn(mail(from, to, cc), how, vouched, isOwn).map((one) => one.address);
          assert.equal(new Set(all).size, all.length);
          assert.ok(all.every((one) => one === one.toLowerCase() && !isOwn(one)));
        },
      ),
    );
  });
});
