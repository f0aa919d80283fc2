/** What is said of a changed team, in the lobby of its account. Pure. */
import { words } from '../../words/words.ts';
import type { Language } from '../../words/words.ts';
import { renderLines } from '../notice/rendered.ts';
import type { NoticeContent } from '../notice/rendered.ts';
import type { UserId } from '../types.ts';
import { shortTime } from '../../words/zones.ts';
import type { Reader } from '../../words/zones.ts';

/** Somebody of whom it is said. */
interface Named {
  readonly user: UserId;
  readonly name: string | null;
}

/** Characters of a name; people who are named in one sentence. */
const NAME_MAX = 60;
const NAMED = 20;

/** As the config calls them, else the local part of their user id; one line, bounded. */
function nameOf({ user, name }: Named): string {
  const local = user.slice(1, user.indexOf(':'));
  const plain = (name ?? local).replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]+/gu, ' ').trim();
  return Array.from(plain === '' ? local : plain)
    .slice(0, NAME_MAX)
    .join('');
}

function namesOf(people: readonly Named[]): string {
  const more = people.length > NAMED ? ` + ${people.length - NAMED}` : '';
  return people.slice(0, NAMED).map(nameOf).join(', ') + more;
}

/** Asks whether people are taken out of the rooms. */
export function renderLeavingAsked(
  language: Language,
  left: readonly Named[],
  { rooms, givenBack }: { readonly rooms: number; readonly givenBack: number },
): NoticeContent {
  const say = words(language);
  const given = { names: namesOf(left), count: left.length };
  return renderLines([
    say('team-asked', given),
    say('team-given-back', { claims: givenBack }),
    say('team-asked-rooms', { ...given, rooms }),
    say('team-asked-how'),
  ]);
}

/** Says that it will take a while. */
export function renderLeavingBegun(language: Language, people: readonly Named[], rooms: number): NoticeContent {
  return renderLines([words(language)('team-begun', { names: namesOf(people), rooms })]);
}

export function renderTeamProgress(language: Language, { done, all }: { done: number; all: number }): NoticeContent {
  return renderLines([words(language)('team-progress', { done, rooms: all })]);
}

/** What the change came to for one person. */
export interface ToldOutcome extends Named {
  readonly standing: 'member' | 'leaving';
  readonly givenBack: number;
  readonly left: number;
  readonly invited: number;
  readonly levels: number;
  readonly refused: number;
}

/** Everything that a change came to, a line for each of them. */
export function renderTeamOutcome(language: Language, outcomes: readonly ToldOutcome[]): NoticeContent {
  const say = words(language);
  return renderLines(
    outcomes.flatMap((one) => {
      const name = nameOf(one);
      const line =
        one.standing === 'leaving'
          ? say('team-left', { name, rooms: one.left, claims: one.givenBack })
          : say('team-joined', { name, rooms: one.invited, levels: one.levels });
      return one.refused === 0 ? [line] : [line, say('team-refused', { rooms: one.refused })];
    }),
  );
}

/** What a yes or a no came to. */
export function renderLeavingDecided(
  language: Language,
  people: readonly Named[],
  decision: 'leave' | 'stay',
  rooms: number,
): NoticeContent {
  const given = { names: namesOf(people), count: people.length };
  const say = words(language);
  return renderLines([decision === 'leave' ? say('team-let-leave', { ...given, rooms }) : say('team-let-stay', given)]);
}

/** Who is no longer of a team and still in its rooms. */
export function renderLeavers(
  { language, zone }: Reader,
  people: readonly (Named & {
    readonly standing: 'waiting' | 'leaving';
    readonly since: Date;
    readonly rooms: number;
  })[],
): NoticeContent {
  const say = words(language);
  if (people.length === 0) return renderLines([say('team-nobody-leaves')]);
  return renderLines(
    people.map((one) => {
      const given = { name: nameOf(one), since: shortTime(one.since, zone), rooms: one.rooms };
      return one.standing === 'waiting' ? say('team-waits', given) : say('team-leaves', given);
    }),
  );
}
