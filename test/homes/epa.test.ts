import { homeTests } from '../support/home.ts';

await homeTests({ homeserver: 'epa', where: 'Synapse with the rules of TI-Messenger for insurers', entry: 'invited' });
