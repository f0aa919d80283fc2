/** Archives for tests, and what the readers of old mail find in them. */
import { placeText, type ArchivedMail, type Found } from '../../src/archive/sources/found.ts';
import { readSource } from '../../src/archive/sources/read-source.ts';

/** What a source gives, with the mails' bytes as text. */
export async function readAll(
  source: string,
  dialect: Parameters<typeof readSource>[1]['dialect'] = null,
): Promise<{
  mails: (Omit<ArchivedMail, 'open' | 'place'> & { place: string; text: string })[];
  damaged: string[];
  passed: string[];
}> {
  const mails = [];
  const damaged: string[] = [];
  const passed: string[] = [];
  const note = (one: Exclude<Found, { is: 'mail' }>): string => `${placeText(one.place)}: ${one.reason}`;
  for await (const one of readSource(source, { dialect })) {
    if (one.is === 'damaged') damaged.push(note(one));
    else if (one.is === 'passed') passed.push(note(one));
    else {
      const { open, place, ...rest } = one.mail;
      const pieces = [];
      for await (const piece of open()) pieces.push(piece);
      mails.push({ ...rest, place: placeText(place), text: Buffer.concat(pieces).toString('latin1') });
    }
  }
  return { mails, damaged, passed };
}

interface TarMember {
  readonly name: string;
  readonly text?: string;
  /** Of ustar; default a file. */
  readonly type?: string;
}

/** A tar by the book (POSIX ustar); a name beyond 100 bytes by a pax header. */
export function tar(members: readonly TarMember[]): Buffer {
  const blocks = members.flatMap(({ name, text = '', type = '0' }) => {
    if (Buffer.byteLength(name) <= 100) return block(name, text, type);
    const record = (length: number): string => `${length} path=${name}\n`;
    let length = record(0).length;
    while (Buffer.byteLength(record(length)) !== length) length = Buffer.byteLength(record(length));
    return [...block('pax', record(length), 'x'), ...block(name.slice(0, 50), text, type)];
  });
  return Buffer.concat([...blocks, Buffer.alloc(1024)]);
}

function block(name: string, text: string, type: string): Buffer[] {
  const header = Buffer.alloc(512);
  const bytes = Buffer.from(text);
  header.write(name, 0);
  header.write('0000644\0', 100);
  header.write(`${bytes.length.toString(8).padStart(11, '0')}\0`, 124);
  header.write('        ', 148);
  header.write(type, 156);
  header.write('ustar\u000000', 257);
  const sum = header.reduce((total, byte) => total + byte, 0);
  header.write(`${sum.toString(8).padStart(6, '0')}\0 `, 148);
  return [header, bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)];
}
