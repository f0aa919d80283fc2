/** Why a mail was not delivered, in kinds that people can be told about. */
export type ReportReason =
  | 'unknown-user'
  | 'unknown-host'
  | 'moved'
  | 'no-mail-host'
  | 'mailbox-full'
  | 'disabled'
  | 'too-large'
  | 'spam'
  | 'authentication'
  | 'policy'
  | 'loop'
  | 'network'
  | 'expired'
  | 'rate'
  | 'refused'
  | 'other';

/** What is known of one refusal. */
export interface Refusal {
  /** Enhanced status (RFC 3463), as `5.1.1`, or null. */
  readonly status: string | null;
  /** The words of the refusing server or of the reporting one, with all codes that stand in them. */
  readonly words: string;
  /** Whether the words show that RCPT was what was refused, or the content; null where they do not tell. */
  readonly at: 'recipient' | 'content' | null;
}

export interface Verdict {
  readonly reason: ReportReason;
  /**
   * Whether the address itself is bad for good: another mail to it will fare no better. Only where that is certain, since a bad
   * address is paused: "user unknown" that is said after the content came may as well be a filter's pretext.
   */
  readonly hard: boolean;
}

const hardReasons: ReadonlySet<ReportReason> = new Set(['unknown-user', 'unknown-host', 'moved', 'no-mail-host']);

/** Decides by the words first and by the status where the words say nothing: servers choose words with more care than codes. */
export function judge(refusal: Refusal): Verdict {
  const reason = byWords(refusal) ?? byStatus(refusal.status) ?? 'other';
  const temporary = refusal.status?.startsWith('4.') === true;
  return { reason, hard: hardReasons.has(reason) && !temporary };
}

/** What servers say, in their words; the first that fits counts. Longer and rarer sayings stand first. */
const sayings: readonly (readonly [ReportReason, RegExp])[] = [
  [
    'loop',
    /\bloops? back to (?:me|myself)|mail (?:loop|forwarding loop)|too many (?:hops|received)|hop count exceeded|loop (?:alert|detected)|routing loop/,
  ],
  [
    'no-mail-host',
    /does ?n[o']t accept (?:any )?(?:mail|smtp)|null mx|no smtp service|\b556\b|no mail (?:server|service) (?:here|available)|host does not accept|nullmx|domain (?:does ?n[o']t|doesn't) receive/,
  ],
  [
    'mailbox-full',
    /mail ?(?:box|folder|drop|file)s? ?(?:is |are |has |have )?(?:been )?(?:almost |over |now )?(?:full|exceed)|over (?:the )?(?:disk |storage |mail ?box |mail )?quota|quota (?:has been )?(?:exceed|full|violation|reached)|exceed(?:s|ed|ing)? (?:its |the |their |his |allowed |maximum |local |storage |mail ?box |disk )*(?:quota|allowed size|storage|size limit for mail ?box|space)|(?:exceeded|over) (?:the )?(?:local |storage |allowed )?(?:limit|quota)(?! of)|insufficient (?:system |disk |mailbox )?(?:storage|space)|not enough (?:disk |storage )?space|too much mail data|out of (?:disk|storage)|storage (?:is )?full|inbox (?:is )?full|disk full|mailbox size limit|user has too many messages|le compte .*plein|postfach.*(?:voll|überschritten)|boîte .*pleine|buz[oó]n .*llen|casella .*piena|メールボックスが一杯|容量を超え/,
  ],
  [
    'moved',
    /(?:user|recipient|mailbox|account|address) (?:has )?(?:been )?(?:moved|changed|replaced)|has (?:moved|changed (?:his|her|their|its) (?:mail|address))|\b551\b.{0,40}(?:try|forward|not local)|no longer (?:works|employed|with us|valid)|changed (?:e-?mail|mail) address|forward-?path|has been replaced by|is no longer active|ist umgezogen/,
  ],
  [
    'disabled',
    /(?:account|mail ?box|user|address|recipient)(?:s account)?(?: [\w.@<>()-]{1,60})? (?:is |has |was |been )*(?:(?:currently |temporarily |permanently )?(?:disabled|suspended|inactive|deactivated|locked|blocked|discontinued|closed|not active|expired|on hold))|(?:disabled|suspended|inactive|discontinued|deactivated) (?:account|mail ?box|user|recipient|address)|not active|mailbox currently suspended|account.{0,20}inactive/,
  ],
  [
    'unknown-host',
    /host(?:name)? (?:is )?(?:unknown|not found)|(?:host or )?domain (?:name )?(?:not found|unknown|is unknown|does not exist|doesn't exist)|unknown (?:host|domain|mail host|address in)|no such (?:host|domain)|unrouteable (?:mail )?(?:domain|address)|non-?existent (?:domain|hosts?)|nxdomain|dns lookup failure: host .* not found|name or service not known|illegal host\/domain|domain (?:name )?(?:is )?(?:invalid|not valid)|bad (?:destination )?(?:host|domain)|recipient address has null mx|can'?t? ?find (?:any )?host|could ?n[o']t find any host|couldn't find (?:any )?(?:host|mail)|no mx or a records|all host address lookups failed|mail domain.*(?:unknown|not exist)|server for domain.*not found|domain not in use|couldn't be found at the destination domain|fqdn|does not like recipient.*host/,
  ],
  [
    'unknown-user',
    /(?:user|recipient|mail ?box|addressee|account|address|alias|login|name|userid|subscriber|mailbox name|local part|people|destination)s?(?: address)?(?: name)?(?:[:=]? ?[<"'(]?[\w.+=@-]{1,120}[>"')]?)? ?(?:is |was |are |could |has |\()?(?:an? )?(?:unknown|not (?:be )?(?:found|known|exist|recognized|recognised|listed|a valid|valid|local|our|defined|here|there|resolvable|on file|present|in (?:our|the))|does ?n[o']t (?:exist|appear)|invalid|doesn't have|don't (?:exist|have)|nonexistent|non-existent|undefined|cannot be found|incorrect|illegal|no longer (?:available|exists?))|(?:unknown|invalid|no such|nonexistent|non-existent|bad|illegal|unrecogni[sz]ed|undefined|incorrect|unroutable|unroutable recipient|undeliverable)(?: or (?:illegal|disabled|invalid|unknown))?(?: local| final| recipient| e-?mail| mail| destination| delivery| virtual| smtp| rcpt| user)* ?(?:user|recipient|mail ?box|address|addressee|account|alias|login|name|userid|person|subscriber|local ?-?part|customer|maildrop|smtp recipient|rcpt|here)|no (?:such )?(?:mail ?box|user|recipient|account|person|address|one)(?: here| by that| with that| of that|s? (?:were|was) found)|(?:is|are|was)(?: not|n't) a (?:known|valid|local|registered|current)|not (?:a )?(?:known|valid|registered|local|our) (?:user|customer|account|mail ?box|recipient|address|member)|doesn't have an? .{1,60} account|(?:does ?n[o']t|do not) have (?:a |an )?.{0,40}account|not listed in|(?:recipient|user) (?:lookup|verif\w+) failed|unable to (?:find|verify) (?:user|recipient|address)|delivery to .* not possible|this (?:user|address|account) .*(?:doesn't|does not) exist|mailbox (?:unavailable|not available) or|email address (?:you entered )?(?:couldn't|wasn'?t|could not|was not|wasn’t|couldn’t)|no account by|can't (?:verify|find)|adresse (?:inconnue|invalide)|utilisateur inconnu|destinataire inconnu|empf[äa]nger(?:adresse)? (?:unbekannt|existiert|ist nicht)|unbekannter? (?:empf|benutzer|user)|usuario (?:desconocido|no existe)|destinatario (?:desconocido|inesistente|sconosciuto)|utente sconosciuto|nieznany (?:odbiorca|adres|u.ytkownik)|пользовател\w+ .*не (?:найден|существует)|ディレクトリのリストにありません|見つかりません|宛先.*不明|недоступен/,
  ],
  [
    'too-large',
    /(?:message|mail|size)(?: file)?(?: size)? (?:is )?(?:too (?:big|large|long)|exceeds)|size limit exceeded|exceeds (?:the )?(?:fixed |maximum |max |server )*(?:message |mail )?(?:size|limit)|message (?:length )?exceeds|too large/,
  ],
  [
    'rate',
    /rate limit|too many (?:connections|messages|emails?|recipients|mails|concurrent|sessions|errors)|throttl|try again (?:later|in)|sending (?:limit|rate)|receiving mail (?:at a rate|too quickly)|daily (?:sending )?(?:limit|quota)|greylist|grey-list/,
  ],
  ['authentication', /dmarc|\bdkim\b|\bspf\b|unauthenticated|authenticat(?:ion|ed)|sender policy framework|sender id/],
  [
    'spam',
    /\bspam|junk|unsolicited|\bbulk\b|virus|malware|infected|blacklist|black list|block ?list|blocked using|listed (?:in|at|on|by)|reputation|content (?:filter|reject)|looks like|phish|\brbl\b|dnsbl|spamhaus|uribl|cbl\.abuseat/,
  ],
  [
    'policy',
    /polic(?:y|ies)|access denied|relay(?:ing)? (?:access )?(?:denied|not (?:permitted|allowed))|not (?:permitted|allowed|authorized|authorised)|prohibited|administrative|blocked|banned|refused to (?:talk|accept)|\bptr\b|reverse (?:dns|lookup|mapping)|we do not relay|closed group|permission|header error|restricted|require|\btls\b/,
  ],
  [
    'expired',
    /(?:message|envelope|mail|delivery|retry) (?:time ?-?out|expired|retry timeout|time expired)|(?:has been |been |is )?in the queue too long|could not be delivered (?:for|within|after)|not delivered within|retry time(?:out)? (?:not|exceeded)|timeout exceeded|cannot send message for|delivery (?:failed|attempts?).{0,20}attempts|delivery time expired|maximum (?:queue|retr)|aborted after|(?:giving|given) up after|too old|undeliverable for|still being retried/,
  ],
  [
    'network',
    /connection (?:timed out|refused|reset|lost|closed|dropped)|timed? ?out|no route|network (?:is )?(?:unreachable|error)|unable to connect|could ?n[o']t (?:connect|establish)|wasn't able to establish|host (?:is )?(?:not reachable|unreachable|down)|not responding|lost connection|name service error|host name lookup failure|temporary (?:lookup|dns|failure)|dns (?:error|failure|timeout)|server (?:is )?(?:not available|unavailable|busy)/,
  ],
  ['refused', /rejected|refused|denied|not accept|bounced|unable to deliver|undeliverable/],
];

function byWords({ status, words, at }: Refusal): ReportReason | null {
  const text = words.toLowerCase().replace(/\s+/g, ' ').slice(0, 4000);
  const found = sayings.find(([, pattern]) => pattern.test(text))?.[0] ?? null;
  if (found !== 'unknown-user') return found === 'refused' || found === null ? null : found;
  if (status !== null && /^5\.1\.[0-36]$/.test(status)) return found;
  if (status !== null && /^5\.7\./.test(status)) return 'policy';
  // The same words mean less when the mail's content was known already, or when only the code of some server says no.
  const certain = at === 'recipient' || (at === null && !/\b55[0-9]\b/.test(text) && status !== '5.2.1');
  return certain ? found : 'refused';
}

/** RFC 3463 section 3 and the IANA registry of enhanced status codes. */
const statuses: readonly (readonly [RegExp, ReportReason])[] = [
  [/^[45]\.1\.[136]$/, 'unknown-user'],
  [/^5\.1\.0$/, 'unknown-user'],
  [/^[45]\.1\.2$/, 'unknown-host'],
  [/^[45]\.1\.(?:10|9)$/, 'no-mail-host'],
  [/^[45]\.2\.1$/, 'disabled'],
  [/^[45]\.2\.2$/, 'mailbox-full'],
  [/^[45]\.[23]\.[34]$/, 'too-large'],
  [/^[45]\.4\.6$/, 'loop'],
  [/^[45]\.4\.7$/, 'expired'],
  [/^[45]\.4\.\d+$/, 'network'],
  [/^[45]\.7\.(?:2[0-7]|509)$/, 'authentication'],
  [/^[45]\.7\.\d+$/, 'policy'],
];

function byStatus(status: string | null): ReportReason | null {
  if (status === null) return null;
  return statuses.find(([pattern]) => pattern.test(status))?.[1] ?? 'refused';
}
