import { labelText, showsTarget } from './link.ts';
import { type Block, type InlineLine, type Marks, type Row, type Run } from './model.ts';

/** Text between tags. */
export const escapeText = (text: string) => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');

/** Text for an attribute or for HTML in general. */
export const escapeHtml = (text: string): string => escapeText(text).replace(/"/g, '&quot;');

/** How runs nest, from the outside to the inside; the same marks always give the same tags. */
const nesting: readonly {
  readonly key: (marks: Marks) => string;
  readonly tags: (marks: Marks) => readonly [string, string];
}[] = [
  { key: (marks) => marks.href ?? '', tags: (marks) => [`<a href="${escapeHtml(marks.href ?? '')}">`, '</a>'] },
  {
    key: (marks) => (marks.spoiler === null ? '' : ` ${marks.spoiler}`),
    tags: (marks) => [
      marks.spoiler === '' ? '<span data-mx-spoiler>' : `<span data-mx-spoiler="${escapeHtml(marks.spoiler ?? '')}">`,
      '</span>',
    ],
  },
  { key: (marks) => `${marks.background ?? ''}${marks.color ?? ''}`, tags: (marks) => [colorTag(marks), '</span>'] },
  { key: (marks) => (marks.bold ? 'b' : ''), tags: () => ['<strong>', '</strong>'] },
  { key: (marks) => (marks.italic ? 'i' : ''), tags: () => ['<em>', '</em>'] },
  { key: (marks) => (marks.underline ? 'u' : ''), tags: () => ['<u>', '</u>'] },
  { key: (marks) => (marks.strike ? 's' : ''), tags: () => ['<del>', '</del>'] },
  { key: (marks) => marks.script ?? '', tags: (marks) => [`<${marks.script ?? ''}>`, `</${marks.script ?? ''}>`] },
  { key: (marks) => (marks.code ? 'c' : ''), tags: () => ['<code>', '</code>'] },
];

function colorTag(marks: Marks): string {
  const background = marks.background === null ? '' : ` data-mx-bg-color="${marks.background}"`;
  const color = marks.color === null ? '' : ` data-mx-color="${marks.color}"`;
  return `<span${background}${color}>`;
}

function writeRun(run: Run): string {
  if (run.kind === 'text') return escapeText(run.text);
  const title = run.title === '' ? '' : ` title="${escapeHtml(run.title)}"`;
  const width = run.width === null ? '' : ` width="${run.width}"`;
  const height = run.height === null ? '' : ` height="${run.height}"`;
  return `<img src="${escapeHtml(run.src)}" alt="${escapeHtml(run.alt)}"${title}${width}${height} />`;
}

function writeRuns(runs: readonly Run[], level: number, labelled: ReadonlySet<Run>): string {
  const rule = nesting[level];
  if (!rule) return runs.map(writeRun).join('');
  let html = '';
  for (let start = 0; start < runs.length;) {
    const first = runs[start];
    if (!first) break;
    const key = rule.key(first.marks);
    let end = start + 1;
    for (let next = runs[end]; next && rule.key(next.marks) === key; next = runs[end]) end += 1;
    const group = runs.slice(start, end);
    const inner = writeRuns(group, level + 1, labelled);
    const last = group.at(-1);
    const label =
      level === 0 && last && labelled.has(last) && first.marks.href !== null
        ? escapeText(labelText(first.marks.href))
        : '';
    const [open, close] = key === '' ? ['', ''] : rule.tags(first.marks);
    html += `${open}${inner}${label}${close}`;
    start = end;
  }
  return html;
}

/** The last run of each link whose text does not tell where it leads. A link may go on over lines. */
function linksToLabel(lines: readonly InlineLine[]): ReadonlySet<Run> {
  const labelled = new Set<Run>();
  let text = '';
  let last: Run | null = null;
  const end = () => {
    if (last?.marks.href && !showsTarget(text, last.marks.href)) labelled.add(last);
    text = '';
  };
  for (const line of lines) {
    for (const run of line) {
      if (last && last.marks.href !== run.marks.href) end();
      text += run.kind === 'text' ? run.text : run.alt;
      last = run;
    }
    text += ' ';
  }
  end();
  return labelled;
}

function writeLines(lines: readonly InlineLine[]): string {
  const labelled = linksToLabel(lines);
  return lines.map((line) => writeRuns(line, 0, labelled)).join('<br />');
}

function writeTable(block: Block & { kind: 'table' }): string {
  const caption = block.caption.length === 0 ? '' : `<caption>${writeLines(block.caption)}</caption>`;
  // White space between the cells: a client that knows no tables shows words that are apart.
  const rows = (part: readonly Row[]) =>
    part
      .map((row) => {
        const cells = row.map((cell) =>
          cell.header ? `<th>${writeBlocks(cell.blocks)}</th>` : `<td>${writeBlocks(cell.blocks)}</td>`,
        );
        return `<tr>${cells.join(' ')}</tr>`;
      })
      .join('\n');
  const head = block.rows.slice(0, block.head);
  const body = block.rows.slice(block.head);
  const headHtml = head.length === 0 ? '' : `<thead>${rows(head)}</thead>\n`;
  const bodyHtml = body.length === 0 ? '' : `<tbody>${rows(body)}</tbody>`;
  return `<table>${caption}${headHtml}${bodyHtml}</table>`;
}

function writeBlock(block: Block, bare: boolean): string {
  switch (block.kind) {
    case 'paragraph':
      return bare ? writeLines(block.lines) : `<p>${writeLines(block.lines)}</p>`;
    case 'heading':
      return `<h${block.level}>${writeLines(block.lines)}</h${block.level}>`;
    case 'pre': {
      const language = block.language === '' ? '' : ` class="language-${escapeHtml(block.language)}"`;
      return `<pre><code${language}>${escapeText(block.text)}</code></pre>`;
    }
    case 'quote':
      return `<blockquote>${writeBlocks(block.blocks)}</blockquote>`;
    case 'list': {
      const items = block.items.map((item) => `<li>${writeBlocks(item)}</li>`).join('');
      if (!block.ordered) return `<ul>${items}</ul>`;
      return `<ol${block.start === 1 ? '' : ` start="${block.start}"`}>${items}</ol>`;
    }
    case 'table':
      return writeTable(block);
    case 'details':
      return `<details><summary>${writeLines(block.summary)}</summary>${writeAll(block.blocks)}</details>`;
    case 'rule':
      return '<hr />';
  }
}

const writeAll = (blocks: readonly Block[]) => blocks.map((block) => writeBlock(block, false)).join('');

/**
 * Blocks as HTML of the Matrix subset. A paragraph that is alone at the beginning of its container has no tag, except
 * around and inside `<details>`: Nheko drops that tag, and what has no paragraph of its own would run together.
 */
export function writeBlocks(blocks: readonly Block[]): string {
  const [first, ...rest] = blocks;
  if (first?.kind !== 'paragraph') return writeAll(blocks);
  const bare = !rest.some(({ kind }) => kind === 'paragraph' || kind === 'details');
  return writeBlock(first, bare) + writeAll(rest);
}
