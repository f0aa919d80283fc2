/**
 * What is said to people, in their language. The texts stand in the `.ftl` files beside this one, one a language, in
 * Fluent (projectfluent.org); `npm run generate` makes `keys.ts` and `texts.ts` from them, so that a wrong key or
 * argument does not compile and no file is read at run time.
 * Pure: the same key, arguments and language give the same text.
 */
import { FluentBundle, FluentNumber, FluentResource } from '@fluent/bundle';
import type { LANGUAGES } from './keys.ts';
import type { Messages } from './keys.ts';
import { TEXTS } from './texts.ts';

/** The languages that there are (BCP 47 primary tags): one for each `.ftl` file. */
export type Language = (typeof LANGUAGES)[number];

/** The key of a text. */
type Key = keyof Messages;

/** What may stand behind a prefix of keys: `VariantOf<'language-name-'>` is `'de' | 'en' | 'fr'`. */
export type VariantOf<Prefix extends string> = {
  [K in Key]: K extends `${Prefix}${infer Variant}` ? Variant : never;
}[Key];

/** Of several shapes, one that has what each asks for. */
type All<Shapes> = (Shapes extends unknown ? (of: Shapes) => void : never) extends (of: infer Shape) => void
  ? Shape
  : never;

/** Values by the names of arguments. */
type Given = Readonly<Record<string, string | number>>;

/** The arguments that a key takes: none, or one object; of several keys what all of them take together. */
type ArgumentsOf<K extends Key> = [Messages[K]] extends [null]
  ? readonly []
  : readonly [given: Extract<All<Exclude<Messages[K], null>>, Given>];

/** Says the text of a key: plain text of one line, unless an argument has more. Arguments stand in it as they are. */
export type Say = <K extends Key>(key: K, ...given: ArgumentsOf<K>) => string;

/** A number that chooses plural forms and is printed in plain digits, without the marks of a language. */
class PlainNumber extends FluentNumber {
  override toString(): string {
    return String(this.value);
  }
}

function bundleOf(language: string, text: string): FluentBundle {
  const bundle = new FluentBundle(language, { useIsolating: false });
  const [wrong] = bundle.addResource(new FluentResource(text));
  if (wrong !== undefined) throw wrong;
  return bundle;
}

/** Null where the language has no such text, or it cannot be said with what was given. */
function said(bundle: FluentBundle, key: string, given: Given | undefined): string | null {
  const pattern = bundle.getMessage(key)?.value ?? null;
  if (pattern === null || typeof pattern === 'string') return pattern;
  const values: Record<string, string | FluentNumber> = {};
  for (const [name, value] of Object.entries(given ?? {})) {
    values[name] = typeof value === 'number' ? new PlainNumber(value) : value;
  }
  const wrong: Error[] = [];
  const text = bundle.formatPattern(pattern, values, wrong);
  return wrong.length === 0 ? text : null;
}

/** Texts in several languages. */
interface Catalogue {
  /** How things are said in a language; as `fallback` says them where there is no such language. */
  readonly in: (language: string) => Say;
  /** Whether the fallback has such a text. */
  readonly has: (key: string) => boolean;
}

/**
 * A catalogue of texts in Fluent by their language. Where a language has no such text, `fallback` says it; where that
 * has none either, the key itself is said, so that nobody waits for an answer in vain. Throws where a key stands twice
 * in a text, as soon as that is read.
 *
 * @internal Exported for its tests: its cases are looked at one by one.
 */
export function catalogue<L extends string>(texts: Readonly<Record<L, string>>, fallback: NoInfer<L>): Catalogue {
  const last = bundleOf(fallback, texts[fallback]);
  const otherwise: Say = (key, ...[given]) => said(last, key, given) ?? key;
  const says = new Map<string, Say>([[fallback, otherwise]]);
  const sources = new Map(Object.entries<string>(texts));
  // A language is read when it is first spoken: most processes speak one or two.
  const sayIn = (language: string): Say => {
    const text = sources.get(language);
    if (text === undefined) return otherwise;
    const bundle = bundleOf(language, text);
    const say: Say = (key, ...[given]) => said(bundle, key, given) ?? said(last, key, given) ?? key;
    says.set(language, say);
    return say;
  };
  return { in: (language) => says.get(language) ?? sayIn(language), has: (key) => last.hasMessage(key) };
}

const CATALOGUE = catalogue(TEXTS, 'en');

/** How things are said in a language; in English where there is no such language. */
export function words(language: Language): Say {
  return CATALOGUE.in(language);
}

/** Whether a text stands behind a prefix of keys: `isVariant('report-reason-', reason)`. */
export function isVariant<Prefix extends string>(prefix: Prefix, text: string): text is VariantOf<Prefix> {
  return CATALOGUE.has(`${prefix}${text}`);
}
