/** A place is no proof: what lies in Sent is the account's own only where nothing shows that it was delivered. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { arrivalRole } from '../../../../src/bridge/arrival/arrival-role.ts';
import type { Receiver } from '../../../../src/mail/authentication/verdict.ts';
import { field } from './arrival-rows.ts';
import { readHeader } from '../../../../src/mail/header/read-header.ts';

const named: Receiver = { kind: 'named', ids: ['mx.ours.example'] };
const gmail: Receiver = { kind: 'gmail' };
const hosts = ['mx.ours.example'];
const from = (hop: string) => field('received', hop);
const outside = from('from x (x [192.0.2.66]) by mx.ours.example with ESMTP id 1; d');
const inside = from('from pc (pc [192.0.2.1]) by mx.ours.example with ESMTPSA id 1; d');
const unreadable = from('from x (x" [192.0.2.66]) by mx.ours.example with ESMTPSA id 1; d');
const elsewhere = from('from x by mail.provider.example with ESMTPSA id 1; d');

const rows = [
  ['saved by a mail program', named, [], 'sent'],
  ['handed in at our server, which saved it', named, [inside], 'sent'],
  ['handed in at a server that is not in the list', named, [elsewhere], 'sent'],
  ['delivered to an address', named, [field('delivered-to', 'support+Sent@ours.example')], 'watched'],
  ['delivered by Exim', named, [field('envelope-to', 'support+Sent@ours.example')], 'watched'],
  ['delivered by Postfix', named, [field('x-original-to', 'support+Sent@ours.example')], 'watched'],
  ['with a return path', named, [field('return-path', '<support@ours.example>')], 'watched'],
  ['with a return path, and handed in', named, [field('return-path', '<a@ours.example>'), inside], 'watched'],
  ['from outside by our trace', named, [outside], 'watched'],
  ['with a trace that cannot be read', named, [unreadable], 'watched'],
  ['without a receiver, delivered', null, [field('delivered-to', 'support@ours.example')], 'watched'],
  ['handed in at Gmail, which writes a return path', gmail, [field('return-path', '<a@ours.example>')], 'sent'],
  [
    'delivered by Gmail',
    gmail,
    [field('delivered-to', 'a@ours.example'), field('return-path', '<b@x.example>')],
    'watched',
  ],
] as const;

describe('what lies in Sent', () => {
  for (const [name, receiver, headers, want] of rows) {
    test(name, () => assert.equal(arrivalRole({ receiver, hosts }, 'sent', readHeader(headers)), want));
    test(`${name}: what lies elsewhere came in`, () =>
      assert.equal(arrivalRole({ receiver, hosts }, 'watched', readHeader(headers)), 'watched'));
  }
});
