import { join } from 'node:path';
import type { DovecotOptions } from './dovecot.ts';
import { isRoot } from './paths.ts';
import { loopback } from './ports.ts';
import { serverUser, type SystemUser } from './system-users.ts';

/** A section of Dovecot's configuration language: settings, then sections inside. */
function section(
  head: string,
  settings: Readonly<Record<string, string | number>>,
  inner: readonly string[] = [],
): string {
  const lines = [
    ...Object.entries(settings).map(([key, value]) => `${key} = ${value}`),
    ...inner.flatMap((each) => each.split('\n')),
  ];
  return `${head} {\n${lines.map((line) => `  ${line}`).join('\n')}\n}`;
}

function settings(entries: Readonly<Record<string, string | number>>): string {
  return Object.entries(entries)
    .map(([key, value]) => `${key} = ${value}`)
    .join('\n');
}

/** Folders with a special use (RFC 6154), there from the first login on. */
const specialUse = ['Drafts', 'Sent', 'Junk', 'Trash', 'Archive'];

function services(ports: DovecotOptions['ports']): string[] {
  // Without root nobody can chroot.
  const chroot: Record<string, string> = isRoot() ? {} : { chroot: '' };
  return [
    section('service imap-login', { ...chroot, service_count: 0, client_limit: 4000, process_min_avail: 1 }, [
      section('inet_listener imap', { port: ports.imap }),
      section('inet_listener imaps', { port: ports.imaps, ssl: 'yes' }),
    ]),
    section('service imap', { process_limit: 4000, client_limit: 1 }),
    section('service lmtp', {}, [section('inet_listener lmtp', { address: loopback, port: ports.lmtp })]),
    // A closed penalty socket: otherwise each wrong password slows down the next login from loopback, by up to 15 s.
    section('service anvil', { ...chroot, client_limit: 20_000 }, [
      section('unix_listener anvil-auth-penalty', { mode: 0 }),
    ]),
    // As root the users file may be read by root and Exim's group alone.
    section('service auth', { client_limit: 20_000, ...(isRoot() ? { user: 'root' } : {}) }),
    section('service stats', { client_limit: 20_000 }),
  ];
}

/** Where it reads how tokens are asked about. */
export function tokensFile(home: string): string {
  return join(home, 'tokens.conf');
}

/** The file for `passdb oauth2`: tokens are asked about by GET, appended to this address. */
export function tokensConfig(introspection: string): string {
  return `${settings({
    introspection_mode: 'get',
    introspection_url: introspection,
    username_attribute: 'username',
    active_attribute: 'active',
    active_value: 'true',
  })}\n`;
}

function tokens(home: string): string {
  return section('passdb', { driver: 'oauth2', mechanisms: 'xoauth2 oauthbearer', args: tokensFile(home) });
}

/**
 * The configuration of a Dovecot 2.3 that stands alone: loopback, its own folders, users from one passwd-file that is
 * read again when it changes, plus-addresses into INBOX, mail as Maildir of `user`.
 */
export async function dovecotConfig(options: DovecotOptions, user: SystemUser): Promise<string> {
  const { home, ports, users, certificates, introspection } = options;
  const [login, internal] = await Promise.all([serverUser(['dovenull']), serverUser(['dovecot'])]);
  const general = settings({
    base_dir: join(home, 'run'),
    state_dir: join(home, 'state'),
    log_path: '/dev/stderr',
    protocols: 'imap lmtp',
    listen: loopback,
    default_login_user: login.name,
    default_internal_user: internal.name,
    default_internal_group: internal.group,
    default_vsz_limit: '1G',
    first_valid_uid: 1,
    first_valid_gid: 1,
    ssl: 'yes',
    ssl_cert: `<${certificates.certificate}`,
    ssl_key: `<${certificates.key}`,
    disable_plaintext_auth: 'no',
    auth_mechanisms: introspection === undefined ? 'plain login' : 'plain login xoauth2 oauthbearer',
    auth_username_format: '%Lu',
    // A wrong password is answered at once instead of after two seconds.
    auth_failure_delay: 0,
    mail_location: 'maildir:~/Maildir',
    recipient_delimiter: '+',
    lmtp_save_to_detail_mailbox: 'no',
    postmaster_address: 'postmaster@localhost',
    hostname: 'localhost',
  });
  const folders = specialUse.map((name) => section(`mailbox ${name}`, { auto: 'subscribe', special_use: `\\${name}` }));
  return `${[
    general,
    ...(introspection === undefined ? [] : [tokens(home)]),
    section('passdb', { driver: 'passwd-file', args: `scheme=PLAIN username_format=%u ${users.file}` }),
    section('userdb', {
      driver: 'passwd-file',
      args: `username_format=%u ${users.file}`,
      default_fields: `uid=${user.uid} gid=${user.gid} home=${join(home, 'mail')}/%d/%n`,
    }),
    section('namespace inbox', { inbox: 'yes', separator: '/' }, folders),
    section('protocol imap', { mail_max_userip_connections: 5000, imap_idle_notify_interval: '29 mins' }),
    ...services(ports),
  ].join('\n')}\n`;
}
