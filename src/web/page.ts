/**
 * The one layout of all pages: a heading and what stands below it, in the person's language, in plain HTML that needs
 * no script. What is shown is escaped where it is put in (`html` of Hono).
 */
import { createHash } from 'node:crypto';
import type { Context } from 'hono';
import { html, raw } from 'hono/html';
import type { HtmlEscapedString } from 'hono/utils/html';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { words } from '../words/words.ts';
import type { Say } from '../words/words.ts';
import { STYLE } from './style.ts';
import type { SiteEnv } from './visit.ts';

/** Text, which is escaped and becomes a paragraph, or what `html` made. */
type Shown = string | HtmlEscapedString | Promise<HtmlEscapedString>;

export interface PageContent {
  readonly title: string;
  readonly body: Shown | readonly Shown[];
}

/** The hash of the one style (CSP level 3, section 2.3.1): no other is applied, whatever stands in a page. */
const STYLE_HASH = createHash('sha256').update(STYLE).digest('base64');

/** The headers of every answer. A page may show itself and send its own forms, and stands in no frame. */
export const PAGE_POLICY: Readonly<Record<string, string>> = {
  'content-security-policy':
    `default-src 'none'; style-src 'sha256-${STYLE_HASH}'; form-action 'self'; frame-ancestors 'none'; ` +
    "base-uri 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'x-robots-tag': 'noindex',
  'cache-control': 'no-store',
};

/** Answers with a page in the language of this visit. `about` says what stands in it. */
export async function showPage(
  c: Context<SiteEnv>,
  status: ContentfulStatusCode,
  about: (say: Say) => PageContent,
): Promise<Response> {
  const language = c.get('language');
  const { title, body } = about(words(language));
  const parts = [body]
    .flat()
    .filter((part) => part !== '')
    .map((part: unknown) => (typeof part === 'string' ? html`<p>${part}</p>` : part));
  return c.html(
    await html`<!doctype html>
      <html lang="${language}">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <title>${title} – Mailroom</title>
          ${raw(`<style>${STYLE}</style>`)}
        </head>
        <body>
          <main>
            <h1>${title}</h1>
            ${parts}
          </main>
        </body>
      </html>`,
    status,
  );
}
