import type { ReportReason } from './reason-kind.ts';

/** One of several words, as a group of a pattern. */
const any = (...words: readonly string[]): string => `(?:${words.join('|')})`;

/** What servers call the one whom mail is for. */
const who = any(
  'user',
  'recipient',
  'mail ?box',
  'mailbox name',
  'addressee',
  'account',
  'address',
  'alias',
  'login',
  'userid',
  'subscriber',
  'customer',
  'maildrop',
  'local[ -]?part',
  'person',
  'name',
  'rcpt',
);
/** Where a name may stand in the middle of a saying: `user <ann@x> unknown`. */
const named = '(?:(?: (?:name|address|id))?[:=]? ?[<"\'([]?[\\w.+=@-]{1,120}[>"\')\\]]?)?';
const being = '(?:is |was |are |were |has |have |could |does |\\()*(?:an? )?';

/** That somebody is not there. */
const absent = any(
  'unknown',
  'nonexistent',
  'non-existent',
  'undefined',
  'invalid',
  'incorrect',
  'illegal',
  "(?:not|n'?t|n’t) (?:be )?(?:found|known|exists?|recogni[sz]ed|listed|valid|a " +
    'valid|local|our|here|there|resolvable|on file|present|in (?:our|the|this))',
  "do(?:es)? ?(?:not|n'?t|n’t) (?:exist|appear)",
  'not exist',
  "(?:not|n'?t) (?:a |an )?(?:known|valid|registered|local|current)",
  'cannot be found',
  "could(?: not|n[’']t) be found",
  "wasn[’']t found",
  'no longer (?:available|valid|exists?)',
);
const wrong = any(
  'unknown',
  'invalid',
  'no such',
  'nonexistent',
  'non-existent',
  'bad',
  'illegal',
  'unrecogni[sz]ed',
  'undefined',
  'incorrect',
  'unrouteable',
  'no valid',
);
const between =
  '(?: or (?:illegal|disabled|invalid|unknown)| local| final| recipient| e-?mail| mail| destination| delivery| ' +
  'virtual| smtp)*';

const full = any(
  `(?:mail ?(?:box|folder|drop|file)|inbox|storage|disk|account|postfach|folder)s?(?: [\\w.@<>-]{1,80})? (?:is ` +
    `|are |has |have |been |already |almost |over |now )*(?:full|exceed)`,
  'over (?:the |its |their |his )?(?:disk |storage |mail ?box |mail )?quota',
  'quota (?:has been |is |limit )?(?:exceed|full|violation|reached)',
  'exceed\\w* (?:its |the |their |his |allowed |maximum |local |storage |mail ?box |disk |user )*(?:quota|allowed ' +
    'size|storage)',
  '(?:exceeded|over) (?:the |its )?(?:local|storage|allowed|mailbox) limit',
  'insufficient (?:system |disk |mailbox )?(?:storage|space)',
  'not enough (?:disk |storage )?space',
  'too much mail data',
  'out of (?:disk|storage)',
  'mailbox size limit',
  'too many messages (?:in|on) (?:the |this )?mail',
  'postfach .{0,40}(?:voll|überschritten)',
  'bo[îi]te .{0,40}pleine',
  'quota .{0,20}dépassé',
  'buz[oó]n .{0,20}llen',
  'casella .{0,30}piena',
  'メールボックスが一杯',
  '容量を超え',
);

/** What servers say, as they say it; the first kind that fits counts, so the more telling ones stand first. */
export const sayings: readonly (readonly [ReportReason, RegExp])[] = [
  // What may be so, or passes, is no verdict on the address.
  ['network', /name service error.{0,200}try again|host not found, try again/],
  ['refused', /may not exist/],
  [
    'loop',
    /loops? back to (?:me|myself)|mail (?:forwarding )?loop|too many (?:hops|received)|hop count exceeded|loop (?:alert|detected)|routing loop/,
  ],
  [
    'no-mail-host',
    /does ?n[o']t accept (?:any )?(?:mail|smtp|e-?mail)|null ?mx|indicated no smtp service|no mx (?:record )?found|(?:^|\s)(?:521|556)[ -](?!5\.7)|no mail (?:server|service) (?:here|available)|host does not accept|domain does ?n[o']t receive/,
  ],
  ['mailbox-full', new RegExp(full)],
  // What is said of the sender tells nothing about the recipient.
  [
    'policy',
    /sender (?:address )?(?:was |is |has been )?(?:rejected|refused|blocked|denied|unknown|verif)|domain of (?:the )?sender|sender.{0,60}does ?n[o']t exist|sending domain/,
  ],
  [
    'moved',
    new RegExp(
      `${who}(?: has)?(?: been)? (?:moved|changed|replaced)|has moved|\\b551\\b.{0,40}(?:try|forward|not local)|no ` +
        `longer (?:works|employed|with us)|changed (?:e-?mail|mail) address|has been replaced by|is no longer ` +
        `active|ist umgezogen`,
    ),
  ],
  [
    'disabled',
    new RegExp(
      `${who}(?:s account)?(?: [\\w.@<>()-]{1,60})? (?:is |has |was |been )*(?:currently |temporarily |permanently ` +
        `)?(?:disabled|suspended|inactive|deactivated|locked|discontinued|closed|not active|expired|on ` +
        `hold)|(?:disabled|suspended|inactive|discontinued|deactivated) ${who}`,
    ),
  ],
  [
    'unknown-host',
    new RegExp(
      any(
        'host(?:name)? (?:is )?(?:unknown|not found)',
        `(?:host or )?domain(?: name)?(?: [\\w.-]{1,80})? (?:not found|unknown|is unknown|does(?: not|n't) ` +
          `exist|is not valid|is invalid|is not reachable|isn't valid)`,
        '(?:unknown|invalid|bad|illegal) (?:destination )?(?:mail )?(?:host|domain)',
        'no such (?:host|domain)',
        'unrouteable (?:mail )?(?:domain|address)',
        'non-?existent (?:domain|hosts?)',
        'nxdomain',
        'dns lookup failure: host',
        'name or service not known',
        'illegal host/domain',
        "(?:could ?n[o']t|cannot|can't) find (?:any )?(?:host|mail exchanger|gateway)",
        'no mx or a records',
        'all host address lookups failed',
        'domain not in use',
        '(?:lookup|dns).{0,40}(?:host|domain).{0,40}(?:not found|does not exist)',
        'all relevant mx records point to non-existent',
      ),
    ),
  ],
  [
    'unknown-user',
    new RegExp(
      [
        `${who}s?${named} ?:? ?${being}${absent}`,
        `${wrong}${between} (?:${who}|here|people)`,
        `no ${who}s?(?: here| by that| with that| of that| were found| was found)`,
        `no one (?:here|by)`,
        "(?:does(?: not|n't)|do not|doesn’t) have (?:a |an )?.{0,60}account",
        'not listed in',
        '(?:user|recipient|mailbox|address) (?:lookup|verification) failed',
        `unable to (?:find|verify) ${who}`,
        `recipient ?not ?found`,
        '(?:address|recipient|mailbox|user) (?:is|was) wrong',
        'no account by',
        'recipient address rejected: access denied',
        'recipient address rejected[.]?$',
        'please check if address is correct',
        'no such user',
        'requested action not taken: mailbox unavailable',
        '(?:adresse|utilisateur|destinataire)(?: d[ue] destinataire| destinataire)? (?:est )?(?:inconnue?|invalide)',
        'empf[äa]nger(?:adresse)? (?:unbekannt|existiert nicht|ist nicht)',
        'unbekannter? (?:empf|benutzer|user)',
        'usuario (?:desconocido|no existe)',
        'destinatario (?:desconocido|inesistente|sconosciuto)',
        'utente sconosciuto',
        'nieznany (?:odbiorca|adres|u.ytkownik)',
        'пользовател[ья] .{0,40}не (?:найден|существует)',
        '(?:e-?mail-?)?adresse .{0,20}(?:konnte nicht gefunden werden|existiert nicht|unbekannt|ist falsch)',
        "(?:adresse|utilisateur|destinataire) .{0,20}n[’']existe pas",
        '(?:adres|gebruiker|ontvanger) .{0,20}(?:bestaat niet|onbekend)',
        '(?:indirizzo|utente|casella) .{0,20}(?:non esiste|inesistente|sconosciut)',
        '(?:endereço|usuário|destinatário|utilizador) .{0,20}(?:não existe|desconhecid|inexistente)',
        '(?:adres|adresat|użytkownik) .{0,20}(?:nie istnieje|nieznany)',
        '(?:收件人|用户|邮箱|地址|收件者|使用者|信箱).{0,12}不存在',
        '(?:사용자|수신자|메일 ?주소).{0,12}(?:찾을 수 없|존재하지)',
        'ディレクトリ.{0,8}(?:ありません|見つかりません)',
        '宛先.{0,20}不明',
      ].join('|'),
    ),
  ],
  [
    'too-large',
    /(?:message|mail|size)(?: file)?(?: size)? (?:is )?too (?:big|large|long)|size limit exceeded|exceeds (?:the )?(?:fixed |maximum |max |server )*(?:message |mail )?(?:size|limit)|message (?:length )?exceeds/,
  ],
  [
    'rate',
    /rate limit|too many (?:connections|messages|emails?|recipients|mails|concurrent|sessions|errors)|throttl|try again (?:later|in)|sending (?:limit|rate)|mail at a rate|daily (?:sending )?(?:limit|quota)|gr[ae]y-?list/,
  ],
  ['authentication', /dmarc|\bdkim\b|\bspf\b|unauthenticated|authentication|sender policy framework/],
  [
    'spam',
    /\bspam|junk|unsolicited|virus|malware|infected|black ?list|block ?list|blocked using|listed (?:in|at|on|by)|reputation|content (?:filter|reject)|phish|\brbl\b|dnsbl|spamhaus/,
  ],
  [
    'policy',
    /polic(?:y|ies)|access denied|relay(?:ing)? (?:access )?(?:denied|not (?:permitted|allowed))|not (?:permitted|allowed|authori[sz]ed)|prohibited|administrative|blocked|banned|reverse (?:dns|lookup|mapping)|we do not relay|closed group|permission|restricted|not (?:a )?member/,
  ],
  [
    'expired',
    /(?:message|envelope|mail|delivery|retry) (?:time ?-?out|expired|retry timeout|time expired)|in the queue too long|could not be delivered (?:for|within|after)|not delivered within|(?:retry )?timeout exceeded|cannot send message for|failed \d+ attempts|maximum (?:queue|retr)|aborted after|given up after|still being retried/,
  ],
  [
    'network',
    /connection (?:timed out|refused|reset|lost|closed|dropped)|timed? ?out|no route|network (?:is )?(?:unreachable|error)|unable to connect|could ?n[o']t (?:connect|establish)|wasn't able to establish|host (?:is )?(?:not reachable|unreachable|down)|not responding|lost connection|name service error|host name lookup failure|temporary (?:lookup|dns|failure)|dns (?:error|failure|timeout)|server (?:is )?(?:not available|unavailable|busy)/,
  ],
];
