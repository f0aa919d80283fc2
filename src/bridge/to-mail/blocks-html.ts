/**
 * Blocks as the HTML of a mail: what mail programs since Outlook 2007 show alike. No remote content, no colours of our
 * own but for grey lines, so that light and dark are the reader's choice; styles stand at the elements because Gmail
 * drops others.
 */
import { spoilerLabel } from '../../words/marks.ts';
import { words } from '../../words/words.ts';
import type { Language } from '../../words/words.ts';
import { plainInlines } from './blocks.ts';
import type { MailBlock, Inline, Mark } from './blocks.ts';

const QUOTE = 'margin:0 0 0 0.8ex;border-left:2px solid #999;padding-left:1ex';
const CODE_BLOCK = 'margin:1em 0;padding:0.5em;border:1px solid #999;white-space:pre-wrap;font-family:monospace';
const TABLE = 'border-collapse:collapse;margin:1em 0';
/**
 * Text on its own colour: it shows when it is marked. Thunderbird's dark mode drops both colours; there only the label
 * before it warns.
 */
const SPOILER = 'background-color:#555555;color:#555555';
const IMAGE_WIDTH = 600;

/** A whole HTML document; '' for nothing to say. Every text is escaped here and nowhere else. */
export function mailBlocksToHtml(
  blocks: readonly MailBlock[],
  signature: readonly string[],
  language: Language,
): string {
  const body = blocks.map((block) => renderBlock(block, language)).join('\n');
  const below = signature.length === 0 ? '' : `\n<p dir="auto">-- <br>\n${signature.map(escape).join('<br>\n')}</p>`;
  return [
    '<!DOCTYPE html>',
    `<html lang="${language}">`,
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width">',
    '<meta name="color-scheme" content="light dark">',
    '</head>',
    '<body>',
    body + below,
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function renderBlock(block: MailBlock, language: Language): string {
  switch (block.kind) {
    case 'paragraph':
      return `<p dir="auto">${inlines(block.of, language)}</p>`;
    case 'heading':
      return `<h${block.level} dir="auto">${inlines(block.of, language)}</h${block.level}>`;
    case 'list': {
      const name = block.start === null ? 'ul' : 'ol';
      const start = block.start === null || block.start === 1 ? '' : ` start="${block.start}"`;
      const items = block.items.map((item) => `<li dir="auto">${itemHtml(item, language)}</li>`);
      return `<${name}${start}>\n${items.join('\n')}\n</${name}>`;
    }
    case 'quote':
      // `type=cite` is how Thunderbird and Apple Mail know a quotation from an indented paragraph.
      return `<blockquote type="cite" dir="auto" style="${QUOTE}">\n${quoteHtml(block.of, language)}\n</blockquote>`;
    case 'code':
      return `<pre style="${CODE_BLOCK}">${escape(block.text)}</pre>`;
    case 'table':
      return tableHtml(block, language);
    case 'rule':
      return '<hr>';
    case 'image': {
      const width = block.width === null ? '' : ` width="${Math.min(Math.round(block.width), IMAGE_WIDTH)}"`;
      const name = escape(block.name);
      const source = `cid:${escape(block.contentId)}`;
      return `<p><img src="${source}" alt="${name}"${width} style="max-width:100%;height:auto"></p>`;
    }
  }
}

/** Without the margins of its first and last paragraph, the line at the side is as long as the words. */
function quoteHtml(blocks: readonly MailBlock[], language: Language): string {
  const [first, ...rest] = blocks;
  if (first?.kind === 'paragraph' && rest.length === 0) return inlines(first.of, language);
  return blocks
    .map((block, index) => {
      const edge = index === 0 ? 'margin-top:0' : index === blocks.length - 1 ? 'margin-bottom:0' : null;
      if (edge === null || block.kind !== 'paragraph') return renderBlock(block, language);
      return `<p dir="auto" style="${edge}">${inlines(block.of, language)}</p>`;
    })
    .join('\n');
}

/** An item of one paragraph stands without `<p>`: the list stays tight. */
function itemHtml(item: readonly MailBlock[], language: Language): string {
  return item
    .map((block, index) =>
      block.kind === 'paragraph' && index === 0 ? inlines(block.of, language) : `\n${renderBlock(block, language)}`,
    )
    .join('');
}

function tableHtml(block: Extract<MailBlock, { kind: 'table' }>, language: Language): string {
  const rows = block.rows.map((row) => {
    const name = row.header ? 'th' : 'td';
    const cells = row.cells.map((cell) => `<${name} dir="auto">${inlines(cell, language)}</${name}>`);
    return `<tr>${cells.join('')}</tr>`;
  });
  // The attributes of old: they cost less than a style at each cell, and Outlook knows them.
  return `<table border="1" cellpadding="5" style="${TABLE}">\n${rows.join('\n')}\n</table>`;
}

const TAGS: Readonly<Record<Mark, string>> = {
  strong: 'strong',
  em: 'em',
  underline: 'u',
  del: 's',
  code: 'code',
  sup: 'sup',
  sub: 'sub',
};

function inlines(of: readonly Inline[], language: Language): string {
  return of
    .map((inline) => {
      switch (inline.kind) {
        case 'text':
          return spaced(escape(inline.text));
        case 'break':
          return '<br>\n';
        case 'mark':
          return `<${TAGS[inline.mark]}>${inlines(inline.of, language)}</${TAGS[inline.mark]}>`;
        case 'link':
          return `<a href="${escape(inline.href)}">${inlines(inline.of, language)}</a>`;
        case 'color':
          return `<span style="color:${inline.color}">${inlines(inline.of, language)}</span>`;
        case 'spoiler':
          return spoiler(inline, language);
      }
    })
    .join('');
}

function spoiler(inline: Extract<Inline, { kind: 'spoiler' }>, language: Language): string {
  const label = spoilerLabel(words(language), inline.reason.trim());
  return `${escape(label)} <span style="${SPOILER}">${escape(plainInlines(inline.of, language))}</span>`;
}

/** Runs of spaces that the author typed stay as wide as they are. */
function spaced(text: string): string {
  return text.replace(/ {2,}/g, (run) => `${'\u00a0'.repeat(run.length - 1)} `);
}

function escape(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
