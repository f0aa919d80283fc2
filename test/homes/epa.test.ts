import { homeTests } from '../support/home.ts';

await homeTests('epa', 'Synapse with the rules of TI-Messenger for insurers');
