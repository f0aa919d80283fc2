import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { mailBlocksToHtml } from '../../../../src/bridge/to-mail/blocks-html.ts';
import { mailBlocksToText } from '../../../../src/bridge/to-mail/blocks-text.ts';
import { FORWARDED_TEXT, forwardedBlocks } from '../../../../src/bridge/to-mail/forwarded.ts';
import type { ForwardedMail } from '../../../../src/bridge/to-mail/forwarded.ts';
import { parsePeople } from '../../../../src/mail/address.ts';
import type { Language } from '../../../../src/words/words.ts';
import { UTC } from '../../../../src/words/zones.ts';

const plain: ForwardedMail = {
  from: parsePeople('Carl <carl@customer.example>'),
  to: parsePeople('support@ours.example'),
  cc: [],
  subject: 'Lamp',
  date: new Date('2026-03-09T10:20:30Z'),
  verified: true,
  texts: [{ body: 'It blinks.', html: null }],
  original: null,
  files: [],
};
const picture = { key: 'forwarded:0', name: 'a.png', type: 'image/png', size: 70, place: 'mxc://mail.invalid/file-0' };

function made(mail: Partial<ForwardedMail>, language: Language = 'en') {
  const context = { language, zone: UTC, nameOf: () => 'Ada', isInternal: () => true, author: 'Ada', boundary: 'seed' };
  const { blocks, files } = forwardedBlocks({ ...plain, ...mail }, context);
  return { text: mailBlocksToText(blocks, [], language), html: mailBlocksToHtml(blocks, [], language), files };
}

describe('a forwarded mail as blocks of ours', () => {
  it('has its header in the language of the account', () => {
    assert.match(
      made({ cc: parsePeople('d@x.example') }, 'de').text,
      /Von: Carl <carl@customer\.example>\nDatum: 09\.03\.2026 10:20 UTC\nBetreff: Lamp\nAn: support@ours\.example\nKopie: d@x\.example\n/,
    );
    assert.doesNotMatch(made({ date: null }).text, /Date:/);
  });

  it('shows its pictures in their places, and attaches what stands nowhere', () => {
    const html = `<p>See</p><img src="${picture.place}" alt="" width="80">`;
    const shown = made({ texts: [{ body: '', html }], files: [picture] });
    assert.match(shown.html, /<img src="cid:forwarded1\.seed@mailroom\.invalid" alt="a\.png" width="80"/);
    assert.equal(shown.files[0]?.contentId, 'forwarded1.seed@mailroom.invalid');
    const cell = `<table><tr><th>a</th><th>b</th></tr><tr><td>x</td><td><img src="${picture.place}"></td></tr></table>`;
    const listed = made({ texts: [{ body: '', html: cell }], files: [picture] });
    assert.equal(listed.files[0]?.contentId, null);
    assert.match(listed.text, /\[image: a\.png\][^]*Attached: a\.png/);
  });

  it('says what is doubtful of it', () => {
    assert.match(made({ verified: false }).text, /It is not verified who sent this message\./);
    assert.match(made({ original: 'encrypted', texts: [] }).text, /This message is encrypted\./);
    assert.match(made({ original: 'too-long' }).text, /too long to stand here in full/);
  });

  it('lets nothing of a stranger become more than words', () => {
    const evil = made({
      from: [{ name: 'Carl\r\nBcc: x@y.example\u202e', address: plain.from[0]?.address ?? ('' as never) }],
      subject: 'a\r\n\r\nFrom: boss@ours.example',
      texts: [
        {
          body: '',
          html:
            '<script>x()</script><img src="https://t.example/x"><a href="javascript:x()">y</a>' +
            '<a href="https://matrix.to/#/@ada:ours.example">Ada</a> <img src="mxc://ours.example/secret">',
        },
      ],
    });
    assert.doesNotMatch(evil.html, /script|javascript|t\.example|mxc:|<img/);
    assert.match(evil.text, /From: Carl Bcc: x@y\.example <carl@customer\.example>\n/);
    assert.match(evil.text, /Subject: a From: boss@ours\.example\n/);
  });

  it('is bounded, however much there is', () => {
    const many = Array.from({ length: 5000 }, (_, n) => parsePeople(`p${String(n)}@x.example`)).flat();
    const { text } = made({
      to: many,
      texts: [{ body: 'x'.repeat(FORWARDED_TEXT * 2), html: '<b>'.repeat(FORWARDED_TEXT) }],
    });
    assert.ok(text.length < FORWARDED_TEXT + 10_000, String(text.length));
    assert.match(text, /p49@x\.example, …\n/);
  });
});
