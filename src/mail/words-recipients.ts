/** The words about who gets the mails of a thread, and what stays inside. Part of the catalogue in `words.ts`. */
import type { Language } from './words.ts';

export type RecipientCommand = 'to' | 'cc' | 'bcc' | 'from' | 'subject' | 'reply-to-sender';

export interface RecipientWords {
  readonly help: Readonly<Record<RecipientCommand, string>>;
  // why these
  readonly whySenderOnly: (address: string) => string;
  readonly whyChosen: string;
  readonly bcc: string;
  // before it leaves
  readonly firstTime: (people: string, seconds: number) => string;
  readonly keptInside: string;
  /** Followed by what was probably meant. */
  readonly likeCommand: string;
  readonly mailItAll: string;
  // what somebody chose
  readonly fields: { readonly to: string; readonly cc: string; readonly bcc: string };
  readonly none: string;
  readonly list: (field: string, people: string) => string;
  readonly willQuote: (people: string) => string;
  readonly ghostAdded: (person: string) => string;
  readonly ghostDropped: (address: string) => string;
  readonly ghostNotAdded: (address: string) => string;
  readonly unreadable: (what: string) => string;
  readonly ownAddress: (address: string) => string;
  readonly from: (address: string) => string;
  readonly notOwn: (address: string, own: string) => string;
  readonly subject: (subject: string) => string;
  readonly subjectSet: (subject: string) => string;
  readonly senderOnly: string;
  readonly toAllAgain: string;
  readonly onlyInThread: string;
  readonly quotedThread: string;
}

const en: RecipientWords = {
  help: {
    to: 'who gets your next message, and why; +address adds, -address takes out, addresses alone are the new list',
    cc: 'who gets copies; changed in the same way',
    bcc: 'who gets it without anybody else seeing that; changed in the same way',
    from: 'which address of the account this conversation is written from',
    subject: 'the subject of the mails that follow',
    'reply-to-sender':
      'answers go only to the sender of what is answered; off: to all again. For one message: !sender TEXT',
  },
  whySenderOnly: (address) => `to ${address} alone, as you asked`,
  whyChosen: 'as it was set in this room; !mail to, !mail cc and !mail bcc change it',
  bcc: 'Bcc (nobody else sees it)',
  firstTime: (people, seconds) =>
    `The first mail here to ${people}. It goes out in ${seconds} seconds; until then ❌ on your message stops it.`,
  keptInside: 'Not mailed: what began with a note stays in this room. Write it outside of that thread to mail it.',
  likeCommand: 'Not mailed, because it begins like a command.',
  mailItAll: 'To mail it as it stands, write !reply before it.',
  fields: { to: 'To', cc: 'Cc', bcc: 'Bcc' },
  none: 'nobody',
  list: (field, people) => `${field}: ${people}`,
  willQuote: (people) => `The next mail quotes the conversation so far, for ${people}.`,
  ghostAdded: (person) =>
    `${person} gets copies (Cc) from the next message on; that one quotes the conversation so far. Remove them from the room to take them out.`,
  ghostDropped: (address) =>
    `${address} gets no more answers. Invite them again, or write !mail cc +${address}, to add them.`,
  ghostNotAdded: (address) => `${address} was not added.`,
  unreadable: (what) =>
    `"${what}" is not a mail address. It is used like this: !mail cc +bob@example.org -carol@example.org`,
  ownAddress: (address) => `${address} is an address of this account: left out.`,
  from: (address) => `Mails of this conversation go out from ${address}.`,
  notOwn: (address, own) => `${address} is no address of this account. It has: ${own}`,
  subject: (subject) => `The subject is: ${subject}`,
  subjectSet: (subject) =>
    `From the next mail on the subject is: ${subject}. Some mail programs show that as another conversation.`,
  senderOnly:
    'From the next message on only the sender of the mail that is answered gets the answer. !mail reply-to-sender off ends that.',
  toAllAgain: 'From the next message on answers go to all again.',
  onlyInThread: 'This works only in the room of a conversation.',
  quotedThread: 'The conversation so far:',
};

const de: RecipientWords = {
  help: {
    to: 'wer Ihre nächste Nachricht bekommt, und warum; +Adresse nimmt auf, -Adresse heraus, Adressen allein sind die neue Liste',
    cc: 'wer Kopien bekommt; wird ebenso geändert',
    bcc: 'wer sie bekommt, ohne dass es sonst jemand sieht; wird ebenso geändert',
    from: 'von welcher Adresse des Kontos dieses Gespräch ausgeht',
    subject: 'der Betreff der folgenden Mails',
    'reply-to-sender':
      'Antworten gehen nur an den Absender der beantworteten Mail; off: wieder an alle. Für eine Nachricht: !sender TEXT',
  },
  whySenderOnly: (address) => `nur an ${address}, wie gewünscht`,
  whyChosen: 'so wurde es in diesem Raum festgelegt; !mail to, !mail cc und !mail bcc ändern es',
  bcc: 'Blindkopie (sieht sonst niemand)',
  firstTime: (people, seconds) =>
    `Die erste Mail von hier an ${people}. Sie geht in ${seconds} Sekunden hinaus; bis dahin hält ❌ an Ihrer Nachricht sie auf.`,
  keptInside:
    'Nicht gemailt: Was mit einer Notiz begann, bleibt in diesem Raum. Schreiben Sie es außerhalb dieses Threads, um es zu mailen.',
  likeCommand: 'Nicht gemailt, weil es wie ein Befehl beginnt.',
  mailItAll: 'Um es so zu mailen, schreiben Sie !reply davor.',
  fields: { to: 'An', cc: 'Kopie', bcc: 'Blindkopie' },
  none: 'niemand',
  list: (field, people) => `${field}: ${people}`,
  willQuote: (people) => `Die nächste Mail zitiert das bisherige Gespräch, für ${people}.`,
  ghostAdded: (person) =>
    `${person} bekommt ab der nächsten Nachricht Kopien; diese zitiert das bisherige Gespräch. Entfernen Sie die Person aus dem Raum, um das zu beenden.`,
  ghostDropped: (address) =>
    `${address} bekommt keine Antworten mehr. Laden Sie die Person wieder ein oder schreiben Sie !mail cc +${address}, um sie aufzunehmen.`,
  ghostNotAdded: (address) => `${address} wurde nicht aufgenommen.`,
  unreadable: (what) =>
    `„${what}“ ist keine Mailadresse. So wird es benutzt: !mail cc +bob@example.org -carol@example.org`,
  ownAddress: (address) => `${address} ist eine Adresse dieses Kontos: ausgelassen.`,
  from: (address) => `Mails dieses Gesprächs gehen von ${address} hinaus.`,
  notOwn: (address, own) => `${address} ist keine Adresse dieses Kontos. Es hat: ${own}`,
  subject: (subject) => `Der Betreff ist: ${subject}`,
  subjectSet: (subject) =>
    `Ab der nächsten Mail ist der Betreff: ${subject}. Manche Mailprogramme zeigen das als ein anderes Gespräch.`,
  senderOnly:
    'Ab der nächsten Nachricht bekommt nur der Absender der beantworteten Mail die Antwort. !mail reply-to-sender off beendet das.',
  toAllAgain: 'Ab der nächsten Nachricht gehen Antworten wieder an alle.',
  onlyInThread: 'Das geht nur im Raum eines Gesprächs.',
  quotedThread: 'Das bisherige Gespräch:',
};

const fr: RecipientWords = {
  help: {
    to: 'qui recevra votre prochain message, et pourquoi ; +adresse ajoute, -adresse retire, des adresses seules font la nouvelle liste',
    cc: 'qui reçoit des copies ; se change de même',
    bcc: 'qui le reçoit sans que personne d’autre le voie ; se change de même',
    from: 'de quelle adresse du compte part cette conversation',
    subject: 'l’objet des courriels suivants',
    'reply-to-sender':
      'les réponses ne vont qu’à l’expéditeur du courriel auquel on répond ; off : de nouveau à tous. Pour un message : !sender TEXTE',
  },
  whySenderOnly: (address) => `à ${address} seulement, comme demandé`,
  whyChosen: 'comme réglé dans ce salon ; !mail to, !mail cc et !mail bcc le changent',
  bcc: 'Copie cachée (personne d’autre ne la voit)',
  firstTime: (people, seconds) =>
    `Le premier courriel d’ici à ${people}. Il part dans ${seconds} secondes ; d’ici là, ❌ sur votre message l’arrête.`,
  keptInside:
    'Non envoyé : ce qui a commencé par une note reste dans ce salon. Écrivez-le hors de ce fil pour l’envoyer.',
  likeCommand: 'Non envoyé, car cela commence comme une commande.',
  mailItAll: 'Pour l’envoyer tel quel, écrivez !reply devant.',
  fields: { to: 'À', cc: 'Copie', bcc: 'Copie cachée' },
  none: 'personne',
  list: (field, people) => `${field} : ${people}`,
  willQuote: (people) => `Le prochain courriel cite la conversation jusqu’ici, pour ${people}.`,
  ghostAdded: (person) =>
    `${person} reçoit une copie dès le prochain message ; celui-ci cite la conversation jusqu’ici. Retirez cette personne du salon pour y mettre fin.`,
  ghostDropped: (address) =>
    `${address} ne reçoit plus de réponses. Réinvitez cette personne, ou écrivez !mail cc +${address}, pour l’ajouter.`,
  ghostNotAdded: (address) => `${address} n’a pas été ajouté.`,
  unreadable: (what) =>
    `« ${what} » n’est pas une adresse de courriel. Cela s’utilise ainsi : !mail cc +bob@example.org -carol@example.org`,
  ownAddress: (address) => `${address} est une adresse de ce compte : laissée de côté.`,
  from: (address) => `Les courriels de cette conversation partent de ${address}.`,
  notOwn: (address, own) => `${address} n’est pas une adresse de ce compte. Il a : ${own}`,
  subject: (subject) => `L’objet est : ${subject}`,
  subjectSet: (subject) =>
    `Dès le prochain courriel, l’objet est : ${subject}. Certains logiciels de courriel en font une autre conversation.`,
  senderOnly:
    'Dès le prochain message, seul l’expéditeur du courriel auquel on répond reçoit la réponse. !mail reply-to-sender off y met fin.',
  toAllAgain: 'Dès le prochain message, les réponses vont de nouveau à tous.',
  onlyInThread: 'Cela ne fonctionne que dans le salon d’une conversation.',
  quotedThread: 'La conversation jusqu’ici :',
};

export const recipientWords: Readonly<Record<Language, RecipientWords>> = { en, de, fr };
