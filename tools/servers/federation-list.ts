/**
 * The federation list of TI-Messenger (gemSpec_TI-M_Basis): the domains that may take part, signed, with the
 * certificates that vouch for whoever signed it. A server on loopback stands in for gematik's.
 */
import { createPrivateKey, sign } from 'node:crypto';
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { loopback } from './ports.ts';
import { command } from './run.ts';

/** A list that is served; its process is ours. */
export interface FederationList {
  /** Where the list is, and the base of the certificates. */
  readonly listUrl: string;
  readonly authorityUrl: string;
  close(): Promise<void>;
}

const key = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:brainpoolP256r1', '-nodes', '-days', '3650'] as const;

/** One certificate on the curve that gematik asks for, signed by another or by itself. */
async function certificate(folder: string, name: string, common: string, by: string | null): Promise<void> {
  const file = (suffix: string): string => join(folder, `${name}.${suffix}`);
  const extension = `basicConstraints=critical,CA:${name === 'signer' ? 'FALSE' : 'TRUE'}`;
  const signed = by === null ? [] : ['-CA', join(folder, `${by}.pem`), '-CAkey', join(folder, `${by}.key`)];
  const files = ['-keyout', file('key'), '-out', file('pem'), '-subj', `/CN=${common}`, '-addext', extension];
  await command(['openssl', 'req', '-x509', ...key, ...signed, ...files]);
  await command(['openssl', 'x509', '-in', file('pem'), '-outform', 'DER', '-out', file('der')]);
}

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The list as a JSON Web Signature in the compact form (RFC 7515 section 3.1) with BP256R1. */
function signedList(domains: readonly string[], signer: string, signerCertificate: Buffer): string {
  const domainList = domains.map((domain, index) => ({
    domain,
    telematikID: String(index),
    timAnbieter: 'test',
    isInsurance: false,
    ik: [],
  }));
  const header = encoded({ alg: 'BP256R1', x5c: [signerCertificate.toString('base64')] });
  const input = `${header}.${encoded({ version: 1, domainList })}`;
  const signature = sign('sha256', Buffer.from(input), { key: createPrivateKey(signer), dsaEncoding: 'ieee-p1363' });
  return `${input}.${signature.toString('base64url')}`;
}

/** Serves the list of these domains. A second start on the same folder has the same certificates. */
export async function serveFederationList(
  folder: string,
  port: number,
  domains: readonly string[],
): Promise<FederationList> {
  await mkdir(folder, { recursive: true, mode: 0o700 });
  if (!existsSync(join(folder, 'complete'))) {
    await certificate(folder, 'root', 'Test Root', null);
    await certificate(folder, 'intermediate', 'Test Sub', 'root');
    await certificate(folder, 'signer', 'Test Signer', 'intermediate');
    await writeFile(join(folder, 'complete'), '');
  }
  const read = (name: string): Promise<Buffer> => readFile(join(folder, name));
  const [root, intermediate, signer] = await Promise.all([
    read('root.der'),
    read('intermediate.der'),
    read('signer.der'),
  ]);
  const list = signedList(domains, (await read('signer.key')).toString(), signer);
  const files = new Map<string, Buffer>([
    ['/list.jws', Buffer.from(list)],
    ['/ECC/ROOT-CA/roots.json', Buffer.from(JSON.stringify([{ cn: 'Test Root', cert: root.toString('base64') }]))],
    ['/ECC/SUB-CA/Test_Sub.der', intermediate],
  ]);
  const server = createServer((request, response) => {
    const body = files.get(request.url ?? '');
    // Without a length the module takes the whole answer for a broken one.
    response.writeHead(body === undefined ? 404 : 200, { 'Content-Length': body?.length ?? 0 }).end(body);
  });
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(port, loopback, listening);
  });
  // It ends with the process that serves it, and keeps nobody up.
  server.unref();
  const base = `http://${loopback}:${port}`;
  return {
    listUrl: `${base}/list.jws`,
    authorityUrl: base,
    close: () =>
      new Promise((closed) => {
        server.close(() => {
          closed();
        });
        server.closeAllConnections();
      }),
  };
}
