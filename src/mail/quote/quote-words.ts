/**
 * The words by which mail programs introduce what they quote, in the languages that they speak. Data only: what is done
 * with it is in `mail/quote/attribution.ts` and `mail/quote/signature.ts`. Collected from the programs' own output:
 * Gmail, Outlook (desktop, web, mobile), Apple Mail, Thunderbird, Yahoo, Proton, K-9, Samsung, Notes, Zimbra,
 * Roundcube, QQ, NetEase.
 */

/** The field that a label of a quoted header block stands for. */
export type HeaderLabel = 'from' | 'date' | 'to' | 'cc' | 'subject' | 'other';

const LABELS: Readonly<Record<HeaderLabel, string>> = {
  from:
    'from|von|de|da|van|fra|från|lähettäjä|od|nadawca|odesílatel|odosielateľ|от|от кого|від|від кого|από|kimden|' +
    'gönderen|' +
    'feladó|expeditor|de la|من|المرسل|מאת|发件人|寄件者|寄件人|發件人|差出人|送信者|送信元|보낸 사람|보낸사람|발신|od kogo|expéditeur|remitente|' +
    'mittente|remetente|' +
    'afzender|afsender|avsändare|avsender|absender|saatja|no|nuo|od pošiljatelja|pošiljatelj|šalje|từ|người gửi|' +
    'จาก|dari|pengirim|од|ад|кімнен|از|فرستنده|से|प्रेषक',
  date:
    'sent|date|sent at|gesendet|datum|envoyé|envoyé le|date d’envoi|enviado|enviado el|enviado em|enviada|enviada ' +
    'em|fecha|data|inviato|inviata|' +
    'verzonden|sendt|skickat|lähetetty|päivämäärä|päiväys|wysłano|wysłane|odesláno|odoslané|dátum|отправлено|дата|' +
    'надіслано|дата відправки|' +
    'στάλθηκε|ημερομηνία|gönderilme tarihi|gönderildi|tarih|elküldve|küldve|trimis|data trimiterii|تاريخ الإرسال|' +
    'أرسلت|تم الإرسال|التاريخ|' +
    'נשלח|תאריך|发送时间|日期|时间|寄件日期|傳送時間|時間|送信日時|日時|日付|보낸 날짜|날짜|보낸 시간|발송|dato|poslano|poslato|saadetud|đã gửi|ngày|gửi|' +
    'ส่ง|ส่งเมื่อ|วันที่|tanggal|dikirim|изпратено|послато|испратено|датум|відправлено|адпраўлена|жіберілді|күні|' +
    'išsiųsta|nosūtīts|datums|ارسال شده|تاریخ|भेजा गया|दिनांक',
  to:
    'to|an|à|a|para|per|aan|til|till|vastaanottaja|do|komu|pro|кому|до|προς|kime|kimden alıcı|alıcı|címzett|către|' +
    'إلى|الى|אל|' +
    '收件人|收件者|宛先|받는 사람|받는사람|수신|za|prima|saaja|kellele|kam|kas|đến|tới|người nhận|ถึง|kepada|ke|destinataire|' +
    'empfänger|destinatario|destinatário|ontvanger|modtager|mottagare|mottaker|adresat|коме|каму|кімге|به|प्रति',
  cc:
    'cc|kopie|copie à|copie|kopia|kopi|kopio|dw|kopie an|копия|копія|κοιν\\.|κοινοποίηση|bilgi|másolatot kap|' +
    'másolat|în copie|نسخة|نسخة إلى|' +
    'עותק|抄送|副本|抄送人|参照|참조|bcc|c\\.c\\.|cópia|copia|con copia|kópia|ссылка',
  subject:
    'subject|betreff|objet|asunto|assunto|oggetto|onderwerp|emne|ämne|aihe|temat|předmět|predmet|тема|θέμα|konu|' +
    'tárgy|subiect|subiectul|' +
    'الموضوع|موضوع|נושא|הנדון|主题|主旨|标题|件名|제목|teema|naslov|zadeva|chủ đề|tiêu đề|เรื่อง|หัวเรื่อง|subjek|perihal|' +
    'betr|betreff der nachricht|относно|наслов|предмет|тақырып|عنوان|विषय|temats|tēma|tema',
  other:
    'reply-to|reply to|antwort an|répondre à|responder a|risposta|rispondi a|beantwoorden|svar til|svara till|' +
    'vastausosoite|odpowiedz do|' +
    'attachments|anlagen|anhänge|pièces jointes|adjuntos|allegati|bijlagen|importance|wichtigkeit|priority|' +
    'priorität|priorité|prioridad|' +
    'organization|resent-from|sender|mailing list|附件|添付ファイル|重要度|첨부|вложения|קבצים מצורפים',
};

/** Label in lower case, to its field. */
export const HEADER_LABELS: ReadonlyMap<string, HeaderLabel> = new Map(
  (['other', 'cc', 'to', 'date', 'subject', 'from'] as const).flatMap((label) =>
    LABELS[label].split('|').map((word): [string, HeaderLabel] => [word.replaceAll('\\', ''), label]),
  ),
);

/**
 * Words that say "wrote" in the line before a quotation. A word counts alone or, in scripts without spaces, anywhere.
 */
const VERBS_SPACED =
  'wrote|writes|wrote back|said|schrieb|schrieben|geschrieben|a écrit|écrit|a écrit ceci|escribió|escribio|' +
  'escriure|va escriure|ha scritto|scrisse|' +
  'scrive|escreveu|escribiu|idatzi du|schreef|geschreven|skrev|skreiv|følgende|kirjoitti|kirjutas|napisał|' +
  'napisał\\(a\\)|napisała|napisal|napisal\\(a\\)|napísal|napísal\\(a\\)|' +
  'napsal|napsal\\(a\\)|napsala|píše|pisze|napisao|napisala|napisao/la|je napisao|je napisao/la|je napisal|je ' +
  'napisala|je napisal/-a|написал|написал\\(а\\)|написала|' +
  'пишет|писал|писал\\(а\\)|пише|написав|написав\\(ла\\)|написав\\(-ла\\)|напісаў|έγραψε|έγραψαν|yazdı|yazmış|' +
  'yazdi|írta|ezt írta|a scris|scria|كتب|كتبت|كتابة ما يلي|نوشت|' +
  'כתב|כתבה|כתב/ה|כתב\\(ה\\)|נכתב על ידי|đã viết|viết|เขียนว่า|menulis|rakstīja|parašė|rašė|skrifaði|shkroi|написа|' +
  'напиша';
const VERBS_UNSPACED =
  '写道|寫道|写到|写着|wrote|书写|书写道|さんは書きました|書きました|は書いた|のメール|님이 작성|작성|님께서 작성|쓰셨습니다|쓴 글|씀|เขียน';

const edge = '(?:^|[\\s"\'’<>:,;()\\-—–*_.\\]])';
const edgeAfter = '(?=$|[\\s"\'’<:：,;()\\-—–*_.])';

/** Matches where a text of at most a few hundred characters says that somebody wrote. */
export const WROTE = new RegExp(`${edge}(?:${VERBS_SPACED})${edgeAfter}|(?:${VERBS_UNSPACED})`, 'iu');

/** Matches where such a word is the last one. */
export const ENDS_WITH_WROTE = new RegExp(
  `(?:${edge}(?:${VERBS_SPACED})|(?:${VERBS_UNSPACED}))[\\s:：*_\\-—]{0,8}$`,
  'iu',
);

/** How an attribution that names the date first begins: a preposition, a weekday, or the date itself. */
export const DATE_FIRST = new RegExp(
  '^(?:(?:on|am|dňa|на|در|le|el|il|em|op|på|den|d\\.|dnia|w dniu|в|во|у|dne|at|στις|την|a|la|în|pe|in data|në|' +
    'kl\\.|tarihinde|vào|pada|от|fecha|ngày|เมื่อ|em|no dia|' +
    'klo|a\\(z\\)|בתאריך|ב-|ב|في|يوم|بتاريخ|于|於|在|quoting|zitat von|citando|citerar|mensaje citado por|quoting:|' +
    'selon|le :|il giorno|il g\\.|' +
    'mon|tue|wed|thu|fri|sat|sun|montag|dienstag|mittwoch|donnerstag|freitag|samstag|sonntag|mo|di|mi|do|fr|sa|so|' +
    'lun|mar|mer|jeu|ven|sam|dim|lunes|martes|miércoles|jueves|viernes|sábado|domingo|segunda|terça|quarta|quinta|' +
    'sexta|dom|seg|ter|qua|qui|sex|sáb|' +
    'ma|di|wo|do|vr|za|zo|man|tir|tirs|ons|tor|tors|fre|lør|søn|mån|tis|lör|sön|ti|ke|to|pe|la|su|pon|wt|śr|czw|pt|' +
    'sob|niedz|po|út|st|čt|pá|so|ne|' +
    'пн|вт|ср|чт|пт|сб|вс|нд|понедельник|вторник|среда|четверг|пятница|суббота|воскресенье|понеділок|вівторок|' +
    "середа|четвер|п'ятниця|субота|неділя|" +
    'pzt|sal|çar|per|cum|cmt|paz|hétfő|kedd|szerda|csütörtök|péntek|szombat|vasárnap|joi|vin|mie|sâm|dum)' +
    '(?:[\\s.,:*]|(?=\\d)))|^\\d{1,4}[\\s./\\-年]|^(?:在|于|於|ב)\\s{0,2}\\d',
  'iu',
);

/** "Quoting Anna:", as Horde, Gnus and others have it, with no word for writing. */
export const QUOTING =
  /^(?:quoting|zitat von|zitiere|citando|citazione|citerar|citation de|mensaje citado por|citát)[\s:]/iu;

const ORIGINAL =
  'original message|original appointment|original e-?mail|ursprüngliche nachricht|originalnachricht|' +
  'original-nachricht|ursprüngliche e-?mail|ursprünglicher termin|' +
  "message d['’]origine|message original|message initial|mail original|e-?mail original|e-?mail d['’]origine|" +
  'mensaje original|correo original|missatge original|messaggio originale|messaggio di origine|' +
  'mensagem original|oorspronkelijk bericht|origineel bericht|oprindelig meddelelse|original meddelelse|oprindelig ' +
  'besked|original besked|ursprungligt meddelande|' +
  'originalmeddelande|ursprungligt mejl|opprinnelig melding|original melding|opprinnelig e-post|alkuperäinen ' +
  'viesti|wiadomość oryginalna|oryginalna wiadomość|' +
  'původní zpráva|původní e-mail|pôvodná správa|исходное сообщение|оригинальное сообщение|первоначальное сообщение|' +
  'вихідне повідомлення|оригінальне повідомлення|' +
  'αρχικό μήνυμα|orijinal mesaj|özgün ileti|orijinal ileti|özgün mesaj|eredeti üzenet|eredeti e-mail|mesaj ' +
  'original|mesajul original|الرسالة الأصلية|رسالة أصلية|' +
  'הודעה מקורית|ההודעה המקורית|原始邮件|原始郵件|邮件原件|原件|原始信件|原郵件|原邮件|元のメッセージ|元のメール|original 메시지|원본 메시지|원본 메일|원본 이메일|원본메일|' +
  'reply message|reply separator|izvorna poruka|originalna poruka|izvirno sporočilo|thư gốc|ข้อความต้นฉบับ|pesan ' +
  'asli|algne sõnum|turpinājums';

/** Stands alone in its line, between dashes or underscores, above the message that is answered. */
export const ORIGINAL_MARKER = new RegExp(`^(?:${ORIGINAL})$`, 'iu');

const FORWARDED =
  'forwarded message|forwarded email|forwarded by|begin forwarded message|start of forwarded message|forwarded ' +
  'conversation|inline attachment follows|' +
  'weitergeleitete nachricht|weitergeleitete e-?mail|anfang der weitergeleiteten (?:nachricht|e-?mail)|' +
  'weitergeleitet von|message transféré|message réexpédié|e-?mail transféré|' +
  'début du message (?:réexpédié|transféré)|courriel transféré|transféré par|mensaje reenviado|inicio del mensaje ' +
  'reenviado|correo reenviado|missatge reenviat|messaggio inoltrato|' +
  'inizio(?: del)? messaggio inoltrato|inoltrato da|mensagem encaminhada|mensagem reencaminhada|início da mensagem ' +
  '(?:reencaminhada|encaminhada)|doorgestuurd bericht|begin doorgestuurd bericht|' +
  'doorgestuurde bericht|videresendt meddelelse|videresendt besked|start på videresendt besked|begynd videresendt ' +
  'meddelelse|vidarebefordrat (?:meddelande|mejl|brev)|' +
  'början på vidarebefordrat brev|vidarebefordrat mejl|videresendt melding|videresendt e-post|start på videresendt ' +
  'melding|välitetty viesti|edelleenlähetetty viesti|välitetty viesti alkaa|' +
  'alkaa välitetty viesti|wiadomość przekazana|przekazana wiadomość|początek przekazywanej wiadomości|początek ' +
  'wiadomości przekazanej dalej|přeposlaná zpráva|přeposlaný e-mail|začátek přeposílané zprávy|' +
  'preposlaná správa|пересылаемое сообщение|пересланное сообщение|начало переадресованного сообщения|начало ' +
  'переадресованного письма|переслане повідомлення|пересланий лист|початок листа, що пересилається|' +
  'початок переадресованого листа|προωθημένο μήνυμα|έναρξη προωθημένου μηνύματος|αρχή προωθημένου μηνύματος|' +
  'iletilen mesaj|iletilmiş mesaj|yönlendirilen ileti|yönlendirilmiş mesaj|iletilen ileti|iletinin başlangıcı|' +
  'továbbított üzenet|továbbított levél|továbbított levél kezdete|mesaj redirecționat|mesaj redirectionat|mesaj ' +
  'transmis|începutul mesajului redirecționat|رسالة معاد توجيهها|رسالة مُعاد توجيهها|الرسالة المعاد توجيهها|' +
  'بداية الرسالة المعاد توجيهها|الرسالة المُعاد توجيهها|بدء الرسالة المُعاد توجيهها|הודעה שהועברה|תחילת ההודעה ' +
  'שהועברה|הודעה מועברת|转发的邮件|转发邮件|转发邮件信息|轉寄的郵件|轉寄郵件|已轉寄的郵件|開始轉寄郵件|轉寄的訊息|开始转发的邮件|下面是被转发的邮件|' +
  '転送されたメッセージ|転送メッセージ|転送メール|転送されたメール|전달된 메시지|전달된 메일|전달된 이메일|전달한 메시지|prosleđena poruka|proslijeđena poruka|' +
  'posredovano sporočilo|thư được chuyển tiếp|chuyển tiếp thư|ข้อความที่ส่งต่อ|pesan terusan|edastatud kiri';

/** A line (without its dashes) that opens a forwarded mail; Notes puts a name and a date behind "Forwarded by". */
export const FORWARD_MARKER = new RegExp(`^(?:${FORWARDED})(?=$|[\\s:：.\\-])`, 'iu');

/** Where an author says that the answers stand inside what is quoted; quotation without marks is then not cut. */
export const ANSWERS_INSIDE = new RegExp(
  '(?:^|[^\\p{L}])(?:in-?line|answers? below|answered below|reply below|replies below|comments? below|responses? ' +
    'below|see (?:my )?(?:answers|comments|notes|remarks|below)|' +
    '(?:answers|comments|replies|notes|remarks) (?:are )?in (?:red|blue|green|bold|capitals|the text|your (?:mail|' +
    'message|text))|in (?:red|blue|green) below|below in (?:red|blue|green|bold)|' +
    'siehe unten|s\\. ?u\\.|(?:unten|antworten?|anmerkungen|kommentare?) (?:im text|in rot|in blau|in grün|in ' +
    'deiner mail|in ihrer mail|dazwischen|weiter unten)|im text unten|in rot|' +
    'ci-dessous|en rouge|en bleu|dans (?:le|ton|votre) (?:texte|message|mail)|más abajo|en rojo|en azul|entre ' +
    'líneas|qui sotto|di seguito|in rosso|in blu|nel testo|' +
    'abaixo|em vermelho|em azul|hieronder|in het rood|in het blauw|tussen de regels|nedenfor|nedenunder|med rødt|' +
    'nedan|i rött|i texten|alla punaisella|poniżej|na czerwono|níže|červeně|ниже|красным|' +
    'в тексте|нижче|червоним|παρακάτω|με κόκκινο|aşağıda|kırmızı|alább|pirossal|mai jos|cu roșu)(?:[^\\p{L}]|$)|' +
    '见下文|见下面|红色|以下回答|紅色|請見下|インライン|赤字|以下に回答|아래|빨간색|למטה|באדום|أدناه|بالأحمر',
  'iu',
);

/** The same, said so that nothing else can be meant: a quotation with markup is then not cut either. */
export const ANSWERS_MARKED =
  /(?:^|[^\p{L}])(?:in-?line|(?:answers?|replies|responses?|comments?|remarks|notes) (?:are )?(?:below|in (?:red|blue|green|bold))|in (?:red|blue|green) (?:below|text)|(?:antworten|anmerkungen|kommentare) (?:unten|im text|in rot|in blau)|in rot|in blau|en rouge|en bleu|en rojo|en azul|in rosso|in blu|em vermelho|em azul|in het rood|in het blauw|med rødt|i rött|punaisella|na czerwono|červeně|красным|червоним|με κόκκινο|kırmızı|pirossal|cu roșu)(?:[^\p{L}]|$)|红色|紅色|インライン|赤字|빨간색|באדום|بالأحمر/iu;
