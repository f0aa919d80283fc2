/** What is said to somebody who may not do something, and who can help. Part of the catalogue in `words.ts`. */
import type { Language } from './words.ts';

export interface PermissionWords {
  /** What somebody may not do, by what it takes (`Capability` of the bridge). */
  readonly mayNot: Readonly<
    Record<'read' | 'answer' | 'compose' | 'outside' | 'source' | 'release' | 'manage', string>
  >;
  /** `level` as in the config. */
  readonly takes: (level: string) => string;
  /** `people` are who may do it here. */
  readonly askTeam: (people: string) => string;
  /** `people` are administrators by name. */
  readonly askAdmins: (people: string) => string;
  readonly askAnyAdmin: string;
  /** A quota of mails a day is used up; the mail waits. */
  readonly quotaReached: (mails: number) => string;
  readonly quotaWaits: (time: string) => string;
}

const en: PermissionWords = {
  mayNot: {
    read: 'You may not use Mailroom here.',
    answer: 'You may not answer by mail here: what you write stays in this room.',
    compose: 'You may not begin conversations here.',
    outside: 'You may not write to addresses outside this conversation.',
    source: 'You may not see that here.',
    release: 'You may not decide that here.',
    manage: 'You may not manage accounts.',
  },
  takes: (level) => `That takes the level “${level}”.`,
  askTeam: (people) => `Ask ${people} to do it;`,
  askAdmins: (people) => `${people} can allow it to you.`,
  askAnyAdmin: 'the administrators of Mailroom can allow it to you.',
  quotaReached: (mails) => `You have written ${mails} mails within a day, as many as one person may.`,
  quotaWaits: (time) =>
    `This one is not lost: it waits and goes out at ${time}. Until then you can take it back with ❌.`,
};

const de: PermissionWords = {
  mayNot: {
    read: 'Sie dürfen Mailroom hier nicht benutzen.',
    answer: 'Sie dürfen hier nicht per Mail antworten: Was Sie schreiben, bleibt in diesem Raum.',
    compose: 'Sie dürfen hier keine Gespräche beginnen.',
    outside: 'Sie dürfen nicht an Adressen außerhalb dieses Gesprächs schreiben.',
    source: 'Das dürfen Sie hier nicht sehen.',
    release: 'Das dürfen Sie hier nicht entscheiden.',
    manage: 'Sie dürfen keine Konten verwalten.',
  },
  takes: (level) => `Dafür braucht es die Stufe „${level}“.`,
  askTeam: (people) => `Bitten Sie ${people} darum;`,
  askAdmins: (people) => `erlauben kann es Ihnen ${people}.`,
  askAnyAdmin: 'erlauben kann es Ihnen die Verwaltung von Mailroom.',
  quotaReached: (mails) => `Sie haben binnen eines Tages ${mails} Mails geschrieben, so viele, wie eine Person darf.`,
  quotaWaits: (time) =>
    `Diese ist nicht verloren: Sie wartet und geht um ${time} hinaus. Bis dahin können Sie sie mit ❌ zurücknehmen.`,
};

const fr: PermissionWords = {
  mayNot: {
    read: 'Vous ne pouvez pas utiliser Mailroom ici.',
    answer: 'Vous ne pouvez pas répondre par courriel ici : ce que vous écrivez reste dans ce salon.',
    compose: 'Vous ne pouvez pas commencer de conversations ici.',
    outside: 'Vous ne pouvez pas écrire à des adresses hors de cette conversation.',
    source: 'Vous ne pouvez pas voir cela ici.',
    release: 'Vous ne pouvez pas décider de cela ici.',
    manage: 'Vous ne pouvez pas gérer les comptes.',
  },
  takes: (level) => `Il faut pour cela le niveau « ${level} ».`,
  askTeam: (people) => `Demandez à ${people} de le faire ;`,
  askAdmins: (people) => `peut vous y autoriser : ${people}.`,
  askAnyAdmin: 'peut vous y autoriser : l’administration de Mailroom.',
  quotaReached: (mails) => `Vous avez écrit ${mails} courriels en un jour, autant qu’une personne le peut.`,
  quotaWaits: (time) =>
    `Celui-ci n’est pas perdu : il attend et partira à ${time}. D’ici là, vous pouvez le reprendre avec ❌.`,
};

/** The part of the catalogue for who may do what. */
export const permissionWords: Readonly<Record<Language, PermissionWords>> = { en, de, fr };
