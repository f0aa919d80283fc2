import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import { z } from 'zod';
import { splitHtml } from '../../../../src/mail/quote/quote-html.ts';
import { splitText } from '../../../../src/mail/quote/quote.ts';
import { isForwardSubject } from '../../../../src/mail/subject.ts';

const folder = new URL('../../../fixtures/replies/', import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8');
const replies = z
  .array(z.object({ name: z.string(), shows: z.string(), subject: z.string() }))
  .parse(JSON.parse(read('index.json')));

const sorted = (text: string): string =>
  Array.from(text.replace(/[\s\u00a0]+/gu, ''))
    .sort()
    .join('');

/** The letters of a mail, without tags, entities' spelling and white space: what must not be lost. */
function letters(text: string): string {
  const bare = text
    .replace(/<(style|head)[^]*?<\/\1>|<!--[^]*?-->|<[a-z/!][^>]*>/giu, '')
    .replace(/&(?:#160|nbsp);/giu, '')
    .replace(/&lt;/gu, '<')
    .replace(/&gt;/gu, '>')
    .replace(/&quot;/gu, '"')
    .replace(/&uuml;/gu, 'ü')
    .replace(/&amp;/gu, '&');
  return sorted(bare);
}

describe('the reply alone', () => {
  for (const { name, shows, subject } of replies) {
    it(`${name}: ${shows}`, () => {
      const mail = read(name);
      const options = { forwarded: isForwardSubject(subject) };
      const html = name.endsWith('.html');
      const { kept, cut } = html ? splitHtml(mail, options) : splitText(mail, options);
      assert.equal(`${kept}\n`, read(name.replace(/\.(html|txt)$/u, '.kept.$1')));
      const all = (text: string): string => (html ? letters(text) : sorted(text));
      assert.equal(all(kept + cut), all(mail), 'kept and cut hold every letter of the mail');
    });
  }
});
