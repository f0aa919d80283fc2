import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { cutToDetails, eventBytes, truncateHtml, truncateText } from '../../../../src/mail/html/cut.ts';
import { textToHtml, textToMatrix } from '../../../../src/mail/html/plain.ts';

describe('plain text', () => {
  it('needs no HTML where it is nothing but paragraphs', () => {
    assert.deepEqual(textToMatrix('\r\nHello,\r\n\r\nsee https://a.example\r\n\r\n'), {
      body: 'Hello,\n\nsee https://a.example',
      html: null,
    });
  });
  it('turns quotations into quotes, with links and line ends kept', () => {
    assert.equal(
      textToMatrix('> See https://a.example/x\n>> older\nYes.\nNo.').html,
      '<blockquote>See <a href="https://a.example/x">https://a.example/x</a><blockquote>older</blockquote></blockquote><p>Yes.<br />No.</p>',
    );
  });
  it('keeps a drawn table and aligned columns in a fixed font', () => {
    assert.equal(
      textToMatrix('+---+---+\n| a | b |\n+---+---+').html,
      '<pre><code>+---+---+\n| a | b |\n+---+---+</code></pre>',
    );
    assert.match(textToMatrix('Name     Age\nAnna     31\nBob      7').html ?? '', /^<pre>/);
  });
  it('does not take prose or a list for a table', () => {
    for (const text of [
      'Two  spaces after a sentence.  Like this.\nAnd  more of it.  Yes.',
      '- one\n- two\n- three',
      '    indented words\n    of a letter',
    ]) {
      assert.equal(textToMatrix(text).html, null, text);
    }
  });
  it('keeps patches and fenced code', () => {
    assert.match(
      textToMatrix('Fix it.\n\ndiff --git a/x b/x\n--- a/x\n+++ b/x\n@@ -1 +1 @@\n-a\n\n+b\n-- \n2.40').html ?? '',
      /<pre><code class="language-diff">diff --git.*\n\+b<\/code><\/pre>/s,
    );
    assert.match(
      textToMatrix('```js\nlet a;\n\nlet b;\n```').html ?? '',
      /^<pre><code class="language-js">let a;\n\nlet b;<\/code><\/pre>$/,
    );
  });
  it('does not take a transcript of Sendmail for a quotation', () => {
    assert.equal(textToMatrix('>>> DATA\n<<< 550 no such user').html, null);
  });
  it('drops what no one reads', () => {
    assert.equal(textToMatrix('a\u0000b\u202Ec').body, 'abc');
  });
});

describe('cutting', () => {
  const items = Array.from({ length: 200 }, (_, index) => `<li>item ${index}</li>`).join('');
  it('leaves what fits as it is', () => {
    assert.deepEqual(truncateHtml('<p>a</p>', 1000, 'en'), { content: '<p>a</p>', cut: false });
  });
  it('cuts between items, well formed, and says so', () => {
    const { content, cut } = truncateHtml(`<p>Start</p><ul>${items}</ul>`, 1500, 'en');
    assert.ok(cut && eventBytes(content) <= 1500);
    assert.match(
      content,
      /^<p>Start<\/p><ul><li>item 0<\/li>.*<\/ul><p><em>\[Cut here: 1 of \d KB are shown\. The whole message is attached\.\]<\/em><\/p>$/,
    );
    assert.ok(eventBytes(content) > 900);
  });
  it('cuts a single long paragraph between words', () => {
    const { content } = truncateHtml(`<p>${'word '.repeat(2000).trim()}</p>`, 2000, 'de');
    assert.match(content, /^<p>(word )+word<\/p><p><em>\[Hier gekürzt:/);
  });
  it('cuts quotations, tables and code inside', () => {
    const rows = Array.from({ length: 300 }, (_, index) => `<tr><td>${index}</td> <td>x</td></tr>`).join('\n');
    assert.match(
      truncateHtml(`<table><thead><tr><th>n</th> <th>v</th></tr></thead>\n<tbody>${rows}</tbody></table>`, 1500, 'en')
        .content,
      /<td>9<\/td>.*<\/tbody><\/table><p><em>/s,
    );
    assert.match(
      truncateHtml(`<pre><code>${'line &lt;\n'.repeat(1000)}</code></pre>`, 6000, 'en').content,
      /line &lt;<\/code><\/pre><p><em>/,
    );
    assert.match(
      truncateHtml(`<blockquote>${'<p>para</p>'.repeat(500)}</blockquote>`, 1500, 'en').content,
      /<p>para<\/p><\/blockquote><p><em>/,
    );
  });
  it('cuts text between paragraphs, never inside a character', () => {
    const { content } = truncateText(`${'😀'.repeat(100)}\n\n${'😀'.repeat(1000)}`, 1000, 'fr');
    assert.ok(content.isWellFormed() && eventBytes(content) <= 1000);
    assert.match(content, /\n\n\[Coupé ici/);
  });
});

describe('plain text beside other pieces', () => {
  it('is HTML always, with its links and without losing spaces that set columns', () => {
    assert.equal(
      textToHtml('Shelf    2\nhttps://a.example\n\nBye'),
      '<p>Shelf\u00a0\u00a0\u00a0 2<br /><a href="https://a.example">https://a.example</a></p><p>Bye</p>',
    );
  });
});

describe('folding', () => {
  it('keeps the pieces apart for clients that drop the tags of folding', () => {
    const html = cutToDetails('Yes.', 'On Monday, Support wrote:<blockquote>Shall we?</blockquote>', 'en');
    assert.equal(
      html.replace(/<\/?(?:details|summary)>/g, ''),
      '<p>Yes.</p><em>Rest of the mail</em><p>On Monday, Support wrote:</p><blockquote>Shall we?</blockquote>',
    );
  });
  it('puts what was cut below a summary', () => {
    assert.equal(
      cutToDetails('Yes.', '<blockquote>Shall we?</blockquote>', 'de'),
      '<p>Yes.</p><details><summary><em>Rest der Mail</em></summary><blockquote>Shall we?</blockquote></details>',
    );
  });
  it('adds nothing where nothing was cut', () => {
    assert.equal(cutToDetails('Yes.', ' ', 'en'), 'Yes.');
  });
});
