import { homeTests } from '../support/home.ts';

await homeTests({ homeserver: 'tim', where: 'Synapse with the rules of TI-Messenger', entry: 'space' });
