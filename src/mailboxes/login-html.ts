/** The pages of a login with one's own mailbox. What strangers and members wrote is escaped where it is put in. */
import { html } from 'hono/html';
import type { UserId } from '../bridge/types.ts';
import type { PageContent } from '../web/page.ts';
import type { Say } from '../words/words.ts';
import type { LoginServers, WrittenServers } from './servers-for.ts';

/** What is wrong with what was sent, as a text. */
type Wrong = string | null;

/** What is shown again of what was entered; never a password. */
export interface EnteredLogin {
  readonly address: string;
  readonly name: string;
  readonly servers: WrittenServers;
}

/** Before anything is entered: whose page it is. Opening it takes nothing, since programs open links too. */
export function beginPage(say: Say, user: UserId): PageContent {
  return {
    title: say('login-page-title'),
    body: [
      html`<p>${say('login-page-whose', { user })}</p>`,
      html`<form method="post"><button name="step" value="begin">${say('login-page-begin')}</button></form>`,
    ],
  };
}

/** The form. `open`: the fields for servers are shown at once, where they are needed. */
export function formPage(
  say: Say,
  user: UserId,
  token: string,
  entered: EnteredLogin,
  wrong: Wrong,
  open: boolean,
): PageContent {
  const { address, name, servers } = entered;
  return {
    title: wrong === null ? say('login-page-title') : say('login-page-wrong-title'),
    body: [
      wrong === null ? '' : html`<p class="wrong" id="wrong" role="alert">${wrong}</p>`,
      html`<p>${say('login-page-whose', { user })}</p>`,
      html`<form method="post">
        <input type="hidden" name="token" value="${token}" />
        <label for="address">${say('login-page-address')}</label>
        <input
          id="address"
          name="address"
          type="email"
          autocomplete="email"
          required
          maxlength="254"
          value="${address}"
          ${wrong === null ? '' : html`aria-describedby="wrong"`}
        />
        <label for="password">${say('login-page-password')}</label>
        <input
          id="password"
          name="password"
          type="password"
          autocomplete="current-password"
          required
          maxlength="1024"
          aria-describedby="password-hint"
        />
        <span class="hint" id="password-hint">${say('login-page-password-hint')}</span>
        <label for="name">${say('login-page-name')}</label>
        <input id="name" name="name" autocomplete="name" maxlength="100" value="${name}" aria-describedby="name-hint" />
        <span class="hint" id="name-hint">${say('login-page-name-hint')}</span>
        <details ${open ? html`open` : ''}>
          <summary>${say('login-page-servers')}</summary>
          <p>${say('login-page-servers-hint')}</p>
          ${serverFields(say, 'imap', servers.imap)} ${serverFields(say, 'smtp', servers.smtp)}
          <label for="user">${say('login-page-user')}</label>
          <input id="user" name="user" autocomplete="username" maxlength="254" value="${servers.user}" />
        </details>
        <button name="step" value="try">${say('login-page-try')}</button>
      </form>`,
    ],
  };
}

function serverFields(say: Say, kind: 'imap' | 'smtp', server: WrittenServers['imap']) {
  const chosen = (one: string) => (server.security === one ? html`selected` : '');
  return html`<fieldset>
    <legend>${say(`login-page-${kind}`)}</legend>
    <label for="${kind}-host">${say('login-page-host')}</label>
    <input id="${kind}-host" name="${kind}-host" autocomplete="off" maxlength="253" value="${server.host}" />
    <label for="${kind}-port">${say('login-page-port')}</label>
    <input
      id="${kind}-port"
      name="${kind}-port"
      inputmode="numeric"
      autocomplete="off"
      maxlength="5"
      value="${String(server.port)}"
    />
    <label for="${kind}-security">${say('login-page-security')}</label>
    <select id="${kind}-security" name="${kind}-security">
      <option value="tls" ${chosen('tls')}>TLS</option>
      <option value="starttls" ${chosen('starttls')}>STARTTLS</option>
    </select>
  </fieldset>`;
}

/** The code, and what was found. */
export function codePage(say: Say, user: UserId, code: string, { imap, smtp }: LoginServers): PageContent {
  return {
    title: say('login-page-code-title'),
    body: [
      html`<p>${say('login-page-code', { user })}</p>`,
      html`<p class="code">login ${code}</p>`,
      html`<p>${say('login-page-code-then')}</p>`,
      html`<p>${say('login-page-found', { imap: imap.host, smtp: smtp.host })}</p>`,
    ],
  };
}
