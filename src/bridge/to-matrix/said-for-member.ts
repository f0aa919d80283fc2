/** What the account says for a member who does not say it themselves. Pure. */
import { words } from '../../words/words.ts';
import type { Language } from '../../words/words.ts';
import { ECHO_KEY } from '../ids.ts';
import type { JsonObject } from '../types.ts';
import { isObject, sayAsBot } from './replacement.ts';

/**
 * The event that stands in the place of one of a member: the same words behind their name; of a reaction a notice,
 * since one of the bot would be nobody's. Null where there are none to be said.
 */
export function saidForMember(
  { type, content }: { readonly type: string; readonly content: JsonObject },
  name: string,
  language: Language,
): { readonly type: string; readonly content: JsonObject } | null {
  if (type === 'm.room.message') return { type, content: sayAsBot(content, name, 'mail-program', language) };
  const relation = content['m.relates_to'];
  if (type !== 'm.reaction' || !isObject(relation)) return null;
  const { event_id: event = null, key = null } = relation;
  if (typeof event !== 'string' || typeof key !== 'string') return null;
  const said = reactionNotice({ event, said: words(language)('reaction-said', { name, emoji: key }) });
  return { type: 'm.room.message', content: { ...said, [ECHO_KEY]: content[ECHO_KEY] ?? '' } };
}

/** That somebody reacted, in words. Clients stay silent for a notice. */
export function reactionNotice({ event, said }: { readonly event: string; readonly said: string }): JsonObject {
  const relation = { 'm.in_reply_to': { event_id: event } };
  return { msgtype: 'm.notice', body: said, 'm.mentions': {}, 'm.relates_to': relation };
}
