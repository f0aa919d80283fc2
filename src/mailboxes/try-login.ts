/** Tries a login at its servers: IMAP, then SMTP. No mail is read, none is sent. */
import { Connection } from '../imap/connection.ts';
import { ImapFailure } from '../imap/failure.ts';
import { defaultTiming } from '../imap/settings.ts';
import type { NotSent } from '../smtp/result.ts';
import { createSmtp, SMTP_TIMEOUTS } from '../smtp/transport.ts';
import type { LoginServers } from './servers-for.ts';

/** How long each server has, milliseconds. */
const PATIENCE_MS = 15_000;

/** refused: the login. tls: nothing that can be trusted. away: everything else. */
export interface LoginTrouble {
  readonly server: 'imap' | 'smtp';
  readonly kind: 'refused' | 'tls' | 'away';
}

/** Null where both take it. The second is not asked where the first refuses: a wrong password is said once. */
export async function tryLogin(servers: LoginServers, password: string): Promise<LoginTrouble | null> {
  const imap = await tryImap(servers, password);
  if (imap !== null) return { server: 'imap', kind: imap };
  const smtp = await trySmtp(servers, password);
  return smtp === null ? null : { server: 'smtp', kind: smtp };
}

async function tryImap({ imap, user }: LoginServers, password: string): Promise<LoginTrouble['kind'] | null> {
  const settings = {
    ...imap,
    user,
    password,
    mailboxes: ['INBOX'],
    sentMailbox: null,
    firstStartDays: 0,
    mailSize: 0,
    follow: null,
    pollMs: PATIENCE_MS,
    timing: { ...defaultTiming(), connectMs: PATIENCE_MS, socketMs: PATIENCE_MS },
  };
  const options = { idleAfterMs: PATIENCE_MS, onExists: () => undefined };
  let connection: Connection | null = null;
  try {
    connection = await Connection.open(settings, options, AbortSignal.timeout(PATIENCE_MS));
    return null;
  } catch (error) {
    if (!(error instanceof ImapFailure)) throw error;
    if (error.kind === 'refused' || error.kind === 'refused-unexplained') return 'refused';
    return /CERT|TLS|SSL|SIGNATURE/.test(error.code) ? 'tls' : 'away';
  } finally {
    await connection?.close();
  }
}

async function trySmtp({ smtp, user }: LoginServers, password: string): Promise<LoginTrouble['kind'] | null> {
  const timeouts = { ...SMTP_TIMEOUTS, connect: PATIENCE_MS, greeting: PATIENCE_MS, silence: PATIENCE_MS };
  const config = { ...smtp, login: { user, password }, ehlo: null, timeouts };
  const tried = createSmtp(config, { keepMs: 0, keepMax: 0 });
  try {
    const result = await tried.verify();
    return result.outcome === 'ready' ? null : kindOf(result);
  } finally {
    tried.close();
  }
}

function kindOf({ reason }: NotSent): LoginTrouble['kind'] {
  if (reason === 'login') return 'refused';
  return reason === 'tls' ? 'tls' : 'away';
}
