import { homeTests } from '../support/home.ts';

await homeTests('dendrite', 'Dendrite');
