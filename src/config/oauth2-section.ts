/** How an account logs in without a password. Part of `config/schema.ts`. */
import { secret, settings, text, webAddress, type ConfigSources } from './values.ts';

/** The key of this setting: `schema.ts` has it among those of an account. */
export function oauth2(sources: ConfigSources) {
  return {
    oauth2: settings({
      issuer: webAddress().optional().meta({
        description: 'The OAuth 2.0 server, which says by itself where it gives tokens.',
        example: 'https://login.microsoftonline.com/TENANT/v2.0',
      }),
      token_url: webAddress().optional().meta({
        description: 'Where it gives tokens, where it does not say so; instead of issuer.',
        example: 'https://login.example.org/oauth2/token',
      }),
      client_id: text('the id of a client').meta({ example: '11111111-2222-3333-4444-555555555555' }),
      client_secret: secret(sources, 'the secret of a client').meta({ example: { file: './support.client-secret' } }),
      scope: text('scopes, separated by blanks')
        .default('https://outlook.office365.com/.default')
        .meta({ description: 'What is asked for; that of Exchange Online unless it is named.' }),
    })
      .refine((value) => (value.issuer === undefined) !== (value.tokenUrl === undefined), {
        error: 'issuer or token_url, and not both',
        params: { explained: true },
      })
      .transform(({ issuer, tokenUrl, ...rest }) => ({ ...rest, issuer: issuer ?? null, tokenUrl: tokenUrl ?? null }))
      .nullable()
      .default(null)
      .meta({
        description:
          'Logs in by OAuth 2.0 client credentials (SASL XOAUTH2 or OAUTHBEARER) wherever imap and smtp name a user ' +
          'and no password; null for none. Exchange Online takes nothing else for shared mailboxes.',
      }),
  };
}
