/** What the functions of mails to guests are fed with, for `linear-inputs.ts`. */
import { listFields, toGuestMail } from '../../src/bridge/guest/guest-mail.ts';
import { saidNow, saidOfPart } from '../../src/bridge/guest/guest-said.ts';
import type { EventId, UserId } from '../../src/bridge/types.ts';
import type { Address, MessageId } from '../../src/mail/types.ts';
import { UTC } from '../../src/words/zones.ts';

const html = (text: string) => ({ format: 'org.matrix.custom.html', formatted_body: text });
const event = (text: string) => ({
  type: 'm.room.message',
  sender: '@a:x',
  content: { msgtype: 'm.text', body: text, ...html(text) },
});

export const guestAdapters: Readonly<Record<string, (text: string) => unknown>> = {
  'bridge/guest/guest-mail.ts#toGuestMail': (text) =>
    toGuestMail({
      messageId: '<m@x>' as MessageId,
      date: new Date(0),
      boundary: 'b',
      writer: {
        address: 'a@b.example' as Address,
        name: text,
        template: '{name} ({account})',
        language: 'en',
        zone: UTC,
        subjectPrefix: text,
        signature: '',
        footer: '',
      },
      to: { name: text, address: 'c@d.example' as Address },
      room: { name: text, link: 'https://matrix.to/#/!r' },
      talks: [null, text].map((title) => ({
        title,
        messages: ['@a:x', '@b:x'].map((id) => ({
          author: { id, name: text },
          at: new Date(0),
          said: { kind: 'text', emote: true, body: text, html: text },
          mentions: [],
          quoted: { author: text, at: null, text },
        })),
      })),
      left: 1,
      place: null,
      files: true,
      headers: [],
      nameOf: () => text,
    }),
  'bridge/guest/guest-mail.ts#listFields': (text) => listFields({ id: 'i.x', name: text }),
  'bridge/guest/guest-said.ts#saidNow': (text) => {
    const one = { entry: 1, event: '$a' as EventId, author: '@a:x' as UserId };
    const edited = { content: { 'm.new_content': event(text).content, 'm.relates_to': { rel_type: 'm.replace' } } };
    const change = { kind: 'edit', event: '$b' as EventId, of: '$a' as EventId, author: '@a:x' as UserId } as const;
    return saidNow([{ ...one, raw: event(text) }], [{ ...change, raw: { ...event(text), ...edited } }]);
  },
  'bridge/guest/guest-said.ts#saidOfPart': (text) => saidOfPart(event(text).content),
};
