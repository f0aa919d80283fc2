/**
 * Draws the pictures of docs/images that are no screenshots: `node tools/pictures/main.ts`. What the bot says in them
 * is said by the functions that say it.
 */
import { join } from 'node:path';
import sharp from 'sharp';
import { renderDraft } from '../../src/bridge/told/draft-told.ts';
import type { Address } from '../../src/mail/types.ts';
import { words } from '../../src/words/words.ts';
import { drawRoom } from './draw-room.ts';
import type { DrawnMessage } from './draw-room.ts';

const say = words('en');
const dora = { name: 'Dora Diaz', address: 'dora@outside.test' as Address };
const ada = { by: 'Ada', colour: '#3b7a1a' };
const ben = { by: 'Ben', colour: '#7a6510' };
const bot = { by: 'Mailroom', colour: '#1f5c99', notice: true } as const;
const first = 'I am sorry, Dora. We send the 40 € back to you today.';

const draft = renderDraft(
  {
    author: 'Ada',
    changedBy: null,
    again: false,
    able: ['Ben', 'Chris'],
    draft: { subject: 'Re: Order 4711 arrived damaged', text: first, files: [] },
    recipients: { to: [dora], cc: [], why: { kind: 'chosen', of: dora.address }, answers: null },
  },
  'en',
);
const [head = '', quoted = ''] = draft.body.split('\n\n');

const messages: readonly DrawnMessage[] = [
  {
    by: 'Dora Diaz',
    colour: '#5b3fb0',
    time: '18:36',
    lines: ['The shelf has a crack. Can I have my money back?'],
  },
  {
    ...ada,
    time: '18:41',
    lines: [first],
    signs: [
      { sign: 'letter', count: 1 },
      { sign: 'tick', count: 1 },
    ],
  },
  {
    ...bot,
    time: '18:41',
    replyTo: { ...ada, text: first },
    lines: [...head.split('\n'), `> ${quoted}`],
    signs: [{ sign: 'yes', count: 1 }],
  },
  { ...bot, time: '18:44', lines: [say('together-yes', { name: 'Ben', seconds: 10 })] },
  { ...ben, time: '18:44', lines: ['!note Chris, please book the 40 €.'] },
];

const svg = drawRoom({ title: 'Ada: Order 4711 arrived damaged', topic: 'support@mailroom.test', messages });
const file = join(import.meta.dirname, '../../docs/images/team-draft.png');
await sharp(Buffer.from(svg)).png({ palette: true }).toFile(file);
