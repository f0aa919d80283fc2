/** Archives that are the same bytes for the same files, whoever packs them, where and when; and their checksums. */
import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream } from 'node:fs';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';

/**
 * Packs `name`, a file or folder inside of `folder`, with GNU tar and gzip: in the order of the names, with the
 * time that is given, nobody's, readable for all, and run by all what its owner may run.
 */
export async function tarGz(folder: string, name: string, file: string, time: Date): Promise<void> {
  const same = ['--sort=name', '--format=gnu', '--owner=0', '--group=0', '--numeric-owner', '--mode=u+rw,go+rX,go-w'];
  const at = `--mtime=@${Math.floor(time.getTime() / 1000)}`;
  // LC_ALL: the order of names is that of their bytes.
  const env = { ...process.env, LC_ALL: 'C' };
  const tar = spawn('tar', ['-C', folder, ...same, at, '-cf', '-', name], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = new Promise<number | null>((resolve, reject) => tar.once('error', reject).once('close', resolve));
  // zlib writes neither a name nor a time into the header (RFC 1952).
  const [code] = await Promise.all([ended, pipeline(tar.stdout, createGzip({ level: 9 }), createWriteStream(file))]);
  if (code !== 0) throw new Error(`tar of ${name} failed (exit code ${String(code)})`);
}

/** The SHA-256 of a file, in hexadecimal. */
export async function sha256(file: string): Promise<string> {
  const hash = createHash('sha256');
  await pipeline(createReadStream(file), hash);
  return hash.digest('hex');
}

/** Writes SHA256SUMS over all files of a folder and of those below it, as `sha256sum -c` reads it. */
export async function writeChecksums(folder: string): Promise<void> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const names = files.map((file) => file.slice(folder.length + 1)).filter((name) => name !== 'SHA256SUMS');
  const lines: string[] = [];
  for (const name of names.sort()) lines.push(`${await sha256(join(folder, name))}  ${name}\n`);
  await writeFile(join(folder, 'SHA256SUMS'), lines.join(''));
}
