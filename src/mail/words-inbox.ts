/** The words of an account's own rooms. Part of the catalogue in `words.ts`. */
import type { Language } from './words.ts';

export interface InboxWords {
  readonly inboxName: (account: string) => string;
  readonly lobbyName: (account: string) => string;
  /** A conversation without a subject. */
  readonly noSubject: string;
  /** A mail whose words are all in its files. */
  readonly onlyFiles: (count: number) => string;
  /** Who began it, where that was one of our own. */
  readonly begunBy: (name: string) => string;
}

const en: InboxWords = {
  inboxName: (account) => `${account} – Inbox`,
  lobbyName: (account) => `${account} – Moderators`,
  noSubject: '(no subject)',
  onlyFiles: (count) => (count === 1 ? 'one file' : `${count} files`),
  begunBy: (name) => `${name} (ours)`,
};

const de: InboxWords = {
  inboxName: (account) => `${account} – Posteingang`,
  lobbyName: (account) => `${account} – Moderation`,
  noSubject: '(ohne Betreff)',
  onlyFiles: (count) => (count === 1 ? 'eine Datei' : `${count} Dateien`),
  begunBy: (name) => `${name} (wir)`,
};

const fr: InboxWords = {
  inboxName: (account) => `${account} – Boîte de réception`,
  lobbyName: (account) => `${account} – Modération`,
  noSubject: '(sans objet)',
  onlyFiles: (count) => (count === 1 ? 'un fichier' : `${count} fichiers`),
  begunBy: (name) => `${name} (nous)`,
};

export const inboxWords: Readonly<Record<Language, InboxWords>> = { en, de, fr };
