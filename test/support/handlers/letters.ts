/** The bytes of mails that strangers and relays write. */
import { ids } from './fixtures.ts';
import type { Said } from './our-mails.ts';

/** What makes a mail; ids without brackets. */
export interface Letter {
  readonly id?: string;
  readonly from?: string;
  readonly to?: string;
  readonly cc?: string;
  readonly subject?: string;
  readonly answers?: string;
  readonly references?: string;
  readonly text?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Whether the receiver mx.ours.example vouches for From; it does. */
  readonly vouched?: boolean;
  readonly date?: string;
}

/** The bytes of a mail, by Bob to support@ours.example unless it says otherwise. */
export function letter(mail: Letter): Buffer {
  const from = mail.from ?? 'bob@x.example';
  const domain = from.slice(from.lastIndexOf('@') + 1).replace('>', '');
  const brackets = (list: string) =>
    list
      .split(' ')
      .map((id) => (id.startsWith('<') ? id : `<${id}>`))
      .join(' ');
  const fields = {
    ...(mail.vouched === false
      ? {}
      : { 'Authentication-Results': `mx.ours.example; dmarc=pass header.from=${domain}` }),
    ...mail.headers,
    Date: mail.date ?? 'Mon, 1 Jan 2024 10:00:00 +0000',
    From: from,
    To: mail.to ?? 'support@ours.example',
    ...(mail.cc === undefined ? {} : { Cc: mail.cc }),
    Subject: mail.subject ?? 'Printer broken',
    ...(mail.id === undefined ? {} : { 'Message-ID': brackets(mail.id) }),
    ...(mail.answers === undefined ? {} : { 'In-Reply-To': brackets(mail.answers) }),
    ...(mail.references === undefined ? {} : { References: brackets(mail.references) }),
  };
  const head = Object.entries(fields).map(([name, value]) => `${name}: ${value}`);
  return Buffer.from(`${head.join('\r\n')}\r\n\r\n${mail.text ?? `Words of ${mail.id ?? 'nobody'}.`}\r\n`);
}

/** How a report says what became of a recipient. */
export interface ReportedRecipient {
  readonly to: string;
  readonly action: string;
  readonly status: string;
  readonly says?: string;
  readonly original?: string;
}

/** A recipient whose mailbox does not exist. */
export function unknownMailbox(to: string): ReportedRecipient {
  return { to, action: 'failed', status: '5.1.1', says: '550 5.1.1 No such user here' };
}

let reports = 0;

/** A report as relays write it; `names` is how it names our mail. */
export function report(
  said: Pick<Said, 'outgoing'>,
  groups: readonly ReportedRecipient[],
  names: readonly ('envid' | 'message-id' | 'header')[],
  more: { from?: string; to?: string; head?: string } = {},
): string {
  const own = [
    ...(names.includes('message-id') ? [`Message-ID: ${ids.ownMessageId(said.outgoing, 'mailroom.test')}`] : []),
    ...(names.includes('header') ? [`X-Mailroom-Id: ${ids.ownHeader(said.outgoing)}`] : []),
  ];
  const fields = groups.map(({ to, action, status, says, original }) =>
    [
      ...(original === undefined ? [] : [`Original-Recipient: rfc822;${original}`]),
      `Final-Recipient: rfc822;${to}`,
      `Action: ${action}`,
      `Status: ${status}`,
      ...(says === undefined ? [] : [`Diagnostic-Code: smtp; ${says}`]),
      '',
    ].join('\n'),
  );
  return `Return-Path: <>
${more.head ?? 'Delivered-To: support@mailroom.test'}
From: ${more.from ?? 'Mail Delivery System <mailer-daemon@relay.test>'}
To: ${more.to ?? 'support@mailroom.test'}
Subject: Delivery report ${String(++reports)}
Message-ID: <report.${String(reports)}@relay.test>
Auto-Submitted: auto-replied
MIME-Version: 1.0
Content-Type: multipart/report; report-type=delivery-status; boundary=b

--b
Content-Type: text/plain

This report says what became of a mail.

--b
Content-Type: message/delivery-status

Reporting-MTA: dns; relay.test
${names.includes('envid') ? `Original-Envelope-Id: ${ids.envelopeId(said.outgoing, 1)}\n` : ''}
${fields.join('\n')}
--b
Content-Type: text/rfc822-headers

${[...own, 'From: support@mailroom.test', 'Subject: Re: Lamp'].join('\n')}

--b--
`;
}
