/**
 * Everything that operators can ask and do from outside of Matrix: what the commands have there, and what is no
 * command. The HTTP interface (`listener.ts`), its document (`openapi.ts`) and `mailroom ctl` are made of it.
 */
import { COMMANDS } from '../commands/all.ts';
import { MAUTRIX_OPERATIONS } from './mautrix.ts';
import type { Operation } from '../operations/operation.ts';
import { OWN_OPERATIONS } from './own-operations.ts';

/** In the order of the document and of the help. */
export const OPERATIONS: readonly Operation[] = [
  ...COMMANDS.flatMap(({ outside }) => ('operations' in outside ? outside.operations : [])),
  ...OWN_OPERATIONS,
  ...MAUTRIX_OPERATIONS,
];
