/** The words of a team's work on its threads: who has one, what is open, what is done. Part of the catalogue in `words.ts`. */
import type { Language } from './words.ts';

export type DeskCommand = 'list' | 'claim' | 'unclaim' | 'assign' | 'done' | 'reopen' | 'snooze';

/** A span of time in its largest unit. */
export interface Span {
  readonly count: number;
  readonly unit: 'minute' | 'hour' | 'day';
}

export interface DeskWords {
  /** What `!mail help` says of each command. */
  readonly help: Readonly<Record<DeskCommand, string>>;
  readonly span: (span: Span) => string;
  readonly onlyInThreads: string;
  // who has it
  readonly claimed: string;
  readonly hadBy: (name: string) => string;
  readonly hadAlready: string;
  readonly unclaimed: string;
  readonly nobodyHasIt: string;
  readonly assigned: (name: string) => string;
  readonly assignedToYou: (by: string) => string;
  readonly notFound: (text: string) => string;
  readonly claimLapsed: (name: string) => string;
  // answering at the same time
  readonly isAnswering: (name: string) => string;
  readonly hasIt: (name: string) => string;
  readonly stillGoes: string;
  readonly cameMeanwhile: (from: string) => string;
  readonly sameByYou: string;
  readonly sameBy: (name: string) => string;
  readonly sameHow: string;
  readonly sameMailed: string;
  readonly sameDropped: string;
  readonly mailedAlready: string;
  // done
  readonly done: string;
  readonly doneAlready: string;
  readonly reopened: string;
  readonly openAlready: string;
  readonly snoozed: (until: string) => string;
  readonly snoozeHow: string;
  readonly awake: string;
  // lists
  readonly listOf: Readonly<Record<'all' | 'mine' | 'unclaimed' | 'us' | 'them' | 'snoozed' | 'done', string>>;
  readonly nothing: string;
  readonly pageOf: (page: number, pages: number) => string;
  readonly nextPage: (command: string) => string;
  readonly noSubject: string;
  readonly waits: Readonly<Record<'us' | 'them' | 'nobody', (span: string) => string>>;
  /** Of one conversation: whose turn it is since a date. */
  readonly turn: Readonly<Record<'us' | 'them', (date: string) => string>>;
  readonly hadShort: (name: string) => string;
  readonly free: string;
  readonly listHow: (word: string) => string;
  readonly overview: (total: number) => string;
  readonly andMore: (count: number) => string;
  // reminders
  readonly remindYou: (span: string) => string;
  readonly remindTeam: string;
}

const plural = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

const en: DeskWords = {
  help: {
    list: 'lists the conversations that are open: all, mine, unclaimed, us (they wait for us), them (we wait for them), snoozed or done',
    claim: 'takes this conversation, so that the others see that you have it; so does the reaction 👀',
    unclaim: 'gives this conversation back',
    assign: 'gives this conversation to somebody of the team',
    done: 'closes this conversation; so does the reaction ✅. A new mail opens it again',
    reopen: 'opens this conversation again',
    snooze: 'lays this conversation aside for a time (4h, 3d) or until a day (2026-12-01)',
  },
  span: ({ count, unit }) => plural(count, unit, `${unit}s`),
  onlyInThreads: 'This is used in the room of a conversation.',
  claimed: 'You have this conversation now.',
  hadBy: (name) => `${name} has this conversation. “!mail assign” gives it to somebody else.`,
  hadAlready: 'You have this conversation already.',
  unclaimed: 'Nobody has this conversation now.',
  nobodyHasIt: 'Nobody had this conversation.',
  assigned: (name) => `${name} has this conversation now.`,
  assignedToYou: (by) => `${by} gave you this conversation.`,
  notFound: (text) =>
    `Nobody of the team is called “${text}”, or several are. A full Matrix user is always right: @name:server.`,
  claimLapsed: (name) => `${name} has not answered in time: nobody has this conversation now.`,
  isAnswering: (name) => `${name} is answering this at the moment.`,
  hasIt: (name) => `${name} has this conversation.`,
  stillGoes: 'Your answer goes out all the same; ❌ on it stops it.',
  cameMeanwhile: (from) =>
    `A new mail from ${from} came while this was being written. It goes out all the same; ❌ on it stops it.`,
  sameByYou: 'You have just written the same.',
  sameBy: (name) => `The same was just written by ${name}.`,
  sameHow: 'This is not mailed: react with ✅ to send it all the same, with ❌ to drop it.',
  sameMailed: 'It is mailed.',
  sameDropped: 'Dropped: not mailed.',
  mailedAlready:
    'This had already been mailed and cannot be called back. To correct it, reply to this message: what you write goes to the same people.',
  done: 'Done. The room is out of the list; a new mail brings it back.',
  doneAlready: 'This conversation is done already.',
  reopened: 'Open again.',
  openAlready: 'This conversation is open.',
  snoozed: (until) => `Laid aside until ${until}, or until a mail comes.`,
  snoozeHow: 'Until when? For example: !mail snooze 4h, !mail snooze 3d, !mail snooze 2026-12-01. At most a year.',
  awake: 'This conversation was laid aside until now.',
  listOf: {
    all: 'Open',
    mine: 'Open, yours',
    unclaimed: 'Open, nobody’s',
    us: 'Waiting for us',
    them: 'Waiting for them',
    snoozed: 'Laid aside',
    done: 'Done',
  },
  nothing: 'Nothing.',
  pageOf: (page, pages) => `page ${page} of ${pages}`,
  nextPage: (command) => `More: ${command}`,
  noSubject: '(no subject)',
  waits: {
    us: (span) => `waits for us for ${span}`,
    them: (span) => `waits for them for ${span}`,
    nobody: (span) => `for ${span}`,
  },
  turn: { us: (date) => `waiting for us since ${date}`, them: (date) => `waiting for them since ${date}` },
  hadShort: (name) => `👀 ${name}`,
  free: 'unclaimed',
  listHow: (word) =>
    `“${word}” is no list, no account of yours and no page. It is used like this: !mail list unclaimed 2`,
  overview: (total) => plural(total, 'open conversation', 'open conversations'),
  andMore: (count) => `and ${count} more: !mail list`,
  remindYou: (span) => `this conversation has been waiting for an answer for ${span}.`,
  remindTeam: 'These wait for an answer, and nobody has them:',
};

const DE_UNITS = { minute: ['Minute', 'Minuten'], hour: ['Stunde', 'Stunden'], day: ['Tag', 'Tagen'] } as const;
const de: DeskWords = {
  help: {
    list: 'listet die offenen Gespräche auf: all (alle), mine (Ihre), unclaimed (niemandes), us (warten auf uns), them (warten auf andere), snoozed (zurückgestellt) oder done (erledigt)',
    claim: 'übernimmt dieses Gespräch, damit die anderen sehen, dass Sie es haben; ebenso die Reaktion 👀',
    unclaim: 'gibt dieses Gespräch zurück',
    assign: 'gibt dieses Gespräch jemandem aus dem Team',
    done: 'schließt dieses Gespräch; ebenso die Reaktion ✅. Eine neue Mail öffnet es wieder',
    reopen: 'öffnet dieses Gespräch wieder',
    snooze: 'stellt dieses Gespräch für eine Zeit (4h, 3d) oder bis zu einem Tag (2026-12-01) zurück',
  },
  span: ({ count, unit }) => plural(count, DE_UNITS[unit][0], DE_UNITS[unit][1]),
  onlyInThreads: 'Das geht im Raum eines Gesprächs.',
  claimed: 'Sie haben jetzt dieses Gespräch.',
  hadBy: (name) => `${name} hat dieses Gespräch. „!mail assign“ gibt es jemand anderem.`,
  hadAlready: 'Sie haben dieses Gespräch schon.',
  unclaimed: 'Dieses Gespräch hat jetzt niemand.',
  nobodyHasIt: 'Dieses Gespräch hatte niemand.',
  assigned: (name) => `${name} hat jetzt dieses Gespräch.`,
  assignedToYou: (by) => `${by} hat Ihnen dieses Gespräch gegeben.`,
  notFound: (text) =>
    `Niemand im Team heißt „${text}“, oder mehrere heißen so. Eine ganze Matrix-Kennung ist immer richtig: @name:server.`,
  claimLapsed: (name) => `${name} hat nicht rechtzeitig geantwortet: Dieses Gespräch hat jetzt niemand.`,
  isAnswering: (name) => `${name} antwortet gerade.`,
  hasIt: (name) => `${name} hat dieses Gespräch.`,
  stillGoes: 'Ihre Antwort geht trotzdem hinaus; ❌ darauf hält sie an.',
  cameMeanwhile: (from) =>
    `Während dies geschrieben wurde, kam eine neue Mail von ${from}. Es geht trotzdem hinaus; ❌ darauf hält es an.`,
  sameByYou: 'Dasselbe haben Sie gerade geschrieben.',
  sameBy: (name) => `Dasselbe hat gerade ${name} geschrieben.`,
  sameHow: 'Dies wird nicht gemailt: ✅ schickt es trotzdem, ❌ verwirft es.',
  sameMailed: 'Es wird gemailt.',
  sameDropped: 'Verworfen: nicht gemailt.',
  mailedAlready:
    'Das war schon gemailt und lässt sich nicht zurückholen. Für eine Berichtigung antworten Sie auf diese Nachricht: Das Geschriebene geht an dieselben Leute.',
  done: 'Erledigt. Der Raum ist aus der Liste; eine neue Mail bringt ihn zurück.',
  doneAlready: 'Dieses Gespräch ist schon erledigt.',
  reopened: 'Wieder offen.',
  openAlready: 'Dieses Gespräch ist offen.',
  snoozed: (until) => `Zurückgestellt bis ${until}, oder bis eine Mail kommt.`,
  snoozeHow: 'Bis wann? Zum Beispiel: !mail snooze 4h, !mail snooze 3d, !mail snooze 2026-12-01. Höchstens ein Jahr.',
  awake: 'Dieses Gespräch war bis jetzt zurückgestellt.',
  listOf: {
    all: 'Offen',
    mine: 'Offen, Ihre',
    unclaimed: 'Offen, niemandes',
    us: 'Warten auf uns',
    them: 'Warten auf andere',
    snoozed: 'Zurückgestellt',
    done: 'Erledigt',
  },
  nothing: 'Nichts.',
  pageOf: (page, pages) => `Seite ${page} von ${pages}`,
  nextPage: (command) => `Mehr: ${command}`,
  noSubject: '(ohne Betreff)',
  waits: {
    us: (span) => `wartet seit ${span} auf uns`,
    them: (span) => `wartet seit ${span} auf andere`,
    nobody: (span) => `seit ${span}`,
  },
  turn: { us: (date) => `wartet auf uns seit ${date}`, them: (date) => `wir warten seit ${date}` },
  hadShort: (name) => `👀 ${name}`,
  free: 'frei',
  listHow: (word) =>
    `„${word}“ ist keine Liste, keines Ihrer Konten und keine Seite. So wird es benutzt: !mail list unclaimed 2`,
  overview: (total) => plural(total, 'offenes Gespräch', 'offene Gespräche'),
  andMore: (count) => `und ${count} weitere: !mail list`,
  remindYou: (span) => `Dieses Gespräch wartet seit ${span} auf eine Antwort.`,
  remindTeam: 'Diese warten auf eine Antwort, und niemand hat sie:',
};

const FR_UNITS = { minute: ['minute', 'minutes'], hour: ['heure', 'heures'], day: ['jour', 'jours'] } as const;
const fr: DeskWords = {
  help: {
    list: 'liste les conversations ouvertes : all (toutes), mine (les vôtres), unclaimed (à personne), us (elles nous attendent), them (nous les attendons), snoozed (mises de côté) ou done (closes)',
    claim: 'prend cette conversation, pour que les autres voient que vous l’avez ; la réaction 👀 aussi',
    unclaim: 'rend cette conversation',
    assign: 'donne cette conversation à quelqu’un de l’équipe',
    done: 'clôt cette conversation ; la réaction ✅ aussi. Un nouveau courriel la rouvre',
    reopen: 'rouvre cette conversation',
    snooze: 'met cette conversation de côté pour un temps (4h, 3d) ou jusqu’à un jour (2026-12-01)',
  },
  span: ({ count, unit }) => plural(count, FR_UNITS[unit][0], FR_UNITS[unit][1]),
  onlyInThreads: 'Cela se fait dans le salon d’une conversation.',
  claimed: 'Vous avez maintenant cette conversation.',
  hadBy: (name) => `${name} a cette conversation. « !mail assign » la donne à quelqu’un d’autre.`,
  hadAlready: 'Vous avez déjà cette conversation.',
  unclaimed: 'Personne n’a plus cette conversation.',
  nobodyHasIt: 'Personne n’avait cette conversation.',
  assigned: (name) => `${name} a maintenant cette conversation.`,
  assignedToYou: (by) => `${by} vous a donné cette conversation.`,
  notFound: (text) =>
    `Personne dans l’équipe ne s’appelle « ${text} », ou bien plusieurs. Un identifiant Matrix entier est toujours juste : @nom:serveur.`,
  claimLapsed: (name) => `${name} n’a pas répondu à temps : personne n’a plus cette conversation.`,
  isAnswering: (name) => `${name} est en train de répondre.`,
  hasIt: (name) => `${name} a cette conversation.`,
  stillGoes: 'Votre réponse part quand même ; ❌ sur elle l’arrête.',
  cameMeanwhile: (from) =>
    `Un nouveau courriel de ${from} est arrivé pendant que ceci s’écrivait. Il part quand même ; ❌ sur lui l’arrête.`,
  sameByYou: 'Vous venez d’écrire la même chose.',
  sameBy: (name) => `La même chose vient d’être écrite par ${name}.`,
  sameHow: 'Ceci n’est pas envoyé : réagissez par ✅ pour l’envoyer quand même, par ❌ pour l’abandonner.',
  sameMailed: 'C’est envoyé.',
  sameDropped: 'Abandonné : rien n’est envoyé.',
  mailedAlready:
    'C’était déjà envoyé et ne peut être rappelé. Pour corriger, répondez à ce message : ce que vous écrivez va aux mêmes personnes.',
  done: 'Clos. Le salon quitte la liste ; un nouveau courriel le ramène.',
  doneAlready: 'Cette conversation est déjà close.',
  reopened: 'De nouveau ouverte.',
  openAlready: 'Cette conversation est ouverte.',
  snoozed: (until) => `Mise de côté jusqu’au ${until}, ou jusqu’à un courriel.`,
  snoozeHow: 'Jusqu’à quand ? Par exemple : !mail snooze 4h, !mail snooze 3d, !mail snooze 2026-12-01. Un an au plus.',
  awake: 'Cette conversation était mise de côté jusqu’à maintenant.',
  listOf: {
    all: 'Ouvertes',
    mine: 'Ouvertes, les vôtres',
    unclaimed: 'Ouvertes, à personne',
    us: 'Elles nous attendent',
    them: 'Nous les attendons',
    snoozed: 'Mises de côté',
    done: 'Closes',
  },
  nothing: 'Rien.',
  pageOf: (page, pages) => `page ${page} sur ${pages}`,
  nextPage: (command) => `Suite : ${command}`,
  noSubject: '(sans objet)',
  waits: {
    us: (span) => `nous attend depuis ${span}`,
    them: (span) => `attendue depuis ${span}`,
    nobody: (span) => `depuis ${span}`,
  },
  turn: { us: (date) => `nous attend depuis le ${date}`, them: (date) => `attendue depuis le ${date}` },
  hadShort: (name) => `👀 ${name}`,
  free: 'libre',
  listHow: (word) =>
    `« ${word} » n’est ni une liste, ni un de vos comptes, ni une page. Cela s’utilise ainsi : !mail list unclaimed 2`,
  overview: (total) => plural(total, 'conversation ouverte', 'conversations ouvertes'),
  andMore: (count) => `et ${count} de plus : !mail list`,
  remindYou: (span) => `cette conversation attend une réponse depuis ${span}.`,
  remindTeam: 'Celles-ci attendent une réponse, et personne ne les a :',
};

/** The part of the catalogue for the work on threads. */
export const deskWords: Readonly<Record<Language, DeskWords>> = { en, de, fr };
