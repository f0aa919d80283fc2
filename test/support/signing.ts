/** Domains that sign, for tests: keys made for the run, the zone that publishes them, and mails signed with them. */
import { generateKeyPairSync } from 'node:crypto';
import { buffer } from 'node:stream/consumers';
import { Readable } from 'node:stream';
import { createTransport } from 'nodemailer';
import type { SendMailOptions } from 'nodemailer';
import { dkimSign } from 'mailauth';

const SELECTOR = 's1';

export class SigningDomains {
  readonly #privateKey: string;
  readonly #published: string;

  constructor() {
    const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    this.#privateKey = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString();
    this.#published = publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
  }

  /** The zone of these domains: where each exists, its key, its DMARC policy. */
  zone(policies: Readonly<Record<string, 'none' | 'quarantine' | 'reject'>>): string {
    const key = `"v=DKIM1; k=rsa; p=${this.#published.slice(0, 200)}" "${this.#published.slice(200)}"`;
    return Object.entries(policies)
      .flatMap(([domain, policy]) => [
        `${domain}. A 192.0.2.1`,
        `${SELECTOR}._domainkey.${domain}. TXT ${key}`,
        `_dmarc.${domain}. TXT "v=DMARC1; p=${policy}"`,
      ])
      .join('\n');
  }

  /** A mail as a mail program would write it, signed by its domain on the way out. */
  async letter(domain: string, mail: SendMailOptions): Promise<string> {
    const dkim = { domainName: domain, keySelector: SELECTOR, privateKey: this.#privateKey };
    const sent = await createTransport({ streamTransport: true, newline: 'windows', dkim }).sendMail(mail);
    const { message } = sent;
    return (await buffer(message instanceof Readable ? message : Readable.from([message]))).toString();
  }

  /** Signs a mail that is there already, whatever is wrong with it. */
  async sign(domain: string, raw: string): Promise<string> {
    const one = { signingDomain: domain, selector: SELECTOR, privateKey: this.#privateKey };
    const { signatures } = await dkimSign(raw, { ...one, signatureData: [one] });
    return signatures + raw;
  }
}
