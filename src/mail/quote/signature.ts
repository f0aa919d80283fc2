/**
 * Knows what stands under a mail without being said in it: signatures behind their delimiter (RFC 3676 section 4.3),
 * what phones and mail programs add, contact details below a closing, disclaimers, and footers of virus scanners and
 * lists.
 */

/** Lines that mail programs add below a mail; each matches a whole line, in the languages of the programs. */
const ADDED: readonly RegExp[] = [
  /^sent (?:from|via|with|by|using|on) \S.{0,100}$/iu,
  /^this (?:message|e-?mail) was sent (?:from|with|via) (?:my|a|an) \S.{0,80}$/iu,
  /^(?:from|via) my \S.{0,60}$/iu,
  /^\S+ (?:from|via|on) (?:my )?(?:mobile|phone|cell)$/iu,
  /^(?:get|try) \[?(?:outlook|yahoo mail|bluemail|proton ?mail|spark|nine|aqua mail|mailspring) .{0,80}$/iu,
  /^(?:get|try) \[?(?:outlook|bluemail|spark)\]?.{0,10}https?:.{0,80}$/iu,
  /^please excuse (?:my brevity|any typos|the brevity|typos).{0,40}$/iu,
  /^(?:diese (?:nachricht|e-?mail|mail) wurde |von |vom |mit |aus )?(?:meinem?|meiner|der|dem)?\s?\S.{0,70}(?:gesendet|verschickt|verfasst)\.?$/iu,
  /^gesendet (?:von|mit|via|aus|über|per) \S.{0,80}$/iu,
  /^(?:outlook für|hol(?:en sie sich|e dir|t euch)? outlook) \S.{0,60}$/iu,
  /^bitte entschuldigen? (?:sie )?(?:die kürze|meine kürze|tippfehler|die tippfehler).{0,40}$/iu,
  /^(?:envoyé|expédié|écrit|transmis) (?:depuis|de|à partir de|par|via|avec|du|d[e'’]) ?\S.{0,80}$/iu,
  /^(?:télécharger|obtenir|obtenez) outlook pour .{0,60}$/iu,
  /^(?:enviado|enviada|mandado) (?:desde|do|da|de|a partir do|via|con|com|pelo) \S.{0,80}$/iu,
  /^(?:obtener|obter|baixar|descargar) (?:o )?outlook (?:para|for) .{0,60}$/iu,
  /^(?:inviato|inviata|spedito) (?:da|dal|dalla|tramite|con) \S.{0,80}$/iu,
  /^(?:scarica|ottieni) outlook per .{0,60}$/iu,
  /^(?:verzonden|verstuurd) (?:vanaf|met|vanuit|via|van) \S.{0,80}$/iu,
  /^(?:sendt|sent) fra \S.{0,80}$/iu,
  /^(?:hent|få|hämta|skaffa) outlook (?:til|for|för|till) .{0,60}$/iu,
  /^(?:skickat|sänt) (?:från|med|via) \S.{0,80}$/iu,
  /^(?:lähetetty|hanki outlook) \S.{0,80}$/iu,
  /^(?:wysłan[eoay]|wysłano) (?:z|za pomocą|przez) \S.{0,80}$/iu,
  /^(?:pobierz|uzyskaj) (?:aplikację |program )?outlook .{0,60}$/iu,
  /^(?:odesláno|odoslané|posláno|poslano|poslato) (?:z|ze|prostřednictvím|pomocí|iz|sa|s) \S.{0,80}$/iu,
  /^отправлено (?:с|из|со|через|от) \S.{0,80}$/iu,
  /^(?:надіслано|відправлено) (?:з|із|за допомогою|через) \S.{0,80}$/iu,
  /^στάλθηκε από \S.{0,80}$/iu,
  /^\S.{0,60}(?:gönderildi|gönderilmiştir)\.?$/iu,
  /^(?:elküldve|küldve|elküldte) \S.{0,80}$/iu,
  /^\S.{0,60}(?:küldve|elküldve|küldöm)\.?$/iu,
  /^trimis (?:de pe|din|cu|de la|prin) \S.{0,80}$/iu,
  /^(?:أُ?رسلت? (?:من|بواسطة)|تم الإرسال من|مُرسل من) ?\S.{0,80}$/u,
  /^נשלח (?:מ|מה|באמצעות|דרך)\S?.{0,80}$/u,
  /^(?:发自|發自|来自|來自)(?:我的|于|於)?\s?\S.{0,40}$/u,
  /^(?:从我的|從我的|由我的|使用).{0,40}(?:发送|傳送|送出|寄出|发出)。?$/u,
  /^(?:获取|取得) ?Outlook.{0,40}$/u,
  /^.{0,40}(?:から送信|より送信|で送信)(?:されました)?。?$/u,
  /^(?:Outlook|iOS).{0,20}を(?:入手|ダウンロード).{0,40}$/u,
  /^(?:나의 )?.{0,30}에서 (?:보냄|보낸 메일입니다|전송|보냈습니다)\.?$/u,
  /^(?:gửi từ|được gửi từ|dikirim dari|poslano s|išsiųsta iš|saadetud minu) \S.{0,60}$/iu,
];

/** Footers of scanners, list managers and print admonitions: a line is one of them or not, wherever it stands. */
const FOOTER: readonly RegExp[] = [
  /\b(?:virus-free|virenfrei|sans virus|libre de virus|senza virus)\b.{0,20}(?:www\.)?(?:avast|avg)/iu,
  /\b(?:checked|scanned|geprüft|auf viren|analysé|analizzato|analizado|escaneado|gecontroleerd) .{0,40}(?:virus|viren|malware|avast|avg|libra esva|mailscanner)/iu,
  /(?:consider|think (?:of|about)) the environment before (?:you )?print|bitte (?:prüfen|denken|überlegen).{0,60}(?:ausdruck|drucken)|pensez à l[’']environnement avant|antes de imprimir .{0,60}(?:medio ambiente|meio ambiente)/iu,
  /^you received this message because you are subscribed to\b/iu,
  /^to unsubscribe from this group and stop receiving emails from it\b/iu,
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

/** Whether a mail program, a phone or a scanner added the line. Looks at lines up to 140 characters. */
export function isAddedLine(text: string): boolean {
  if (text.length > 300) return false;
  if (FOOTER.some((form) => form.test(text))) return true;
  if (text.length > 140) return false;
  const bare = text.replace(/^[<(\[*_\s]+/u, '').replace(/[>)\]*_\s]+$/u, '');
  return ADDED.some((form) => form.test(bare)) && !/[?!]$/u.test(bare);
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
