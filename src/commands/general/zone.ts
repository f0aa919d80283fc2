import { wholeText } from '../../bridge/command/arguments.ts';
import { EVERYWHERE } from '../../bridge/command/spec.ts';
import type { NoticeContent } from '../../bridge/notice/rendered.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import { zonesLike, zonesOfPlace } from '../../bridge/zones-like.ts';
import { personChoices, setPersonZone } from '../../db/helpdesk-tables/person-choices.ts';
import { words } from '../../words/words.ts';
import type { Language } from '../../words/words.ts';
import { findZone, shortTime } from '../../words/zones.ts';
import { mailCommand } from '../framework/command.ts';

/** The word for times as the account has them. */
const ACCOUNT = 'account';
/** Characters of a name that is not known that are said again. */
const SAID = 60;

/** `!mail zone`: in which time zone somebody is told times, whatever that of the account is. */
export const mailZone = mailCommand({
  name: 'zone',
  order: 365,
  args: wholeText('[AREA/PLACE|account]', 0, 4),
  needs: 'read',
  scope: 'asker',
  where: EVERYWHERE,
  example: 'zone Europe/Berlin',
  examples: [
    { says: ['zone', 'zone new york', 'zone', 'zone Europe/Berlln', 'zone ../../etc', 'zone account', 'zone'] },
  ],
  outside: { only: 'it is how the bot speaks to one person' },
  run: async (tx, { operator, event }, text) => {
    const { user, language } = operator;
    const say = words(language);
    const now = event.receivedAt;
    const name = text.trim();
    if (name === '') {
      const { zone } = operator;
      const own = (await personChoices(tx, user)).zone !== null;
      const facts = { zone, time: shortTime(now, zone) };
      return renderLines([own ? say('zone-is', facts) : say('zone-is-account', facts), say('zone-how')]);
    }
    if (name.toLowerCase() === ACCOUNT) {
      await setPersonZone(tx, user, null);
      return renderLines([say('zone-as-account')]);
    }
    const places = zonesOfPlace(name);
    const zone = findZone(name) ?? (places.length === 1 ? (places[0] ?? null) : null);
    if (zone === null) return unknown(name, language);
    await setPersonZone(tx, user, zone);
    return renderLines([say('zone-set', { zone, time: shortTime(now, zone) })]);
  },
});

function unknown(name: string, language: Language): NoticeContent {
  const say = words(language);
  const meant = zonesLike(name);
  const text = name.replace(/\s+/gu, ' ').slice(0, SAID).toWellFormed();
  return renderLines([
    say('zone-unknown', { text }),
    ...(meant.length === 0 ? [] : [say('zone-meant', { zones: meant.join(', ') })]),
    say('zone-how'),
  ]);
}
