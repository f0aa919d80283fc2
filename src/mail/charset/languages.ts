/**
 * What text in a language looks like, for telling in which charset it was written. Data only: `charset-guess.ts` does
 * the reckoning.
 */

/** A language as its letters show it. */
export interface WrittenLanguage {
  /** BCP 47. */
  readonly tag: string;
  /** How much less usual than English it is in mail without a label, as a natural logarithm (0 or less). */
  readonly prior: number;
  /** The charsets in which it is written, with how much less usual each is than the first, likewise. */
  readonly charsets: readonly (readonly [string, number])[];
  /** Its letters beyond ASCII, small, with how likely each is for a letter of a text, as a natural logarithm. */
  readonly letters: ReadonlyMap<string, number>;
  /** The share of its letters that are beyond ASCII, 0 to 1. */
  readonly beyond: number;
  /** Words that many sentences have. */
  readonly words: ReadonlySet<string>;
  /** What its spelling hardly has; looked for in small letters. Linear. */
  readonly never: RegExp | null;
}

/** `ä58 ö44`, how many of 10,000 letters each is, as a map. */
function countsOf(list: string): ReadonlyMap<string, number> {
  return new Map(
    list.split(' ').map((each): [string, number] => [each.replace(/[\d.]+$/u, ''), Number(/[\d.]+$/u.exec(each)?.[0])]),
  );
}

type Charsets = WrittenLanguage['charsets'];

function language(
  tag: string,
  prior: number,
  charsets: Charsets,
  letters: string,
  words: string,
  never: RegExp | null = null,
): WrittenLanguage {
  const shares = [...countsOf(letters)].map(([letter, count]): [string, number] => [letter, count / 10_000]);
  return {
    tag,
    prior,
    charsets,
    letters: new Map(shares.map(([letter, share]) => [letter, Math.log(share)])),
    beyond: shares.reduce((sum, [, share]) => sum + share, 0),
    words: new Set(words.split(' ')),
    never,
  };
}

/** Charsets of Western Europe; those of old machines stand behind by more than one letter can make up for. */
const western: Charsets = [
  ['windows-1252', 0],
  ['iso-8859-15', -4],
  ['macroman', -8],
  ['cp850', -8],
  ['cp437', -9],
];
/** Western languages without letters of their own that Central Europe's charsets lack. */
const westernAlsoCentral: Charsets = [...western, ['windows-1250', -5], ['iso-8859-2', -6]];
const central: Charsets = [
  ['windows-1250', 0],
  ['iso-8859-2', -0.5],
  ['cp852', -7],
  ['maccenteuro', -8],
];
const romanian: Charsets = [...central, ['iso-8859-16', -3]];
const turkish: Charsets = [
  ['windows-1254', 0],
  ['iso-8859-3', -8],
  ['cp857', -8],
];
const baltic: Charsets = [
  ['windows-1257', 0],
  ['iso-8859-13', -0.5],
  ['iso-8859-4', -4],
  ['cp775', -8],
];
const estonian: Charsets = [...western, ...baltic];
const south: Charsets = [['iso-8859-3', 0]];
const celtic: Charsets = [['iso-8859-14', 0]];
const russian: Charsets = [
  ['windows-1251', 0],
  ['koi8-r', -0.5],
  ['cp866', -2],
  ['iso-8859-5', -2],
  ['maccyrillic', -6],
];
const ukrainian: Charsets = [
  ['windows-1251', 0],
  ['koi8-u', -0.5],
  ['cp1125', -3],
  ['iso-8859-5', -3],
];
const cyrillic: Charsets = [
  ['windows-1251', 0],
  ['iso-8859-5', -2],
];
const greek: Charsets = [
  ['windows-1253', 0],
  ['iso-8859-7', -0.5],
  ['cp737', -6],
];
const hebrew: Charsets = [
  ['windows-1255', 0],
  ['iso-8859-8', -0.5],
  ['cp862', -6],
];
const arabic: Charsets = [
  ['windows-1256', 0],
  ['iso-8859-6', -0.5],
];
const thai: Charsets = [['windows-874', 0]];

/**
 * How often a letter stands in a text is rounded from common tables of letter frequencies; what counts is which letters
 * a language has together, and roughly how often.
 */
export const languages: readonly WrittenLanguage[] = [
  language(
    'en',
    0,
    westernAlsoCentral,
    'é0.8 è0.1 ï0.1 ö0.2 ü0.2 ç0.1 à0.1 ë0.1 ê0.1 ñ0.1 ä0.1 á0.1 í0.1 ó0.1 å0.05 ø0.05 ô0.05 â0.05 ã0.02 ß0.02',
    'the and of to is for that you with this are have not please we was be it on in at your will can from our',
  ),
  language(
    'de',
    0,
    westernAlsoCentral,
    'ü65 ä56 ö30 ß31 é0.5 è0.1 à0.1 ç0.05 ë0.05 ê0.05 á0.1 ó0.05 ø0.05 å0.05 ñ0.05 ô0.05',
    'der die und das ist nicht für mit sie wir den auf ein eine ich bitte von im zu des wird über können würde ' +
      'grüße möchte schöne',
    /(?<!\p{L})ß|[äöü][äöü]/gu,
  ),
  language(
    'fr',
    0,
    western,
    'é190 à49 è27 ê22 ç9 ù6 â5 î5 ô3 û5 ï1 ë1 œ2 ü0.2 ÿ0.02 æ0.02 ö0.1 ä0.1 ñ0.1 á0.05 í0.05 ó0.05',
    'le la les de des du et est une un pour pas vous nous dans que qui avec sur à où été très déjà bonjour même être',
    /(?<!o)ù|à(?=\p{L})|ç(?=[bcdfghjklmnpqrstvwxyz])|(?<!\p{L})[êïëô](?!\p{L})/gu,
  ),
  language(
    'it',
    0,
    western,
    'è35 à64 ù17 ò12 ì9 é8 î0.1 ü0.1 ö0.1 á0.05 ó0.05 ç0.05 ñ0.05 ê0.05 ä0.05',
    'il di che la per non un una con sono del della è più perché però così già sarà può città si in le lunedì martedì',
    // Its accents stand on last letters alone.
    /[àèìòùé](?=\p{L})/gu,
  ),
  language(
    'es',
    0,
    western,
    'ó83 í73 á50 é43 ñ31 ú17 ü1.5 ç0.1 à0.1 è0.1 ï0.05 ö0.1 ä0.05',
    'el la de que y en los las por con para una es del se más también está qué año señor sí cuándo según',
    /[áéíóú][áéíóú]|ñ(?=[^aeiouáéíóú])/gu,
  ),
  language(
    'pt',
    0,
    western,
    'ã73 ç53 é34 á40 ó30 í30 ê30 õ12 ú15 â20 à7 ô8 ü0.5 ñ0.05 è0.05 ö0.05 ï0.02',
    'de que não para com uma por os as do da em no na se mais são está você também já até é informações atenção',
    /õ(?!e)|ã(?=[^\P{L}eio])|ç(?=[^\P{L}aouãáóúâõ])/gu,
  ),
  language(
    'nl',
    0,
    western,
    'ë9 é4 ï3 ö2 è1 ê0.3 ü1 ç0.2 à0.2 ó0.5 á0.3 ä0.2 û0.1 í0.1 ú0.1',
    'de het een en van is niet voor met dat wij op te zijn er aan om ook bij één geen naar worden',
  ),
  language(
    'da',
    -0.5,
    western,
    'å119 æ87 ø94 é2 ö0.5 ä0.4 ü0.4 è0.1 á0.1',
    'og er det at en af på til ikke med der vi har som den kære får når må også været hilsen',
  ),
  language(
    'nb',
    -0.5,
    western,
    'å154 æ12 ø96 é1 ö0.5 ä0.4 ü0.4 ò0.3 ô0.4 ó0.2 è0.2 ê0.2',
    'og er det at en av på til ikke med vi har som den jeg dere får når må også være hilsen kan',
  ),
  language(
    'sv',
    0,
    western,
    'å134 ä180 ö131 é2 ü0.5 è0.1 à0.2 á0.1 ø0.1',
    'och att det är som en på för med av den inte till jag har vi om ett när från också kan hej vänliga',
  ),
  language(
    'fi',
    -0.5,
    western,
    'ä358 ö44 å2 é0.2 š0.2 ž0.1 ü0.2',
    'ja on ei että se oli mutta myös ovat kun tämä olen jos tai hyvää päivää vielä sekä',
  ),
  language(
    'is',
    -3,
    western,
    'ð439 á180 í157 þ145 ó99 æ87 ö78 é65 ú61 ý23',
    'og að er í á ekki það sem við til um með ég var en',
  ),
  language('fo', -8, western, 'ð250 á200 í250 ó150 ø150 ú100 æ60 ý60', 'og at er í á ikki tað sum við til um'),
  language(
    'ca',
    -2,
    western,
    'à80 é60 è40 í55 ó70 ò25 ú15 ç15 ï8 ü5 ·5 ñ0.2',
    'el la de que i en els les per amb una és del es més també això però perquè són dia',
    /[àèò](?=[àèò])/gu,
  ),
  language('ga', -4, western, 'á200 é120 í250 ó120 ú120', 'an na agus ar go is tá ní le do sé bhí mé as'),
  language('sq', -5, western, 'ë500 ç50', 'të në e i një për me dhe është që nuk ka se'),
  language('eu', -4, western, 'ñ10 ü2 é1', 'eta da ez bat dut du dira baina'),
  language('gl', -3, western, 'á60 é50 í60 ó80 ú25 ñ35 ü2', 'que de e o a os para non unha con máis é está tamén'),
  language(
    'et',
    -3,
    estonian,
    'ä150 õ110 ü80 ö20 š0.5 ž0.3 é0.2 å0.1',
    'ja on ei et see oli ka kui mis tere või teile väga küsimus',
  ),
  language(
    'pl',
    -2,
    central,
    'ł210 ę110 ą100 ó90 ż75 ś70 ć45 ń18 ź7 é0.3 ü0.3 ö0.3 ä0.1 č0.1 š0.1',
    'i w na z do nie się że jest to po jak proszę czy przez od za dla już będzie mogę dzień dobry są być',
    /(?<!\p{L})[ęąńć]|[ęą][ęąó]|(?<!\p{L})\p{L}ł(?!\p{L})/gu,
  ),
  language(
    'cs',
    -2,
    central,
    'í160 á90 ě122 ý100 é63 č46 ř38 š69 ž72 ů20 ú5 ť2 ď2 ň1.5 ó2 ö0.2 ü0.3 ä0.1 ô0.05',
    'a v se na je že to s z do jsem by jako ale za od pro den dobrý děkuji prosím při může ještě můžete byl než',
    /(?<!\p{L})[ěůý]|ů(?=[aeiouáéíěóý])|[ěů][ěů]/gu,
  ),
  language(
    'sk',
    -2.5,
    central,
    'á150 í90 ý80 é60 č80 š60 ž75 ľ35 ť50 ď15 ň10 ú80 ó8 ô12 ä6 ĺ0.5 ŕ0.3 ö0.1 ü0.2 ě0.1 ř0.3',
    'a v sa na je že to s z do som by ako ale za od pre deň dobrý ďakujem prosím pri môže ešte už môžete bol nie',
    /(?<!\p{L})[ýľĺŕä](?!\p{L})|(?<!\p{L})[ýäŕĺ]/gu,
  ),
  language(
    'hu',
    -2,
    central,
    'á337 é350 ö110 ó95 ő98 í55 ü60 ú25 ű20 ä0.2',
    'a az és hogy nem is egy meg van de ha csak már kérem szépen napot köszönöm még lesz üdvözlettel mint',
    /(?<!\p{L})[űő](?!\p{L})/gu,
  ),
  language(
    'hr',
    -2,
    central,
    'č100 š90 ž60 ć75 đ20 é0.2 ü0.2 ö0.2',
    'i u je na se da za od su sa ne što kao bi ili li vas vam šaljem više već može još koji',
  ),
  language(
    'sl',
    -2.5,
    central,
    'č120 š100 ž65 ć1 đ0.5 é0.2 ü0.2 ö0.2',
    'in je na v se da za od so ne ki kot bi ali vas vam prosim še že tudi lahko pri več',
  ),
  language(
    'ro',
    -2.5,
    romanian,
    'ă250 î100 ş120 ţ110 ș120 ț110 â60 é0.3 ö0.2 ü0.2',
    'şi de în la cu pe nu este un o că să din mai pentru vă sunt care dar ziua bună mulţumesc și',
    /ă[ăâî]|(?<=\p{L})î(?=\p{L})|â(?!\p{L})/gu,
  ),
  language(
    'tr',
    -2,
    turkish,
    'ı511 ş178 ü185 ğ113 ç116 ö78 İ30 â3 î1 û0.5 é0.1 ä0.1',
    've bir bu için de da ile mi ne çok olarak var daha ben değil lütfen teşekkürler kadar gibi iyi sonra',
    /(?<!\p{L})ğ|[şğ][şğ]/gu,
  ),
  language(
    'lt',
    -3,
    baltic,
    'ė158 š120 ž80 ų125 ū45 į50 ą70 ę20 č42 ö0.1 ü0.1 ä0.1',
    'laba jums mums prašome ir yra kad su iš į kaip ne bet tai jūsų už mes ar diena ačiū dėl labai šiandien',
  ),
  language(
    'lv',
    -3,
    baltic,
    'ā380 ī170 ē180 š80 ū40 ņ50 ž25 ļ40 ķ15 ģ8 č10 ö0.1 ü0.1 ä0.1',
    'un ir ka uz no ar par kas bet tas lai vai pie jums ļoti paldies mēs labdien arī',
  ),
  language('eo', -7, south, 'ĝ60 ŭ60 ĉ60 ŝ20 ĵ10 ĥ2', 'la de kaj en estas al mi ne kiu por ke'),
  language('mt', -7, south, 'ħ250 ġ100 ż100 ċ60 à30 ù5 ò5', 'il ta u li fl ma għal minn'),
  language('cy', -6, celtic, 'ŵ10 ŷ5 â15 ê8 î5 ô15 û3 ö2 ï3 á1', 'y yr yn a ar i o mae gan wedi'),
  language(
    'ru',
    -2,
    russian,
    'о1098 е845 а801 и736 н670 т626 с547 р473 в454 л440 к349 м321 д298 п281 у262 я201 ы190 ь174 г170 з165 б159 ' +
      'ч144 й121 х97 ж94 ш73 ю64 ц48 щ36 э32 ф26 ъ4 ё10 і0.3 ї0.1',
    'и в не на что с по это как но из за от для вы да мы',
    /(?<!\p{L})[ъыь]|[бвгджзйклмнпрстфхцчшщъь]{5}|[аеёиоуыэюя]{4}|[ъь][аоуыэъь]/gu,
  ),
  language(
    'uk',
    -2.5,
    ukrainian,
    'о940 а830 н670 и620 і570 в530 т530 е490 р450 с410 л360 к360 у330 д310 м300 п280 я220 з230 ь170 б170 г150 ' +
      'ч140 й120 х110 ц80 ю80 ї70 ж80 є50 щ40 ш70 ф30 ґ1 ы0.1',
    'і в не на що з до це як за від для ви та та про',
    /(?<!\p{L})[иь]|[бвгджзйклмнпрстфхцчшщь]{5}|[аеєиіїоуюя]{4}/gu,
  ),
  language(
    'be',
    -5,
    ukrainian,
    'а1650 н650 і560 р480 с480 т450 л400 к380 о380 е370 в360 ў250 у330 д330 п300 я300 м280 ы370 з270 ц270 б150 ' +
      'г170 ь150 ч150 ж100 ш80 ю60 й100 х80 э140 ё70 ф20',
    'і ў не на што з да гэта як за',
    /(?<!\p{L})[ыьў](?!\p{L})|[бвгджзйклмнпрстфхцчшь]{5}/gu,
  ),
  language(
    'bg',
    -3,
    cyrillic,
    'а1170 о870 и850 е870 т710 н680 р470 с470 в450 л350 к330 д320 п290 м250 з200 ъ200 я170 у150 г160 ч150 б150 ' +
      'ц70 щ60 ж80 й70 х60 ш60 ф30 ю12 ь1',
    'и на да се за не от е с по това че са ви',
    /(?<!\p{L})[ьъ](?!г)|[бвгджзйклмнпрстфхцчшщ]{5}|[аеиоуюя]{4}/gu,
  ),
  language(
    'sr-Cyrl',
    -3.5,
    cyrillic,
    'а1160 и950 о910 е890 н560 р480 с480 т460 ј440 у420 д370 к370 м330 в370 л330 п280 з170 г160 б150 ч120 ш100 ' +
      'ц80 ж70 ћ70 њ60 љ60 х50 ђ20 ф20 џ3',
    'и у је на се да за од су са не',
    /[бвгджзклмнпстфхцчш]{5}/gu,
  ),
  language(
    'mk',
    -4,
    cyrillic,
    'а1300 о1000 и940 е950 н680 т740 р460 с460 в400 д370 к370 л300 п290 м240 у180 з190 ј170 г180 б150 ч110 ш80 ' +
      'ц70 ж60 ќ40 њ20 ѓ15 љ10 х30 ф20 ѕ5 џ3',
    'и на да се за не од во го со',
    /[бвгджзклмнпстфхцчш]{5}/gu,
  ),
  language(
    'el',
    -2,
    greek,
    'α1010 ο750 ι650 τ780 ε600 σ440 ς400 ν640 ρ400 κ410 π400 μ340 λ270 ί260 ό230 η370 υ300 έ220 ή190 ά270 ω160 ' +
      'γ180 δ170 ύ110 χ120 θ120 φ90 ώ110 β70 ξ50 ζ40 ψ15 ϊ4 ϋ1 ΐ2 ΰ0.3',
    'και το να του η της με που την από για είναι σας στο',
    /ς(?=\p{L})|(?<=\p{L})σ(?!\p{L})|[βγδζθκλμνξπρστφχψ]{5}/gu,
  ),
  language(
    'he',
    -2,
    hebrew,
    'י1100 ו1040 ה1090 ל740 א630 מ560 ר560 ת500 ב470 ש430 נ390 ע320 ם250 ד250 ח240 ק210 כ240 פ180 ט120 ן120 ג120 ' +
      'ז120 צ110 ס150 ך80 ף30 ץ20',
    'של את לא על זה עם אני גם כי שלום',
    /[םןךףץ](?=\p{L})/gu,
  ),
  language(
    'ar',
    -2,
    arabic,
    'ا1300 ل1200 ي670 م630 و600 ن580 ر490 ت420 ب370 ع370 د330 ه310 س300 ة260 ف290 ق250 ك230 أ220 ح210 ج140 ى110 ' +
      'ش120 ص110 خ90 إ90 ط90 ض80 ذ70 ز70 ث60 ء60 غ50 ئ40 ظ30 آ20 ؤ20 ؟20 ،40',
    'في من على أن إلى عن لا هذا مع ما',
    /[ةى](?=\p{L})/gu,
  ),
  language(
    'fa',
    -3,
    [['windows-1256', 0]],
    'ا1300 ي900 ر700 ن650 د650 ه600 م550 و550 ت450 ب400 س380 ل300 ش300 ز280 ک280 ع200 خ150 گ120 ق120 ف150 ج130 ' +
      'چ60 پ110 ح120 ط80 ص70 آ130 غ40 ض40 ث10 ذ20 ژ15 ظ20 ئ20 ك100 ؟20 ،40',
    'در به از که این را با است',
  ),
  language(
    'th',
    -2,
    thai,
    'า700 น600 ร600 อ550 ก500 เ450 ง350 ม350 ย350 ล300 ว300 ด280 ต270 ท270 ส250 ี250 ิ230 ่350 ้300 ั300 ค250 ะ200 ' +
      'ป200 บ200 ห220 แ150 จ170 พ170 ข150 ใ120 ไ130 โ90 ื120 ุ130 ู120 ำ90 ช130 ์100 ผ80 ซ60 ถ70 ณ40 ศ40 ภ30 ธ40 ็60 ' +
      'ึ60 ญ30 ษ30 ฐ15 ฎ5 ฏ3 ฟ30 ฝ15 ฉ15 ฮ8 ฑ2 ฒ2 ฆ3 ฤ5 ๆ20 ฯ3 ฬ3',
    'ครับ ค่ะ',
  ),
];
