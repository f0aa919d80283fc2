/** Dates that servers and stores wrote on a mail, for where its own cannot be. */
import { parseDate } from './date.ts';

/** Characters of a field in which its date is sought. */
const FIELD = 4_000;

/** What the beginning of a mail says of its date. */
export interface ReceiptDates {
  /** Whether it has a Date field, whatever that says. */
  readonly hasDate: boolean;
  /** The date of its topmost Received field (RFC 5321 section 4.4: behind the last semicolon). */
  readonly received: Date | null;
}

/** Reads the header of a mail, of which `head` is the beginning. */
export function receiptDates(head: string): ReceiptDates {
  let hasDate = false;
  let received: string | null = null;
  let open = false;
  for (const line of head.split('\n')) {
    if (line === '' || line === '\r') break;
    if (/^[ \t]/.test(line)) {
      if (open && received !== null && received.length < FIELD) received += line;
      continue;
    }
    open = false;
    if (/^date[ \t]*:/i.test(line)) hasDate = true;
    if (received === null && /^received[ \t]*:/i.test(line)) [received, open] = [line, true];
  }
  const date = received?.slice(0, FIELD).split(';').at(-1)?.trim() ?? '';
  return { hasDate, received: received?.includes(';') === true ? parseDate(date) : null };
}

/** The date of the line between the mails of an mbox (RFC 4155: `From`, an address, asctime in UTC). */
export function fromLineDate(line: string): Date | null {
  const date = /^From .*?((?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[ ,].*)$/.exec(line.slice(0, 500).trim())?.[1];
  return date === undefined ? null : parseDate(date);
}
