/** Which way a mail took: the Mailrooms and servers that it went through, as its header tells. Pure. */
import type { MailHeader, MailKind } from '../../mail/types.ts';

/** What a mail tells of its way; kept with its facts. */
export interface Way {
  readonly hops: readonly string[];
  /** Number of its Received fields. */
  readonly received: number;
  readonly kind: MailKind;
}

/** The way of a mail. */
export function wayOf({ header, kind }: { readonly header: MailHeader; readonly kind: MailKind }): Way {
  return { hops: header.hops, received: header.received, kind };
}
