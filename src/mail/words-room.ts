/** The words that the bot says in a room by itself. Part of the catalogue in `words.ts`. */
import type { Language } from './words.ts';

export interface RoomWords {
  // Before it leaves
  readonly nobodyToMail: string;
  readonly takenBack: string;
  // After it left
  readonly notComposed: (reason: string) => string;
  readonly tryAgainHint: string;
  readonly fileGone: (name: string) => string;
  // What arrived
  readonly noText: string;
  readonly noSender: string;
  readonly newSubject: (subject: string) => string;
  readonly fromMailProgram: (name: string) => string;
  readonly shortened: (name: string) => string;
  readonly original: string;
  readonly wholeMail: string;
  readonly fileTooLarge: (name: string, size: string) => string;
  readonly couldNotPost: (reason: string) => string;
  // About an account
  readonly loginRefused: (protocol: string) => string;
  readonly notReadableSubject: string;
  // About a room
  readonly movedOn: string;
  readonly movedOnNotMailed: string;
  readonly followed: string;
}

const en: RoomWords = {
  nobodyToMail: 'Nobody outside takes part in this conversation: not mailed.',
  takenBack: 'Taken back: not mailed.',
  notComposed: (reason) => `Not mailed: the mail could not be made (${reason}).`,
  tryAgainHint: 'Write "!mail retry" to try again.',
  fileGone: (name) => `Not mailed: the file "${name}" could not be fetched from the homeserver.`,
  noText: '(a mail without text)',
  noSender: 'A mail without a sender:',
  newSubject: (subject) => `Subject: ${subject}`,
  fromMailProgram: (name) => `${name} (from a mail program):`,
  shortened: (name) => `… cut here; the whole mail is in "${name}".`,
  original: 'original',
  wholeMail: 'whole mail',
  fileTooLarge: (name, size) =>
    `The file "${name}" (${size}) is larger than the homeserver takes. It is in the mail in the mailbox.`,
  couldNotPost: (reason) => `A part of a mail could not be posted here by its sender (${reason}):`,
  loginRefused: (protocol) =>
    `The mailbox login (${protocol}) was refused three times: mail is not fetched until the login in the config is right.`,
  notReadableSubject: 'Mail that could not be read',
  movedOn: 'This conversation goes on in another room.',
  movedOnNotMailed: 'This conversation goes on in another room: not mailed.',
  followed: 'The conversation goes on here: what is written in this room goes out as e-mail.',
};

const de: RoomWords = {
  nobodyToMail: 'An diesem Gespräch nimmt außen niemand teil: nicht gemailt.',
  takenBack: 'Zurückgenommen: nicht gemailt.',
  notComposed: (reason) => `Nicht gemailt: Die Mail ließ sich nicht erzeugen (${reason}).`,
  tryAgainHint: 'Mit „!mail retry“ wird es noch einmal versucht.',
  fileGone: (name) => `Nicht gemailt: Die Datei „${name}“ war vom Homeserver nicht zu bekommen.`,
  noText: '(eine Mail ohne Text)',
  noSender: 'Eine Mail ohne Absender:',
  newSubject: (subject) => `Betreff: ${subject}`,
  fromMailProgram: (name) => `${name} (aus einem Mailprogramm):`,
  shortened: (name) => `… hier gekürzt; die ganze Mail steht in „${name}“.`,
  original: 'Original',
  wholeMail: 'ganze Mail',
  fileTooLarge: (name, size) =>
    `Die Datei „${name}“ (${size}) ist größer, als der Homeserver annimmt. Sie ist in der Mail im Postfach.`,
  couldNotPost: (reason) => `Ein Teil einer Mail ließ sich hier nicht im Namen des Absenders zeigen (${reason}):`,
  loginRefused: (protocol) =>
    `Die Anmeldung am Postfach (${protocol}) wurde dreimal abgelehnt: Es wird keine Mail geholt, bis die Anmeldung in der Konfiguration stimmt.`,
  notReadableSubject: 'Mail, die nicht zu lesen war',
  movedOn: 'Dieses Gespräch geht in einem anderen Raum weiter.',
  movedOnNotMailed: 'Dieses Gespräch geht in einem anderen Raum weiter: nicht gemailt.',
  followed: 'Das Gespräch geht hier weiter: Was in diesem Raum geschrieben wird, geht als E-Mail hinaus.',
};

const fr: RoomWords = {
  nobodyToMail: 'Personne de l’extérieur ne participe à cette conversation : rien n’est envoyé.',
  takenBack: 'Retiré : rien n’est envoyé.',
  notComposed: (reason) => `Non envoyé : le courriel n’a pas pu être composé (${reason}).`,
  tryAgainHint: 'Écrivez « !mail retry » pour réessayer.',
  fileGone: (name) => `Non envoyé : le fichier « ${name} » n’a pas pu être obtenu du serveur Matrix.`,
  noText: '(un courriel sans texte)',
  noSender: 'Un courriel sans expéditeur :',
  newSubject: (subject) => `Objet : ${subject}`,
  fromMailProgram: (name) => `${name} (depuis un logiciel de courriel) :`,
  shortened: (name) => `… coupé ici ; le courriel entier est dans « ${name} ».`,
  original: 'original',
  wholeMail: 'courriel entier',
  fileTooLarge: (name, size) =>
    `Le fichier « ${name} » (${size}) dépasse ce que le serveur Matrix accepte. Il est dans le courriel, dans la boîte.`,
  couldNotPost: (reason) => `Une partie d’un courriel n’a pas pu être publiée par son expéditeur (${reason}) :`,
  loginRefused: (protocol) =>
    `La connexion à la boîte (${protocol}) a été refusée trois fois : aucun courriel n’est relevé tant que l’identifiant n’est pas corrigé dans la configuration.`,
  notReadableSubject: 'Courriel illisible',
  movedOn: 'Cette conversation continue dans un autre salon.',
  movedOnNotMailed: 'Cette conversation continue dans un autre salon : rien n’est envoyé.',
  followed: 'La conversation continue ici : ce qui s’écrit dans ce salon part par courriel.',
};

export const roomWords: Readonly<Record<Language, RoomWords>> = { en, de, fr };
