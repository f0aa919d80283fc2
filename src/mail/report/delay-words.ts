/** How mail systems that write no RFC 3464 say that they go on trying, in the languages that their makers ship. */

const going: readonly string[] = [
  'warning message only',
  '(?:just|only) a warning',
  'this is a warning only',
  '(?:do not|don.t) need to re-?send',
  'no action is required',
  '(?:has|have) (?:been |not yet been )?(?:delayed|delivered)?.{0,20}will be retried',
  '(?:message|it) will be retried',
  'for more than \\d+ hour',
  '(?:is|was|been|be) delayed',
  'delivery (?:is )?delayed',
  'still being retried',
  'still undelivered',
  'still in the (?:remote |local )?queue',
  'not yet been delivered',
  'not been delivered yet',
  'transient non-fatal errors',
  'delivery attempts will continue',
  '(?:will|we.ll) (?:continue to )?(?:be retried|retry|keep trying|try (?:again )?for|go on trying)',
  'temporary failure report',
  'delayed mail',
  'noch nicht (?:zugestellt|übermittelt|ausgeliefert)',
  '(?:nur|lediglich) (?:eine|um eine) warnung',
  '(?:hat|haben) sich verzögert',
  '(?:zustellung|übermittlung) .{0,80}verzögert',
  'wird (?:weiterhin|weiter) versucht',
  'weitere zustellversuche',
  'pas encore (?:pu être|été|pu) (?:remis|livré|distribué|délivré)',
  '(?:remise|livraison|distribution) .{0,80}(?:retardée|différée)',
  '(?:nouvelles|autres) tentatives',
  'simple avertissement',
  '(?:todavía|aún) no (?:se ha podido|se ha|ha sido|ha podido ser) (?:entrega)',
  'entrega .{0,80}(?:retrasad|demorad)',
  'seguir(?:á|emos) (?:intentando|intentándolo)',
  'ainda não (?:foi|pôde ser) entregue',
  'entrega .{0,80}(?:atrasad|adiad)',
  '(?:non è ancora stato|non ancora) (?:consegnat|recapitat)',
  'consegna .{0,80}ritardat',
  'nog niet (?:bezorgd|afgeleverd|worden bezorgd)',
  'bezorging .{0,80}vertraagd',
  '(?:nie została|nie zostało) jeszcze',
  'dostarcz\\p{L}* .{0,80}opóźnion',
  '(?:ещё|еще|пока) не доставлен',
  'доставка .{0,80}(?:отложена|задерж)',
  '(?:配信|配送)が遅(?:れ|延)',
  'まだ(?:配信|配送|届)',
  '再送(?:を試み|し続け)',
  '尚未(?:送达|送達|投递|傳遞)',
  '(?:投递|傳遞|传递)(?:已)?(?:被)?(?:延迟|延遲)',
  '(?:배달|전송|전달)이 지연',
];
const goes = new RegExp(`(?:${going.join('|')})`, 'iu');

const ended = new RegExp(
  '(?:permanent(?! failure will)|giv(?:en|ing) up|not going to try|failed permanently|returned to sender|' +
    'no further attempts|endgültig|définitivement|definitivamente|definitief|ostatecznie|окончательно)',
  'iu',
);

/** Characters that are looked at: what follows is the mail that came back. */
const LONGEST = 20_000;

/** @param report the words of the report, without the mail that it returns */
export function saysDelayed(subject: string, report: string): boolean {
  if (/\((?:delay|warning)\)|delayed mail|notification: warning/i.test(subject)) return true;
  const words = report.slice(0, LONGEST);
  return goes.test(words) && !ended.test(words);
}
