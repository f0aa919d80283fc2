/**
 * What a mail becomes in Matrix: its text as one event, then each file as one event. Nothing is lost on the way: what
 * does not fit into an event is cut visibly, and the original goes with it as a file.
 */
import { reactionOfFile } from '../../mail/reaction/reaction.ts';
import type { MailFile } from '../../mail/types.ts';
import { words } from '../../words/words.ts';
import { ECHO_KEY } from '../ids.ts';
import type { IdKey } from '../ids.ts';
import { NO_PREVIEWS } from './link-previews.ts';
import { arrangeFiles } from './bundles.ts';
import { attachedContent, bundleFile, FILE_PLACE, fileContent, partFile } from './files.ts';
import type { BundleFile } from './files.ts';
import { isToldWithReport } from './report-text-part.ts';
import { textPart } from './text-event.ts';
import type { JsonObject, PartSend, SendFile } from '../types.ts';
import type { ToMatrixInput } from './shown-mail.ts';

/** The sends of a mail, in order. Pure: the same mail gives the same sends. */
export function toMatrix(input: ToMatrixInput, ids: IdKey): PartSend[] {
  const sends: PartSend[] = [];
  const add = (content: JsonObject, files: readonly SendFile[]) => {
    const part = sends.length;
    const send = ids.send(input.message, `part:${part}`);
    sends.push({
      send,
      purpose: { kind: input.thread === null ? 'lobby-part' : 'part', of: input.message, part },
      account: input.account,
      thread: input.thread,
      room: null,
      message: input.message,
      outgoing: null,
      sender: input.speaker.user,
      senderName: input.speaker.name,
      kind: 'event',
      type: 'm.room.message',
      content: { ...content, 'm.mentions': {}, ...NO_PREVIEWS, [ECHO_KEY]: send },
      files,
      target: null,
      ts: null,
    });
  };
  const text = textPart(input);
  if (text.content !== null) add(text.content, text.files);
  const { locked: lockedFiles } = input.rendered.special;
  const files = filesToShow(input, text.report);
  const { alone, bundles } = arrangeFiles(files, ({ index }) => lockedFiles.includes(index));
  for (const file of alone) {
    const locked = lockedFiles.includes(file.index);
    const caption = locked ? `🔒 ${words(input.language)('mail-password-protected', { name: file.name })}` : '';
    add(fileContent(file, caption), [partFile(input.mail, file, FILE_PLACE)]);
  }
  for (const file of bundleFiles(input, bundles, alone.length)) {
    const { parts } = file.source;
    const caption = words(input.language)('mail-files-bundled', { count: parts.length, all: files.length });
    add(attachedContent(file, caption), [file]);
  }
  for (const extra of text.attached) add(attachedContent(extra), [extra]);
  return sends;
}

/** The archives of a mail, numbered where there is more than one. */
function bundleFiles(
  { mail, language }: ToMatrixInput,
  bundles: readonly (readonly MailFile[])[],
  alone: number,
): BundleFile[] {
  const name = words(language)('mail-further-files').toLowerCase().replaceAll(' ', '-');
  let position = alone + 1;
  return bundles.map((files, at) => {
    const first = position;
    position += files.length;
    return bundleFile(mail, files, `${name}${at === 0 ? '' : `-${at + 1}`}.zip`, first);
  });
}

/** The files that get an event: not those that the text shows or tells already, and none twice. */
function filesToShow({ parsed, rendered }: ToMatrixInput, report: boolean): MailFile[] {
  const { special, shown } = rendered;
  const copies = new Set(special.calendars.flatMap(({ file, copyOf }) => (copyOf === null ? [] : [file])));
  return parsed.files.filter((file) => {
    if (shown.includes(file.index) || copies.has(file.index)) return false;
    if (report && isToldWithReport(file.type)) return false;
    // RFC 3156 section 4: a control part that says nothing but its version; the original is attached beside it.
    if (file.type === 'application/pgp-encrypted') return false;
    const emoji = reactionOfFile(parsed, file);
    return emoji === null || rendered.kept?.body.includes(emoji) !== true;
  });
}
