/** How an account logs in without a password. Part of `config/schema.ts`. */
import { secret, settings, text, webAddress, type ConfigSources } from './values.ts';

/** The key of this setting: `schema.ts` has it among those of an account. */
export function oauth2(sources: ConfigSources) {
  return {
    oauth2: settings({
      provider: text('a key of oauth2_providers')
        .optional()
        .meta({
          description:
            'A key of oauth2_providers, and nothing else: somebody who may use the mailbox agrees once, by ' +
            '`mailroom login ACCOUNT`. Without it the client logs in by itself (client credentials).',
          example: 'google',
        }),
      issuer: webAddress().optional().meta({
        description: 'The OAuth 2.0 server, which says by itself where it gives tokens.',
        example: 'https://login.microsoftonline.com/TENANT/v2.0',
      }),
      token_url: webAddress().optional().meta({
        description: 'Where it gives tokens, where it does not say so; instead of issuer.',
        example: 'https://login.example.org/oauth2/token',
      }),
      client_id: text('the id of a client').optional().meta({ example: '11111111-2222-3333-4444-555555555555' }),
      client_secret: secret(sources, 'the secret of a client')
        .optional()
        .meta({ example: { file: './support.client-secret' } }),
      scope: text('scopes, separated by blanks')
        .optional()
        .meta({ description: 'What is asked for; that of Exchange Online unless it is named.' }),
    })
      .transform((value, context): AccountOAuth2 => {
        const { provider, issuer, tokenUrl, clientId, clientSecret, scope } = value;
        const given = [issuer, tokenUrl, clientId, clientSecret, scope].some((one) => one !== undefined);
        const refuse = (message: string): void => {
          context.addIssue({ code: 'custom', message, params: { explained: true } });
        };
        if (provider !== undefined) {
          if (given) refuse('provider alone: the rest stands in oauth2_providers');
          return { grant: 'consent', provider };
        }
        if ((issuer === undefined) === (tokenUrl === undefined)) refuse('issuer or token_url, and not both');
        if (clientId === undefined || clientSecret === undefined) refuse('client_id and client_secret, or provider');
        return {
          grant: 'client',
          issuer: issuer ?? null,
          tokenUrl: tokenUrl ?? null,
          clientId: clientId ?? '',
          clientSecret: clientSecret ?? '',
          scope: scope ?? EXCHANGE_ONLINE,
        };
      })
      .nullable()
      .default(null)
      .meta({
        description:
          'Logs in by OAuth 2.0 (SASL XOAUTH2 or OAUTHBEARER) wherever imap and smtp name a user and no password; ' +
          'null for none. Exchange Online takes nothing else.',
      }),
  };
}

const EXCHANGE_ONLINE = 'https://outlook.office365.com/.default';

/** client: the client may use the mailbox by itself. consent: somebody has let it in (`logins/consent.ts`). */
export type AccountOAuth2 =
  | {
      readonly grant: 'client';
      readonly issuer: string | null;
      readonly tokenUrl: string | null;
      readonly clientId: string;
      readonly clientSecret: string;
      readonly scope: string;
    }
  | { readonly grant: 'consent'; readonly provider: string };
