/**
 * The header of a mail as values: what is decided about a mail by its header is decided by these, and nobody looks at
 * fields as strangers wrote them again. Runs where mails are parsed, under its bounds of time and memory.
 */
import { detailOf, parsePeople } from '../address.ts';
import { envelopeSender, parseReceived } from '../authentication/received.ts';
import { parseResults } from '../authentication/results.ts';
import { readSeal, sealInstance } from '../authentication/seals.ts';
import type { DetailedRecipient, HeaderField, MailHeader, TraceEntry } from '../types.ts';
import { formerIds, isGroup, listIdOf, listNameOf, ownValue, readHops } from './fields.ts';
import { OWN_HEADER, PROBE_HEADER } from './own-fields.ts';
import { sentOn } from './sent-on.ts';
import { readConversation, threadIndexRoot } from './thread-index.ts';

/** Fields of the trace that are read, from the top; real mails have up to thirty. */
const MOST_TRACE = 100;
/** RFC 8617 section 4.2.1: a chain has at most 50 sets; of a longer one nothing is believed. */
const MOST_SEALS = 50;
/** People that are read of one field of recipients. */
const MOST_PEOPLE = 500;
/** Addresses with a detail that are kept of one mail. */
const MOST_DETAILED = 1_000;

/**
 * Where a mail was delivered to, most telling first: what the delivering server wrote, then what was resent, then what
 * the sender wrote. A plus-address in Bcc stands in the first ones only.
 */
export const RECIPIENT_FIELDS = [
  'delivered-to',
  'envelope-to',
  'x-envelope-to',
  'x-original-to',
  'resent-to',
  'to',
  'cc',
] as const;

/**
 * What servers write when they put a mail into a mailbox: the first is RFC 9228's, the rest Postfix's, Exim's and
 * others'.
 */
const DELIVERED: ReadonlySet<string> = new Set([
  'delivered-to',
  'x-delivered-to',
  'x-original-to',
  'envelope-to',
  'x-envelope-to',
]);

/** @param fields in the order of the mail, names in lower case, values unfolded and bounded */
export function readHeader(fields: readonly HeaderField[]): MailHeader {
  const named = (name: string) => fields.filter((field) => field.name === name);
  const count = (name: string): number => named(name).length;
  const exchange = named('x-ms-exchange-organization-authas');
  const seals = named('arc-seal');
  const sealed = named('arc-authentication-results');
  return {
    trace: traceOf(fields),
    received: count('received'),
    authors: count('from'),
    group: isGroup(fields),
    envelopeSender: envelopeSender(fields),
    returnPaths: named('return-path')
      .slice(0, 20)
      .map(({ value }) => (/^\s*<\s*>\s*$/.test(value) ? 'null' : 'address')),
    delivered: fields.some(({ name }) => DELIVERED.has(name)),
    exchangeInternal: exchange.length === 1 && /^internal$/i.test(exchange[0]?.value ?? ''),
    signatures: count('dkim-signature'),
    seals: seals.length > MOST_SEALS ? [] : seals.map(({ value }) => readSeal(value)),
    sealCount: seals.length,
    sealedResults:
      sealed.length > MOST_SEALS
        ? []
        : sealed.map(({ value }) => ({ instance: sealInstance(value), results: parseResults(value) })),
    recipients: detailedRecipients(fields),
    sentOn: sentOn(fields),
    list: count('list-id') === 0 ? null : { id: listIdOf(fields), name: listNameOf(fields) },
    threadIndex: threadIndexRoot(fields),
    conversation: readConversation(fields),
    formerIds: formerIds(fields),
    hops: readHops(fields),
    own: ownValue(fields, OWN_HEADER),
    probe: ownValue(fields, PROBE_HEADER),
  };
}

function traceOf(fields: readonly HeaderField[]): TraceEntry[] {
  return fields
    .filter(({ name }) => name === 'received' || name === 'authentication-results')
    .slice(0, MOST_TRACE)
    .map(({ name, value }) =>
      name === 'received'
        ? { is: 'received', hop: parseReceived(value) }
        : { is: 'results', results: parseResults(value) },
    );
}

/** Of the recipients those whose address has a detail (`support+detail@`), as only they can say anything to us. */
function detailedRecipients(fields: readonly HeaderField[]): DetailedRecipient[] {
  const found: DetailedRecipient[] = [];
  for (const { name, value } of fields) {
    const field = RECIPIENT_FIELDS.find((one) => one === name);
    if (field === undefined) continue;
    for (const { address } of parsePeople(value, MOST_PEOPLE)) {
      const detail = detailOf(address);
      if (detail !== null && found.length < MOST_DETAILED) found.push({ field, address, detail });
    }
  }
  return found;
}
