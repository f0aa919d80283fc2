/** Members who speak as themselves. Part of `config/schema.ts`. */
import { path, settings, type ConfigSources } from './values.ts';

export function puppets(sources: ConfigSources) {
  return settings({
    registration: path(sources)
      .nullable()
      .prefault(null)
      .meta({
        description:
          'A second registration, made by `mailroom registration --puppets` and read by the homeserver too: with it ' +
          'Mailroom says as a member what they wrote in a mail program. null for none: then Mailroom says it for ' +
          'them, or as those members whose own token it was given.',
        example: './puppets.yaml',
      }),
  })
    .prefault({})
    .meta({
      description:
        'Members who speak as themselves in rooms when they answered from a mail program ' +
        '(docs/teams.md#members-who-speak-as-themselves).',
    });
}
