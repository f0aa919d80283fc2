/** Members who speak as themselves. Part of `config/schema.ts`. */
import { z } from 'zod';
import { path, secret, settings, userId, type ConfigSources } from './values.ts';

export function puppets(sources: ConfigSources) {
  return settings({
    registration: path(sources)
      .nullable()
      .prefault(null)
      .meta({
        description:
          'A second registration, made by `mailroom registration --puppets` and read by the homeserver too: with it ' +
          'Mailroom says as a member what they wrote in a mail program. null for none: then it speaks as those alone ' +
          'whose own token it has.',
        example: './puppets.yaml',
      }),
    tokens: z
      .record(userId(), secret(sources, 'an access token'), { error: 'a mapping from users to access tokens' })
      .prefault({})
      .meta({
        description:
          'Access tokens of members, by their user ids, each as { file: PATH } or { env: NAME }: Mailroom speaks as ' +
          'them without the second registration, or where it does not cover them.',
        example: { '@alice:example.org': { file: './alice.token' } },
      }),
    except: z
      .array(userId(), { error: 'a list of users' })
      .prefault([])
      .meta({ description: 'User ids of members who want nobody to speak as them.' }),
  })
    .prefault({})
    .meta({
      description:
        'Members who speak as themselves in rooms when they answered from a mail program ' +
        '(docs/teams.md#members-who-speak-as-themselves).',
    });
}
