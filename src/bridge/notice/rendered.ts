/** What a message says, in both forms of an `m.notice`. */

import { escapeHtml } from '../../mail/html/write.ts';

export interface NoticeContent {
  readonly body: string;
  readonly html: string;
}

/** Lines of plain text in both forms. */
export function renderLines(lines: readonly string[]): NoticeContent {
  return { body: lines.join('\n'), html: lines.map(escapeHtml).join('<br>') };
}
