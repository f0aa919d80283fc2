/** The words of the bot in a room: answers to commands, and what became of a mail. Part of the catalogue in `words.ts`. */
import { brakeWords } from './words-brakes.ts';
import type { BrakeCommand } from './words-brakes.ts';
import { entryWords } from './words-entry.ts';
import type { EntryCommand } from './words-entry.ts';
import { composeWords } from './words-compose.ts';
import type { ComposeCommand } from './words-compose.ts';
import { deskWords } from './words-desk.ts';
import type { DeskCommand } from './words-desk.ts';
import { recipientWords } from './words-recipients.ts';
import type { RecipientCommand } from './words-recipients.ts';
import { threadWords } from './words-thread.ts';
import type { ThreadCommand } from './words-thread.ts';
import type { Language } from './words.ts';

export interface CommandWords {
  readonly help: Readonly<
    Record<
      | BrakeCommand
      | ComposeCommand
      | DeskCommand
      | RecipientCommand
      | EntryCommand
      | ThreadCommand
      | 'help'
      | 'status'
      | 'retry'
      | 'unpause'
      | 'source'
      | 'why'
      | 'accept'
      | 'refuse'
      | 'accounts'
      | 'queue'
      | 'quarantine'
      | 'language',
      string
    >
  >;
  readonly note: string;
  readonly holdHint: string;
  readonly unknown: (name: string) => string;
  readonly didYouMean: (usage: string) => string;
  readonly seeHelp: string;
  readonly wrongUse: (usage: string) => string;
  // who gets the next answer
  readonly goesTo: string;
  /** The same of a message that was just written. */
  readonly thisGoesTo: string;
  readonly to: string;
  readonly cc: string;
  readonly nobody: string;
  readonly whyReply: (address: string) => string;
  readonly whyLatest: (address: string) => string;
  readonly whyBcc: (address: string) => string;
  readonly whySame: string;
  readonly replyToUsed: string;
  // status
  readonly account: (address: string) => string;
  readonly accountState: { readonly ready: string; readonly connecting: string; readonly stopped: string };
  readonly openMail: (seconds: number) => string;
  readonly waitingMails: (count: number) => string;
  readonly failedMails: (count: number) => string;
  readonly nothingWaits: string;
  readonly lastSent: (time: string) => string;
  // retry
  readonly retrying: (count: number) => string;
  readonly nothingToRetry: string;
  // delivery
  readonly refused: (address: string, words: string) => string;
  readonly deferred: (address: string, words: string) => string;
  readonly gaveUp: (address: string, words: string) => string;
  readonly notSent: (words: string) => string;
  readonly unknownOutcome: string;
  readonly unknownResent: string;
  readonly unknownHeld: string;
  readonly tooLarge: (size: string, limit: string | null) => string;
  readonly utf8Missing: string;
  readonly alreadyMailed: string;
  readonly encryptedNotMailed: string;
}

const en: CommandWords = {
  help: {
    ...brakeWords.en.help,
    ...composeWords.en.help,
    ...deskWords.en.help,
    ...recipientWords.en.help,
    ...entryWords.en.help,
    ...threadWords.en.help,
    help: 'shows this list',
    status: 'shows the state of the account and of the mails of this room',
    retry: 'tries again what could not be delivered; as a reply to a message: only that one',
    unpause: 'sends to an address again after a mail to it had bounced',
    source: 'as a reply to a message: puts its original mail here as a file',
    why: 'as a reply to a message: why its mail is in this conversation, and how its sender was checked',
    accept: 'as a reply to the message about a held mail: shows it in its conversation',
    refuse: 'as a reply to the message about a held mail: does not show it',
    accounts: 'shows how each of your accounts stands: its state, since when, and its last mail',
    queue: 'shows what waits to be sent or shown, and what has failed',
    quarantine: 'shows mails that could not be read; “show” tells more about one, “retry” tries it again',
    language: 'shows or sets the language in which you are answered',
  },
  note: 'a message for this room only; it is never mailed',
  holdHint: 'Until a message is mailed you can edit it, delete it, or stop it with the reaction ❌.',
  unknown: (name) => `There is no command “${name}”.`,
  didYouMean: (usage) => `Did you mean ${usage}?`,
  seeHelp: '!mail help lists all commands.',
  wrongUse: (usage) => `It is used like this: ${usage}`,
  goesTo: 'Your next message goes to:',
  thisGoesTo: 'This goes to:',
  to: 'To',
  cc: 'Cc',
  nobody: 'Nobody would get an answer: no mail of this conversation has an address outside.',
  whyReply: (address) => `because it answers the message of ${address}`,
  whyLatest: (address) => `because the latest mail came from ${address}; reply to another message to answer that one`,
  whyBcc: (address) => `only the sender, ${address}, because that mail came to us as a blind copy`,
  whySame: 'because they got the message that it follows',
  replyToUsed: 'The sender asked for answers at another address than their own (Reply-To).',
  account: (address) => `Account ${address}:`,
  accountState: { ready: 'connected', connecting: 'connecting', stopped: 'stopped, an administrator has to act' },
  openMail: (seconds) => `One mail is held for ${seconds} more seconds and can still be changed.`,
  waitingMails: (count) => (count === 1 ? 'One mail waits to be sent.' : `${count} mails wait to be sent.`),
  failedMails: (count) => (count === 1 ? 'One mail could not be delivered.' : `${count} mails could not be delivered.`),
  nothingWaits: 'Nothing waits to be sent.',
  lastSent: (time) => `The last mail was sent at ${time}.`,
  retrying: (count) => (count === 1 ? 'One mail is tried again.' : `${count} mails are tried again.`),
  nothingToRetry: 'There is nothing to try again.',
  refused: (address, words) => `Not delivered to ${address}. Their server says: ${words}`,
  deferred: (address, words) => `Not yet delivered to ${address}, it will be tried again. Their server says: ${words}`,
  gaveUp: (address, words) => `Not delivered to ${address}, after many tries. The last answer was: ${words}`,
  notSent: (words) => `This message was not mailed: ${words}`,
  unknownOutcome: 'The connection broke while the mail was handed over: it may have been sent, or not.',
  unknownResent: 'It was sent once more with the same identity, so that mail programs show it once.',
  unknownHeld: 'It is not sent again by itself; !mail retry sends it once more.',
  tooLarge: (size, limit) =>
    limit === null
      ? `This message was not mailed: with ${size} it is too large for the mail server.`
      : `This message was not mailed: it has ${size}, and the mail server takes at most ${limit}.`,
  utf8Missing: 'This message was not mailed: the mail server does not take addresses with such letters.',
  alreadyMailed: 'This had already been mailed; the change stays in this room.',
  encryptedNotMailed: 'This message is encrypted and was not mailed. Please write it without encryption.',
};

const de: CommandWords = {
  help: {
    ...brakeWords.de.help,
    ...composeWords.de.help,
    ...deskWords.de.help,
    ...recipientWords.de.help,
    ...entryWords.de.help,
    ...threadWords.de.help,
    help: 'zeigt diese Liste',
    status: 'zeigt den Stand des Kontos und der Mails dieses Raums',
    retry: 'versucht erneut, was nicht zugestellt wurde; als Antwort auf eine Nachricht: nur diese',
    unpause: 'sendet wieder an eine Adresse, von der eine Mail zurückgekommen war',
    source: 'als Antwort auf eine Nachricht: legt ihre Mail im Original als Datei hierher',
    why: 'als Antwort auf eine Nachricht: warum ihre Mail in diesem Gespräch steht und wie ihr Absender geprüft wurde',
    accept: 'als Antwort auf die Nachricht über eine zurückgehaltene Mail: zeigt sie in ihrem Gespräch',
    refuse: 'als Antwort auf die Nachricht über eine zurückgehaltene Mail: zeigt sie nicht',
    accounts: 'zeigt, wie es um jedes Ihrer Konten steht: Zustand, seit wann, und die letzte Mail',
    queue: 'zeigt, was auf Versand oder Anzeige wartet und was fehlgeschlagen ist',
    quarantine:
      'zeigt Mails, die nicht gelesen werden konnten; „show“ sagt mehr über eine, „retry“ versucht sie erneut',
    language: 'zeigt oder setzt die Sprache, in der Sie Antworten bekommen',
  },
  note: 'eine Nachricht nur für diesen Raum; sie wird nie gemailt',
  holdHint: 'Bis eine Nachricht gemailt ist, kann sie geändert, gelöscht oder mit der Reaktion ❌ angehalten werden.',
  unknown: (name) => `Den Befehl „${name}“ gibt es nicht.`,
  didYouMean: (usage) => `War ${usage} gemeint?`,
  seeHelp: '!mail help zeigt alle Befehle.',
  wrongUse: (usage) => `Er wird so benutzt: ${usage}`,
  goesTo: 'Die nächste Nachricht geht an:',
  thisGoesTo: 'Das geht an:',
  to: 'An',
  cc: 'Kopie',
  nobody: 'Niemand bekäme eine Antwort: Keine Mail dieses Gesprächs hat eine Adresse außerhalb.',
  whyReply: (address) => `weil sie auf die Nachricht von ${address} antwortet`,
  whyLatest: (address) =>
    `weil die letzte Mail von ${address} kam; antworten Sie auf eine andere Nachricht, um diese zu beantworten`,
  whyBcc: (address) => `nur an den Absender, ${address}, weil diese Mail als Blindkopie kam`,
  whySame: 'weil sie die Nachricht bekommen haben, der sie folgt',
  replyToUsed: 'Der Absender wünscht Antworten an eine andere Adresse als die eigene (Reply-To).',
  account: (address) => `Konto ${address}:`,
  accountState: {
    ready: 'verbunden',
    connecting: 'verbindet sich',
    stopped: 'angehalten, die Verwaltung muss eingreifen',
  },
  openMail: (seconds) => `Eine Mail wird noch ${seconds} Sekunden gehalten und kann geändert werden.`,
  waitingMails: (count) =>
    count === 1 ? 'Eine Mail wartet auf den Versand.' : `${count} Mails warten auf den Versand.`,
  failedMails: (count) =>
    count === 1 ? 'Eine Mail konnte nicht zugestellt werden.' : `${count} Mails konnten nicht zugestellt werden.`,
  nothingWaits: 'Nichts wartet auf den Versand.',
  lastSent: (time) => `Die letzte Mail ging um ${time} hinaus.`,
  retrying: (count) => (count === 1 ? 'Eine Mail wird erneut versucht.' : `${count} Mails werden erneut versucht.`),
  nothingToRetry: 'Es gibt nichts zu wiederholen.',
  refused: (address, words) => `Nicht zugestellt an ${address}. Deren Server sagt: ${words}`,
  deferred: (address, words) =>
    `Noch nicht zugestellt an ${address}, es wird erneut versucht. Deren Server sagt: ${words}`,
  gaveUp: (address, words) => `Nicht zugestellt an ${address}, nach vielen Versuchen. Die letzte Antwort war: ${words}`,
  notSent: (words) => `Diese Nachricht wurde nicht gemailt: ${words}`,
  unknownOutcome: 'Die Verbindung brach bei der Übergabe der Mail ab: Sie kann verschickt sein oder nicht.',
  unknownResent: 'Sie wurde mit derselben Kennung noch einmal verschickt, damit Mailprogramme sie einmal zeigen.',
  unknownHeld: 'Sie wird nicht von selbst noch einmal verschickt; !mail retry verschickt sie erneut.',
  tooLarge: (size, limit) =>
    limit === null
      ? `Diese Nachricht wurde nicht gemailt: Mit ${size} ist sie zu groß für den Mailserver.`
      : `Diese Nachricht wurde nicht gemailt: Sie hat ${size}, und der Mailserver nimmt höchstens ${limit}.`,
  utf8Missing: 'Diese Nachricht wurde nicht gemailt: Der Mailserver nimmt keine Adressen mit solchen Buchstaben.',
  alreadyMailed: 'Das war schon gemailt; die Änderung bleibt in diesem Raum.',
  encryptedNotMailed:
    'Diese Nachricht ist verschlüsselt und wurde nicht gemailt. Bitte ohne Verschlüsselung schreiben.',
};

const fr: CommandWords = {
  help: {
    ...brakeWords.fr.help,
    ...composeWords.fr.help,
    ...deskWords.fr.help,
    ...recipientWords.fr.help,
    ...entryWords.fr.help,
    ...threadWords.fr.help,
    help: 'affiche cette liste',
    status: 'montre l’état du compte et des courriels de ce salon',
    retry: 'retente ce qui n’a pas pu être remis ; en réponse à un message : seulement celui-ci',
    unpause: 'envoie de nouveau à une adresse dont un courriel était revenu',
    source: 'en réponse à un message : met ici le courriel d’origine en fichier',
    why: 'en réponse à un message : pourquoi son courriel est dans cette conversation, et comment l’expéditeur a été vérifié',
    accept: 'en réponse au message sur un courriel retenu : l’affiche dans sa conversation',
    refuse: 'en réponse au message sur un courriel retenu : ne l’affiche pas',
    accounts: 'montre où en est chacun de vos comptes : son état, depuis quand, et son dernier courriel',
    queue: 'montre ce qui attend d’être envoyé ou affiché, et ce qui a échoué',
    quarantine: 'montre les courriels illisibles ; « show » en dit plus sur l’un d’eux, « retry » le retente',
    language: 'montre ou choisit la langue dans laquelle on vous répond',
  },
  note: 'un message pour ce salon seulement ; il n’est jamais envoyé',
  holdHint: 'Tant qu’un message n’est pas parti, on peut le modifier, le supprimer ou l’arrêter avec la réaction ❌.',
  unknown: (name) => `La commande « ${name} » n’existe pas.`,
  didYouMean: (usage) => `Vouliez-vous dire ${usage} ?`,
  seeHelp: '!mail help affiche toutes les commandes.',
  wrongUse: (usage) => `Elle s’utilise ainsi : ${usage}`,
  goesTo: 'Votre prochain message ira à :',
  thisGoesTo: 'Ceci part à :',
  to: 'À',
  cc: 'Copie',
  nobody: 'Personne ne recevrait de réponse : aucun courriel de cette conversation n’a d’adresse extérieure.',
  whyReply: (address) => `parce qu’il répond au message de ${address}`,
  whyLatest: (address) =>
    `parce que le dernier courriel est venu de ${address} ; répondez à un autre message pour répondre à celui-là`,
  whyBcc: (address) => `seulement à l’expéditeur, ${address}, car ce courriel nous est venu en copie cachée`,
  whySame: 'parce qu’ils ont reçu le message qu’il suit',
  replyToUsed: 'L’expéditeur demande les réponses à une autre adresse que la sienne (Reply-To).',
  account: (address) => `Compte ${address} :`,
  accountState: {
    ready: 'connecté',
    connecting: 'en cours de connexion',
    stopped: 'arrêté, l’administration doit intervenir',
  },
  openMail: (seconds) => `Un courriel est retenu encore ${seconds} secondes et peut être modifié.`,
  waitingMails: (count) =>
    count === 1 ? 'Un courriel attend d’être envoyé.' : `${count} courriels attendent d’être envoyés.`,
  failedMails: (count) =>
    count === 1 ? 'Un courriel n’a pas pu être remis.' : `${count} courriels n’ont pas pu être remis.`,
  nothingWaits: 'Rien n’attend d’être envoyé.',
  lastSent: (time) => `Le dernier courriel est parti à ${time}.`,
  retrying: (count) => (count === 1 ? 'Un courriel est retenté.' : `${count} courriels sont retentés.`),
  nothingToRetry: 'Il n’y a rien à retenter.',
  refused: (address, words) => `Non remis à ${address}. Leur serveur dit : ${words}`,
  deferred: (address, words) => `Pas encore remis à ${address}, un nouvel essai suivra. Leur serveur dit : ${words}`,
  gaveUp: (address, words) => `Non remis à ${address}, après de nombreux essais. La dernière réponse était : ${words}`,
  notSent: (words) => `Ce message n’a pas été envoyé : ${words}`,
  unknownOutcome: 'La connexion s’est rompue pendant la remise : le courriel est peut-être parti, peut-être pas.',
  unknownResent:
    'Il a été envoyé une fois de plus sous la même identité, pour que les logiciels ne le montrent qu’une fois.',
  unknownHeld: 'Il n’est pas renvoyé de lui-même ; !mail retry le renvoie.',
  tooLarge: (size, limit) =>
    limit === null
      ? `Ce message n’a pas été envoyé : avec ${size} il est trop grand pour le serveur de courriel.`
      : `Ce message n’a pas été envoyé : il fait ${size}, et le serveur de courriel accepte au plus ${limit}.`,
  utf8Missing:
    'Ce message n’a pas été envoyé : le serveur de courriel n’accepte pas les adresses avec de telles lettres.',
  alreadyMailed: 'C’était déjà envoyé ; la modification reste dans ce salon.',
  encryptedNotMailed: 'Ce message est chiffré et n’a pas été envoyé. Merci de l’écrire sans chiffrement.',
};

/** The part of the catalogue for the bot's own words in a room. */
export const commandWords: Readonly<Record<Language, CommandWords>> = { en, de, fr };
