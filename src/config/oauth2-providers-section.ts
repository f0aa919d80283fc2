/** Providers whose people can let Mailroom into their mailboxes. Part of `config/schema.ts`. */
import { z } from 'zod';
import { secret, settings, text, webAddress, type ConfigSources } from './values.ts';

/** What is known of a provider besides what the config says. */
interface KnownProvider {
  readonly name: string;
  readonly issuer: string;
  readonly scope: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly deviceCode: boolean;
}

/**
 * Google gives a refresh token only where offline access is asked for, and again only with its page shown; its device
 * flow knows no scope for mail (developers.google.com/identity/protocols/oauth2/limited-input-device). Microsoft's
 * scopes are those of learn.microsoft.com/exchange/client-developer/legacy-protocols.
 */
const KNOWN: Readonly<Record<string, KnownProvider>> = {
  google: {
    name: 'Google',
    issuer: 'https://accounts.google.com',
    scope: 'openid email https://mail.google.com/',
    parameters: { access_type: 'offline', prompt: 'consent' },
    deviceCode: false,
  },
  microsoft: {
    name: 'Microsoft',
    issuer: 'https://login.microsoftonline.com/common/v2.0',
    scope:
      'openid email profile offline_access https://outlook.office.com/IMAP.AccessAsUser.All ' +
      'https://outlook.office.com/SMTP.Send',
    parameters: { prompt: 'select_account' },
    deviceCode: true,
  },
};
const OTHER: Omit<KnownProvider, 'name' | 'issuer'> = {
  scope: 'openid email offline_access',
  parameters: { prompt: 'consent' },
  deviceCode: true,
};

/** A provider as the config has it, with what is known of it. */
interface OAuth2Provider extends KnownProvider {
  readonly clientId: string;
  /** Null for a public client. */
  readonly clientSecret: string | null;
}

export function oauth2Providers(sources: ConfigSources) {
  const key = 'a key of small letters, digits and hyphens';
  return z
    .record(
      z.string().regex(/^[a-z0-9][a-z0-9-]{0,62}$/, { error: key }),
      settings({
        name: text('a name').optional().meta({ description: 'As people know it.', example: 'Example' }),
        issuer: webAddress()
          .optional()
          .meta({
            description:
              'The OAuth 2.0 server, which says by itself where it is asked. Known for google and microsoft; with ' +
              'microsoft a tenant of your own can stand here.',
            example: 'https://login.microsoftonline.com/TENANT/v2.0',
          }),
        client_id: text('the id of a client').meta({ example: '11111111-2222-3333-4444-555555555555' }),
        client_secret: secret(sources, 'the secret of a client')
          .optional()
          .meta({
            description: 'Without one it is a public client, as Microsoft has them for programs.',
            example: { file: './google.client-secret' },
          }),
        scope: text('scopes, separated by blanks').optional().meta({
          description: 'What is asked for. Known for google and microsoft.',
          example: 'openid email imap smtp',
        }),
        device_code: z.boolean({ error: 'true or false' }).optional().meta({
          description: 'Whether it lets people type a code at its page, for logins from the shell. Known for google.',
          example: true,
        }),
      }),
      { error: 'a mapping from keys of providers to clients' },
    )
    .prefault({})
    .transform((all, context): Readonly<Record<string, OAuth2Provider>> => {
      const found: [string, OAuth2Provider][] = [];
      for (const [name, value] of Object.entries(all)) {
        const known = Object.hasOwn(KNOWN, name) ? KNOWN[name] : undefined;
        const issuer = value.issuer ?? known?.issuer;
        if (issuer === undefined) {
          context.addIssue({ code: 'custom', path: [name, 'issuer'], message: 'the address of an OAuth 2.0 server' });
          continue;
        }
        found.push([
          name,
          {
            name: value.name ?? known?.name ?? name,
            issuer,
            scope: value.scope ?? (known ?? OTHER).scope,
            parameters: (known ?? OTHER).parameters,
            deviceCode: value.deviceCode ?? (known ?? OTHER).deviceCode,
            clientId: value.clientId,
            clientSecret: value.clientSecret ?? null,
          },
        ]);
      }
      return Object.fromEntries(found);
    })
    .meta({
      description:
        "Where somebody lets Mailroom into a mailbox by agreeing on the provider's page (docs/setup.md, Without a " +
        'password): google, microsoft, or a key of your own with an issuer.',
    });
}
