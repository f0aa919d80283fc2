/** The HTTP interface for operators. Part of `config/schema.ts`. */
import { integer, port, secret, settings, text, type ConfigSources } from './values.ts';

export function provisioning(sources: ConfigSources) {
  return settings({
    listen: settings({ host: text('a host name or an IP address').default('127.0.0.1'), port: port().default(9002) })
      .prefault({})
      .meta({ description: 'Where it listens once there is a token. Keep it inside, or behind a proxy with TLS.' }),
    token: secret(sources, 'a token of at least 32 characters')
      .refine((value) => value === '' || value.length >= 32, { error: 'a token of at least 32 characters' })
      .nullable()
      .default(null)
      .meta({
        description:
          'The bearer token that whoever asks must have, as { file: PATH } or { env: NAME }; null for no such ' +
          'interface. Who has it reads the mail of all accounts, and acts for everybody who may act.',
      }),
    per_minute: integer('a number of requests', 1, 100_000)
      .default(120)
      .meta({ description: 'Requests a minute from one address.' }),
  })
    .prefault({})
    .meta({
      description:
        'An HTTP interface for operators: what the commands in Matrix do, for all accounts. Its document is ' +
        'docs/openapi.json.',
    });
}
