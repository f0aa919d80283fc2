import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { htmlToMatrix, onlyMatrix, type HtmlOptions } from '../../../../src/mail/html/html.ts';

const options: HtmlOptions = { cid: (id) => (id === 'logo@mail.example' ? 'mxc://home.example/logo' : null) };
const html = (input: string, more: Partial<HtmlOptions> = {}) => htmlToMatrix(input, { ...options, ...more }).html;
const text = (input: string) => htmlToMatrix(input, options).text;

describe('lines and paragraphs', () => {
  it('takes Gmail’s div as a line and its empty div as a new paragraph', () => {
    assert.equal(
      html('<div dir="ltr">Hello<div><br></div><div>one</div><div>two</div></div>'),
      '<p>Hello</p><p>one<br />two</p>',
    );
  });
  it('takes Outlook’s MsoNormal as a line and its empty paragraph as a new one', () => {
    assert.equal(
      html(
        '<p class=MsoNormal>Hi,<o:p></o:p></p><p class=MsoNormal><o:p>&nbsp;</o:p></p><p class=MsoNormal>a</p>' +
          '<p class=MsoNormal>b</p>',
      ),
      '<p>Hi,</p><p>a<br />b</p>',
    );
  });
  it('keeps one paragraph without a tag', () => {
    assert.equal(html('<html><head><title>x</title></head><body><p>Only this.</p></body></html>'), 'Only this.');
  });
  it('keeps the text after the end of the document', () => {
    assert.equal(text('<html><body>a</body></html><div>footer of the list</div>'), 'a\nfooter of the list');
  });
  it('keeps text whose head was never closed', () => {
    assert.equal(text('<head><meta charset=x><div>shown</div>'), 'shown');
  });
  it('keeps the lines of a plain text that was sent as HTML, and its addresses in angle brackets', () => {
    assert.equal(
      text('Hello,\n\nwrite to Anna <anna@mail.example>\nor see <https://a.example/x>'),
      'Hello,\n\nwrite to Anna <anna@mail.example>\nor see <https://a.example/x>',
    );
  });
  it('keeps white space where the style asks for it', () => {
    assert.equal(html('<div style="white-space: pre-wrap">a\n  b</div>'), 'a<br />\u00a0 b');
  });
});

describe('style sheets', () => {
  const sheet = (css: string, body: string) => html(`<head><style>${css}</style></head><body>${body}</body>`);
  it('hide, weigh and space what they name by tag or class', () => {
    assert.equal(
      sheet(
        '.pre, .x { display: none !important } .c1{font-weight:700}',
        '<div class="pre">preview</div><span class="c1 c2">b</span>',
      ),
      '<strong>b</strong>',
    );
    assert.equal(
      sheet('<!-- p.p1 {margin: 0.0px 0.0px 0.0px 0.0px} -->', '<p class="p1">a</p><p class="p1">b</p>'),
      'a<br />b',
    );
    assert.match(
      sheet(
        '/* report */ table, td { border: 1px solid black }',
        `<table><tr><td width=1>A ${'long '.repeat(30)}</td><td>B</td></tr><tr><td>C</td><td>D</td></tr></table>`,
      ),
      /^<table>/,
    );
  });
  it('do not count for other screens, and the element has the last word', () => {
    assert.equal(
      sheet(
        '@media (max-width:600px){.wide{display:none} p{display:none}} .a{display:none}',
        '<div class="wide">w</div><p>p</p><div class="a" style="display:block">a</div>',
      ),
      '<p>w</p><p>p</p><p>a</p>',
    );
    assert.equal(html('<style media="print">p{display:none}</style><p>shown'), 'shown');
  });
});

describe('what is left out', () => {
  it('drops hidden preheaders', () => {
    assert.equal(
      text(
        '<div style="display:none">preview</div><span style="font-size:0;line-height:0">zero</span>' +
          '<div style="max-height:0;overflow:hidden">gone</div>Body',
      ),
      'Body',
    );
  });
  it('keeps text whose container alone has no size', () => {
    assert.equal(
      text('<td style="font-size:0"><div style="font-size:14px">Text of a newsletter</div></td>'),
      'Text of a newsletter',
    );
  });
  it('keeps what is hidden from Outlook only', () => {
    assert.equal(
      text('<!--[if mso]>for Outlook<![endif]--><![if !mso]><a style="mso-hide:all">Button</a><![endif]>'),
      'Button',
    );
  });
  it('drops scripts, styles, SVG and frames with what is in them', () => {
    assert.equal(
      text('<style>p{}</style><script>x()</script><svg><text>s</text></svg><iframe src=x>f</iframe><p>kept'),
      'kept',
    );
  });
  it('keeps the text of forms and the names of their buttons', () => {
    assert.equal(
      text('<form>Name <input value=x> <input type=submit value=Send> <button>Cancel</button></form>'),
      'Name Send Cancel',
    );
  });
  it('drops bidirectional overrides and unbalanced isolates', () => {
    assert.equal(text('invoice\u202Efdp.exe and \u2067open'), 'invoicefdp.exe and open');
  });
});

describe('links', () => {
  it('shows the target beside a text that does not tell it', () => {
    assert.equal(
      html('<a href="https://shop.example/a?b=1">Order</a>'),
      '<a href="https://shop.example/a?b=1">Order (shop.example/a?b=1)</a>',
    );
    assert.equal(text('<a href="https://shop.example/a?b=1">Order</a>'), 'Order <https://shop.example/a?b=1>');
  });
  it('shows where a link really leads whose text is another address', () => {
    assert.equal(
      html('<a href="https://evil.example/">https://bank.example/</a>'),
      '<a href="https://evil.example/">https://bank.example/ (evil.example)</a>',
    );
  });
  it('is not deceived by a user name that looks like a host', () => {
    assert.match(html('<a href="https://bank.example@evil.example/">bank.example</a>'), /\(evil\.example\)/);
  });
  it('says nothing twice where the text is the target', () => {
    assert.equal(
      html('<a href="https://www.a.example/">a.example</a>'),
      '<a href="https://www.a.example/">a.example</a>',
    );
    assert.equal(html('<a href="mailto:a@b.example">a@b.example</a>'), '<a href="mailto:a@b.example">a@b.example</a>');
    assert.equal(text('<a href="https://a.example/x">https://a.example/x</a>'), 'https://a.example/x');
  });
  it('shortens a long target to who it leads to', () => {
    const long = `https://click.example/${'x'.repeat(200)}`;
    assert.equal(html(`<a href="${long}">Offer</a>`), `<a href="${long}">Offer (click.example/…)</a>`);
  });
  it('shows other schemes as text and drops code', () => {
    assert.equal(
      html('<a href="tel:+4930123">call</a>, <a href="tel:+49-30-123">+49 30 123</a>, <a href="javascript:x()">js</a>'),
      'call (tel:+4930123), +49 30 123, js',
    );
  });
  it('puts the link into each block that it spans', () => {
    assert.equal(
      html('<a href="https://a.example"><div>a.example</div><p>a.example</p></a>'),
      '<p><a href="https://a.example">a.example</a></p><p><a href="https://a.example">a.example</a></p>',
    );
  });
});

describe('images', () => {
  it('shows an image that came with the mail in its place', () => {
    const result = htmlToMatrix(
      '<img src="cid:logo@mail.example" alt="Our logo" width="80" height=40 title="T">',
      options,
    );
    assert.equal(result.html, '<img src="mxc://home.example/logo" alt="Our logo" title="T" width="80" height="40" />');
    assert.deepEqual(result.usedCids, ['logo@mail.example']);
  });
  it('puts a mark with the alternative text in place of a remote image', () => {
    const result = htmlToMatrix('<img src="https://t.example/x.png" alt="Chart">', { ...options, language: 'de' });
    assert.equal(result.html, '[Bild: Chart]');
    assert.deepEqual(
      result.warnings.map(({ code }) => code),
      ['remote-images'],
    );
  });
  it('leaves nothing of trackers and spacers', () => {
    assert.equal(html('a<img src="https://t.example/1.gif" width=1 height=1><img src=https://t.example/s.gif>'), 'a');
  });
  it('does not show an mxc image of somebody else, which its server would count', () => {
    assert.equal(html('<img src="mxc://evil.example/track" alt="x">'), '[image: x]');
  });
  it('takes emoji for what they stand for', () => {
    assert.equal(html('<img src="https://fonts.example/emoji.png" alt="🙂">'), '🙂');
  });
  it('gives the pictures inside the HTML to the caller', () => {
    const seen: string[] = [];
    const embedded = ({ type, base64 }: { type: string; base64: string }) => (
      seen.push(`${type} ${base64}`),
      'mxc://home.example/e'
    );
    assert.equal(
      html('<img alt=E src="data:image/png;base64,AAAA">', { embedded }),
      '<img src="mxc://home.example/e" alt="E" />',
    );
    assert.deepEqual(seen, ['image/png AAAA']);
  });
});

describe('tables', () => {
  it('keeps a table with headers, and sets it in columns as text', () => {
    const input =
      '<table border=1><tr><th>Item</th><th>Price</th></tr>' +
      '<tr><td>Tea</td><td>3</td></tr><tr><td>日本茶</td><td>12</td></tr></table>';
    assert.equal(
      html(input),
      '<table><thead><tr><th>Item</th> <th>Price</th></tr></thead>\n<tbody><tr><td>Tea</td> ' +
        '<td>3</td></tr>\n<tr><td>日本茶</td> <td>12</td></tr></tbody></table>',
    );
    assert.equal(text(input), 'Item    Price\n------  -----\nTea     3\n日本茶  12');
  });
  it('unwraps nested layout tables, short cells on one line', () => {
    assert.equal(
      html(
        '<table width=600><tr><td><table cellpadding=0><tr><td><h1>News</h1></td></tr><tr><td>Total:</td>' +
          '<td>5 €</td></tr></table></td></tr></table>',
      ),
      '<h1>News</h1><p>Total: 5 €</p>',
    );
  });
  it('finds the data in the layout', () => {
    const rows = ['A', 'B', 'C']
      .map((name, index) => `<tr><td style="padding:4px">${name}</td><td style="padding:4px">${index}</td></tr>`)
      .join('');
    assert.match(
      html(`<table role=presentation><tr><td><table>${rows}</table></td></tr></table>`),
      /^<table><tbody><tr><td>A<\/td>/,
    );
  });
  it('keeps Word’s tables by their lines', () => {
    const cell = (value: string) =>
      `<td style="border:solid windowtext 1.0pt;padding:0cm 5.4pt"><p class=MsoNormal>${value}</p></td>`;
    const long = cell('A long sentence that fills the cell and more than the cell, so that it has to be broken.');
    const rows = `<tr>${cell('Key')}${long}</tr><tr>${cell('K2')}${cell('V2')}</tr>`;
    const input = `<table class=MsoTableGrid>${rows}</table>`;
    assert.match(html(input), /^<table>/);
  });
  it('spreads spans so that columns stay below each other', () => {
    const input =
      '<table border=1><tr><td colspan=2>Both</td><td>C</td></tr><tr><td rowspan=2>a</td><td>b</td><td>c</td></tr>' +
      '<tr><td>b2</td><td>c2</td></tr></table>';
    assert.equal(text(input), 'Both      C\na     b   c\n      b2  c2');
  });
  it('writes a wide table as records', () => {
    const long = 'word '.repeat(30).trim();
    assert.equal(
      text(
        `<table><tr><th>Who</th><th>What</th></tr><tr><td>A</td><td>${long}</td></tr>` +
          `<tr><td>B</td><td>short</td></tr></table>`,
      ),
      `Who: A\nWhat: ${long}\n\nWho: B\nWhat: short`,
    );
  });
});

describe('structure', () => {
  it('keeps lists, also those that Outlook only paints', () => {
    const item = (level: number, mark: string, value: string) =>
      `<p class=MsoListParagraph style='mso-list:l0 level${level} lfo1'><![if !supportLists]>` +
      `<span style='mso-list:Ignore'>${mark}<span>&nbsp;&nbsp;</span></span><![endif]>${value}</p>`;
    assert.equal(
      html(`${item(1, '·', 'A')}${item(2, 'o', 'A1')}${item(1, '·', 'B')}`),
      '<ul><li>A<ul><li>A1</li></ul></li><li>B</li></ul>',
    );
    assert.equal(html(`${item(1, '3.', 'x')}${item(1, '4.', 'y')}`), '<ol start="3"><li>x</li><li>y</li></ol>');
    assert.equal(html('<ul><li>a</li><ul><li>b</li></ul></ul>'), '<ul><li>a<ul><li>b</li></ul></li></ul>');
  });
  it('keeps code with its lines and its language', () => {
    assert.equal(
      html('<pre><code class="language-ts x">let a;\n  b</code></pre>'),
      '<pre><code>let a;\n  b</code></pre>',
    );
    assert.equal(
      html('<pre><code class="language-ts">let a;</code></pre><tt>x</tt>'),
      '<pre><code class="language-ts">let a;</code></pre><p><code>x</code></p>',
    );
  });
  it('does not take the whole mail for code because K-9 put it into a pre', () => {
    assert.equal(html('<pre class="k9mail">Hello,\n\nthere</pre>'), '<p>Hello,</p><p>there</p>');
  });
  it('keeps quotations, not the indents of Gmail and Outlook', () => {
    assert.equal(html('<blockquote type=cite>said</blockquote>'), '<blockquote>said</blockquote>');
    assert.equal(
      html('<blockquote style="margin:0 0 0 40px;border:none;padding:0px">indented</blockquote>'),
      'indented',
    );
    assert.equal(
      html('<div style="border:none;border-left:solid blue 1.5pt;padding:0 0 0 4pt">said</div>'),
      '<blockquote>said</blockquote>',
    );
  });
  it('reads bold, italic and deleted from styles', () => {
    assert.equal(
      html(
        '<span style="font-weight:700">b</span><span style="font-style:italic">i</span>' +
          '<span style="text-decoration:line-through">d</span><b style="font-weight:normal">n</b>',
      ),
      '<strong>b</strong><em>i</em><del>d</del>n',
    );
  });
});

describe('colours', () => {
  it('keeps a colour that means something and leaves black, grey and white', () => {
    assert.equal(
      html('<font color=red>r</font><span style="color:#333">g</span><span style="color:white">w</span>'),
      '<span data-mx-color="#ff0000">r</span>gw',
    );
  });
  it('makes a colour readable on light and dark', () => {
    assert.match(html('<font color="#0000ff">blue</font>'), /data-mx-color="#[4-7]/);
    assert.match(html('<font color="#ffff00">yellow</font>'), /data-mx-color="#(?!ffff)/);
  });
  it('gives a highlight the text colour that reads on it', () => {
    assert.equal(
      html('<span style="background:yellow">y</span>'),
      '<span data-mx-bg-color="#ffff00" data-mx-color="#000000">y</span>',
    );
  });
});

describe('right to left', () => {
  it('isolates a line that goes against the message', () => {
    assert.equal(text('<div>Hello</div><div dir=rtl>שלום, world!</div>'), 'Hello\n\u2067שלום, world!\u2069');
  });
  it('needs nothing where the whole message is right to left', () => {
    assert.equal(text('<div dir=rtl>שלום</div><div dir=rtl>OK!</div>'), 'שלום\nOK!');
  });
});

describe('the wall', () => {
  it('lets nothing pass that the specification does not list', () => {
    assert.equal(
      onlyMatrix(
        '<p style="x" onclick=y class=z>a<font color=red>b</font><img src="https://t.example/x"></p><a href="javascript:x">c</a>',
      ),
      '<p>ab<img /></p><a>c</a>',
    );
  });
  it('fetches nothing, whatever the element', () => {
    const attributes = (
      'src href background poster data action srcset lowsrc dynsrc code archive cite longdesc profile formaction ' +
      'ping icon manifest'
    ).split(' ');
    const tags = (
      'img image video audio source track embed object applet iframe frame link base body table td input button ' +
      'form area a meta script style svg use image bgsound isindex q blockquote ins del'
    ).split(' ');
    const input = tags
      .map(
        (tag) =>
          `<${tag} ${attributes.map((name) => `${name}="https://leak.example/${tag}-${name}"`).join(' ')} style="background:url(https://leak.example/css)">x</${tag}>`,
      )
      .join('');
    const result = html(input).replace(/<a href="[^"]*">/g, '');
    assert.doesNotMatch(result, /\b(src|href|background|poster|data|action|srcset|style)=/);
    assert.doesNotMatch(result, /url\(/);
  });
});

describe('limits', () => {
  it('reads what is inside the limits and says that there was more', () => {
    const limits = { maxInput: 1000, maxNodes: 20, maxDepth: 10 };
    const result = htmlToMatrix('<p>word</p>'.repeat(200), { ...options, limits });
    assert.deepEqual(result.warnings.map(({ code }) => code).sort(), ['html-too-long', 'html-too-many-nodes']);
    assert.match(result.text, /^word\n\nword/);
  });
});
