/** The listener for pages that people open in a browser. Part of `config/schema.ts`. */
import { z } from 'zod';
import { port, settings, text, webAddress } from './values.ts';

/** What `url` may be: a proxy passes all below its name on, and a password goes over no open line. */
const expected = 'an address such as https://mail.example.org: https unless it is this machine, and nothing behind it';

export function web() {
  return settings({
    listen: settings({ host: text('a host name or an IP address').default('127.0.0.1'), port: port().default(9003) })
      .prefault({})
      .meta({ description: 'Where it listens, for a proxy with TLS in front of it.' }),
    url: webAddress()
      .refine((value) => isOrigin(value), { error: expected })
      .meta({ description: 'The address that people open.', example: 'https://mail.example.org' }),
    behind_proxy: z
      .boolean({ error: 'true or false' })
      .default(true)
      .meta({
        description:
          'Whether every visit comes by a proxy that adds the address of the visitor as the last of ' +
          'X-Forwarded-For; by it visits are counted.',
      }),
  })
    .nullable()
    .default(null)
    .meta({
      description:
        'Pages that people open in a browser: the login with their own mailbox, and what others need who take part ' +
        'by mail. null for none.',
    });
}

function isOrigin(value: string): boolean {
  const { protocol, hostname, pathname, origin } = new URL(value);
  if (pathname !== '/' || origin !== value.toLowerCase()) return false;
  return protocol === 'https:' || ['127.0.0.1', '[::1]', 'localhost'].includes(hostname);
}
