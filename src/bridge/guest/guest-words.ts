/**
 * What a guest says by a mail whose first own line is one word. The words are those of all our languages at once: a
 * mail names none. Pure, linear.
 */

/** stop, start: no mails of any room any more, and again. pause: none for now. The others: how often. */
export type GuestWord = 'stop' | 'start' | 'pause' | 'now' | 'hourly' | 'daily';

/** In small letters, without the signs around them. */
const WORDS: Readonly<Record<GuestWord, readonly string[]>> = {
  stop: [
    ...['stop', 'unsubscribe', 'stopp', 'abmelden', 'abbestellen', 'arrêter', 'arreter', 'arrêt', 'désabonner'],
    ...['se désabonner', 'parar', 'baja', 'darme de baja', 'cancelar', 'basta', 'disiscrivi', 'annulla iscrizione'],
    ...['afmelden', 'stoppen', 'wypisz', 'rezygnuję', 'koniec', 'sair', 'pare', 'anular subscrição'],
  ],
  start: [
    'start',
    'subscribe',
    'anfangen',
    'commencer',
    'empezar',
    'inizia',
    'begin',
    'beginnen',
    'zacznij',
    'começar',
  ],
  pause: ['pause', 'pausa', 'pauze', 'pauza', 'przerwa'],
  now: ['now', 'sofort', 'maintenant', 'ahora', 'adesso', 'subito', 'nu', 'direct', 'teraz', 'agora', 'já'],
  hourly: ['hourly', 'stündlich', 'toutes les heures', 'cada hora', 'ogni ora', 'elk uur', 'co godzinę', 'a cada hora'],
  daily: [
    ...['daily', 'täglich', 'chaque jour', 'quotidien', 'diario', 'cada día', 'ogni giorno', 'dagelijks', 'codziennie'],
    ...['diariamente', 'diário'],
  ],
};

const MEANING: ReadonlyMap<string, GuestWord> = new Map(
  Object.entries(WORDS).flatMap(([meaning, all]) => all.map((word) => [word, meaning as GuestWord] as const)),
);

/** Characters of a line that are looked at. */
const READ_MOST = 60;

/**
 * The word of a mail: its first own line that is not empty is that alone; where nothing is written in it, its subject
 * is (as a program writes one for `mailto:…?subject=STOP`, RFC 2369). Null where it says anything else.
 *
 * @param text what its author wrote, without what they quote
 */
export function readGuestWord(text: string, subject: string): GuestWord | null {
  const line = text
    .slice(0, 10_000)
    .split('\n')
    .map((one) => one.trim())
    .find((one) => one !== '');
  return meaningOf(line ?? subject);
}

function meaningOf(line: string): GuestWord | null {
  if (line.length > READ_MOST) return null;
  const bare = line
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\s.!*_"'„“”»«]+/gu, ' ')
    .trim();
  return MEANING.get(bare) ?? null;
}
