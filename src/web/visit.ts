/** A visit of the pages for people. */
import type { Language } from '../words/words.ts';

/** What a route has of each visit. */
export interface SiteEnv {
  readonly Bindings: {
    /** Whose visits are counted together: an address, of IPv6 its network. */
    readonly remote: string;
  };
  readonly Variables: {
    /** Of the browser; a route that knows its person sets theirs. */
    language: Language;
  };
}
