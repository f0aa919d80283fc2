### Alles, was Mailroom zu Menschen sagt, auf Deutsch. Was wo und zu wem gesagt wird, steht in en.ftl.

## Marks and remarks in a mail that came

mail-image = [Bild: { $alt }]
mail-image-without-alt = [Bild]
mail-rest = Rest der Mail
mail-plain-rendering = Mail als reiner Text
mail-html-rendering = Mail als formatierter Text
mail-spoiler = [verdeckt: { $text }]
mail-cut-here = [Hier gekürzt: { $shownKb } von { $totalKb } KB sind zu sehen. Die ganze Nachricht ist angehängt.]
mail-signed-pgp = Diese Nachricht ist mit OpenPGP signiert; die Signatur wurde nicht geprüft.
mail-signed-smime = Diese Nachricht ist mit S/MIME signiert; die Signatur wurde nicht geprüft.
mail-encrypted-pgp = Diese Nachricht ist mit OpenPGP verschlüsselt. Sie ist unverändert angehängt; ein Mailprogramm mit dem Schlüssel kann sie lesen.
mail-encrypted-smime = Diese Nachricht ist mit S/MIME verschlüsselt. Sie ist unverändert angehängt; ein Mailprogramm mit dem Schlüssel kann sie lesen.
mail-opaque-smime = Diese Nachricht ist mit S/MIME so signiert, dass der Text in der Signatur steckt; sie ist unverändert angehängt.
mail-password-protected = { $name } ist geschützt: Zum Öffnen braucht es vielleicht ein Passwort.
mail-further-files = Weitere Dateien
mail-files-bundled = Von den { $all } Dateien dieser Mail sind { $count } in diesem Archiv.

## Mails within a mail

nested-mail = Angehängte Mail
nested-from = Von
nested-date = Datum
nested-subject = Betreff
nested-more-in-file = … der Rest steht in { $name }

## Mails that could not be read

unread-file = Die Datei „{ $name }“ war aus ihrer Mail nicht zu lesen. Dafür steht hier die ganze Mail als Datei.
unread-file-missing = Die Datei „{ $name }“ war aus ihrer Mail nicht zu lesen und fehlt deshalb hier. Sehen Sie im Postfach nach, mit einem Mailprogramm.
unread-mail = Eine Mail von { $sender } („{ $subject }“) ist angekommen, ließ sich aber nicht lesen: { $reason }. Ihr Original ist angehängt.
unread-mail-without-subject = Eine Mail von { $sender } ist angekommen, ließ sich aber nicht lesen: { $reason }. Ihr Original ist angehängt.
unread-mail-without-sender = Eine Mail („{ $subject }“) ist angekommen, ließ sich aber nicht lesen: { $reason }. Ihr Original ist angehängt.
unread-mail-without-sender-and-subject = Eine Mail ist angekommen, ließ sich aber nicht lesen: { $reason }. Ihr Original ist angehängt.
unread-oversize-mail = Eine Mail mit { $size } von { $sender } („{ $subject }“) ist angekommen. Sie wird hier nicht gezeigt, weil sie größer als { $limit } ist. Lesen Sie sie im Postfach, mit einem Mailprogramm.
unread-oversize-mail-without-subject = Eine Mail mit { $size } von { $sender } ist angekommen. Sie wird hier nicht gezeigt, weil sie größer als { $limit } ist. Lesen Sie sie im Postfach, mit einem Mailprogramm.
unread-oversize-mail-without-sender = Eine Mail mit { $size } („{ $subject }“) ist angekommen. Sie wird hier nicht gezeigt, weil sie größer als { $limit } ist. Lesen Sie sie im Postfach, mit einem Mailprogramm.
unread-oversize-mail-without-sender-and-subject = Eine Mail mit { $size } ist angekommen. Sie wird hier nicht gezeigt, weil sie größer als { $limit } ist. Lesen Sie sie im Postfach, mit einem Mailprogramm.
unread-reason-too-large = sie ist zu groß
unread-reason-empty = sie ist leer
unread-reason-time = das Lesen dauerte zu lange
unread-reason-memory = das Lesen brauchte zu viel Speicher
unread-reason-crash = das Programm, das Mails liest, kam mit ihr nicht zurecht
unread-reason-oversize = sie ist zu groß
unread-reason-failed = hier ging etwas schief

## Invitations and contacts

calendar-title-invitation = Einladung
calendar-title-changed = Einladung geändert
calendar-title-cancelled = Abgesagt
calendar-title-reply = Antwort auf eine Einladung
calendar-title-counter = Anderer Termin vorgeschlagen
calendar-title-published = Termin
calendar-title-task = Aufgabe
calendar-label = { $name }:
calendar-when = Wann
calendar-where = Wo
calendar-join = Teilnehmen
calendar-organizer = Organisiert von
calendar-attendees = Teilnehmende
calendar-repeats = Wiederholung
calendar-comment = Kommentar
calendar-untitled = (ohne Titel)
calendar-all-day = ganztägig
calendar-before = bisher: { $value }
calendar-occurrence = nur der vom { $date }
calendar-added = neu: { $names }
calendar-removed = nicht mehr: { $names }
calendar-accepted = zugesagt
calendar-declined = abgesagt
calendar-tentative = mit Vorbehalt
calendar-delegated = weitergegeben
calendar-no-answer = noch keine Antwort
calendar-optional = optional
calendar-and-more = und { $count } weitere
calendar-date = { $weekday }., { $day }. { $month } { $year }
calendar-weekday-sunday = Sonntag
calendar-weekday-monday = Montag
calendar-weekday-tuesday = Dienstag
calendar-weekday-wednesday = Mittwoch
calendar-weekday-thursday = Donnerstag
calendar-weekday-friday = Freitag
calendar-weekday-saturday = Samstag
calendar-weekday-short-sunday = So
calendar-weekday-short-monday = Mo
calendar-weekday-short-tuesday = Di
calendar-weekday-short-wednesday = Mi
calendar-weekday-short-thursday = Do
calendar-weekday-short-friday = Fr
calendar-weekday-short-saturday = Sa
calendar-month-january = Januar
calendar-month-february = Februar
calendar-month-march = März
calendar-month-april = April
calendar-month-may = Mai
calendar-month-june = Juni
calendar-month-july = Juli
calendar-month-august = August
calendar-month-september = September
calendar-month-october = Oktober
calendar-month-november = November
calendar-month-december = Dezember
calendar-local-time = Ortszeit
calendar-every-second =
    { $interval ->
        [one] jede Sekunde
       *[other] alle { $interval } Sekunden
    }
calendar-every-minute =
    { $interval ->
        [one] jede Minute
       *[other] alle { $interval } Minuten
    }
calendar-every-hour =
    { $interval ->
        [one] jede Stunde
       *[other] alle { $interval } Stunden
    }
calendar-every-day =
    { $interval ->
        [one] jeden Tag
       *[other] alle { $interval } Tage
    }
calendar-every-week =
    { $interval ->
        [one] jede Woche
       *[other] alle { $interval } Wochen
    }
calendar-every-month =
    { $interval ->
        [one] jeden Monat
       *[other] alle { $interval } Monate
    }
calendar-every-year =
    { $interval ->
        [one] jedes Jahr
       *[other] alle { $interval } Jahre
    }
calendar-on-weekdays = am { $days }
calendar-weekday-nth = { $nth }. { $weekday }
calendar-weekday-nth-last =
    { $nth ->
        [one] letzten { $weekday }
       *[other] { $nth }.-letzten { $weekday }
    }
calendar-and = { $items } und { $last }
calendar-on-month-days = am { $days }
calendar-month-day = { $day }.
calendar-month-day-last =
    { $nth ->
        [one] letzten Tag
       *[other] { $nth }.-letzten Tag
    }
calendar-in-months = im { $months }
calendar-times = { $count }-mal
calendar-until = bis { $date }
calendar-own-time = das ist { $time }
calendar-except = außer am { $dates }
calendar-contact = Kontakt
calendar-contacts = { $count } Kontakte
calendar-outdated = Eine neuere Fassung dieser Einladung ist schon da.

## Reports about mails of ours

report-action-failed = Nicht zugestellt an { $who }.
report-action-failed-without-who = Eine Mail wurde nicht zugestellt.
report-action-delayed = Noch nicht zugestellt an { $who }.
report-action-delayed-without-who = Eine Mail ist noch nicht zugestellt.
report-action-delivered = Zugestellt an { $who }.
report-action-delivered-without-who = Eine Mail wurde zugestellt.
report-action-relayed = Die Mail an { $who } ging an einen Server weiter, der nicht meldet, ob er sie zustellt.
report-action-relayed-without-who = Eine Mail ging an einen Server weiter, der nicht meldet, ob er sie zustellt.
report-action-expanded = Die Mail an { $who } wurde zugestellt und an mehrere Leute verteilt.
report-action-expanded-without-who = Eine Mail wurde zugestellt und an mehrere Leute verteilt.
report-reason-unknown-user = Diese Adresse gibt es nicht.
report-reason-unknown-host = Diese Domain (der Teil nach dem @) gibt es nicht.
report-reason-moved = Der Empfänger hat jetzt eine andere Adresse.
report-reason-no-mail-host = Diese Domain nimmt keine Mail an.
report-reason-mailbox-full = Das Postfach dort ist voll.
report-reason-disabled = Das Postfach dort ist abgeschaltet.
report-reason-too-large = Die Mail ist für den Server dort zu groß.
report-reason-spam = Der Server dort hielt die Mail für Spam.
report-reason-authentication = Der Server dort glaubt nicht, dass die Mail von uns kommt. Wer unsere Mail betreibt, kann SPF, DKIM und DMARC prüfen.
report-reason-policy = Die Regeln des Servers dort erlauben es nicht.
report-reason-loop = Die Mail lief im Kreis.
report-reason-network = Der Server dort war nicht zu erreichen.
report-reason-expired = Sie ließ sich nicht rechtzeitig zustellen.
report-reason-rate = Der Server dort nimmt nur begrenzt viel Mail an.
report-reason-refused = Der Server dort hat sie abgelehnt.
report-reason-other = { "" }
report-server-says = Der Server sagt: { $words }
report-about = Die Mail war „{ $subject }“.
report-goes-on-trying = Der Server versucht es von selbst weiter.
report-disposition-displayed = { $who } hat „{ $subject }“ geöffnet.
report-disposition-displayed-without-subject = { $who } hat die Mail geöffnet.
report-disposition-deleted = { $who } hat „{ $subject }“ gelöscht, vielleicht ungelesen.
report-disposition-deleted-without-subject = { $who } hat die Mail gelöscht, vielleicht ungelesen.
report-disposition-denied = Das Mailprogramm von { $who } verrät nicht, ob „{ $subject }“ geöffnet wurde.
report-disposition-denied-without-subject = Das Mailprogramm von { $who } verrät nicht, ob die Mail geöffnet wurde.
report-disposition-failed = Das Mailprogramm von { $who } konnte mit „{ $subject }“ nicht umgehen.
report-disposition-failed-without-subject = Das Mailprogramm von { $who } konnte mit der Mail nicht umgehen.
report-disposition-processed = „{ $subject }“ an { $who } wurde von einem Programm bearbeitet.
report-disposition-processed-without-subject = Die Mail an { $who } wurde von einem Programm bearbeitet.
report-disposition-dispatched = „{ $subject }“ an { $who } wurde weitergeleitet.
report-disposition-dispatched-without-subject = Die Mail an { $who } wurde weitergeleitet.
report-automatic = Das hat das Mailprogramm von selbst getan.
report-feedback-abuse = { $who } hat eine Mail von hier als Spam gemeldet.
report-feedback-fraud = { $who } hat eine Mail von hier als Betrug gemeldet.
report-feedback-virus = In einer Mail von hier an { $who } wurde ein Virus gefunden.
report-feedback-not-spam = { $who } hat dem eigenen Anbieter gemeldet, dass eine Mail von hier kein Spam ist.
report-feedback-auth-failure = Eine Mail an { $who }, die diese Domain als Absender nennt, hat dort die Prüfung des Absenders nicht bestanden.
report-feedback-other = { $who } hat sich über eine Mail von hier beschwert.
report-as-it-came = Der Bericht im Wortlaut

## What the bot says in a room by itself

room-nobody-to-mail = Nicht gemailt: Außen gibt es niemanden, an den es gehen könnte. Nehmen Sie mit !mail to name@example.org jemanden auf und schreiben Sie es noch einmal.
room-only-banned-to-mail = Nicht gemailt: Alle, die es bekämen, sind aus diesem Raum verbannt ({ $people }). Um ihnen trotzdem zu schreiben, heben Sie die Verbannung auf oder schreiben Sie !mail to +{ $address } und dann die Nachricht noch einmal.
room-taken-back = Zurückgenommen: nicht gemailt.
room-edited-to-command = Zurückgenommen: nicht gemailt. Auch der Befehl wurde nicht ausgeführt, denn eine Bearbeitung führt keinen aus. Schreiben Sie ihn dazu als neue Nachricht.
room-try-again-hint = Mit „!mail retry“ wird es noch einmal versucht.
room-no-text = (eine Mail ohne Text)
room-no-sender = Eine Mail ohne Absender:
room-new-subject = Betreff: { $subject }
room-from-mail-program = { $name } (aus einem Mailprogramm):
room-shortened = … hier gekürzt; die ganze Mail steht in „{ $name }“.
room-original = Original
room-whole-mail = ganze Mail
room-file-too-large = Die Datei „{ $name }“ ({ $size }) ist zu groß für den Matrix-Server und fehlt deshalb hier. Sie finden sie in der Mail, im Postfach.
room-file-left-out = Die Datei „{ $name }“ ({ $size }) wurde beim Übernehmen dieser Mail weggelassen.
room-import-space = Archiv: { $name }
room-said-for-banned = { $name } ist aus diesem Raum verbannt, deshalb zeige ich, was von dort kam:
room-said-for-kept-out = { $name } darf in diesem Raum nicht schreiben, deshalb zeige ich, was von dort kam:
room-said-for-refused = Der Homeserver hat diesen Teil einer Mail von { $name } nicht angenommen, deshalb zeige ich ihn:
room-said-for-mail-program = { $name } (aus einem Mailprogramm):
puppet-edit-stays = Das kam aus einem Mailprogramm und ist so hinausgegangen, wie es war. Die Änderung sieht nur dieser Raum, sie wird nicht gemailt; was die anderen erreichen soll, schreib als neue Nachricht.
puppet-refused = Der Homeserver nimmt das Token, das ich von dir habe, nicht mehr an; deshalb spreche ich damit nicht mehr als du: Was du in einem Mailprogramm schreibst, sage ich für dich, mit deinem Namen. Wer Mailroom betreibt, kann ein neues in die Konfiguration schreiben (puppets.tokens).
room-without-words-mail = ⚠ Diese Mail fehlt hier ganz oder zum Teil: Die Regeln des Homeservers lassen ihre Worte nicht zu. Nichts ist verloren: Die Mail liegt im Postfach, und „!mail source“ als Antwort hierauf gibt sie heraus.
room-without-words-notice = ⚠ Die Regeln des Homeservers lassen nicht zu, was ich hier sagen wollte.
room-without-words-line = ⚠ Ein Gespräch, dessen erste Worte die Regeln des Homeservers nicht zulassen:
room-login-refused = ⚠ Der Mailserver lehnt die Anmeldung an diesem Postfach ab ({ $protocol }), hier kommt deshalb keine neue Mail an. Nichts geht verloren: Sie wartet im Postfach. Die Verwaltung muss das Passwort (oder oauth2) in der Konfiguration berichtigen. Mailroom versucht es von selbst immer seltener wieder, etwa einen Tag lang; „!mail accounts retry“ versucht es sofort.
room-login-ends = ⚠ Der Anbieter lässt Mailroom bis { $time } in dieses Postfach. Davor muss sich jemand neu anmelden: wer Mailroom betreibt, mit „mailroom login { $account }“.
room-no-secret = ⚠ Das Passwort dieses Postfachs fehlt oder lässt sich hier nicht öffnen, darum kommt keine neue Mail an. Nichts geht verloren: Sie wartet im Postfach. „mailroom secret sealed“ auf dem Rechner sagt, was nicht stimmt; „mailroom ctl account change { $account } --password-file DATEI“ gibt das Passwort neu ein.
room-not-invited-blocked = ⚠ { $user } nimmt keine Einladungen an, deshalb kann ich dorthin keine schicken. Alle anderen werden eingeladen wie bisher. Wer im Space ist, kann dessen Räume selbst betreten; für neue Einladungen müssen dort Einladungen von { $bot } erlaubt werden.
room-not-invited-refused = ⚠ Der Homeserver lässt mich { $user } nicht einladen ({ $code }). Alle anderen werden eingeladen wie bisher. Warum, weiß, wer den Homeserver betreibt.
room-not-readable-subject = Mail, die sich nicht lesen ließ
room-moved-on = Dieser Raum wurde durch einen anderen ersetzt. Bitte machen Sie dort weiter.
room-moved-on-not-mailed = Nicht gemailt: Dieser Raum wurde durch einen anderen ersetzt. Bitte schreiben Sie es dort.
room-followed = Das Gespräch geht hier weiter: Was in diesem Raum geschrieben wird, geht als E-Mail hinaus.

## The rooms of an account

inbox-name = { $account } – Posteingang
inbox-lobby-name = { $account } – Moderation
inbox-no-subject = (ohne Betreff)
inbox-only-files =
    { $count ->
        [one] eine Datei
       *[other] { $count } Dateien
    }
inbox-begun-by = { $name } (wir)
inbox-again = { $name } (noch einmal)

## Which conversation a mail belongs to

thread-reason-report = sie ist ein Bericht über eine Mail von uns in diesem Gespräch
thread-reason-moved = sie antwortet auf eine Mail, die jemand hierher verschoben hat
thread-reason-own-id = sie antwortet auf eine Mail, die aus diesem Gespräch gesendet wurde
thread-reason-beside = sie antwortet aus dem Gespräch neben diesem, und ihr Absender nimmt nur hier teil
thread-reason-same-id = sie trägt dieselbe Nummer (Message-ID) wie eine Mail dieses Gesprächs, mit anderem Inhalt
thread-reason-token = sie ging an die Adresse, die unsere Mails dieses Gesprächs für Antworten nennen
thread-reason-in-reply-to = sie antwortet auf eine Mail dieses Gesprächs, und ihr Absender nimmt teil
thread-reason-references = sie verweist auf eine Mail dieses Gesprächs, und ihr Absender nimmt teil
thread-reason-alias = sie antwortet auf eine Mail von uns, unter der Nummer, die der Mailserver ihr gab
thread-reason-referenced-by = eine Mail dieses Gesprächs, die früher ankam, antwortet auf diese
thread-reason-sibling = sie antwortet auf dieselbe Mail wie eine andere hier; jene Mail selbst fehlt uns
thread-reason-thread-index = Outlook kennzeichnet sie als Teil desselben Gesprächs wie eine Mail in diesem Raum, und ihr Absender nimmt teil
thread-reason-list-room = sie kam über die Liste, für die dieser Raum da ist
thread-reason-digest = sie ging an viele und braucht keine Antwort: Solche Mail teilt sich einen Raum
thread-reason-no-references = sie antwortet auf nichts und begann daher dieses Gespräch
thread-reason-unknown-references = sie antwortet nur auf Mails, die dieses Konto nicht hat, und begann daher dieses Gespräch
thread-reason-changed-subject = sie antwortet auf ein anderes Gespräch, aber mit neuem Betreff und ohne es zu zitieren, und begann daher ein eigenes
thread-reason-not-a-participant = sie nennt eine Mail eines anderen Gesprächs, an dem ihr Absender nicht teilnimmt, und begann daher ein eigenes
thread-reason-own = sie wurde in diesem Raum geschrieben
thread-reason-answer = sie wurde in diesem Raum als Antwort geschrieben
thread-why-other = sie ließ sich nicht ganz lesen ({ $reason }), deshalb entschied allein ihr Kopf
thread-why-placed = { $user } hat sie hierher verschoben
thread-why-belongs-same-organisation = sie nennt eine Mail dieses Gesprächs; ihr Absender nahm noch nicht teil, gehört aber zur selben Organisation wie jemand, der teilnimmt
thread-why-belongs-names-participants = sie nennt eine Mail dieses Gesprächs; ihr Absender nahm noch nicht teil, schreibt aber an jemanden, der teilnimmt
thread-why-belongs-other = sie nennt eine Mail dieses Gesprächs; ihr Absender nahm noch nicht teil, ist aber geprüft oder hatte hier schon geschrieben
thread-changed-subject-here = Das antwortet auf ein anderes Gespräch, aber mit neuem Betreff, und hat deshalb einen eigenen Raum. Das andere:
thread-changed-subject-there = Eine Antwort auf dieses Gespräch hat einen neuen Betreff und begann deshalb ein eigenes Gespräch:
thread-stranger-here = Das bezieht sich auf ein anderes Gespräch, an dem der Absender nicht teilnimmt, und hat deshalb einen eigenen Raum. Das andere:
thread-stranger-there = Jemand, der an diesem Gespräch nicht teilnimmt, bezieht sich in einer Mail darauf. Diese Mail steht nicht hier, sondern in einem eigenen Raum:
thread-no-subject = (ohne Betreff)
thread-verified-now = Dieselbe Mail kam noch einmal, und diesmal ist ihr Absender geprüft.
thread-came-directly = Dieselbe Mail kam noch einmal, unmittelbar von { $address }, und dieser Absender ist geprüft.
thread-reply-to = Bitte schreiben Sie das als Antwort auf die Nachricht, um die es geht.
thread-no-mail = Diese Nachricht ist keine Mail dieses Gesprächs.
thread-which-room = Bitte schreiben Sie hinter den Befehl, welcher Raum: einen Link dorthin, seine Adresse oder seine Kennung.
thread-no-room = Das ist nicht der Raum eines Gesprächs dieses Kontos.
thread-same-room = Das ist schon dieser Raum: Es wurde nichts verschoben.
thread-nothing-here = In diesem Gespräch ist keine Mail.
thread-too-many = Es wurde nichts verschoben: Das wären { $count } Mails, auf einmal gehen höchstens { $most }.
thread-first-stays = Mit dieser Nachricht beginnt das Gespräch: Es gibt nichts abzutrennen.
thread-moved-to =
    { $count ->
        [one] Eine Mail ist jetzt in:
       *[other] { $count } Mails sind jetzt in:
    }
thread-moved-away = Verschoben nach:
thread-moved-here =
    { $count ->
        [one] { $user } hat eine Mail hierher verschoben. Das Original:
       *[other] { $user } hat { $count } Mails hierher verschoben. Die Originale:
    }
thread-original = Nachricht { $place }
thread-goes-on-there = Nicht gemailt: Dieses Gespräch geht in einem anderen Raum weiter. Bitte schreiben Sie es dort:
thread-answer-there = Nicht gemailt: Die beantwortete Nachricht wurde in einen anderen Raum verschoben. Bitte antworten Sie dort:

## Who a mail is from

sender-not-verified = nicht geprüft
sender-group-only = nur eine Gruppe sagt das
sender-failed = Prüfung nicht bestanden
sender-not-their-name = verdächtiger Name
sender-claims = ⚠ Eine Mail, die angeblich von { $claim } kommt, aber die Prüfung des Absenders nicht bestanden hat:
sender-suspected = ⚠ Eine verdächtige Mail wartet auf eine Entscheidung; bis dahin wird sie in ihrem Gespräch nicht gezeigt. Sie kommt angeblich von { $claim }.
sender-suspected-reason-internal-claimed = Das ist eine Ihrer eigenen Adressen, und nichts belegt, dass die Mail von dort kommt.
sender-suspected-reason-dmarc-policy = Sie hat die Prüfung des Absenders nicht bestanden, und der Inhaber dieser Domain bittet darum, solche Mail nicht anzunehmen.
sender-suspected-subject = Betreff: { $subject }
sender-suspected-how = Die Reaktion ✅ zeigt sie (gekennzeichnet) in ihrem Gespräch, ❌ lässt sie weg; ebenso die Antwort !mail accept oder !mail refuse.
sender-accepted = Angenommen: Sie wird in ihrem Gespräch gezeigt, gekennzeichnet.
sender-refused = Abgewiesen: Sie wird nicht gezeigt. Im Postfach bleibt sie.
sender-suspected-reply-to = Bitte schreiben Sie das als Antwort auf die Nachricht über die verdächtige Mail.
sender-not-suspected = Hinter dieser Nachricht wartet keine verdächtige Mail (mehr).
sender-why-reply-to = Bitte schreiben Sie das als Antwort auf die Nachricht, um die es geht.
sender-why-unknown = Zu dieser Nachricht gehört keine Mail.
sender-why-thread = In diesem Gespräch, weil: { $reason }
sender-why-sender = Absender: { $verdict }. Entschieden hat: { $reason }.
sender-verdict-pass = geprüft
sender-verdict-fail = Prüfung nicht bestanden
sender-verdict-unchecked = nicht geprüft
sender-reason-submission = eine Anmeldung an unserem eigenen Mailserver zum Senden
sender-reason-auth = unser Mailserver sagt, dass der Absender angemeldet war
sender-reason-dmarc = die Regeln der Domain des Absenders (DMARC)
sender-reason-dkim = die Signatur der Domain (DKIM)
sender-reason-spf = der Server, von dem sie kam (SPF)
sender-reason-arc = das Wort eines vertrauten Servers, der sie weitergab (ARC)
sender-reason-no-from = die Mail nennt keinen Absender
sender-reason-several-from = die Mail nennt mehrere Absender
sender-reason-group = nur die Gruppe, über die sie kam, sagt, wer sie schrieb
sender-reason-other-login = zum Senden war jemand anderes angemeldet
sender-reason-nothing-proven = nichts belegt, wer sie gesendet hat
sender-reason-no-results = niemand hat es geprüft
sender-reason-not-readable = die Mail ließ sich nicht lesen
sender-why-ours = Absender: von uns, keine Prüfung nötig.
sender-why-marked = Gekennzeichnet, weil: { $marks }.
sender-mark-failed = sie hat die Prüfung nicht bestanden
sender-mark-other-login = zum Senden war jemand anderes angemeldet
sender-mark-no-from = sie nennt keinen Absender
sender-mark-several-from = sie nennt mehrere Absender
sender-mark-group = ihr Absender ist eine Gruppe, keine Person
sender-mark-unchecked = ihr Absender ist nicht geprüft
sender-mark-group-only = nur eine Gruppe sagt, wer sie schrieb
sender-mark-newcomer = ihr Absender ist neu in diesem Gespräch
sender-mark-imitates = ihr Name ist der von jemandem von Ihnen oder eines Ihrer Konten
sender-mark-address-in-name = ihr Name ist eine andere Adresse
sender-mark-turned-name = ihr Name enthält Zeichen, die die Schreibrichtung umkehren
sender-mark-mixed-scripts = ihr Name mischt Buchstaben mehrerer Alphabete
sender-why-by = · { $said } (sagt { $by })

## Who may take part by mail

admission-mark = neu hier
admission-joined = ⚠ { $person } ist neu hier: als Antwort auf eine Mail, die an jemand anderen ging.
admission-joined-how = Mit der Reaktion ✅ nehmen sie teil, mit ❌ wird in diesem Raum keine Mail mehr von ihnen gezeigt; ebenso mit der Antwort !mail allow oder !mail block. Bis dahin geht keine Antwort an sie, es sei denn, Sie antworten auf ihre Nachricht.
admission-colleague-joined = { $person } schreibt hier zum ersten Mal: geprüft und aus derselben Organisation ({ $domain }) wie jemand, der teilnimmt.
admission-colleague-joined-how = Antworten gehen erst an sie, wenn Sie oder jemand, der teilnimmt, ihnen schreiben, oder mit der Reaktion ✅. Eine Antwort auf ihre Nachricht geht an sie; mit ❌ wird in diesem Raum keine Mail mehr von ihnen gezeigt.
admission-welcomed = { $address } nimmt ab jetzt teil.
admission-refused = Mail von { $address } wird in diesem Raum nicht mehr gezeigt.
admission-whom = Bitte sagen Sie, wen: !mail block bob@example.org, oder eine Domain, oder als Antwort auf eine Nachricht.
admission-no-pattern = „{ $text }“ ist weder eine Adresse noch eine Domain (* steht für Beliebiges).
admission-blocked = Im ganzen Konto gesperrt: { $pattern }. Solche Mail wird nicht gezeigt; im Postfach bleibt sie.
admission-blocked-here = In diesem Raum gesperrt: { $pattern }. Solche Mail wird nicht gezeigt; im Postfach bleibt sie.
admission-allowed = Im ganzen Konto zugelassen: { $pattern }. Solche Leute nehmen ohne Nachfrage teil, wenn sie geprüft sind.
admission-allowed-here = In diesem Raum zugelassen: { $pattern }. Solche Leute nehmen ohne Nachfrage teil, wenn sie geprüft sind.
admission-dropped = Zu { $pattern } gibt es keine Regel mehr.
admission-not-there = Zu { $pattern } gibt es hier keine Regel.
admission-no-rules = Es gibt keine Regeln darüber, wer teilnehmen darf.
admission-rules = Regeln darüber, wer teilnehmen darf:
admission-rule-allow = ✅ { $pattern }
admission-rule-block = ⛔ { $pattern }
admission-of-room = in diesem Raum
admission-of-config = aus der Konfiguration
admission-more = … und { $count } weitere
admission-not-shown = Mails, die in den letzten { $days } Tagen nicht gezeigt wurden: { $count }
admission-not-shown-why-blocked = gesperrt durch { $detail }
admission-not-shown-why-refused = von Leuten, die in einem Raum abgewiesen wurden
admission-not-shown-why-newcomer = von jemandem, der in einem Gespräch neu war
admission-not-shown-why-lists-ignored = von Mailinglisten
admission-not-shown-why-bulk-ignored = Newsletter und andere Mail an viele
admission-open = Dieser Raum ist offen: Wer auf eine seiner Mails antwortet und geprüft ist, nimmt teil.
admission-asked = Dieser Raum ist nicht offen: Ob Mail von jemand Neuem gezeigt oder abgewiesen wird, ist für das ganze Konto eingestellt.
admission-only-in-thread = Das geht nur im Raum eines Gesprächs.
admission-refusal-subject = Nicht zugestellt: { $subject }
admission-refusal-subject-without-subject = Ihre Nachricht wurde nicht zugestellt
admission-refusal-undelivered = Ihre Nachricht an { $account } wurde den Menschen hinter dieser Adresse nicht zugestellt: Sie nehmen an diesem Gespräch nicht teil, oder von Ihnen wird dort keine Mail angenommen.
admission-refusal-other-way = Wenn die Nachricht gelesen werden soll, nutzen Sie bitte einen anderen Weg.
admission-refusal-program = Diesen Hinweis hat ein Programm geschrieben. Bitte antworten Sie nicht darauf.
admission-automatic = Automatische Mail von { $person }:
admission-digest = Newsletter
admission-reply-to-answer = Nicht gemailt: In diesen Raum kommt Mail von vielen, deshalb ist nicht klar, an wen es gehen soll. Schreiben Sie es als Antwort auf die Nachricht, die Sie beantworten wollen.

# overflow

overflow-room = Wartende Mails
overflow-mail = Eine Mail von { $from } wartet hier und wird noch nicht gezeigt: Von außen kam binnen einer Stunde zu viel neue Mail.
overflow-how = ✅ lässt sie herein, ❌ lässt sie weg (sie bleibt im Postfach). !mail overflow let-in lässt alle herein.
overflow-how-all = !mail overflow let-in lässt alle herein, !mail overflow discard lässt alle weg. Als Antwort auf eine davon geschrieben, gilt es nur für diese.
overflow-waiting = { $count ->
    [one] Eine Mail wartet
   *[other] { $count } Mails warten
  } auf Einlass.
overflow-none = Es wartet keine Mail auf Einlass.
overflow-not-there = Hinter dieser Nachricht wartet keine Mail (mehr).
overflow-let-in = { $count ->
    [one] Sie ist hereingelassen.
   *[other] { $count } Mails sind hereingelassen.
  }
overflow-discarded = { $count ->
    [one] Sie wird nicht gezeigt; sie bleibt im Postfach.
   *[other] { $count } Mails werden nicht gezeigt; sie bleiben im Postfach.
  }

# Post, die älter ist als ihr Konto und in Menge kam: jemand hat sie ins Postfach kopiert (old_mails).

old-mail-waits = { $count ->
    [one] Eine Mail im Postfach ist älter als dieses Konto und wartet.
   *[other] { $count } Mails im Postfach sind älter als dieses Konto und warten. Vermutlich hat jemand sie dorthin kopiert oder verschoben.
  }
old-mail-between = Ins Postfach kamen sie zwischen { $from } und { $to }.
old-mail-of = Ins Postfach kamen sie am { $day }.
old-mail-how = ✅ zeigt sie still: Jedes Gespräch bekommt seinen Raum, niemand wird eingeladen oder benachrichtigt. ❌ lässt sie ungezeigt im Postfach.
old-mail-how-else = !mail old as-new behandelt sie wie eben gekommene Mail, mit Einladungen und Zeilen im Posteingang.
old-mail-answers = Bis jemand entscheidet, warten sie. Wer auf eine von ihnen antwortet, bringt ihr Gespräch mit.
old-mail-over = Hier wartet keine alte Mail mehr.
old-mail-none = Keine alte Mail wartet.
old-mail-quietly = { $count ->
    [one] Die Mail wird still gezeigt.
   *[other] { $count } Mails werden still gezeigt, die ältesten zuerst. Ihre Räume stehen im Space.
  }
old-mail-as-new = { $count ->
    [one] Die Mail kommt als neue herein.
   *[other] { $count } Mails kommen als neue herein.
  }
old-mail-left = { $count ->
    [one] Die Mail wird nicht gezeigt; sie bleibt im Postfach.
   *[other] { $count } Mails werden nicht gezeigt; sie bleiben im Postfach.
  }
old-mail-left-before = { $count ->
    [one] Eine alte Mail wurde früher im Postfach gelassen.
   *[other] { $count } alte Mails wurden früher im Postfach gelassen.
  }
old-mail-decided = { $count ->
    [one] Über eine Mail wurde entschieden.
   *[other] Über { $count } Mails wurde entschieden.
  }

## Who gets the mails of a conversation

recipients-why-sender-only = nur an { $address }, wie gewünscht
recipients-why-chosen = so wurde es in diesem Raum festgelegt; !mail to, !mail cc und !mail bcc ändern es
recipients-bcc = Blindkopie (sieht sonst niemand)
recipients-first-time = Die erste Mail von hier an { $people }. Sie geht in { $seconds } Sekunden hinaus; bis dahin hält ❌ an Ihrer Nachricht sie auf.
recipients-kept-inside = Nicht gemailt: Was im Thread einer Notiz steht, bleibt in diesem Raum. Schreiben Sie es außerhalb dieses Threads, um es zu mailen.
recipients-notice-answered = Nicht gemailt: Eine Antwort auf eine Nachricht von mir bleibt in diesem Raum. Um es zu mailen, schreiben Sie es als eigene Nachricht oder als Antwort auf eine Mail.
recipients-like-command = Nicht gemailt, weil es wie ein Befehl an mich beginnt.
recipients-mail-it-all = Um es so zu mailen, schreiben Sie !reply davor.
recipients-none = niemand
recipients-not-verified = Vorsicht: Es ist nicht geprüft, wer die Mail gesendet hat, auf die Sie antworten.
recipients-left-out = Ausgelassen, weil Mail dorthin zurückkam: { $people }. !mail unpause ADRESSE sendet wieder dorthin.
recipients-nobody-left = Eine Antwort bekäme zurzeit niemand.
recipients-will-quote = Die nächste Mail zitiert das bisherige Gespräch, damit { $people } ihm folgen kann.
recipients-ghost-added = { $person } bekommt ab Ihrer nächsten Nachricht eine Kopie jeder Mail; die erste zitiert das bisherige Gespräch. Um das zu beenden, entfernen Sie die Person aus dem Raum.
recipients-ghost-added-known = { $person } bekommt ab Ihrer nächsten Nachricht eine Kopie jeder Mail. Um das zu beenden, entfernen Sie die Person aus dem Raum.
recipients-ghost-dropped = { $address } bekommt keine Mails dieses Gesprächs mehr, bis von dort wieder eine kommt. Um die Person vorher wieder aufzunehmen, laden Sie sie ein oder schreiben Sie !mail cc +{ $address }
recipients-ghost-banned = { $address } ist aus diesem Raum verbannt und bekommt keine Mails dieses Gesprächs mehr, auch nicht, wenn von dort wieder eine kommt. Verloren geht davon nichts: Ich zeige es hier an ihrer Stelle.
recipients-ghost-banned-how = Um wieder dorthin zu senden, heben Sie die Verbannung auf oder schreiben Sie !mail to +{ $address }. Um keine Mail mehr von dort zu sehen, schreiben Sie !mail block { $address }
recipients-ghost-unbanned = { $address } ist nicht mehr aus diesem Raum verbannt und bekommt die Mails dieses Gesprächs wieder.
recipients-ghost-not-added = { $address } wurde nicht aufgenommen: Das ist eine Adresse dieses Kontos oder niemandes Adresse.
recipients-unreadable = „{ $what }“ ist keine Mailadresse. So wird es benutzt: !mail cc +bob@example.org -carol@example.org
recipients-own-address = { $address } wurde ausgelassen: Das ist eine Adresse dieses Kontos.
recipients-from = Mails dieses Gesprächs gehen von { $address } hinaus.
recipients-not-own = { $address } ist keine Adresse dieses Kontos. Es hat: { $own }
recipients-subject = Der Betreff ist: { $subject }
recipients-subject-set = Ab der nächsten Mail ist der Betreff: { $subject }. Manche Mailprogramme zeigen das als ein anderes Gespräch.
recipients-sender-only = Ab der nächsten Nachricht bekommt nur der Absender der Mail, auf die Sie antworten, die Antwort. !mail reply-to-sender off beendet das.
recipients-to-all-again = Ab der nächsten Nachricht gehen Antworten wieder an alle.
recipients-quoted-thread = Das bisherige Gespräch:

## New conversations

compose-ask-account = Von welchem Konto soll es gesendet werden? Schreiben Sie eines von: { $accounts }.
compose-ask-to = An wen? Schreiben Sie eine oder mehrere Mailadressen.
compose-ask-subject = Wie lautet der Betreff? Schreiben Sie - für keinen.
compose-cancel-hint = { $command } bricht ab.
compose-not-understood = Das habe ich nicht verstanden.
compose-cancelled = In Ordnung: Es wurde kein Gespräch begonnen.
compose-nothing-to-cancel = Hier gibt es nichts abzubrechen.
compose-begun = Ein Gespräch mit { $people } beginnt in einem eigenen Raum:
compose-room = Raum
compose-welcome = Ein neues Gespräch: Was Sie hier schreiben, geht als E-Mail von { $from } an { $people }.
compose-subject = Betreff: { $subject }
compose-subject-from-words = Die ersten Worte Ihrer ersten Nachricht werden der Betreff, wenn Sie vorher keinen festlegen: !mail subject …
compose-first-is-mail = Ihre erste Nachricht ist die erste Mail. !mail to, !mail cc und !mail bcc ändern, wer sie bekommt.
compose-wrote = { $name } schrieb:
compose-ask-account-here = Noch wird nichts gemailt: Von welchem Konto soll es gesendet werden? Schreiben Sie eines von: { $accounts }
compose-may-not = Sie dürfen hier keine Gespräche per Mail beginnen. Fragen Sie jemanden aus dem Team eines Mailkontos oder die Verwaltung dieses Servers.
compose-encrypted = Nichts wurde gemailt: Dieser Raum ist verschlüsselt, und ich kann ihn nicht lesen. Bitte legen Sie einen ohne Verschlüsselung an.

forward-to-whom = An wen? Schreiben Sie eine Adresse dahinter: !mail forward bob@example.org Können Sie sagen, was das ist?
forward-own-address = { $address } ist eine Adresse dieses Kontos: Nichts wurde weitergeleitet.
forward-takes-part = { $address } nimmt an diesem Gespräch teil: Schreiben Sie hier, was dort gelesen werden soll. Nichts wurde weitergeleitet.
forward-unreadable = Diese Mail kann hier nicht gelesen und daher nicht weitergeleitet werden.
forward-begun = { $name } leitet diese Mail an { $people } weiter. Die Antworten kommen in einen eigenen Raum, und niemand aus diesem Gespräch erhält sie. ❌ auf dieser Nachricht hält die Mail auf, bis sie hinausgegangen ist:
forward-aside = Nebenbei gefragt aus einem anderen Gespräch; dessen Teilnehmer erhalten nichts von hier:
forward-wrote = { $name } leitet eine Mail weiter:
forward-not-verified = Vorsicht: Es ist nicht geprüft, wer die Mail gesendet hat, die hier weitergeleitet wird.
forward-shown-shortened = [Hier gekürzt; die Mail geht ganz hinaus.]
forward-files = Dateien: { $names }
forward-stopped = Zurückgenommen: Die Mail wird nicht weitergeleitet.
forward-too-late = Zu spät: Die Mail wurde schon weitergeleitet.
forward-apart-first = In dieser Mail stehen auch { $people }. Sie gehören zu dem Gespräch, neben dem dieses begonnen wurde; sie bleiben hier außen vor und erhalten von hier keine Antwort:
forward-apart-asked = In dieser Mail stehen auch { $people }. Sie wurden nur nebenbei gefragt und erhalten von hier keine Antwort, es sei denn, !mail cc nennt sie:
forward-not-here = { $people } kann hier nicht dazukommen: gehört zu dem Gespräch, neben dem dieses begonnen wurde, und soll nicht sehen, was hier geschrieben wird. Schreiben Sie bitte dort.
forward-stays-apart = Eines dieser Gespräche wurde neben dem anderen begonnen: Sie bleiben getrennt, damit niemand aus dem einen das andere liest. Nichts wurde verschoben.
forward-answered = { $name } hat nebenbei geantwortet. Zum Zurückschreiben in den Raum jenes Gesprächs gehen:

## In mails that leave

outgoing-some-message = (eine Nachricht im Chat)
outgoing-some-room = (ein Chatraum)
outgoing-spoiler-label = [verdeckt: { $reason }]
outgoing-spoiler-label-without-reason = [verdeckt, zum Lesen markieren]
outgoing-wrote = { $name } schrieb:
outgoing-wrote-at = Am { $day }.{ $month }.{ $year } um { $time } schrieb { $name }:
outgoing-attached = Angehängt: { $name } ({ $size })
outgoing-attached-without-size = Angehängt: { $name }
outgoing-voice-message-file = Sprachnachricht
outgoing-voice-message = Sprachnachricht ({ $duration }), angehängt
outgoing-voice-message-without-duration = Sprachnachricht, angehängt
outgoing-audio = Tonaufnahme: { $name } ({ $duration }), angehängt
outgoing-audio-without-duration = Tonaufnahme: { $name }, angehängt
outgoing-video = Video: { $name } ({ $duration }), angehängt
outgoing-video-without-duration = Video: { $name }, angehängt
outgoing-sticker = [Sticker: { $name }]
outgoing-location = Standort: { $description }
outgoing-location-without-description = Standort:
outgoing-poll = Umfrage: { $question }
outgoing-poll-hint =
    { $choices ->
        [one] Antworten Sie mit der Nummer Ihrer Wahl.
       *[other] Antworten Sie mit den Nummern Ihrer Wahl, höchstens { $choices }.
    }

outgoing-forwarded-by = Nachricht, weitergeleitet von { $name }
outgoing-forwarded-from = Von: { $people }
outgoing-forwarded-date = Datum: { $day }.{ $month }.{ $year } { $time }
outgoing-forwarded-subject = Betreff: { $subject }
outgoing-forwarded-to = An: { $people }
outgoing-forwarded-cc = Kopie: { $people }
outgoing-forwarded-not-verified = Es ist nicht geprüft, wer diese Nachricht gesendet hat.
outgoing-forwarded-encrypted = Diese Nachricht ist verschlüsselt. Sie ist unverändert angehängt; ein Mailprogramm mit dem Schlüssel kann sie lesen.
outgoing-forwarded-too-long = Diese Nachricht ist zu lang, um hier ganz zu stehen; sie ist unverändert angehängt.

## In dem, was Gäste bekommen
## Mails an Leute, die nur per Mail in einem Raum mitmachen.

guests-mail-left =
  { $count ->
    [one] { $count } weitere Nachricht steht nicht in dieser Mail. Sie steht im Raum:
   *[other] { $count } weitere Nachrichten stehen nicht in dieser Mail. Sie stehen im Raum:
  }
guests-mail-in-room = Im Raum
guests-mail-thread = Im Thread „{ $words }“
guests-mail-file-there = im Raum
guests-mail-why = Sie nehmen an „{ $room }“ per Mail teil: Was Sie antworten, wird dort gesagt.
guests-mail-choices = Wie oft möchten Sie Mail? Antworten Sie mit einem dieser Wörter allein in der ersten Zeile: { $now }, { $hourly }, { $daily } oder { $pause }. Um nichts mehr zu bekommen, antworten Sie mit STOP.
guests-word-now = sofort
guests-word-hourly = stündlich
guests-word-daily = täglich
guests-word-pause = pause
guests-chosen-subject = Wie oft Sie Mail bekommen
guests-chosen-now = Ab jetzt bekommen Sie nach jeder Pause des Gesprächs, was gesagt wurde, und sofort, was Sie erwähnt.
guests-chosen-hourly = Ab jetzt bekommen Sie höchstens eine Mail in der Stunde, und sofort, was Sie erwähnt.
guests-chosen-daily = Ab jetzt bekommen Sie eine Mail am Tag, und sofort, was Sie erwähnt.
guests-chosen-pause = Sie bekommen vorerst nichts, aus keinem Raum. Wenn Sie wieder Mail möchten, antworten Sie mit: { $now }

## How far mails of ours came

delivery-mail-of = Mail vom { $time }, von { $author }:
delivery-standing-waiting = wartet auf den Versand
delivery-standing-held = lässt sich noch ändern
delivery-standing-deferred = der Mailserver nimmt sie noch nicht an; es wird von selbst weiter versucht
delivery-standing-accepted = dem Mailserver übergeben
delivery-standing-refused = abgelehnt
delivery-standing-paused = nicht gesendet, die Adresse pausiert
delivery-standing-delayed = verzögert, der Server dort versucht es weiter
delivery-standing-bounced = nicht zugestellt
delivery-standing-delivered = zugestellt
delivery-standing-relayed = an einen Server weitergegeben, der nicht meldet, ob er sie zustellt
delivery-standing-expanded = zugestellt und an mehrere Leute verteilt
delivery-standing-read = geöffnet
delivery-standing-unknown = vielleicht gesendet, vielleicht nicht: Am Ende brach die Verbindung ab
delivery-claimed = ein Bericht, den jeder geschrieben haben kann, sagt: { $standing }
delivery-status-reply-unknown = Zu dieser Nachricht gehört keine Mail von uns.
delivery-not-handed = Noch nicht gesendet an { $address }: Der eigene Mailserver kann die Mail zurzeit nicht annehmen. Es wird weiter versucht. ({ $words })
delivery-passed = Eine spätere Nachricht dieses Gesprächs geht jetzt vor dieser hinaus: Diese hat der Mailserver noch nicht angenommen. Es wird weiter versucht.
delivery-unseen = Das ist noch nicht gemailt: Der Matrix-Server lässt mich diesen Raum gerade nicht lesen, und so sehe ich nicht, ob Sie es geändert oder gelöscht haben. Ich versuche es weiter; es wird gemailt, sobald ich nachgesehen habe.
delivery-unproven = Nichts belegt, dass dieser Bericht von einem Mailserver kommt: Jeder, der die Mail hat, könnte ihn geschrieben haben. Deshalb hat er nichts geändert.
delivery-paused-now = An { $address } wird nichts mehr gesendet, bis jemand !mail unpause { $address } schreibt
delivery-paused-since = An { $address } wird seit { $date } nichts gesendet: { $why } !mail unpause { $address } versucht es wieder.
delivery-paused-since-without-why = An { $address } wird seit { $date } nichts gesendet. !mail unpause { $address } versucht es wieder.
delivery-left-out = { $address } bekommt diese und die nächsten Mails hier nicht: Seit { $date } wird dorthin nichts gesendet. { $why } Stimmt die Adresse wieder, sendet !mail unpause { $address } dorthin, was hier zurückgehalten wurde, und die nächsten Mails.
delivery-left-out-without-why = { $address } bekommt diese und die nächsten Mails hier nicht: Seit { $date } wird dorthin nichts gesendet. Stimmt die Adresse wieder, sendet !mail unpause { $address } dorthin, was hier zurückgehalten wurde, und die nächsten Mails.
delivery-others-get-it = Die anderen bekommen diese Mail; ✔️ darauf gilt für sie. Das sage ich in diesem Raum einmal.
delivery-nobody-left = Also bekommt niemand diese Nachricht: Sie wird nicht gemailt. Nach diesem Befehl geht sie hinaus. Soll sie an eine andere Adresse, dann !mail to ADRESSE schreiben und sie noch einmal sagen.
delivery-unpaused =
    { $mails ->
        [0] An { $address } wird wieder gesendet.
        [one] An { $address } wird wieder gesendet. Eine Mail, die darauf gewartet hat, geht jetzt hinaus.
       *[other] An { $address } wird wieder gesendet. { $mails } Mails, die darauf gewartet haben, gehen jetzt hinaus.
    }
delivery-not-paused = Nichts zu tun: An { $address } wird gesendet wie immer.
delivery-no-address = Das ist keine Mailadresse. So wird es benutzt: !mail unpause bob@example.org

## Machines that answer each other, and too much mail

brakes-stopped = Angehalten: Dies wurde nicht gemailt. { $why }
brakes-why-came-back = Die Mail, auf die es antwortet, ist schon einmal durch dieses Postfach gegangen.
brakes-why-repeated = Es beantwortet eine Mail binnen einer Minute, und dieselben Worte sind mehrmals zurückgekommen.
brakes-why-rate = Es beantwortet binnen einer Minute eine Mail, die uns zu antworten scheint, und mehrere davor taten das auch, wie wenn zwei Automaten einander antworten.
brakes-why-first = Es beantwortet binnen zehn Sekunden eine Mail, die ein Gespräch beginnt. Das taten auch mehrere Antworten davor an denselben Absender, und bald nach jeder kam eine neue Mail, wie wenn zwei Automaten einander antworten.
brakes-why-stopped = In diesem Gespräch wurde schon eine Antwort angehalten; weitere, die binnen einer Minute kommen, werden es auch.
brakes-why-received = Die Mail, auf die es antwortet, ist durch zu viele Server gegangen.
brakes-why-steady = Dieses Gespräch hatte in einer Stunde oder an einem Tag mehr Antworten, als Menschen schreiben.
brakes-stopped-how = Hat ein Mensch das geschrieben? Die Reaktion ✅ auf diese Nachricht (oder !mail brake reset) mailt es und was mit ihm wartet; ❌ verwirft sie.
brakes-slow-passes = Wer sich mehr als eine Minute Zeit nimmt, wird gemailt wie immer.
brakes-released =
    { $count ->
        [0] Freigegeben; es hatte nichts gewartet.
        [one] Freigegeben: Eine Mail geht hinaus.
       *[other] Freigegeben: { $count } Mails gehen hinaus.
    }
brakes-cancelled =
    { $count ->
        [one] Verworfen: Eine Mail geht nicht hinaus.
       *[other] Verworfen: { $count } Mails gehen nicht hinaus.
    }
brakes-none = Hier ist nichts angehalten.
brakes-thread = Angehalten seit { $since }: „{ $subject }“, { $mails } Mails warten
brakes-reset-how = Schreiben Sie !mail brake reset in den Raum des Gesprächs, um sie zu mailen.
brakes-tripped-volume = ⚠ Alle ausgehende Mail ist angehalten: { $count } Mails in zehn Minuten sind mehr, als Menschen hier schreiben.
brakes-tripped-refusals = ⚠ Alle ausgehende Mail ist angehalten: { $count } Mails wurden in zehn Minuten abgewiesen, die meisten der gesendeten.
brakes-tripped-how = Nichts ist verloren: Die Mails warten. Bitte finden Sie heraus, was so viel sendet, und schreiben Sie dann !mail breaker reset (oder rufen Sie „mailroom breaker reset“ auf); dann gehen sie hinaus.
brakes-open = Alle ausgehende Mail ist seit { $since } angehalten; { $waiting } Mails warten.
brakes-closed = Ausgehende Mail ist nicht angehalten: { $sent } Mails in den letzten zehn Minuten.
brakes-reset = Ausgehende Mail ist nicht mehr angehalten (das sagte { $by }); { $waiting } wartende Mails gehen jetzt hinaus.
brakes-not-open = Ausgehende Mail ist nicht angehalten.

## The work of a team on its conversations

helpdesk-span-minute =
    { $count ->
        [one] { $count } Minute
       *[other] { $count } Minuten
    }
helpdesk-span-hour =
    { $count ->
        [one] { $count } Stunde
       *[other] { $count } Stunden
    }
helpdesk-span-day =
    { $count ->
        [one] { $count } Tag
       *[other] { $count } Tagen
    }
helpdesk-claimed = Sie kümmern sich jetzt um dieses Gespräch.
helpdesk-had-by = { $name } kümmert sich um dieses Gespräch. Um es jemand anderem zu geben, schreiben Sie !mail assign und den Namen.
helpdesk-had-by-invited = { $name } kümmert sich um dieses Gespräch, und Sie sind in seinen Raum eingeladen. Um es jemand anderem zu geben, schreiben Sie !mail assign und den Namen.
helpdesk-had-already = Sie kümmern sich schon um dieses Gespräch.
helpdesk-unclaimed = Um dieses Gespräch kümmert sich jetzt niemand. Mit !mail claim oder der Reaktion 👀 übernehmen Sie es.
helpdesk-gave-back = { $name } hat den Raum verlassen. Um dieses Gespräch kümmert sich jetzt niemand.
helpdesk-declined = { $name } hat die Einladung abgelehnt. Um dieses Gespräch kümmert sich jetzt niemand.

# Ein Konto hat an einem Tag mehr Räume gemacht als invite_up_to.
entry-crowded = An einem Tag kamen mehr als { $count } neue Gespräche. Von jetzt an wird niemand mehr in jeden neuen Raum eingeladen.
entry-crowded-how = Der Posteingang hat für jedes eine Zeile. 👀 auf einer Zeile, oder !mail claim mit ihrem Link, übernimmt das Gespräch und lädt Sie in seinen Raum ein. Ist es erledigt, verlassen Sie den Raum; über den Space oder mit 👀 auf seiner Zeile können Sie jederzeit zurück.
entry-crowded-back = invite: everyone in der Konfiguration bringt die Einladungen zurück.
entry-done = Dieses Gespräch ist erledigt. Über den Space können Sie zurückkommen.
entry-claim-which = Welches Gespräch? Antworten Sie mit !mail claim auf seine Zeile im Posteingang, oder geben Sie den Link zu seinem Raum an: !mail claim LINK.
helpdesk-nobody-has-it = Nichts zu tun: Um dieses Gespräch kümmerte sich niemand.
helpdesk-assigned = { $name } kümmert sich jetzt um dieses Gespräch.
helpdesk-assigned-to-you = { $by } hat Ihnen dieses Gespräch übergeben.
helpdesk-not-found = Niemand im Team heißt „{ $text }“, oder mehrere heißen so. Schreiben Sie den ganzen Matrix-Namen, etwa @name:server.
helpdesk-claim-lapsed = { $name } hat nicht rechtzeitig geantwortet, deshalb kümmert sich jetzt niemand um dieses Gespräch. Mit !mail claim oder der Reaktion 👀 übernehmen Sie es.
helpdesk-is-answering = { $name } antwortet hier gerade.
helpdesk-has-it = { $name } kümmert sich um dieses Gespräch.
helpdesk-still-goes = Ihre Antwort geht trotzdem hinaus; ❌ darauf hält sie an.
helpdesk-came-meanwhile = Bevor dies gemailt wurde, kam eine neue Mail von { $from }. Ihre Nachricht geht trotzdem hinaus, etwas später; ❌ darauf hält sie an.
helpdesk-same-by-you = Dasselbe haben Sie gerade geschrieben.
helpdesk-same-by = Dasselbe hat gerade { $name } geschrieben.
helpdesk-same-how = Es wird nur noch einmal gemailt, wenn Sie wollen: ✅ mailt es trotzdem, ❌ lässt es sein.
helpdesk-to-colleague = Dies beginnt mit dem Namen von jemandem aus dem Team und wird deshalb nicht gemailt. Ist es für die Leute draußen gemeint? ✅ mailt es (ohne den Namen); mit ❌ bleibt es in diesem Raum, und ohne Antwort auch. „!note …“ und „!reply …“ sagen es im Voraus.
helpdesk-same-dropped = Nicht gemailt: Es bleibt in diesem Raum.
helpdesk-mailed-already = Zu spät: Das ist schon gemailt und lässt sich nicht zurückholen. Für eine Berichtigung antworten Sie auf diese Nachricht; Ihre Antwort geht an dieselben Leute.
helpdesk-mailed-under-way = Zu spät: Das lässt sich nicht mehr ändern oder zurückholen. Die Mail ist geschrieben, auch wenn der Mailserver sie noch nicht für alle angenommen hat; es wird weiter versucht. Für eine Berichtigung antworten Sie auf diese Nachricht; Ihre Antwort geht an dieselben Leute.
helpdesk-done = Erledigt. Der Raum ist aus der Liste der offenen Gespräche; eine neue Mail bringt ihn zurück.
helpdesk-done-already = Dieses Gespräch ist schon erledigt.
helpdesk-reopened = Dieses Gespräch ist wieder offen.
helpdesk-open-already = Dieses Gespräch ist schon offen.
helpdesk-snoozed = Zurückgestellt bis { $until }, oder bis eine Mail kommt.
helpdesk-snooze-how = Bis wann? Zum Beispiel: !mail snooze 4h, !mail snooze morgen 9:00, !mail snooze Mo, !mail snooze 2026-12-01. Höchstens ein Jahr.
helpdesk-today = heute
helpdesk-tomorrow = morgen
helpdesk-awake = Die Zeit ist um: Dieses zurückgestellte Gespräch ist wieder offen.
helpdesk-list-of-all = Offen
helpdesk-list-of-mine = Offen, bei Ihnen
helpdesk-list-of-unclaimed = Offen, noch frei
helpdesk-list-of-us = Warten auf uns
helpdesk-list-of-them = Wir warten auf andere
helpdesk-list-of-snoozed = Zurückgestellt
helpdesk-list-of-done = Erledigt
helpdesk-nothing = keine
helpdesk-page-of = Seite { $page } von { $pages }
helpdesk-next-page = Mehr: { $command }
helpdesk-no-subject = (ohne Betreff)
helpdesk-waits-us = wartet seit { $span } auf uns
helpdesk-waits-them = wir warten seit { $span }
helpdesk-waits-nobody = seit { $span }
helpdesk-turn-us = wartet auf uns seit { $date }
helpdesk-turn-them = wir warten seit { $date }
helpdesk-had-short = 👀 { $name }
helpdesk-free = noch frei
helpdesk-list-how = „{ $word }“ ist keine Liste, keines Ihrer Konten und keine Seite. So wird es benutzt: !mail list unclaimed 2
helpdesk-overview =
    { $total ->
        [one] { $total } offenes Gespräch
       *[other] { $total } offene Gespräche
    }
helpdesk-and-more = und { $count } weitere: !mail list
helpdesk-overview-enter = 👀 auf seiner Zeile im Posteingang, oder !mail claim mit seinem Link, übernimmt ein Gespräch und lädt Sie in seinen Raum ein.
helpdesk-remind-you = Dieses Gespräch wartet seit { $span } auf eine Antwort.
helpdesk-remind-team = Diese Gespräche warten auf eine Antwort, und niemand kümmert sich darum (die Reaktion 👀 im Raum übernimmt eines):

## The team of an account changes

team-asked =
    { $count ->
        [one] ⚠ { $names } gehört laut Konfiguration nicht mehr zu diesem Team und darf hier nichts mehr.
       *[other] ⚠ { $count } Personen gehören laut Konfiguration nicht mehr zu diesem Team und dürfen hier nichts mehr: { $names }.
    }
team-given-back =
    { $claims ->
        [0] Um kein Gespräch haben sie sich gekümmert.
        [one] Um ein Gespräch, das ihres war, kümmert sich jetzt niemand.
       *[other] Um { $claims } Gespräche, die ihre waren, kümmert sich jetzt niemand.
    }
team-asked-rooms =
    { $rooms ->
        [one] Noch sind sie in einem Raum dieses Kontos.
       *[other] Noch sind sie in { $rooms } Räumen dieses Kontos.
    }
team-asked-how = So viele auf einmal können ein Versehen sein, deshalb wird niemand ohne ein Wort aus den Räumen entfernt: ✅ entfernt sie aus dem Space und seinen Räumen, ❌ lässt sie ohne Rechte darin. War es ein Versehen, dann nehmen Sie sie in der Konfiguration wieder ins Team auf; dann geschieht nichts weiter.
team-begun = { $names }: nicht mehr in diesem Team. Das Entfernen aus { $rooms } Räumen hat begonnen; es dauert eine Weile.
team-progress = Die Räume folgen dem Team: { $done } von { $rooms } sind erledigt.
team-left = { $name } gehört nicht mehr zum Team: { $rooms ->
        [one] einen Raum
       *[other] { $rooms } Räume
    } verlassen, { $claims ->
        [one] ein Gespräch
       *[other] { $claims } Gespräche
    } zurückgegeben.
team-joined = { $name } gehört jetzt zum Team: in { $rooms ->
        [one] einen Raum
       *[other] { $rooms } Räume
    } eingeladen, mit Moderationsrechten in { $levels }.
team-refused =
    { $rooms ->
        [one] In einem Raum ließ mich der Matrix-Server nicht alles davon tun; das Protokoll nennt ihn.
       *[other] In { $rooms } Räumen ließ mich der Matrix-Server nicht alles davon tun; das Protokoll nennt sie.
    }
team-let-leave = { $names }: Das Entfernen aus { $rooms ->
        [one] einem Raum
       *[other] { $rooms } Räumen
    } beginnt jetzt. Wenn es fertig ist, steht es hier.
team-let-stay = { $names }: weiterhin in den Räumen, ohne Rechte. Wer einen Raum moderiert, kann sie dort immer noch entfernen.
team-reason = Sie gehören nicht mehr zum Team von { $account }.
team-nobody-leaves = Niemand, der nicht mehr zum Team gehört, ist noch in den Räumen.
team-nobody-waits = Niemand wartet auf ein Wort, ob er aus den Räumen entfernt wird.
team-waits = { $name }: seit { $since } nicht mehr im Team, noch in { $rooms ->
        [one] einem Raum
       *[other] { $rooms } Räumen
    }; „team leave“ entfernt alle, die warten, „team stay“ lässt sie dort.
team-leaves = { $name }: seit { $since } nicht mehr im Team, wird aus { $rooms ->
        [one] einem Raum
       *[other] { $rooms } Räumen
    } entfernt.

## Written together, and mailed later
## Drafts that wait for somebody's ✅, mails that wait for a time, prepared answers.

together-draft = Ein Entwurf von { $name }. Er wird gemailt, wenn jemand anderes, der Mails senden darf, ✅ an diese Nachricht setzt; ❌ nimmt ihn zurück.
together-draft-changed = Dieser Entwurf wurde geändert: Ein früheres ✅ zählt nicht mehr.
together-draft-by = Sein Wortlaut ist jetzt von { $name }.
together-who-can = Das ✅ kann kommen von { $people }.
together-nobody-can = Sonst darf niemand im Team Mails senden: Fragen Sie die Verwaltung von Mailroom.
together-files = Angehängt: { $files }
together-more = Weitere { $count } Zeichen stehen nicht hier, sondern in den Nachrichten darüber.
together-yes = { $name } sagt Ja: Es wird in { $seconds } Sekunden gemailt. Wer das ✅ wegnimmt oder etwas ändert, hält es auf.
together-yes-later = { $name } sagt Ja: Es wird um { $time } gemailt. Wer das ✅ wegnimmt oder etwas ändert, hält es auf.
together-yes-gone = Das ✅ wurde weggenommen: Der Entwurf wartet wieder.
together-yes-own = Ihr ✅ zählt nicht an dem, was Sie selbst geschrieben haben: Jemand anderes muss es ansehen.
together-yes-may-not = Ihr ✅ zählt nicht: Sie dürfen hier keine Mails senden.
together-yes-old = Ihr ✅ zählt hier nicht. Es gehört an meine neueste Nachricht zu diesem Entwurf, die zeigt, was gemailt wird.
together-yes-nobody = Ihr ✅ zählt noch nicht: Niemand bekäme diese Mail. Mit !mail to legen Sie fest, wer sie bekommt.
together-left = Sie ist schon hinausgegangen oder wurde zurückgenommen.
together-draft-none = Hier wartet kein Entwurf. Schreiben Sie !mail draft und den neuen Wortlaut als Antwort auf meine Nachricht zu ihm.
together-draft-several = Hier warten mehrere Entwürfe: Schreiben Sie es als Antwort auf meine Nachricht zu dem, den Sie meinen.
together-draft-set = Der Entwurf hat jetzt diesen Wortlaut. Meine nächste Nachricht zeigt ihn und fragt neu nach einem ✅.
together-at = Dies wird um { $time } gemailt, an { $people }. Bis dahin können Sie es bearbeiten oder löschen, ❌ daran hält es auf, und !mail send now mailt es gleich.
together-at-yes = Außerdem wartet es auf das ✅ von jemand anderem: Ohne das geht dann nichts hinaus.
together-now = Es wird in { $seconds } Sekunden gemailt.
together-now-yes = Es wird gemailt, wenn jemand anderes ✅ an meine Nachricht dazu setzt.
together-at-how = Wann? Zum Beispiel: !mail send at 8:00, !mail send at morgen 9:00, !mail send at Mo, !mail send at 2026-12-01. Höchstens ein Jahr im Voraus.
together-nothing-held = Hier wartet nichts von Ihnen darauf, gemailt zu werden. Schreiben Sie die Nachricht und dann !mail send at 8:00, solange sie noch zurückgenommen werden kann; oder schreiben Sie es als Antwort auf eine Nachricht, die wartet.
together-answers = Vorbereitete Antworten: { $names }. !mail answer und der Name mailt eine.
together-answers-none = Für dieses Konto gibt es keine vorbereiteten Antworten: Wer Mailroom betreibt, kann welche schreiben.
together-answer-unknown = Es gibt keine vorbereitete Antwort „{ $name }“.
together-answer-shown = { $name }, mit der vorbereiteten Antwort „{ $answer }“:
together-came = Bevor dies gemailt wurde, kam eine neue Mail von { $from }. Es wartet noch; ❌ daran hält es auf.

## What somebody may not do

permissions-may-not-read = Sie dürfen Mailroom hier nicht benutzen.
permissions-may-not-draft = Sie dürfen hier keine Entwürfe schreiben.
permissions-may-not-answer = Sie dürfen hier nicht per Mail antworten: Was Sie schreiben, bleibt in diesem Raum.
permissions-may-not-compose = Sie dürfen hier keine Gespräche beginnen.
permissions-may-not-outside = Sie dürfen nicht an Leute schreiben, die an diesem Gespräch nicht teilnehmen.
permissions-may-not-invite = Sie dürfen hier niemanden einladen, der per E-Mail teilnimmt.
permissions-may-not-source = Das dürfen Sie hier nicht sehen.
permissions-may-not-release = Das dürfen Sie hier nicht entscheiden.
permissions-may-not-manage = Sie dürfen keine Konten verwalten.
permissions-takes = Dafür braucht es die Berechtigung „{ $level }“.
permissions-ask-team = Bitten Sie { $people } darum;
permissions-ask-admins = geben kann sie Ihnen { $people }.
permissions-ask-any-admin = geben kann sie Ihnen die Verwaltung von Mailroom.
permissions-quota-reached = Sie haben binnen 24 Stunden { $mails } Mails geschrieben, so viele, wie eine Person darf.
permissions-quota-waits = Diese ist nicht verloren: Sie wartet und geht um { $time } hinaus. Bis dahin können Sie sie mit ❌ zurücknehmen.

## Accounts, queues and quarantine

operations-state-stopped = angehalten
operations-state-connecting = verbindet sich
operations-state-catching-up = holt auf
operations-state-connected = verbunden
operations-state-transient = nicht erreichbar, wird erneut versucht
operations-state-bad-credentials = die Anmeldung wurde abgelehnt, die Verwaltung muss eingreifen
operations-way-out = Senden: { $state }
operations-way-out-untried = noch nicht versucht
operations-way-out-ready = geht
operations-way-out-transient = geht nicht, wird wieder versucht
operations-way-out-bad-credentials = die Anmeldung wurde abgelehnt, die Administration muss handeln
operations-since = seit { $time }
operations-because = ({ $reason })
operations-why-login-refused = der Mailserver sagt, dass das Passwort falsch ist
operations-why-login-unexplained = der Mailserver lehnt die Anmeldung ab und sagt nicht, warum
operations-why-mailbox-missing = diesen Ordner gibt es nicht
operations-why-mailbox-unavailable = diese Ordner lassen sich nicht lesen
operations-why-mail-unannounced = der Mailserver meldet neue Mail dort nicht, deshalb kommt sie spät
operations-why-no-room = hier ist kein Platz für Mail
operations-why-no-secret = sein Passwort fehlt oder lässt sich hier nicht öffnen
operations-why-oauth2-refused = der Server, der den Zugang gibt (oauth2), verweigert ihn
operations-why-oauth2-away = der Server, der den Zugang gibt (oauth2), ist nicht erreichbar oder antwortet nicht, wie er soll
operations-why-other = der Mailserver ist nicht erreichbar oder antwortet nicht, wie er sollte
operations-last-mail = letzte Mail { $time }
operations-no-mail-yet = noch keine Mail
operations-retry-at = nächster Versuch { $time }
account-none = Alle Konten stehen in der Konfigurationsdatei.
account-served = { $account }: in Gebrauch
account-waits = { $account }: wartet – { $why }
account-left-out = { $account }: ausgelassen – { $why }
account-leaving = { $account }: wird mit allem, was es davon gibt, weggenommen
account-added = { $account } ist hinzugefügt und wartet auf sein Passwort: „mailroom ctl account change { $account } --password-file DATEI“ auf dem Rechner gibt es, niemals ein Chat.
account-changed = { $account } ist geändert.
account-removed = { $account } ist entfernt. Seine Unterhaltungen bleiben, wie sie sind.
account-purged = { $account } ist entfernt, mit allem, was es davon gibt.
account-refused = Nichts wurde geändert: { $why }
account-key = „{ $account }“ kann nicht der Schlüssel eines Kontos sein: Kleinbuchstaben, Ziffern und Bindestriche.
account-no-secret = Ein Passwort gehört nicht in einen Chat. Löschen Sie diese Nachricht, und ändern Sie das Passwort beim Mailserver, falls es eines war. Geben Sie es mit „mailroom ctl account change { $account } --password-file DATEI“ auf dem Rechner ein oder auf der Seite für Anmeldungen, wo es eine gibt.
operations-connecting-now = { $accounts }: wird jetzt verbunden; „accounts“ zeigt, wie es ausging.
operations-all-connected = Nichts zu tun: schon verbunden.
operations-no-accounts = Es gibt kein Konto, zu dessen Team Sie gehören.
operations-which-account = Welches Konto? { $known }
operations-nothing-waits = nichts wartet
operations-held = { $count } noch änderbar
operations-leaving = { $count } kurz vor dem Versand
operations-deferred = { $count } von einem Mailserver noch nicht angenommen, werden von selbst wieder versucht
operations-failed = { $count } nicht zustellbar
operations-jobs = { $queue }: { $waiting } warten, am längsten seit { $age }
operations-jobs-quarantined = { $queue }: { $count } in Quarantäne
operations-queue-mail-in = eingegangene Mails
operations-queue-matrix-send = Nachrichten für die Räume
operations-queue-event-in = Nachrichten und Reaktionen aus Räumen
operations-queue-mail-out = zu sendende Mails
operations-queue-mail-sent = Kopien für den Ordner „Gesendet“
operations-queue-notice-out = Mails, die Absendern eine Abweisung melden
operations-queue-guest-mail = Mails an Gäste mit dem, was gesagt wurde
operations-queue-desk = Ordnung, Namen und Übersicht der Räume
operations-queue-member-act = Leute, die in Räume einzuladen oder daraus zu entfernen sind
operations-quarantine-empty = Nichts ist in Quarantäne.
operations-quarantine-count = In Quarantäne: { $total }
operations-quarantine-count-latest = In Quarantäne: { $total }, die letzten { $shown }:
operations-unread-mail = eine Mail im Ordner { $mailbox }, die sich nicht lesen ließ
operations-stopped-job = Arbeit, die zu oft fehlschlug: { $queue }
operations-reason = Grund: { $text }
operations-size = Größe: { $kilobytes } KB
operations-hash = SHA-256: { $sha256 }
operations-not-in-quarantine = { $number } ist nicht in Quarantäne.
operations-retried = { $number } wird erneut versucht.
operations-quarantine-how = { $show } sagt mehr, { $retry } versucht es erneut.
operations-not-alone = In diesem Gespräch sind noch andere, deshalb sage ich hier nichts über Konten. Bitte beginnen Sie eines mit mir allein.
operations-encrypted = Dieses Gespräch ist verschlüsselt, das kann ich nicht lesen. Bitte beginnen Sie eines ohne Verschlüsselung.
operations-withheld = ⚠ Der Mailserver führt eine Mail im Ordner { $mailbox } auf, gibt sie aber nicht heraus: von { $sender }, „{ $subject }“. Mailroom versucht es von selbst weiter und zeigt sie, sobald es sie bekommt. Bis dahin sehen Sie sie bitte in einem Mailprogramm an. { $show } sagt mehr.
operations-sender-unknown = jemandem, den er nicht nennt
operations-withheld-mail = eine Mail im Ordner { $mailbox }, die der Mailserver nicht herausgibt
operations-from = Von: { $sender }
operations-subject = Betreff: { $subject }
operations-trouble = ⚠ Mailroom erreicht das Postfach seit { $time } nicht, hier kommt deshalb keine neue Mail an. Nichts geht verloren: Sie wartet im Postfach und kommt, sobald der Mailserver antwortet. Mailroom versucht es von selbst weiter.
operations-stopped = ⚠ Mailroom betreut dieses Postfach seit { $time } nicht, hier kommt deshalb keine neue Mail an. Nichts geht verloren: Sie wartet im Postfach. Bitte sagen Sie es denen, die Mailroom betreiben.
operations-unread = ⚠ Mailroom kann { $folders } seit { $time } nicht lesen: Der Mailserver sagt, dass es diesen Ordner nicht gibt oder dass er nicht geöffnet werden darf. Die Mail darin geht nicht verloren, aber hier sieht sie niemand. Die Verwaltung muss den Namen in der Konfiguration (imap.mailboxes) prüfen und was die Anmeldung lesen darf.
operations-unannounced = ⚠ Der Mailserver meldet seit { $time } keine neue Mail in { $folders }: Sie wird erst gefunden, wenn Mailroom selbst nachsieht, und kommt also spät. Nichts geht verloren. Wer Mailroom betreibt, kann den Betreiber des Mailservers nach IMAP IDLE fragen oder times.poll in der Konfiguration senken.
operations-well = Mit dem Postfach ist seit { $time } wieder alles in Ordnung: Neue Mail kommt wie gewohnt, und was gewartet hat, kommt jetzt.
operations-no-rooms = ⚠ Der Matrix-Server legt seit { $time } keine neuen Räume für Mailroom an, neue Unterhaltungen erscheinen deshalb nicht. Nichts geht verloren: Ihre Mails warten und erscheinen, sobald er wieder Räume anlegt. Bitte sagen Sie es denen, die Mailroom betreiben: „mailroom check“ nennt den Grund.
operations-rooms-again = Der Matrix-Server legt wieder Räume an: Die Unterhaltungen, die seit { $time } gewartet haben, erscheinen jetzt.
operations-full-database = ⚠ Es wird keine Mail geholt: Die Datenbank ist so groß, wie sie werden darf. Nichts geht verloren, die Mail bleibt im Postfach; sie wird geholt, sobald Platz ist. Bitte sagen Sie es denen, die Mailroom betreiben.
operations-full-disk = ⚠ Es wird keine Mail geholt: Der Datenträger der Datenbank ist fast voll. Nichts geht verloren, die Mail bleibt im Postfach; sie wird geholt, sobald Platz ist. Bitte sagen Sie es denen, die Mailroom betreiben.
operations-room-again = Es ist wieder Platz: Mail wird wie gewohnt geholt, und was gewartet hat, kommt jetzt.

reload-refused = Die Konfigurationsdatei enthält Fehler, deshalb wurde nichts geändert. Bitte hier korrigieren und dann neu laden:
reload-taken =
    { $count ->
        [1] Der eine Prozess, der läuft, hat die Konfiguration neu gelesen.
       *[other] { $count } Prozesse haben die Konfiguration neu gelesen.
    }
reload-nobody = Die Konfigurationsdatei ist in Ordnung. Mailroom läuft nicht, es wurde also nichts neu geladen: Die Datei wird beim nächsten Start gelesen.
reload-nothing = Nichts darin weicht von dem ab, was schon galt.
reload-added = Neue Konten: { $accounts }
reload-removed = ⚠ Herausgenommene Konten: { $accounts }. Für sie kommt und geht keine Mail mehr. Wenn das ein Versehen war, die Konten wieder in die Datei eintragen und neu laden.
reload-changed = Geändert für { $account }: { $fields }
reload-members-added = Neu im Team von { $account }: { $people }
reload-members-removed = Nicht mehr im Team von { $account }: { $people }
reload-settings = Geändert für alle Konten: { $fields }
reload-needs-restart = ⚠ Auch das hat sich in der Datei geändert, aber bis zu einem Neustart arbeitet Mailroom mit den bisherigen Werten weiter: { $fields }
reload-process-waiting = ⚠ { $process } hat die Konfiguration noch nicht gelesen. Bis dahin dürfen alle nur, was die alte und die neue Konfiguration beide erlauben. Wenn der Prozess hängt, bitte neu starten.
reload-process-differs = ⚠ { $process } hat seine Konfiguration gelesen, aber seine Datei ist eine andere als die geprüfte. Bis beide dasselbe sagen, dürfen alle nur, was beide erlauben.
reload-process-refused = ⚠ { $process } arbeitet mit der bisherigen Konfiguration weiter, weil seine Datei Fehler enthält. Bitte dort korrigieren und dann neu laden:

## The answers to commands

commands-note = eine Nachricht nur für diesen Raum; sie wird nie gemailt
commands-hold-hint = Bis eine Nachricht gemailt ist, kann sie geändert, gelöscht oder mit der Reaktion ❌ angehalten werden.
commands-unknown = Den Befehl „{ $name }“ gibt es nicht.
commands-did-you-mean = War { $usage } gemeint?
commands-see-help = !mail help zeigt alle Befehle.
commands-wrong-use = Er wird so benutzt: { $usage }
commands-goes-to = Die nächste Nachricht geht an:
commands-this-goes-to = Das geht an:
commands-cc = Kopie
commands-nobody = Niemand bekäme eine Antwort: Keine Mail dieses Gesprächs hat eine Adresse außerhalb. Nehmen Sie mit !mail to name@example.org jemanden auf.
commands-why-reply = weil sie auf die Nachricht von { $address } antwortet
commands-why-latest = weil die letzte Mail von { $address } kam; antworten Sie auf eine andere Nachricht, um diese zu beantworten
commands-why-bcc = nur an den Absender, { $address }, weil diese Mail als Blindkopie kam
commands-why-same = weil sie die Nachricht bekommen haben, auf die diese folgt
commands-reply-to-used = Der Absender wünscht Antworten an eine andere Adresse als die eigene.
commands-account = Konto { $address }:
commands-account-state-ready = verbunden
commands-account-state-connecting = verbindet sich
commands-account-state-stopped = angehalten, die Verwaltung muss eingreifen
commands-open-mail = Eine Mail wird noch { $seconds } Sekunden gehalten und kann geändert werden.
commands-waiting-mails =
    { $count ->
        [one] Eine Mail wartet auf den Versand.
       *[other] { $count } Mails warten auf den Versand.
    }
commands-failed-mails =
    { $count ->
        [one] Eine Mail konnte nicht zugestellt werden.
       *[other] { $count } Mails konnten nicht zugestellt werden.
    }
commands-nothing-waits = Nichts wartet auf den Versand.
commands-last-sent = Die letzte Mail ging um { $time } hinaus.
commands-retrying =
    { $count ->
        [one] Eine Mail wird erneut versucht.
       *[other] { $count } Mails werden erneut versucht.
    }
commands-nothing-to-retry = Es gibt nichts zu wiederholen.
commands-refused = Nicht zugestellt an { $address }. Deren Server sagt: { $words }
commands-deferred = Noch nicht zugestellt an { $address }, es wird erneut versucht. Deren Server sagt: { $words }
commands-gave-up = Nicht zugestellt an { $address }, nach vielen Versuchen. Die letzte Antwort war: { $words }
commands-not-sent = Diese Nachricht wurde nicht gemailt: { $words }
commands-unknown-outcome = Die Verbindung brach ab, als dies dem Mailserver übergeben wurde: Es kann gesendet sein oder nicht.
commands-unknown-resent = Sie wird in einigen Minuten mit derselben Kennung noch einmal verschickt, damit Mailprogramme sie einmal zeigen.
commands-unknown-held = Es wird nicht von selbst noch einmal gesendet; !mail retry sendet es erneut.
commands-too-large = Diese Nachricht wurde nicht gemailt: Als Mail hat sie { $size }, und unser eigener Mailserver nimmt höchstens { $limit }. Dateien wachsen in einer Mail um ein Drittel. Schicken Sie sie in mehreren Nachrichten, machen Sie sie kleiner, oder schicken Sie einen Link.
commands-too-large-without-limit = Diese Nachricht wurde nicht gemailt: Mit { $size } ist sie zu groß für unseren eigenen Mailserver, der nicht sagt, wie viel er nimmt. Dateien wachsen in einer Mail um ein Drittel. Schicken Sie sie in mehreren Nachrichten, machen Sie sie kleiner, oder schicken Sie einen Link.
commands-utf8-missing = Diese Nachricht wurde nicht gemailt: Eine der Adressen hat Buchstaben, die der Mailserver nicht nimmt, etwa ä oder é.
commands-already-mailed = Zu spät: Das ist schon gemailt. Die Änderung bleibt in diesem Raum.
commands-encrypted-not-mailed = Diese Nachricht ist verschlüsselt, ich kann sie deshalb nicht lesen, und sie wurde nicht gemailt. Bitte schreiben Sie sie ohne Verschlüsselung.
commands-intro-thread = Was in diesem Raum geschrieben wird, geht als E-Mail hinaus. Diese Befehle nicht:
commands-intro-lobby = Nichts, was in diesem Raum geschrieben wird, wird gemailt. Ich verstehe diese Befehle:
commands-intro-inbox = Jedes neue Gespräch ist hier eine Zeile; nichts, was in diesem Raum geschrieben wird, wird gemailt. Ich verstehe diese Befehle:
commands-intro-management = Guten Tag, ich bin Mailroom. Nichts, was hier geschrieben wird, wird gemailt. Ich verstehe:
commands-more = { $usage } sagt mehr über einen davon.
commands-example = Beispiel: { $text }
commands-place-thread = im Raum eines Gesprächs
commands-place-lobby = im Raum „Moderation“ eines Kontos
commands-place-inbox = im Posteingang eines Kontos
commands-place-management = in einem direkten Gespräch mit mir
commands-elsewhere = „{ $name }“ geht in diesem Raum nicht. Benutzen Sie es { $places }.
commands-or = oder

## The language of answers

language-name-en = Englisch
language-name-de = Deutsch
language-name-es = Spanisch
language-name-fr = Französisch
language-name-it = Italienisch
language-name-nl = Niederländisch
language-name-pl = Polnisch
language-name-pt = Portugiesisch
language-listed-unreviewed = { $language } ({ $tag }, noch nicht durchgesehen)
language-unreviewed = Diese Texte hat noch niemand durchgesehen, dessen Muttersprache es ist. Verbesserungen sind willkommen.
language-is = Sie bekommen Antworten auf { $language }.
language-set = Von jetzt an bekommen Sie Antworten auf { $language }.
language-unknown = Ich spreche { $known }.

## Die Zeitzone der Antworten

zone-is = Ich nenne Ihnen Zeiten in { $zone }. Dort ist es jetzt { $time }.
zone-is-account = Sie haben keine Zeitzone gewählt; darum nenne ich Ihnen Zeiten in der des Kontos, { $zone }. Dort ist es jetzt { $time }.
zone-set = Von jetzt an nenne ich Ihnen Zeiten in { $zone }. Dort ist es jetzt { $time }. Zeigt Ihre Uhr dasselbe?
zone-as-account = Von jetzt an nenne ich Ihnen Zeiten in der Zeitzone des Kontos.
zone-unknown = Eine Zeitzone „{ $text }“ kenne ich nicht.
zone-meant = Meinten Sie { $zones }?
zone-how = Eine andere wählen Sie mit Gebiet und Ort: !mail zone Europe/Berlin. Mit !mail zone account gilt wieder die des Kontos.

ping-way = Diese Antwort hat { $whole } gedauert: { $before }, bis Ihre Nachricht vom Matrix-Server hier war, { $here } bis zur Antwort.
ping-here = Diese Antwort hat { $here } gedauert, seit Ihre Nachricht hier war. Wie lange sie hierher brauchte, lässt sich nicht sagen: Die Uhr des Matrix-Servers geht zu sehr anders als unsere.
ping-too-long = Wie lange diese Antwort gedauert hat, lässt sich nicht sagen: Ihre Nachricht hat hier länger als einen Tag gewartet, oder die Uhr wurde inzwischen gestellt.

## The original of a mail

source-reply-to = Schreiben Sie !mail source als Antwort auf die Nachricht, deren Original Sie wollen.
source-unknown = Zu dieser Nachricht gehört keine Mail.
source-gone = Das Original dieser Mail wird hier nicht (oder nicht mehr) aufbewahrt; sehen Sie im Postfach nach. Seine Prüfsumme (SHA-256) war { $hash }.
source-gone-without-hash = Das Original dieser Mail wird hier nicht (oder nicht mehr) aufbewahrt; sehen Sie im Postfach nach.

## Search

search-nothing = Nichts gefunden.
search-found = Gefunden: { $count }
search-found-more = Gefunden: mehr als { $count }
search-reading = Ältere Mails werden noch eingelesen (bisher { $percent } %): Noch werden nicht alle gefunden.
search-nothing-asked = Sagen Sie, was gesucht wird: Wörter oder from:bob to:alice subject:Lampe has:pdf in:support after:2019 before:2020-06. Wörter in Anführungszeichen stehen zusammen; -Wort kommt nicht vor; Lam* ist der Anfang eines Wortes.
search-needs-person = „{ $word }“ braucht einen Namen oder eine Adresse, etwa from:bob oder from:bob@example.org
search-needs-words = „{ $word }“ braucht Wörter, etwa subject:Lampe
search-needs-date = „{ $word }“ braucht ein Jahr, einen Monat oder einen Tag, etwa after:2019, after:2019-03 oder before:2019-03-14
search-needs-kind = „{ $word }“ braucht eine Art von Datei, etwa has:file, has:pdf, has:image oder has:docx
search-needs-place = „{ $word }“ braucht ein Konto oder einen Ordner; Ihre sind: { $known }
search-too-much = Das ist zu viel auf einmal: höchstens { $most } Wörter und Bedingungen.

## What each command does

help-brake = zeigt, welche Antworten angehalten sind, weil wohl Automaten einander antworten; „reset“ gibt sie frei
help-breaker = zeigt, ob alle ausgehende Mail angehalten ist; „reset“ beendet das
help-list = listet die offenen Gespräche auf: all (alle), mine (Ihre), unclaimed (noch frei), us (warten auf uns), them (wir warten), snoozed (zurückgestellt) oder done (erledigt)
help-claim = übernimmt dieses Gespräch, damit die anderen sehen, dass Sie sich darum kümmern; ebenso die Reaktion 👀
help-unclaim = gibt dieses Gespräch zurück
help-assign = gibt dieses Gespräch jemandem aus dem Team
help-done = schließt dieses Gespräch; ebenso die Reaktion ✅. Eine neue Mail öffnet es wieder
help-reopen = öffnet dieses Gespräch wieder
help-snooze = stellt dieses Gespräch für eine Zeit (4h, 3d) oder bis zu einem Tag (morgen 9:00, Mo, 2026-12-01) zurück
help-send = wann Ihre wartende Nachricht gemailt wird: send at 8:00, send at Mo; send now mailt sie gleich
help-draft = gibt einem Entwurf, der auf ein ✅ wartet, einen neuen Wortlaut, wer immer ihn geschrieben hat
help-answer = mailt eine vorbereitete Antwort in Ihrem Namen; ohne Namen werden alle genannt
help-compose = beginnt ein Gespräch in einem eigenen Raum; was fehlt, wird erfragt; weitere Zeilen sind seine erste Mail
help-forward = schickt eine Mail an jemanden außerhalb, auf Wunsch mit Worten dazu; die Antworten kommen in einen eigenen Raum
help-cancel = beendet meine Fragen zu einem neuen Gespräch; es wird keines begonnen
help-to = wer Ihre nächste Nachricht bekommt, und warum; +Adresse nimmt auf, -Adresse heraus, Adressen allein sind die neue Liste
help-cc = wer Kopien bekommt; wird ebenso geändert
help-bcc = wer sie bekommt, ohne dass es sonst jemand sieht; wird ebenso geändert
help-from = von welcher Adresse des Kontos dieses Gespräch ausgeht
help-subject = der Betreff der folgenden Mails
help-reply-to-sender = Antworten gehen nur an den Absender der beantworteten Mail; off: wieder an alle. Für eine Nachricht: !sender TEXT
help-block = wessen Mail nicht gezeigt wird, im Konto oder in diesem Raum („here“); als Antwort auf eine Nachricht: deren Absender, in diesem Raum
help-allow = wer ohne Nachfrage teilnimmt; als Antwort auf eine Nachricht: deren Absender, in diesem Raum
help-rules = zeigt, wer teilnehmen darf und wie viele Mails nicht gezeigt wurden; „drop“ nimmt eine Regel weg
help-entry = zeigt oder setzt, ob in diesem Raum jeder teilnehmen darf, der antwortet und geprüft ist
help-invite = lädt jemanden über die Adresse ein, per E-Mail an diesem Raum teilzunehmen; „last“ mit einer Zahl schickt so viele der letzten Nachrichten mit
help-uninvite = beendet, dass jemand per E-Mail an diesem Raum teilnimmt
help-guests = zeigt, wer diesen Raum per E-Mail liest. Ändert, was er über sie sagt: „answer“ oder „invitation“ (ab wann sie bekommen, was gesagt wird), „now“, „hourly“ oder „daily“, „verified“ oder „unverified“
help-move = als Antwort auf eine Nachricht: legt sie und was auf sie antwortet in das Gespräch eines anderen Raums
help-split = als Antwort auf eine Nachricht: macht aus ihr und allem, was danach kam, ein eigenes Gespräch
help-merge = legt dieses ganze Gespräch in das eines anderen Raums
help-help = zeigt diese Liste
help-status = zeigt, wie es um das Konto steht und wie weit die Mails dieses Raums gekommen sind
help-retry = versucht erneut, was nicht zugestellt wurde; als Antwort auf eine Nachricht: nur diese
help-unpause = sendet wieder an eine Adresse, an die eine Mail nicht zugestellt werden konnte
help-search = findet Mails und Antworten nach ihren Wörtern, auch in Dateien: from:bob to:alice subject:Lampe has:pdf in:support after:2019 before:2020-06, „Wörter in Anführungszeichen“, -Wort, page 2
help-source = als Antwort auf eine Nachricht: legt ihre Mail im Original als Datei hierher
help-why = als Antwort auf eine Nachricht: warum ihre Mail in diesem Gespräch steht und wie ihr Absender geprüft wurde
help-accept = als Antwort auf die Nachricht über eine verdächtige Mail: zeigt sie in ihrem Gespräch
help-refuse = als Antwort auf die Nachricht über eine verdächtige Mail: lässt sie weg
help-overflow = zeigt die Mails, die warten, weil von außen zu viele kamen; „let-in“ lässt sie herein, „discard“ lässt sie weg
help-old = zeigt die alte Mail, die in Menge kam und wartet; „quietly“ und „as-new“ lassen sie herein, „leave“ lässt sie im Postfach
help-account = zeigt die Konten, die im laufenden Betrieb hinzugekommen sind; „add“, „change“ und „remove“ tun das, nur Passwörter gibt man anderswo
help-accounts = zeigt, wie es um jedes Ihrer Konten steht: Zustand, seit wann, und die letzte Mail; „retry“ verbindet eines jetzt, das nicht erreichbar ist
help-team = zeigt, wer nicht mehr zum Team gehört und noch in seinen Räumen ist; „leave“ entfernt sie, „stay“ lässt sie ohne Rechte dort
help-queue = zeigt, was auf Versand oder Anzeige wartet und was fehlgeschlagen ist
help-quarantine = zeigt, was sich nicht lesen oder erledigen ließ; „show“ sagt mehr über eines, „retry“ versucht es erneut
help-reload = liest die Konfigurationsdatei neu ein, ohne Neustart
help-ping = zeigt, wie lange der Weg vom Matrix-Server bis zur Antwort gedauert hat
help-language = zeigt oder setzt die Sprache, in der Sie Antworten bekommen
help-login = das eigene Postfach mitbringen, im Direktchat mit mir
help-logout = das eigene Postfach wieder wegnehmen
help-zone = zeigt oder setzt die Zeitzone, in der ich Ihnen Zeiten nenne

## Work that waited, failed for good, or was tried again and again

queue-not-shown = ⚠ Ein Teil dieser Mail fehlt hier: Der Matrix-Server nimmt ihn nicht an. „!mail quarantine“ im Raum „Moderation“ sagt mehr.
queue-set-aside = ⚠ Hiermit ging etwas schief: Es wird nicht gemailt und ändert keine Mail. Bitte schreiben Sie es noch einmal; hilft das nicht, sagt „!mail quarantine“ im Raum „Moderation“ mehr.
queue-returned-mail = Das wurde nicht gemailt: Mailroom hatte dieses Konto seit { $since } nicht betreut. Von selbst geht es jetzt nicht hinaus: ✅ mailt es, ❌ verwirft es.
queue-unseen-mail = Ich kann den Raum nicht mehr lesen, in dem das geschrieben wurde, und sehe deshalb nicht, ob es dort geändert oder gelöscht wurde: „{ $words }“. Von selbst geht es nicht hinaus: ✅ mailt es so, wie es hier steht, ❌ verwirft es.
queue-returned-fixed = Das wartet auf ein Ja und lässt sich nicht mehr ändern: ✅ mailt es, wie es ist, ❌ verwirft es.
queue-returned-released = Es wird jetzt gemailt.
queue-returned-discarded = Verworfen: nicht gemailt.
queue-not-served = Mailroom betreut das Konto { $account } zurzeit nicht: Was hier gesagt wird, wird nicht gemailt, und Mail dorthin wird nicht gezeigt. Nichts geht verloren: Sobald es wieder betreut wird, werden Sie hier gefragt, was mit dem inzwischen Gesagten geschehen soll. Wer Mailroom betreibt, weiß, warum.
queue-unserved = seit { $since } betreut es kein Prozess
attempt-list = Versuche, sie dem Mailserver zu übergeben:
attempt-accepted = { $attempt }. { $time }, { $address }: angenommen
attempt-deferred = { $attempt }. { $time }, { $address }: noch nicht angenommen
attempt-refused = { $attempt }. { $time }, { $address }: abgelehnt
attempt-not-sent = { $attempt }. { $time }, { $address }: nicht übergeben
attempt-unknown = { $attempt }. { $time }, { $address }: vielleicht gesendet

## Unser eigener Mailserver

delivery-waits = Noch nicht gemailt.
delivery-leaves-by-itself = Die Nachricht bleibt aufgehoben und geht von selbst hinaus, sobald das behoben ist.
delivery-waited = Diese Nachricht wurde nicht gemailt: Sie hat zu lange auf unseren eigenen Mailserver gewartet.
relay-since = Seit { $time } wird nichts gemailt.
relay-news = ⚠ Seit { $time } wird nichts gemailt.
relay-well = Seit { $time } gehen Mails wieder hinaus. Was gewartet hat, ist unterwegs.
relay-trouble-login = Unser eigener Mailserver lehnt die Anmeldung zum Senden ab: Das Passwort in der Konfiguration ist falsch, oder der Anbieter hat die Anmeldung gesperrt.
relay-trouble-login-later = Unser eigener Mailserver kann die Anmeldung zum Senden zurzeit nicht prüfen.
relay-trouble-certificate-expired = Das Zertifikat unseres eigenen Mailservers ist abgelaufen, darum wird ihm keine Mail anvertraut.
relay-trouble-certificate-unknown = Dem Zertifikat unseres eigenen Mailservers ist nicht zu trauen: Es ist auf einen anderen Namen ausgestellt oder von jemandem, den Mailroom nicht kennt.
relay-trouble-tls = Zu unserem eigenen Mailserver kommt keine verschlüsselte Verbindung zustande.
relay-trouble-connection-refused = Unser eigener Mailserver nimmt keine Verbindungen an.
relay-trouble-name-unknown = Der Name unseres eigenen Mailservers ist nicht zu finden.
relay-trouble-silent = Unser eigener Mailserver antwortet nicht.
relay-trouble-unreachable = Unser eigener Mailserver ist nicht zu erreichen.
relay-trouble-refuses = Unser eigener Mailserver weist Mailroom schon beim Verbinden ab.
relay-says = Er sagt: { $words }
relay-remedy-password = Was geschrieben wird, wartet (⏳) und geht danach von selbst hinaus. Bitten Sie die, die Mailroom betreiben, das Passwort (oder oauth2) in seiner Datei zu berichtigen: Es wird binnen einer Minute versucht. „accounts retry { $account }“ im Direktchat mit mir versucht es sofort.
relay-remedy-certificate = Was geschrieben wird, wartet (⏳) und geht danach von selbst hinaus. Wer den Mailserver betreibt, muss sein Zertifikat erneuern, oder wer Mailroom betreibt, muss den richtigen Server und seine Zertifizierungsstelle nennen (smtp.host, smtp.ca_file).
relay-remedy-server = Was geschrieben wird, wartet (⏳) und geht von selbst hinaus, sobald der Server antwortet; er wird alle paar Minuten wieder gefragt. Dauert das an, fragen Sie die, die den Mailserver betreiben.
relay-not-mailed-failed = Nicht gemailt an { $people }.
relay-not-mailed-again = Noch nicht gemailt an { $people }; es wird von selbst wieder versucht.
relay-refusal-news = ⚠ Unser eigener Mailserver nimmt eine Mail von uns nicht an. Wer sie geschrieben hat, weiß davon.
relay-refusal-once = Weitere Mails, denen es so geht, werden denen gesagt, die sie geschrieben haben, und hier nach einem Tag wieder.
relay-refusal-limit = Unser eigener Mailserver nimmt vorerst keine Mails mehr an: Es sind so viele verschickt worden, wie er erlaubt.
relay-refusal-login-needed = Unser eigener Mailserver nimmt keine Mail ohne Anmeldung an, oder nicht mit dieser.
relay-refusal-full = Unser eigener Mailserver hat zurzeit keinen Platz für Mail, oder unser Postfach dort ist voll.
relay-refusal-sender = Unser eigener Mailserver lässt uns nicht unter dieser Adresse senden.
relay-refusal-relaying = Unser eigener Mailserver gibt für uns keine Mail an andere weiter.
relay-refusal-too-large = Unser eigener Mailserver nimmt keine so große Mail an.
relay-refusal-content = Unser eigener Mailserver hält die Mail für Spam, oder ihm gefällt nicht, was darin steht.
relay-refusal-other = Unser eigener Mailserver nimmt die Mail nicht an.
relay-help-limit = Zu tun ist nichts: Sie geht hinaus, wenn wieder etwas frei ist, meist binnen eines Tages. Geschieht das oft, bitten Sie den Anbieter um eine höhere Grenze.
relay-help-login-needed = Wer Mailroom betreibt, muss in der Konfiguration nach smtp.user, smtp.password, smtp.port und smtp.security sehen.
relay-help-full = Meist geht das von selbst vorbei. Hält es an, löschen Sie alte Mails im Postfach oder bitten Sie den Anbieter um mehr Platz.
relay-help-sender = Bitten Sie den Anbieter, diese Anmeldung unter der Adresse des Kontos senden zu lassen, oder die, die Mailroom betreiben, die Anmeldung zu nehmen, die zu ihr gehört. Danach schickt !mail retry sie ab.
relay-help-relaying = Wer Mailroom betreibt, muss in der Konfiguration nach smtp.host und der Anmeldung sehen. Danach schickt !mail retry sie ab.
relay-help-too-large = Dateien wachsen in einer Mail um ein Drittel. Schicken Sie sie in mehreren Nachrichten, machen Sie sie kleiner, oder schicken Sie einen Link.
relay-help-content = Sagen Sie es mit anderen Worten oder ohne die Dateien und Links. Werden gewöhnliche Mails so abgelehnt, fragen Sie den Anbieter nach dem Grund.
relay-help-other = Fragen Sie die, die den Mailserver betreiben, mit den Worten von oben. !mail retry versucht es noch einmal.

## Was Anbieter sagen

provider-microsoft-smtp-off = Microsoft: Das Senden durch Programme (SMTP AUTH) ist für die ganze Organisation abgeschaltet. Ihre Verwaltung kann es für dieses Postfach erlauben (Set-CASMailbox -SmtpClientAuthenticationDisabled $false).
provider-microsoft-smtp-off-mailbox = Microsoft: Das Senden durch Programme (SMTP AUTH) ist für dieses Postfach abgeschaltet. Die Verwaltung der Organisation schaltet es ein: Benutzer, E-Mail, E-Mail-Apps verwalten, Authentifiziertes SMTP.
provider-microsoft-no-passwords = Microsoft nimmt von Programmen keine Passwörter an. An die Stelle des Passworts tritt eine Anmeldung bei Microsoft (oauth2).
provider-microsoft-policy = Microsoft: Eine Regel der Organisation (Sicherheitsstandards oder bedingter Zugriff) verbietet diese Anmeldung. Ihre Verwaltung muss sie erlauben.
provider-microsoft-send-as = Microsoft: Diese Anmeldung darf nicht unter dieser Adresse senden. Die Verwaltung der Organisation gibt ihr für das Postfach das Recht „Senden als“.
provider-microsoft-not-logged-in = Microsoft nimmt Mail zum Senden nur nach einer Anmeldung an: smtp braucht einen Benutzer und ein Passwort oder oauth2.
provider-microsoft-not-connected = Microsoft nimmt die Anmeldung an und öffnet das Postfach nicht: IMAP ist dafür abgeschaltet, es hat keine Lizenz, oder Exchange hat selbst Schwierigkeiten.
provider-microsoft-consent = Microsoft: Noch niemand hat zugestimmt, dass Mailroom dieses Postfach benutzt. Melde dich noch einmal an und stimme zu; wo das nur die Verwaltung darf, muss sie es tun.
provider-microsoft-login = Microsoft lässt diese Anmeldung nicht in das Postfach: Passwort oder Zustimmung ist falsch, wer zugestimmt hat, darf dieses Postfach nicht benutzen, oder IMAP oder SMTP ist dafür abgeschaltet.
provider-client-refused = Der Anbieter kennt den Client von Mailroom nicht, oder dessen Geheimnis ist abgelaufen. Die Verwaltung muss client_id und client_secret berichtigen.
provider-login-again = Die Erlaubnis, dieses Postfach zu benutzen, fehlt, ist abgelaufen oder wurde zurückgenommen, etwa nach einem geänderten Passwort. Jemand muss sich neu anmelden.
provider-google-app-password = Google nimmt von Programmen keine gewöhnlichen Passwörter an: Es will ein App-Passwort (dafür braucht es die Bestätigung in zwei Schritten) oder eine Anmeldung bei Google (oauth2).
provider-google-login = Google nimmt diese Anmeldung nicht an. Gewöhnliche Passwörter nimmt es von Programmen nicht: Es hilft ein App-Passwort oder eine Anmeldung bei Google (oauth2).
provider-google-web-login = Google will, dass sich die Person, der das Postfach gehört, einmal im Webbrowser anmeldet und bestätigt, dass sie es war.
provider-google-imap-off = Google: IMAP ist für dieses Postfach abgeschaltet. Eingeschaltet wird es in den Einstellungen von Gmail, unter „Weiterleitung und POP/IMAP“.
provider-google-imap-off-organisation = Google: IMAP ist für die ganze Organisation abgeschaltet. Ihre Verwaltung schaltet es in der Admin-Konsole ein.
provider-app-password = Dieser Anbieter nimmt von Programmen keine gewöhnlichen Passwörter an: Lege in den Sicherheitseinstellungen des Postfachs ein App-Passwort an und benutze das.

## A mailbox that follows

mailbox-archived = Jemand hat diese Mail in einem Mailprogramm archiviert. Die Unterhaltung ist hier noch offen: ✅ schließt sie.
mailbox-deleted = Jemand hat diese Mail in einem Mailprogramm gelöscht. Hier bleibt sie, und die Unterhaltung ist noch offen: ✅ schließt sie.
mailbox-moved = Jemand hat diese Mail in einem Mailprogramm in einen anderen Ordner verschoben. Die Unterhaltung ist hier noch offen: ✅ schließt sie.
mailbox-many =
    { $count ->
        [one] { $count } Mail wurde auf einmal in einem Mailprogramm gelesen, archiviert oder gelöscht. In ihrem Raum steht davon nichts.
       *[other] { $count } Mails wurden auf einmal in einem Mailprogramm gelesen, archiviert oder gelöscht. In ihren Räumen steht davon nichts.
    }

## Gäste

guests-room-welcome = An diesem Raum können Menschen teilnehmen, die nur E-Mail haben. Nichts verlässt ihn als E-Mail, bevor jemand eingeladen ist.
guests-room-welcome-how = So wird jemand eingeladen: !mail invite bob@example.org Bob
guests-invited = ✉ { $person } ist eingeladen, per E-Mail teilzunehmen. Dorthin geht jetzt eine einzige Mail, und was hier gesagt wird erst nach einer Antwort darauf. !mail uninvite nimmt das zurück.
guests-invited-at-once = ✉ { $person } ist eingeladen, per E-Mail teilzunehmen, und bekommt ab jetzt per E-Mail, was hier gesagt wird. !mail uninvite beendet das.
guests-unverified-hint = Niemand prüft die Absender von Mails an dieses Konto; deshalb werden Mails von Gästen hier nicht gezeigt. !mail guests unverified zeigt sie.
guests-unreadable = Wen? Dazu braucht es eine Adresse, etwa: !mail invite bob@example.org Bob
guests-refused-own = { $address } ist eine unserer eigenen Adressen. Laden Sie den Menschen in Matrix ein.
guests-refused-member = { $address } gehört jemandem aus dem Team. Laden Sie die Person in Matrix ein.
guests-refused-no-power = Niemand wurde eingeladen: Dieser Raum lässt Sie niemanden einladen. Fragen Sie jemanden, der das darf.
guests-refused-encrypted = Niemand wurde eingeladen: Dieser Raum ist verschlüsselt, und was in ihm gesagt wird, darf nicht per E-Mail hinaus.
guests-refused-already = { $address } ist schon eingeladen. !mail guests zeigt, wer per E-Mail mitliest.
guests-refused-stopped = { $address } will keine Mails von hier. Nur von dort lässt sich das ändern, mit einer Mail mit dem Wort START an { $account }.
guests-refused-member-quota = Niemand wurde eingeladen: Sie haben innerhalb eines Tages { $count } eingeladen, so viele, wie die Konfiguration erlaubt. Versuchen Sie es morgen wieder.
guests-refused-all-quota = Niemand wurde eingeladen: Alle zusammen haben innerhalb eines Tages { $count } eingeladen, so viele, wie die Konfiguration erlaubt. Versuchen Sie es morgen wieder.
guests-refused-person-quota = Niemand wurde eingeladen: { $address } hat innerhalb eines Tages schon mehrere Einladungen bekommen. Versuchen Sie es morgen wieder.
guests-no-room = Das ist kein Raum für Gäste. !mail to zeigt, wer bekommt, was hier gesagt wird.
guests-removed = { $person } bekommt nichts mehr aus diesem Raum.
guests-not-there = { $address } ist hier kein Gast. !mail guests zeigt, wer es ist.
guests-answered = { $person } hat auf die Einladung geantwortet und nimmt teil: Was hier gesagt wird, geht ab jetzt per E-Mail dorthin.
guests-stopped = { $person } will keine Mails mehr von hier und bekommt nichts aus diesem Raum. Nur von dort lässt sich das ändern, mit einer Mail mit dem Wort START an { $account }.
guests-started = { $person } nimmt wieder per E-Mail teil.
guests-failed = ⚠ Die Einladung an { $person } ließ sich nicht zustellen und ist damit beendet. Sehen Sie nach, ob die Adresse stimmt.
guests-leaves = Was hier gesagt wird, geht per E-Mail an { $people }.
guests-unverified-kept = Eine Mail, die von { $person } sein will, wird nicht gezeigt: Niemand prüft die Absender von Mails an dieses Konto. !mail guests unverified zeigt weitere.
guests-list-none = Niemand ist eingeladen, per E-Mail an diesem Raum teilzunehmen.
guests-state-invited = eingeladen, noch ohne Antwort
guests-state-active = nimmt per E-Mail teil
guests-state-stopped = will keine Mails
guests-state-removed = wurde herausgenommen
guests-state-failed = war nicht zu erreichen
guests-consent-answer = Wer eingeladen ist, bekommt nach einer Antwort, was hier gesagt wird.
guests-consent-invitation = Wer eingeladen ist, bekommt sofort, was hier gesagt wird.
guests-delivery-now = Es geht nach einer Pause des Gesprächs hinaus.
guests-delivery-hourly = Es wird gesammelt und einmal in der Stunde verschickt.
guests-delivery-daily = Es wird gesammelt und einmal am Tag verschickt.
guests-verified = Mails von Gästen werden nicht gezeigt, weil niemand ihre Absender prüft: !mail guests unverified
guests-unverified = Mails von Gästen werden gezeigt, obwohl niemand ihre Absender prüft: !mail guests verified
guests-ghost-name = { $name } (per E-Mail)
guests-mail-subject = Einladung: { $room }
guests-mail-subject-unnamed = Einladung von { $name }
guests-mail-invites = { $name } lädt Sie zum Gespräch „{ $room }“ ein. Es findet in einem Chat statt; Sie nehmen mit Ihrem Mailprogramm teil und brauchen sonst nichts.
guests-mail-invites-unnamed = { $name } lädt Sie zu einem Gespräch ein. Es findet in einem Chat statt; Sie nehmen mit Ihrem Mailprogramm teil und brauchen sonst nichts.
guests-mail-how = Um teilzunehmen, antworten Sie auf diese Mail: Ihre Antwort wird dort allen gezeigt, und von da an bekommen Sie, was gesagt wird. Ohne Antwort bekommen Sie nichts weiter.
guests-mail-how-at-once = Von jetzt an bekommen Sie, was dort gesagt wird. Was Sie antworten, wird dort allen gezeigt.
guests-mail-stop = Wenn Sie keine Mails von hier wollen, antworten Sie nur mit dem Wort STOP. Dann kann Sie von hier niemand mehr einladen.
guests-stopped-subject = Sie bekommen keine Mails mehr von hier
guests-stopped-text = Eine Mail unter Ihrer Adresse hat darum gebeten. Sie nehmen hier an keinem Gespräch mehr teil, und niemand kann Sie einladen.
guests-stopped-undo = Waren Sie das nicht, oder überlegen Sie es sich anders, antworten Sie auf diese Mail nur mit dem Wort START.
guests-not-here = `!mail { $name }` ist für Mailgespräche. Wer diesen Raum per Mail liest, ist hier Gast: `!mail guests` zeigt die Gäste, `!mail invite ADRESSE` lädt jemanden ein.
guests-encrypted-subject = Was dort gesagt wird, ist jetzt verschlüsselt
guests-encrypted-text = In dem Gespräch, in das { $by } Sie eingeladen hat, wird jetzt verschlüsselt. Verschlüsselte Nachrichten lassen sich nicht als Mail verschicken; Sie bekommen davon nichts. Was Sie schreiben, kommt dort weiterhin an. Fragen Sie { $by }, wie es weitergeht.
guests-page-title = Keine Mails mehr
guests-page-text = Drücken Sie auf die Schaltfläche, wenn Sie keine Mails aus den Gesprächen hier mehr wollen.
guests-page-button = Mails beenden
guests-page-done = Erledigt. Sie bekommen keine Mails aus den Gesprächen hier mehr, und niemand kann Sie einladen.
guests-page-undo = Um das rückgängig zu machen, antworten Sie auf eine Mail, die Sie haben, nur mit dem Wort START.

## Reactions

reaction-said = { $name } hat mit { $emoji } reagiert.
reaction-unplaced = Eine Reaktion von { $person }. Sie gilt keiner Nachricht, die hier bekannt ist, oder kommt nicht von jemandem, der an deren Gespräch teilnimmt; sie liegt im Postfach.
reaction-leaves = Eine Reaktion wie { $emoji } auf eine Mail von { $person } geht als Mail dorthin, an niemanden sonst. Nehmen Sie sie innerhalb von { $seconds } Sekunden weg, und sie geht nicht hinaus.
reaction-mailed = { $name } hat auf Ihre Nachricht reagiert.

## Mail of before

history-done =
    Die Mail seit { $since } ist da: { $mails ->
        [one] eine Mail
       *[other] { $mails } Mails
    } in { $rooms ->
        [one] einem Raum
       *[other] { $rooms } Räumen
    }, in einem eigenen Space. Niemand wurde deshalb benachrichtigt oder eingeladen, und neue Mail geht in denselben Räumen weiter.
history-none = Es gab seit { $since } keine Mail, die zu holen war.
history-left =
    { $count ->
        [one] Eine frühere Mail konnte
       *[other] { $count } frühere Mails konnten
    } nicht geholt werden; was im Postfach liegt, bleibt dort:
history-reading = holt die Mail seit { $since }: bisher { $found } gefunden
history-filling = holt die Mail seit { $since }: { $settled } von { $found }
history-waits = wartet auf { $what }

## Seiten im Browser

web-not-there = Hier ist nichts
web-not-there-help = Sehen Sie nach, ob der ganze Link geöffnet wurde: Mailprogramme schneiden ihn manchmal ab. Links für einen einzigen Gebrauch gibt es danach nicht mehr.
web-too-many = Zu viele Anfragen
web-too-many-help =
    { $seconds ->
        [one] Warten Sie eine Sekunde und laden Sie diese Seite dann neu.
       *[other] Warten Sie { $seconds } Sekunden und laden Sie diese Seite dann neu.
    }
web-failed = Hier ist etwas schiefgegangen
web-failed-help = Verloren ist dadurch nichts. Versuchen Sie es gleich noch einmal; bleibt es so, sagen Sie es denen, die Mailroom betreiben.
web-foreign-form = Dieses Formular kam nicht von unserer Seite
web-foreign-form-help = Zu Ihrer Sicherheit wurde nichts getan. Öffnen Sie den Link noch einmal und füllen Sie das Formular dort aus.

## Eigene Postfächer

login-link = Öffnen Sie innerhalb von 15 Minuten diese Seite und melden Sie sich dort mit Ihrem Postfach an: { $link } Was Sie dort eingeben, kommt nicht nach Matrix.
login-link-then = Am Ende zeigt die Seite sechs Ziffern. Schreiben Sie sie hierher: login und die Ziffern. Geben Sie niemandem den Link oder die Ziffern.
login-added = { $address } ist jetzt hier: Neue Mail kommt in Räume im Space „{ $name }“, in den Sie eingeladen sind und niemand sonst. !mail logout nimmt es wieder weg.
login-wrong =
    { $left ->
        [one] Das sind nicht die Ziffern, die die Seite zeigt. Noch ein Versuch, dann ist die Anmeldung verworfen.
       *[other] Das sind nicht die Ziffern, die die Seite zeigt. Noch { $left } Versuche, dann ist die Anmeldung verworfen.
    }
login-spent = Das war zu oft falsch; die Anmeldung ist verworfen, und was eingegeben wurde, ist gelöscht. !mail login fängt neu an.
login-none = Keine Anmeldung von Ihnen wartet auf Ziffern. !mail login beginnt eine; ihre Ziffern gelten zehn Minuten.
login-already-taken = { $address } ist hier schon ein Konto. Wer Mailroom betreibt, kann sagen, wessen.
login-no-words = Schreiben Sie hier nichts als !mail login und später die sechs Ziffern der Seite. Wenn das ein Passwort war: Löschen Sie die Nachricht und ändern Sie das Passwort.
login-not-allowed = Wer Mailroom betreibt, hat Ihnen nicht erlaubt, ein eigenes Postfach mitzubringen (logins.allowed in der Konfiguration).
login-no-pages = Eigene Postfächer sind hier erlaubt, aber es gibt keine Seite für die Anmeldung. Wer Mailroom betreibt, muss web in der Konfiguration setzen.
logout-none = Hier ist kein Postfach von Ihnen.
logout-which = Welches? !mail logout und die Adresse: { $addresses }
logout-done = { $address } ist weggenommen: die Anmeldung, das Passwort, die Mails und was davon gemerkt war. Das Postfach selbst ist, wie es war. Ich verlasse seine Räume.
login-page-title = Mit dem eigenen Postfach anmelden
login-page-whose = Diese Seite ist für { $user }. Die Mail des Postfachs wird { $user } in Matrix gezeigt. Gehen Sie nur weiter, wenn Sie das sind.
login-page-begin = Das bin ich, weiter
login-page-wrong-title = Noch nicht angemeldet
login-page-address = Mailadresse
login-page-password = Passwort des Postfachs
login-page-password-hint = Viele Anbieter wollen eines für Programme (App-Passwort), wenn Sie sich mit einem zweiten Faktor anmelden.
login-page-name = Ihr Name in Mails
login-page-name-hint = Kann leer bleiben.
login-page-servers = Server
login-page-servers-hint = Sie werden nach der Adresse gefunden. Füllen Sie das nur aus, wenn das nicht gelingt.
login-page-imap = Mail kommt von (IMAP)
login-page-smtp = Mail geht hinaus über (SMTP)
login-page-host = Server
login-page-port = Port
login-page-security = Verschlüsselung
login-page-user = Benutzername, wenn es nicht die Adresse ist
login-page-try = Anmelden
login-page-no-address = Das ist keine Mailadresse. Eine sieht so aus: anna@example.org.
login-page-no-password = Das Passwort fehlt oder hat Zeichen, die keines haben kann.
login-page-too-often = Mit diesem Link wurde es zu oft versucht. Schreiben Sie Mailroom !mail login für einen neuen.
login-page-servers-none = Für diese Adresse wurden keine Server gefunden. Tragen Sie die ein, die Ihr Anbieter nennt.
login-page-servers-closed = Postfächer dieser Domain können hier nicht mitgebracht werden. Wer Mailroom betreibt, kann ihre Server nennen.
login-page-servers-not-public = Diese Server haben keinen öffentlichen Namen mit öffentlicher Adresse; mit ihnen wird nicht verbunden. Wer Mailroom betreibt, kann Server nennen, die innen stehen.
login-page-servers-port = Das ist kein Port eines Mailservers: IMAP hat 993 oder 143, SMTP 465 oder 587.
login-page-refused = { $server } hat Adresse und Passwort nicht angenommen. Sehen Sie nach, ob beide stimmen und ob Ihr Anbieter ein App-Passwort will oder Mailprogramme erst erlauben muss.
login-page-tls = { $server } hat kein Zertifikat gezeigt, dem zu trauen ist. Sehen Sie nach, ob der Name stimmt.
login-page-away = { $server } war nicht zu erreichen. Sehen Sie nach, ob Name, Port und Verschlüsselung stimmen, oder versuchen Sie es später noch einmal.
login-page-taken = Diese Adresse ist hier schon ein Konto. Wer Mailroom betreibt, kann sagen, wessen.
login-page-code-title = Noch ein Schritt
login-page-code = Das Postfach ist gefunden. Schreiben Sie dies in Ihren Direktchat mit Mailroom, als { $user }:
login-page-code-then = Es gilt zehn Minuten, und wenn Sie es nicht schreiben, bleibt nichts gespeichert. Sagen Sie es niemandem. Dann können Sie diese Seite schließen.
login-page-found = Die Mail wird bei { $imap } gelesen und über { $smtp } gesendet.
login-page-over = Dieser Link wurde schon benutzt oder ist zu alt
login-page-over-help = Schreiben Sie !mail login in Ihren Direktchat mit Mailroom für einen neuen.
login-page-coded = Die Ziffern wurden schon gezeigt
login-page-coded-help = Schreiben Sie sie in Ihren Direktchat mit Mailroom. Sind sie verloren, schreiben Sie dort !mail login für einen neuen Link.
login-page-elsewhere = Dieser Link ist in einem anderen Browser offen
login-page-elsewhere-help = Er gilt in dem Browser, in dem er zuerst geöffnet wurde. War das nicht Ihrer, hat ihn jemand anders: Schreiben Sie !mail login in Ihren Direktchat mit Mailroom, dann ist dieser wertlos.
