/** The decision about a suspected mail from outside: what `!mail accept` and `refuse` have in common there. */
import { z } from 'zod';
import { refuseSuspected, releaseSuspected } from '../../db/intake-tables/mails.ts';
import { suspectedAt } from '../../db/helpdesk-tables/views.ts';
import type { SuspectedDecision } from '../../answers/suspected-decided.ts';
import { newAct, tellPlace } from '../../operations/meant.ts';
import { actor, fields, NotThere } from '../../operations/operation.ts';
import type { OperationDeps } from '../../operations/operation.ts';
import { words } from '../../words/words.ts';

/** A suspected mail, and in whose name it is decided. */
export const onSuspected = z.object({
  message: z.string().max(100).meta({ description: 'As `held` lists it.' }),
  as: fields.as,
});

/** Carries it out and tells the lobby. Throws NotThere and NotAllowed. */
export async function decideFromOutside<Decision extends SuspectedDecision>(
  deps: OperationDeps,
  input: z.infer<typeof onSuspected>,
  decision: Decision,
): Promise<{ readonly decided: Decision }> {
  return deps.db.transaction(async (tx) => {
    const held = await suspectedAt(tx, input.message);
    const account = held === null ? undefined : deps.accounts.get(held.account);
    if (held === null || account === undefined) throw new NotThere(`${input.message} is not held`);
    const by = actor(deps, account, input.as, 'release');
    const about = { account: account.id, message: held.message, by };
    const count = decision === 'accept' ? await releaseSuspected(tx, about) : await refuseSuspected(tx, about);
    if (count === 0) throw new NotThere(`${input.message} is not held`);
    const say = words(account.language);
    const line = decision === 'accept' ? say('sender-accepted') : say('sender-refused');
    await tellPlace(tx, deps, { account, thread: null }, { act: newAct(), by, line, replyTo: held.event });
    return { decided: decision };
  });
}
