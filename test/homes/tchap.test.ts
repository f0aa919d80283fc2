import { homeTests } from '../support/home.ts';

await homeTests('tchap', 'Synapse with the rules of Tchap');
