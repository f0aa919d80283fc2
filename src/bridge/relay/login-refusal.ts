/**
 * What the large providers mean where they do not let Mailroom in, so that people are told what helps. Pure.
 *
 * The signs are of texts that the providers send: Microsoft's replies to SMTP AUTH (`535 5.7.139`) and numbers of Entra
 * (`AADSTS700082`), Google's alerts, the requests of several for an app password. A text that is known by none of them
 * means nothing more than that the login was refused.
 */
import { isVariant } from '../../words/words.ts';
import type { Say, VariantOf } from '../../words/words.ts';

/** What people are told of it: `provider-…` of the words. */
export type LoginRefusal = VariantOf<'provider-'>;

/** Before it where a refusal stands as the reason of an account's state. */
const CODE = 'provider-';

/** A server's words beyond this are not looked at. */
const LONGEST = 2_000;

/** The first that fits is meant: what is more particular stands before what is said besides. Small letters. */
const SIGNS: readonly (readonly [LoginRefusal, RegExp])[] = [
  ['microsoft-smtp-off', /smtpclientauthentication is disabled for the tenant/],
  ['microsoft-smtp-off-mailbox', /smtpclientauthentication is disabled for the mailbox/],
  [
    'microsoft-no-passwords',
    /basic ?auth(?:entication)? ?(?:is )?(?:disabled|blocked|not supported)|\b5\.7\.30\b.{0,80}basic auth/,
  ],
  ['microsoft-policy', /security defaults policy|did not meet the criteria to be authenticated|\b5\.7\.139\b/],
  ['microsoft-policy', /aadsts(?:530\d\d|50005|50076|50079|50158|50131)\b/],
  ['microsoft-send-as', /\bsendasdenied\b|permissions? to send as this sender/],
  ['microsoft-not-logged-in', /client (?:was )?not authenticated to send (?:anonymous )?mail/],
  ['microsoft-not-connected', /user is authenticated but not connected/],
  ['microsoft-consent', /aadsts(?:65001|65004|90094|90095)\b/],
  ['client-refused', /aadsts(?:7000215|7000222|700016|7000218|7000112)\b|\binvalid_client\b|\bunauthorized_client\b/],
  ['login-again', /aadsts(?:700082|700084|70043|70008|50173|50057|50133|54005)\b|\binvalid_grant\b/],
  ['login-again', /nobody has logged in yet|\bconsent_required\b|\binteraction_required\b/],
  ['google-imap-off', /account is not enabled for imap use/],
  ['google-imap-off-organisation', /imap access is disabled for your domain/],
  ['google-web-login', /log in via your web browser|web login required|\bwebalert\b/],
  [
    'google-app-password',
    /application-specific password required|support\.google\.com\/accounts\/answer\/(?:185833|6010255)|less ?secure ?app/,
  ],
  [
    'google-login',
    /username and password not accepted|^\S+ no \[authenticationfailed\] invalid credentials \(failure\)/,
  ],
  ['app-password', /\bapp(?:lication)?[- ]?(?:specific )?passwords?\b/],
  // A mailbox of Exchange Online says no more than this; so say its SMTP servers, which are named behind it.
  ['microsoft-login', /\bauthentication unsuccessful\b.{0,80}\.outlook\.com\b|^\S+ no authenticate failed\.$/],
];

/** What a server's words mean where it refuses a login, or a sender; null where they tell no more than that. */
export function refusalOf(words: string): LoginRefusal | null {
  const text = words.slice(0, LONGEST).replace(/\s+/g, ' ').trim().toLowerCase();
  return SIGNS.find(([, sign]) => sign.test(text))?.[0] ?? null;
}

/** Whether it is the same at the next try, until people act. */
export function isForPeople(refusal: LoginRefusal): boolean {
  return refusal !== 'microsoft-not-connected' && refusal !== 'microsoft-login';
}

/** These take app passwords alone, and do not say so. */
const APP_PASSWORDS = /(?:^|\.)(?:mail\.me\.com|mail\.yahoo\.(?:com|co\.jp)|aol\.com)$/;

/** Whether a server refuses ordinary passwords without a word of it (iCloud, Yahoo, AOL). */
export function wantsAppPassword(host: string): boolean {
  return APP_PASSWORDS.test(host.slice(0, 255).toLowerCase());
}

/** What is said of a reason of an account's state that is a provider's; null where it is another's. */
export function providerLine(code: string | null, say: Say): string | null {
  if (code?.startsWith(CODE) !== true) return null;
  const refusal = code.slice(CODE.length);
  return isVariant('provider-', refusal) ? say(`provider-${refusal}`) : null;
}
