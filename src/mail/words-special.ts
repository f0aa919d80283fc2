/** The words around parts of a mail that are no text of their own: reports, nested mails, protected parts. Part of `words.ts`. */
import type { ReportReason } from './report-reason.ts';
import type { Language } from './words.ts';

/** What happened to a mail of ours, by RFC 3464's actions. */
export type ReportAction = 'failed' | 'delayed' | 'delivered' | 'relayed' | 'expanded';

/** What became of a mail in its reader's program, by RFC 8098's dispositions. */
export type Disposition = 'displayed' | 'deleted' | 'denied' | 'failed' | 'processed' | 'dispatched';

/** Feedback types of RFC 5965 and its registry. */
export type Feedback = 'abuse' | 'fraud' | 'virus' | 'not-spam' | 'auth-failure' | 'other';

export interface SpecialWords {
  // reports; `who` is '' where the report names nobody
  readonly action: Readonly<Record<ReportAction, (who: string) => string>>;
  readonly reason: Readonly<Record<ReportReason, string>>;
  readonly serverSays: (words: string) => string;
  readonly about: (subject: string) => string;
  readonly retried: string;
  /** `subject` is quoted already, or '' where it is not known. */
  readonly disposition: Readonly<Record<Disposition, (who: string, subject: string) => string>>;
  readonly automatic: string;
  readonly feedback: Readonly<Record<Feedback, (who: string) => string>>;
  readonly reportAsItCame: string;
  // mails within a mail
  readonly attachedMail: string;
  readonly from: string;
  readonly date: string;
  readonly subject: string;
  readonly moreInFile: (name: string) => string;
  readonly inside: (names: string) => string;
  // invitations
  readonly outdated: string;
  // what could not be read
  readonly originalAttached: string;
  readonly fileNotRead: (name: string) => string;
  readonly unreadMail: (sender: string, subject: string, reason: string) => string;
  readonly oversizeMail: (sender: string, subject: string, size: string, limit: string) => string;
  /** Why a mail could not be read, by the codes of `ParseFailure`. */
  readonly unreadReason: Readonly<
    Record<'too-large' | 'empty' | 'time' | 'memory' | 'crash' | 'oversize' | 'failed', string>
  >;
  // !mail source
  readonly sourceReplyTo: string;
  readonly sourceUnknown: string;
  readonly sourceGone: (hash: string | null) => string;
}

const quoted = (subject: string, fallback: string, open: string, close: string): string =>
  subject === '' ? fallback : `${open}${subject}${close}`;

const en: SpecialWords = {
  action: {
    failed: (who) => (who === '' ? 'A mail was not delivered.' : `Not delivered to ${who}.`),
    delayed: (who) => (who === '' ? 'A mail is not delivered yet.' : `Not delivered to ${who} yet.`),
    delivered: (who) => (who === '' ? 'A mail was delivered.' : `Delivered to ${who}.`),
    relayed: (who) =>
      `${who === '' ? 'A mail' : `The mail to ${who}`} was handed on to a server that sends no receipts.`,
    expanded: (who) => `${who === '' ? 'A mail' : `The mail to ${who}`} was delivered and passed on to several people.`,
  },
  reason: {
    'unknown-user': 'There is no such mailbox.',
    'unknown-host': 'There is no such domain.',
    moved: 'The recipient has another address now.',
    'no-mail-host': 'That domain takes no mail.',
    'mailbox-full': 'The mailbox is full.',
    disabled: 'The mailbox is switched off.',
    'too-large': 'The mail is too large for their server.',
    spam: 'Their server took the mail for spam.',
    authentication: 'Their server does not believe who sent it (SPF, DKIM, DMARC).',
    policy: 'Their server does not allow it.',
    loop: 'The mail went in circles.',
    network: 'Their server could not be reached.',
    expired: 'It could not be delivered in time.',
    rate: 'Their server takes only so much mail at a time.',
    refused: 'Their server refused it.',
    other: '',
  },
  serverSays: (words) => `The server says: ${words}`,
  about: (subject) => `The mail was “${subject}”.`,
  retried: 'The server goes on trying.',
  disposition: {
    displayed: (who, subject) => `${who} opened ${quoted(subject, 'the mail', '“', '”')}.`,
    deleted: (who, subject) => `${who} deleted ${quoted(subject, 'the mail', '“', '”')}, perhaps without reading it.`,
    denied: (who, subject) =>
      `The mail program of ${who} does not tell whether ${quoted(subject, 'the mail', '“', '”')} was opened.`,
    failed: (who, subject) => `The mail program of ${who} could not handle ${quoted(subject, 'the mail', '“', '”')}.`,
    processed: (who, subject) => `${quoted(subject, 'The mail', '“', '”')} to ${who} was handled by a program.`,
    dispatched: (who, subject) => `${quoted(subject, 'The mail', '“', '”')} to ${who} was passed on.`,
  },
  automatic: 'The program says so by itself.',
  feedback: {
    abuse: (who) => `${who} marked a mail from here as spam.`,
    fraud: (who) => `${who} marked a mail from here as fraud.`,
    virus: (who) => `A virus was found in a mail from here to ${who}.`,
    'not-spam': (who) => `${who} marked a mail from here as no spam.`,
    'auth-failure': (who) => `A mail to ${who} in the name of this domain failed authentication.`,
    other: (who) => `${who} complained about a mail from here.`,
  },
  reportAsItCame: 'The report as it came',
  attachedMail: 'Attached mail',
  from: 'From',
  date: 'Date',
  subject: 'Subject',
  moreInFile: (name) => `… the rest is in ${name}`,
  inside: (names) => `The signed message holds these files: ${names}`,
  outdated: 'A newer version of this invitation has already arrived.',
  originalAttached: 'The original is attached.',
  fileNotRead: (name) => `The file “${name}” could not be read out of its mail. The whole mail is here instead.`,
  unreadMail: (sender, subject, reason) =>
    `A mail${sender === '' ? '' : ` from ${sender}`}${subject === '' ? '' : ` (“${subject}”)`} arrived that could not be read: ${reason}. Its original is attached.`,
  oversizeMail: (sender, subject, size, limit) =>
    `A mail of ${size}${sender === '' ? '' : ` from ${sender}`}${subject === '' ? '' : ` (“${subject}”)`} arrived; more than ${limit} is not taken over. It stays in the mailbox.`,
  unreadReason: {
    'too-large': 'it is too large',
    empty: 'it is empty',
    time: 'reading it took too long',
    memory: 'reading it took too much memory',
    crash: 'it broke the program that reads mail',
    oversize: 'it is too large',
    failed: 'something went wrong here',
  },
  sourceReplyTo: 'Write !mail source as a reply to the message whose original you want.',
  sourceUnknown: 'No mail stands behind that message.',
  sourceGone: (hash) =>
    `The original of that mail is not (or no longer) kept here; it may still be in the mailbox.${hash === null ? '' : ` Its SHA-256 was ${hash}.`}`,
};

const de: SpecialWords = {
  action: {
    failed: (who) => (who === '' ? 'Eine Mail wurde nicht zugestellt.' : `Nicht zugestellt an ${who}.`),
    delayed: (who) => (who === '' ? 'Eine Mail ist noch nicht zugestellt.' : `Noch nicht zugestellt an ${who}.`),
    delivered: (who) => (who === '' ? 'Eine Mail wurde zugestellt.' : `Zugestellt an ${who}.`),
    relayed: (who) =>
      `${who === '' ? 'Eine Mail' : `Die Mail an ${who}`} ging an einen Server weiter, der keine Bestätigungen schickt.`,
    expanded: (who) =>
      `${who === '' ? 'Eine Mail' : `Die Mail an ${who}`} wurde zugestellt und an mehrere Leute verteilt.`,
  },
  reason: {
    'unknown-user': 'Dieses Postfach gibt es nicht.',
    'unknown-host': 'Diese Domain gibt es nicht.',
    moved: 'Der Empfänger hat jetzt eine andere Adresse.',
    'no-mail-host': 'Diese Domain nimmt keine Mail an.',
    'mailbox-full': 'Das Postfach ist voll.',
    disabled: 'Das Postfach ist abgeschaltet.',
    'too-large': 'Die Mail ist für den Server dort zu groß.',
    spam: 'Der Server dort hielt die Mail für Spam.',
    authentication: 'Der Server dort glaubt den Absender nicht (SPF, DKIM, DMARC).',
    policy: 'Der Server dort erlaubt es nicht.',
    loop: 'Die Mail lief im Kreis.',
    network: 'Der Server dort war nicht zu erreichen.',
    expired: 'Sie ließ sich nicht rechtzeitig zustellen.',
    rate: 'Der Server dort nimmt nur begrenzt viel Mail an.',
    refused: 'Der Server dort hat sie abgelehnt.',
    other: '',
  },
  serverSays: (words) => `Der Server sagt: ${words}`,
  about: (subject) => `Die Mail war „${subject}“.`,
  retried: 'Der Server versucht es weiter.',
  disposition: {
    displayed: (who, subject) => `${who} hat ${quoted(subject, 'die Mail', '„', '“')} geöffnet.`,
    deleted: (who, subject) => `${who} hat ${quoted(subject, 'die Mail', '„', '“')} gelöscht, vielleicht ungelesen.`,
    denied: (who, subject) =>
      `Das Mailprogramm von ${who} verrät nicht, ob ${quoted(subject, 'die Mail', '„', '“')} geöffnet wurde.`,
    failed: (who, subject) =>
      `Das Mailprogramm von ${who} konnte mit ${quoted(subject, 'der Mail', '„', '“')} nicht umgehen.`,
    processed: (who, subject) =>
      `${quoted(subject, 'Die Mail', '„', '“')} an ${who} wurde von einem Programm bearbeitet.`,
    dispatched: (who, subject) => `${quoted(subject, 'Die Mail', '„', '“')} an ${who} wurde weitergeleitet.`,
  },
  automatic: 'Das sagt das Programm von sich aus.',
  feedback: {
    abuse: (who) => `${who} hat eine Mail von hier als Spam gemeldet.`,
    fraud: (who) => `${who} hat eine Mail von hier als Betrug gemeldet.`,
    virus: (who) => `In einer Mail von hier an ${who} wurde ein Virus gefunden.`,
    'not-spam': (who) => `${who} hat eine Mail von hier als erwünscht gemeldet.`,
    'auth-failure': (who) => `Eine Mail an ${who} im Namen dieser Domain bestand die Prüfung des Absenders nicht.`,
    other: (who) => `${who} hat sich über eine Mail von hier beschwert.`,
  },
  reportAsItCame: 'Der Bericht im Wortlaut',
  attachedMail: 'Angehängte Mail',
  from: 'Von',
  date: 'Datum',
  subject: 'Betreff',
  moreInFile: (name) => `… der Rest steht in ${name}`,
  inside: (names) => `Die signierte Nachricht enthält diese Dateien: ${names}`,
  outdated: 'Eine neuere Fassung dieser Einladung ist schon da.',
  originalAttached: 'Das Original ist angehängt.',
  fileNotRead: (name) => `Die Datei „${name}“ war aus ihrer Mail nicht zu lesen. Dafür steht hier die ganze Mail.`,
  unreadMail: (sender, subject, reason) =>
    `Eine Mail${sender === '' ? '' : ` von ${sender}`}${subject === '' ? '' : ` („${subject}“)`} kam an, die nicht zu lesen war: ${reason}. Ihr Original ist angehängt.`,
  oversizeMail: (sender, subject, size, limit) =>
    `Eine Mail von ${size}${sender === '' ? '' : `, geschrieben von ${sender}`}${subject === '' ? '' : ` („${subject}“)`}, kam an; mehr als ${limit} wird nicht übernommen. Sie bleibt im Postfach.`,
  unreadReason: {
    'too-large': 'sie ist zu groß',
    empty: 'sie ist leer',
    time: 'das Lesen dauerte zu lange',
    memory: 'das Lesen brauchte zu viel Speicher',
    crash: 'das Programm, das Mails liest, kam mit ihr nicht zurecht',
    oversize: 'sie ist zu groß',
    failed: 'hier ging etwas schief',
  },
  sourceReplyTo: 'Schreiben Sie !mail source als Antwort auf die Nachricht, deren Original Sie wollen.',
  sourceUnknown: 'Hinter dieser Nachricht steht keine Mail.',
  sourceGone: (hash) =>
    `Das Original dieser Mail wird hier nicht (oder nicht mehr) aufbewahrt; vielleicht ist es noch im Postfach.${hash === null ? '' : ` Sein SHA-256 war ${hash}.`}`,
};

const fr: SpecialWords = {
  action: {
    failed: (who) => (who === '' ? 'Un courriel n’a pas été remis.' : `Non remis à ${who}.`),
    delayed: (who) => (who === '' ? 'Un courriel n’est pas encore remis.' : `Pas encore remis à ${who}.`),
    delivered: (who) => (who === '' ? 'Un courriel a été remis.' : `Remis à ${who}.`),
    relayed: (who) =>
      `${who === '' ? 'Un courriel' : `Le courriel à ${who}`} a été transmis à un serveur qui n’envoie pas d’accusés.`,
    expanded: (who) =>
      `${who === '' ? 'Un courriel' : `Le courriel à ${who}`} a été remis et distribué à plusieurs personnes.`,
  },
  reason: {
    'unknown-user': 'Cette boîte n’existe pas.',
    'unknown-host': 'Ce domaine n’existe pas.',
    moved: 'Le destinataire a changé d’adresse.',
    'no-mail-host': 'Ce domaine ne reçoit pas de courriel.',
    'mailbox-full': 'La boîte est pleine.',
    disabled: 'La boîte est désactivée.',
    'too-large': 'Le courriel est trop grand pour leur serveur.',
    spam: 'Leur serveur a pris le courriel pour du pourriel.',
    authentication: 'Leur serveur ne croit pas l’expéditeur (SPF, DKIM, DMARC).',
    policy: 'Leur serveur ne le permet pas.',
    loop: 'Le courriel tournait en rond.',
    network: 'Leur serveur était injoignable.',
    expired: 'Il n’a pas pu être remis à temps.',
    rate: 'Leur serveur limite la quantité de courriel.',
    refused: 'Leur serveur l’a refusé.',
    other: '',
  },
  serverSays: (words) => `Le serveur dit : ${words}`,
  about: (subject) => `Le courriel était « ${subject} ».`,
  retried: 'Le serveur continue d’essayer.',
  disposition: {
    displayed: (who, subject) => `${who} a ouvert ${quoted(subject, 'le courriel', '« ', ' »')}.`,
    deleted: (who, subject) =>
      `${who} a supprimé ${quoted(subject, 'le courriel', '« ', ' »')}, peut-être sans le lire.`,
    denied: (who, subject) =>
      `Le logiciel de ${who} ne dit pas si ${quoted(subject, 'le courriel', '« ', ' »')} a été ouvert.`,
    failed: (who, subject) => `Le logiciel de ${who} n’a pas su traiter ${quoted(subject, 'le courriel', '« ', ' »')}.`,
    processed: (who, subject) =>
      `${quoted(subject, 'Le courriel', '« ', ' »')} à ${who} a été traité par un programme.`,
    dispatched: (who, subject) => `${quoted(subject, 'Le courriel', '« ', ' »')} à ${who} a été transmis.`,
  },
  automatic: 'Le logiciel le dit de lui-même.',
  feedback: {
    abuse: (who) => `${who} a signalé un courriel d’ici comme pourriel.`,
    fraud: (who) => `${who} a signalé un courriel d’ici comme fraude.`,
    virus: (who) => `Un virus a été trouvé dans un courriel d’ici à ${who}.`,
    'not-spam': (who) => `${who} a signalé un courriel d’ici comme légitime.`,
    'auth-failure': (who) => `Un courriel à ${who} au nom de ce domaine n’a pas passé la vérification de l’expéditeur.`,
    other: (who) => `${who} s’est plaint d’un courriel d’ici.`,
  },
  reportAsItCame: 'Le rapport tel quel',
  attachedMail: 'Courriel joint',
  from: 'De',
  date: 'Date',
  subject: 'Objet',
  moreInFile: (name) => `… la suite est dans ${name}`,
  inside: (names) => `Le message signé contient ces fichiers : ${names}`,
  outdated: 'Une version plus récente de cette invitation est déjà arrivée.',
  originalAttached: 'L’original est joint.',
  fileNotRead: (name) => `Le fichier « ${name} » n’a pas pu être lu. Le courriel entier est ici à sa place.`,
  unreadMail: (sender, subject, reason) =>
    `Un courriel${sender === '' ? '' : ` de ${sender}`}${subject === '' ? '' : ` (« ${subject} »)`} est arrivé et n’a pas pu être lu : ${reason}. L’original est joint.`,
  oversizeMail: (sender, subject, size, limit) =>
    `Un courriel de ${size}${sender === '' ? '' : `, écrit par ${sender}`}${subject === '' ? '' : ` (« ${subject} »)`} est arrivé ; au-delà de ${limit} il n’est pas repris. Il reste dans la boîte.`,
  unreadReason: {
    'too-large': 'il est trop grand',
    empty: 'il est vide',
    time: 'la lecture a pris trop de temps',
    memory: 'la lecture a pris trop de mémoire',
    crash: 'il a interrompu le programme qui lit les courriels',
    oversize: 'il est trop grand',
    failed: 'une erreur est survenue ici',
  },
  sourceReplyTo: 'Écrivez !mail source en réponse au message dont vous voulez l’original.',
  sourceUnknown: 'Aucun courriel ne correspond à ce message.',
  sourceGone: (hash) =>
    `L’original de ce courriel n’est pas (ou plus) conservé ici ; il est peut-être encore dans la boîte.${hash === null ? '' : ` Son SHA-256 était ${hash}.`}`,
};

/** The part of the catalogue for special parts. */
export const specialWords: Readonly<Record<Language, SpecialWords>> = { en, de, fr };
