/** Reports of mail servers and mail programs, in words. Pure. */
import type { Say, VariantOf } from './words.ts';

/** What happened to a mail of ours, by RFC 3464's actions. */
type ReportAction = 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';

/** What became of a mail in its reader's program, by RFC 8098's dispositions. */
export type Disposition = 'displayed' | 'deleted' | 'denied' | 'failed' | 'processed' | 'dispatched';

/** Feedback types of RFC 5965 and its registry. */
export type Feedback = VariantOf<'report-feedback-'>;

/** What happened to a mail; `who` is '' where the report names nobody. */
export function actionLine(say: Say, action: ReportAction, who: string): string {
  return who === '' ? say(`report-action-${action}-without-who`) : say(`report-action-${action}`, { who });
}

/** What somebody's mail program did; `subject` is that of the mail, '' where it is not known. */
export function dispositionLine(say: Say, disposition: Disposition, who: string, subject: string): string {
  return subject === ''
    ? say(`report-disposition-${disposition}-without-subject`, { who })
    : say(`report-disposition-${disposition}`, { who, subject });
}
