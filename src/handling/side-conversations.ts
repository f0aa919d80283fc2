/**
 * Between a side conversation (`!mail forward`) and the one that it was begun aside from nobody crosses by a mail:
 * whoever belongs to the one alone becomes no ghost, no participant and no recipient of the other, whoever names them
 * in To, Cc or Reply-To. The room is told of whom that concerns.
 */
import { memberByAddress } from '../bridge/account/account.ts';
import type { Account } from '../bridge/account/account.ts';
import { notice } from '../bridge/notice/notices.ts';
import type { MessageKey, ThreadId } from '../bridge/types.ts';
import type { Transaction } from '../db/pool.ts';
import { addSend, eventOfPurpose } from '../db/room-tables/sends.ts';
import { apartFrom, besides, sideOf } from '../db/thread-tables/side-conversations.ts';
import type { MessageFacts } from '../db/thread-tables/threads.ts';
import { addressKey, formatPerson } from '../mail/address.ts';
import type { Address, Person } from '../mail/types.ts';
import { words } from '../words/words.ts';
import type { JobDeps } from './deps.ts';
import { threadLink, withLinks } from './linked-threads.ts';

/** How many who are kept apart are named. */
const NAMED = 10;
/** Characters of an answer that are told in a Matrix thread of the first room; all of it stands in its own room. */
const TOLD = 4_000;

type Named = Pick<MessageFacts, 'to' | 'cc' | 'replyTo'>;

/** Whether an address belongs to a conversation beside this one alone; nobody of the team does. */
function apartIn(account: Account, keys: ReadonlySet<string>): (one: Address) => boolean {
  return (address) => keys.has(addressKey(address)) && memberByAddress(account, address) === null;
}

/**
 * What a mail says of its people without those who belong beside its thread; who those are; and whether what comes
 * there is told in a Matrix thread as well.
 */
export async function withoutApart<Facts extends Named>(
  tx: Transaction,
  account: Account,
  thread: ThreadId,
  facts: Facts,
): Promise<{ readonly facts: Facts; readonly left: readonly Person[]; readonly told: boolean }> {
  const { keys, told } = await apartFrom(tx, thread);
  if (keys.size === 0) return { facts, left: [], told };
  const apart = apartIn(account, keys);
  const kept = (people: readonly Person[]) => people.filter(({ address }) => !apart(address));
  const { to, cc, replyTo } = facts;
  const left = [...new Map([...to, ...cc, ...replyTo].map((one) => [addressKey(one.address), one])).values()];
  return {
    facts: { ...facts, to: kept(to), cc: kept(cc), replyTo: kept(replyTo) },
    left: left.filter(({ address }) => apart(address)),
    told,
  };
}

/**
 * Why these cannot be made recipients of a side conversation, in the account's language: they belong to the one that it
 * was begun aside from, and are never to see it. Null where they can, and in every other conversation: whoever was
 * asked aside can be brought into the first one by name.
 */
export async function refusedAside(
  tx: Transaction,
  account: Account,
  thread: ThreadId,
  people: readonly Person[],
): Promise<string | null> {
  if ((await sideOf(tx, thread)) === null) return null;
  const apart = apartIn(account, (await apartFrom(tx, thread)).keys);
  const refused = people.filter(({ address }) => apart(address));
  if (refused.length === 0) return null;
  return words(account.language)('forward-not-here', { people: refused.map(formatPerson).join(', ') });
}

/** Says in the room of a mail who of its people gets nothing from there, and where they are. */
export async function tellApart(
  tx: Transaction,
  deps: Pick<JobDeps, 'ids' | 'ghosts'>,
  account: Account,
  about: { readonly thread: ThreadId; readonly message: MessageKey; readonly left: readonly Person[] },
): Promise<void> {
  const { thread, message, left } = about;
  if (left.length === 0) return;
  const side = await sideOf(tx, thread);
  const others = side === null ? ((await besides(tx, [thread])).get(thread) ?? []) : [side.first];
  const people = left.slice(0, NAMED).map(formatPerson).join(', ');
  const say = words(account.language);
  const text = side === null ? say('forward-apart-asked', { people }) : say('forward-apart-first', { people });
  const [other] = others;
  const links = other === undefined ? [] : [await threadLink(tx, deps, account, other)];
  await addSend(
    tx,
    notice(deps.ids, {
      place: { account: account.id, thread, room: null },
      bot: deps.ghosts.bot,
      purpose: { kind: 'kept-apart', of: message },
      said: withLinks(text, links),
    }),
  );
}

/** Tells what came in a side conversation in the Matrix thread of the first room, where that was asked for. */
export async function tellAside(
  tx: Transaction,
  deps: Pick<JobDeps, 'ids' | 'ghosts'>,
  account: Account,
  about: {
    readonly thread: ThreadId;
    readonly message: MessageKey;
    readonly from: Person | null;
    readonly text: string;
  },
): Promise<void> {
  const { thread, message, from, text } = about;
  const side = await sideOf(tx, thread);
  if (side?.inThread !== true) return;
  // On the bot's own notice, never on the command: what is said in a thread on that of ours stays inside.
  const root = await eventOfPurpose(tx, account.id, 'forwarded', side.of);
  const say = words(account.language);
  const name = from === null ? '' : from.name === '' ? from.address : from.name;
  const short = Array.from(text.trim()).slice(0, TOLD).join('');
  const more = short.length < text.trim().length ? ' …' : '';
  const head = say('forward-answered', { name });
  const said = withLinks(`${head}\n${short}${more}`, [await threadLink(tx, deps, account, thread)]);
  await addSend(
    tx,
    notice(deps.ids, {
      place: { account: account.id, thread: side.first, room: null },
      bot: deps.ghosts.bot,
      purpose: { kind: 'told-aside', of: message },
      said: { ...said, html: said.html.replaceAll('\n', '<br>') },
      threadRoot: root,
    }),
  );
}
