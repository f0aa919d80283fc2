import assert from 'node:assert/strict';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { composeOutlookMail, isMail, type PstMessage } from '../../../src/archive/sources/pst-message.ts';
import { defaultLimits, parseMail } from '../../../src/mail/mime/parse.ts';
import { readAll } from '../../support/archives.ts';

/** A message as the library has one that is nearly empty. */
function message(of: Partial<PstMessage>): PstMessage {
  return {
    messageClass: 'IPM.Note',
    messageSize: { toNumber: () => 1 },
    descriptorNodeId: { toString: () => '1' },
    transportMessageHeaders: '',
    internetMessageId: '',
    inReplyToId: '',
    subject: '',
    senderName: '',
    senderEmailAddress: '',
    clientSubmitTime: null,
    messageDeliveryTime: null,
    isRead: true,
    isUnsent: false,
    body: '',
    bodyHTML: '',
    bodyRTF: '',
    numberOfRecipients: 0,
    numberOfAttachments: 0,
    getRecipient: () => null,
    getAttachment: () => {
      throw new Error('none');
    },
    ...of,
  };
}

async function parsed(of: Partial<PstMessage>) {
  const bytes = Buffer.concat([...composeOutlookMail(message(of))]);
  const result = await parseMail(
    (async function* () {
      yield await Promise.resolve(bytes);
    })(),
    defaultLimits,
  );
  assert.ok(result.ok);
  return { mail: result.mail, bytes: bytes.toString() };
}

const file = (name: string, bytes: Buffer) => {
  let at = 0;
  return {
    filename: 'SHORT~1.TXT',
    longFilename: name,
    mimeTag: 'text/plain',
    contentId: '',
    embeddedPSTMessage: null,
    fileInputStream: {
      read: (into: Buffer) => {
        const read = bytes.copy(into, 0, at);
        at += read;
        return read;
      },
    },
  };
};

describe('a mail of an Outlook file', () => {
  it('has the header that it came with, but for what is said of its parts', async () => {
    const { mail, bytes } = await parsed({
      transportMessageHeaders:
        'Microsoft Mail Internet Headers Version 2.0\r\nReceived: from a\r\n\tby b\r\nFrom: Bob <bob@x.example>\r\n' +
        'Message-ID: <1@x>\r\nReferences: <0@x>\r\nContent-Type: multipart/mixed;\r\n\tboundary=z\r\n\r\n',
      internetMessageId: '<other@x>',
      body: 'It went dark – all of it.',
    });
    assert.equal(mail.messageId, '<1@x>');
    assert.deepEqual(mail.references, ['<0@x>']);
    assert.equal(mail.from[0]?.address, 'bob@x.example');
    assert.equal(mail.text?.trim(), 'It went dark – all of it.');
    assert.ok(!bytes.includes('boundary=z') && !bytes.includes('Version 2.0'));
  });

  it('has what Outlook knows where it never left by mail, one line a field', async () => {
    const { mail } = await parsed({
      subject: 'Lamp\r\nBcc: evil@x.example',
      senderName: 'Al "x" Archer',
      senderEmailAddress: 'alice@ours.example',
      internetMessageId: '<2@x>\r\nX-Evil: 1',
      inReplyToId: '<1@x>',
      clientSubmitTime: new Date('2021-08-12T20:31:53Z'),
      bodyHTML: '<p>Hello</p>',
      numberOfRecipients: 3,
      getRecipient: (number) =>
        [
          { recipientType: 1, displayName: 'Bob', smtpAddress: 'bob@x.example', emailAddress: '' },
          { recipientType: 2, displayName: '', smtpAddress: '', emailAddress: 'carol@z.example' },
          { recipientType: 1, displayName: 'Dan', smtpAddress: '', emailAddress: '/O=EX/CN=DAN' },
        ][number] ?? null,
    });
    assert.equal(mail.messageId, '<2@x>');
    assert.deepEqual(mail.inReplyTo, ['<1@x>']);
    assert.equal(mail.subject, 'Lamp Bcc: evil@x.example');
    assert.deepEqual(mail.bcc, []);
    assert.deepEqual(mail.to, [{ name: 'Bob', address: 'bob@x.example' }]);
    assert.equal(mail.cc[0]?.address, 'carol@z.example');
    assert.equal(mail.date?.toISOString(), '2021-08-12T20:31:53.000Z');
    assert.equal(mail.html?.trim(), '<p>Hello</p>');
  });

  it('has its files byte for byte, mails in it, and a word in the place of a file that cannot be read', async () => {
    const bytes = Buffer.from(Array.from({ length: 100_000 }, (_, at) => at % 251));
    const nested = { ...file('', bytes), fileInputStream: null, embeddedPSTMessage: message({ body: 'Within.' }) };
    const { mail } = await parsed({
      body: 'See.',
      numberOfAttachments: 3,
      getAttachment: (number) => {
        if (number === 1) throw new Error('damaged');
        return number === 0 ? file('Übersicht "1".txt', bytes) : nested;
      },
    });
    assert.deepEqual(
      mail.files.map(({ name, size }) => [name, size > 90 && size !== bytes.length ? 'mail' : size]),
      [
        ['Übersicht _1_.txt', bytes.length],
        [mail.files[1]?.name, 'mail'],
      ],
    );
    assert.match(mail.text ?? '', /A file of this mail cannot be read/);
  });

  it('says of a file that it ends early, and of one that cannot be read at all', async () => {
    let reads = 0;
    const cut = {
      ...file('cut.txt', Buffer.alloc(0)),
      fileInputStream: {
        read: (into: Buffer) => {
          if (reads++ > 0) throw new Error('damaged');
          return into.fill('x').length;
        },
      },
    };
    const gone = { ...file('gone.txt', Buffer.alloc(0)), fileInputStream: null };
    const getAttachment = (number: number) => (number === 0 ? cut : gone);
    const { mail } = await parsed({ body: 'See.', numberOfAttachments: 2, getAttachment });
    assert.match(mail.text ?? '', /The file cut\.txt of this mail cannot be read to its end/);
    assert.match(mail.text ?? '', /The file gone\.txt of this mail cannot be read to its end/);
    assert.ok((mail.files.find(({ name }) => name === 'cut.txt')?.size ?? 0) > 0);
  });

  it('is no contact, appointment or task', () => {
    const classes = ['IPM.Note', 'IPM.Note.SMIME', 'REPORT.IPM.Note.NDR', 'IPM.Schedule.Meeting.Request'];
    assert.ok(classes.every(isMail));
    assert.ok(!['IPM.Contact', 'IPM.Appointment', 'IPM.Task', 'IPM.Notebook', ''].some(isMail));
  });

  it('is told and left where the file is none that can be read', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'mailroom-pst-test-'));
    try {
      await writeFile(join(folder, 'a.pst'), `!BDN${'x'.repeat(2_000)}`);
      await writeFile(join(folder, 'b.eml'), 'From: bob@x.example\n\nHello.\n');
      const { mails, damaged, passed } = await readAll(folder);
      assert.equal(mails.length, 1);
      assert.equal(damaged.length + passed.length, 1);
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});
