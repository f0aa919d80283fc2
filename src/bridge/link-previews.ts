import type { JsonObject } from './types.ts';

/**
 * The link previews of a message, of which there are none: it stands in every message that Mailroom sends, and in what
 * replaces one. Without it clients ask their homeserver to fetch each link in a mail, and whoever wrote the mail learns
 * that it is read, when and where. MSC4095 "Bundled URL previews", under its unstable name: the field with an empty
 * list says that nothing is to be previewed.
 */
export const NO_PREVIEWS = { 'com.beeper.linkpreviews': [] } as const satisfies JsonObject;
