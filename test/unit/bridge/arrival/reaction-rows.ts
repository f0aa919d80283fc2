/** What becomes of mails that are reactions: rows of the table of `decide-arrival.test.ts`. */
import type { ReactedMessage } from '../../../../src/bridge/arrival/arrival.ts';
import type { EventId, ThreadId } from '../../../../src/bridge/types.ts';
import type { Row } from './arrival-rows.ts';
import { A, fails, key, people, rejects, unchecked } from './arrival-world.ts';
import type { Given } from './arrival-world.ts';

/** An answer of the account in thread A. */
const own: ReactedMessage = {
  message: key('own1'),
  thread: A,
  stands: { by: 'event', event: '$own1' as EventId },
  reactions: 0,
};
const reacted = (more: Partial<ReactedMessage> = {}) => ({ reacted: [{ ...own, ...more }] });
/** Bob, who takes part, to our answer. */
const thumb: Given = { reaction: '👍', answers: 'own1@ours', thread: { standing: 'participant' }, lookups: reacted() };
const eve: Given = { ...thumb, from: people('eve@y.example'), thread: { standing: null } };
const placed = 'reaction 👍 on own1 in a (own-id)';

export const reactions: readonly Row[] = [
  ['a participant’s stands on the message', thumb, `${placed}: reaction in by self`],
  [
    'where nobody is checked too',
    { ...thumb, authentication: 'none', verdict: unchecked },
    `${placed}: reaction in by self`,
  ],
  ['by a list too', { ...thumb, kind: 'list' }, `${placed}: reaction in by self`],
  [
    'under another subject too: it begins no topic',
    { ...thumb, subject: 'Wonderful' },
    `${placed}: reaction in by self`,
  ],
  [
    'one that looks like a sign of ours is said',
    { ...thumb, reaction: '☑️' },
    'reaction ☑️ on own1 in a (own-id): words in by self',
  ],
  [
    'one that looks like the team’s too',
    { ...thumb, reaction: '✅' },
    'reaction ✅ on own1 in a (own-id): words in by self',
  ],
  [
    'one of our own people’s from a mail program is said',
    { ...thumb, role: 'sent', from: people('support@ours.example') },
    `${placed}: words colleague by own`,
  ],
  ['the twentieth stands', { ...thumb, lookups: reacted({ reactions: 19 }) }, `${placed}: reaction in by self`],
  ['more than twenty do not', { ...thumb, lookups: reacted({ reactions: 20 }) }, `${placed}: nowhere in by self`],
  ['a stranger’s, who names our mail, is told in the lobby', eve, 'lobby: own-id as marked notice👍'],
  ['a stranger’s to a mail of others', { ...eve, answers: 'b1@bob' }, 'lobby: in-reply-to as marked notice👍'],
  [
    'a newcomer’s who has had no yes',
    { ...thumb, thread: { standing: 'newcomer', people: new Set(), entered: new Set(['bob@x.example']) } },
    'lobby: own-id as self notice👍',
  ],
  ['a participant’s whom nobody vouches for', { ...thumb, verdict: unchecked }, 'lobby: own-id as marked notice👍'],
  ['a participant’s who fails', { ...thumb, verdict: fails }, 'lobby: own-id as marked notice👍'],
  ['a participant’s who fails where the domain rejects', { ...thumb, verdict: rejects }, 'suspected: dmarc-policy'],
  [
    'one to a mail that nobody knows opens no room',
    { ...thumb, answers: 'far@away', lookups: {} },
    'lobby: unknown-references as self notice👍',
  ],
  [
    'one whose mail stands in another conversation',
    { ...thumb, lookups: reacted({ thread: 'b' as ThreadId }) },
    'lobby: own-id as self notice👍',
  ],
  ['one to a room that gathers lists', { ...thumb, thread: { gathers: 'list' } }, 'lobby: own-id as self notice👍'],
  [
    'one of a blocked sender is kept out, and nobody is written to about it',
    { ...thumb, entry: { rules: [{ effect: 'block', pattern: 'bob@x.example', thread: null }] } },
    'kept-out: blocked by bob@x.example',
  ],
  [
    'a colleague’s to nothing that is known says nothing',
    { ...thumb, role: 'sent', answers: 'far@away', lookups: {} },
    'left: reaction: of no conversation',
  ],
  ['old ones of no conversation are left', { ...eve, quiet: true }, 'left: reaction: of no conversation'],
  [
    'a machine’s is a notice as any automatic reply',
    { ...thumb, kind: 'auto-reply' },
    'joins a (own-id): joined in as self, notice',
  ],
  ['where the account wants none it is a mail', { ...thumb, reactions: 'off' }, 'joins a (own-id): joined in as self'],
];
