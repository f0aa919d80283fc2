/** How accounts, queues and quarantine stand, in words. Part of the catalogue in `words.ts`. */
import type { Language } from './words.ts';

type State = 'stopped' | 'connecting' | 'catching-up' | 'connected' | 'transient' | 'bad-credentials';

export interface OperationWords {
  readonly state: Readonly<Record<State, string>>;
  readonly since: (time: string) => string;
  readonly because: (reason: string) => string;
  readonly lastMail: (time: string) => string;
  readonly noMailYet: string;
  readonly noAccounts: string;
  /** `known` are the keys that could have been meant. */
  readonly whichAccount: (known: string) => string;
  // queue
  readonly nothingWaits: string;
  readonly held: (count: number) => string;
  readonly leaving: (count: number) => string;
  readonly deferred: (count: number) => string;
  readonly failed: (count: number) => string;
  readonly jobs: (queue: string, waiting: number, age: string) => string;
  readonly jobsQuarantined: (queue: string, count: number) => string;
  // quarantine
  readonly quarantineEmpty: string;
  readonly quarantineCount: (shown: number, total: number) => string;
  readonly unreadMail: (mailbox: string) => string;
  readonly stoppedJob: (queue: string) => string;
  readonly reason: (text: string) => string;
  readonly size: (kilobytes: string) => string;
  readonly hash: (sha256: string) => string;
  readonly notInQuarantine: (number: string) => string;
  readonly retried: (number: string) => string;
  readonly quarantineHow: (show: string, retry: string) => string;
  // the direct chat
  readonly notAlone: string;
  readonly encrypted: string;
  // the moderators' room
  readonly trouble: (time: string) => string;
  readonly stopped: (time: string) => string;
  readonly well: (time: string) => string;
}

const en: OperationWords = {
  state: {
    stopped: 'stopped',
    connecting: 'connecting',
    'catching-up': 'catching up',
    connected: 'connected',
    transient: 'cannot be reached, is tried again',
    'bad-credentials': 'the login was refused, an administrator has to act',
  },
  since: (time) => `since ${time}`,
  because: (reason) => `(${reason})`,
  lastMail: (time) => `last mail ${time}`,
  noMailYet: 'no mail yet',
  noAccounts: 'You belong to the team of no account.',
  whichAccount: (known) => `Which account? ${known}`,
  nothingWaits: 'nothing waits',
  held: (count) => `${count} held and still changeable`,
  leaving: (count) => `${count} about to leave`,
  deferred: (count) => `${count} deferred by a mail server, tried again`,
  failed: (count) => `${count} could not be delivered`,
  jobs: (queue, waiting, age) => `${queue}: ${waiting} waiting, the oldest for ${age}`,
  jobsQuarantined: (queue, count) => `${queue}: ${count} in quarantine`,
  quarantineEmpty: 'Nothing is in quarantine.',
  quarantineCount: (shown, total) =>
    shown === total ? `In quarantine: ${total}` : `In quarantine: ${total}, the latest ${shown}:`,
  unreadMail: (mailbox) => `a mail in ${mailbox} that could not be read`,
  stoppedJob: (queue) => `work of ${queue} that failed too often`,
  reason: (text) => `Reason: ${text}`,
  size: (kilobytes) => `Size: ${kilobytes} KB`,
  hash: (sha256) => `SHA-256: ${sha256}`,
  notInQuarantine: (number) => `There is no ${number} in quarantine.`,
  retried: (number) => `${number} is tried again.`,
  quarantineHow: (show, retry) => `${show} tells more, ${retry} tries again.`,
  notAlone: 'There are others in this chat, so I say nothing about accounts here. Please begin a chat with me alone.',
  encrypted: 'This chat is encrypted, and I cannot read that. Please begin one without encryption.',
  trouble: (time) =>
    `⚠ The mailbox cannot be reached since ${time}. Mail is not lost; it is fetched as soon as it answers.`,
  stopped: (time) => `⚠ The account stands still since ${time}.`,
  well: (time) => `The mailbox is reached again since ${time}.`,
};

const de: OperationWords = {
  state: {
    stopped: 'angehalten',
    connecting: 'verbindet sich',
    'catching-up': 'holt auf',
    connected: 'verbunden',
    transient: 'nicht erreichbar, wird erneut versucht',
    'bad-credentials': 'die Anmeldung wurde abgelehnt, die Verwaltung muss eingreifen',
  },
  since: (time) => `seit ${time}`,
  because: (reason) => `(${reason})`,
  lastMail: (time) => `letzte Mail ${time}`,
  noMailYet: 'noch keine Mail',
  noAccounts: 'Sie gehören zum Team keines Kontos.',
  whichAccount: (known) => `Welches Konto? ${known}`,
  nothingWaits: 'nichts wartet',
  held: (count) => `${count} gehalten und noch änderbar`,
  leaving: (count) => `${count} kurz vor dem Versand`,
  deferred: (count) => `${count} von einem Mailserver aufgeschoben, werden erneut versucht`,
  failed: (count) => `${count} nicht zustellbar`,
  jobs: (queue, waiting, age) => `${queue}: ${waiting} warten, am längsten seit ${age}`,
  jobsQuarantined: (queue, count) => `${queue}: ${count} in Quarantäne`,
  quarantineEmpty: 'Nichts ist in Quarantäne.',
  quarantineCount: (shown, total) =>
    shown === total ? `In Quarantäne: ${total}` : `In Quarantäne: ${total}, die letzten ${shown}:`,
  unreadMail: (mailbox) => `eine Mail in ${mailbox}, die nicht gelesen werden konnte`,
  stoppedJob: (queue) => `Arbeit von ${queue}, die zu oft fehlschlug`,
  reason: (text) => `Grund: ${text}`,
  size: (kilobytes) => `Größe: ${kilobytes} KB`,
  hash: (sha256) => `SHA-256: ${sha256}`,
  notInQuarantine: (number) => `${number} ist nicht in Quarantäne.`,
  retried: (number) => `${number} wird erneut versucht.`,
  quarantineHow: (show, retry) => `${show} sagt mehr, ${retry} versucht es erneut.`,
  notAlone:
    'In diesem Gespräch sind noch andere, deshalb sage ich hier nichts über Konten. Bitte beginnen Sie eines mit mir allein.',
  encrypted:
    'Dieses Gespräch ist verschlüsselt, das kann ich nicht lesen. Bitte beginnen Sie eines ohne Verschlüsselung.',
  trouble: (time) =>
    `⚠ Das Postfach ist seit ${time} nicht erreichbar. Keine Mail geht verloren; sie wird geholt, sobald es antwortet.`,
  stopped: (time) => `⚠ Das Konto steht seit ${time} still.`,
  well: (time) => `Das Postfach ist seit ${time} wieder erreichbar.`,
};

const fr: OperationWords = {
  state: {
    stopped: 'arrêté',
    connecting: 'en cours de connexion',
    'catching-up': 'en train de rattraper',
    connected: 'connecté',
    transient: 'injoignable, un nouvel essai suivra',
    'bad-credentials': 'la connexion a été refusée, l’administration doit intervenir',
  },
  since: (time) => `depuis ${time}`,
  because: (reason) => `(${reason})`,
  lastMail: (time) => `dernier courriel ${time}`,
  noMailYet: 'pas encore de courriel',
  noAccounts: 'Vous n’êtes de l’équipe d’aucun compte.',
  whichAccount: (known) => `Quel compte ? ${known}`,
  nothingWaits: 'rien n’attend',
  held: (count) => `${count} retenus et encore modifiables`,
  leaving: (count) => `${count} sur le départ`,
  deferred: (count) => `${count} différés par un serveur, retentés`,
  failed: (count) => `${count} n’ont pas pu être remis`,
  jobs: (queue, waiting, age) => `${queue} : ${waiting} en attente, le plus ancien depuis ${age}`,
  jobsQuarantined: (queue, count) => `${queue} : ${count} en quarantaine`,
  quarantineEmpty: 'Rien n’est en quarantaine.',
  quarantineCount: (shown, total) =>
    shown === total ? `En quarantaine : ${total}` : `En quarantaine : ${total}, les ${shown} derniers :`,
  unreadMail: (mailbox) => `un courriel de ${mailbox} qui n’a pas pu être lu`,
  stoppedJob: (queue) => `un travail de ${queue} qui a échoué trop souvent`,
  reason: (text) => `Raison : ${text}`,
  size: (kilobytes) => `Taille : ${kilobytes} Ko`,
  hash: (sha256) => `SHA-256 : ${sha256}`,
  notInQuarantine: (number) => `${number} n’est pas en quarantaine.`,
  retried: (number) => `${number} est retenté.`,
  quarantineHow: (show, retry) => `${show} en dit plus, ${retry} retente.`,
  notAlone:
    'D’autres sont dans cette discussion, je ne dis donc rien des comptes ici. Merci d’en commencer une avec moi seul.',
  encrypted: 'Cette discussion est chiffrée, et je ne peux pas la lire. Merci d’en commencer une sans chiffrement.',
  trouble: (time) =>
    `⚠ La boîte est injoignable depuis ${time}. Aucun courriel n’est perdu ; ils seront relevés dès qu’elle répondra.`,
  stopped: (time) => `⚠ Le compte est à l’arrêt depuis ${time}.`,
  well: (time) => `La boîte est de nouveau joignable depuis ${time}.`,
};

/** The part of the catalogue for accounts, queues and quarantine. */
export const operationWords: Readonly<Record<Language, OperationWords>> = { en, de, fr };
