/**
 * Everything that operators can ask and do from outside of Matrix: one table, from which the HTTP interface (`listener.ts`), its
 * document (`openapi.ts`) and `mailroom ctl` are made. What is done is done by the functions behind the commands in Matrix.
 */
import { ACCOUNT_OPERATIONS } from './accounts.ts';
import { COMPOSE_OPERATIONS } from './compose.ts';
import { DELIVERY_OPERATIONS } from './delivery.ts';
import { ENTRY_OPERATIONS } from './entry.ts';
import { MAUTRIX_OPERATIONS } from './mautrix.ts';
import { MESSAGE_OPERATIONS } from './messages.ts';
import type { Operation } from './operation.ts';
import { THREAD_OPERATIONS } from './threads.ts';

/** In the order of the document and of the help. */
export const OPERATIONS: readonly Operation[] = [
  ...ACCOUNT_OPERATIONS,
  ...THREAD_OPERATIONS,
  ...COMPOSE_OPERATIONS,
  ...DELIVERY_OPERATIONS,
  ...MESSAGE_OPERATIONS,
  ...ENTRY_OPERATIONS,
  ...MAUTRIX_OPERATIONS,
];

/** The operation of an id. */
export function operationOf(id: string): Operation {
  const found = OPERATIONS.find((one) => one.id === id);
  if (found === undefined) throw new Error(`no operation ${id}`);
  return found;
}
