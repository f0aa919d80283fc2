/** Many small files of a mail as one: a ZIP archive (APPNOTE 6.3), not compressed, whose size is known beforehand. */
import { zipSync } from 'fflate';

/** Bytes of a file's header, of its entry in the directory, and of the end; the name stands in the first two. */
const LOCAL = 30;
const ENTRY = 46;
const END = 22;

/** Names for the files of one archive, in their order and each once: the position stands in front. */
export function bundledNames(names: readonly string[], first: number): readonly string[] {
  return names.map((name, at) => `${String(first + at).padStart(3, '0')} ${name}`);
}

/** Bytes of the archive that `bundle` makes of these. */
export function bundleSize(files: readonly { readonly name: string; readonly size: number }[]): number {
  const sizes = files.map(({ name, size }) => size + LOCAL + ENTRY + 2 * Buffer.byteLength(name));
  return sizes.reduce((sum, size) => sum + size, END);
}

/** The archive. The same files give the same bytes: all are of the first day that the format knows. */
export function bundle(files: readonly { readonly name: string; readonly bytes: Uint8Array }[]): Uint8Array {
  const entries = Object.fromEntries(files.map(({ name, bytes }) => [name, bytes]));
  return zipSync(entries, { level: 0, mtime: new Date(1980, 0, 1) });
}
