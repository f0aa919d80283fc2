import { homeTests } from '../support/home.ts';

await homeTests({ homeserver: 'dendrite', where: 'Dendrite', entry: 'space' });
