/** The words around commands: help, where a command belongs, in which language somebody is answered. Part of `words.ts`. */
import type { Language } from './words.ts';

/** Where commands are used: `CommandPlace` of the bridge. */
type Place = 'thread' | 'lobby' | 'inbox' | 'management';

export interface HelpWords {
  readonly intro: Readonly<Record<Place, string>>;
  /** `usage` shows how to ask about one command. */
  readonly more: (usage: string) => string;
  readonly example: (text: string) => string;
  readonly place: Readonly<Record<Place, string>>;
  /** `places` are joined by `or`. */
  readonly elsewhere: (name: string, places: string) => string;
  readonly or: string;
  readonly languages: Readonly<Record<Language, string>>;
  readonly languageIs: (language: string) => string;
  readonly languageSet: (language: string) => string;
  readonly languageUnknown: (known: string) => string;
}

const en: HelpWords = {
  intro: {
    thread: 'What is written in this room goes out as e-mail. These commands stay here:',
    lobby: 'Nothing that is written in this room is mailed. These commands are understood:',
    inbox:
      'Each new conversation is a line here; nothing that is written in this room is mailed. These commands are understood:',
    management: 'Hello, I am Mailroom. Nothing that is written here is mailed. I understand:',
  },
  more: (usage) => `${usage} tells more about one of them.`,
  example: (text) => `Example: ${text}`,
  place: {
    thread: 'in the room of a conversation',
    lobby: 'in the room where the account speaks to its team',
    inbox: 'in the inbox of an account',
    management: 'in a direct chat with me',
  },
  elsewhere: (name, places) => `“${name}” is not for this room. Use it ${places}.`,
  or: 'or',
  languages: { en: 'English', de: 'German', fr: 'French' },
  languageIs: (language) => `You are answered in ${language}.`,
  languageSet: (language) => `From now on you are answered in ${language}.`,
  languageUnknown: (known) => `I speak ${known}.`,
};

const de: HelpWords = {
  intro: {
    thread: 'Was in diesem Raum geschrieben wird, geht als E-Mail hinaus. Diese Befehle bleiben hier:',
    lobby: 'Nichts, was in diesem Raum geschrieben wird, wird gemailt. Diese Befehle werden verstanden:',
    inbox:
      'Jedes neue Gespräch ist hier eine Zeile; nichts, was in diesem Raum geschrieben wird, wird gemailt. Diese Befehle werden verstanden:',
    management: 'Guten Tag, ich bin Mailroom. Nichts, was hier geschrieben wird, wird gemailt. Ich verstehe:',
  },
  more: (usage) => `${usage} sagt mehr über einen davon.`,
  example: (text) => `Beispiel: ${text}`,
  place: {
    thread: 'im Raum eines Gesprächs',
    lobby: 'im Raum, in dem das Konto zu seinem Team spricht',
    inbox: 'im Posteingang eines Kontos',
    management: 'in einem direkten Gespräch mit mir',
  },
  elsewhere: (name, places) => `„${name}“ gehört nicht in diesen Raum. Benutzen Sie es ${places}.`,
  or: 'oder',
  languages: { en: 'Englisch', de: 'Deutsch', fr: 'Französisch' },
  languageIs: (language) => `Sie bekommen Antworten auf ${language}.`,
  languageSet: (language) => `Von jetzt an bekommen Sie Antworten auf ${language}.`,
  languageUnknown: (known) => `Ich spreche ${known}.`,
};

const fr: HelpWords = {
  intro: {
    thread: 'Ce qui s’écrit dans ce salon part par courriel. Ces commandes restent ici :',
    lobby: 'Rien de ce qui s’écrit dans ce salon n’est envoyé. Ces commandes sont comprises :',
    inbox:
      'Chaque nouvelle conversation est une ligne ici ; rien de ce qui s’écrit dans ce salon n’est envoyé. Ces commandes sont comprises :',
    management: 'Bonjour, je suis Mailroom. Rien de ce qui s’écrit ici n’est envoyé. Je comprends :',
  },
  more: (usage) => `${usage} en dit plus sur l’une d’elles.`,
  example: (text) => `Exemple : ${text}`,
  place: {
    thread: 'dans le salon d’une conversation',
    lobby: 'dans le salon où le compte parle à son équipe',
    inbox: 'dans la boîte de réception d’un compte',
    management: 'dans une discussion directe avec moi',
  },
  elsewhere: (name, places) => `« ${name} » n’est pas pour ce salon. Utilisez-la ${places}.`,
  or: 'ou',
  languages: { en: 'anglais', de: 'allemand', fr: 'français' },
  languageIs: (language) => `Vous recevez les réponses en ${language}.`,
  languageSet: (language) => `Désormais vous recevez les réponses en ${language}.`,
  languageUnknown: (known) => `Je parle ${known}.`,
};

/** The part of the catalogue for help. */
export const helpWords: Readonly<Record<Language, HelpWords>> = { en, de, fr };
