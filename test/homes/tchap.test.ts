import { homeTests } from '../support/home.ts';

await homeTests({ homeserver: 'tchap', where: 'Synapse with the rules of Tchap', entry: 'space' });
