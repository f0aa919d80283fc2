/** What a message says, in both forms of an `m.notice`. */

import { escapeHtml } from '../../mail/html/write.ts';

export interface NoticeContent {
  readonly body: string;
  readonly html: string;
}

/** Several, one below the other. */
export function joinedNotices(parts: readonly NoticeContent[]): NoticeContent {
  return { body: parts.map(({ body }) => body).join('\n'), html: parts.map(({ html }) => html).join('<br>') };
}

/** Lines of plain text in both forms. */
export function renderLines(lines: readonly string[]): NoticeContent {
  return { body: lines.join('\n'), html: lines.map(escapeHtml).join('<br>') };
}
