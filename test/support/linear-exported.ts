/** What the functions of an export are fed with, for `linear-inputs.ts`. */
import { composedMail, standingHead, withoutFields } from '../../src/bridge/exported/composed-mail.ts';
import { internalMail, internalReaction } from '../../src/bridge/exported/internal-message.ts';
import { eventMessageId, matrixPerson, matrixRoom } from '../../src/bridge/exported/matrix-people.ts';
import { readRoomLine } from '../../src/bridge/exported/room-line.ts';
import type { EventId, RoomId, UserId } from '../../src/bridge/types.ts';
import type { Address, MessageId } from '../../src/mail/types.ts';

const roomEvent = (text: string) => ({ event_id: '$e', sender: '@a:x', type: text, origin_server_ts: 0, content: {} });
const saidBy = (text: string) => ({ event: '$e' as EventId, sender: `@${text}:x` as UserId, at: new Date(0) });
const internalPlace = (text: string) => ({
  room: '!r:x' as RoomId,
  subject: text,
  root: null,
  nameOf: () => text,
});
const formatted = (html: string) => ({ format: 'org.matrix.custom.html', formatted_body: html });
const archiveHead = (text: string) => ({
  messageId: `<${text}>` as MessageId,
  date: new Date(0),
  from: { name: text, address: text as Address },
  to: [{ name: text, address: text as Address }],
  cc: [],
  subject: text,
  inReplyTo: `<${text}>` as MessageId,
  references: [`<${text}>` as MessageId],
});

export const exportedAdapters: Readonly<Record<string, (text: string) => unknown>> = {
  'bridge/exported/room-line.ts#readRoomLine': (text) =>
    readRoomLine({ ...roomEvent(text), content: { msgtype: text, body: text, 'm.relates_to': { key: text } } }),
  'bridge/exported/composed-mail.ts#composedMail': (text) =>
    composedMail(
      archiveHead(text),
      [{ is: 'shown', content: { msgtype: 'm.text', body: text, ...formatted(`"mxc://${text}/${text}"${text}`) } }],
      'room',
      new Map(),
    ),
  'bridge/exported/composed-mail.ts#standingHead': (text) => standingHead(archiveHead(text)),
  'bridge/exported/composed-mail.ts#withoutFields': (text) => withoutFields([{ name: text, reason: text }]),
  'bridge/exported/internal-message.ts#internalMail': (text) =>
    internalMail(
      {
        line: {
          ...saidBy(text),
          is: 'message',
          form: 'message',
          redacted: null,
          repliesTo: null,
          content: { body: text },
        },
        edits: [{ event: '$e' as EventId, at: new Date(0), content: { msgtype: 'm.text', body: text } }],
        reactions: [{ ...saidBy(text), key: text }],
        answers: null,
      },
      internalPlace(text),
      new Map(),
    ),
  'bridge/exported/internal-message.ts#internalReaction': (text) =>
    internalReaction({ ...saidBy(text), key: text }, `<${text}>` as MessageId, internalPlace(text)),
  'bridge/exported/matrix-people.ts#matrixPerson': (text) => matrixPerson(`@${text}:${text}`, text),
  'bridge/exported/matrix-people.ts#matrixRoom': (text) => matrixRoom(text as RoomId, text),
  'bridge/exported/matrix-people.ts#eventMessageId': (text) => eventMessageId(text as RoomId, text as EventId),
};
