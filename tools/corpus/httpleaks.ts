import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Element, type ParentNode } from 'domhandler';
import { parseDocument } from 'htmlparser2';
import { splitHtml } from '../../src/mail/quote/quote-html.ts';
import { htmlToMatrix, matrixAttributes, matrixTags } from '../../src/mail/html/html.ts';
import { type CorpusSet, judge, type Verdict } from './set.ts';

/** Elements that a client may fetch something for, by tag and attribute; a link is followed only by a person. */
function fetches(html: string): readonly string[] {
  const found: string[] = [];
  const waiting: ParentNode[] = [parseDocument(html)];
  for (let parent = waiting.pop(); parent !== undefined; parent = waiting.pop()) {
    for (const node of parent.children) {
      if (!(node instanceof Element)) continue;
      waiting.push(node);
      if (!matrixTags.includes(node.name)) found.push(`<${node.name}>`);
      for (const [name, value] of Object.entries(node.attribs)) {
        const allowed = matrixAttributes[node.name]?.includes(name) === true;
        const inert = allowed && (name !== 'src' || value.startsWith('mxc://'));
        if (!inert) found.push(`<${node.name} ${name}>`);
      }
    }
  }
  return found;
}

async function* run(folder: string): AsyncGenerator<Verdict> {
  const html = await readFile(join(folder, 'leak.html'), 'utf8');
  const leaks = html.match(/leaking\.via/gu)?.length ?? 0;
  yield await judge(`leak.html (${leaks} leaks)`, () => {
    const found = fetches(htmlToMatrix(html, { cid: () => null }).html);
    return found.length === 0 ? { outcome: 'exact' } : { outcome: 'damaged', note: found.join(' ') };
  });
  yield await judge('leak.html in what is cut', () => {
    const mail = `<p>Yes.</p><div class="gmail_attr">Anna wrote:</div><blockquote type="cite">${html}</blockquote>`;
    const { kept, cut } = splitHtml(mail);
    const found = [kept, cut].flatMap((each) => fetches(htmlToMatrix(each, { cid: () => null }).html));
    return found.length === 0 ? { outcome: 'exact' } : { outcome: 'damaged', note: found.join(' ') };
  });
}

/** Cure53's page with every element and attribute that makes a client fetch something. */
export const httpleaks: CorpusSet = { name: 'httpleaks', size: 2, leastExact: 2, run };
