/**
 * In which language a text is, as far as Postgres has a text search configuration for it: by its script, else by the
 * words that every text of a language has. A guess: what is taken for the wrong one is found by its words as they are
 * written, as everything is.
 */

import type { Language } from '../../words/words.ts';

/** Configurations of Postgres 14 and all after it. `simple` knows no language. */
export type SearchLanguage =
  | 'simple'
  | 'arabic'
  | 'catalan'
  | 'danish'
  | 'dutch'
  | 'english'
  | 'finnish'
  | 'french'
  | 'german'
  | 'greek'
  | 'hindi'
  | 'hungarian'
  | 'italian'
  | 'norwegian'
  | 'portuguese'
  | 'romanian'
  | 'russian'
  | 'spanish'
  | 'swedish'
  | 'tamil'
  | 'turkish';

/** Frequent words that tell one of these from its neighbours; what several have counts for each of them. */
const FREQUENT: Readonly<Partial<Record<SearchLanguage, string>>> = {
  catalan: 'amb per que els les una aquest aquesta són està però també més dels és i de la',
  danish: 'og det at jeg ikke er en til på med af den for vi som har kan hvad hvis også efter være mig nogle',
  dutch: 'de het een en van is dat niet ik op te met voor zijn we hebben u wij heb kunnen graag wordt deze bij ook',
  english: 'the and to of is in you that it for we with are this have be not on your please will can from what by',
  finnish: 'ja on ei että se en olen mutta hän kun niin tämä ovat voi myös kanssa oli ole minä sekä',
  french: 'le la les de des et est un une vous je nous pour que dans pas sur avec ce qui votre au du en sont',
  german: 'der die und das ist ich nicht sie wir es ein eine zu den mit für von auf im dem sich auch haben wird bitte',
  hungarian: 'a az és hogy nem is egy van csak meg de ez azt el vagy már ha még lesz kell kérem',
  italian: 'il di che e la per un una non sono con le del della è mi si ho anche ma lo da gli nel questo',
  norwegian: 'og det at jeg ikke er en til på med av den for vi som har kan hva hvis også etter være meg noen',
  portuguese: 'o que de e não um uma para com os em do da as no na por mais se você são ou foi está isso',
  romanian: 'și si nu este cu pe un o care la în din mai sunt pentru că să de am au fost după',
  spanish: 'el la de que y en los un una por con para no es se las del lo su como más pero está este muy',
  swedish: 'och det att jag inte är en till på med av den för vi som har kan vad om också efter vara mig någon',
  turkish: 've bir bu için ile de da değil çok ne var mı olarak daha gibi ama en ben sen kadar sonra',
};

const LISTS: readonly (readonly [SearchLanguage, ReadonlySet<string>])[] = Object.entries(FREQUENT).map(
  ([language, words]) => [language as SearchLanguage, new Set(words.split(' '))],
);

const SCRIPTS: readonly (readonly [SearchLanguage, RegExp])[] = [
  ['russian', /^\p{sc=Cyrillic}/u],
  ['greek', /^\p{sc=Greek}/u],
  ['arabic', /^\p{sc=Arabic}/u],
  ['hindi', /^\p{sc=Devanagari}/u],
  ['tamil', /^\p{sc=Tamil}/u],
];

/** Words that are looked at. */
const LOOKED_AT = 200;
/** Frequent words that a text has at least, and their least part of all of its words. */
const LEAST = 2;
const LEAST_PART = 0.12;

const OF_ACCOUNT: Readonly<Record<Language, SearchLanguage>> = {
  en: 'english',
  de: 'german',
  fr: 'french',
  es: 'spanish',
  it: 'italian',
  nl: 'dutch',
  // Postgres has none for it.
  pl: 'simple',
  pt: 'portuguese',
};

/** The language of a text of these words, in small letters; where none is likely, that of its account. */
export function guessLanguage(words: readonly string[], account: Language): SearchLanguage {
  const some = words.slice(0, LOOKED_AT);
  for (const [language, script] of SCRIPTS) {
    if (some.filter((word) => script.test(word)).length * 2 > some.length) return language;
  }
  let best = OF_ACCOUNT[account];
  let most = 0;
  for (const [language, list] of LISTS) {
    const count = some.filter((word) => list.has(word)).length;
    if (count <= most) continue;
    most = count;
    best = language;
  }
  return most >= LEAST && most >= some.length * LEAST_PART ? best : OF_ACCOUNT[account];
}
