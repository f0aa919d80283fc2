/** `language`: in which language somebody is answered, whatever that of the account is. */
import { renderLines } from '../bridge/commands.ts';
import { setPersonLanguage } from '../db/people.ts';
import { words } from '../mail/words.ts';
import type { Language } from '../mail/words.ts';
import type { OperatorHandler } from './operator.ts';

const LANGUAGES: readonly Language[] = ['en', 'de', 'fr'];

export const commandLanguage: OperatorHandler = async (tx, { user, language }, [wanted]) => {
  const { help } = words(language);
  if (wanted === undefined) {
    return renderLines([help.languageIs(help.languages[language]), known(language)]);
  }
  const chosen = languageOf(wanted);
  if (chosen === null) return renderLines([known(language)]);
  await setPersonLanguage(tx, user, chosen);
  const said = words(chosen).help;
  return renderLines([said.languageSet(said.languages[chosen])]);
};

/** By its tag, or by its name in any of the languages. */
function languageOf(word: string): Language | null {
  const wanted = word.toLowerCase();
  const named = (one: Language) => LANGUAGES.map((language) => words(language).help.languages[one].toLowerCase());
  return LANGUAGES.find((one) => one === wanted || named(one).includes(wanted)) ?? null;
}

function known(language: Language): string {
  const { help } = words(language);
  return help.languageUnknown(LANGUAGES.map((one) => `${help.languages[one]} (${one})`).join(', '));
}
