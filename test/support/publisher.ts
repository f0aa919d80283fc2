import type { Publisher } from '../../tools/release/publisher.ts';

/** A publisher that there is not. */
export const publisherForTests: Publisher = {
  name: 'Example Publishers',
  contact: 'security@publisher.example',
  repository: 'https://code.publisher.example/mailroom',
  homepage: 'https://publisher.example/mailroom',
  bugs: 'https://code.publisher.example/mailroom/issues',
  image: 'registry.publisher.example/mailroom',
};
