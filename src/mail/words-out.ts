/** The words of what leaves. Part of the catalogue in `words.ts`. */
import type { Language } from './words.ts';

/** UTC; rendered by the language's own habit, without a library whose data changes. */
export interface WrittenDate {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly time: string;
}

export interface OutWords {
  // matrix-html.ts: what stands for a link into Matrix
  readonly someMessage: string;
  readonly someRoom: string;
  /** Before hidden text in HTML; the reason is '' where none was given. */
  readonly spoilerLabel: (reason: string) => string;
  // to-mail-said.ts
  readonly wrote: (name: string, date: WrittenDate | null) => string;
  readonly attached: (name: string, size: string | null) => string;
  readonly voiceMessageFile: string;
  readonly voiceMessage: (duration: string | null) => string;
  readonly audio: (name: string, duration: string | null) => string;
  readonly video: (name: string, duration: string | null) => string;
  readonly sticker: (name: string) => string;
  readonly location: (description: string) => string;
  readonly poll: (question: string) => string;
  readonly pollHint: (choices: number) => string;
}

const two = (value: number) => String(value).padStart(2, '0');
const after = (detail: string | null) => (detail === null ? '' : ` (${detail})`);

const en: OutWords = {
  someMessage: '(a message in the chat)',
  someRoom: '(a chat room)',
  spoilerLabel: (reason) => (reason === '' ? '[hidden, select to read]' : `[hidden: ${reason}]`),
  voiceMessageFile: 'Voice message',
  wrote: (name, date) =>
    date === null
      ? `${name} wrote:`
      : `On ${date.year}-${two(date.month)}-${two(date.day)} at ${date.time} UTC, ${name} wrote:`,
  attached: (name, size) => `Attached: ${name}${after(size)}`,
  voiceMessage: (duration) => `Voice message${after(duration)}, attached`,
  audio: (name, duration) => `Audio: ${name}${after(duration)}, attached`,
  video: (name, duration) => `Video: ${name}${after(duration)}, attached`,
  sticker: (name) => `[sticker: ${name}]`,
  location: (description) => (description === '' ? 'Location:' : `Location: ${description}`),
  poll: (question) => `Poll: ${question}`,
  pollHint: (choices) =>
    choices === 1
      ? 'Reply with the number of your choice.'
      : `Reply with the numbers of your choices, at most ${choices}.`,
};

const de: OutWords = {
  someMessage: '(eine Nachricht im Chat)',
  someRoom: '(ein Chatraum)',
  spoilerLabel: (reason) => (reason === '' ? '[verdeckt, zum Lesen markieren]' : `[verdeckt: ${reason}]`),
  voiceMessageFile: 'Sprachnachricht',
  wrote: (name, date) =>
    date === null
      ? `${name} schrieb:`
      : `Am ${two(date.day)}.${two(date.month)}.${date.year} um ${date.time} UTC schrieb ${name}:`,
  attached: (name, size) => `Angehängt: ${name}${after(size)}`,
  voiceMessage: (duration) => `Sprachnachricht${after(duration)}, angehängt`,
  audio: (name, duration) => `Tonaufnahme: ${name}${after(duration)}, angehängt`,
  video: (name, duration) => `Video: ${name}${after(duration)}, angehängt`,
  sticker: (name) => `[Sticker: ${name}]`,
  location: (description) => (description === '' ? 'Standort:' : `Standort: ${description}`),
  poll: (question) => `Umfrage: ${question}`,
  pollHint: (choices) =>
    choices === 1
      ? 'Antworten Sie mit der Nummer Ihrer Wahl.'
      : `Antworten Sie mit den Nummern Ihrer Wahl, höchstens ${choices}.`,
};

const fr: OutWords = {
  someMessage: '(un message dans le chat)',
  someRoom: '(un salon de discussion)',
  spoilerLabel: (reason) => (reason === '' ? '[masqué, à sélectionner pour lire]' : `[masqué : ${reason}]`),
  voiceMessageFile: 'Message vocal',
  wrote: (name, date) =>
    date === null
      ? `${name} a écrit :`
      : `Le ${two(date.day)}/${two(date.month)}/${date.year} à ${date.time} UTC, ${name} a écrit :`,
  attached: (name, size) => `En pièce jointe : ${name}${after(size)}`,
  voiceMessage: (duration) => `Message vocal${after(duration)}, en pièce jointe`,
  audio: (name, duration) => `Audio : ${name}${after(duration)}, en pièce jointe`,
  video: (name, duration) => `Vidéo : ${name}${after(duration)}, en pièce jointe`,
  sticker: (name) => `[autocollant : ${name}]`,
  location: (description) => (description === '' ? 'Position :' : `Position : ${description}`),
  poll: (question) => `Sondage : ${question}`,
  pollHint: (choices) =>
    choices === 1
      ? 'Répondez avec le numéro de votre choix.'
      : `Répondez avec les numéros de vos choix, ${choices} au plus.`,
};

/** The part of the catalogue for what leaves. */
export const outWords: Readonly<Record<Language, OutWords>> = { en, de, fr };
