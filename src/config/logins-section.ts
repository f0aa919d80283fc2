/** Who may log in with a mailbox of their own, and at which servers. Part of `config/schema.ts`. */
import { z } from 'zod';
import { certificates, port, settings, text, type ConfigSources } from './values.ts';

export function logins(sources: ConfigSources) {
  const people = 'a user (@alice:example.org), a server (example.org) or *';
  const domain = 'a domain such as example.org';
  return settings({
    allowed: z
      .array(z.string().regex(/^(?:\*|(?:@[\x21-\x39\x3b-\x7e]+:)?[A-Za-z0-9.\-[\]:]+)$/, { error: people }), {
        error: `a list of ${people}`,
      })
      .prefault([])
      .meta({
        description:
          'Who may bring a mailbox of their own with `!mail login`: users (@alice:example.org), servers ' +
          '(example.org) or * for everybody who may use Mailroom. Empty: nobody. Needs web.',
      }),
    servers: z
      .array(
        settings({
          domains: z
            .array(z.string().regex(/^(?:[a-z0-9-]{1,63}\.)*[a-z0-9-]{1,63}$/, { error: domain }), {
              error: 'a list of domains',
            })
            .min(1, { error: 'at least one domain' })
            .meta({ description: 'For addresses of these domains, in small letters.', example: ['example.org'] }),
          imap: server(sources, 'imap.example.org', 993, 'tls'),
          smtp: server(sources, 'smtp.example.org', 587, 'starttls'),
          login: z
            .enum(['address', 'local-part'], { error: 'address or local-part' })
            .default('address')
            .meta({ description: 'What its users log in with: their address, or what stands before its @.' }),
        }),
        { error: 'a list of servers' },
      )
      .prefault([])
      .meta({
        description:
          'Mail servers of your own, which may be inside. Without an entry for a domain its servers are found from ' +
          'the address (SRV records, autoconfig), and only those with public addresses are connected to.',
      }),
    closed_network: z
      .boolean({ error: 'true or false' })
      .default(false)
      .meta({ description: 'true: only the servers named here, and nothing is looked for anywhere.' }),
  })
    .prefault({})
    .meta({ description: "Members' own mailboxes (docs/own-mailbox.md)." });
}

function server(sources: ConfigSources, host: string, standard: number, safety: 'tls' | 'starttls') {
  return settings({
    host: text('a host name').meta({ example: host }),
    port: port().default(standard),
    security: z
      .enum(['tls', 'starttls', 'none'], { error: 'tls, starttls or none' })
      .default(safety)
      .meta({ description: 'tls, starttls (required, never skipped) or none (only inside one machine).' }),
    ca_file: certificates(sources).optional().meta({
      description: "Certificate authorities to trust instead of the system's: a PEM file.",
      example: './ca.pem',
    }),
  })
    .transform(({ caFile, ...rest }) => ({ ...rest, ca: caFile ?? null }))
    .meta({ example: { host, port: standard, security: safety } });
}
