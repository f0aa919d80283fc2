import { isObject } from './replacement.ts';
import type { JsonObject } from '../types.ts';

/**
 * The link previews of a message, of which there are none. Without it clients ask their homeserver to fetch each link
 * in a mail, and whoever wrote the mail learns that it is read, when and where. MSC4095 "Bundled URL previews", under
 * its unstable name: the field with an empty list says that nothing is to be previewed.
 */
export const NO_PREVIEWS = { 'com.beeper.linkpreviews': [] } as const satisfies JsonObject;

/**
 * What is sent of a content: each message, and what replaces one (spec, "event replacements"), asks for no link
 * previews, whatever stood there: the bot may say again what a client said that bundles them.
 */
export function withoutPreviews(type: string, content: JsonObject): JsonObject {
  if (type !== 'm.room.message') return content;
  const { 'm.new_content': fresh } = content;
  const replaced = isObject(fresh) ? { 'm.new_content': { ...fresh, ...NO_PREVIEWS } } : {};
  return { ...content, ...replaced, ...NO_PREVIEWS };
}
