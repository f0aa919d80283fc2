/** Rows of `decideArrival` about what is more than strangers may begin. */
import { floodBuckets } from '../../../../src/bridge/admission/flood.ts';
import type { FloodKnown } from '../../../../src/bridge/arrival/arrival.ts';
import type { Row } from './arrival-rows.ts';
import { knownMessage, rejects } from './arrival-world.ts';

/** Everything that strangers may make within an hour is used up. */
const full: FloodKnown = {
  at: 1_000,
  buckets: new Map(
    floodBuckets({ verified: true, domain: 'x.example' })
      .concat(floodBuckets({ verified: false, domain: 'x.example' }))
      .map((name) => [name, { level: 0, at: 1_000 }]),
  ),
  sender: { self: false, claimed: false },
  newOthers: 0,
  listRoom: false,
};
const crowd = (more: Partial<FloodKnown> = {}) => ({ lookups: { flood: { ...full, ...more } } });
const known = { sender: { self: true, claimed: true } };

export const crowded: readonly Row[] = [
  ['a first mail waits where rooms are used up', crowd(), 'overflow: rooms untold'],
  [
    'somebody new in a conversation waits where ghosts are used up',
    { ...crowd(), answers: 'b1@bob' },
    'overflow: ghosts untold',
  ],
  [
    'whoever is known goes on in a conversation',
    { ...crowd(known), answers: 'b1@bob' },
    'joins a (in-reply-to): joined in as self',
  ],
  [
    'a suspected mail is suspected before it is one too many',
    { ...crowd(), verdict: rejects },
    'suspected: dmarc-policy',
  ],
  ['a copy is none too many', { lookups: { similar: [knownMessage()], ...crowd().lookups } }, 'copy of first'],
  ['what a member has let in is shown', { ...crowd(), letIn: true }, 'opens new (no-references): opened in as self'],
  [
    'what our own people begin is none too many',
    { ...crowd(), role: 'sent' },
    'opens new (no-references): ours colleague as own',
  ],
];
