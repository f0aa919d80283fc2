/** The words about who may enter by mail, and about mail of machines and to many. Part of the catalogue in `words.ts`. */
import type { Language } from './words.ts';

export type EntryCommand = 'block' | 'allow' | 'rules' | 'entry';

export interface EntryWords {
  readonly help: Readonly<Record<EntryCommand, string>>;
  /** In the name of a newcomer's marked ghost. */
  readonly mark: string;
  readonly joined: (person: string) => string;
  readonly joinedHow: string;
  readonly welcomed: (address: string) => string;
  readonly refused: (address: string) => string;
  // commands
  readonly whom: string;
  readonly noPattern: (text: string) => string;
  readonly blocked: (pattern: string) => string;
  readonly blockedHere: (pattern: string) => string;
  readonly allowed: (pattern: string) => string;
  readonly allowedHere: (pattern: string) => string;
  readonly dropped: (pattern: string) => string;
  readonly notThere: (pattern: string) => string;
  readonly noRules: string;
  readonly rules: string;
  readonly rule: Readonly<Record<'allow' | 'block', (pattern: string) => string>>;
  readonly ofRoom: string;
  readonly ofConfig: string;
  readonly more: (count: number) => string;
  readonly notShown: (count: number, days: number) => string;
  /** By the reason in `mails.reason`. */
  readonly notShownWhy: Readonly<
    Record<'blocked' | 'refused' | 'newcomer' | 'lists-ignored' | 'bulk-ignored', (detail: string) => string>
  >;
  readonly open: string;
  readonly asked: string;
  readonly onlyInThread: string;
  // the mail that tells a refusal
  readonly refusalSubject: (subject: string) => string;
  /** Its paragraphs. */
  readonly refusalText: (account: string) => readonly string[];
  // automatic mail and mail to many
  readonly automatic: (person: string) => string;
  readonly digest: string;
  readonly replyToAnswer: string;
}

const en: EntryWords = {
  help: {
    block:
      'whose mail is not shown, in the account or in this room (“here”); as a reply to a message: its sender, in this room',
    allow: 'who takes part without being asked about; as a reply to a message: its sender, in this room',
    rules: 'shows who may enter and how many mails were not shown; “drop” takes a rule away',
    entry: 'shows or sets whether anybody who passes the check of senders may take part in this room',
  },
  mark: 'new here',
  joined: (person) => `⚠ ${person} joined by answering a mail that went to someone else.`,
  joinedHow:
    'React with ✅ to let them take part, or with ❌ to show no more of them here; or reply with !mail allow or !mail block. Until then no answer goes to them unless you reply to their message.',
  welcomed: (address) => `${address} takes part from now on.`,
  refused: (address) => `Mail of ${address} is not shown in this room any more.`,
  whom: 'Say whom: !mail block bob@example.org, or a domain, or reply to a message of theirs.',
  noPattern: (text) => `“${text}” is neither an address nor a domain (* stands for anything).`,
  blocked: (pattern) => `Blocked in the whole account: ${pattern}. Such mail is not shown; it stays in the mailbox.`,
  blockedHere: (pattern) => `Blocked in this room: ${pattern}. Such mail is not shown; it stays in the mailbox.`,
  allowed: (pattern) => `Allowed in the whole account: ${pattern}, where the check of the sender is passed.`,
  allowedHere: (pattern) => `Allowed in this room: ${pattern}, where the check of the sender is passed.`,
  dropped: (pattern) => `There is no rule about ${pattern} any more.`,
  notThere: (pattern) => `There is no rule about ${pattern} here.`,
  noRules: 'There are no rules about who may enter.',
  rules: 'Rules about who may enter:',
  rule: { allow: (pattern) => `✅ ${pattern}`, block: (pattern) => `⛔ ${pattern}` },
  ofRoom: 'in this room',
  ofConfig: 'from the config',
  more: (count) => `… and ${count} more`,
  notShown: (count, days) => `Mails that were not shown in the last ${days} days: ${count}`,
  notShownWhy: {
    blocked: (pattern) => `blocked by ${pattern}`,
    refused: () => 'of people who were refused in a room',
    newcomer: () => 'of somebody new in a conversation',
    'lists-ignored': () => 'of lists',
    'bulk-ignored': () => 'to many',
  },
  open: 'This room is open: whoever answers one of its mails and passes the check of senders takes part.',
  asked: 'This room is not open: who is new in it is shown or refused as the account says.',
  onlyInThread: 'That is for the room of a conversation.',
  refusalSubject: (subject) => (subject === '' ? 'Your message was not delivered' : `Not delivered: ${subject}`),
  refusalText: (account) => [
    `Your message to ${account} was not delivered to the people behind this address: you do not take part in that conversation, or they do not take mail from you.`,
    `If you think that they should read it, write to them in another way.`,
    `This notice was written by a program. Please do not answer it.`,
  ],
  automatic: (person) => `Automatic mail from ${person}:`,
  digest: 'Newsletters',
  replyToAnswer: 'Not mailed: many write into this room. Reply to a message to answer that one.',
};

const de: EntryWords = {
  help: {
    block:
      'wessen Mail nicht gezeigt wird, im Konto oder in diesem Raum („here“); als Antwort auf eine Nachricht: deren Absender, in diesem Raum',
    allow: 'wer ohne Nachfrage teilnimmt; als Antwort auf eine Nachricht: deren Absender, in diesem Raum',
    rules: 'zeigt, wer teilnehmen darf und wie viele Mails nicht gezeigt wurden; „drop“ nimmt eine Regel weg',
    entry: 'zeigt oder setzt, ob in diesem Raum jeder teilnehmen darf, der die Prüfung des Absenders besteht',
  },
  mark: 'neu hier',
  joined: (person) => `⚠ ${person} ist dazugekommen, als Antwort auf eine Mail, die an jemand anderen ging.`,
  joinedHow:
    'Die Reaktion ✅ lässt sie teilnehmen, ❌ zeigt hier nichts mehr von ihnen; ebenso die Antwort !mail allow oder !mail block. Bis dahin geht keine Antwort an sie, außer als Antwort auf ihre Nachricht.',
  welcomed: (address) => `${address} nimmt ab jetzt teil.`,
  refused: (address) => `Mail von ${address} wird in diesem Raum nicht mehr gezeigt.`,
  whom: 'Bitte sagen Sie, wen: !mail block bob@example.org, oder eine Domain, oder als Antwort auf eine Nachricht.',
  noPattern: (text) => `„${text}“ ist weder eine Adresse noch eine Domain (* steht für Beliebiges).`,
  blocked: (pattern) => `Im ganzen Konto gesperrt: ${pattern}. Solche Mail wird nicht gezeigt; im Postfach bleibt sie.`,
  blockedHere: (pattern) =>
    `In diesem Raum gesperrt: ${pattern}. Solche Mail wird nicht gezeigt; im Postfach bleibt sie.`,
  allowed: (pattern) => `Im ganzen Konto zugelassen: ${pattern}, wenn die Prüfung des Absenders bestanden ist.`,
  allowedHere: (pattern) => `In diesem Raum zugelassen: ${pattern}, wenn die Prüfung des Absenders bestanden ist.`,
  dropped: (pattern) => `Zu ${pattern} gibt es keine Regel mehr.`,
  notThere: (pattern) => `Zu ${pattern} gibt es hier keine Regel.`,
  noRules: 'Es gibt keine Regeln darüber, wer teilnehmen darf.',
  rules: 'Regeln darüber, wer teilnehmen darf:',
  rule: { allow: (pattern) => `✅ ${pattern}`, block: (pattern) => `⛔ ${pattern}` },
  ofRoom: 'in diesem Raum',
  ofConfig: 'aus der Konfiguration',
  more: (count) => `… und ${count} weitere`,
  notShown: (count, days) => `Mails, die in den letzten ${days} Tagen nicht gezeigt wurden: ${count}`,
  notShownWhy: {
    blocked: (pattern) => `gesperrt durch ${pattern}`,
    refused: () => 'von Leuten, die in einem Raum abgewiesen wurden',
    newcomer: () => 'von jemandem, der in einem Gespräch neu war',
    'lists-ignored': () => 'von Listen',
    'bulk-ignored': () => 'an viele',
  },
  open: 'Dieser Raum ist offen: Wer auf eine seiner Mails antwortet und die Prüfung des Absenders besteht, nimmt teil.',
  asked: 'Dieser Raum ist nicht offen: Wer neu ist, wird gezeigt oder abgewiesen, wie es das Konto sagt.',
  onlyInThread: 'Das gibt es nur im Raum eines Gesprächs.',
  refusalSubject: (subject) =>
    subject === '' ? 'Ihre Nachricht wurde nicht zugestellt' : `Nicht zugestellt: ${subject}`,
  refusalText: (account) => [
    `Ihre Nachricht an ${account} wurde den Menschen hinter dieser Adresse nicht zugestellt: Sie nehmen an diesem Gespräch nicht teil, oder von Ihnen wird dort keine Mail angenommen.`,
    `Wenn die Nachricht gelesen werden soll, nutzen Sie bitte einen anderen Weg.`,
    `Diesen Hinweis hat ein Programm geschrieben. Bitte antworten Sie nicht darauf.`,
  ],
  automatic: (person) => `Automatische Mail von ${person}:`,
  digest: 'Rundmails',
  replyToAnswer:
    'Nicht gemailt: In diesen Raum schreiben viele. Antworten Sie auf eine Nachricht, um ebendiese zu beantworten.',
};

const fr: EntryWords = {
  help: {
    block:
      'de qui les courriels ne sont pas affichés, dans le compte ou dans ce salon (« here ») ; en réponse à un message : son expéditeur, dans ce salon',
    allow: 'qui participe sans qu’on le demande ; en réponse à un message : son expéditeur, dans ce salon',
    rules: 'montre qui peut participer et combien de courriels n’ont pas été affichés ; « drop » retire une règle',
    entry: 'montre ou choisit si quiconque passe la vérification peut participer dans ce salon',
  },
  mark: 'nouveau ici',
  joined: (person) => `⚠ ${person} est arrivé en répondant à un courriel destiné à quelqu’un d’autre.`,
  joinedHow:
    'Réagissez avec ✅ pour l’admettre, ou avec ❌ pour ne plus rien afficher de sa part ici ; ou répondez !mail allow ou !mail block. D’ici là aucune réponse ne lui est envoyée, sauf si vous répondez à son message.',
  welcomed: (address) => `${address} participe désormais.`,
  refused: (address) => `Les courriels de ${address} ne sont plus affichés dans ce salon.`,
  whom: 'Précisez qui : !mail block bob@example.org, ou un domaine, ou en réponse à un message.',
  noPattern: (text) => `« ${text} » n’est ni une adresse ni un domaine (* remplace n’importe quoi).`,
  blocked: (pattern) =>
    `Bloqué dans tout le compte : ${pattern}. Ces courriels ne sont pas affichés ; ils restent dans la boîte.`,
  blockedHere: (pattern) =>
    `Bloqué dans ce salon : ${pattern}. Ces courriels ne sont pas affichés ; ils restent dans la boîte.`,
  allowed: (pattern) => `Admis dans tout le compte : ${pattern}, si la vérification de l’expéditeur réussit.`,
  allowedHere: (pattern) => `Admis dans ce salon : ${pattern}, si la vérification de l’expéditeur réussit.`,
  dropped: (pattern) => `Il n’y a plus de règle sur ${pattern}.`,
  notThere: (pattern) => `Il n’y a pas de règle sur ${pattern} ici.`,
  noRules: 'Il n’y a pas de règle sur qui peut participer.',
  rules: 'Règles sur qui peut participer :',
  rule: { allow: (pattern) => `✅ ${pattern}`, block: (pattern) => `⛔ ${pattern}` },
  ofRoom: 'dans ce salon',
  ofConfig: 'de la configuration',
  more: (count) => `… et ${count} de plus`,
  notShown: (count, days) => `Courriels non affichés ces ${days} derniers jours : ${count}`,
  notShownWhy: {
    blocked: (pattern) => `bloqués par ${pattern}`,
    refused: () => 'de personnes refusées dans un salon',
    newcomer: () => 'de quelqu’un de nouveau dans une conversation',
    'lists-ignored': () => 'de listes',
    'bulk-ignored': () => 'envoyés en nombre',
  },
  open: 'Ce salon est ouvert : quiconque répond à l’un de ses courriels et passe la vérification participe.',
  asked: 'Ce salon n’est pas ouvert : qui est nouveau est affiché ou refusé selon le réglage du compte.',
  onlyInThread: 'Cela ne vaut que dans le salon d’une conversation.',
  refusalSubject: (subject) => (subject === '' ? 'Votre message n’a pas été remis' : `Non remis : ${subject}`),
  refusalText: (account) => [
    `Votre message à ${account} n’a pas été remis aux personnes derrière cette adresse : vous ne participez pas à cette conversation, ou vos courriels n’y sont pas acceptés.`,
    `Si vous pensez qu’il devrait être lu, écrivez par un autre moyen.`,
    `Cet avis a été rédigé par un programme. Merci de ne pas y répondre.`,
  ],
  automatic: (person) => `Courriel automatique de ${person} :`,
  digest: 'Lettres d’information',
  replyToAnswer:
    'Non envoyé : beaucoup de gens écrivent dans ce salon. Répondez à un message pour répondre à celui-là.',
};

/** The part of the catalogue about entry. */
export const entryWords: Readonly<Record<Language, EntryWords>> = { en, de, fr };
