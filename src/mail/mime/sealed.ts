/** What the files of a mail are that sign or encrypt: their bytes decide, not what the mail calls them. */
import type { MailFile, Protection, SealedFile } from '../types.ts';
import { beginsCms, cmsStart, isMimeEntity, readCms } from './cms.ts';
import type { Cms } from './cms.ts';

/** What a signature holds: the signed part of the mail, or a document that was signed by itself. */
export type Inside =
  | { readonly kind: 'part'; readonly source: Buffer }
  | { readonly kind: 'document'; readonly name: string; readonly bytes: Buffer };

/** What is known of a file when all of it was seen. */
export interface FileSeal {
  /** Null for an ordinary file. */
  readonly is: SealedFile['is'] | null;
  /** Null where it holds nothing that can be read. */
  readonly inside: Inside | null;
}

/** How its mail describes a file, beside its head. */
export interface SealContext {
  /** The parameter of the part's own Content-Type (RFC 8551 section 3.2.2), '' where there is none. */
  readonly smimeType: string;
  /** Whether it is a part of a multipart/signed or multipart/encrypted (RFC 1847), and so about the mail. */
  readonly structural: boolean;
}

/** An opaque signature that is opened, bytes; a larger one stays a file. */
const longestOpened = 16 * 1024 * 1024;
/** Bytes in which the first line of an ASCII armour stands (RFC 9580 section 6.2). */
const armourStart = 256;

/** Looks at the bytes of a file as they pass. Holds its first bytes, and of what is CMS all, within a bound. */
export class SealWatch {
  private readonly head: Pick<MailFile, 'type'>;
  private readonly context: SealContext;
  private held: Buffer[] = [];
  private size = 0;
  private isCms: boolean | null = null;
  private cut = false;

  constructor(head: Pick<MailFile, 'type'>, context: SealContext) {
    this.head = head;
    this.context = context;
  }

  write(bytes: Uint8Array): void {
    const most = this.isCms === false ? armourStart : longestOpened;
    if (this.size >= most) {
      this.cut ||= bytes.length > 0;
      return;
    }
    // A decoder may reuse what it gives.
    const taken = Buffer.from(bytes.subarray(0, most - this.size));
    this.cut ||= taken.length < bytes.length;
    this.held.push(taken);
    this.size += taken.length;
    if (this.isCms !== null || this.size < cmsStart) return;
    const start = Buffer.concat(this.held);
    this.isCms = beginsCms(start);
    this.held = [this.isCms ? start : Buffer.from(start.subarray(0, armourStart))];
    if (!this.isCms) this.size = Math.min(this.size, armourStart);
  }

  /** `name` is the file's final one. */
  end(name: string): FileSeal {
    const bytes = Buffer.concat(this.held);
    this.held = [];
    const cms = readCms(bytes);
    const file = { ...this.context, type: this.head.type, name };
    const inside = cms === null || this.cut ? null : insideOf(cms, name);
    return { is: sealOf(file, bytes.toString('latin1', 0, armourStart), cms, inside), inside };
  }
}

type Described = SealContext & Pick<MailFile, 'type' | 'name'>;

/** What a file is to its mail, by its bytes; only where they say nothing, by what the part itself says. */
function sealOf(file: Described, start: string, cms: Cms | null, inside: Inside | null): SealedFile['is'] | null {
  const about = cms === null ? (armourOf(start) ?? protectionByType(file)) : protectionByCms(file, cms, inside);
  // A signature of, or what encrypts, one document that hangs on the mail says nothing of the mail.
  if (about === null || file.structural || documentName(file.name) === null) return about;
  return about.startsWith('encrypted') ? 'locked' : null;
}

function armourOf(start: string): Protection | null {
  const armour = /^(?:\u00ef\u00bb\u00bf)?\s*-----BEGIN PGP (MESSAGE|SIGNATURE)-----/.exec(start)?.[1];
  return armour === undefined ? null : armour === 'MESSAGE' ? 'encrypted-pgp' : 'signed-pgp';
}

function protectionByCms(file: Described, cms: Cms, inside: Inside | null): Protection | null {
  switch (cms.kind) {
    case 'encrypted':
      return 'encrypted-smime';
    case 'compressed':
      return null;
    case 'signed':
      // Without content it is a detached signature where it is called one; else it only brings certificates.
      if (isSignature(file)) return 'signed-smime';
      if (cms.content === null && cms.whole) return null;
      // What could be opened is a mail like any other that is signed.
      return inside === null ? 'opaque-smime' : inside.kind === 'part' ? 'signed-smime' : null;
  }
}

const isSignature = ({ type, name }: Described): boolean =>
  /^application\/(?:x-)?pkcs7-signature$/.test(type) || /\.p7s$/i.test(name);

function protectionByType(file: Described): Protection | null {
  const { type, smimeType } = file;
  if (type === 'application/pgp-encrypted') return 'encrypted-pgp';
  if (type === 'application/pgp-signature') return 'signed-pgp';
  if (isSignature(file)) return 'signed-smime';
  if (!/^application\/(?:x-)?pkcs7-mime$/.test(type)) return null;
  if (smimeType === 'signed-data') return 'opaque-smime';
  // Outlook leaves the parameter out and means encrypted.
  return smimeType === '' || smimeType.endsWith('enveloped-data') ? 'encrypted-smime' : null;
}

/** The name of the document that a file seals: `offer.pdf` of `offer.pdf.p7m`. Null where it seals a mail. */
function documentName(name: string): string | null {
  return /^(.+\.[a-z0-9]{2,5})\.(?:p7[mscz]|asc|sig|gpg|pgp)$/i.exec(name)?.[1] ?? null;
}

function insideOf({ kind, content, whole }: Cms, name: string): Inside | null {
  if (kind !== 'signed' || content === null || content.length === 0 || !whole) return null;
  if (isMimeEntity(content)) return { kind: 'part', source: content };
  const document = documentName(name);
  if (document !== null) return { kind: 'document', name: document, bytes: content };
  // What `openssl smime -sign -nodetach` makes of a plain text.
  if (!isPlainText(content)) return null;
  return { kind: 'part', source: Buffer.concat([Buffer.from('Content-Type: text/plain\n\n'), content]) };
}

function isPlainText(content: Buffer): boolean {
  return !/[^\t\n\f\r\x20-\x7e\x80-\xff]/.test(content.toString('latin1', 0, 64 * 1024));
}
