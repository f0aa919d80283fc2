/**
 * Knows what stands under a mail without being said in it: signatures behind their delimiter (RFC 3676 section 4.3),
 * what phones and mail programs add, contact details below a closing, disclaimers, and footers of virus scanners and
 * lists.
 */
import { isListFooter } from './list-footer.ts';

/**
 * Lines that mail programs and phones add below a mail, in the languages of the programs; each matches a whole line.
 * Whoever says how something was sent says it in the same words, so that a line of these counts only where it names a
 * device or a program, or is its writer's own, and holds no sentence.
 */
const SENT: readonly RegExp[] = [
  /^sent (?:from|via|with|by|using|on) \S.{0,100}$/iu,
  /^(?:from|via) my \S.{0,60}$/iu,
  /^\S+ (?:from|via|on) (?:my )?(?:mobile|phone|cell)$/iu,
  /^(?:diese (?:nachricht|e-?mail|mail) wurde |(?=von |vom |mit |aus |über |meinem? |meiner ))\S.{0,70}(?:gesendet|verschickt|verfasst)\.?$/iu,
  /^gesendet (?:von|mit|via|aus|über|per) \S.{0,80}$/iu,
  /^(?:envoyé|expédié|écrit|transmis) (?:depuis|de|à partir de|par|via|avec|du|d[e'’]) ?\S.{0,80}$/iu,
  /^(?:enviado|enviada|mandado) (?:desde|do|da|de|a partir do|via|con|com|pelo) \S.{0,80}$/iu,
  /^(?:inviato|inviata|spedito) (?:da|dal|dalla|tramite|con) \S.{0,80}$/iu,
  /^(?:verzonden|verstuurd) (?:vanaf|met|vanuit|via|van) \S.{0,80}$/iu,
  /^(?:sendt|sent) fra \S.{0,80}$/iu,
  /^(?:skickat|sänt) (?:från|med|via) \S.{0,80}$/iu,
  /^lähetetty \S.{0,80}$/iu,
  /^(?:wysłan[eoay]|wysłano) (?:z|za pomocą|przez) \S.{0,80}$/iu,
  /^(?:odesláno|odoslané|posláno|poslano|poslato) (?:z|ze|prostřednictvím|pomocí|iz|sa|s) \S.{0,80}$/iu,
  /^отправлено (?:с|со|из|через|от|при помощи|с помощью) \S.{0,80}$/iu,
  /^(?:надіслано|відправлено) (?:з|зі|із|від|за допомогою|через) \S.{0,80}$/iu,
  /^(?:изпратено|послато|испратено) (?:от|с|със|чрез|са|из|од|преку) \S.{0,80}$/iu,
  /^(?:адпраўлена|жіберілді|жіберілген) \S.{0,80}$/iu,
  /^(?:στάλθηκε|εστάλη|απεστάλη) (?:από|μέσω|με) \S.{0,80}$/iu,
  /^\S.{0,60}(?:gönderildi|gönderilmiştir)\.?$/iu,
  /^(?:elküldve|küldve|elküldte) \S.{0,80}$/iu,
  /^\S.{0,60}(?:küldve|elküldve)\.?$/iu,
  /^trimis (?:de pe|din|cu|de la|prin) \S.{0,80}$/iu,
  /^(?:أُ?رسلت? (?:من|بواسطة)|تم (?:الإرسال|إرسال\S* )\s?(?:من|بواسطة|عبر)|مُرسل من) ?\S.{0,80}$/u,
  /^(?:ارسال شده|فرستاده شده) (?:از|با) \S.{0,80}$/u,
  /^נשלח (?:מ|מה|באמצעות|דרך)\S?.{0,80}$/u,
  /^(?:发自|發自|来自|來自|发送自|發送自|傳送自|寄自)(?:我的|于|於)?\s?\S.{0,40}$/u,
  /^(?:从|從|由|透過|通过|使用).{0,40}(?:发送|傳送|送出|寄出|发出|發送)。?$/u,
  /^.{0,40}(?:から送信|より送信|で送信)(?:されました)?。?$/u,
  /^(?:나의 )?.{0,30}에서 (?:보냄|보낸 메일입니다|전송|보냈습니다|발송|보낸 메일)\.?$/u,
  /^(?:ส่งจาก|ส่งโดย) ?\S.{0,80}$/u,
  /^\S.{0,60}से भेजा गया\.?$/u,
  /^(?:gửi từ|được gửi từ|dikirim dari|poslano s|išsiųsta iš|saadetud minu|nosūtīts no) \S.{0,60}$/iu,
];

/** What a line of SENT names: a device, a program or a service, in the languages of those lines. */
const DEVICE =
  /iphon|ipad|ipod|android|\bios\b|galaxy|samsung|huawei|honor|xiaomi|redmi|oneplus|oppo|realme|nokia|lumia|motorola|pixel|xperia|\bhtc\b|blackberry|windows|outlook|hotmail|\bmail|mail\b|mail\.ru|mailbox|thunderbird|k-9|\bapp\b|aplikac|applikation|applicati|aplicac|aplicaci|applicazi|приложени|програм|εφαρμογή|smartphone|smart phone|telefon|téléphone|teléfono|telefoon|telefón|телефон|смартфон|планшет|τηλέφωνο|κινητό|mobil|móvil|cellulare|celular|\bcell\b|phone|device|gerät|\bhandy|tablet|appareil|dispositivo|toestel|apparaat|laitte|puhelim|urządzeni|zařízení|zariadeni|uređaj|készülék|cihaz|устройств|пристро|συσκευή|جهاز|هاتف|جوال|آيفون|البريد|گوشی|מכשיר|טלפון|נייד|אייפון|דואר|手机|手機|电脑|電腦|携帯|スマ[ホー]|アプリ|휴대|아이폰|메일|โทรศัพท์|\bmac\b|macbook|computer|laptop|\bpc\b|ordinateur|watch|yahoo|gmx|web\.de|\baol\b|yandex|яндекс|proton|\btuta|zoho|spark\b|superhuman|missive|\bnine\b|typeapp|\bqq\b|网易|新浪|邮箱|郵件|邮件|почт|пошт|пощ|pošt|posta\b|poczt|xfinity|verizon|vodafone|t-mobile|\blte\b|\bgo$/iu;
/** That the thing is the writer's own. */
const OWN =
  /(?:^|[^\p{L}])(?:my|meinem?|meiner|mon|ma|mi|meu|minha|mio|mia|mijn|min|mitt|mitte|minun|mojego|mojej|mého|mojeho|moj|mog|моего|моей|мого|моєї|моя|μου|benim|telefonomról|meu|inn?i|我的|我|나의|내|ของฉัน|saya|tôi)(?:[^\p{L}]|$)/iu;
/** What stands in a sentence about something that was sent, and not in the line of a program. */
const SENTENCE =
  /(?:^|[^\p{L}])(?:is|was|are|were|has|have|had|will|would|can|could|should|did|does|doesn['’]t|don['’]t|easier|better|yesterday|today|tomorrow|again|already|ist|war|sind|wird|habe|hat|haben|gestern|heute|morgen|schon|bereits|est|était|sont|sera|hier|demain|aujourd['’]hui|déjà|fue|está|son|ayer|mañana|hoy|foi|são|ontem|amanhã|hoje|è|sono|ieri|domani|oggi|gisteren|vandaag|i?går|i?dag|wczoraj|dzisiaj|dziś|jutro|jest|včera|dnes|zítra|zajtra|вчера|сегодня|завтра|был[аои]?|будет|уже|лучше|проще|вчора|сьогодні|було|вже|tegnap|holnap|dün|bugün|yarın|χθες|σήμερα|αύριο|είναι)(?:[^\p{L}]|$)|昨天|今天|明天|昨日|本日|明日|어제|오늘|내일|إنه|أمس|اليوم|אתמול|היום/iu;
/** A carrier's number for a parcel: digits enough for one, with letters or not. */
const TRACKING = /(?:^|\s)(?=[\p{L}-]{0,40}\d[\p{L}\d-]{0,40}\d{3})[\p{L}\d-]{9,}/u;

/** Lines that programs add and nobody else writes. */
const ADDED: readonly RegExp[] = [
  /^this (?:message|e-?mail) was sent (?:from|with|via) (?:my|a|an) \S.{0,80}$/iu,
  /^(?:get|try) \[?(?:outlook|yahoo mail|bluemail|proton ?mail|spark|nine|aqua mail|mailspring) .{0,80}$/iu,
  /^(?:get|try) \[?(?:outlook|bluemail|spark)\]?.{0,10}https?:.{0,80}$/iu,
  /^please excuse (?:my brevity|any typos|the brevity|typos).{0,40}$/iu,
  /^(?:outlook für|hol(?:en sie sich|e dir|t euch)? outlook) \S.{0,60}$/iu,
  /^bitte entschuldigen? (?:sie )?(?:die kürze|meine kürze|tippfehler|die tippfehler).{0,40}$/iu,
  /^(?:télécharger|téléchargez|obtenir|obtenez) outlook pour .{0,60}$/iu,
  /^(?:obtener|obtén|obter|obtenha|baixar|descargar) (?:o )?outlook (?:para|for) .{0,60}$/iu,
  /^(?:scarica|ottieni) outlook per .{0,60}$/iu,
  /^(?:download |verkrijg )?outlook voor \S{2,10}(?: (?:downloaden|ophalen))?\W{0,3}(?:https?:\S{1,60})?$/iu,
  /^(?:hent|få|hämta|skaffa) outlook (?:til|for|för|till) .{0,60}$/iu,
  /^(?:hanki|hangi) outlook \S.{0,80}$/iu,
  /^(?:pobierz|uzyskaj) (?:aplikację |program )?outlook .{0,60}$/iu,
  /^(?:získat|stáhnout|získať|stiahnuť|nabavite|preuzmite|pridobite|obțineți|descărcați|gauti|iegūt|iegūstiet) (?:aplikaci |aplikáciu )?[„"]?outlook\b.{0,60}$/iu,
  /^.{0,30}outlook beszerzése\W{0,3}(?:https?:\S{1,60})?$/iu,
  /^.{0,20}outlook[’']?[uı] (?:edinin|indirin)\W{0,3}(?:https?:\S{1,60})?$/iu,
  /^(?:получи(?:ть|те)|скача(?:ть|йте)|загрузи(?:ть|те)|установи(?:ть|те)|отрима(?:ти|йте)|завантаж(?:ити|те)|вземете|изтеглете|получете|преузмите|преземете) (?:приложение |програму |застосунок )?\[?outlook .{0,60}$/iu,
  /^(?:αποκτήστε|αποκτήσετε|λήψη|κατεβάστε)(?: το| του)? outlook .{0,60}$/iu,
  /^(?:الحصول على|احصل على|تنزيل|دریافت) ?\[?outlook .{0,60}$/iu,
  /^(?:קבל|קבלו|השג|הורד|הורידו)(?: את)? outlook .{0,60}$/iu,
  /^(?:获取|取得|下载|下載|获得)(?:适用于|適用於)?.{0,20}Outlook.{0,40}$/iu,
  /^.{0,20}Outlook.{0,20}を(?:入手|ダウンロード|取得).{0,40}$/iu,
  /^.{0,10}Outlook.{0,20} ?(?:다운로드|가져오기|받기)\W{0,3}(?:https?:\S{1,60})?$/iu,
  /^(?:รับ|ดาวน์โหลด) ?outlook .{0,60}$/iu,
  /^(?:tải|dapatkan|unduh) outlook .{0,60}$/iu,
  // Outlook on phones, whatever it says: its own short link is behind it.
  /^(?=.{0,80}outlook).{1,80}https?:\/\/aka\.ms\/\w{1,30}\W{0,3}$/iu,
];

/** Footers of scanners, list managers and print admonitions: a line is one of them or not, wherever it stands. */
const FOOTER: readonly RegExp[] = [
  /\b(?:virus-free|virenfrei|sans virus|libre de virus|senza virus)\b.{0,20}(?:www\.)?(?:avast|avg)/iu,
  /\b(?:checked|scanned|geprüft|auf viren|analysé|analizzato|analizado|escaneado|gecontroleerd) .{0,40}(?:virus|viren|malware|avast|avg|libra esva|mailscanner)/iu,
  /(?:consider|think (?:of|about)) the environment before (?:you )?print|bitte (?:prüfen|denken|überlegen).{0,60}(?:ausdruck|drucken)|pensez à l[’']environnement avant|antes de imprimir .{0,60}(?:medio ambiente|meio ambiente)/iu,
];

/** Expressions of disclaimers. Two different ones in one paragraph, or one of HARD, make a disclaimer. */
const SOFT: readonly RegExp[] = [
  /\bconfidential(?:ity)?\b/iu,
  /\bprivileged\b/iu,
  /\bthis (?:e-?mail|message|communication|electronic)\b/iu,
  /\b(?:any|its|all) attachments?\b/iu,
  /\b(?:intended|solely|exclusively) for\b|\bintended recipients?\b|\baddressee\b/iu,
  /\b(?:disclos|disseminat|unauthori[sz]ed|strictly prohibited)/iu,
  /\bvertraulich/iu,
  /\b(?:diese|dieser|die) (?:e-?mail|nachricht|mail)\b/iu,
  /\b(?:bestimmt|adressat|empfänger|irrtümlich|unbefugt)/iu,
  /\bconfidentiel/iu,
  /\b(?:ce (?:message|courriel|mail)|cet e-?mail|pièces jointes|destinataire)/iu,
  /\b(?:confidencial|confidenciais|confidenciales)\b/iu,
  /\b(?:este (?:mensaje|correo|e-?mail)|esta mensagem|destinatari[oa]|adjuntos|anexos)\b/iu,
  /\b(?:riservat[aeio]|il presente messaggio|questo messaggio|le informazioni contenute|esclusivamente)\b/iu,
  /\b(?:vertrouwelijk|dit (?:e-?mail)?bericht|geadresseerde|uitsluitend bestemd)\b/iu,
  /\b(?:fortrolig|konfidentiell|luottamuksel|poufn|důvěrn|bizalmas|confidențial|gizlilik|gizli)/iu,
  /(?:конфиденциальн|конфіденційн|εμπιστευτικ)/iu,
  /(?:адресат|получател|отримувач|παραλήπτη|alıcı|címzett|odbiorc|adresát|modtager|mottagare|vastaanottaja)/iu,
  /(?:סודי|חסוי|סודיות)/u,
  /(?:הנמען|הודעה זו|דוא"ל זה)/u,
  /(?:سري[ةه]?|السرية)/u,
  /(?:هذه الرسالة|المرسل إليه|المستلم)/u,
  /(?:保密|机密|機密)/u,
  /(?:本邮件|本電子郵件|此邮件|本郵件|收件人|收件者)/u,
  /(?:秘密情報|機密情報|守秘)/u,
  /(?:本メール|このメール|受信者|宛先)/u,
  /(?:비밀|기밀)/u,
  /(?:이 메일|본 메일|수신자)/u,
];
const HARD: readonly RegExp[] = [
  /\b(?:if|should) you (?:are|have|be) (?:not the (?:intended|named)|received this (?:e-?mail|message|communication) (?:in|by) (?:error|mistake))/iu,
  /\b(?:wenn|falls|sollten) sie (?:nicht der (?:richtige|beabsichtigte|vorgesehene)|diese (?:e-?mail|nachricht) irrtümlich)/iu,
  /\bsi vous (?:n[’']êtes pas (?:le|la) (?:bon |bonne )?destinataire|(?:avez reçu|recevez) ce (?:message|courriel|mail) par erreur)/iu,
  /\bsi (?:usted )?(?:no es (?:usted )?el destinatario|ha recibido este (?:mensaje|correo) por error)/iu,
  /\bse (?:não for o destinatário|recebeu esta mensagem por (?:engano|erro)|avete ricevuto questo messaggio per errore)/iu,
];

/** `- -- -`: RFC 3676 section 4.3 has two dashes and a space; programs and transports lose the space. */
export function isSignatureMark(text: string): boolean {
  return /^(?:--|\u2014|\u2013\u2013|-- -|\u2013 ?\u2013)$/u.test(text);
}

/** Mailman's line of underscores above a list footer, also used above signatures. */
export function isFooterMark(text: string): boolean {
  return /^_{5,80}$/u.test(text);
}

/**
 * Whether a line tells how to join a meeting: a join link of Teams, Meet, Zoom, Webex, Jitsi or Element Call, the
 * heading of Teams' block, or a meeting's number. Such a block stands below a line of underscores as footers do, and
 * is what the mail is about.
 */
export function isMeetingLine(text: string): boolean {
  return (
    /\/l\/meetup-join\/|\bteams\.(?:microsoft|live)\.com\/(?:l|meet)\/|\bmeet\.google\.com\/\w|\bzoom\.us\/(?:j|my|w)\/|\.webex\.com\/\w|\bmeet\.jit\.si\/\w|\bcall\.element\.io\/\w/iu.test(
      text,
    ) ||
    (text.length <= 80 && /\bmicrosoft teams\b/iu.test(text)) ||
    /\bID\b.{0,20}[:：]\s?\d{3} \d{3} \d{3}/iu.test(text)
  );
}

/** Whether a mail program, a phone, a scanner or a list added the line. Looks at lines up to 300 characters. */
export function isAddedLine(text: string): boolean {
  if (text.length > 300) return false;
  if (FOOTER.some((form) => form.test(text)) || isListFooter(text)) return true;
  if (text.length > 140) return false;
  const bare = text.replace(/^[<(\[*_\s]+/u, '').replace(/[>)\]*_\s]+$/u, '');
  if (/[?!]$/u.test(bare)) return false;
  return ADDED.some((form) => form.test(bare)) || (SENT.some((form) => form.test(bare)) && namesDevice(bare));
}

/** Whether a line that says how it was sent is a program's: it names a device, and is no sentence. */
function namesDevice(bare: string): boolean {
  const phrase = (bare.split(/[.。!]\s/u, 1)[0] ?? '').replace(/<?https?:\S+/gu, '');
  if (SENTENCE.test(phrase) || TRACKING.test(phrase)) return false;
  const words = phrase.split(/\s+/u).length;
  return DEVICE.test(phrase) || (OWN.test(phrase) && words <= 7 && !/[,;:]/u.test(phrase));
}

/**
 * Whether a paragraph is a disclaimer: it says so twice, or once unmistakably. At most the first 2,000 characters
 * count.
 */
export function isDisclaimer(paragraph: string): boolean {
  const head = paragraph.slice(0, 2_000);
  if (HARD.some((form) => form.test(head))) return true;
  const wide = /[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]/u.test(head);
  if (head.length < (wide ? 25 : 90)) return false;
  return (
    SOFT.filter((form) => form.test(head)).length >= 2 &&
    /(?:^|[^\p{L}])(?:confiden|vertrau|privileg|disclos|riservat|fortrol|konfiden|luottam|poufn|důvěrn|bizalmas|gizli|конфиден|конфіден|εμπιστευ|סודי|חסוי|سري|السري|保密|机密|機密|秘密|守秘|비밀|기밀|irrtüml|solely|intended)/iu.test(
      head,
    )
  );
}

const CLOSING = new RegExp(
  '^(?:(?:with )?(?:best|kind|kindest|warm|warmest|many thanks and)? ?(?:regards|wishes)|best|all the ' +
    'best|cheers|sincerely|yours (?:sincerely|faithfully|truly)|sincerely yours|' +
    'many thanks|thanks|thank you|thanks and regards|thanks in advance|respectfully|cordially|mit ' +
    '(?:freundlichen?|besten|herzlichen|lieben|vielen) (?:grüßen?|gruß|gruss|grüssen)|' +
    '(?:beste|viele|liebe|herzliche|freundliche|schöne|sonnige) ' +
    '(?:grüße|grüsse|gruß)|(?:lieben|besten|schönen|freundlichen|herzlichen) ' +
    '(?:gruß|gruss|dank)|mfg|lg|vg|gruß|gruss|grüße|vielen dank|danke|' +
    '(?:bien )?cordialement|sincères salutations|(?:bien )?à vous|salutations(?: distinguées)?|bonne ' +
    "journée|merci(?: d[’']avance)?|amitiés|" +
    'saludos(?: cordiales)?|un saludo|un cordial saludo|atentamente|gracias|cordiali saluti|distinti ' +
    'saluti|saluti|un saluto|grazie|' +
    'atenciosamente|cumprimentos|com os melhores cumprimentos|melhores cumprimentos|abraços?|obrigad[oa]|met ' +
    'vriendelijke groeten?|vriendelijke groeten?|groeten|groetjes|mvg|bedankt|' +
    '(?:med )?(?:venlig|vennlig|vänlig|bedste|beste|bästa|varma) ' +
    '?(?:hilsen|hilsner|hälsning|hälsningar)|mvh|hilsen|hälsningar|ystävällisin terveisin|terveisin|yt|' +
    'pozdrawiam|z poważaniem|z pozdrowieniami|s pozdravem|pozdravom|zdravím|с уважением|всего доброго|с наилучшими ' +
    'пожеланиями|спасибо|з повагою|дякую|' +
    'με εκτίμηση|φιλικά|ευχαριστώ|saygılarımla|saygılar|iyi ' +
    'çalışmalar|sevgiler|teşekkürler|üdvözlettel|tisztelettel|üdv|köszönettel|cu stimă|cu respect|mulțumesc|' +
    'مع أطيب التحيات|مع خالص التحية|تحياتي|مع التحية|شكرا|בברכה|בכבוד ' +
    'רב|תודה|此致|敬礼|此致敬礼|祝好|谢谢|謝謝|敬上|よろしくお願いいたします|よろしくお願いします|以上|敬具|감사합니다|드림|올림)(?:[\\s,.!;。！、،-]*)$',
  'iu',
);

/** Whether a line takes leave: nothing but "Kind regards" and the like. */
export function isClosing(text: string): boolean {
  return text.length <= 60 && CLOSING.test(text);
}

const CONTACT: readonly RegExp[] = [
  /(?:^|[\s:(|])(?:\+|00)\d{1,3}[\s().\d/-]{6,20}/u,
  /\b(?:t|tel|telefon|telephone|phone|mobile?|mobil|handy|cell|fax|f|m|ph|tél|téléphone|teléfono|telefone|telefoon|gsm|puh|tlf)\b\.?\s?[:.]?\s?[+(]?\d[\s().\d/-]{5,20}/iu,
  /^(?:e-?mail|mail|e|web|www|site|internet|skype|twitter|linkedin)\s?[:.]\s?\S+/iu,
  /^<?(?:mailto:)?[^\s<>@]{1,64}@[^\s<>@]{3,200}>?$/u,
  /^<?(?:https?:\/\/|www\.)\S{3,200}$/iu,
  /\b(?:gmbh|ag|kg|ohg|e\.\s?v\.|ltd|limited|inc|llc|corp|plc|s\.?a\.?r?\.?l|s\.?a\.?s?|s\.?r\.?l|s\.?p\.?a|b\.?v|n\.?v|oy|aps|a\/s|ab|as|sp\. z o\.o|s\.r\.o|kft|ооо|тов)\b\.?(?:[\s,|]|$)/iu,
  /(?:电话|電話|手机|传真|地址|邮箱|TEL|携帯|住所|〒|전화|휴대폰|주소|טלפון|נייד|هاتف|جوال)\s?[:：]?\s?\S/u,
  /株式会社|有限公司|주식회사|Handelsregister|Amtsgericht|Geschäftsführer|USt-?Id|VAT no|Registered (?:in|office)/iu,
  /(?:^|[\s,])(?:[A-Z]{1,2}-)?\d{4,6}\s\p{Lu}\p{L}+/u,
];

/** Whether a line holds contact details: phone, address, URL, company form, town with its code. */
export function isContact(text: string): boolean {
  return text.length <= 140 && CONTACT.some((form) => form.test(text));
}
