### Tutto ciò che Mailroom dice alle persone, in italiano. Che cosa si dice, dove e a chi si legge in en.ftl.
### Not reviewed by a native speaker yet.

## Marks and remarks in a mail that came

mail-image = [immagine: { $alt }]
mail-image-without-alt = [immagine]
mail-rest = Resto dell’e-mail
mail-plain-rendering = Testo semplice dell’e-mail
mail-html-rendering = Testo formattato dell’e-mail
mail-spoiler = [nascosto: { $text }]
mail-cut-here = [Tagliato qui: sono mostrati { $shownKb } KB su { $totalKb }. Il messaggio intero è allegato.]
mail-signed-pgp = Questo messaggio è firmato con OpenPGP; la firma non è stata controllata.
mail-signed-smime = Questo messaggio è firmato con S/MIME; la firma non è stata controllata.
mail-encrypted-pgp = Questo messaggio è cifrato con OpenPGP. È allegato così come è arrivato; lo può leggere un programma di posta che abbia la chiave.
mail-encrypted-smime = Questo messaggio è cifrato con S/MIME. È allegato così come è arrivato; lo può leggere un programma di posta che abbia la chiave.
mail-opaque-smime = Questo messaggio è firmato con S/MIME in una forma che racchiude il testo nella firma; è allegato così come è arrivato.
mail-password-protected = { $name } è protetto: per aprirlo può servire una password.
mail-further-files = Altri file
mail-files-bundled = Dei { $all } file di questa e-mail, { $count } sono in questo archivio.

## Mails within a mail

nested-mail = E-mail allegata
nested-from = Da
nested-date = Data
nested-subject = Oggetto
nested-more-in-file = … il resto è in { $name }

## Mails that could not be read

unread-file = Non è stato possibile leggere il file «{ $name }» dalla sua e-mail. Al suo posto c’è qui l’e-mail intera, come file.
unread-file-missing = Non è stato possibile leggere il file «{ $name }» dalla sua e-mail, perciò qui manca. Lo cerchi nella casella, con un programma di posta.
unread-mail = È arrivata un’e-mail di { $sender } («{ $subject }») che non è stato possibile leggere: { $reason }. L’originale è allegato.
unread-mail-without-subject = È arrivata un’e-mail di { $sender } che non è stato possibile leggere: { $reason }. L’originale è allegato.
unread-mail-without-sender = È arrivata un’e-mail («{ $subject }») che non è stato possibile leggere: { $reason }. L’originale è allegato.
unread-mail-without-sender-and-subject = È arrivata un’e-mail che non è stato possibile leggere: { $reason }. L’originale è allegato.
unread-oversize-mail = È arrivata un’e-mail di { $size }, scritta da { $sender } («{ $subject }»). Non è mostrata qui perché supera { $limit }. La legga nella casella, con un programma di posta.
unread-oversize-mail-without-subject = È arrivata un’e-mail di { $size }, scritta da { $sender }. Non è mostrata qui perché supera { $limit }. La legga nella casella, con un programma di posta.
unread-oversize-mail-without-sender = È arrivata un’e-mail di { $size } («{ $subject }»). Non è mostrata qui perché supera { $limit }. La legga nella casella, con un programma di posta.
unread-oversize-mail-without-sender-and-subject = È arrivata un’e-mail di { $size }. Non è mostrata qui perché supera { $limit }. La legga nella casella, con un programma di posta.
unread-reason-too-large = è troppo grande
unread-reason-empty = è vuota
unread-reason-time = leggerla richiedeva troppo tempo
unread-reason-memory = leggerla richiedeva troppa memoria
unread-reason-crash = il programma che legge la posta non ci è riuscito
unread-reason-oversize = è troppo grande
unread-reason-failed = qui qualcosa è andato storto

## Invitations and contacts

calendar-title-invitation = Invito
calendar-title-changed = Invito modificato
calendar-title-cancelled = Annullato
calendar-title-reply = Risposta a un invito
calendar-title-counter = Proposta di un altro orario
calendar-title-published = Appuntamento
calendar-title-task = Attività
calendar-label = { $name }:
calendar-when = Quando
calendar-where = Dove
calendar-join = Partecipa
calendar-organizer = Organizzato da
calendar-attendees = Partecipanti
calendar-repeats = Ripetizione
calendar-comment = Commento
calendar-untitled = (senza titolo)
calendar-all-day = tutto il giorno
calendar-before = prima: { $value }
calendar-occurrence = solo quello del { $date }
calendar-added = nuovi: { $names }
calendar-removed = non più: { $names }
calendar-accepted = accettato
calendar-declined = rifiutato
calendar-tentative = forse
calendar-delegated = delegato
calendar-no-answer = ancora nessuna risposta
calendar-optional = facoltativo
calendar-and-more =
    { $count ->
        [one] e un altro
       *[other] e altri { $count }
    }
calendar-date = { $weekday } { $day } { $month } { $year }
calendar-weekday-sunday = domenica
calendar-weekday-monday = lunedì
calendar-weekday-tuesday = martedì
calendar-weekday-wednesday = mercoledì
calendar-weekday-thursday = giovedì
calendar-weekday-friday = venerdì
calendar-weekday-saturday = sabato
calendar-weekday-short-sunday = dom
calendar-weekday-short-monday = lun
calendar-weekday-short-tuesday = mar
calendar-weekday-short-wednesday = mer
calendar-weekday-short-thursday = gio
calendar-weekday-short-friday = ven
calendar-weekday-short-saturday = sab
calendar-month-january = gennaio
calendar-month-february = febbraio
calendar-month-march = marzo
calendar-month-april = aprile
calendar-month-may = maggio
calendar-month-june = giugno
calendar-month-july = luglio
calendar-month-august = agosto
calendar-month-september = settembre
calendar-month-october = ottobre
calendar-month-november = novembre
calendar-month-december = dicembre
calendar-local-time = ora locale
calendar-every-second =
    { $interval ->
        [one] ogni secondo
       *[other] ogni { $interval } secondi
    }
calendar-every-minute =
    { $interval ->
        [one] ogni minuto
       *[other] ogni { $interval } minuti
    }
calendar-every-hour =
    { $interval ->
        [one] ogni ora
       *[other] ogni { $interval } ore
    }
calendar-every-day =
    { $interval ->
        [one] ogni giorno
       *[other] ogni { $interval } giorni
    }
calendar-every-week =
    { $interval ->
        [one] ogni settimana
       *[other] ogni { $interval } settimane
    }
calendar-every-month =
    { $interval ->
        [one] ogni mese
       *[other] ogni { $interval } mesi
    }
calendar-every-year =
    { $interval ->
        [one] ogni anno
       *[other] ogni { $interval } anni
    }
calendar-on-weekdays = di { $days }
calendar-weekday-nth = { $weekday } ({ $nth }ª volta nel mese)
calendar-weekday-nth-last =
    { $nth ->
        [one] { $weekday } (ultima volta nel mese)
       *[other] { $weekday } ({ $nth }ª volta dalla fine del mese)
    }
calendar-and = { $items } e { $last }
calendar-on-month-days = { $days } del mese
calendar-month-day = il giorno { $day }
calendar-month-day-last =
    { $nth ->
        [one] l’ultimo giorno
       *[other] il { $nth }º giorno dalla fine
    }
calendar-in-months = in { $months }
calendar-times =
    { $count ->
        [one] una volta
       *[other] { $count } volte
    }
calendar-until = fino al { $date }
calendar-own-time = cioè { $time }
calendar-except = tranne il { $dates }
calendar-contact = Contatto
calendar-contacts = { $count } contatti
calendar-outdated = È già arrivata una versione più recente di questo invito.

## Reports about mails of ours

report-action-failed = Non consegnata a { $who }.
report-action-failed-without-who = Un’e-mail non è stata consegnata.
report-action-delayed = Non ancora consegnata a { $who }.
report-action-delayed-without-who = Un’e-mail non è ancora stata consegnata.
report-action-delivered = Consegnata a { $who }.
report-action-delivered-without-who = Un’e-mail è stata consegnata.
report-action-relayed = L’e-mail a { $who } è passata a un server che non dice se la consegna.
report-action-relayed-without-who = Un’e-mail è passata a un server che non dice se la consegna.
report-action-expanded = L’e-mail a { $who } è stata consegnata e distribuita a più persone.
report-action-expanded-without-who = Un’e-mail è stata consegnata e distribuita a più persone.
report-reason-unknown-user = Questo indirizzo non esiste.
report-reason-unknown-host = Questo dominio (la parte dopo la @) non esiste.
report-reason-moved = Il destinatario ora ha un altro indirizzo.
report-reason-no-mail-host = Quel dominio non riceve posta.
report-reason-mailbox-full = La sua casella è piena.
report-reason-disabled = La sua casella è disattivata.
report-reason-too-large = L’e-mail è troppo grande per il suo server.
report-reason-spam = Il suo server ha preso l’e-mail per spam.
report-reason-authentication = Il suo server non crede che l’e-mail venga da noi. Chi gestisce la nostra posta può controllare SPF, DKIM e DMARC.
report-reason-policy = Le regole del suo server non lo permettono.
report-reason-loop = L’e-mail girava in tondo.
report-reason-network = Il suo server non era raggiungibile.
report-reason-expired = Non è stato possibile consegnarla in tempo.
report-reason-rate = Il suo server accetta solo una quantità limitata di posta.
report-reason-refused = Il suo server l’ha rifiutata.
report-reason-other = { "" }
report-server-says = Il server dice: { $words }
report-about = L’e-mail era «{ $subject }».
report-goes-on-trying = Il server continua a provare da solo.
report-disposition-displayed = { $who } ha aperto «{ $subject }».
report-disposition-displayed-without-subject = { $who } ha aperto l’e-mail.
report-disposition-deleted = { $who } ha eliminato «{ $subject }», forse senza leggerla.
report-disposition-deleted-without-subject = { $who } ha eliminato l’e-mail, forse senza leggerla.
report-disposition-denied = Il programma di posta di { $who } non dice se «{ $subject }» è stata aperta.
report-disposition-denied-without-subject = Il programma di posta di { $who } non dice se l’e-mail è stata aperta.
report-disposition-failed = Il programma di posta di { $who } non è riuscito a trattare «{ $subject }».
report-disposition-failed-without-subject = Il programma di posta di { $who } non è riuscito a trattare l’e-mail.
report-disposition-processed = «{ $subject }» a { $who } è stata trattata da un programma.
report-disposition-processed-without-subject = L’e-mail a { $who } è stata trattata da un programma.
report-disposition-dispatched = «{ $subject }» a { $who } è stata inoltrata.
report-disposition-dispatched-without-subject = L’e-mail a { $who } è stata inoltrata.
report-automatic = Il programma di posta lo ha fatto da solo.
report-feedback-abuse = { $who } ha segnalato un’e-mail di qui come spam.
report-feedback-fraud = { $who } ha segnalato un’e-mail di qui come frode.
report-feedback-virus = In un’e-mail di qui a { $who } è stato trovato un virus.
report-feedback-not-spam = { $who } ha comunicato al suo fornitore che un’e-mail di qui non è spam.
report-feedback-auth-failure = Un’e-mail a { $who } che indica questo dominio come mittente non ha superato là la verifica del mittente.
report-feedback-other = { $who } si è lamentato di un’e-mail di qui.
report-as-it-came = La notifica così come è arrivata

## What the bot says in a room by itself

room-nobody-to-mail = Non inviato: fuori non c’è nessuno a cui inviarlo. Aggiunga qualcuno con !mail to name@example.org e lo scriva di nuovo.
room-only-banned-to-mail = Non inviato: tutti quelli che lo riceverebbero sono banditi da questa stanza ({ $people }). Per scrivere loro lo stesso, revochi il bando o scriva !mail to +{ $address } e lo dica di nuovo.
room-taken-back = Ritirato: non viene inviato.
room-edited-to-command = Ritirato: non viene inviato. Nemmeno il comando è stato eseguito, perché una modifica non ne esegue. Per eseguirlo, lo scriva in un nuovo messaggio.
room-try-again-hint = Scriva «!mail retry» per riprovare.
room-no-text = (un’e-mail senza testo)
room-no-sender = Un’e-mail senza mittente:
room-new-subject = Oggetto: { $subject }
room-from-mail-program = { $name } (da un programma di posta):
room-shortened = … tagliato qui; l’e-mail intera è in «{ $name }».
room-original = originale
room-whole-mail = e-mail intera
room-file-too-large = Il file «{ $name }» ({ $size }) è troppo grande per il server Matrix, perciò qui manca. Si trova nell’e-mail, nella casella.
room-file-left-out = Il file «{ $name }» ({ $size }) è stato tralasciato quando questa e-mail è stata importata.
room-import-space = Archivio: { $name }
room-said-for-banned = { $name } è bandito da questa stanza, quindi mostro ciò che ha scritto:
room-said-for-kept-out = { $name } non può scrivere in questa stanza, quindi mostro ciò che ha scritto:
room-said-for-refused = Il server Matrix non ha accettato questa parte di un’e-mail di { $name }, quindi la mostro:
room-said-for-mail-program = { $name } (da un programma di posta):
puppet-edit-stays = Questo è arrivato da un programma di posta ed è partito così com’era. La modifica si vede solo in questa stanza e non viene inviata; ciò che deve arrivare agli altri, scrivilo come nuovo messaggio.
puppet-refused = Il server Matrix non accetta più il token che ho di te, quindi con esso non parlo più come te: ciò che scrivi in un programma di posta lo dico per te, con il tuo nome. Chi gestisce Mailroom può metterne uno nuovo nella configurazione (puppets.tokens).
room-without-words-mail = ⚠ Questa e-mail manca qui, del tutto o in parte: le regole del server Matrix ne rifiutano le parole. Nulla è perso: l’e-mail è nella casella, e «!mail source» in risposta a questo la consegna.
room-without-words-notice = ⚠ Le regole del server Matrix rifiutano ciò che volevo dire qui.
room-without-words-line = ⚠ Una conversazione di cui le regole del server Matrix rifiutano le prime parole:
room-login-refused = ⚠ Il server di posta rifiuta l’accesso a questa casella ({ $protocol }), perciò qui non arriva posta nuova. Nulla va perso: attende nella casella. L’amministrazione deve correggere la password (o oauth2) nella configurazione. Mailroom riprova da solo, sempre più di rado, per circa un giorno; «!mail accounts retry» riprova subito.
room-login-ends = ⚠ Il provider lascia entrare Mailroom in questa casella fino a { $time }. Prima di allora qualcuno deve accedere di nuovo: chi gestisce Mailroom, con «mailroom login { $account }».
room-no-secret = ⚠ La password di questa casella manca o qui non si apre, quindi non arriva nuova posta. Nulla va perso: attende nella casella. «mailroom secret sealed» sulla macchina dice che cosa non va; «mailroom ctl account change { $account } --password-file FILE» dà di nuovo la password.
room-not-invited-blocked = ⚠ { $user } non accetta inviti, perciò non posso inviarne. Tutte le altre persone vengono invitate come prima. Chi è nello spazio può entrare da sé nelle sue stanze; per ricevere di nuovo inviti occorre permettere quelli di { $bot }.
room-not-invited-refused = ⚠ Il server Matrix non mi lascia invitare { $user } ({ $code }). Tutte le altre persone vengono invitate come prima. Chi gestisce il server può dire perché.
room-not-readable-subject = E-mail che non è stato possibile leggere
room-moved-on = Questa stanza è stata sostituita da un’altra. Si prega di continuare là.
room-moved-on-not-mailed = Non inviato: questa stanza è stata sostituita da un’altra. Si prega di scriverlo là.
room-followed = La conversazione continua qui: ciò che si scrive in questa stanza parte come e-mail.

## The rooms of an account

inbox-name = { $account } – Posta in arrivo
inbox-lobby-name = { $account } – Moderazione
inbox-no-subject = (senza oggetto)
inbox-only-files =
    { $count ->
        [one] un file
       *[other] { $count } file
    }
inbox-begun-by = { $name } (noi)
inbox-again = { $name } (di nuovo)

## Which conversation a mail belongs to

thread-reason-report = è una notifica su una nostra e-mail di questa conversazione
thread-reason-moved = risponde a un’e-mail che qualcuno ha spostato qui
thread-reason-own-id = risponde a un’e-mail inviata da questa conversazione
thread-reason-beside = risponde dalla conversazione a fianco di questa, e il suo mittente partecipa solo qui
thread-reason-same-id = ha lo stesso numero (Message-ID) di un’e-mail di questa conversazione, con altre parole
thread-reason-token = è stata inviata all’indirizzo che le nostre e-mail di questa conversazione indicano per le risposte
thread-reason-in-reply-to = risponde a un’e-mail di questa conversazione, e il suo mittente partecipa
thread-reason-references = rimanda a un’e-mail di questa conversazione, e il suo mittente partecipa
thread-reason-alias = risponde a una nostra e-mail, con il numero che le ha dato il server di posta
thread-reason-referenced-by = un’e-mail di questa conversazione, arrivata prima, risponde a questa
thread-reason-sibling = risponde alla stessa e-mail a cui risponde un’altra qui; quell’e-mail non l’abbiamo
thread-reason-thread-index = Outlook la mette nella stessa conversazione di un’e-mail di questa stanza, e il suo mittente partecipa
thread-reason-list-room = è arrivata tramite la lista a cui è dedicata questa stanza
thread-reason-digest = è stata inviata a molti e non attende risposta: queste e-mail condividono una stanza
thread-reason-no-references = non risponde a nulla, quindi ha iniziato questa conversazione
thread-reason-unknown-references = risponde solo a e-mail che questo account non ha, quindi ha iniziato questa conversazione
thread-reason-changed-subject = risponde a un’altra conversazione, ma con un nuovo oggetto e senza citarla, quindi ne ha iniziata una propria
thread-reason-not-a-participant = nomina un’e-mail di un’altra conversazione a cui il suo mittente non partecipa, quindi ne ha iniziata una propria
thread-reason-own = è stata scritta in questa stanza
thread-reason-answer = è stata scritta in questa stanza, come risposta
thread-why-other = non è stato possibile leggerla per intero ({ $reason }), quindi ha deciso solo la sua intestazione
thread-why-placed = { $user } l’ha spostata qui
thread-why-belongs-same-organisation = nomina un’e-mail di questa conversazione; il suo mittente non partecipava ancora, ma è della stessa organizzazione di qualcuno che partecipa
thread-why-belongs-names-participants = nomina un’e-mail di questa conversazione; il suo mittente non partecipava ancora, ma scrive a qualcuno che partecipa
thread-why-belongs-other = nomina un’e-mail di questa conversazione; il suo mittente non partecipava ancora, ma è verificato o aveva già scritto qui
thread-changed-subject-here = Risponde a un’altra conversazione, ma con un nuovo oggetto, perciò ha una stanza propria. L’altra:
thread-changed-subject-there = Una risposta a questa conversazione ha un nuovo oggetto, perciò ha iniziato una conversazione propria:
thread-stranger-here = Rimanda a un’altra conversazione, a cui il mittente non partecipa, perciò ha una stanza propria. L’altra:
thread-stranger-there = Qualcuno che non partecipa a questa conversazione vi rimanda in un’e-mail. Quell’e-mail non è mostrata qui, ma in una stanza propria:
thread-no-subject = (senza oggetto)
thread-verified-now = La stessa e-mail è arrivata un’altra volta, e ora il suo mittente è verificato.
thread-came-directly = La stessa e-mail è arrivata un’altra volta, direttamente da { $address }, e quel mittente è verificato.
thread-reply-to = Lo scriva come risposta al messaggio di cui si tratta.
thread-no-mail = Quel messaggio non è un’e-mail di questa conversazione.
thread-which-room = Scriva dopo il comando quale stanza: un link, il suo indirizzo o il suo identificativo.
thread-no-room = Quella non è la stanza di una conversazione di questo account.
thread-same-room = È già questa stanza: non è stato spostato nulla.
thread-nothing-here = In questa conversazione non c’è nessuna e-mail.
thread-too-many = Non è stato spostato nulla: sarebbero { $count } e-mail, e se ne spostano al massimo { $most } alla volta.
thread-first-stays = La conversazione comincia con quel messaggio: non c’è nulla da separare.
thread-moved-to =
    { $count ->
        [one] Un’e-mail è ora in:
       *[other] { $count } e-mail sono ora in:
    }
thread-moved-away = Spostata in:
thread-moved-here =
    { $count ->
        [one] { $user } ha spostato qui un’e-mail. L’originale:
       *[other] { $user } ha spostato qui { $count } e-mail. Gli originali:
    }
thread-original = messaggio { $place }
thread-goes-on-there = Non inviato: questa conversazione continua in un’altra stanza. Si prega di scriverlo là:
thread-answer-there = Non inviato: il messaggio a cui risponde è stato spostato in un’altra stanza. Si prega di rispondere là:

## Who a mail is from

sender-not-verified = non verificato
sender-group-only = lo dice solo un gruppo
sender-failed = verifica fallita
sender-not-their-name = nome sospetto
sender-claims = ⚠ Un’e-mail che dice di venire da { $claim }, ma non ha superato la verifica del mittente:
sender-suspected = ⚠ Un’e-mail sospetta attende una decisione; fino ad allora non è mostrata nella sua conversazione. Dice di venire da { $claim }.
sender-suspected-reason-internal-claimed = È uno dei vostri indirizzi, e nulla prova che l’e-mail venga da lì.
sender-suspected-reason-dmarc-policy = Non ha superato la verifica del mittente, e il proprietario di quel dominio chiede di non accettare queste e-mail.
sender-suspected-subject = Oggetto: { $subject }
sender-suspected-how = Reagisca con ✅ per mostrarla nella sua conversazione (con un segno) o con ❌ per lasciarla fuori; oppure risponda !mail accept o !mail refuse.
sender-accepted = Accettata: è mostrata nella sua conversazione, con un segno.
sender-refused = Rifiutata: non è mostrata. Resta nella casella.
sender-suspected-reply-to = Lo scriva come risposta al messaggio sull’e-mail sospetta.
sender-not-suspected = Dietro quel messaggio non attende (più) nessuna e-mail sospetta.
sender-why-reply-to = Lo scriva come risposta al messaggio su cui vuole sapere.
sender-why-unknown = A quel messaggio non corrisponde nessuna e-mail.
sender-why-thread = In questa conversazione perché: { $reason }
sender-why-sender = Mittente: { $verdict }. Ha deciso: { $reason }.
sender-verdict-pass = verificato
sender-verdict-fail = verifica fallita
sender-verdict-unchecked = non verificato
sender-reason-submission = l’accesso al nostro server di posta per inviarla
sender-reason-auth = il nostro server di posta dice che il mittente aveva effettuato l’accesso
sender-reason-dmarc = le regole del dominio del mittente (DMARC)
sender-reason-dkim = la firma del dominio (DKIM)
sender-reason-spf = il server da cui è venuta (SPF)
sender-reason-arc = la parola di un server fidato che l’ha passata (ARC)
sender-reason-no-from = l’e-mail non indica nessun mittente
sender-reason-several-from = l’e-mail indica più mittenti
sender-reason-group = solo il gruppo da cui è passata dice chi l’ha scritta
sender-reason-other-login = per inviarla aveva effettuato l’accesso qualcun altro
sender-reason-nothing-proven = nulla prova chi l’ha inviata
sender-reason-no-results = nessuno l’ha controllata
sender-reason-not-readable = non è stato possibile leggere l’e-mail
sender-why-ours = Mittente: uno di noi, nessuna verifica necessaria.
sender-why-marked = Segnata, perché: { $marks }.
sender-mark-failed = non ha superato la verifica
sender-mark-other-login = per inviarla aveva effettuato l’accesso qualcun altro
sender-mark-no-from = non indica nessun mittente
sender-mark-several-from = indica più mittenti
sender-mark-group = il suo mittente è un gruppo, non una persona
sender-mark-unchecked = il suo mittente non è verificato
sender-mark-group-only = solo un gruppo dice chi l’ha scritta
sender-mark-newcomer = il suo mittente è nuovo in questa conversazione
sender-mark-imitates = il nome è quello di una delle vostre persone o di un vostro account
sender-mark-address-in-name = il nome è un altro indirizzo
sender-mark-turned-name = il nome ha caratteri che invertono il verso della scrittura
sender-mark-mixed-scripts = il nome mescola lettere di più alfabeti
sender-why-by = · { $said } (dice { $by })

## Who may take part by mail

admission-mark = nuovo qui
admission-joined = ⚠ { $person } è nuovo qui: ha risposto a un’e-mail destinata a qualcun altro.
admission-joined-how = Reagisca con ✅ per farlo partecipare, o con ❌ per non mostrare più la sua posta in questa stanza; oppure risponda !mail allow o !mail block. Fino ad allora non riceve nessuna risposta, a meno che Lei non risponda al suo messaggio.
admission-colleague-joined = { $person } scrive qui per la prima volta. È verificato e della stessa organizzazione ({ $domain }) di qualcuno che partecipa.
admission-colleague-joined-how = Non riceve nessuna risposta finché Lei, o qualcuno che partecipa, non gli scrive, o Lei non reagisce con ✅. Una risposta al suo messaggio gli arriva; con ❌ la sua posta non è più mostrata in questa stanza.
admission-welcomed = { $address } d’ora in poi partecipa.
admission-refused = La posta di { $address } non è più mostrata in questa stanza.
admission-whom = Dica chi: !mail block bob@example.org, o un dominio, o risponda a un suo messaggio.
admission-no-pattern = «{ $text }» non è né un indirizzo né un dominio (* sta per qualsiasi cosa).
admission-blocked = Bloccato in tutto l’account: { $pattern }. Queste e-mail non sono mostrate; restano nella casella.
admission-blocked-here = Bloccato in questa stanza: { $pattern }. Queste e-mail non sono mostrate; restano nella casella.
admission-allowed = Ammesso in tutto l’account: { $pattern }. Queste persone partecipano senza che si chieda, se sono verificate.
admission-allowed-here = Ammesso in questa stanza: { $pattern }. Queste persone partecipano senza che si chieda, se sono verificate.
admission-dropped = Non c’è più nessuna regola su { $pattern }.
admission-not-there = Qui non c’è nessuna regola su { $pattern }.
admission-no-rules = Non ci sono regole su chi può partecipare.
admission-rules = Regole su chi può partecipare:
admission-rule-allow = ✅ { $pattern }
admission-rule-block = ⛔ { $pattern }
admission-of-room = in questa stanza
admission-of-config = dalla configurazione
admission-more =
    { $count ->
        [one] … e un’altra
       *[other] … e altre { $count }
    }
admission-not-shown = E-mail non mostrate negli ultimi { $days } giorni: { $count }
admission-not-shown-why-blocked = bloccate da { $detail }
admission-not-shown-why-refused = di persone rifiutate in una stanza
admission-not-shown-why-newcomer = di qualcuno nuovo in una conversazione
admission-not-shown-why-lists-ignored = di liste di posta
admission-not-shown-why-bulk-ignored = newsletter e altri invii a molti
admission-open = Questa stanza è aperta: partecipa chiunque risponda a una delle sue e-mail e sia verificato.
admission-asked = Questa stanza non è aperta: se la posta di qualcuno nuovo sia mostrata o rifiutata è stabilito per tutto l’account.
admission-only-in-thread = Si può usare solo nella stanza di una conversazione.
admission-refusal-subject = Non consegnata: { $subject }
admission-refusal-subject-without-subject = Il suo messaggio non è stato consegnato
admission-refusal-undelivered = Il suo messaggio a { $account } non è stato consegnato alle persone dietro questo indirizzo: Lei non partecipa a quella conversazione, oppure non accettano la sua posta.
admission-refusal-other-way = Se ritiene che debbano leggerlo, scriva loro in un altro modo.
admission-refusal-program = Questo avviso è stato scritto da un programma. Si prega di non rispondere.
admission-automatic = E-mail automatica di { $person }:
admission-digest = Newsletter
admission-reply-to-answer = Non inviato: in questa stanza arriva la posta di molti mittenti e non è chiaro chi debba riceverlo. Lo scriva come risposta al messaggio a cui vuole rispondere.
overflow-room = E-mail in attesa
overflow-mail = Un’e-mail di { $from } attende qui e non è ancora mostrata: in un’ora è arrivata da fuori troppa posta nuova.
overflow-how = Reagisca con ✅ per farla entrare o con ❌ per lasciarla fuori (resta nella casella). !mail overflow let-in le fa entrare tutte.
overflow-how-all = !mail overflow let-in le fa entrare tutte, !mail overflow discard le lascia fuori tutte. Scritto come risposta a una di esse, vale solo per quella.
overflow-waiting =
    { $count ->
        [one] Un’e-mail attende di entrare.
       *[other] { $count } e-mail attendono di entrare.
    }
overflow-none = Nessuna e-mail attende di entrare.
overflow-not-there = Dietro quel messaggio non attende (più) nessuna e-mail.
overflow-let-in =
    { $count ->
        [one] È entrata.
       *[other] Sono entrate { $count } e-mail.
    }
overflow-discarded =
    { $count ->
        [one] Non è mostrata; resta nella casella.
       *[other] { $count } e-mail non sono mostrate; restano nella casella.
    }

old-mail-waits =
    { $count ->
        [one] Un’e-mail della casella è più vecchia di questo account e attende.
       *[other] { $count } e-mail della casella sono più vecchie di questo account e attendono. Probabilmente qualcuno le ha copiate o spostate lì.
    }
old-mail-between = La casella le ha ricevute tra il { $from } e il { $to }.
old-mail-of = La casella le ha ricevute il { $day }.
old-mail-how = Reagisca con ✅ per mostrarle in silenzio: ogni conversazione ha la sua stanza, e nessuno viene invitato o avvisato. ❌ le lascia nella casella, senza mostrarle.
old-mail-how-else = !mail old as-new le tratta come posta appena arrivata, con inviti e righe nella posta in arrivo.
old-mail-answers = Attendono finché qualcuno decide. Chi risponde a una di esse porta con sé la sua conversazione.
old-mail-over = Qui non attende più posta vecchia.
old-mail-none = Non attende posta vecchia.
old-mail-quietly =
    { $count ->
        [one] L’e-mail è mostrata in silenzio.
       *[other] { $count } e-mail sono mostrate in silenzio, prima le più vecchie. Le loro stanze sono nello spazio.
    }
old-mail-as-new =
    { $count ->
        [one] L’e-mail entra come nuova.
       *[other] { $count } e-mail entrano come nuove.
    }
old-mail-left =
    { $count ->
        [one] L’e-mail non è mostrata; resta nella casella.
       *[other] { $count } e-mail non sono mostrate; restano nella casella.
    }
old-mail-left-before =
    { $count ->
        [one] In precedenza una vecchia e-mail è stata lasciata nella casella.
       *[other] In precedenza { $count } vecchie e-mail sono state lasciate nella casella.
    }
old-mail-decided =
    { $count ->
        [one] È stato deciso su un’e-mail.
       *[other] È stato deciso su { $count } e-mail.
    }

## Who gets the mails of a conversation

recipients-why-sender-only = solo a { $address }, come richiesto
recipients-why-chosen = come stabilito in questa stanza; !mail to, !mail cc e !mail bcc lo cambiano
recipients-bcc = Copia nascosta (nessun altro la vede)
recipients-first-time = La prima e-mail di qui a { $people }. Parte fra { $seconds } secondi; fino ad allora ❌ sul suo messaggio la ferma.
recipients-kept-inside = Non inviato: ciò che si scrive nel thread di una nota resta in questa stanza. Per inviarlo, lo scriva fuori da quel thread.
recipients-notice-answered = Non inviato: una risposta a un mio messaggio resta in questa stanza. Per inviarlo, lo scriva come messaggio a parte o come risposta a un’e-mail.
recipients-like-command = Non inviato, perché comincia come un mio comando.
recipients-mail-it-all = Per inviarlo così com’è, scriva !reply davanti.
recipients-none = nessuno
recipients-not-verified = Attenzione: non è verificato chi ha inviato l’e-mail a cui risponde.
recipients-left-out = Esclusi, perché la posta inviata lì è tornata indietro: { $people }. !mail unpause INDIRIZZO invia di nuovo lì.
recipients-nobody-left = Per ora nessuno riceverebbe una risposta.
recipients-will-quote = La prossima e-mail cita la conversazione fin qui, perché { $people } possa seguirla.
recipients-ghost-added = { $person } riceve una copia di ogni e-mail dal suo prossimo messaggio in poi; la prima cita la conversazione fin qui. Per terminare, rimuova questa persona dalla stanza.
recipients-ghost-added-known = { $person } riceve una copia di ogni e-mail dal suo prossimo messaggio in poi. Per terminare, rimuova questa persona dalla stanza.
recipients-ghost-dropped = { $address } non riceve più le e-mail di questa conversazione finché non scrive di nuovo. Per aggiungere prima questa persona, la inviti o scriva !mail cc +{ $address }
recipients-ghost-banned = { $address } è bandito da questa stanza. Non riceve più le e-mail di questa conversazione, nemmeno se scrive di nuovo; nulla di ciò che scrive va perso: lo mostro qui al suo posto.
recipients-ghost-banned-how = Per inviargli di nuovo e-mail, revochi il bando o scriva !mail to +{ $address }. Per non vedere più la sua posta, scriva !mail block { $address }
recipients-ghost-unbanned = { $address } non è più bandito da questa stanza e riceve di nuovo le e-mail di questa conversazione.
recipients-ghost-not-added = { $address } non è stato aggiunto: è un indirizzo di questo account, o non è di nessuno.
recipients-unreadable = «{ $what }» non è un indirizzo e-mail. Si usa così: !mail cc +bob@example.org -carol@example.org
recipients-own-address = { $address } è stato lasciato fuori: è un indirizzo di questo account.
recipients-from = Le e-mail di questa conversazione partono da { $address }.
recipients-not-own = { $address } non è un indirizzo di questo account. Ha: { $own }
recipients-subject = L’oggetto è: { $subject }
recipients-subject-set = Dalla prossima e-mail l’oggetto è: { $subject }. Alcuni programmi di posta la mostrano come un’altra conversazione.
recipients-sender-only = Dal prossimo messaggio, solo il mittente dell’e-mail a cui risponde riceve la risposta. !mail reply-to-sender off lo termina.
recipients-to-all-again = Dal prossimo messaggio le risposte vanno di nuovo a tutti.
recipients-quoted-thread = La conversazione fin qui:

## New conversations

compose-ask-account = Da quale account va inviato? Scriva uno di: { $accounts }.
compose-ask-to = A chi? Scriva uno o più indirizzi e-mail.
compose-ask-subject = Qual è l’oggetto? Scriva - per nessuno.
compose-cancel-hint = { $command } annulla.
compose-not-understood = Non ho capito.
compose-cancelled = Va bene: non è stata iniziata nessuna conversazione.
compose-nothing-to-cancel = Qui non c’è nulla da annullare.
compose-begun = Una conversazione con { $people } comincia in una stanza propria:
compose-room = stanza
compose-welcome = Una nuova conversazione: ciò che scrive qui parte come e-mail da { $from } a { $people }.
compose-subject = Oggetto: { $subject }
compose-subject-from-words = Le prime parole del suo primo messaggio saranno l’oggetto, se prima non ne stabilisce uno: !mail subject …
compose-first-is-mail = Il suo primo messaggio è la prima e-mail. !mail to, !mail cc e !mail bcc cambiano chi la riceve.
compose-wrote = { $name } ha scritto:
compose-ask-account-here = Non si invia ancora nulla: da quale account va inviato? Scriva uno di: { $accounts }
compose-may-not = Qui non può iniziare conversazioni via e-mail. Chieda a qualcuno del team di un account di posta o all’amministrazione di questo server.
compose-encrypted = Non è stato inviato nulla: questa stanza è cifrata e non posso leggerla. Si prega di crearne una senza cifratura.

forward-to-whom = A chi? Scriva un indirizzo dopo il comando: !mail forward bob@example.org Sa dire che cos’è?
forward-own-address = { $address } è un indirizzo di questo account: non è stato inoltrato nulla.
forward-takes-part = { $address } partecipa a questa conversazione: scriva qui ciò che deve leggere. Non è stato inoltrato nulla.
forward-unreadable = Quell’e-mail non si può leggere qui, e quindi non si può inoltrare.
forward-begun = { $name } inoltra questa e-mail a { $people }. Le risposte arrivano in una stanza propria, e nessuno di questa conversazione le riceve. ❌ su questo messaggio ferma l’e-mail finché non è partita:
forward-aside = Chiesto a parte da un’altra conversazione, i cui partecipanti non ricevono nulla da qui:
forward-wrote = { $name } inoltra un’e-mail:
forward-not-verified = Attenzione: non è verificato chi ha inviato l’e-mail che viene inoltrata qui.
forward-shown-shortened = [Qui abbreviata; l’e-mail parte intera.]
forward-files = File: { $names }
forward-stopped = Ritirata: l’e-mail non viene inoltrata.
forward-too-late = Troppo tardi: l’e-mail è già stata inoltrata.
forward-apart-first = In questa e-mail figurano anche { $people }. Appartengono alla conversazione da cui questa è nata a parte; qui restano fuori e non ricevono alcuna risposta:
forward-apart-asked = In questa e-mail figurano anche { $people }. Sono stati solo consultati a parte, e da qui non ricevono alcuna risposta, a meno che !mail cc li nomini:
forward-not-here = Impossibile aggiungere { $people }: appartiene alla conversazione da cui questa è nata a parte, e non deve vedere ciò che si scrive qui. Gli scriva là.
forward-stays-apart = Una di queste conversazioni è nata a parte dall’altra: restano separate, perché nessuno dell’una legga l’altra. Non è stato spostato nulla.
forward-answered = { $name } ha risposto a parte. Per rispondere vada nella stanza di quella conversazione:

## In mails that leave

outgoing-some-message = (un messaggio nella chat)
outgoing-some-room = (una stanza di chat)
outgoing-spoiler-label = [nascosto: { $reason }]
outgoing-spoiler-label-without-reason = [nascosto, da selezionare per leggere]
outgoing-wrote = { $name } ha scritto:
outgoing-wrote-at = Il { $day }/{ $month }/{ $year } alle { $time } { $name } ha scritto:
outgoing-attached = Allegato: { $name } ({ $size })
outgoing-attached-without-size = Allegato: { $name }
outgoing-voice-message-file = Messaggio vocale
outgoing-voice-message = Messaggio vocale ({ $duration }), allegato
outgoing-voice-message-without-duration = Messaggio vocale, allegato
outgoing-audio = Audio: { $name } ({ $duration }), allegato
outgoing-audio-without-duration = Audio: { $name }, allegato
outgoing-video = Video: { $name } ({ $duration }), allegato
outgoing-video-without-duration = Video: { $name }, allegato
outgoing-sticker = [adesivo: { $name }]
outgoing-location = Posizione: { $description }
outgoing-location-without-description = Posizione:
outgoing-poll = Sondaggio: { $question }
outgoing-poll-hint =
    { $choices ->
        [one] Risponda con il numero della sua scelta.
       *[other] Risponda con i numeri delle sue scelte, al massimo { $choices }.
    }

outgoing-forwarded-by = Messaggio inoltrato da { $name }
outgoing-forwarded-from = Da: { $people }
outgoing-forwarded-date = Data: { $day }/{ $month }/{ $year } { $time }
outgoing-forwarded-subject = Oggetto: { $subject }
outgoing-forwarded-to = A: { $people }
outgoing-forwarded-cc = Cc: { $people }
outgoing-forwarded-not-verified = Non è verificato chi ha inviato questo messaggio.
outgoing-forwarded-encrypted = Questo messaggio è cifrato. È allegato così come è arrivato; lo può leggere un programma di posta che abbia la chiave.
outgoing-forwarded-too-long = Questo messaggio è troppo lungo per stare qui per intero; è allegato così come è arrivato.

## In ciò che ricevono gli ospiti
## E-mail a persone che partecipano a una stanza solo per e-mail.

guests-mail-left =
  { $count ->
    [one] { $count } altro messaggio non è in questa e-mail. Si trova nella stanza:
   *[other] { $count } altri messaggi non sono in questa e-mail. Si trovano nella stanza:
  }
guests-mail-in-room = Nella stanza
guests-mail-thread = Nella discussione «{ $words }»
guests-mail-file-there = nella stanza
guests-mail-why = Lei partecipa a «{ $room }» per e-mail: ciò che risponde viene detto lì.
guests-mail-choices = Ogni quanto vuole ricevere e-mail? Risponda con una di queste parole da sola nella prima riga: { $now }, { $hourly }, { $daily } o { $pause }. Per non ricevere più nulla, risponda con STOP.
guests-word-now = subito
guests-word-hourly = ogni ora
guests-word-daily = ogni giorno
guests-word-pause = pausa
guests-chosen-subject = Ogni quanto riceve e-mail
guests-chosen-now = Da ora riceve ciò che viene detto dopo una pausa della conversazione, e subito ciò che la menziona.
guests-chosen-hourly = Da ora riceve al massimo un’e-mail all’ora, e subito ciò che la menziona.
guests-chosen-daily = Da ora riceve un’e-mail al giorno, e subito ciò che la menziona.
guests-chosen-pause = Per ora non riceve nulla, da nessuna stanza. Quando vuole di nuovo e-mail, risponda con: { $now }

## How far mails of ours came

delivery-mail-of = E-mail del { $time }, di { $author }:
delivery-standing-waiting = attende di essere inviata
delivery-standing-held = si può ancora modificare
delivery-standing-deferred = il server di posta non l’accetta ancora; si riprova da soli
delivery-standing-accepted = affidata al server di posta
delivery-standing-refused = rifiutata
delivery-standing-paused = non inviata, l’indirizzo è in pausa
delivery-standing-delayed = in ritardo, il suo server continua a provare
delivery-standing-bounced = non consegnata
delivery-standing-delivered = consegnata
delivery-standing-relayed = passata a un server che non dice se la consegna
delivery-standing-expanded = consegnata e distribuita a più persone
delivery-standing-read = aperta
delivery-standing-unknown = forse inviata, forse no: la connessione è caduta alla fine
delivery-claimed = una notifica che chiunque può aver scritto dice: { $standing }
delivery-status-reply-unknown = A quel messaggio non corrisponde nessuna nostra e-mail.
delivery-not-handed = Non ancora inviata a { $address }: il nostro server di posta al momento non può accettarla. Mailroom riprova da solo. ({ $words })
delivery-passed = Un messaggio successivo di questa conversazione parte ora prima di questo: il server di posta non ha ancora accettato questo. Mailroom riprova da solo.
delivery-unseen = Questo non è ancora stato inviato: il server Matrix al momento non mi lascia leggere questa stanza, quindi non posso vedere se lo ha modificato o cancellato. Continuo a provare; viene inviato appena ho potuto guardare.
delivery-unproven = Nulla prova che questa notifica venga da un server di posta: può averla scritta chiunque abbia l’e-mail. Perciò non ha cambiato nulla.
delivery-paused-now = Non si invia più nulla a { $address } finché qualcuno non scrive !mail unpause { $address }
delivery-paused-since = Non si invia nulla a { $address } dal { $date }: { $why } !mail unpause { $address } riprova.
delivery-paused-since-without-why = Non si invia nulla a { $address } dal { $date }. !mail unpause { $address } riprova.
delivery-left-out = { $address } è escluso da questa e-mail e dalle prossime di qui: lì non si invia nulla dal { $date }. { $why } Se l’indirizzo è di nuovo buono, !mail unpause { $address } invia lì ciò che qui è stato trattenuto, e le prossime e-mail.
delivery-left-out-without-why = { $address } è escluso da questa e-mail e dalle prossime di qui: lì non si invia nulla dal { $date }. Se l’indirizzo è di nuovo buono, !mail unpause { $address } invia lì ciò che qui è stato trattenuto, e le prossime e-mail.
delivery-others-get-it = Gli altri ricevono questa e-mail; ✔️ su di essa riguarda loro. Lo dico una volta sola in questa stanza.
delivery-nobody-left = Quindi nessuno riceve questo messaggio: non viene inviato. Parte dopo quel comando. Per scrivere a un altro indirizzo, lo stabilisca con !mail to INDIRIZZO e lo dica di nuovo.
delivery-unpaused =
    { $mails ->
        [0] Si invia di nuovo a { $address }.
        [one] Si invia di nuovo a { $address }. Un’e-mail che lo attendeva parte ora.
       *[other] Si invia di nuovo a { $address }. { $mails } e-mail che lo attendevano partono ora.
    }
delivery-not-paused = Nulla da fare: a { $address } si invia come sempre.
delivery-no-address = Non è un indirizzo e-mail. Si usa così: !mail unpause bob@example.org

## Machines that answer each other, and too much mail

brakes-stopped = Fermato: non è stato inviato. { $why }
brakes-why-came-back = L’e-mail a cui risponde è già passata da questa casella.
brakes-why-repeated = Risponde a un’e-mail entro un minuto, e le stesse parole sono tornate più volte.
brakes-why-rate = Risponde entro un minuto a un’e-mail che sembra rispondere a noi, e così hanno fatto diverse risposte precedenti, come quando due macchine si rispondono.
brakes-why-first = Risponde entro dieci secondi a un’e-mail che inizia una conversazione. Così hanno fatto diverse risposte precedenti allo stesso mittente, e poco dopo ciascuna è arrivata una nuova e-mail, come quando due macchine si rispondono.
brakes-why-stopped = In questa conversazione è già stata fermata una risposta, e lo sono anche le successive che arrivano entro un minuto.
brakes-why-received = L’e-mail a cui risponde è passata da troppi server.
brakes-why-steady = Questa conversazione ha avuto in un’ora o in un giorno più risposte di quante ne scrivano le persone.
brakes-stopped-how = L’ha scritto una persona? La reazione ✅ a questo messaggio (o !mail brake reset) lo invia insieme a ciò che attende; ❌ lo scarta.
brakes-slow-passes = Le risposte che richiedono più di un minuto partono come sempre.
brakes-released =
    { $count ->
        [0] Liberato; non attendeva nulla.
        [one] Liberato: parte un’e-mail.
       *[other] Liberato: partono { $count } e-mail.
    }
brakes-cancelled =
    { $count ->
        [one] Scartato: un’e-mail non parte.
       *[other] Scartato: { $count } e-mail non partono.
    }
brakes-none = Qui non è fermato nulla.
brakes-thread =
    { $mails ->
        [one] Fermato dal { $since }: «{ $subject }», attende un’e-mail
       *[other] Fermato dal { $since }: «{ $subject }», attendono { $mails } e-mail
    }
brakes-reset-how = Scriva !mail brake reset nella stanza della conversazione per inviarle.
brakes-tripped-volume = ⚠ Tutta la posta in uscita è ferma: { $count } e-mail in dieci minuti sono più di quante se ne scrivano qui.
brakes-tripped-refusals = ⚠ Tutta la posta in uscita è ferma: in dieci minuti sono state rifiutate { $count } e-mail, la maggior parte di quelle inviate.
brakes-tripped-how = Nulla va perso: le e-mail attendono. Cerchi che cosa invia così tanto, poi scriva !mail breaker reset (o esegua «mailroom breaker reset»); allora partono.
brakes-open = Tutta la posta in uscita è ferma dal { $since }; e-mail in attesa: { $waiting }.
brakes-closed = La posta in uscita non è ferma: { $sent } e-mail negli ultimi dieci minuti.
brakes-reset = La posta in uscita non è più ferma (lo ha detto { $by }); e-mail in attesa che partono ora: { $waiting }.
brakes-not-open = La posta in uscita non è ferma.

## The work of a team on its conversations

helpdesk-span-minute =
    { $count ->
        [one] { $count } minuto
       *[other] { $count } minuti
    }
helpdesk-span-hour =
    { $count ->
        [one] { $count } ora
       *[other] { $count } ore
    }
helpdesk-span-day =
    { $count ->
        [one] { $count } giorno
       *[other] { $count } giorni
    }
helpdesk-claimed = Ora si occupa Lei di questa conversazione.
helpdesk-had-by = { $name } si occupa di questa conversazione. Per darla a qualcun altro, scriva !mail assign e il suo nome.
helpdesk-had-by-invited = { $name } si occupa di questa conversazione, e Lei ha un invito nella sua stanza. Per darla a qualcun altro, scriva !mail assign e il suo nome.
helpdesk-had-already = Lei si occupa già di questa conversazione.
helpdesk-unclaimed = Ora nessuno si occupa di questa conversazione. !mail claim o la reazione 👀 la prende.
helpdesk-gave-back = { $name } ha lasciato la stanza. Ora nessuno si occupa di questa conversazione.
helpdesk-declined = { $name } ha rifiutato l’invito. Ora nessuno si occupa di questa conversazione.
entry-crowded = In un giorno sono arrivate più di { $count } nuove conversazioni. D’ora in poi nessuno viene invitato in ogni nuova stanza.
entry-crowded-how = La posta in arrivo ha una riga per ciascuna. 👀 su una riga, o !mail claim con il suo link, prende la conversazione e La invita nella sua stanza. Quando è chiusa, Lei esce dalla stanza; può tornare in ogni momento, dallo spazio o con 👀 sulla sua riga.
entry-crowded-back = invite: everyone nella configurazione ripristina gli inviti.
entry-done = Questa conversazione è chiusa. Può tornare dallo spazio.
entry-claim-which = Quale conversazione? Risponda alla sua riga nella posta in arrivo con !mail claim, o dia il link alla sua stanza: !mail claim LINK.
helpdesk-nobody-has-it = Nulla da fare: nessuno si occupava di questa conversazione.
helpdesk-assigned = { $name } ora si occupa di questa conversazione.
helpdesk-assigned-to-you = { $by } Le ha affidato questa conversazione.
helpdesk-not-found = Nessuno del team si chiama «{ $text }», oppure si chiamano così in più. Scriva il nome Matrix intero, per esempio @nome:server.
helpdesk-claim-lapsed = { $name } non ha risposto in tempo, quindi ora nessuno si occupa di questa conversazione. !mail claim o la reazione 👀 la prende.
helpdesk-is-answering = { $name } sta rispondendo qui in questo momento.
helpdesk-has-it = { $name } si occupa di questa conversazione.
helpdesk-still-goes = La sua risposta parte comunque; ❌ su di essa la ferma.
helpdesk-came-meanwhile = Una nuova e-mail di { $from } è arrivata prima che questo partisse. Il suo messaggio parte comunque, un po’ più tardi; ❌ su di esso lo ferma.
helpdesk-same-by-you = Ha appena scritto la stessa cosa.
helpdesk-same-by = { $name } ha appena scritto la stessa cosa.
helpdesk-same-how = Non parte una seconda volta se Lei non vuole: reagisca con ✅ per inviarlo comunque, con ❌ per lasciarlo.
helpdesk-to-colleague = Comincia con il nome di qualcuno del team, perciò non viene inviato. È per le persone fuori? Reagisca con ✅ per inviarlo (senza il nome); con ❌, o senza risposta, resta in questa stanza. «!note …» e «!reply …» lo dicono in anticipo.
helpdesk-same-dropped = Non inviato: resta in questa stanza.
helpdesk-mailed-already = Troppo tardi: è già stato inviato e non si può richiamare. Per correggerlo, risponda a questo messaggio; la sua risposta va alle stesse persone.
helpdesk-mailed-under-way = Troppo tardi: non si può più modificare né richiamare. Il messaggio è scritto, anche se il server di posta non lo ha ancora accettato per tutti; si riprova. Per correggerlo, risponda a questo messaggio; la sua risposta va alle stesse persone.
helpdesk-done = Fatto. La stanza esce dall’elenco delle conversazioni aperte; una nuova e-mail la riporta.
helpdesk-done-already = Questa conversazione è già chiusa.
helpdesk-reopened = Questa conversazione è di nuovo aperta.
helpdesk-open-already = Questa conversazione è già aperta.
helpdesk-snoozed = Rimandata fino a { $until }, o finché non arriva un’e-mail.
helpdesk-snooze-how = Fino a quando? Per esempio: !mail snooze 4h, !mail snooze domani 9:00, !mail snooze lun, !mail snooze 2026-12-01. Al massimo un anno.
helpdesk-today = oggi
helpdesk-tomorrow = domani
helpdesk-awake = Il tempo è scaduto: questa conversazione, che era stata rimandata, è di nuovo aperta.
helpdesk-list-of-all = Aperte
helpdesk-list-of-mine = Aperte, le sue
helpdesk-list-of-unclaimed = Aperte, libere
helpdesk-list-of-us = Attendono noi
helpdesk-list-of-them = Attendiamo altri
helpdesk-list-of-snoozed = Rimandate
helpdesk-list-of-done = Chiuse
helpdesk-nothing = nessuna
helpdesk-page-of = pagina { $page } di { $pages }
helpdesk-next-page = Altro: { $command }
helpdesk-no-subject = (senza oggetto)
helpdesk-waits-us = ci attende da { $span }
helpdesk-waits-them = attendiamo da { $span }
helpdesk-waits-nobody = da { $span }
helpdesk-turn-us = ci attende dal { $date }
helpdesk-turn-them = attendiamo dal { $date }
helpdesk-had-short = 👀 { $name }
helpdesk-free = libera
helpdesk-list-how = «{ $word }» non è un elenco, né un suo account, né una pagina. Si usa così: !mail list unclaimed 2
helpdesk-overview =
    { $total ->
        [one] { $total } conversazione aperta
       *[other] { $total } conversazioni aperte
    }
helpdesk-and-more =
    { $count ->
        [one] e un’altra: !mail list
       *[other] e altre { $count }: !mail list
    }
helpdesk-overview-enter = 👀 sulla sua riga nella posta in arrivo, o !mail claim con il suo link, prende una conversazione e La invita nella sua stanza.
helpdesk-remind-you = questa conversazione attende una risposta da { $span }.
helpdesk-remind-team = Queste conversazioni attendono una risposta e nessuno se ne occupa (la reazione 👀 nella stanza ne prende una):

## The team of an account changes

team-asked =
    { $count ->
        [one] ⚠ Secondo la configurazione { $names } non fa più parte di questo team e qui non può più fare nulla.
       *[other] ⚠ Secondo la configurazione { $count } persone non fanno più parte di questo team e qui non possono più fare nulla: { $names }.
    }
team-given-back =
    { $claims ->
        [0] Non avevano nessuna conversazione.
        [one] Una conversazione che avevano ora non è di nessuno.
       *[other] { $claims } conversazioni che avevano ora non sono di nessuno.
    }
team-asked-rooms =
    { $rooms ->
        [one] Sono ancora in una stanza di questo account.
       *[other] Sono ancora in { $rooms } stanze di questo account.
    }
team-asked-how = Così tante persone insieme possono essere un errore, perciò nessuno viene tolto dalle stanze senza che qualcuno lo dica: ✅ le toglie dallo spazio e dalle sue stanze, ❌ le lascia lì senza diritti. Se è stato un errore, le rimetta nel team nella configurazione; allora non succede altro.
team-begun = { $names }: non più in questo team. È iniziata la rimozione dalle stanze (in tutto { $rooms }); ci vuole un po’.
team-progress = Le stanze seguono il team: fatte { $done } su { $rooms }.
team-left = { $name } non fa più parte del team: { $rooms ->
        [one] rimozione da una stanza
       *[other] rimozione da { $rooms } stanze
    }, { $claims ->
        [one] una conversazione restituita
       *[other] { $claims } conversazioni restituite
    }.
team-joined = { $name } ora fa parte del team: invito in { $rooms ->
        [one] una stanza
       *[other] { $rooms } stanze
    }, diritti di moderazione in { $levels }.
team-refused =
    { $rooms ->
        [one] In una stanza il server Matrix non mi ha lasciato fare tutto; il registro la indica.
       *[other] In { $rooms } stanze il server Matrix non mi ha lasciato fare tutto; il registro le indica.
    }
team-let-leave = { $names }: la rimozione da { $rooms ->
        [one] una stanza
       *[other] { $rooms } stanze
    } comincia ora. Qui si dirà quando è finita.
team-let-stay = { $names }: ancora nelle stanze, senza diritti. Chi modera una stanza può ancora togliere queste persone da lì.
team-reason = Lei non fa più parte del team di { $account }.
team-nobody-leaves = Nelle stanze non c’è più nessuno che non faccia parte del team.
team-nobody-waits = Nessuno attende che si decida se toglierlo dalle stanze.
team-waits = { $name }: non più nel team dal { $since }, ancora in { $rooms ->
        [one] una stanza
       *[other] { $rooms } stanze
    }; «team leave» toglie chi attende, «team stay» lo lascia lì.
team-leaves = { $name }: non più nel team dal { $since }, rimozione da { $rooms ->
        [one] una stanza
       *[other] { $rooms } stanze
    } in corso.

## Written together, and mailed later
## Drafts that wait for somebody's ✅, mails that wait for a time, prepared answers.

together-draft = Una bozza di { $name }. Parte quando qualcun altro che può inviare e-mail reagisce a questo messaggio con ✅; ❌ la ritira.
together-draft-changed = Questa bozza è stata cambiata: un ✅ precedente non conta più.
together-draft-by = Il suo testo ora è di { $name }.
together-who-can = Il ✅ può venire da { $people }.
together-nobody-can = Nessun altro del gruppo può inviare e-mail: chieda agli amministratori di Mailroom.
together-files = Allegati: { $files }
together-more = Altri { $count } caratteri non sono mostrati qui; stanno nei messaggi qui sopra.
together-yes = { $name } dice di sì: parte fra { $seconds } secondi. Togliere il ✅, o qualsiasi modifica, la ferma.
together-yes-later = { $name } dice di sì: parte alle { $time }. Togliere il ✅, o qualsiasi modifica, la ferma.
together-yes-gone = Il ✅ è stato tolto: la bozza aspetta di nuovo.
together-yes-own = Il suo ✅ non conta su ciò che ha scritto lei: deve guardarlo qualcun altro.
together-yes-may-not = Il suo ✅ non conta: qui non può inviare e-mail.
together-yes-old = Il suo ✅ non conta qui. Va messo sul mio messaggio più recente su questa bozza, che mostra ciò che parte.
together-yes-nobody = Il suo ✅ non conta ancora: nessuno riceverebbe questa e-mail. !mail to dice chi la riceve.
together-left = È già partita, o è stata ritirata.
together-draft-none = Qui non aspetta nessuna bozza. Scriva !mail draft e il nuovo testo in risposta al mio messaggio che la mostra.
together-draft-several = Qui aspettano più bozze: lo scriva in risposta al mio messaggio su quella che intende.
together-draft-set = La bozza ora ha questo testo. Il mio prossimo messaggio la mostra e chiede un nuovo ✅.
together-at = Questo parte alle { $time }, a { $people }. Fino ad allora può modificarlo o cancellarlo, ❌ lo ferma, e !mail send now lo invia subito.
together-at-yes = Aspetta inoltre il ✅ di qualcun altro: senza, a quell’ora non parte nulla.
together-now = Parte fra { $seconds } secondi.
together-now-yes = Parte quando qualcun altro reagisce con ✅ al mio messaggio su di esso.
together-at-how = Quando? Per esempio: !mail send at 8:00, !mail send at domani 9:00, !mail send at lun, !mail send at 2026-12-01. Al massimo con un anno di anticipo.
together-nothing-held = Qui non c’è nulla di suo che aspetti di essere inviato. Scriva il messaggio e poi !mail send at 8:00 finché si può ancora ritirare; oppure lo scriva in risposta a un messaggio che aspetta.
together-answers = Risposte pronte: { $names }. !mail answer e il nome ne invia una.
together-answers-none = Per questo account non ci sono risposte pronte: chi gestisce Mailroom può scriverne.
together-answer-unknown = Non c’è nessuna risposta pronta «{ $name }».
together-answer-shown = { $name }, con la risposta pronta «{ $answer }»:
together-came = È arrivata una nuova e-mail da { $from } prima che questo partisse. Aspetta ancora; ❌ lo ferma.

## What somebody may not do

permissions-may-not-read = Qui non può usare Mailroom.
permissions-may-not-draft = Qui non può scrivere bozze.
permissions-may-not-answer = Qui non può rispondere via e-mail: ciò che scrive resta in questa stanza.
permissions-may-not-compose = Qui non può iniziare conversazioni.
permissions-may-not-outside = Non può scrivere a persone che non partecipano a questa conversazione.
permissions-may-not-invite = Qui non può invitare persone che partecipano per e-mail.
permissions-may-not-source = Qui non può vederlo.
permissions-may-not-release = Qui non può deciderlo.
permissions-may-not-manage = Non può gestire gli account.
permissions-takes = Serve il permesso «{ $level }».
permissions-ask-team = Lo chieda a { $people };
permissions-ask-admins = può darglielo { $people }.
permissions-ask-any-admin = può darglielo l’amministrazione di Mailroom.
permissions-quota-reached = Ha scritto { $mails } e-mail in 24 ore, quante ne può scrivere una persona.
permissions-quota-waits = Questa non va persa: attende e parte alle { $time }. Fino ad allora può ritirarla con ❌.

## Accounts, queues and quarantine

operations-state-stopped = fermo
operations-state-connecting = si sta connettendo
operations-state-catching-up = si sta aggiornando
operations-state-connected = connesso
operations-state-transient = non raggiungibile, si riprova
operations-state-bad-credentials = accesso rifiutato, deve intervenire l’amministrazione
operations-way-out = invio: { $state }
operations-way-out-untried = non ancora provato
operations-way-out-ready = funziona
operations-way-out-transient = non funziona, si riprova
operations-way-out-bad-credentials = accesso rifiutato, deve intervenire l’amministrazione
operations-since = dal { $time }
operations-because = ({ $reason })
operations-why-login-refused = il server di posta dice che la password è sbagliata
operations-why-login-unexplained = il server di posta rifiuta l’accesso e non dice perché
operations-why-mailbox-missing = quella cartella non esiste
operations-why-mailbox-unavailable = queste cartelle non si possono leggere
operations-why-mail-unannounced = il server di posta non annuncia lì la posta nuova, perciò arriva tardi
operations-why-no-room = qui non c’è spazio per la posta
operations-why-no-secret = la sua password manca o qui non si apre
operations-why-oauth2-refused = il server che dà l’accesso (oauth2) lo rifiuta
operations-why-oauth2-away = il server che dà l’accesso (oauth2) non è raggiungibile o non risponde come dovrebbe
operations-why-other = il server di posta non è raggiungibile o non risponde come dovrebbe
operations-last-mail = ultima e-mail { $time }
operations-no-mail-yet = ancora nessuna e-mail
operations-retry-at = nuovo tentativo { $time }
account-none = Tutti gli account sono nel file di configurazione.
account-served = { $account }: in uso
account-waits = { $account }: attende – { $why }
account-left-out = { $account }: lasciato fuori – { $why }
account-leaving = { $account }: viene tolto con tutto ciò che ne esiste
account-added = { $account } è aggiunto e attende la sua password: la si dà con «mailroom ctl account change { $account } --password-file FILE» sulla macchina, mai in una chat.
account-changed = { $account } è cambiato.
account-removed = { $account } è tolto. Le sue conversazioni restano come sono.
account-purged = { $account } è tolto, con tutto ciò che ne esiste.
account-refused = Non è stato cambiato nulla: { $why }
account-key = «{ $account }» non può essere la chiave di un account: lettere minuscole, cifre e trattini.
account-no-secret = Una password non va scritta in una chat. Cancelli quel messaggio e, se lo era, la cambi presso il server di posta. La dia con «mailroom ctl account change { $account } --password-file FILE» sulla macchina, o nella pagina di accesso, dove c’è.
operations-connecting-now = { $accounts }: connessione in corso; «accounts» mostra com’è andata.
operations-all-connected = Nulla da fare: già connesso.
operations-no-accounts = Non c’è nessun account del cui team faccia parte.
operations-which-account = Quale account? { $known }
operations-nothing-waits = nulla in attesa
operations-held = { $count } ancora modificabili
operations-leaving = { $count } in partenza
operations-deferred = { $count } non ancora accettate da un server di posta, si riprova da soli
operations-failed = { $count } non consegnabili
operations-jobs = { $queue }: { $waiting } in attesa, il più vecchio da { $age }
operations-jobs-quarantined = { $queue }: { $count } in quarantena
operations-queue-mail-in = e-mail arrivate
operations-queue-matrix-send = messaggi da mostrare nelle stanze
operations-queue-event-in = messaggi e reazioni delle stanze
operations-queue-mail-out = e-mail da inviare
operations-queue-mail-sent = copie per la cartella Inviata
operations-queue-notice-out = e-mail che annunciano un rifiuto al mittente
operations-queue-guest-mail = e-mail agli ospiti con ciò che è stato detto
operations-queue-desk = ordine, nomi e panoramica delle stanze
operations-queue-member-act = persone da invitare nelle stanze o da toglierne
operations-quarantine-empty = Nulla è in quarantena.
operations-quarantine-count = In quarantena: { $total }
operations-quarantine-count-latest = In quarantena: { $total }, gli ultimi { $shown }:
operations-unread-mail = un’e-mail della cartella { $mailbox } che non è stato possibile leggere
operations-stopped-job = un lavoro fallito troppe volte: { $queue }
operations-reason = Motivo: { $text }
operations-size = Dimensione: { $kilobytes } KB
operations-hash = SHA-256: { $sha256 }
operations-not-in-quarantine = { $number } non è in quarantena.
operations-retried = { $number }: si riprova.
operations-quarantine-how = { $show } dice di più, { $retry } riprova.
operations-not-alone = In questa chat ci sono altre persone, perciò qui non dico nulla degli account. Si prega di iniziarne una da soli con me.
operations-encrypted = Questa chat è cifrata e non posso leggerla. Si prega di iniziarne una senza cifratura.
operations-withheld = ⚠ Il server di posta elenca un’e-mail nella cartella { $mailbox } ma non la consegna: da { $sender }, «{ $subject }». Mailroom riprova da solo e la mostra appena la riceve. Fino ad allora la guardi in un programma di posta. { $show } dice di più.
operations-sender-unknown = qualcuno che non nomina
operations-withheld-mail = un’e-mail della cartella { $mailbox } che il server di posta non consegna
operations-from = Da: { $sender }
operations-subject = Oggetto: { $subject }
operations-trouble = ⚠ Mailroom non raggiunge la casella dal { $time }, perciò qui non arriva posta nuova. Nulla va perso: attende nella casella e arriva appena il server di posta risponde. Mailroom riprova da solo.
operations-stopped = ⚠ Mailroom non segue questa casella dal { $time }, perciò qui non arriva posta nuova. Nulla va perso: attende nella casella. Si prega di avvisare chi gestisce Mailroom.
operations-unread = ⚠ Mailroom non riesce a leggere { $folders } dal { $time }: il server di posta dice che quella cartella non esiste o che non si può aprire. La posta che contiene non va persa, ma qui nessuno la vede. L’amministrazione deve controllare il nome nella configurazione (imap.mailboxes) e che cosa può leggere l’utente.
operations-unannounced = ⚠ Il server di posta non annuncia posta nuova in { $folders } dal { $time }: la si trova solo quando Mailroom guarda da solo, quindi arriva tardi. Nulla va perso. Chi gestisce Mailroom può chiedere di IMAP IDLE a chi gestisce il server di posta, o ridurre times.poll nella configurazione.
operations-well = Dal { $time } con la casella va di nuovo tutto bene: la posta nuova arriva come al solito, e quella che attendeva arriva ora.
operations-no-rooms = ⚠ Il server Matrix non crea nuove stanze per Mailroom dal { $time }, perciò le nuove conversazioni non appaiono. Nulla va perso: le loro e-mail attendono e appaiono appena crea di nuovo stanze. Si prega di avvisare chi gestisce Mailroom: «mailroom check» dice perché.
operations-rooms-again = Il server Matrix crea di nuovo stanze: le conversazioni che attendevano dal { $time } appaiono ora.
operations-full-database = ⚠ La posta non viene prelevata: il database ha raggiunto la dimensione consentita. Nulla va perso, la posta resta nella casella; sarà prelevata quando ci sarà spazio. Si prega di avvisare chi gestisce Mailroom.
operations-full-disk = ⚠ La posta non viene prelevata: il disco del database è quasi pieno. Nulla va perso, la posta resta nella casella; sarà prelevata quando ci sarà spazio. Si prega di avvisare chi gestisce Mailroom.
operations-room-again = C’è di nuovo spazio: la posta viene prelevata come al solito, e quella che attendeva arriva ora.
reload-refused = Il file di configurazione contiene errori, perciò non è stato cambiato nulla. Lo corregga qui, poi lo ricarichi:
reload-taken =
    { $count ->
        [1] L’unico processo in funzione ha riletto la configurazione.
       *[other] { $count } processi hanno riletto la configurazione.
    }
reload-nobody = Il file di configurazione è corretto. Mailroom non è in funzione, quindi non è stato ricaricato nulla: il file viene letto al prossimo avvio.
reload-nothing = Nulla in esso differisce da ciò che era in uso.
reload-added = Account aggiunti: { $accounts }
reload-removed = ⚠ Account tolti: { $accounts }. Per essi non entra né esce più posta. Se è stato un errore, li rimetta nel file e lo ricarichi.
reload-changed = Cambiato per { $account }: { $fields }
reload-members-added = Nuovi nel team di { $account }: { $people }
reload-members-removed = Non più nel team di { $account }: { $people }
reload-settings = Cambiato per tutti gli account: { $fields }
reload-needs-restart = ⚠ Anche questo è cambiato nel file, ma Mailroom continua con i valori precedenti finché non viene riavviato: { $fields }
reload-process-waiting = ⚠ { $process } non ha ancora letto la configurazione. Fino ad allora tutti possono fare solo ciò che permettono sia la vecchia sia la nuova. Se è bloccato, lo riavvii.
reload-process-differs = ⚠ { $process } ha letto la sua configurazione, ma il suo file non è quello che è stato controllato. Finché non dicono la stessa cosa, tutti possono fare solo ciò che entrambi permettono.
reload-process-refused = ⚠ { $process } continua con la configurazione precedente, perché il suo file contiene errori. Lo corregga lì, poi lo ricarichi:

## The answers to commands

commands-note = un messaggio solo per questa stanza; non viene mai inviato
commands-hold-hint = Finché un messaggio non è partito, può modificarlo, eliminarlo o fermarlo con la reazione ❌.
commands-unknown = Il comando «{ $name }» non esiste.
commands-did-you-mean = Intendeva { $usage }?
commands-see-help = !mail help mostra tutti i comandi.
commands-wrong-use = Si usa così: { $usage }
commands-goes-to = Il suo prossimo messaggio va a:
commands-this-goes-to = Questo va a:
commands-cc = Copia
commands-nobody = Nessuno riceverebbe una risposta: nessuna e-mail di questa conversazione ha un indirizzo esterno. Aggiunga qualcuno con !mail to name@example.org
commands-why-reply = perché risponde al messaggio di { $address }
commands-why-latest = perché l’ultima e-mail è venuta da { $address }; risponda a un altro messaggio per rispondere a quello
commands-why-bcc = solo al mittente, { $address }, perché quell’e-mail ci è arrivata in copia nascosta
commands-why-same = perché hanno ricevuto il messaggio che questo segue
commands-reply-to-used = Il mittente ha chiesto le risposte a un indirizzo diverso dal proprio.
commands-account = Account { $address }:
commands-account-state-ready = connesso
commands-account-state-connecting = si sta connettendo
commands-account-state-stopped = fermo, deve intervenire l’amministrazione
commands-open-mail =
    { $seconds ->
        [one] Un’e-mail attende ancora { $seconds } secondo e si può ancora modificare.
       *[other] Un’e-mail attende ancora { $seconds } secondi e si può ancora modificare.
    }
commands-waiting-mails =
    { $count ->
        [one] Un’e-mail attende di essere inviata.
       *[other] { $count } e-mail attendono di essere inviate.
    }
commands-failed-mails =
    { $count ->
        [one] Non è stato possibile consegnare un’e-mail.
       *[other] Non è stato possibile consegnare { $count } e-mail.
    }
commands-nothing-waits = Nulla attende di essere inviato.
commands-last-sent = L’ultima e-mail è partita alle { $time }.
commands-retrying =
    { $count ->
        [one] Si riprova con un’e-mail.
       *[other] Si riprova con { $count } e-mail.
    }
commands-nothing-to-retry = Non c’è nulla da riprovare.
commands-refused = Non consegnata a { $address }. Il suo server dice: { $words }
commands-deferred = Non ancora consegnata a { $address }; Mailroom riprova da solo. Il suo server dice: { $words }
commands-gave-up = Non consegnata a { $address } dopo molti tentativi. L’ultima risposta è stata: { $words }
commands-not-sent = Questo messaggio non è stato inviato: { $words }
commands-unknown-outcome = La connessione è caduta mentre lo si affidava al server di posta: può essere stato inviato oppure no.
commands-unknown-resent = Viene inviato un’altra volta fra qualche minuto, con la stessa identità, perché i programmi di posta lo mostrino una volta sola.
commands-unknown-held = Non viene inviato di nuovo da solo; !mail retry lo invia un’altra volta.
commands-too-large = Questo messaggio non è stato inviato: come e-mail è di { $size }, e il nostro server di posta accetta al massimo { $limit }. In un’e-mail i file crescono di un terzo. Li invii in più messaggi, li rimpicciolisca o invii un link.
commands-too-large-without-limit = Questo messaggio non è stato inviato: con { $size } è troppo grande per il nostro server di posta, che non dice quanto accetta. In un’e-mail i file crescono di un terzo. Li invii in più messaggi, li rimpicciolisca o invii un link.
commands-utf8-missing = Questo messaggio non è stato inviato: uno degli indirizzi ha lettere che il server di posta non accetta, come à o é.
commands-already-mailed = Troppo tardi: è già stato inviato. La modifica resta in questa stanza.
commands-encrypted-not-mailed = Questo messaggio è cifrato: non posso leggerlo, e non è stato inviato. Si prega di scriverlo senza cifratura.
commands-intro-thread = Ciò che si scrive in questa stanza parte come e-mail. Questi comandi no:
commands-intro-lobby = Nulla di ciò che si scrive in questa stanza viene inviato. Capisco questi comandi:
commands-intro-inbox = Ogni nuova conversazione è qui una riga; nulla di ciò che si scrive in questa stanza viene inviato. Capisco questi comandi:
commands-intro-management = Buongiorno, sono Mailroom. Nulla di ciò che si scrive qui viene inviato. Capisco:
commands-more = { $usage } dice di più su uno di essi.
commands-example = Esempio: { $text }
commands-place-thread = nella stanza di una conversazione
commands-place-lobby = nella stanza «Moderazione» di un account
commands-place-inbox = nella posta in arrivo di un account
commands-place-management = in una chat diretta con me
commands-elsewhere = «{ $name }» non si può usare in questa stanza. Lo usi { $places }.
commands-or = o

## The language of answers

language-name-en = inglese
language-name-de = tedesco
language-name-es = spagnolo
language-name-fr = francese
language-name-it = italiano
language-name-nl = olandese
language-name-pl = polacco
language-name-pt = portoghese
language-listed-unreviewed = { $language } ({ $tag }, non ancora rivisto)
language-unreviewed = Questi testi non sono ancora stati rivisti da una persona di madrelingua. Le correzioni sono benvenute.
language-is = Riceve le risposte in { $language }.
language-set = D’ora in poi riceve le risposte in { $language }.
language-unknown = Parlo { $known }.

## The time zone of answers

zone-is = Le dico gli orari in { $zone }. Lì ora sono le { $time }.
zone-is-account = Non ha scelto nessun fuso orario, perciò Le dico gli orari in quello dell’account, { $zone }. Lì ora sono le { $time }.
zone-set = D’ora in poi Le dico gli orari in { $zone }. Lì ora sono le { $time }. È ciò che segna il suo orologio?
zone-as-account = D’ora in poi Le dico gli orari nel fuso orario dell’account.
zone-unknown = Non conosco nessun fuso orario «{ $text }».
zone-meant = Intendeva { $zones }?
zone-how = Per sceglierne un altro, indichi regione e luogo: !mail zone Europe/Berlin. !mail zone account torna a quello dell’account.

## How long an answer took

ping-way = Questa risposta ha richiesto { $whole }: { $before } finché il suo messaggio è arrivato qui dal server Matrix, { $here } fino alla risposta.
ping-here = Questa risposta ha richiesto { $here } da quando il suo messaggio è arrivato qui. Non si può dire quanto ci ha messo ad arrivare: l’orologio del server Matrix differisce troppo dal nostro.
ping-too-long = Non si può dire quanto ha richiesto questa risposta: il suo messaggio ha atteso qui più di un giorno, o nel frattempo l’orologio è stato regolato.

## The original of a mail

source-reply-to = Scriva !mail source come risposta al messaggio di cui vuole l’originale.
source-unknown = A quel messaggio non corrisponde nessuna e-mail.
source-gone = L’originale di quell’e-mail non è (o non è più) conservato qui; lo cerchi nella casella. La sua somma di controllo (SHA-256) era { $hash }.
source-gone-without-hash = L’originale di quell’e-mail non è (o non è più) conservato qui; lo cerchi nella casella.

## Search

search-nothing = Non è stato trovato nulla.
search-found = Trovati: { $count }
search-found-more = Trovati: più di { $count }
search-reading = La posta più vecchia è ancora in lettura ({ $percent } % finora): non si trova ancora tutta.
search-nothing-asked = Dica che cosa cercare: parole, oppure from:bob to:alice subject:lampada has:pdf in:support after:2019 before:2020-06. Le parole tra virgolette stanno insieme; -parola non compare; lam* è l’inizio di una parola.
search-needs-person = «{ $word }» richiede un nome o un indirizzo, come from:bob o from:bob@example.org
search-needs-words = «{ $word }» richiede parole, come subject:lampada
search-needs-date = «{ $word }» richiede un anno, un mese o un giorno, come after:2019, after:2019-03 o before:2019-03-14
search-needs-kind = «{ $word }» richiede un tipo di file, come has:file, has:pdf, has:image o has:docx
search-needs-place = «{ $word }» richiede un account o una cartella; i suoi sono: { $known }
search-too-much = È troppo in una volta: al massimo { $most } parole e condizioni.

## What each command does

help-brake = mostra quali risposte sono fermate perché sembra che delle macchine si rispondano; «reset» le invia
help-breaker = mostra se tutta la posta in uscita è ferma; «reset» lo termina
help-list = elenca le conversazioni aperte: all (tutte), mine (le sue), unclaimed (libere), us (attendono noi), them (attendiamo), snoozed (rimandate) o done (chiuse)
help-claim = prende questa conversazione, così gli altri vedono che se ne occupa Lei; anche la reazione 👀
help-unclaim = restituisce questa conversazione
help-assign = dà questa conversazione a qualcuno del team
help-done = chiude questa conversazione; anche la reazione ✅. Una nuova e-mail la riapre
help-reopen = riapre questa conversazione
help-snooze = rimanda questa conversazione per un certo tempo (4h, 3d) o fino a un giorno (domani 9:00, lun, 2026-12-01)
help-send = quando parte il suo messaggio che aspetta: send at 8:00, send at lun; send now lo invia subito
help-draft = dà un nuovo testo a una bozza che aspetta un ✅, chiunque l’abbia scritta
help-answer = invia una risposta pronta a suo nome; senza nome le elenca tutte
help-compose = inizia una conversazione in una stanza propria; ciò che manca viene chiesto; le righe seguenti sono la sua prima e-mail
help-forward = manda un’e-mail a qualcuno fuori, volendo con qualche parola; le risposte arrivano in una stanza propria
help-cancel = termina le mie domande su una nuova conversazione; non ne viene iniziata nessuna
help-to = chi riceve il suo prossimo messaggio, e perché; +indirizzo aggiunge, -indirizzo toglie, gli indirizzi da soli sono il nuovo elenco
help-cc = chi riceve le copie; si cambia allo stesso modo
help-bcc = chi lo riceve senza che nessun altro lo veda; si cambia allo stesso modo
help-from = da quale indirizzo dell’account si scrive questa conversazione
help-subject = l’oggetto delle e-mail seguenti
help-reply-to-sender = le risposte vanno solo al mittente di ciò a cui si risponde; off: di nuovo a tutti. Per un solo messaggio: !sender TESTO
help-block = di chi non si mostra la posta, nell’account o in questa stanza («here»); come risposta a un messaggio: il suo mittente, in questa stanza
help-allow = chi partecipa senza che si chieda; come risposta a un messaggio: il suo mittente, in questa stanza
help-rules = mostra chi può partecipare e quante e-mail non sono state mostrate; «drop» toglie una regola
help-entry = mostra o stabilisce se in questa stanza può partecipare chiunque risponda e sia verificato
help-invite = invita qualcuno con il suo indirizzo a partecipare a questa stanza per e-mail; «last» con un numero gli invia altrettanti degli ultimi messaggi
help-uninvite = termina la partecipazione di qualcuno a questa stanza per e-mail
help-guests = mostra chi legge questa stanza per e-mail. Cambia ciò che ne dice: «answer» o «invitation» (da quando ricevono ciò che si dice), «now», «hourly» o «daily», «verified» o «unverified»
help-move = come risposta a un messaggio: lo mette, con ciò che gli risponde, nella conversazione di un’altra stanza
help-split = come risposta a un messaggio: ne fa, con tutto ciò che è venuto dopo, una conversazione a parte
help-merge = mette tutta questa conversazione in quella di un’altra stanza
help-help = mostra questo elenco
help-status = mostra come sta l’account e fin dove sono arrivate le e-mail di questa stanza
help-retry = riprova ciò che non è stato possibile consegnare; come risposta a un messaggio: solo quello
help-unpause = invia di nuovo a un indirizzo a cui non è stato possibile consegnare un’e-mail
help-search = trova mail e risposte dalle loro parole, anche nei file: from:bob to:alice subject:lampada has:pdf in:support after:2019 before:2020-06, «parole tra virgolette», -parola, page 2
help-source = come risposta a un messaggio: mette qui la sua e-mail originale come file
help-why = come risposta a un messaggio: perché la sua e-mail è in questa conversazione, e come è stato verificato il mittente
help-accept = come risposta al messaggio su un’e-mail sospetta: la mostra nella sua conversazione
help-refuse = come risposta al messaggio su un’e-mail sospetta: la lascia fuori
help-overflow = mostra le e-mail che attendono perché da fuori ne sono arrivate troppe; «let-in» le fa entrare, «discard» le lascia fuori
help-old = mostra la vecchia posta arrivata in quantità e in attesa; «quietly» e «as-new» la fanno entrare, «leave» la lascia nella casella
help-account = mostra gli account aggiunti durante il funzionamento; «add», «change» e «remove» lo fanno, solo le password si danno altrove
help-accounts = mostra come sta ciascuno dei suoi account: il suo stato, da quando, e la sua ultima e-mail; «retry» connette ora quello non raggiungibile
help-team = mostra chi non fa più parte del team ed è ancora nelle sue stanze; «leave» toglie queste persone, «stay» le lascia lì senza diritti
help-queue = mostra ciò che attende di essere inviato o mostrato, e ciò che è fallito
help-quarantine = mostra ciò che non è stato possibile leggere o fare; «show» dice di più su uno, «retry» riprova
help-reload = rilegge il file di configurazione, senza riavvio
help-ping = mostra quanto è durato il percorso dal server Matrix alla risposta
help-language = mostra o stabilisce la lingua in cui Le si risponde
help-login = portare la propria casella, in una chat diretta con me
help-logout = togliere di nuovo la propria casella
help-zone = mostra o stabilisce il fuso orario in cui Le si dicono gli orari

## Work that waited, failed for good, or was tried again and again

queue-not-shown = ⚠ Qui manca una parte di questa e-mail: il server Matrix non l’accetta. «!mail quarantine» nella stanza «Moderazione» dice di più.
queue-set-aside = ⚠ Qualcosa è andato storto: non viene inviato e non cambia nessuna e-mail. Si prega di scriverlo un’altra volta; se non basta, «!mail quarantine» nella stanza «Moderazione» dice di più.
queue-returned-mail = Questo non è stato inviato: Mailroom non seguiva questo account dal { $since }. Ora non parte da solo: reagisca con ✅ per inviarlo, con ❌ per scartarlo.
queue-unseen-mail = Non posso più leggere la stanza in cui è stato scritto, quindi non vedo se lì è stato modificato o cancellato: «{ $words }». Non parte da solo: reagisca con ✅ per inviarlo così com’è qui, con ❌ per scartarlo.
queue-returned-fixed = Questo attende un sì e non si può più modificare: reagisca con ✅ per inviarlo così com’è, con ❌ per scartarlo.
queue-returned-released = Viene inviato ora.
queue-returned-discarded = Scartato: non viene inviato.
queue-not-served = Per ora Mailroom non segue l’account { $account }: ciò che si dice qui non viene inviato, e la posta che arriva non è mostrata. Nulla va perso: appena lo seguirà di nuovo, qui si chiederà che cosa fare di ciò che è stato detto nel frattempo. Chi gestisce Mailroom sa perché.
queue-unserved = nessun processo lo segue dal { $since }
attempt-list = Tentativi di affidarla al server di posta:
attempt-accepted = { $attempt }. { $time }, { $address }: accettata
attempt-deferred = { $attempt }. { $time }, { $address }: non ancora accettata
attempt-refused = { $attempt }. { $time }, { $address }: rifiutata
attempt-not-sent = { $attempt }. { $time }, { $address }: non affidata al server
attempt-unknown = { $attempt }. { $time }, { $address }: forse inviata

## Our own mail server

delivery-waits = Non ancora inviato.
delivery-leaves-by-itself = Il messaggio è conservato e parte da solo appena la cosa è sistemata.
delivery-waited = Questo messaggio non è stato inviato: ha atteso troppo a lungo il nostro server di posta.
relay-since = Non si invia nulla dal { $time }.
relay-news = ⚠ Non si invia nulla dal { $time }.
relay-well = La posta parte di nuovo dal { $time }. Ciò che attendeva è in viaggio.
relay-trouble-login = Il nostro server di posta rifiuta l’accesso per l’invio: la password nella configurazione è sbagliata, o il fornitore ha bloccato l’accesso.
relay-trouble-login-later = Il nostro server di posta al momento non può verificare l’accesso per l’invio.
relay-trouble-certificate-expired = Il certificato del nostro server di posta è scaduto, perciò non gli viene affidata posta.
relay-trouble-certificate-unknown = Il certificato del nostro server di posta non è affidabile: è intestato a un altro nome, o rilasciato da qualcuno che Mailroom non conosce.
relay-trouble-tls = Non si riesce a stabilire una connessione cifrata con il nostro server di posta.
relay-trouble-connection-refused = Il nostro server di posta non accetta connessioni.
relay-trouble-name-unknown = Il nome del nostro server di posta non si trova.
relay-trouble-silent = Il nostro server di posta non risponde.
relay-trouble-unreachable = Il nostro server di posta non è raggiungibile.
relay-trouble-refuses = Il nostro server di posta respinge Mailroom appena si connette.
relay-says = Dice: { $words }
relay-remedy-password = Ciò che si scrive attende (⏳) e poi parte da solo. Chieda a chi gestisce Mailroom di correggere la password (o oauth2) nel suo file: viene provata entro un minuto. «accounts retry { $account }» nella chat diretta con me la prova subito.
relay-remedy-certificate = Ciò che si scrive attende (⏳) e poi parte da solo. Chi gestisce il server di posta deve rinnovare il certificato, oppure chi gestisce Mailroom deve indicare il server giusto e la sua autorità (smtp.host, smtp.ca_file).
relay-remedy-server = Ciò che si scrive attende (⏳) e parte da solo appena il server risponde; lo si interroga ogni pochi minuti. Se dura, chieda a chi gestisce il server di posta.
relay-not-mailed-failed = Non inviato a { $people }.
relay-not-mailed-again = Non ancora inviato a { $people }; si riprova da soli.
relay-refusal-news = ⚠ Il nostro server di posta non accetta un nostro messaggio. Chi lo ha scritto ne è informato.
relay-refusal-once = Altri messaggi a cui succede lo stesso vengono segnalati a chi li ha scritti, e qui di nuovo dopo un giorno.
relay-refusal-limit = Il nostro server di posta per ora non accetta altri messaggi: ne sono stati inviati quanti ne consente.
relay-refusal-login-needed = Il nostro server di posta non accetta messaggi senza accesso, o non con questo.
relay-refusal-full = Il nostro server di posta al momento non ha spazio, o la nostra casella lì è piena.
relay-refusal-sender = Il nostro server di posta non ci lascia inviare con questo indirizzo.
relay-refusal-relaying = Il nostro server di posta non inoltra messaggi ad altri per noi.
relay-refusal-too-large = Il nostro server di posta non accetta un messaggio così grande.
relay-refusal-content = Il nostro server di posta considera il messaggio spam, o non gradisce ciò che contiene.
relay-refusal-other = Il nostro server di posta non accetta il messaggio.
relay-help-limit = Non c’è nulla da fare: parte quando il limite lo consente, di solito entro un giorno. Se succede spesso, chieda al fornitore un limite più alto.
relay-help-login-needed = Chi gestisce Mailroom deve controllare smtp.user, smtp.password, smtp.port e smtp.security nella configurazione.
relay-help-full = Di solito passa da solo. Se dura, cancelli vecchi messaggi dalla casella o chieda più spazio al fornitore.
relay-help-sender = Chieda al fornitore di lasciare che questo accesso invii con l’indirizzo dell’account, o a chi gestisce Mailroom di usare l’accesso che gli appartiene. Poi !mail retry lo invia.
relay-help-relaying = Chi gestisce Mailroom deve controllare smtp.host e l’accesso nella configurazione. Poi !mail retry lo invia.
relay-help-too-large = In un’e-mail i file crescono di un terzo. Li invii in più messaggi, li rimpicciolisca o invii un link.
relay-help-content = Lo dica con altre parole o senza i file e i link. Se messaggi normali vengono rifiutati così, chieda il motivo al fornitore.
relay-help-other = Chieda a chi gestisce il server di posta, con le parole qui sopra. !mail retry riprova.

## What providers say

provider-microsoft-smtp-off = Microsoft: l’invio da parte di programmi (SMTP AUTH) è disattivato per tutta l’organizzazione. La sua amministrazione può permetterlo per questa casella (Set-CASMailbox -SmtpClientAuthenticationDisabled $false).
provider-microsoft-smtp-off-mailbox = Microsoft: l’invio da parte di programmi (SMTP AUTH) è disattivato per questa casella. L’amministrazione dell’organizzazione lo attiva: utente, Posta, Gestisci app di posta elettronica, SMTP autenticato.
provider-microsoft-no-passwords = Microsoft non accetta password da programmi. Al posto della password serve un accesso con Microsoft (oauth2).
provider-microsoft-policy = Microsoft: una regola dell’organizzazione (impostazioni predefinite di sicurezza o accesso condizionale) vieta questo accesso. La sua amministrazione deve permetterlo.
provider-microsoft-send-as = Microsoft: questo accesso non può inviare con questo indirizzo. L’amministrazione dell’organizzazione gli dà il diritto «Invia come» per la casella.
provider-microsoft-not-logged-in = Microsoft accetta posta da inviare solo dopo un accesso: smtp ha bisogno di un utente e di una password, o di oauth2.
provider-microsoft-not-connected = Microsoft accetta l’accesso e non apre la casella: IMAP vi è disattivato, non ha una licenza, oppure Exchange ha problemi propri.
provider-microsoft-consent = Microsoft: nessuno ha ancora accettato che Mailroom usi questa casella. Acceda di nuovo e accetti; dove può farlo solo l’amministrazione dell’organizzazione, tocca a lei.
provider-microsoft-login = Microsoft non lascia entrare questo accesso nella casella: la password o il permesso è sbagliato, chi ha accettato non può usare questa casella, oppure IMAP o SMTP vi è disattivato.
provider-client-refused = Il provider non conosce il client di Mailroom, oppure il segreto del client è scaduto. L’amministrazione deve correggere client_id e client_secret.
provider-login-again = Il permesso di usare questa casella manca, è scaduto o è stato ritirato, per esempio dopo un cambio di password. Qualcuno deve accedere di nuovo.
provider-google-app-password = Google non accetta password comuni da programmi: vuole una password per le app (che richiede la verifica in due passaggi) o un accesso con Google (oauth2).
provider-google-login = Google non accetta questo accesso. Non accetta password comuni da programmi: serve una password per le app o un accesso con Google (oauth2).
provider-google-web-login = Google vuole che la persona a cui appartiene la casella acceda una volta in un browser web e confermi che era lei.
provider-google-imap-off = Google: IMAP è disattivato per questa casella. Si attiva nelle impostazioni di Gmail, in «Inoltro e POP/IMAP».
provider-google-imap-off-organisation = Google: IMAP è disattivato per tutta l’organizzazione. La sua amministrazione lo attiva nella Console di amministrazione.
provider-app-password = Questo provider non accetta password comuni da programmi: crei una password per le app nelle impostazioni di sicurezza della casella e usi quella.

## A mailbox that follows

mailbox-archived = Qualcuno ha archiviato questa e-mail in un programma di posta. Qui la conversazione è ancora aperta: ✅ la chiude.
mailbox-deleted = Qualcuno ha eliminato questa e-mail in un programma di posta. Qui rimane, e la conversazione è ancora aperta: ✅ la chiude.
mailbox-moved = Qualcuno ha spostato questa e-mail in un’altra cartella in un programma di posta. Qui la conversazione è ancora aperta: ✅ la chiude.
mailbox-many =
    { $count ->
        [one] { $count } e-mail è stata letta, archiviata o eliminata in una volta in un programma di posta. Nella sua stanza non si dice nulla.
       *[other] { $count } e-mail sono state lette, archiviate o eliminate in una volta in un programma di posta. Nelle loro stanze non si dice nulla.
    }

## Ospiti

guests-room-welcome = A questa stanza possono partecipare persone che hanno solo l’e-mail. Niente ne esce per e-mail prima che qualcuno sia invitato.
guests-room-welcome-how = Per invitare qualcuno: !mail invite bob@example.org Bob
guests-invited = ✉ { $person } è invitato a partecipare per e-mail. Ora parte una sola e-mail, e ciò che si dice qui solo dopo una risposta. !mail uninvite lo annulla.
guests-invited-at-once = ✉ { $person } è invitato a partecipare per e-mail e riceve d’ora in poi per e-mail ciò che si dice qui. !mail uninvite lo termina.
guests-unverified-hint = Nessuno verifica i mittenti delle e-mail a questo account; perciò quelle degli ospiti non sono mostrate qui. !mail guests unverified le mostra.
guests-unreadable = Chi? Serve un indirizzo, per esempio: !mail invite bob@example.org Bob
guests-refused-own = { $address } è un nostro indirizzo. Inviti la persona in Matrix.
guests-refused-member = { $address } è di qualcuno della squadra. Inviti quella persona in Matrix.
guests-refused-no-power = Nessuno è stato invitato: questa stanza non le permette di invitare. Chieda a chi può farlo.
guests-refused-encrypted = Nessuno è stato invitato: questa stanza è cifrata, e ciò che vi si dice non deve uscirne per e-mail.
guests-refused-already = { $address } è già invitato. !mail guests mostra chi legge per e-mail.
guests-refused-stopped = { $address } non vuole e-mail da qui. Solo quella persona può cambiarlo, con un’e-mail con la parola START a { $account }.
guests-refused-member-quota = Nessuno è stato invitato: ha fatto { $count } inviti in un giorno, quanti ne permette la configurazione. Riprovi domani.
guests-refused-all-quota = Nessuno è stato invitato: tutti insieme hanno fatto { $count } inviti in un giorno, quanti ne permette la configurazione. Riprovi domani.
guests-refused-person-quota = Nessuno è stato invitato: { $address } ha ricevuto più inviti in un giorno. Riprovi domani.
guests-no-room = Questa non è una stanza per ospiti. !mail to mostra chi riceve ciò che si dice qui.
guests-removed = { $person } non riceve più niente da questa stanza.
guests-not-there = { $address } non è un ospite di questa stanza. !mail guests mostra chi lo è.
guests-answered = { $person } ha risposto all’invito e partecipa: ciò che si dice qui va d’ora in poi per e-mail anche lì.
guests-stopped = { $person } non vuole più e-mail da qui e non riceve niente da questa stanza. Solo quella persona può cambiarlo, con un’e-mail con la parola START a { $account }.
guests-started = { $person } partecipa di nuovo per e-mail.
guests-failed = ⚠ L’invito a { $person } non si è potuto consegnare ed è chiuso. Controlli l’indirizzo.
guests-leaves = Ciò che si dice qui va per e-mail a { $people }.
guests-unverified-kept = Un’e-mail che dice di essere di { $person } non è mostrata: nessuno verifica i mittenti delle e-mail a questo account. !mail guests unverified mostra le prossime.
guests-list-none = Nessuno è stato invitato a partecipare a questa stanza per e-mail.
guests-state-invited = invitato, ancora senza risposta
guests-state-active = partecipa per e-mail
guests-state-stopped = non vuole e-mail
guests-state-removed = è stato tolto
guests-state-failed = non è stato raggiunto
guests-consent-answer = Chi è invitato riceve ciò che si dice qui dopo aver risposto.
guests-consent-invitation = Chi è invitato riceve subito ciò che si dice qui.
guests-delivery-now = Parte dopo una pausa della conversazione.
guests-delivery-hourly = Viene raccolto e parte una volta all’ora.
guests-delivery-daily = Viene raccolto e parte una volta al giorno.
guests-verified = Le e-mail degli ospiti non sono mostrate, perché nessuno ne verifica i mittenti: !mail guests unverified
guests-unverified = Le e-mail degli ospiti sono mostrate anche se nessuno ne verifica i mittenti: !mail guests verified
guests-ghost-name = { $name } (per e-mail)
guests-mail-subject = Invito: { $room }
guests-mail-subject-unnamed = Invito di { $name }
guests-mail-invites = { $name } la invita alla conversazione «{ $room }». Si svolge in una chat; lei partecipa con il suo programma di posta e non le serve altro.
guests-mail-invites-unnamed = { $name } la invita a una conversazione. Si svolge in una chat; lei partecipa con il suo programma di posta e non le serve altro.
guests-mail-how = Per partecipare, risponda a questa e-mail: la sua risposta è mostrata a tutti, e da allora riceve ciò che si dice. Senza risposta non riceve altro.
guests-mail-how-at-once = D’ora in poi riceve ciò che vi si dice. Ciò che risponde vi è mostrato a tutti.
guests-mail-stop = Se non vuole e-mail da qui, risponda con la sola parola STOP. Allora nessuno qui potrà più invitarla.
guests-stopped-subject = Non riceve più e-mail da qui
guests-stopped-text = Lo ha chiesto un’e-mail con il suo indirizzo. Non partecipa più a nessuna conversazione qui, e nessuno può invitarla.
guests-stopped-undo = Se non è stato lei, o cambia idea, risponda a questa e-mail con la sola parola START.
guests-not-here = `!mail { $name }` serve alle conversazioni per e-mail. Chi legge questa stanza per e-mail è un ospite: `!mail guests` li elenca, `!mail invite INDIRIZZO` ne invita uno.
guests-encrypted-subject = Ciò che si dice lì ora è cifrato
guests-encrypted-text = Nella conversazione a cui { $by } l’ha invitata i messaggi ora sono cifrati. Non si possono inviare per e-mail, e lei non ne riceve nessuno. Ciò che scrive arriva ancora lì. Chieda a { $by } come continuare.
guests-page-title = Niente più e-mail
guests-page-text = Prema il pulsante se non vuole più e-mail delle conversazioni di qui.
guests-page-button = Ferma le e-mail
guests-page-done = Fatto. Non riceve più e-mail delle conversazioni di qui, e nessuno può invitarla.
guests-page-undo = Per annullarlo, risponda a un’e-mail che ha con la sola parola START.

## Reactions

reaction-said = { $name } ha reagito con { $emoji }.
reaction-unplaced = Una reazione di { $person }. Non riguarda alcun messaggio noto qui, oppure non viene da chi partecipa alla sua conversazione; si trova nella casella di posta.
reaction-leaves = Una reazione come { $emoji } a un’e-mail di { $person } gli viene inviata per e-mail, e a nessun altro. La tolga entro { $seconds } secondi e non parte.
reaction-mailed = { $name } ha reagito al suo messaggio.

## Mail of before

history-done =
    La posta dal { $since } è arrivata: { $mails ->
        [one] un’e-mail
       *[other] { $mails } e-mail
    } in { $rooms ->
        [one] una stanza
       *[other] { $rooms } stanze
    }, in uno spazio a parte. Nessuno è stato avvisato né invitato, e la posta nuova prosegue nelle stesse stanze.
history-none = Dal { $since } non c’era posta da importare.
history-left =
    { $count ->
        [one] Un’e-mail precedente non è stata importata
       *[other] { $count } e-mail precedenti non sono state importate
    }; ciò che è nella casella vi resta:
history-reading = importa la posta dal { $since }: finora trovate { $found }
history-filling = importa la posta dal { $since }: { $settled } di { $found }
history-waits = attende: { $what }

## Pagine in un browser

web-not-there = Qui non c’è nulla
web-not-there-help = Controlli che il link sia stato aperto per intero: i programmi di posta a volte lo tagliano. I link monouso non esistono più dopo l’uso.
web-too-many = Troppe richieste
web-too-many-help =
    { $seconds ->
        [one] Attenda un secondo, poi ricarichi questa pagina.
       *[other] Attenda { $seconds } secondi, poi ricarichi questa pagina.
    }
web-failed = Qui qualcosa è andato storto
web-failed-help = Non si è perso nulla. Riprovi tra un momento; se continua così, lo dica a chi gestisce Mailroom.
web-foreign-form = Questo modulo non è stato inviato dalla nostra pagina
web-foreign-form-help = Per la Sua sicurezza non è stato fatto nulla. Apra di nuovo il link e compili il modulo lì.

## Caselle proprie

login-link = Apra questa pagina entro 15 minuti e vi acceda con la Sua casella: { $link } Ciò che scrive lì non arriva in Matrix.
login-link-then = Alla fine la pagina mostra sei cifre. Le scriva qui: login e le cifre. Non dia a nessuno il link né le cifre.
login-added = { $address } ora è qui: la sua nuova posta arriva in stanze dello spazio «{ $name }», al quale è invitato Lei e nessun altro. !mail logout la toglie.
login-wrong =
    { $left ->
        [one] Non sono le cifre che mostra la pagina. Ancora un tentativo, poi l’accesso viene scartato.
       *[other] Non sono le cifre che mostra la pagina. Ancora { $left } tentativi, poi l’accesso viene scartato.
    }
login-spent = Troppe volte sbagliato; l’accesso è scartato e ciò che era stato scritto è cancellato. !mail login ricomincia.
login-none = Nessun Suo accesso attende delle cifre. !mail login ne inizia uno; le sue cifre valgono dieci minuti.
login-already-taken = { $address } è già un account qui. Chi gestisce Mailroom può dire di chi.
login-no-words = Qui scriva solo !mail login e, dopo, le sei cifre della pagina. Se era una password: cancelli il messaggio e cambi la password.
login-not-allowed = Chi gestisce Mailroom non Le ha permesso di portare una casella propria (logins.allowed nella configurazione).
login-no-pages = Qui le caselle proprie sono permesse, ma non c’è una pagina per accedere. Chi gestisce Mailroom deve impostare web nella configurazione.
logout-none = Qui non c’è nessuna Sua casella.
logout-which = Quale? !mail logout e l’indirizzo: { $addresses }
logout-done = { $address } è tolta: l’accesso, la password, i messaggi e ciò che ne era ricordato. La casella stessa è com’era. Esco dalle sue stanze.
login-page-title = Accedere con la propria casella
login-page-whose = Questa pagina è per { $user }. La posta della casella sarà mostrata a { $user } in Matrix. Prosegua solo se è Lei.
login-page-begin = Sono io, avanti
login-page-wrong-title = Accesso non ancora riuscito
login-page-address = Indirizzo di posta
login-page-password = Password della casella
login-page-password-hint = Molti fornitori ne vogliono una fatta per i programmi (password per app) se accede con un secondo fattore.
login-page-name = Il Suo nome nei messaggi
login-page-name-hint = Può restare vuoto.
login-page-servers = Server
login-page-servers-hint = Si trovano dall’indirizzo. Li compili solo se non riesce.
login-page-imap = La posta arriva da (IMAP)
login-page-smtp = La posta esce da (SMTP)
login-page-host = Server
login-page-port = Porta
login-page-security = Cifratura
login-page-user = Nome utente, se non è l’indirizzo
login-page-try = Accedi
login-page-no-address = Non è un indirizzo di posta. Uno è così: anna@example.org.
login-page-no-password = La password manca, o ha caratteri che nessuna può avere.
login-page-too-often = Questo link è stato provato troppe volte. Scriva !mail login a Mailroom per averne un altro.
login-page-servers-none = Per questo indirizzo non si sono trovati server. Inserisca quelli indicati dal Suo fornitore.
login-page-servers-closed = Le caselle di questo dominio non si possono portare qui. Chi gestisce Mailroom può indicarne i server.
login-page-servers-not-public = Questi server non hanno nome e indirizzo pubblici e non ci si collega. Chi gestisce Mailroom può indicare server interni.
login-page-servers-port = Non è una porta di un server di posta: IMAP ha 993 o 143, SMTP 465 o 587.
login-page-refused = { $server } non ha accettato indirizzo e password. Controlli che siano giusti, e se il Suo fornitore vuole una password per app o deve prima consentire i programmi di posta.
login-page-tls = { $server } non ha mostrato un certificato affidabile. Controlli che il nome sia giusto.
login-page-away = Non è stato possibile raggiungere { $server }. Controlli nome, porta e cifratura, o riprovi più tardi.
login-page-taken = Questo indirizzo è già un account qui. Chi gestisce Mailroom può dire di chi.
login-page-code-title = Ancora un passo
login-page-code = La casella è stata trovata. Scriva questo nella Sua chat diretta con Mailroom, come { $user }:
login-page-code-then = Vale dieci minuti, e se non lo scrive non resta salvato nulla. Non lo dica a nessuno. Poi può chiudere questa pagina.
login-page-found = La sua posta si legge su { $imap } e si invia da { $smtp }.
login-page-over = Questo link è stato usato o è troppo vecchio
login-page-over-help = Scriva !mail login nella Sua chat diretta con Mailroom per averne un altro.
login-page-coded = Le cifre sono già state mostrate
login-page-coded-help = Le scriva nella Sua chat diretta con Mailroom. Se sono perse, scriva lì !mail login per un altro link.
login-page-elsewhere = Questo link è aperto in un altro browser
login-page-elsewhere-help = Vale nel browser in cui è stato aperto per primo. Se non era il Suo, qualcun altro ha il link: scriva !mail login nella Sua chat diretta con Mailroom, e questo non varrà più nulla.
