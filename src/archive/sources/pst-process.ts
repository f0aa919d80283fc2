/**
 * The child that reads an Outlook file: `pst-process PATH`. It answers each request of its parent with one message, and
 * may read nothing but the file and the program.
 */
import { composeOutlookMail, isMail, type PstMessage } from './pst-message.ts';
import type { PstAnswer, PstRequest } from './pst.ts';

interface PstFolder {
  readonly displayName: string;
  readonly contentCount: number;
  readonly hasSubfolders: boolean;
  /** MAPI: 2 is a search, whose items lie elsewhere. */
  readonly folderType: number;
  /** What it is for, as IPF.Note. */
  readonly containerClass: string;
  getSubFolders(): PstFolder[];
  getNextChild(): (PstMessage & { readonly messageClass: string }) | null;
}

interface Library {
  readonly PSTFile: new (path: string) => { getRootFolder(): PstFolder };
}

/** Folders in folders; a damaged file may have a circle. */
const DEEPEST = 50;
/** A folder that holds none of its own. */
const SEARCH = 2;
const OTHER = /^(?:IPF\.(?:Appointment|Contact|Journal|StickyNote|Task)|Outlook\.Reminder)/i;
/** Bytes of an answer. */
const PIECE = 256 * 1024;

type Item = Exclude<PstAnswer, { readonly is: 'piece' | 'end' }>;

/** Not by its name in the source: it is no dependency, and there only where somebody installed it. */
const LIBRARY = 'pst-extractor';

async function* itemsOf(path: string, current: (message: PstMessage) => void): AsyncGenerator<Item, undefined> {
  let library: Library;
  try {
    library = ((await import(LIBRARY)) as { readonly default: Library }).default;
  } catch {
    yield {
      is: 'passed',
      folder: [],
      reason: 'an Outlook file: the package pst-extractor, which reads it, is not there',
    };
    return;
  }
  try {
    yield* folderItems(new library.PSTFile(path).getRootFolder(), [], current);
  } catch (error) {
    yield { is: 'damaged', folder: [], reason: reasonOf(error) };
  }
}

function* folderItems(
  folder: PstFolder,
  path: readonly string[],
  current: (message: PstMessage) => void,
): Generator<Item> {
  if (folder.folderType === SEARCH) return;
  if (OTHER.test(folder.containerClass)) {
    yield { is: 'passed', folder: path, reason: 'a folder of contacts, appointments or tasks' };
    return;
  }
  let missing = 0;
  try {
    missing = folder.contentCount;
    for (let message = folder.getNextChild(); message !== null; message = folder.getNextChild()) {
      missing -= 1;
      if (!isMail(message.messageClass)) {
        yield { is: 'passed', folder: path, reason: 'a contact, an appointment or a task' };
        continue;
      }
      current(message);
      yield {
        is: 'mail',
        folder: path,
        item: message.descriptorNodeId.toString(),
        size: message.messageSize.toNumber(),
        seen: message.isRead,
        draft: message.isUnsent,
      };
    }
    if (missing > 0) yield { is: 'damaged', folder: path, reason: `${missing} of its items cannot be read` };
  } catch (error) {
    yield { is: 'damaged', folder: path, reason: `${missing} of its items cannot be read: ${reasonOf(error)}` };
  }
  if (path.length >= DEEPEST) return;
  try {
    if (!folder.hasSubfolders) return;
    for (const below of folder.getSubFolders()) yield* folderItems(below, [...path, below.displayName], current);
  } catch (error) {
    yield { is: 'damaged', folder: path, reason: `its folders cannot be read: ${reasonOf(error)}` };
  }
}

function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).slice(0, 200);
}

function* inPieces(bytes: Iterable<Buffer>): Generator<Buffer> {
  let held: Buffer[] = [];
  let size = 0;
  for (const piece of bytes) {
    held.push(piece);
    size += piece.length;
    if (size < PIECE) continue;
    yield Buffer.concat(held);
    held = [];
    size = 0;
  }
  if (size > 0) yield Buffer.concat(held);
}

function serve(path: string): void {
  let message: PstMessage | null = null;
  let bytes: Generator<Buffer> | null = null;
  const items: AsyncIterator<Item, undefined> = itemsOf(path, (next) => (message = next));
  const answer = async (request: PstRequest): Promise<PstAnswer> => {
    if (request === 'next') {
      bytes = null;
      const { value } = await items.next();
      return value ?? { is: 'end' };
    }
    if (request === 'first') bytes = message === null ? null : inPieces(composeOutlookMail(message));
    const piece = bytes?.next();
    return piece === undefined || piece.done === true ? { is: 'end' } : { is: 'piece', bytes: piece.value };
  };
  process.on('message', (request: PstRequest) => {
    void answer(request).then((said) => process.send?.(said));
  });
  process.on('disconnect', () => process.exit());
}

serve(process.argv[2] ?? '');
