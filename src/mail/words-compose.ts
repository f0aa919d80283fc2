/** The words about new conversations. Part of the catalogue in `words.ts`. */
import type { Language } from './words.ts';

export type ComposeCommand = 'compose' | 'cancel';

export interface ComposeWords {
  readonly help: Readonly<Record<ComposeCommand, string>>;
  readonly askAccount: (accounts: string) => string;
  readonly askTo: string;
  readonly askSubject: string;
  /** How to end it: the command as it is written there. */
  readonly cancelHint: (command: string) => string;
  readonly notUnderstood: string;
  readonly cancelled: string;
  readonly nothingToCancel: string;
  /** Before the link to the room. */
  readonly begun: (people: string) => string;
  readonly room: string;
  /** The first words in the new room. */
  readonly welcome: (from: string, people: string) => string;
  readonly subject: (subject: string) => string;
  readonly subjectFromWords: string;
  readonly firstIsMail: string;
  readonly wrote: (name: string) => string;
  // rooms that people made
  readonly askAccountHere: (accounts: string) => string;
  readonly mayNot: string;
  readonly encrypted: string;
}

const en: ComposeWords = {
  help: {
    compose:
      'begins a conversation in a room of its own; what is missing is asked for; further lines are its first mail',
    cancel: 'forgets a conversation that you are being asked about',
  },
  askAccount: (accounts) => `Which account is it to go out from? Write one of: ${accounts}.`,
  askTo: 'To whom? Write one or more mail addresses.',
  askSubject: 'What is the subject? Write - for none.',
  cancelHint: (command) => `${command} ends this.`,
  notUnderstood: 'That was not understood.',
  cancelled: 'Nothing was begun.',
  nothingToCancel: 'There is nothing to cancel here.',
  begun: (people) => `A conversation with ${people} begins in its own room:`,
  room: 'room',
  welcome: (from, people) => `A new conversation: what you write here goes as e-mail from ${from} to ${people}.`,
  subject: (subject) => `Subject: ${subject}`,
  subjectFromWords: 'The first words of your first message are the subject, unless you set one before: !mail subject …',
  firstIsMail: 'Your first message is the first mail. !mail to, !mail cc and !mail bcc change who gets it.',
  wrote: (name) => `${name} wrote:`,
  askAccountHere: (accounts) => `Nothing is mailed yet: which account is it to go out from? Write one of: ${accounts}`,
  mayNot:
    'You may not begin conversations by mail here. Somebody of the team of a mail account can, or ask the administrators of this server.',
  encrypted: 'This room is encrypted, and mail cannot be written from it: please make one without encryption.',
};

const de: ComposeWords = {
  help: {
    compose:
      'beginnt ein Gespräch in einem eigenen Raum; was fehlt, wird erfragt; weitere Zeilen sind seine erste Mail',
    cancel: 'vergisst ein Gespräch, zu dem Sie gerade gefragt werden',
  },
  askAccount: (accounts) => `Von welchem Konto soll es ausgehen? Schreiben Sie eines von: ${accounts}.`,
  askTo: 'An wen? Schreiben Sie eine oder mehrere Mailadressen.',
  askSubject: 'Wie lautet der Betreff? Schreiben Sie - für keinen.',
  cancelHint: (command) => `${command} bricht ab.`,
  notUnderstood: 'Das war nicht zu verstehen.',
  cancelled: 'Es wurde nichts begonnen.',
  nothingToCancel: 'Hier gibt es nichts abzubrechen.',
  begun: (people) => `Ein Gespräch mit ${people} beginnt in einem eigenen Raum:`,
  room: 'Raum',
  welcome: (from, people) => `Ein neues Gespräch: Was Sie hier schreiben, geht als E-Mail von ${from} an ${people}.`,
  subject: (subject) => `Betreff: ${subject}`,
  subjectFromWords:
    'Die ersten Worte Ihrer ersten Nachricht werden der Betreff, wenn Sie vorher keinen festlegen: !mail subject …',
  firstIsMail: 'Ihre erste Nachricht ist die erste Mail. !mail to, !mail cc und !mail bcc ändern, wer sie bekommt.',
  wrote: (name) => `${name} schrieb:`,
  askAccountHere: (accounts) =>
    `Noch wird nichts gemailt: Von welchem Konto soll es ausgehen? Schreiben Sie eines von: ${accounts}`,
  mayNot:
    'Sie dürfen hier keine Gespräche per Mail beginnen. Jemand aus dem Team eines Mailkontos kann das, oder fragen Sie die Verwaltung dieses Servers.',
  encrypted:
    'Dieser Raum ist verschlüsselt, aus ihm lässt sich keine Mail schreiben: Bitte legen Sie einen ohne Verschlüsselung an.',
};

const fr: ComposeWords = {
  help: {
    compose:
      'commence une conversation dans son propre salon ; ce qui manque est demandé ; les lignes suivantes sont son premier courriel',
    cancel: 'oublie une conversation sur laquelle on vous interroge',
  },
  askAccount: (accounts) => `De quel compte cela doit-il partir ? Écrivez l’un de : ${accounts}.`,
  askTo: 'À qui ? Écrivez une ou plusieurs adresses de courriel.',
  askSubject: 'Quel est l’objet ? Écrivez - pour aucun.',
  cancelHint: (command) => `${command} abandonne.`,
  notUnderstood: 'Cela n’a pas été compris.',
  cancelled: 'Rien n’a été commencé.',
  nothingToCancel: 'Il n’y a rien à abandonner ici.',
  begun: (people) => `Une conversation avec ${people} commence dans son propre salon :`,
  room: 'salon',
  welcome: (from, people) =>
    `Une nouvelle conversation : ce que vous écrivez ici part par courriel de ${from} à ${people}.`,
  subject: (subject) => `Objet : ${subject}`,
  subjectFromWords:
    'Les premiers mots de votre premier message seront l’objet, sauf si vous en fixez un avant : !mail subject …',
  firstIsMail: 'Votre premier message est le premier courriel. !mail to, !mail cc et !mail bcc changent qui le reçoit.',
  wrote: (name) => `${name} a écrit :`,
  askAccountHere: (accounts) =>
    `Rien n’est envoyé pour l’instant : de quel compte cela doit-il partir ? Écrivez l’un de : ${accounts}`,
  mayNot:
    'Vous ne pouvez pas commencer de conversation par courriel ici. Un membre de l’équipe d’un compte de courriel le peut, ou demandez à l’administration de ce serveur.',
  encrypted: 'Ce salon est chiffré, on ne peut pas en écrire de courriel : merci d’en créer un sans chiffrement.',
};

export const composeWords: Readonly<Record<Language, ComposeWords>> = { en, de, fr };
