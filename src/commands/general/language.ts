import { optionalWord } from '../../bridge/command/arguments.ts';
import { EVERYWHERE } from '../../bridge/command/spec.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import { setPersonLanguage } from '../../db/helpdesk-tables/person-choices.ts';
import { LANGUAGES, UNREVIEWED } from '../../words/keys.ts';
import { words } from '../../words/words.ts';
import type { Language } from '../../words/words.ts';
import { mailCommand } from '../framework/command.ts';

/** `!mail language`: in which language somebody is answered, whatever that of the account is. */
export const mailLanguage = mailCommand({
  name: 'language',
  order: 360,
  args: optionalWord(`[${LANGUAGES.join('|')}]`),
  needs: 'read',
  scope: 'asker',
  where: EVERYWHERE,
  example: 'language de',
  examples: [{ says: ['language', 'language fr', 'language Deutsch', 'language', 'language en', 'language xx'] }],
  outside: { only: 'it is how the bot speaks to one person' },
  run: async (tx, { operator: { user, language } }, wanted) => {
    const say = words(language);
    if (wanted === null) {
      const is = say('language-is', { language: say(`language-name-${language}`) });
      return renderLines([is, ...unreviewed(language), known(language)]);
    }
    const chosen = languageOf(wanted);
    if (chosen === null) return renderLines([known(language)]);
    await setPersonLanguage(tx, user, chosen);
    const said = words(chosen);
    return renderLines([said('language-set', { language: said(`language-name-${chosen}`) }), ...unreviewed(chosen)]);
  },
});

/** By its tag, or by its name in any of the languages. */
function languageOf(word: string): Language | null {
  const wanted = word.toLowerCase();
  const named = (one: Language) => LANGUAGES.map((language) => words(language)(`language-name-${one}`).toLowerCase());
  return LANGUAGES.find((one) => one === wanted || named(one).includes(wanted)) ?? null;
}

function known(language: Language): string {
  const say = words(language);
  return say('language-unknown', {
    known: LANGUAGES.map((one) => {
      const name = say(`language-name-${one}`);
      return UNREVIEWED.includes(one)
        ? say('language-listed-unreviewed', { language: name, tag: one })
        : `${name} (${one})`;
    }).join(', '),
  });
}

/** Whom a language that was not reviewed answers is told so, in it. */
function unreviewed(language: Language): string[] {
  return UNREVIEWED.includes(language) ? [words(language)('language-unreviewed')] : [];
}
