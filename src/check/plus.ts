/**
 * Whether mail to `account+detail@` arrives: a mail is sent through the account's relay and awaited in its mailboxes.
 * What is found out is written into the database; until then no mail names such an address.
 */
import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { IdKey } from '../bridge/ids.ts';
import type { AccountNames } from '../bridge/ids.ts';
import { probeAddress, probeField } from '../bridge/delivery/probe.ts';
import type { AccountConfig, Config } from '../config/config.ts';
import { accountNames } from '../db/account-identities.ts';
import { openDatabase } from '../db/open.ts';
import { loadMigrations, pendingMigrations } from '../db/migrate.ts';
import { isPlusProved, provePlus } from '../db/mail-tables/plus-proofs.ts';
import { Connection } from '../imap/connection.ts';
import { silentLog } from '../base/log.ts';
import { addressKey } from '../mail/address.ts';
import { compose } from '../mail/compose.ts';
import { makeMessageId } from '../mail/message-id.ts';
import type { Address, HeaderField } from '../mail/types.ts';
import { imapSettings, smtpConfig } from '../app/settings.ts';
import { createSmtp } from '../smtp/transport.ts';
import type { CheckFinding } from './finding.ts';

/** How long the mail may take, ms, and how often its mailboxes are looked at. */
const PATIENCE_MS = 60_000;
const LOOK_MS = 1_000;

/**
 * What the probe found. `asked` is whether it was asked for by hand; else only accounts that use tokens and have no
 * proof are probed.
 */
export async function checkPlus(config: Config, account: AccountConfig, asked: boolean): Promise<CheckFinding[]> {
  const what = `${account.id} plus`;
  const keys = [
    ...(account.plusAddresses === 'on' ? ['plus_addresses'] : []),
    ...(account.verp === 'on' ? ['verp'] : []),
  ];
  const wanted = keys.length > 0;
  if (!asked && !wanted) return [];
  const opened = await openDatabase(config.database, silentLog());
  try {
    const { db } = opened;
    if ((await pendingMigrations(db, await loadMigrations())) > 0) {
      return [{ state: 'skip', what, text: 'start Mailroom once, so that the result can be kept, then check again' }];
    }
    const key = addressKey(account.address);
    if (!asked && (await isPlusProved(db, account.id, key))) {
      return [{ state: 'ok', what, text: `mail to ${withDetail(account.address)} arrives; answers go there` }];
    }
    const trouble = await probe(config, account, await accountNames(db));
    if (trouble !== null) {
      const then = wanted ? ` accounts.${account.id}.${keys.join(' and ')} is on, but none is used.` : '';
      return [{ state: wanted ? 'fail' : 'warn', what, text: `${trouble}${then}` }];
    }
    await db.query('INSERT INTO accounts (account) VALUES ($1) ON CONFLICT DO NOTHING', [account.id]);
    await provePlus(db, account.id, key);
    const text = `mail to ${withDetail(account.address)} arrives`;
    const then = wanted ? 'answers go there' : `set accounts.${account.id}.plus_addresses: on to use that`;
    return [{ state: 'ok', what, text: `${text}; ${then}` }];
  } finally {
    await opened.close();
  }
}

function withDetail(address: Address): string {
  return address.replace(/@(?=[^@]*$)/, '+…@');
}

/** Null where it arrived, else what went wrong. */
async function probe(config: Config, account: AccountConfig, names: AccountNames): Promise<string | null> {
  const nonce = randomBytes(12).toString('hex');
  const to = probeAddress(account.address, nonce);
  if (to === null) return `${account.address} is too long for a detail behind its name`;
  const field = probeField(new IdKey(config.secret, names), account.id, addressKey(account.address), nonce);
  const smtp = createSmtp(smtpConfig(config, account), { keepMs: 0, keepMax: 0 });
  try {
    const raw = () =>
      compose(draftOf(account, to, nonce, field), () => {
        throw new Error('no files');
      });
    const result = await smtp.send({ from: account.address, to: [to], size: 2_000, utf8: false }, raw);
    if (result.outcome !== 'answered') return `the relay did not take a mail to ${to}: ${result.text}`;
    const refused = result.recipients.find(({ outcome }) => outcome !== 'accepted');
    if (refused !== undefined) return `the relay does not take mail to ${to}: ${refused.code} ${refused.text}`;
  } finally {
    smtp.close();
  }
  if (await arrives(config, account, field)) return null;
  return (
    `mail to ${to} did not arrive within ${PATIENCE_MS / 1000} s: the mail server does not deliver addresses ` +
    `with a detail (Postfix: recipient_delimiter = +; Dovecot: recipient_delimiter; Exim: local_part_suffix)`
  );
}

function draftOf(
  account: AccountConfig,
  to: Address,
  nonce: string,
  field: HeaderField,
): Parameters<typeof compose>[0] {
  return {
    messageId: makeMessageId(`probe.${nonce}`, account.address.slice(account.address.lastIndexOf('@') + 1)),
    date: new Date(),
    boundary: nonce,
    from: { name: account.name, address: account.address },
    to: [{ name: '', address: to }],
    cc: [],
    subject: 'Mailroom tries whether this address is delivered',
    inReplyTo: null,
    references: [],
    conversation: null,
    text: 'This mail was sent by "mailroom check" and can be deleted.',
    html: '',
    files: [],
    headers: [field, { name: 'Auto-Submitted', value: 'auto-generated' }],
  };
}

/** Waits for it in the watched mailboxes, and takes it away again. */
async function arrives(config: Config, account: AccountConfig, field: HeaderField): Promise<boolean> {
  const options = { idleAfterMs: PATIENCE_MS, onExists: () => undefined };
  const signal = AbortSignal.timeout(2 * PATIENCE_MS);
  const connection = await Connection.open(imapSettings(config, account), options, signal);
  try {
    const end = Date.now() + PATIENCE_MS;
    while (Date.now() < end) {
      for (const mailbox of account.imap.mailboxes) if (await takeAway(connection, mailbox, field)) return true;
      await pause(LOOK_MS);
    }
    return false;
  } finally {
    await connection.close();
  }
}

async function takeAway(connection: Connection, mailbox: string, field: HeaderField): Promise<boolean> {
  return connection.select(mailbox, async (client) => {
    const uids = await client.search({ header: { [field.name]: field.value } }, { uid: true });
    if (!Array.isArray(uids) || uids.length === 0) return false;
    await client.messageDelete(uids, { uid: true });
    return true;
  });
}
