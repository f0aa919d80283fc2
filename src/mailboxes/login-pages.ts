/**
 * The pages of a login with one's own mailbox: GET shows whose page it is and takes nothing (programs open links to
 * show what is behind them); the first "go on" binds the link to that browser by a cookie that is made then, so that
 * none can be given in before; what is sent later has that cookie and what its form held. At the end stands a code that
 * the member says in the chat: who has the link only, or the page only, gets no mailbox into anybody's space.
 */
import { Hono } from 'hono';
import type { Context } from 'hono';
import { getCookie, setCookie } from 'hono/cookie';
import { z } from 'zod';
import type { AccountId, UserId } from '../bridge/types.ts';
import type { Database, Queryable, Transaction } from '../db/pool.ts';
import { bindBrowser, countLoginTry, keepCheckedLogin, loginLink } from '../db/secret-tables/own-logins.ts';
import type { LoginLink } from '../db/secret-tables/own-logins.ts';
import type { Log } from '../base/log.ts';
import { parseAddress } from '../mail/address.ts';
import type { Address } from '../mail/types.ts';
import { showPage } from '../web/page.ts';
import { ownFormsOnly } from '../web/site.ts';
import type { SiteRoutes } from '../web/site.ts';
import type { SiteEnv } from '../web/visit.ts';
import type { Say } from '../words/words.ts';
import { words } from '../words/words.ts';
import { beginPage, codePage, formPage } from './login-html.ts';
import type { EnteredLogin } from './login-html.ts';
import * as secrets from './login-secrets.ts';
import { mailboxSettings } from './mailbox-settings.ts';
import { serversFor } from './servers-for.ts';
import type { LoginServers, Outside, ServerRules, ServersTrouble } from './servers-for.ts';
import type { LoginTrouble } from './try-login.ts';

export interface LoginPagesDeps {
  readonly db: Queryable & Pick<Database, 'transaction'>;
  readonly log: Log;
  /** The address of the pages. */
  readonly url: string;
  /** Asked at each visit. */
  readonly rules: () => ServerRules;
  readonly outside: Outside;
  /** Asks the mail servers. */
  readonly tryLogin: (servers: LoginServers, password: string) => Promise<LoginTrouble | null>;
  /** Whether the member may still bring a mailbox, and whether the address is nobody's account yet. */
  readonly mayLogIn: (user: UserId) => boolean;
  readonly isTaken: (address: Address) => boolean;
  /** Seals the password of an account that is not there yet. */
  readonly keepPassword: (tx: Transaction, account: AccountId, password: string) => Promise<void>;
}

/** A visit of a link that can be used. */
interface Visit {
  readonly link: LoginLink;
  readonly hash: Uint8Array;
  readonly say: Say;
}

const text = (most: number) =>
  z
    .string()
    .max(most)
    .regex(/^\P{Cc}*$/u)
    .catch('');
const port = z.coerce.number().int().min(1).max(65_535);
const security = z.enum(['tls', 'starttls']);

const form = z.object({
  step: z.string().catch(''),
  token: text(100),
  address: text(254).transform((value) => value.trim()),
  password: text(1024),
  name: text(100).transform((value) => value.trim()),
  user: text(254).transform((value) => value.trim()),
  'imap-host': text(253).transform((value) => value.trim()),
  'imap-port': port.catch(993),
  'imap-security': security.catch('tls'),
  'smtp-host': text(253).transform((value) => value.trim()),
  'smtp-port': port.catch(587),
  'smtp-security': security.catch('starttls'),
});

export function loginPages(deps: LoginPagesDeps): SiteRoutes {
  const app = new Hono<SiteEnv>();
  app.get('/:secret', (c) => visited(deps, c, ({ link, say }) => showPage(c, 200, () => beginPage(say, link.user))));
  app.post('/:secret', ownFormsOnly(deps.url), (c) => visited(deps, c, (visit) => sent(deps, c, visit)));
  return { at: '/login', app };
}

async function visited(
  deps: LoginPagesDeps,
  c: Context<SiteEnv>,
  then: (visit: Visit) => Promise<Response>,
): Promise<Response> {
  const secret = c.req.param('secret') ?? '';
  const hash = secrets.loginHash(secret);
  const link = secrets.isLoginSecret(secret) ? await loginLink(deps.db, hash) : null;
  if (link !== null) c.set('language', link.language);
  const state = link === null || !deps.mayLogIn(link.user) ? 'over' : link.state;
  if (link === null || state === 'over')
    return showPage(c, 410, (say) => ({ title: say('login-page-over'), body: say('login-page-over-help') }));
  if (state === 'coded')
    return showPage(c, 410, (say) => ({ title: say('login-page-coded'), body: say('login-page-coded-help') }));
  const known = link.browser;
  const cookie = getCookie(c, cookieName(deps.url)) ?? '';
  if (known !== null && !secrets.isSameHash(secrets.loginHash(cookie), known)) {
    return showPage(c, 403, (say) => ({ title: say('login-page-elsewhere'), body: say('login-page-elsewhere-help') }));
  }
  return then({ link, hash, say: words(link.language) });
}

async function sent(deps: LoginPagesDeps, c: Context<SiteEnv>, visit: Visit): Promise<Response> {
  const { link, say } = visit;
  const given = form.parse(await c.req.parseBody());
  if (given.step !== 'try') return begun(deps, c, visit);
  const cookie = getCookie(c, cookieName(deps.url)) ?? '';
  const token = Buffer.from(secrets.formToken(cookie));
  if (link.browser === null || !secrets.isSameHash(token, Buffer.from(given.token))) {
    return showPage(c, 403, () => ({ title: say('web-foreign-form'), body: say('web-foreign-form-help') }));
  }
  const entered = enteredOf(given);
  const again = (wrong: string, open = false) =>
    showPage(c, 200, () => formPage(say, link.user, secrets.formToken(cookie), entered, wrong, open));
  const address = parseAddress(entered.address);
  if (address === null) return again(say('login-page-no-address'));
  if (given.password === '') return again(say('login-page-no-password'));
  // Before anything is asked anywhere, so that no link tries passwords without end.
  if (!(await countLoginTry(deps.db, visit.hash))) return again(say('login-page-too-often'));
  const servers = await serversFor(address, entered.servers, deps.rules(), deps.outside);
  if ('trouble' in servers) return again(troubleWithServers(say, servers.trouble), true);
  const trouble = await deps.tryLogin(servers, given.password);
  deps.log.info('a login with an own mailbox was tried', { user: link.user, result: trouble?.kind ?? 'ok' });
  if (trouble !== null) return again(troubleWithLogin(say, trouble, servers), trouble.kind !== 'refused');
  if (deps.isTaken(address)) return again(say('login-page-taken'));
  return kept(deps, c, visit, servers, { address, name: entered.name, password: given.password });
}

/** Binds the link to this browser, by a secret that no other has; a reload of an open page gets the form again. */
async function begun(deps: LoginPagesDeps, c: Context<SiteEnv>, { link, hash, say }: Visit): Promise<Response> {
  let cookie = getCookie(c, cookieName(deps.url)) ?? '';
  if (link.browser === null) {
    cookie = secrets.newLoginSecret();
    if (!(await bindBrowser(deps.db, hash, secrets.loginHash(cookie)))) {
      return showPage(c, 403, () => ({ title: say('login-page-elsewhere'), body: say('login-page-elsewhere-help') }));
    }
    const secure = deps.url.startsWith('https:');
    setCookie(c, cookieName(deps.url), cookie, { httpOnly: true, sameSite: 'Strict', path: '/', secure, maxAge: 1800 });
  }
  const empty = enteredOf(form.parse({}));
  return showPage(c, 200, () => formPage(say, link.user, secrets.formToken(cookie), empty, null, false));
}

async function kept(
  deps: LoginPagesDeps,
  c: Context<SiteEnv>,
  { link, hash, say }: Visit,
  servers: LoginServers,
  login: { readonly address: Address; readonly name: string; readonly password: string },
): Promise<Response> {
  const { password } = login;
  const account = secrets.newMailboxKey();
  const settings = JSON.stringify(mailboxSettings({ ...login, language: link.language, servers }));
  const code = secrets.newLoginCode();
  const isKept = await deps.db.transaction(async (tx) => {
    const codeHash = secrets.loginCodeHash(hash, code);
    if (!(await keepCheckedLogin(tx, hash, { account, settings }, codeHash))) return false;
    await deps.keepPassword(tx, account, password);
    return true;
  });
  if (!isKept) return showPage(c, 410, () => ({ title: say('login-page-over'), body: say('login-page-over-help') }));
  return showPage(c, 200, () => codePage(say, link.user, code, servers));
}

function enteredOf(given: z.output<typeof form>): EnteredLogin {
  return {
    address: given.address,
    name: given.name,
    servers: {
      user: given.user,
      imap: { host: given['imap-host'], port: given['imap-port'], security: given['imap-security'] },
      smtp: { host: given['smtp-host'], port: given['smtp-port'], security: given['smtp-security'] },
    },
  };
}

function troubleWithServers(say: Say, trouble: ServersTrouble): string {
  return say(`login-page-servers-${trouble}`);
}

function troubleWithLogin(say: Say, { server, kind }: LoginTrouble, servers: LoginServers): string {
  const { host, port: number } = servers[server];
  return say(`login-page-${kind}`, { server: `${host}:${String(number)}` });
}

/** A browser takes a name of this kind from nobody but this host, over TLS (RFC 6265bis section 4.1.3.2). */
function cookieName(url: string): string {
  return url.startsWith('https:') ? '__Host-mailroom-login' : 'mailroom-login';
}
