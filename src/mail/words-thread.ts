/** The words about which conversation a mail belongs to, and about mending that. Part of the catalogue in `words.ts`. */
import type { Language } from './words.ts';

export type ThreadCommand = 'move' | 'split' | 'merge';

/** What decided about the place of a mail; `bridge/types.ts` has the reasons of the decision itself. */
export type PlaceReason =
  | 'report'
  | 'moved'
  | 'own-id'
  | 'same-id'
  | 'token'
  | 'in-reply-to'
  | 'references'
  | 'alias'
  | 'referenced-by'
  | 'sibling'
  | 'thread-index'
  | 'list-room'
  | 'digest'
  | 'no-references'
  | 'unknown-references'
  | 'changed-subject'
  | 'not-a-participant'
  | 'own'
  | 'answer';

export interface ThreadWords {
  /** What `!mail help` says of each command. */
  readonly help: Readonly<Record<ThreadCommand, string>>;
  /** Completes `SenderWords.whyThread`. */
  readonly why: Readonly<Record<PlaceReason, string>>;
  /** For a mail that was put there by another word than these, such as why it could not be read. */
  readonly whyOther: (reason: string) => string;
  readonly whyPlaced: (user: string) => string;
  // notices about a mail that nearly joined; a link follows
  readonly changedSubjectHere: string;
  readonly changedSubjectThere: string;
  readonly strangerHere: string;
  readonly strangerThere: string;
  /** Stands for a conversation without a subject. */
  readonly noSubject: string;
  readonly verifiedNow: string;
  /** What a room has under another From came from this address too, checked. */
  readonly cameDirectly: (address: string) => string;
  // move, split, merge; a link follows where it says so
  readonly replyTo: string;
  readonly noMail: string;
  readonly whichRoom: string;
  readonly noRoom: string;
  readonly sameRoom: string;
  readonly nothingHere: string;
  readonly tooMany: (count: number, most: number) => string;
  readonly firstStays: string;
  readonly movedTo: (count: number) => string;
  readonly movedAway: string;
  readonly movedHere: (user: string, count: number) => string;
  readonly original: (place: number) => string;
  readonly goesOnThere: string;
  readonly answerThere: string;
}

const en: ThreadWords = {
  help: {
    move: 'as a reply to a message: puts it, and what answers it, into the conversation of another room',
    split: 'as a reply to a message: makes a conversation of its own of it and all that came after it',
    merge: 'puts all of this conversation into that of another room',
  },
  why: {
    report: 'it is a report about a mail of ours in it',
    moved: 'it answers a mail that somebody moved here',
    'own-id': 'it answers a mail of ours (its Message-ID is one that only we can make)',
    'same-id': 'it bears the Message-ID of a mail in it, with other words',
    token: 'it was sent to the address that our mails of this conversation name for answers',
    'in-reply-to': 'it answers a mail in it (In-Reply-To), and its sender takes part',
    references: 'it refers to a mail in it (References), and its sender takes part',
    alias: 'it answers a mail of ours under the id that the mail server gave it',
    'referenced-by': 'a mail in it, which came before, answers this one',
    sibling: 'it answers the same mail, which we do not have, as another one here',
    'thread-index': 'its Thread-Index (Outlook, Exchange) is that of a mail in it, and its sender takes part',
    'list-room': 'it came by the list that this room is for',
    digest: 'it went to many and needs no answer: such mail shares one room',
    'no-references': 'it answers nothing, so that it began this conversation',
    'unknown-references': 'it answers only mails that this account does not have, so that it began this conversation',
    'changed-subject': 'it answers another conversation with a new subject and without quoting it',
    'not-a-participant': 'it names a mail of another conversation in which its sender has no part',
    own: 'it was written in this room',
    answer: 'it was written in this room, as an answer',
  },
  whyOther: (reason) => `it could not be read as a whole (${reason}); its header decided`,
  whyPlaced: (user) => `${user} moved it here`,
  changedSubjectHere: 'This answers another conversation, with a new subject. The other one:',
  changedSubjectThere: 'An answer with a new subject began a conversation of its own:',
  strangerHere: 'This names a mail of a conversation in which its sender has no part:',
  strangerThere: 'Somebody who has no part in this conversation named a mail of it. What they wrote stands apart:',
  noSubject: '(no subject)',
  cameDirectly: (address) =>
    `The same words came once more, directly from ${address}, and the check of that sender is passed.`,
  verifiedNow: 'The same mail came once more, and this time the check of its sender is passed.',
  replyTo: 'Write this as a reply to the message that it is about.',
  noMail: 'There is no mail behind that message in this conversation.',
  whichRoom: 'Say which room: its address, its id or a link to it.',
  noRoom: 'That is no room of a conversation of this account.',
  sameRoom: 'It is in this room already.',
  nothingHere: 'There is no mail in this conversation.',
  tooMany: (count, most) => `That would be ${count} mails; at most ${most} are moved at once.`,
  firstStays: 'This conversation begins with that message: there is nothing to split.',
  movedTo: (count) => (count === 1 ? 'One mail is now in:' : `${count} mails are now in:`),
  movedAway: 'Moved to:',
  movedHere: (user, count) =>
    count === 1 ? `${user} moved one mail here. The original:` : `${user} moved ${count} mails here. The originals:`,
  original: (place) => `message ${place}`,
  goesOnThere: 'This was not mailed: the conversation goes on in',
  answerThere: 'This was not mailed: the message that it answers was moved. Please answer it in',
};

const de: ThreadWords = {
  help: {
    move: 'als Antwort auf eine Nachricht: legt sie und was auf sie antwortet in das Gespräch eines anderen Raums',
    split: 'als Antwort auf eine Nachricht: macht aus ihr und allem, was danach kam, ein eigenes Gespräch',
    merge: 'legt dieses ganze Gespräch in das eines anderen Raums',
  },
  why: {
    report: 'sie ist ein Bericht über eine Mail von uns darin',
    moved: 'sie antwortet auf eine Mail, die jemand hierher verschoben hat',
    'own-id': 'sie antwortet auf eine Mail von uns (deren Message-ID nur wir bilden können)',
    'same-id': 'sie trägt die Message-ID einer Mail darin, mit anderem Inhalt',
    token: 'sie ging an die Adresse, die unsere Mails dieses Gesprächs für Antworten nennen',
    'in-reply-to': 'sie antwortet auf eine Mail darin (In-Reply-To), und ihr Absender nimmt teil',
    references: 'sie verweist auf eine Mail darin (References), und ihr Absender nimmt teil',
    alias: 'sie antwortet auf eine Mail von uns unter der Kennung, die der Mailserver ihr gab',
    'referenced-by': 'eine Mail darin, die früher ankam, antwortet auf diese',
    sibling: 'sie antwortet auf dieselbe Mail, die uns fehlt, wie eine andere hier',
    'thread-index': 'ihr Thread-Index (Outlook, Exchange) ist der einer Mail darin, und ihr Absender nimmt teil',
    'list-room': 'sie kam über die Liste, für die dieser Raum da ist',
    digest: 'sie ging an viele und braucht keine Antwort: Solche Mail teilt sich einen Raum',
    'no-references': 'sie antwortet auf nichts und begann daher dieses Gespräch',
    'unknown-references': 'sie antwortet nur auf Mails, die dieses Konto nicht hat, und begann daher dieses Gespräch',
    'changed-subject': 'sie antwortet auf ein anderes Gespräch, mit neuem Betreff und ohne es zu zitieren',
    'not-a-participant': 'sie nennt eine Mail eines anderen Gesprächs, an dem ihr Absender nicht teilnimmt',
    own: 'sie wurde in diesem Raum geschrieben',
    answer: 'sie wurde in diesem Raum als Antwort geschrieben',
  },
  whyOther: (reason) => `sie ließ sich nicht ganz lesen (${reason}); ihr Kopf entschied`,
  whyPlaced: (user) => `${user} hat sie hierher verschoben`,
  changedSubjectHere: 'Das antwortet auf ein anderes Gespräch, mit neuem Betreff. Das andere:',
  changedSubjectThere: 'Eine Antwort mit neuem Betreff begann ein eigenes Gespräch:',
  strangerHere: 'Das nennt eine Mail eines Gesprächs, an dem der Absender nicht teilnimmt:',
  strangerThere:
    'Jemand, der an diesem Gespräch nicht teilnimmt, nannte eine Mail daraus. Was er schrieb, steht für sich:',
  noSubject: '(kein Betreff)',
  cameDirectly: (address) =>
    `Dieselben Worte kamen noch einmal, unmittelbar von ${address}, und die Prüfung dieses Absenders ist bestanden.`,
  verifiedNow: 'Dieselbe Mail kam noch einmal, und diesmal ist die Prüfung des Absenders bestanden.',
  replyTo: 'Bitte als Antwort auf die Nachricht schreiben, um die es geht.',
  noMail: 'Hinter dieser Nachricht steht keine Mail dieses Gesprächs.',
  whichRoom: 'Bitte den Raum nennen: seine Adresse, seine Kennung oder einen Link dorthin.',
  noRoom: 'Das ist kein Raum eines Gesprächs dieses Kontos.',
  sameRoom: 'Sie ist schon in diesem Raum.',
  nothingHere: 'In diesem Gespräch ist keine Mail.',
  tooMany: (count, most) => `Das wären ${count} Mails; auf einmal werden höchstens ${most} verschoben.`,
  firstStays: 'Mit dieser Nachricht beginnt das Gespräch: Es gibt nichts abzutrennen.',
  movedTo: (count) => (count === 1 ? 'Eine Mail ist jetzt in:' : `${count} Mails sind jetzt in:`),
  movedAway: 'Verschoben nach:',
  movedHere: (user, count) =>
    count === 1
      ? `${user} hat eine Mail hierher verschoben. Das Original:`
      : `${user} hat ${count} Mails hierher verschoben. Die Originale:`,
  original: (place) => `Nachricht ${place}`,
  goesOnThere: 'Das wurde nicht gemailt: Das Gespräch geht weiter in',
  answerThere: 'Das wurde nicht gemailt: Die Nachricht, auf die es antwortet, wurde verschoben. Bitte dort antworten:',
};

const fr: ThreadWords = {
  help: {
    move: 'en réponse à un message : le met, avec ce qui y répond, dans la conversation d’un autre salon',
    split: 'en réponse à un message : en fait, avec tout ce qui suit, une conversation à part',
    merge: 'met toute cette conversation dans celle d’un autre salon',
  },
  why: {
    report: 'c’est un rapport sur un de nos courriels qui s’y trouve',
    moved: 'il répond à un courriel que quelqu’un a déplacé ici',
    'own-id': 'il répond à un de nos courriels (son Message-ID, nous seuls pouvons le former)',
    'same-id': 'il porte le Message-ID d’un courriel qui s’y trouve, avec d’autres mots',
    token: 'il a été envoyé à l’adresse que nos courriels de cette conversation indiquent pour les réponses',
    'in-reply-to': 'il répond à un courriel qui s’y trouve (In-Reply-To), et son expéditeur y prend part',
    references: 'il renvoie à un courriel qui s’y trouve (References), et son expéditeur y prend part',
    alias: 'il répond à un de nos courriels sous l’identifiant que le serveur lui a donné',
    'referenced-by': 'un courriel qui s’y trouve, arrivé avant, répond à celui-ci',
    sibling: 'il répond au même courriel, que nous n’avons pas, qu’un autre ici',
    'thread-index':
      'son Thread-Index (Outlook, Exchange) est celui d’un courriel qui s’y trouve, et son expéditeur y prend part',
    'list-room': 'il est passé par la liste à laquelle ce salon est consacré',
    digest: 'il a été envoyé en nombre et n’attend pas de réponse : ces courriels partagent un salon',
    'no-references': 'il ne répond à rien et a donc ouvert cette conversation',
    'unknown-references': 'il ne répond qu’à des courriels que ce compte n’a pas, et a donc ouvert cette conversation',
    'changed-subject': 'il répond à une autre conversation, avec un nouvel objet et sans la citer',
    'not-a-participant': 'il nomme un courriel d’une autre conversation à laquelle son expéditeur ne prend pas part',
    own: 'il a été écrit dans ce salon',
    answer: 'il a été écrit dans ce salon, en réponse',
  },
  whyOther: (reason) => `il n’a pas pu être lu en entier (${reason}) ; son en-tête a décidé`,
  whyPlaced: (user) => `${user} l’a déplacé ici`,
  changedSubjectHere: 'Ceci répond à une autre conversation, avec un nouvel objet. L’autre :',
  changedSubjectThere: 'Une réponse avec un nouvel objet a ouvert sa propre conversation :',
  strangerHere: 'Ceci nomme un courriel d’une conversation à laquelle son expéditeur ne prend pas part :',
  strangerThere:
    'Quelqu’un qui ne prend pas part à cette conversation en a nommé un courriel. Ce qu’il a écrit se trouve à part :',
  noSubject: '(sans objet)',
  cameDirectly: (address) =>
    `Les mêmes mots sont arrivés encore une fois, directement de ${address}, et la vérification de cet expéditeur a réussi.`,
  verifiedNow: 'Le même courriel est arrivé encore une fois, et cette fois la vérification de l’expéditeur a réussi.',
  replyTo: 'Écrivez ceci en réponse au message en question.',
  noMail: 'Derrière ce message, il n’y a pas de courriel de cette conversation.',
  whichRoom: 'Indiquez le salon : son adresse, son identifiant ou un lien.',
  noRoom: 'Ce n’est pas le salon d’une conversation de ce compte.',
  sameRoom: 'Il est déjà dans ce salon.',
  nothingHere: 'Il n’y a pas de courriel dans cette conversation.',
  tooMany: (count, most) => `Cela ferait ${count} courriels ; on en déplace au plus ${most} à la fois.`,
  firstStays: 'La conversation commence par ce message : il n’y a rien à séparer.',
  movedTo: (count) => (count === 1 ? 'Un courriel est maintenant dans :' : `${count} courriels sont maintenant dans :`),
  movedAway: 'Déplacé vers :',
  movedHere: (user, count) =>
    count === 1
      ? `${user} a déplacé un courriel ici. L’original :`
      : `${user} a déplacé ${count} courriels ici. Les originaux :`,
  original: (place) => `message ${place}`,
  goesOnThere: 'Ceci n’a pas été envoyé : la conversation continue dans',
  answerThere: 'Ceci n’a pas été envoyé : le message auquel il répond a été déplacé. Veuillez y répondre dans',
};

/** The part of the catalogue about threads. */
export const threadWords: Readonly<Record<Language, ThreadWords>> = { en, de, fr };
