/** The words about how far mails of ours came. Part of the catalogue in `words.ts`. */
import type { Language } from './words.ts';

/** How a recipient of a mail stands, as people are told. */
export type Standing =
  | 'waiting'
  | 'held'
  | 'deferred'
  | 'accepted'
  | 'refused'
  | 'paused'
  | 'delayed'
  | 'bounced'
  | 'delivered'
  | 'relayed'
  | 'expanded'
  | 'read'
  | 'unknown';

export interface LadderWords {
  /** A mail in `!mail status`. */
  readonly mailOf: (time: string, author: string) => string;
  readonly standing: Readonly<Record<Standing, string>>;
  /** Beside the standing, where a report that nothing proves says another thing. */
  readonly claimed: (standing: string) => string;
  readonly statusReplyUnknown: string;
  /** Our own relay was not reached, or wants nobody now. */
  readonly notHanded: (address: string, words: string) => string;
  /** Under a report that nothing proves. */
  readonly unproven: string;
  // paused addresses
  /** Told where an address becomes paused. */
  readonly pausedNow: (address: string) => string;
  /** Told to whoever writes to it. */
  readonly pausedSince: (address: string, date: string, why: string) => string;
  readonly othersGetIt: string;
  readonly unpaused: (address: string, mails: number) => string;
  readonly notPaused: (address: string) => string;
  readonly noAddress: string;
}

const en: LadderWords = {
  mailOf: (time, author) => `Mail of ${time}, by ${author}:`,
  standing: {
    waiting: 'waits to be sent',
    held: 'can still be changed',
    deferred: 'the mail server asks for patience, it is tried again',
    accepted: 'handed to the mail server',
    refused: 'refused',
    paused: 'not sent, the address is paused',
    delayed: 'delayed, their server goes on trying',
    bounced: 'not delivered',
    delivered: 'delivered',
    relayed: 'handed on to a server that sends no reports',
    expanded: 'delivered and passed on to several people',
    read: 'opened',
    unknown: 'perhaps sent, perhaps not',
  },
  claimed: (standing) => `a report that nothing proves says: ${standing}`,
  statusReplyUnknown: 'No mail of ours stands behind that message.',
  notHanded: (address, words) =>
    `Not yet sent to ${address}: our own mail server cannot take it at the moment. It is tried again. (${words})`,
  unproven:
    'Nothing proves that this report comes from a mail server: whoever has the mail could have written it. Nothing was changed by it.',
  pausedNow: (address) => `Nothing more is sent to ${address} until somebody writes !mail unpause ${address}`,
  pausedSince: (address, date, why) =>
    `Nothing is sent to ${address} since ${date}${why === '' ? '.' : `: ${why}`} !mail unpause ${address} tries again.`,
  othersGetIt: 'The others get this mail.',
  unpaused: (address, mails) =>
    `Mail goes to ${address} again.${mails === 0 ? '' : mails === 1 ? ' One mail that was held back leaves now.' : ` ${mails} mails that were held back leave now.`}`,
  notPaused: (address) => `${address} is not paused.`,
  noAddress: 'That is no mail address.',
};

const de: LadderWords = {
  mailOf: (time, author) => `Mail vom ${time}, von ${author}:`,
  standing: {
    waiting: 'wartet auf den Versand',
    held: 'lässt sich noch ändern',
    deferred: 'der Mailserver bittet um Geduld, es wird weiter versucht',
    accepted: 'dem Mailserver übergeben',
    refused: 'abgelehnt',
    paused: 'nicht gesendet, die Adresse pausiert',
    delayed: 'verzögert, der Server dort versucht es weiter',
    bounced: 'nicht zugestellt',
    delivered: 'zugestellt',
    relayed: 'an einen Server weitergegeben, der keine Berichte schickt',
    expanded: 'zugestellt und an mehrere Leute verteilt',
    read: 'geöffnet',
    unknown: 'vielleicht gesendet, vielleicht nicht',
  },
  claimed: (standing) => `ein Bericht, den nichts belegt, sagt: ${standing}`,
  statusReplyUnknown: 'Hinter dieser Nachricht steht keine Mail von uns.',
  notHanded: (address, words) =>
    `Noch nicht gesendet an ${address}: Der eigene Mailserver kann die Mail zurzeit nicht annehmen. Es wird weiter versucht. (${words})`,
  unproven:
    'Nichts belegt, dass dieser Bericht von einem Mailserver kommt: Jeder, der die Mail hat, könnte ihn geschrieben haben. Geändert hat er nichts.',
  pausedNow: (address) => `An ${address} wird nichts mehr gesendet, bis jemand !mail unpause ${address} schreibt`,
  pausedSince: (address, date, why) =>
    `An ${address} wird seit ${date} nichts gesendet${why === '' ? '.' : `: ${why}`} !mail unpause ${address} versucht es wieder.`,
  othersGetIt: 'Die anderen bekommen diese Mail.',
  unpaused: (address, mails) =>
    `An ${address} wird wieder gesendet.${mails === 0 ? '' : mails === 1 ? ' Eine zurückgehaltene Mail geht jetzt hinaus.' : ` ${mails} zurückgehaltene Mails gehen jetzt hinaus.`}`,
  notPaused: (address) => `${address} pausiert nicht.`,
  noAddress: 'Das ist keine Mailadresse.',
};

const fr: LadderWords = {
  mailOf: (time, author) => `Courriel du ${time}, de ${author} :`,
  standing: {
    waiting: 'attend d’être envoyé',
    held: 'peut encore être modifié',
    deferred: 'le serveur de courriel demande de patienter, un nouvel essai suivra',
    accepted: 'confié au serveur de courriel',
    refused: 'refusé',
    paused: 'pas envoyé, l’adresse est en pause',
    delayed: 'retardé, leur serveur continue d’essayer',
    bounced: 'non remis',
    delivered: 'remis',
    relayed: 'transmis à un serveur qui n’envoie pas de rapports',
    expanded: 'remis et distribué à plusieurs personnes',
    read: 'ouvert',
    unknown: 'peut-être parti, peut-être pas',
  },
  claimed: (standing) => `un rapport que rien ne prouve dit : ${standing}`,
  statusReplyUnknown: 'Aucun courriel de notre part ne se trouve derrière ce message.',
  notHanded: (address, words) =>
    `Pas encore envoyé à ${address} : notre propre serveur de courriel ne peut pas le prendre pour l’instant. Un nouvel essai suivra. (${words})`,
  unproven:
    'Rien ne prouve que ce rapport vient d’un serveur de courriel : quiconque a le courriel a pu l’écrire. Il n’a rien changé.',
  pausedNow: (address) =>
    `Plus rien n’est envoyé à ${address} jusqu’à ce que quelqu’un écrive !mail unpause ${address}`,
  pausedSince: (address, date, why) =>
    `Rien n’est envoyé à ${address} depuis le ${date}${why === '' ? '.' : ` : ${why}`} !mail unpause ${address} fait un nouvel essai.`,
  othersGetIt: 'Les autres reçoivent ce courriel.',
  unpaused: (address, mails) =>
    `Les envois à ${address} reprennent.${mails === 0 ? '' : mails === 1 ? ' Un courriel retenu part maintenant.' : ` ${mails} courriels retenus partent maintenant.`}`,
  notPaused: (address) => `${address} n’est pas en pause.`,
  noAddress: 'Ce n’est pas une adresse de courriel.',
};

/** The part of the catalogue about the delivery ladder. */
export const ladderWords: Readonly<Record<Language, LadderWords>> = { en, de, fr };
