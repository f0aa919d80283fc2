/** Something that a person has to do first; the message says what, with the command. */
export class CannotInstall extends Error {
  override readonly name = 'CannotInstall';
}

/** Runs one step of an installation and tells how long it took. */
export type InstallStep = (what: string, work: () => Promise<void>) => Promise<void>;
