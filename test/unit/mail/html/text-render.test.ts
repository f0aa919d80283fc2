import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { displayWidth, htmlToText } from '../../../../src/mail/html/text-render.ts';

describe('HTML of Matrix as plain text', () => {
  it('marks quotations at every level', () => {
    assert.equal(
      htmlToText('<blockquote>a<blockquote><p>b</p><p>c</p></blockquote></blockquote><p>d</p>'),
      '> a\n>\n>> b\n>>\n>> c\n\nd',
    );
  });
  it('numbers lists, indents what belongs to an item', () => {
    assert.equal(htmlToText('<ol start="9"><li>a</li><li>b<ul><li>c</li></ul></li></ol>'), '9. a\n10. b\n    - c');
  });
  it('indents code', () => {
    assert.equal(htmlToText('<p>See</p><pre><code>if (a)\n  b</code></pre>'), 'See\n\n    if (a)\n      b');
  });
  it('names the target of a link once, after its last line', () => {
    assert.equal(htmlToText('<a href="https://a.example/x">one<br>two</a>'), 'one\ntwo <https://a.example/x>');
  });
  it('does not repeat the label of a converted link', () => {
    assert.equal(htmlToText('<a href="https://a.example/x">one (a.example/x)</a>'), 'one <https://a.example/x>');
  });
  it('keeps what is deleted, hidden, raised and lowered apart', () => {
    assert.equal(
      htmlToText(
        '<del>old</del> <span data-mx-spoiler="end">he dies</span> m<sup>2</sup> H<sub>2</sub>O <code>x</code>',
        'de',
      ),
      '~~old~~ [verdeckt: end: he dies] m² H₂O `x`',
    );
  });
  it('leaves out the fallback of a reply', () => {
    assert.equal(htmlToText('<mx-reply><blockquote>x</blockquote></mx-reply>answer'), 'answer');
  });
  it('gives custom emoji as their shortcode and images as their text', () => {
    assert.equal(
      htmlToText('<img data-mx-emoticon src="mxc://a/b" alt=":party:"> <img src="mxc://a/c" alt="Chart">'),
      ':party: [image: Chart]',
    );
  });
  it('shows folded text below its summary', () => {
    assert.equal(htmlToText('<details><summary>More</summary><p>a</p><p>b</p></details>'), 'More\n\na\n\nb');
  });
  it('underlines the two highest headings', () => {
    assert.equal(htmlToText('<h1>Title</h1><h3>Part</h3>'), 'Title\n=====\n\nPart');
  });
});

describe('the width of text', () => {
  it('counts wide characters twice and marks not at all', () => {
    assert.equal(displayWidth('日本e\u0301🙂'), 7);
  });
});
