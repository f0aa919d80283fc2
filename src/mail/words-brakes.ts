/** The words of the brakes and the breaker: what is held, why, and what to do. Part of the catalogue in `words.ts`. */
import type { Language } from './words.ts';

/** Why an answer is held, in the words for people; several technical reasons are one to them. */
export type BrakeWhy = 'came-back' | 'repeated' | 'rate' | 'stopped' | 'received' | 'steady';

export type BrakeCommand = 'brake' | 'breaker';

export interface BrakeWords {
  readonly help: Readonly<Record<BrakeCommand, string>>;
  /** To whom said it: not mailed, with the reason. */
  readonly held: (why: string) => string;
  readonly why: Readonly<Record<BrakeWhy, string>>;
  readonly heldHow: string;
  readonly released: (count: number) => string;
  readonly cancelled: (count: number) => string;
  // !mail brake
  readonly none: string;
  readonly thread: (subject: string, mails: number, since: string) => string;
  readonly resetHow: string;
  // the breaker
  readonly tripped: (reason: 'volume' | 'refusals', count: number) => string;
  readonly trippedHow: string;
  readonly open: (since: string, waiting: number) => string;
  readonly closed: (sent: number) => string;
  readonly reset: (by: string, waiting: number) => string;
  readonly notOpen: string;
}

const en: BrakeWords = {
  help: {
    brake: 'shows which answers are stopped because machines seem to answer each other; “reset” lets them go',
    breaker: 'shows whether all outgoing mail is stopped; “reset” lets it flow again',
  },
  held: (why) => `Stopped: this was not mailed. It answers within a minute a mail that answers us, and ${why}.`,
  why: {
    'came-back': 'that mail has gone through this mailbox before',
    repeated: 'the same words have come back several times',
    rate: 'this has happened several times in a row, as when two machines answer each other',
    stopped: 'answers as quick as this one are stopped here',
    received: 'that mail has gone through too many servers',
    steady: 'this conversation has had more answers than people write',
  },
  heldHow:
    'Did a person write it? The reaction ✅ on this message (or !mail brake reset) mails it and what waits with it; ❌ discards them. Whoever takes their time is mailed as always.',
  released: (count) =>
    count === 0
      ? 'Released; nothing had waited.'
      : count === 1
        ? 'Released: one mail goes out.'
        : `Released: ${count} mails go out.`,
  cancelled: (count) =>
    count === 1 ? 'Discarded: one mail does not go out.' : `Discarded: ${count} mails do not go out.`,
  none: 'Nothing is stopped here.',
  thread: (subject, mails, since) => `Stopped since ${since}: “${subject}”, ${mails} mails wait`,
  resetHow: '!mail brake reset in the room of the conversation lets them go.',
  tripped: (reason, count) =>
    reason === 'volume'
      ? `⚠ All outgoing mail is stopped: ${count} mails within ten minutes are more than people here write.`
      : `⚠ All outgoing mail is stopped: ${count} mails were refused within ten minutes, most of what was sent.`,
  trippedHow:
    'Nothing is lost: the mails wait. Find out what sends so much, then say !mail breaker reset (or run “mailroom breaker reset”).',
  open: (since, waiting) => `All outgoing mail has been stopped since ${since}; ${waiting} mails wait.`,
  closed: (sent) => `Outgoing mail flows: ${sent} mails within the last ten minutes.`,
  reset: (by, waiting) => `Outgoing mail flows again (${by}); ${waiting} mails that waited go out.`,
  notOpen: 'Outgoing mail is not stopped.',
};

const de: BrakeWords = {
  help: {
    brake: 'zeigt, welche Antworten angehalten sind, weil wohl Automaten einander antworten; „reset“ gibt sie frei',
    breaker: 'zeigt, ob alle ausgehende Mail angehalten ist; „reset“ lässt sie wieder fließen',
  },
  held: (why) =>
    `Angehalten: Dies wurde nicht gemailt. Es beantwortet binnen einer Minute eine Mail, die uns antwortet, und ${why}.`,
  why: {
    'came-back': 'diese Mail ist schon einmal durch dieses Postfach gegangen',
    repeated: 'dieselben Worte sind mehrmals zurückgekommen',
    rate: 'das geschah mehrmals hintereinander, wie wenn zwei Automaten einander antworten',
    stopped: 'so schnelle Antworten sind hier angehalten',
    received: 'diese Mail ist durch zu viele Server gegangen',
    steady: 'dieses Gespräch hatte mehr Antworten, als Menschen schreiben',
  },
  heldHow:
    'Hat ein Mensch das geschrieben? Die Reaktion ✅ auf diese Nachricht (oder !mail brake reset) mailt es und was mit ihm wartet; ❌ verwirft sie. Wer sich Zeit nimmt, wird gemailt wie immer.',
  released: (count) =>
    count === 0
      ? 'Freigegeben; es hatte nichts gewartet.'
      : count === 1
        ? 'Freigegeben: Eine Mail geht hinaus.'
        : `Freigegeben: ${count} Mails gehen hinaus.`,
  cancelled: (count) =>
    count === 1 ? 'Verworfen: Eine Mail geht nicht hinaus.' : `Verworfen: ${count} Mails gehen nicht hinaus.`,
  none: 'Hier ist nichts angehalten.',
  thread: (subject, mails, since) => `Angehalten seit ${since}: „${subject}“, ${mails} Mails warten`,
  resetHow: '!mail brake reset im Raum des Gesprächs gibt sie frei.',
  tripped: (reason, count) =>
    reason === 'volume'
      ? `⚠ Alle ausgehende Mail ist angehalten: ${count} Mails in zehn Minuten sind mehr, als Menschen hier schreiben.`
      : `⚠ Alle ausgehende Mail ist angehalten: ${count} Mails wurden in zehn Minuten abgewiesen, das meiste des Gesendeten.`,
  trippedHow:
    'Nichts ist verloren: Die Mails warten. Bitte herausfinden, was so viel sendet, dann !mail breaker reset schreiben (oder „mailroom breaker reset“ aufrufen).',
  open: (since, waiting) => `Alle ausgehende Mail ist seit ${since} angehalten; ${waiting} Mails warten.`,
  closed: (sent) => `Ausgehende Mail fließt: ${sent} Mails in den letzten zehn Minuten.`,
  reset: (by, waiting) => `Ausgehende Mail fließt wieder (${by}); ${waiting} wartende Mails gehen hinaus.`,
  notOpen: 'Ausgehende Mail ist nicht angehalten.',
};

const fr: BrakeWords = {
  help: {
    brake: 'montre quelles réponses sont arrêtées parce que des automates semblent se répondre ; « reset » les libère',
    breaker: 'montre si tout courriel sortant est arrêté ; « reset » le laisse circuler à nouveau',
  },
  held: (why) =>
    `Arrêté : ceci n’a pas été envoyé. Il répond en moins d’une minute à un courriel qui nous répond, et ${why}.`,
  why: {
    'came-back': 'ce courriel est déjà passé par cette boîte',
    repeated: 'les mêmes mots sont revenus plusieurs fois',
    rate: 'cela est arrivé plusieurs fois de suite, comme quand deux automates se répondent',
    stopped: 'des réponses aussi rapides sont arrêtées ici',
    received: 'ce courriel est passé par trop de serveurs',
    steady: 'cette conversation a eu plus de réponses que des personnes n’en écrivent',
  },
  heldHow:
    'Une personne l’a-t-elle écrit ? La réaction ✅ à ce message (ou !mail brake reset) l’envoie avec ce qui attend ; ❌ l’abandonne. Qui prend son temps est envoyé comme toujours.',
  released: (count) =>
    count === 0
      ? 'Libéré ; rien n’attendait.'
      : count === 1
        ? 'Libéré : un courriel part.'
        : `Libéré : ${count} courriels partent.`,
  cancelled: (count) =>
    count === 1 ? 'Abandonné : un courriel ne part pas.' : `Abandonné : ${count} courriels ne partent pas.`,
  none: 'Rien n’est arrêté ici.',
  thread: (subject, mails, since) => `Arrêté depuis ${since} : « ${subject} », ${mails} courriels attendent`,
  resetHow: '!mail brake reset dans le salon de la conversation les libère.',
  tripped: (reason, count) =>
    reason === 'volume'
      ? `⚠ Tout courriel sortant est arrêté : ${count} courriels en dix minutes, c’est plus que les personnes d’ici n’en écrivent.`
      : `⚠ Tout courriel sortant est arrêté : ${count} courriels ont été refusés en dix minutes, la plupart des envois.`,
  trippedHow:
    'Rien n’est perdu : les courriels attendent. Cherchez ce qui envoie autant, puis écrivez !mail breaker reset (ou lancez « mailroom breaker reset »).',
  open: (since, waiting) => `Tout courriel sortant est arrêté depuis ${since} ; ${waiting} courriels attendent.`,
  closed: (sent) => `Le courriel sortant circule : ${sent} courriels dans les dix dernières minutes.`,
  reset: (by, waiting) => `Le courriel sortant circule à nouveau (${by}) ; ${waiting} courriels en attente partent.`,
  notOpen: 'Le courriel sortant n’est pas arrêté.',
};

/** The part of the catalogue about brakes. */
export const brakeWords: Readonly<Record<Language, BrakeWords>> = { en, de, fr };
