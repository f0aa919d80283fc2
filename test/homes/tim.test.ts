import { homeTests } from '../support/home.ts';

await homeTests('tim', 'Synapse with the rules of TI-Messenger');
