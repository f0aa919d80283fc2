import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { readContacts, renderContacts } from '../../../../src/mail/cards/vcard.ts';

const card = (...lines: string[]) => ['BEGIN:VCARD', ...lines, 'END:VCARD', ''].join('\r\n');

describe('a contact', () => {
  it('is summarised with what people need', () => {
    const contacts = readContacts(
      card(
        'VERSION:3.0',
        'FN:Anna Berg',
        'N:Berg;Anna;;;',
        'ORG:Example GmbH;Sales',
        'TITLE:Head',
        'EMAIL;TYPE=WORK:anna@mail.example',
        'TEL;TYPE=CELL:+49 30 1',
        'ADR:;;Main St 1;Berlin;;10115;DE',
        'PHOTO;ENCODING=b:AAAA',
      ),
    );
    assert.equal(
      renderContacts(contacts, 'en').text,
      '👤 Contact\n\nAnna Berg, Head, Example GmbH, Sales\nanna@mail.example\n+49 30 1\nMain St 1, Berlin, 10115, DE',
    );
    assert.match(
      renderContacts(contacts, 'de').html,
      /<strong>👤 Kontakt<\/strong>.*<a href="mailto:anna@mail.example">anna@mail.example<\/a>/,
    );
  });
  it('reads the old version of phones and Outlook', () => {
    const contacts = readContacts(
      card('VERSION:2.1', 'N;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=B6rg', 'TEL;HOME;VOICE:0301'),
    );
    assert.equal(contacts[0]?.name, 'Jörg Müller');
    assert.deepEqual(contacts[0].phones, ['0301']);
  });
  it('reads version 4 and folded lines', () => {
    const contacts = readContacts(card('VERSION:4.0', 'FN:Long', ' er Name', 'TEL;VALUE=uri:tel:+1-555'));
    assert.deepEqual([contacts[0]?.name, contacts[0]?.phones], ['Longer Name', ['+1-555']]);
  });
  it('counts many and shows some', () => {
    const contacts = readContacts(
      Array.from({ length: 8 }, (_, index) => card('VERSION:3.0', `FN:P${index}`)).join(''),
    );
    assert.equal(renderContacts(contacts, 'en').text, '👤 8 contacts\n\nP0\n\nP1\n\nP2\n\nP3\n\nP4\n\nand 3 more');
  });
  it('has nothing to say of what is none, and never throws', () => {
    assert.deepEqual(renderContacts(readContacts('hello'), 'en'), { html: '', text: '' });
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(
            fc.constantFrom('FN', 'N', 'TEL', 'ADR', 'BEGIN', 'EMAIL;X', 'N;ENCODING=QUOTED-PRINTABLE'),
            fc.string(),
          ),
        ),
        (pairs) => {
          renderContacts(readContacts(card('VERSION:3.0', ...pairs.map((pair) => pair.join(':')))), 'fr');
        },
      ),
      { numRuns: 300 },
    );
  });
});
