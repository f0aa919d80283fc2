/**
 * Every word that people read, in the languages of the product. One catalogue: a missing key does not compile.
 * Keys are grouped by the file that says them. Texts are plain text; who puts them into HTML escapes them there.
 */
import { commandWords } from './words-commands.ts';
import { roomWords } from './words-room.ts';
import type { RoomWords } from './words-room.ts';
import type { CommandWords } from './words-commands.ts';
import { senderWords } from './words-sender.ts';
import type { SenderWords } from './words-sender.ts';
import { deskWords } from './words-desk.ts';
import type { DeskWords } from './words-desk.ts';
import { entryWords } from './words-entry.ts';
import type { EntryWords } from './words-entry.ts';
import { inboxWords } from './words-inbox.ts';
import type { InboxWords } from './words-inbox.ts';
import { ladderWords } from './words-ladder.ts';
import type { LadderWords } from './words-ladder.ts';
import { brakeWords } from './words-brakes.ts';
import type { BrakeWords } from './words-brakes.ts';
import { calendarWords, type CalendarWords } from './words-calendar.ts';
import { outWords } from './words-out.ts';
import type { OutWords } from './words-out.ts';
import { helpWords } from './words-help.ts';
import type { HelpWords } from './words-help.ts';
import { operationWords } from './words-operations.ts';
import type { OperationWords } from './words-operations.ts';
import { permissionWords } from './words-permissions.ts';
import type { PermissionWords } from './words-permissions.ts';
import { composeWords } from './words-compose.ts';
import type { ComposeWords } from './words-compose.ts';
import { recipientWords } from './words-recipients.ts';
import type { RecipientWords } from './words-recipients.ts';
import { threadWords } from './words-thread.ts';
import type { ThreadWords } from './words-thread.ts';
import { specialWords } from './words-special.ts';
import type { SpecialWords } from './words-special.ts';

/** The languages that an account can be set to (BCP 47 primary tags). */
export type Language = 'en' | 'de' | 'fr';

/** The catalogue of one language. Functions take facts and return one line without a line break. */
export interface Words {
  readonly language: Language;
  // html.ts: marks in the text of a mail
  readonly image: (alt: string) => string;
  /** Over what was cut from a mail: quotation, signature, footer. */
  readonly rest: string;
  readonly spoiler: (text: string) => string;
  readonly cutHere: (shownKb: number, totalKb: number) => string;
  // secure.ts
  readonly signedPgp: string;
  readonly signedSmime: string;
  readonly encryptedPgp: string;
  readonly encryptedSmime: string;
  readonly opaqueSmime: string;
  readonly passwordProtected: (name: string) => string;
  /** Invitations and contacts: `words-calendar.ts`. */
  readonly calendar: CalendarWords;
  /** What is stopped: `words-brakes.ts`. */
  readonly brakes: BrakeWords;
  /** An account's own rooms: `words-inbox.ts`. */
  readonly inbox: InboxWords;
  /** How far mails of ours came: `words-ladder.ts`. */
  readonly ladder: LadderWords;
  /** A team's work on its threads: `words-desk.ts`. */
  readonly desk: DeskWords;
  /** What leaves: `words-out.ts`. */
  readonly out: OutWords;
  /** The bot's own words in a room: `words-commands.ts`. */
  readonly commands: CommandWords;
  /** What the bot says in rooms by itself: `words-room.ts`. */
  readonly room: RoomWords;
  /** Who gets the mails of a thread, and what stays inside: `words-recipients.ts`. */
  readonly recipients: RecipientWords;
  /** New conversations: `words-compose.ts`. */
  readonly compose: ComposeWords;
  /** Reports, nested mails, protected parts: `words-special.ts`. */
  readonly special: SpecialWords;
  /** Who a mail is from: `words-sender.ts`. */
  readonly sender: SenderWords;
  /** Around commands: `words-help.ts`. */
  readonly help: HelpWords;
  /** Accounts, queues, quarantine: `words-operations.ts`. */
  readonly operations: OperationWords;
  /** Who may do what: `words-permissions.ts`. */
  readonly permissions: PermissionWords;
  /** Which conversation a mail belongs to: `words-thread.ts`. */
  readonly thread: ThreadWords;
  /** Who may enter by mail, automatic mail: `words-entry.ts`. */
  readonly entry: EntryWords;
}

const en: Words = {
  language: 'en',
  brakes: brakeWords.en,
  calendar: calendarWords.en,
  inbox: inboxWords.en,
  ladder: ladderWords.en,
  desk: deskWords.en,
  out: outWords.en,
  commands: commandWords.en,
  room: roomWords.en,
  recipients: recipientWords.en,
  compose: composeWords.en,
  special: specialWords.en,
  sender: senderWords.en,
  thread: threadWords.en,
  help: helpWords.en,
  operations: operationWords.en,
  permissions: permissionWords.en,
  entry: entryWords.en,
  image: (alt) => (alt === '' ? '[image]' : `[image: ${alt}]`),
  rest: 'Rest of the mail',
  spoiler: (text) => `[hidden: ${text}]`,
  cutHere: (shown, total) => `[Cut here: ${shown} of ${total} KB are shown. The whole message is attached.]`,
  signedPgp: 'This message is signed with OpenPGP; the signature was not checked.',
  signedSmime: 'This message is signed with S/MIME; the signature was not checked.',
  encryptedPgp:
    'This message is encrypted with OpenPGP. It is attached as it came; a mail program with the key can read it.',
  encryptedSmime:
    'This message is encrypted with S/MIME. It is attached as it came; a mail program with the key can read it.',
  opaqueSmime:
    'This message is signed with S/MIME in a form that holds the text inside the signature; it is attached as it came.',
  passwordProtected: (name) => `${name} is protected: a password may be needed to open it.`,
};

const de: Words = {
  language: 'de',
  brakes: brakeWords.de,
  calendar: calendarWords.de,
  inbox: inboxWords.de,
  ladder: ladderWords.de,
  desk: deskWords.de,
  out: outWords.de,
  commands: commandWords.de,
  room: roomWords.de,
  recipients: recipientWords.de,
  compose: composeWords.de,
  special: specialWords.de,
  sender: senderWords.de,
  thread: threadWords.de,
  help: helpWords.de,
  operations: operationWords.de,
  permissions: permissionWords.de,
  entry: entryWords.de,
  image: (alt) => (alt === '' ? '[Bild]' : `[Bild: ${alt}]`),
  rest: 'Rest der Mail',
  spoiler: (text) => `[verdeckt: ${text}]`,
  cutHere: (shown, total) =>
    `[Hier gekürzt: ${shown} von ${total} KB sind zu sehen. Die ganze Nachricht ist angehängt.]`,
  signedPgp: 'Diese Nachricht ist mit OpenPGP signiert; die Signatur wurde nicht geprüft.',
  signedSmime: 'Diese Nachricht ist mit S/MIME signiert; die Signatur wurde nicht geprüft.',
  encryptedPgp:
    'Diese Nachricht ist mit OpenPGP verschlüsselt. Sie ist unverändert angehängt; ein Mailprogramm mit dem Schlüssel kann sie lesen.',
  encryptedSmime:
    'Diese Nachricht ist mit S/MIME verschlüsselt. Sie ist unverändert angehängt; ein Mailprogramm mit dem Schlüssel kann sie lesen.',
  opaqueSmime:
    'Diese Nachricht ist mit S/MIME so signiert, dass der Text in der Signatur steckt; sie ist unverändert angehängt.',
  passwordProtected: (name) => `${name} ist geschützt: Zum Öffnen braucht es vielleicht ein Passwort.`,
};

const fr: Words = {
  language: 'fr',
  brakes: brakeWords.fr,
  calendar: calendarWords.fr,
  inbox: inboxWords.fr,
  ladder: ladderWords.fr,
  desk: deskWords.fr,
  out: outWords.fr,
  commands: commandWords.fr,
  room: roomWords.fr,
  recipients: recipientWords.fr,
  compose: composeWords.fr,
  special: specialWords.fr,
  sender: senderWords.fr,
  thread: threadWords.fr,
  help: helpWords.fr,
  operations: operationWords.fr,
  permissions: permissionWords.fr,
  entry: entryWords.fr,
  image: (alt) => (alt === '' ? '[image]' : `[image : ${alt}]`),
  rest: 'Reste du message',
  spoiler: (text) => `[masqué : ${text}]`,
  cutHere: (shown, total) =>
    `[Coupé ici : ${shown} Ko sur ${total} sont affichés. Le message entier est en pièce jointe.]`,
  signedPgp: 'Ce message est signé avec OpenPGP ; la signature n’a pas été vérifiée.',
  signedSmime: 'Ce message est signé avec S/MIME ; la signature n’a pas été vérifiée.',
  encryptedPgp:
    'Ce message est chiffré avec OpenPGP. Il est joint tel quel ; un logiciel de messagerie qui a la clé peut le lire.',
  encryptedSmime:
    'Ce message est chiffré avec S/MIME. Il est joint tel quel ; un logiciel de messagerie qui a la clé peut le lire.',
  opaqueSmime:
    'Ce message est signé avec S/MIME sous une forme qui enferme le texte dans la signature ; il est joint tel quel.',
  passwordProtected: (name) => `${name} est protégé : un mot de passe peut être nécessaire pour l’ouvrir.`,
};

const catalogue: Readonly<Record<Language, Words>> = { en, de, fr };

/** The catalogue of a language. */
export function words(language: Language): Words {
  return catalogue[language];
}
