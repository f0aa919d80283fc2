/** Where the key lies that seals passwords and tokens. Part of `config/schema.ts`. */
import { path, settings, type ConfigSources } from './values.ts';

export function secrets(sources: ConfigSources) {
  return settings({
    key_file: path(sources)
      .prefault('./secrets.key')
      .meta({
        description:
          'The key that seals them, made when it is first needed. Outside of the folder of an embedded database, ' +
          'readable by nobody else, the same file for all processes; keep a copy apart from that of the database.',
      }),
  })
    .prefault({})
    .meta({ description: 'Passwords and tokens that are in the database, of accounts that are not in this file.' });
}
