/**
 * Draws docs/images/team-forward.png: `node tools/pictures/forward.ts`. What the bot says in it is said by the texts
 * that say it.
 */
import { join } from 'node:path';
import sharp from 'sharp';
import { renderGoesTo } from '../../src/bridge/delivery/outcome-told.ts';
import type { Address } from '../../src/mail/types.ts';
import { forwardedLines } from '../../src/words/marks.ts';
import { words } from '../../src/words/words.ts';
import { drawRoom } from './draw-room.ts';
import type { DrawnMessage, DrawnRoom } from './draw-room.ts';

const say = words('en');
const dora = { name: '', address: 'dora@shop.example' as Address };
const ada = { by: 'Ada', colour: '#3b7a1a' };
const bot = { by: 'Mailroom', colour: '#1f5c99', notice: true } as const;
const letter = 'My lamp blinks. Is that how it should be?';
const command = `!mail forward ${dora.address} Is that one of yours?`;
const header = forwardedLines(say, {
  from: 'Carl Client <carl@customer.example>',
  date: { year: 2026, month: 3, day: 9, time: '10:20' },
  subject: 'Broken lamp',
  to: 'support@ours.example',
  cc: '',
});
const tick = { sign: 'tick', count: 1 } as const;
const mailed = { sign: 'letter', count: 1 } as const;

const first: readonly DrawnMessage[] = [
  { by: 'Carl Client', colour: '#5b3fb0', time: '10:20', lines: [letter, '[lamp.jpg]'] },
  {
    ...ada,
    time: '10:31',
    lines: [command],
    replyTo: { by: 'Carl Client', colour: '#5b3fb0', text: letter },
  },
  {
    ...bot,
    time: '10:31',
    lines: [say('forward-begun', { name: 'Ada', people: dora.address }), 'Fwd: Broken lamp'],
    replyTo: { ...ada, text: command },
  },
];
const aside: readonly DrawnMessage[] = [
  {
    ...bot,
    time: '10:31',
    lines: [
      say('compose-welcome', { from: 'support@ours.example', people: dora.address }),
      say('compose-subject', { subject: 'Fwd: Broken lamp' }),
      `${say('forward-aside')} Broken lamp`,
    ],
  },
  {
    ...bot,
    time: '10:31',
    lines: [
      say('forward-wrote', { name: 'Ada' }),
      '> Is that one of yours?',
      ...header,
      letter,
      say('forward-files', { names: 'lamp.jpg' }),
    ],
    signs: [mailed, tick],
  },
  {
    ...bot,
    time: '10:31',
    lines: [
      ...renderGoesTo(
        { to: [dora], cc: [], why: { kind: 'chosen', of: dora.address }, answers: null },
        'en',
      ).body.split('\n'),
      say('recipients-first-time', { people: dora.address, seconds: 10 }),
    ],
  },
  {
    by: 'Dora Diaz',
    colour: '#7a6510',
    time: '11:05',
    lines: ['It is ours, and he has the wrong bulb in it. We send you one.'],
  },
  { ...ada, time: '11:07', lines: ['Thank you, Dora!'], signs: [mailed, tick] },
];

const rooms: readonly DrawnRoom[] = [
  { title: 'Broken lamp', topic: 'Carl Client <carl@customer.example>', messages: first },
  { title: 'Fwd: Broken lamp', topic: dora.address, messages: aside },
];
const pictures = await Promise.all(
  rooms.map((room) =>
    sharp(Buffer.from(drawRoom(room)))
      .png()
      .toBuffer({ resolveWithObject: true }),
  ),
);
const GAP = 24;
const width = pictures.reduce((sum, { info }) => sum + info.width + GAP, -GAP);
const height = Math.max(...pictures.map(({ info }) => info.height));
const placed = pictures.map(({ data, info }, at) => ({ input: data, left: at * (info.width + GAP), top: 0 }));
await sharp({ create: { width, height, channels: 3, background: '#d8d8d8' } })
  .composite(placed)
  .png({ palette: true })
  .toFile(join(import.meta.dirname, '../../docs/images/team-forward.png'));
