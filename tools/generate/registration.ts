/** registration.example.yaml: what `mailroom registration` writes, with tokens that are none. */
import { makeRegistration, registrationYaml } from '../../src/matrix/registration.ts';

export function exampleRegistration(): string {
  const registration = makeRegistration(
    { url: 'http://127.0.0.1:9000', domain: 'example.org', bot: 'mailroom', ghostPrefix: 'mail_' },
    { as_token: 'made by mailroom registration', hs_token: 'made by mailroom registration' },
  );
  return [
    '# What `mailroom registration` writes: make your own with it, do not copy this. The homeserver reads the ' +
      'same file',
    '# (Synapse: app_service_config_files) and must be restarted after a change.',
    registrationYaml(registration),
  ].join('\n');
}
