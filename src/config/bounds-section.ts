/** `limits`, `times` and `keep`: how much, how long, and for how many days. */
import { z } from 'zod';
import { accountTrouble, mailsPerUserDay } from './permissions-section.ts';
import { duration, integer, settings, size } from './values.ts';

/** Rooms are not looked at more often. */
const READ_BACK_LEAST_MS = 10_000;

/** How much of everything. */
export function limits() {
  return settings({
    mail_size: size().prefault('100 MiB').meta({
      description: 'A larger mail is announced in its room by its header, and stays in the mailbox.',
    }),
    people: integer('a number of people', 1, 100)
      .default(20)
      .meta({ description: 'People of To and Cc who become ghosts in a room; the rest is named in its topic.' }),
    new_rooms: integer('a number of rooms', 0, 1_000_000)
      .default(480)
      .meta({
        description:
          'New conversations that people outside may begin in an account within an hour, an eighth of it at once; ' +
          'one domain half of that, and whoever fails the check of senders a quarter. What is more waits in one room ' +
          '(`!mail overflow`). 0: any number.',
      }),
    new_ghosts: integer('a number of ghosts', 0, 1_000_000)
      .default(1920)
      .meta({ description: 'Likewise people whom their mail makes known to the homeserver. 0: any number.' }),
    mails_per_user_day: mailsPerUserDay(),
    breaker: integer('a number of mails', 0, 1_000_000)
      .default(300)
      .meta({
        description:
          'When more mails than this go out within ten minutes, or most of at least 20 are refused, all outgoing ' +
          'mail stops and waits until somebody says `!mail breaker reset` or runs `mailroom breaker reset`. 0: any ' +
          'number.',
      }),
    database_size: size()
      .prefault('100 GiB')
      .meta({
        description:
          'When the database is as large as this, no mail is fetched until it is smaller again; it stays in the ' +
          'mailboxes. 0 B: any size.',
      }),
    disk_free: size().prefault('1 GiB').meta({
      description: 'Likewise when less than this is free on the disk of an embedded database. 0 B: not looked at.',
    }),
    parse_time: duration()
      .prefault('30s')
      .meta({ description: 'A mail that takes longer to read goes to quarantine.' }),
    parse_memory: size().prefault('512 MiB').meta({ description: 'Likewise one that needs more memory.' }),
    parse_workers: integer('a number of workers', 1, 64)
      .default(2)
      .meta({ description: 'Mails that are read at the same time.' }),
  })
    .prefault({})
    .meta({ description: 'Bounds. The defaults are right for most.' });
}

/** How long everything may take, and how often it is done. */
export function times() {
  return settings({
    poll: duration().prefault('5m').meta({
      description: 'Every watched mailbox is looked at this often even while the server announces new mail by itself.',
    }),
    lease: duration()
      .prefault('20s')
      .meta({
        description:
          'After this long without a sign of life of a process another replica, or the same one started again, takes ' +
          'over its accounts and its work.',
      }),
    homeserver: duration()
      .prefault('60s')
      .meta({ description: 'A request to the homeserver is given up after this long.' }),
    read_back: duration()
      .refine((ms) => ms >= READ_BACK_LEAST_MS, { error: 'a duration of at least 10s' })
      .prefault('5m')
      .meta({
        description:
          'Rooms in which something was said lately are read back this often, since a homeserver can lose what it ' +
          'was to push to Mailroom; the longer a room is quiet, the more rarely, and once a day in any case.',
      }),
    smtp: duration()
      .prefault('5m')
      .meta({ description: 'A silent SMTP server is given up after this long (RFC 5321 section 4.5.3.2).' }),
    imap: duration().prefault('2m').meta({ description: 'A silent IMAP server is given up after this long.' }),
    account_trouble: accountTrouble(),
    account_unserved: duration()
      .prefault('1h')
      .meta({
        description:
          'An account that no process has served for this long counts as unserved: check, ctl and metrics say so. ' +
          'What waits of it stays; when it comes back, what people had said meanwhile is mailed only after ' +
          'somebody says so.',
      }),
    retry_mail: duration()
      .prefault('48h')
      .meta({ description: 'A mail that the relay defers is given up after this long.' }),
    drain: duration().prefault('20s').meta({ description: 'At a stop, running work has this long to end.' }),
  })
    .prefault({})
    .meta({ description: 'Durations. The defaults are right for most.' });
}

const raw = {
  description: 'The raw bytes of mail, for `!mail source`; after that only their hash. Mail in quarantine is kept.',
};
const events = { description: 'Events and transactions as the homeserver sent them.' };
const texts = {
  description:
    'The words of mails in the database, beside those in their rooms: texts, subjects, names of files, invitations. ' +
    'Who takes part, ids and hashes stay, so that old conversations can be answered.',
};
const attachments = {
  description:
    'Files of mails on the homeserver, from the last mail that has them on. Only Synapse lets them be deleted, ' +
    "where Mailroom's bot is an admin of the server (docs/archive.md).",
};
const rooms = { description: 'What was said in rooms, mails and answers: it is redacted, a few events a second.' };

function durationOrForever() {
  return z.union([z.literal('forever'), duration()], { error: 'a duration such as 365d, or forever' });
}

/** What is kept, and for how long. */
export function keep() {
  return settings({
    raw: duration().prefault('90d').meta(raw),
    events: duration().prefault('30d').meta(events),
    texts: durationOrForever().prefault('forever').meta(texts),
    attachments: durationOrForever().prefault('forever').meta(attachments),
    rooms: durationOrForever().prefault('forever').meta(rooms),
  })
    .prefault({})
    .meta({
      description:
        'How long things are kept: a duration or, but for raw and events, forever. What waits for somebody, and what ' +
        'is on hold (`mailroom hold`), is kept in any case.',
    });
}

/** Where an account keeps something longer or shorter than the others. */
export function accountKeep() {
  const own = () => durationOrForever().nullable().prefault(null);
  return settings({
    raw: own().meta(raw),
    events: own().meta(events),
    texts: own().meta(texts),
    attachments: own().meta(attachments),
    rooms: own().meta(rooms),
  })
    .prefault({})
    .meta({ description: 'What this account keeps longer or shorter: a duration or forever; null is as `keep` says.' });
}
