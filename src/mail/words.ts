/**
 * Every word that people read, in the languages of the product. One catalogue: a missing key does not compile.
 * Keys are grouped by the file that says them. Texts are plain text; who puts them into HTML escapes them there.
 */
import { commandWords } from './words-commands.ts';
import { roomWords } from './words-room.ts';
import type { RoomWords } from './words-room.ts';
import type { CommandWords } from './words-commands.ts';
import { outWords } from './words-out.ts';
import type { OutWords } from './words-out.ts';

/** The languages that an account can be set to (BCP 47 primary tags). */
export type Language = 'en' | 'de' | 'fr';

/** The catalogue of one language. Functions take facts and return one line without a line break. */
export interface Words {
  readonly language: Language;
  // html.ts: marks in the text of a mail
  readonly image: (alt: string) => string;
  readonly quoted: string;
  readonly spoiler: (text: string) => string;
  readonly cutHere: (shownKb: number, totalKb: number) => string;
  // calendar.ts
  readonly invitation: string;
  readonly invitationChanged: string;
  readonly invitationCancelled: string;
  readonly invitationReply: string;
  readonly invitationCounter: string;
  readonly eventPublished: string;
  readonly when: string;
  readonly where: string;
  readonly organizer: string;
  readonly attendees: string;
  readonly repeats: string;
  readonly description: string;
  readonly before: (value: string) => string;
  readonly allDay: string;
  readonly untitledEvent: string;
  readonly accepted: string;
  readonly declined: string;
  readonly tentative: string;
  readonly delegated: string;
  readonly noAnswer: string;
  readonly optional: string;
  readonly andMore: (count: number) => string;
  readonly every: (unit: 'day' | 'week' | 'month' | 'year' | 'hour' | 'minute' | 'second', interval: number) => string;
  readonly onDays: (days: string) => string;
  readonly times: (count: number) => string;
  readonly until: (date: string) => string;
  readonly exceptOn: (dates: string) => string;
  readonly nthDay: (nth: number, day: string) => string;
  readonly localTime: string;
  // vcard.ts
  readonly contact: string;
  readonly contacts: (count: number) => string;
  // secure.ts
  readonly signedPgp: string;
  readonly signedSmime: string;
  readonly encryptedPgp: string;
  readonly encryptedSmime: string;
  readonly opaqueSmime: string;
  readonly passwordProtected: (name: string) => string;
  /** What leaves: `words-out.ts`. */
  readonly out: OutWords;
  /** The bot's own words in a room: `words-commands.ts`. */
  readonly commands: CommandWords;
  /** What the bot says in rooms by itself: `words-room.ts`. */
  readonly room: RoomWords;
}

const unitsEn = {
  day: 'day',
  week: 'week',
  month: 'month',
  year: 'year',
  hour: 'hour',
  minute: 'minute',
  second: 'second',
};
const ordinalEn = (nth: number) =>
  nth === -1 ? 'last' : (['first', 'second', 'third', 'fourth', 'fifth'][nth - 1] ?? `${nth}.`);

const en: Words = {
  language: 'en',
  out: outWords.en,
  commands: commandWords.en,
  room: roomWords.en,
  image: (alt) => (alt === '' ? '[image]' : `[image: ${alt}]`),
  quoted: 'Quoted text',
  spoiler: (text) => `[hidden: ${text}]`,
  cutHere: (shown, total) => `[Cut here: ${shown} of ${total} KB are shown. The whole message is attached.]`,
  invitation: 'Invitation',
  invitationChanged: 'Invitation changed',
  invitationCancelled: 'Cancelled',
  invitationReply: 'Answer to an invitation',
  invitationCounter: 'Another time is proposed',
  eventPublished: 'Appointment',
  when: 'When',
  where: 'Where',
  organizer: 'Organiser',
  attendees: 'Attendees',
  repeats: 'Repeats',
  description: 'Description',
  before: (value) => `before: ${value}`,
  allDay: 'all day',
  untitledEvent: '(no title)',
  accepted: 'accepted',
  declined: 'declined',
  tentative: 'tentative',
  delegated: 'delegated',
  noAnswer: 'no answer yet',
  optional: 'optional',
  andMore: (count) => `and ${count} more`,
  every: (unit, interval) => (interval === 1 ? `every ${unitsEn[unit]}` : `every ${interval} ${unitsEn[unit]}s`),
  onDays: (days) => `on ${days}`,
  times: (count) => (count === 1 ? 'once' : `${count} times`),
  until: (date) => `until ${date}`,
  exceptOn: (dates) => `except on ${dates}`,
  nthDay: (nth, day) => `the ${ordinalEn(nth)} ${day}`,
  localTime: 'local time',
  contact: 'Contact',
  contacts: (count) => `${count} contacts`,
  signedPgp: 'This message is signed with OpenPGP; the signature was not checked.',
  signedSmime: 'This message is signed with S/MIME; the signature was not checked.',
  encryptedPgp:
    'This message is encrypted with OpenPGP. It is attached as it came; a mail program with the key can read it.',
  encryptedSmime:
    'This message is encrypted with S/MIME. It is attached as it came; a mail program with the key can read it.',
  opaqueSmime:
    'This message is signed with S/MIME in a form that holds the text inside the signature; it is attached as it came.',
  passwordProtected: (name) => `${name} is protected by a password.`,
};

const unitsDe = {
  day: ['jeden Tag', 'Tage'],
  week: ['jede Woche', 'Wochen'],
  month: ['jeden Monat', 'Monate'],
  year: ['jedes Jahr', 'Jahre'],
  hour: ['jede Stunde', 'Stunden'],
  minute: ['jede Minute', 'Minuten'],
  second: ['jede Sekunde', 'Sekunden'],
} as const;

const de: Words = {
  language: 'de',
  out: outWords.de,
  commands: commandWords.de,
  room: roomWords.de,
  image: (alt) => (alt === '' ? '[Bild]' : `[Bild: ${alt}]`),
  quoted: 'Zitierter Text',
  spoiler: (text) => `[verdeckt: ${text}]`,
  cutHere: (shown, total) =>
    `[Hier gekürzt: ${shown} von ${total} KB sind zu sehen. Die ganze Nachricht ist angehängt.]`,
  invitation: 'Einladung',
  invitationChanged: 'Einladung geändert',
  invitationCancelled: 'Abgesagt',
  invitationReply: 'Antwort auf eine Einladung',
  invitationCounter: 'Anderer Termin vorgeschlagen',
  eventPublished: 'Termin',
  when: 'Wann',
  where: 'Wo',
  organizer: 'Organisiert von',
  attendees: 'Teilnehmende',
  repeats: 'Wiederholung',
  description: 'Beschreibung',
  before: (value) => `bisher: ${value}`,
  allDay: 'ganztägig',
  untitledEvent: '(ohne Titel)',
  accepted: 'zugesagt',
  declined: 'abgesagt',
  tentative: 'mit Vorbehalt',
  delegated: 'weitergegeben',
  noAnswer: 'noch keine Antwort',
  optional: 'optional',
  andMore: (count) => `und ${count} weitere`,
  every: (unit, interval) => (interval === 1 ? unitsDe[unit][0] : `alle ${interval} ${unitsDe[unit][1]}`),
  onDays: (days) => `am ${days}`,
  times: (count) => `${count}-mal`,
  until: (date) => `bis ${date}`,
  exceptOn: (dates) => `außer am ${dates}`,
  nthDay: (nth, day) => (nth === -1 ? `letzten ${day}` : `${nth}. ${day}`),
  localTime: 'Ortszeit',
  contact: 'Kontakt',
  contacts: (count) => `${count} Kontakte`,
  signedPgp: 'Diese Nachricht ist mit OpenPGP signiert; die Signatur wurde nicht geprüft.',
  signedSmime: 'Diese Nachricht ist mit S/MIME signiert; die Signatur wurde nicht geprüft.',
  encryptedPgp:
    'Diese Nachricht ist mit OpenPGP verschlüsselt. Sie ist unverändert angehängt; ein Mailprogramm mit dem Schlüssel kann sie lesen.',
  encryptedSmime:
    'Diese Nachricht ist mit S/MIME verschlüsselt. Sie ist unverändert angehängt; ein Mailprogramm mit dem Schlüssel kann sie lesen.',
  opaqueSmime:
    'Diese Nachricht ist mit S/MIME so signiert, dass der Text in der Signatur steckt; sie ist unverändert angehängt.',
  passwordProtected: (name) => `${name} ist mit einem Passwort geschützt.`,
};

const unitsFr = {
  day: ['chaque jour', 'jours'],
  week: ['chaque semaine', 'semaines'],
  month: ['chaque mois', 'mois'],
  year: ['chaque année', 'ans'],
  hour: ['chaque heure', 'heures'],
  minute: ['chaque minute', 'minutes'],
  second: ['chaque seconde', 'secondes'],
} as const;
const feminine = new Set(['week', 'hour', 'minute', 'second']);
const ordinalFr = (nth: number) =>
  nth === -1 ? 'dernier' : (['premier', 'deuxième', 'troisième', 'quatrième', 'cinquième'][nth - 1] ?? `${nth}e`);

const fr: Words = {
  language: 'fr',
  out: outWords.fr,
  commands: commandWords.fr,
  room: roomWords.fr,
  image: (alt) => (alt === '' ? '[image]' : `[image : ${alt}]`),
  quoted: 'Texte cité',
  spoiler: (text) => `[masqué : ${text}]`,
  cutHere: (shown, total) =>
    `[Coupé ici : ${shown} Ko sur ${total} sont affichés. Le message entier est en pièce jointe.]`,
  invitation: 'Invitation',
  invitationChanged: 'Invitation modifiée',
  invitationCancelled: 'Annulé',
  invitationReply: 'Réponse à une invitation',
  invitationCounter: 'Un autre horaire est proposé',
  eventPublished: 'Rendez-vous',
  when: 'Quand',
  where: 'Où',
  organizer: 'Organisé par',
  attendees: 'Participants',
  repeats: 'Répétition',
  description: 'Description',
  before: (value) => `avant : ${value}`,
  allDay: 'toute la journée',
  untitledEvent: '(sans titre)',
  accepted: 'accepté',
  declined: 'refusé',
  tentative: 'provisoire',
  delegated: 'délégué',
  noAnswer: 'pas encore de réponse',
  optional: 'facultatif',
  andMore: (count) => `et ${count} autres`,
  every: (unit, interval) =>
    interval === 1 ? unitsFr[unit][0] : `${feminine.has(unit) ? 'toutes' : 'tous'} les ${interval} ${unitsFr[unit][1]}`,
  onDays: (days) => `le ${days}`,
  times: (count) => `${count} fois`,
  until: (date) => `jusqu’au ${date}`,
  exceptOn: (dates) => `sauf le ${dates}`,
  nthDay: (nth, day) => `${ordinalFr(nth)} ${day}`,
  localTime: 'heure locale',
  contact: 'Contact',
  contacts: (count) => `${count} contacts`,
  signedPgp: 'Ce message est signé avec OpenPGP ; la signature n’a pas été vérifiée.',
  signedSmime: 'Ce message est signé avec S/MIME ; la signature n’a pas été vérifiée.',
  encryptedPgp:
    'Ce message est chiffré avec OpenPGP. Il est joint tel quel ; un logiciel de messagerie qui a la clé peut le lire.',
  encryptedSmime:
    'Ce message est chiffré avec S/MIME. Il est joint tel quel ; un logiciel de messagerie qui a la clé peut le lire.',
  opaqueSmime:
    'Ce message est signé avec S/MIME sous une forme qui enferme le texte dans la signature ; il est joint tel quel.',
  passwordProtected: (name) => `${name} est protégé par un mot de passe.`,
};

const catalogue: Readonly<Record<Language, Words>> = { en, de, fr };

/** The catalogue of a language. */
export function words(language: Language): Words {
  return catalogue[language];
}
