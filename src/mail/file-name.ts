import libmime from 'libmime';
import { withoutEnd } from '../base/trim.ts';

/** Longest name, characters; with four bytes each at the worst it stays near the 255 bytes of most file systems. */
const longest = 120;

/** Names for parts that have none, by their type, where the type's usual extension says too little. */
const usual: ReadonlyMap<string, string> = new Map([
  ['text/calendar', 'invitation.ics'],
  ['message/rfc822', 'message.eml'],
  ['message/global', 'message.eml'],
  ['message/delivery-status', 'delivery-status.txt'],
  ['message/disposition-notification', 'disposition-notification.txt'],
  ['message/feedback-report', 'feedback-report.txt'],
  ['text/rfc822-headers', 'headers.txt'],
  ['application/pgp-signature', 'signature.asc'],
  ['application/pgp-encrypted', 'version.txt'],
  ['application/pgp-keys', 'key.asc'],
  ['application/pkcs7-signature', 'smime.p7s'],
  ['application/x-pkcs7-signature', 'smime.p7s'],
  ['application/pkcs7-mime', 'smime.p7m'],
  ['application/x-pkcs7-mime', 'smime.p7m'],
  ['application/ms-tnef', 'winmail.dat'],
  ['text/vcard', 'contact.vcf'],
  ['text/x-vcard', 'contact.vcf'],
  ['text/html', 'page.html'],
  ['text/plain', 'text.txt'],
  ['text/x-amp-html', 'page.amp.html'],
]);

/**
 * A file name that is safe on any file system and honest to the eye: no path, no control or bidi characters, no
 * characters that Windows reserves, no dots at the ends, never empty. The extension survives shortening.
 *
 * @param written the decoded name of the mail, '' where there is none
 * @param type the media type, for a name where there is none
 * @param index position of the file in its mail, from 0
 */
export function fileName(written: string, type: string, index: number): string {
  const base = bounded(written)
    .normalize('NFC')
    .split(/[/\\]/)
    .findLast((part) => part.trim() !== '');
  const safe = (base ?? '')
    // Control characters, bidi controls (a name must read as it ends), zero-width ones, and noncharacters.
    .replace(/[\p{Cc}\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\ufff9-\uffff]/gu, '')
    .replace(/[<>:"|?*]/g, '_')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^\.+(?=\.|$)/, '');
  const name = withoutEnd(safe, '. ');
  return name === '' ? (usual.get(type) ?? `file-${index + 1}.${extensionOf(type)}`) : shorten(name);
}

/** The media type that a name's extension stands for; application/octet-stream where it says nothing. */
export function typeByName(name: string): string {
  return libmime.detectMimeType(name);
}

/** Both ends of a name that is longer than anything reads: the last part of a path, and the extension. */
function bounded(written: string): string {
  return written.length <= 4_000 ? written : written.slice(0, 2_000) + written.slice(-2_000);
}

function shorten(name: string): string {
  const letters = Array.from(name);
  if (letters.length <= longest) return name;
  const extension = /\.[\p{L}\p{N}]{1,10}$/u.exec(name)?.[0] ?? '';
  return (
    letters
      .slice(0, longest - extension.length)
      .join('')
      .trimEnd() + extension
  );
}

function extensionOf(type: string): string {
  const found = type.startsWith('multipart/') ? 'eml' : libmime.detectExtension(type);
  return /^[a-z0-9]{1,10}$/.test(found) ? found : 'bin';
}
