### Alles wat Mailroom tegen mensen zegt, in het Nederlands. Wat waar en tegen wie wordt gezegd, staat in en.ftl.
### Not reviewed by a native speaker yet.

## Marks and remarks in a mail that came

mail-image = [afbeelding: { $alt }]
mail-image-without-alt = [afbeelding]
mail-rest = Rest van de mail
mail-plain-rendering = Platte tekst van de mail
mail-html-rendering = Opgemaakte tekst van de mail
mail-spoiler = [verborgen: { $text }]
mail-cut-here = [Hier afgekapt: { $shownKb } van { $totalKb } KB is te zien. Het hele bericht is bijgevoegd.]
mail-signed-pgp = Dit bericht is ondertekend met OpenPGP; de handtekening is niet gecontroleerd.
mail-signed-smime = Dit bericht is ondertekend met S/MIME; de handtekening is niet gecontroleerd.
mail-encrypted-pgp = Dit bericht is versleuteld met OpenPGP. Het is ongewijzigd bijgevoegd; een mailprogramma met de sleutel kan het lezen.
mail-encrypted-smime = Dit bericht is versleuteld met S/MIME. Het is ongewijzigd bijgevoegd; een mailprogramma met de sleutel kan het lezen.
mail-opaque-smime = Dit bericht is zo met S/MIME ondertekend dat de tekst in de handtekening zit; het is ongewijzigd bijgevoegd.
mail-password-protected = { $name } is beveiligd: om het te openen is misschien een wachtwoord nodig.
mail-further-files = Overige bestanden
mail-files-bundled = Van de { $all } bestanden van deze mail zitten er { $count } in dit archief.

## Mails within a mail

nested-mail = Bijgevoegde mail
nested-from = Van
nested-date = Datum
nested-subject = Onderwerp
nested-more-in-file = … de rest staat in { $name }

## Mails that could not be read

unread-file = Het bestand “{ $name }” kon niet uit zijn mail worden gelezen. In plaats daarvan staat hier de hele mail, als bestand.
unread-file-missing = Het bestand “{ $name }” kon niet uit zijn mail worden gelezen en ontbreekt daarom hier. Zoek het in de mailbox, met een mailprogramma.
unread-mail = Er is een mail van { $sender } (“{ $subject }”) aangekomen die niet gelezen kon worden: { $reason }. Het origineel is bijgevoegd.
unread-mail-without-subject = Er is een mail van { $sender } aangekomen die niet gelezen kon worden: { $reason }. Het origineel is bijgevoegd.
unread-mail-without-sender = Er is een mail (“{ $subject }”) aangekomen die niet gelezen kon worden: { $reason }. Het origineel is bijgevoegd.
unread-mail-without-sender-and-subject = Er is een mail aangekomen die niet gelezen kon worden: { $reason }. Het origineel is bijgevoegd.
unread-oversize-mail = Er is een mail van { $size } aangekomen, geschreven door { $sender } (“{ $subject }”). Hij is hier niet te zien omdat hij groter is dan { $limit }. Lees hem in de mailbox, met een mailprogramma.
unread-oversize-mail-without-subject = Er is een mail van { $size } aangekomen, geschreven door { $sender }. Hij is hier niet te zien omdat hij groter is dan { $limit }. Lees hem in de mailbox, met een mailprogramma.
unread-oversize-mail-without-sender = Er is een mail van { $size } (“{ $subject }”) aangekomen. Hij is hier niet te zien omdat hij groter is dan { $limit }. Lees hem in de mailbox, met een mailprogramma.
unread-oversize-mail-without-sender-and-subject = Er is een mail van { $size } aangekomen. Hij is hier niet te zien omdat hij groter is dan { $limit }. Lees hem in de mailbox, met een mailprogramma.
unread-reason-too-large = hij is te groot
unread-reason-empty = hij is leeg
unread-reason-time = het lezen duurde te lang
unread-reason-memory = het lezen kostte te veel geheugen
unread-reason-crash = het programma dat mails leest, liep erop vast
unread-reason-oversize = hij is te groot
unread-reason-failed = hier ging iets mis

## Invitations and contacts

calendar-title-invitation = Uitnodiging
calendar-title-changed = Uitnodiging gewijzigd
calendar-title-cancelled = Geannuleerd
calendar-title-reply = Antwoord op een uitnodiging
calendar-title-counter = Ander tijdstip voorgesteld
calendar-title-published = Afspraak
calendar-title-task = Taak
calendar-label = { $name }:
calendar-when = Wanneer
calendar-where = Waar
calendar-join = Deelnemen
calendar-organizer = Georganiseerd door
calendar-attendees = Deelnemers
calendar-repeats = Herhaling
calendar-comment = Opmerking
calendar-untitled = (zonder titel)
calendar-all-day = de hele dag
calendar-before = eerst: { $value }
calendar-occurrence = alleen die van { $date }
calendar-added = nieuw: { $names }
calendar-removed = niet meer: { $names }
calendar-accepted = geaccepteerd
calendar-declined = afgewezen
calendar-tentative = voorlopig
calendar-delegated = doorgegeven
calendar-no-answer = nog geen antwoord
calendar-optional = optioneel
calendar-and-more = en nog { $count }
calendar-date = { $weekday } { $day } { $month } { $year }
calendar-weekday-sunday = zondag
calendar-weekday-monday = maandag
calendar-weekday-tuesday = dinsdag
calendar-weekday-wednesday = woensdag
calendar-weekday-thursday = donderdag
calendar-weekday-friday = vrijdag
calendar-weekday-saturday = zaterdag
calendar-weekday-short-sunday = zo
calendar-weekday-short-monday = ma
calendar-weekday-short-tuesday = di
calendar-weekday-short-wednesday = wo
calendar-weekday-short-thursday = do
calendar-weekday-short-friday = vr
calendar-weekday-short-saturday = za
calendar-month-january = januari
calendar-month-february = februari
calendar-month-march = maart
calendar-month-april = april
calendar-month-may = mei
calendar-month-june = juni
calendar-month-july = juli
calendar-month-august = augustus
calendar-month-september = september
calendar-month-october = oktober
calendar-month-november = november
calendar-month-december = december
calendar-local-time = plaatselijke tijd
calendar-every-second =
    { $interval ->
        [one] elke seconde
       *[other] elke { $interval } seconden
    }
calendar-every-minute =
    { $interval ->
        [one] elke minuut
       *[other] elke { $interval } minuten
    }
calendar-every-hour =
    { $interval ->
        [one] elk uur
       *[other] elke { $interval } uur
    }
calendar-every-day =
    { $interval ->
        [one] elke dag
       *[other] elke { $interval } dagen
    }
calendar-every-week =
    { $interval ->
        [one] elke week
       *[other] elke { $interval } weken
    }
calendar-every-month =
    { $interval ->
        [one] elke maand
       *[other] elke { $interval } maanden
    }
calendar-every-year =
    { $interval ->
        [one] elk jaar
       *[other] elke { $interval } jaar
    }
calendar-on-weekdays = op { $days }
calendar-weekday-nth =
    { $nth ->
        [1] de eerste { $weekday }
        [2] de tweede { $weekday }
        [3] de derde { $weekday }
        [4] de vierde { $weekday }
        [5] de vijfde { $weekday }
       *[other] de { $nth }e { $weekday }
    }
calendar-weekday-nth-last =
    { $nth ->
        [one] de laatste { $weekday }
       *[other] de op { $nth } na laatste { $weekday }
    }
calendar-and = { $items } en { $last }
calendar-on-month-days = op { $days }
calendar-month-day = dag { $day }
calendar-month-day-last =
    { $nth ->
        [one] de laatste dag
       *[other] de { $nth }e dag van achteren
    }
calendar-in-months = in { $months }
calendar-times =
    { $count ->
        [one] één keer
       *[other] { $count } keer
    }
calendar-until = tot { $date }
calendar-own-time = dat is { $time }
calendar-except = behalve op { $dates }
calendar-contact = Contactpersoon
calendar-contacts =
    { $count ->
        [one] { $count } contactpersoon
       *[other] { $count } contactpersonen
    }
calendar-outdated = Er is al een nieuwere versie van deze uitnodiging aangekomen.

## Reports about mails of ours

report-action-failed = Niet bezorgd bij { $who }.
report-action-failed-without-who = Een mail is niet bezorgd.
report-action-delayed = Nog niet bezorgd bij { $who }.
report-action-delayed-without-who = Een mail is nog niet bezorgd.
report-action-delivered = Bezorgd bij { $who }.
report-action-delivered-without-who = Een mail is bezorgd.
report-action-relayed = De mail aan { $who } is doorgegeven aan een server die niet meldt of hij hem bezorgt.
report-action-relayed-without-who = Een mail is doorgegeven aan een server die niet meldt of hij hem bezorgt.
report-action-expanded = De mail aan { $who } is bezorgd en aan meerdere mensen doorgegeven.
report-action-expanded-without-who = Een mail is bezorgd en aan meerdere mensen doorgegeven.
report-reason-unknown-user = Dat adres bestaat niet.
report-reason-unknown-host = Dat domein (het deel achter de @) bestaat niet.
report-reason-moved = De ontvanger heeft nu een ander adres.
report-reason-no-mail-host = Dat domein ontvangt geen mail.
report-reason-mailbox-full = De mailbox daar is vol.
report-reason-disabled = De mailbox daar is uitgeschakeld.
report-reason-too-large = De mail is te groot voor de server daar.
report-reason-spam = De server daar hield de mail voor spam.
report-reason-authentication = De server daar gelooft niet dat de mail van ons komt. Wie onze mail beheert, kan SPF, DKIM en DMARC nakijken.
report-reason-policy = De regels van de server daar staan het niet toe.
report-reason-loop = De mail ging in een kringetje rond.
report-reason-network = De server daar was niet bereikbaar.
report-reason-expired = Hij kon niet op tijd worden bezorgd.
report-reason-rate = De server daar neemt maar een beperkte hoeveelheid mail aan.
report-reason-refused = De server daar heeft hem geweigerd.
report-reason-other = { "" }
report-server-says = De server zegt: { $words }
report-about = De mail was “{ $subject }”.
report-goes-on-trying = De server blijft het uit zichzelf proberen.
report-disposition-displayed = { $who } heeft “{ $subject }” geopend.
report-disposition-displayed-without-subject = { $who } heeft de mail geopend.
report-disposition-deleted = { $who } heeft “{ $subject }” verwijderd, misschien zonder te lezen.
report-disposition-deleted-without-subject = { $who } heeft de mail verwijderd, misschien zonder te lezen.
report-disposition-denied = Het mailprogramma van { $who } zegt niet of “{ $subject }” is geopend.
report-disposition-denied-without-subject = Het mailprogramma van { $who } zegt niet of de mail is geopend.
report-disposition-failed = Het mailprogramma van { $who } kon niet overweg met “{ $subject }”.
report-disposition-failed-without-subject = Het mailprogramma van { $who } kon niet overweg met de mail.
report-disposition-processed = “{ $subject }” aan { $who } is door een programma verwerkt.
report-disposition-processed-without-subject = De mail aan { $who } is door een programma verwerkt.
report-disposition-dispatched = “{ $subject }” aan { $who } is doorgestuurd.
report-disposition-dispatched-without-subject = De mail aan { $who } is doorgestuurd.
report-automatic = Dat deed het mailprogramma uit zichzelf.
report-feedback-abuse = { $who } heeft een mail van hier als spam gemeld.
report-feedback-fraud = { $who } heeft een mail van hier als fraude gemeld.
report-feedback-virus = In een mail van hier aan { $who } is een virus gevonden.
report-feedback-not-spam = { $who } heeft de eigen provider gemeld dat een mail van hier geen spam is.
report-feedback-auth-failure = Een mail aan { $who } die dit domein als afzender noemt, heeft daar de controle van de afzender niet doorstaan.
report-feedback-other = { $who } heeft geklaagd over een mail van hier.
report-as-it-came = Het bericht zoals het aankwam

## What the bot says in a room by itself

room-nobody-to-mail = Niet gemaild: er is buiten niemand om het naartoe te sturen. Voeg iemand toe met !mail to name@example.org en schrijf het opnieuw.
room-only-banned-to-mail = Niet gemaild: iedereen die het zou krijgen, is uit deze kamer verbannen ({ $people }). Om toch te schrijven, heft u de verbanning op of schrijft u !mail to +{ $address } en zegt u het opnieuw.
room-taken-back = Teruggenomen: niet gemaild.
room-edited-to-command = Teruggenomen: niet gemaild. Ook de opdracht is niet uitgevoerd, want een bewerking voert er geen uit. Schrijf hem daarvoor als nieuw bericht.
room-try-again-hint = Schrijf “!mail retry” om het opnieuw te proberen.
room-no-text = (een mail zonder tekst)
room-no-sender = Een mail zonder afzender:
room-new-subject = Onderwerp: { $subject }
room-from-mail-program = { $name } (vanuit een mailprogramma):
room-shortened = … hier afgekapt; de hele mail staat in “{ $name }”.
room-original = origineel
room-whole-mail = hele mail
room-file-too-large = Het bestand “{ $name }” ({ $size }) is te groot voor de Matrix-server en ontbreekt daarom hier. U vindt het in de mail, in de mailbox.
room-file-left-out = Het bestand “{ $name }” ({ $size }) is weggelaten toen deze mail werd overgenomen.
room-import-space = Archief: { $name }
room-said-for-banned = { $name } is uit deze kamer verbannen, daarom toon ik wat er geschreven werd:
room-said-for-kept-out = { $name } mag in deze kamer niet schrijven, daarom toon ik wat er geschreven werd:
room-said-for-refused = De homeserver nam dit deel van een mail van { $name } niet aan, daarom toon ik het:
room-said-for-mail-program = { $name } (vanuit een mailprogramma):
puppet-edit-stays = Dit kwam uit een mailprogramma en is vertrokken zoals het was. De wijziging is alleen in deze kamer te zien en wordt niet gemaild; wat de anderen moet bereiken, schrijf je als nieuw bericht.
puppet-refused = De homeserver neemt het token dat ik van je heb niet meer aan, dus daarmee spreek ik niet meer als jou: wat je in een mailprogramma schrijft, zeg ik voor je, met je naam. Wie Mailroom beheert, kan een nieuw token in de configuratie zetten (puppets.tokens).
room-without-words-mail = ⚠ Deze mail ontbreekt hier, geheel of gedeeltelijk: de regels van de homeserver weigeren de woorden ervan. Er is niets verloren: de mail staat in de mailbox, en “!mail source” als antwoord hierop geeft hem.
room-without-words-notice = ⚠ De regels van de homeserver weigeren wat ik hier wilde zeggen.
room-without-words-line = ⚠ Een gesprek waarvan de regels van de homeserver de eerste woorden weigeren:
room-login-refused = ⚠ De mailserver weigert de aanmelding bij deze mailbox ({ $protocol }), dus er komt hier geen nieuwe mail aan. Er gaat niets verloren: de mail wacht in de mailbox. Een beheerder moet het wachtwoord (of oauth2) in de configuratie verbeteren. Mailroom probeert het uit zichzelf opnieuw, steeds minder vaak, ongeveer een dag lang; “!mail accounts retry” probeert het nu.
room-login-ends = ⚠ De provider laat Mailroom tot { $time } in deze mailbox. Voor die tijd moet iemand zich opnieuw aanmelden: wie Mailroom beheert, met “mailroom login { $account }”.
room-no-secret = ⚠ Het wachtwoord van deze mailbox ontbreekt of gaat hier niet open, dus komt er geen nieuwe mail binnen. Er gaat niets verloren: die wacht in de mailbox. “mailroom secret sealed” op de machine zegt wat er mis is; “mailroom ctl account change { $account } --password-file BESTAND” geeft het wachtwoord opnieuw.
room-not-invited-blocked = ⚠ { $user } neemt geen uitnodigingen aan, dus ik kan er geen sturen. Alle anderen worden uitgenodigd als voorheen. Wie in de ruimte is, kan zelf de kamers ervan binnengaan; voor nieuwe uitnodigingen moeten uitnodigingen van { $bot } worden toegestaan.
room-not-invited-refused = ⚠ De homeserver laat mij { $user } niet uitnodigen ({ $code }). Alle anderen worden uitgenodigd als voorheen. Wie de homeserver beheert, kan zeggen waarom.
room-not-readable-subject = Mail die niet gelezen kon worden
room-moved-on = Deze kamer is vervangen door een andere. Ga daar verder, alstublieft.
room-moved-on-not-mailed = Niet gemaild: deze kamer is vervangen door een andere. Schrijf het daar, alstublieft.
room-followed = Het gesprek gaat hier verder: wat in deze kamer wordt geschreven, gaat als e-mail naar buiten.

## The rooms of an account

inbox-name = { $account } – Postvak IN
inbox-lobby-name = { $account } – Moderatie
inbox-no-subject = (geen onderwerp)
inbox-only-files =
    { $count ->
        [one] één bestand
       *[other] { $count } bestanden
    }
inbox-begun-by = { $name } (wij)
inbox-again = { $name } (opnieuw)

## Which conversation a mail belongs to

thread-reason-report = hij is een bericht over een mail van ons in dit gesprek
thread-reason-moved = hij antwoordt op een mail die iemand hierheen heeft verplaatst
thread-reason-own-id = hij antwoordt op een mail die vanuit dit gesprek is verstuurd
thread-reason-beside = hij antwoordt vanuit het gesprek naast dit gesprek, en zijn afzender neemt alleen hier deel
thread-reason-same-id = hij heeft hetzelfde nummer (Message-ID) als een mail van dit gesprek, met andere woorden
thread-reason-token = hij is gestuurd naar het adres dat onze mails van dit gesprek voor antwoorden noemen
thread-reason-in-reply-to = hij antwoordt op een mail van dit gesprek, en zijn afzender neemt deel
thread-reason-references = hij verwijst naar een mail van dit gesprek, en zijn afzender neemt deel
thread-reason-alias = hij antwoordt op een mail van ons, onder het nummer dat de mailserver die mail gaf
thread-reason-referenced-by = een mail van dit gesprek die eerder kwam, antwoordt op deze
thread-reason-sibling = hij antwoordt op dezelfde mail als een andere hier; die mail zelf hebben we niet
thread-reason-thread-index = Outlook rekent hem tot hetzelfde gesprek als een mail in deze kamer, en zijn afzender neemt deel
thread-reason-list-room = hij kwam via de lijst waarvoor deze kamer bedoeld is
thread-reason-digest = hij ging naar velen en vraagt geen antwoord: zulke mail deelt één kamer
thread-reason-no-references = hij antwoordt nergens op en begon dus dit gesprek
thread-reason-unknown-references = hij antwoordt alleen op mails die dit account niet heeft, en begon dus dit gesprek
thread-reason-changed-subject = hij antwoordt op een ander gesprek, maar met een nieuw onderwerp en zonder het te citeren, en begon dus een eigen gesprek
thread-reason-not-a-participant = hij noemt een mail van een ander gesprek waaraan zijn afzender niet deelneemt, en begon dus een eigen gesprek
thread-reason-own = hij is in deze kamer geschreven
thread-reason-answer = hij is in deze kamer als antwoord geschreven
thread-why-other = hij kon niet helemaal worden gelezen ({ $reason }), dus alleen zijn kop besliste
thread-why-placed = { $user } heeft hem hierheen verplaatst
thread-why-belongs-same-organisation = hij noemt een mail van dit gesprek; zijn afzender nam nog niet deel, maar hoort bij dezelfde organisatie als iemand die deelneemt
thread-why-belongs-names-participants = hij noemt een mail van dit gesprek; zijn afzender nam nog niet deel, maar schrijft aan iemand die deelneemt
thread-why-belongs-other = hij noemt een mail van dit gesprek; zijn afzender nam nog niet deel, maar is gecontroleerd of had hier al geschreven
thread-changed-subject-here = Dit antwoordt op een ander gesprek, maar met een nieuw onderwerp, en heeft daarom een eigen kamer. Het andere:
thread-changed-subject-there = Een antwoord op dit gesprek heeft een nieuw onderwerp en begon daarom een eigen gesprek:
thread-stranger-here = Dit verwijst naar een ander gesprek, waaraan de afzender niet deelneemt, en heeft daarom een eigen kamer. Het andere:
thread-stranger-there = Iemand die niet aan dit gesprek deelneemt, verwijst er in een mail naar. Die mail is hier niet te zien, maar in een eigen kamer:
thread-no-subject = (geen onderwerp)
thread-verified-now = Dezelfde mail is nog eens gekomen, en nu is zijn afzender gecontroleerd.
thread-came-directly = Dezelfde mail is nog eens gekomen, rechtstreeks van { $address }, en die afzender is gecontroleerd.
thread-reply-to = Schrijf dit als antwoord op het bericht waar het om gaat.
thread-no-mail = Dat bericht is geen mail van dit gesprek.
thread-which-room = Schrijf achter de opdracht welke kamer: een link erheen, het adres of het kenmerk.
thread-no-room = Dat is niet de kamer van een gesprek van dit account.
thread-same-room = Dat is deze kamer al: er is niets verplaatst.
thread-nothing-here = Er is geen mail in dit gesprek.
thread-too-many = Er is niets verplaatst: het zouden { $count } mails zijn, en er kunnen er hoogstens { $most } tegelijk verplaatst worden.
thread-first-stays = Het gesprek begint met dat bericht: er is niets af te splitsen.
thread-moved-to =
    { $count ->
        [one] Eén mail staat nu in:
       *[other] { $count } mails staan nu in:
    }
thread-moved-away = Verplaatst naar:
thread-moved-here =
    { $count ->
        [one] { $user } heeft één mail hierheen verplaatst. Het origineel:
       *[other] { $user } heeft { $count } mails hierheen verplaatst. De originelen:
    }
thread-original = bericht { $place }
thread-goes-on-there = Niet gemaild: dit gesprek gaat verder in een andere kamer. Schrijf het daar, alstublieft:
thread-answer-there = Niet gemaild: het bericht waarop dit antwoordt, is naar een andere kamer verplaatst. Antwoord daar, alstublieft:

## Who a mail is from

sender-not-verified = niet gecontroleerd
sender-group-only = alleen een groep zegt dat
sender-failed = controle niet doorstaan
sender-not-their-name = verdachte naam
sender-claims = ⚠ Een mail die beweert van { $claim } te komen, maar de controle van de afzender niet heeft doorstaan:
sender-suspected = ⚠ Een verdachte mail wacht op een beslissing; tot dan is hij niet te zien in zijn gesprek. Hij beweert van { $claim } te komen.
sender-suspected-reason-internal-claimed = Dat is een van uw eigen adressen, en niets bewijst dat de mail daarvandaan komt.
sender-suspected-reason-dmarc-policy = Hij heeft de controle van de afzender niet doorstaan, en de eigenaar van dat domein vraagt zulke mail niet aan te nemen.
sender-suspected-subject = Onderwerp: { $subject }
sender-suspected-how = Reageer met ✅ om hem (met een merkteken) in zijn gesprek te tonen, of met ❌ om hem weg te laten; of antwoord !mail accept of !mail refuse.
sender-accepted = Aangenomen: hij is in zijn gesprek te zien, met een merkteken.
sender-refused = Geweigerd: hij wordt niet getoond. Hij blijft in de mailbox.
sender-suspected-reply-to = Schrijf dit als antwoord op het bericht over de verdachte mail.
sender-not-suspected = Achter dat bericht wacht geen verdachte mail (meer).
sender-why-reply-to = Schrijf dit als antwoord op het bericht waar u naar vraagt.
sender-why-unknown = Bij dat bericht hoort geen mail.
sender-why-thread = In dit gesprek omdat: { $reason }
sender-why-sender = Afzender: { $verdict }. Dat is beslist door: { $reason }.
sender-verdict-pass = gecontroleerd
sender-verdict-fail = controle niet doorstaan
sender-verdict-unchecked = niet gecontroleerd
sender-reason-submission = een aanmelding bij onze eigen mailserver om hem te versturen
sender-reason-auth = onze mailserver zegt dat de afzender was aangemeld
sender-reason-dmarc = de regels van het domein van de afzender (DMARC)
sender-reason-dkim = de handtekening van het domein (DKIM)
sender-reason-spf = de server waar hij vandaan kwam (SPF)
sender-reason-arc = het woord van een vertrouwde server die hem doorgaf (ARC)
sender-reason-no-from = de mail noemt geen afzender
sender-reason-several-from = de mail noemt meerdere afzenders
sender-reason-group = alleen de groep waar hij langs kwam, zegt wie hem schreef
sender-reason-other-login = iemand anders was aangemeld om hem te versturen
sender-reason-nothing-proven = niets bewijst wie hem verstuurde
sender-reason-no-results = niemand heeft het nagekeken
sender-reason-not-readable = de mail kon niet worden gelezen
sender-why-ours = Afzender: een van ons, geen controle nodig.
sender-why-marked = Gemerkt, omdat: { $marks }.
sender-mark-failed = hij heeft de controle niet doorstaan
sender-mark-other-login = iemand anders was aangemeld om hem te versturen
sender-mark-no-from = hij noemt geen afzender
sender-mark-several-from = hij noemt meerdere afzenders
sender-mark-group = zijn afzender is een groep, geen persoon
sender-mark-unchecked = zijn afzender is niet gecontroleerd
sender-mark-group-only = alleen een groep zegt wie hem schreef
sender-mark-newcomer = zijn afzender is nieuw in dit gesprek
sender-mark-imitates = de naam is die van een van uw mensen of accounts
sender-mark-address-in-name = de naam is een ander adres
sender-mark-turned-name = de naam bevat tekens die de schrijfrichting omkeren
sender-mark-mixed-scripts = de naam mengt letters van meerdere alfabetten
sender-why-by = · { $said } (zegt { $by })

## Who may take part by mail

admission-mark = nieuw hier
admission-joined = ⚠ { $person } is nieuw hier: in antwoord op een mail die naar iemand anders ging.
admission-joined-how = Reageer met ✅ om deze persoon te laten deelnemen, of met ❌ om in deze kamer geen mail meer van deze persoon te tonen; of antwoord !mail allow of !mail block. Tot dan krijgt deze persoon geen antwoorden, tenzij u op het bericht antwoordt.
admission-colleague-joined = { $person } schrijft hier voor het eerst: gecontroleerd, en van dezelfde organisatie ({ $domain }) als iemand die deelneemt.
admission-colleague-joined-how = Deze persoon krijgt pas antwoorden als u, of iemand die deelneemt, aan hem of haar schrijft, of als u met ✅ reageert. Een antwoord op het bericht gaat wel naar deze persoon; met ❌ is in deze kamer geen mail meer van deze persoon te zien.
admission-welcomed = { $address } neemt vanaf nu deel.
admission-refused = Mail van { $address } is in deze kamer niet meer te zien.
admission-whom = Zeg wie: !mail block bob@example.org, of een domein, of antwoord op een bericht.
admission-no-pattern = “{ $text }” is geen adres en geen domein (* staat voor alles).
admission-blocked = Geblokkeerd in het hele account: { $pattern }. Zulke mail wordt niet getoond; hij blijft in de mailbox.
admission-blocked-here = Geblokkeerd in deze kamer: { $pattern }. Zulke mail wordt niet getoond; hij blijft in de mailbox.
admission-allowed = Toegelaten in het hele account: { $pattern }. Deze mensen nemen zonder navraag deel, als ze gecontroleerd zijn.
admission-allowed-here = Toegelaten in deze kamer: { $pattern }. Deze mensen nemen zonder navraag deel, als ze gecontroleerd zijn.
admission-dropped = Er is geen regel meer over { $pattern }.
admission-not-there = Er is hier geen regel over { $pattern }.
admission-no-rules = Er zijn geen regels over wie mag deelnemen.
admission-rules = Regels over wie mag deelnemen:
admission-rule-allow = ✅ { $pattern }
admission-rule-block = ⛔ { $pattern }
admission-of-room = in deze kamer
admission-of-config = uit de configuratie
admission-more = … en nog { $count }
admission-not-shown = Mails die de laatste { $days } dagen niet zijn getoond: { $count }
admission-not-shown-why-blocked = geblokkeerd door { $detail }
admission-not-shown-why-refused = van mensen die in een kamer zijn geweigerd
admission-not-shown-why-newcomer = van iemand die nieuw was in een gesprek
admission-not-shown-why-lists-ignored = van mailinglijsten
admission-not-shown-why-bulk-ignored = nieuwsbrieven en andere mail aan velen
admission-open = Deze kamer is open: wie op een van haar mails antwoordt en gecontroleerd is, neemt deel.
admission-asked = Deze kamer is niet open: of mail van iemand die nieuw is getoond of geweigerd wordt, is voor het hele account ingesteld.
admission-only-in-thread = Dat kan alleen in de kamer van een gesprek.
admission-refusal-subject = Niet bezorgd: { $subject }
admission-refusal-subject-without-subject = Uw bericht is niet bezorgd
admission-refusal-undelivered = Uw bericht aan { $account } is niet bezorgd bij de mensen achter dit adres: u neemt niet deel aan dat gesprek, of zij nemen geen mail van u aan.
admission-refusal-other-way = Als u denkt dat zij het moeten lezen, schrijf hun dan op een andere manier.
admission-refusal-program = Dit bericht is door een programma geschreven. Antwoord er niet op, alstublieft.
admission-automatic = Automatische mail van { $person }:
admission-digest = Nieuwsbrieven
admission-reply-to-answer = Niet gemaild: in deze kamer komt mail van velen, dus het is niet duidelijk wie het moet krijgen. Schrijf het als antwoord op het bericht waarop u wilt antwoorden.
overflow-room = Wachtende mails
overflow-mail = Een mail van { $from } wacht hier en is nog niet te zien: er kwam binnen een uur te veel nieuwe mail van buiten.
overflow-how = Reageer met ✅ om hem binnen te laten, of met ❌ om hem weg te laten (hij blijft in de mailbox). !mail overflow let-in laat ze allemaal binnen.
overflow-how-all = !mail overflow let-in laat ze allemaal binnen, !mail overflow discard laat ze allemaal weg. Als antwoord op een ervan geschreven gaat het alleen over die ene.
overflow-waiting =
    { $count ->
        [one] Eén mail wacht om binnen te komen.
       *[other] { $count } mails wachten om binnen te komen.
    }
overflow-none = Er wacht geen mail om binnen te komen.
overflow-not-there = Achter dat bericht wacht geen mail (meer).
overflow-let-in =
    { $count ->
        [one] Hij is binnengelaten.
       *[other] { $count } mails zijn binnengelaten.
    }
overflow-discarded =
    { $count ->
        [one] Hij wordt niet getoond; hij blijft in de mailbox.
       *[other] { $count } mails worden niet getoond; ze blijven in de mailbox.
    }

old-mail-waits =
    { $count ->
        [one] Eén mail in de mailbox is ouder dan dit account en wacht.
       *[other] { $count } mails in de mailbox zijn ouder dan dit account en wachten. Waarschijnlijk heeft iemand ze daarheen gekopieerd of verplaatst.
    }
old-mail-between = De mailbox kreeg ze tussen { $from } en { $to }.
old-mail-of = De mailbox kreeg ze op { $day }.
old-mail-how = Reageer met ✅ om ze stil te tonen: elk gesprek krijgt zijn kamer, en niemand wordt uitgenodigd of gewaarschuwd. ❌ laat ze ongetoond in de mailbox.
old-mail-how-else = !mail old as-new behandelt ze als mail die net is gekomen, met uitnodigingen en regels in het Postvak IN.
old-mail-answers = Ze wachten tot iemand beslist. Wie op een ervan antwoordt, brengt het gesprek mee.
old-mail-over = Er wacht hier geen oude mail meer.
old-mail-none = Er wacht geen oude mail.
old-mail-quietly =
    { $count ->
        [one] De mail wordt stil getoond.
       *[other] { $count } mails worden stil getoond, de oudste eerst. Hun kamers staan in de ruimte.
    }
old-mail-as-new =
    { $count ->
        [one] De mail komt als nieuw binnen.
       *[other] { $count } mails komen als nieuw binnen.
    }
old-mail-left =
    { $count ->
        [one] De mail wordt niet getoond; hij blijft in de mailbox.
       *[other] { $count } mails worden niet getoond; ze blijven in de mailbox.
    }
old-mail-left-before =
    { $count ->
        [one] Eerder is één oude mail in de mailbox gelaten.
       *[other] Eerder zijn { $count } oude mails in de mailbox gelaten.
    }
old-mail-decided =
    { $count ->
        [one] Over één mail is beslist.
       *[other] Over { $count } mails is beslist.
    }

## Who gets the mails of a conversation

recipients-why-sender-only = alleen aan { $address }, zoals u vroeg
recipients-why-chosen = zoals in deze kamer is ingesteld; !mail to, !mail cc en !mail bcc veranderen het
recipients-bcc = Blinde kopie (verder ziet niemand dat)
recipients-first-time = De eerste mail van hier aan { $people }. Hij gaat over { $seconds } seconden weg; tot dan houdt ❌ bij uw bericht hem tegen.
recipients-kept-inside = Niet gemaild: wat in de draad van een notitie wordt geschreven, blijft in deze kamer. Schrijf het buiten die draad om het te mailen.
recipients-notice-answered = Niet gemaild: een antwoord op een bericht van mij blijft in deze kamer. Schrijf het als eigen bericht of als antwoord op een mail om het te mailen.
recipients-like-command = Niet gemaild, omdat het begint als een opdracht aan mij.
recipients-mail-it-all = Schrijf !reply ervoor om het zo te mailen.
recipients-none = niemand
recipients-not-verified = Let op: het is niet gecontroleerd wie de mail stuurde waarop u antwoordt.
recipients-left-out = Weggelaten, omdat mail daarheen terugkwam: { $people }. !mail unpause ADRES stuurt er weer naartoe.
recipients-nobody-left = Op dit moment zou niemand een antwoord krijgen.
recipients-will-quote = De volgende mail citeert het gesprek tot nu toe, zodat { $people } het kan volgen.
recipients-ghost-added = { $person } krijgt vanaf uw volgende bericht een kopie van elke mail; de eerste citeert het gesprek tot nu toe. Verwijder deze persoon uit de kamer om dat te beëindigen.
recipients-ghost-added-known = { $person } krijgt vanaf uw volgende bericht een kopie van elke mail. Verwijder deze persoon uit de kamer om dat te beëindigen.
recipients-ghost-dropped = { $address } krijgt de mails van dit gesprek niet meer, tot er weer een mail van die persoon komt. Nodig deze persoon uit of schrijf !mail cc +{ $address } om hem of haar eerder toe te voegen.
recipients-ghost-banned = { $address } is uit deze kamer verbannen. Deze persoon krijgt de mails van dit gesprek niet meer, ook niet na een nieuwe mail; niets daarvan gaat verloren: ik toon het hier in diens plaats.
recipients-ghost-banned-how = Om er weer naartoe te sturen, heft u de verbanning op of schrijft u !mail to +{ $address }. Om geen mail van deze persoon meer te zien, schrijft u !mail block { $address }
recipients-ghost-unbanned = { $address } is niet meer uit deze kamer verbannen en krijgt de mails van dit gesprek weer.
recipients-ghost-not-added = { $address } is niet toegevoegd: dat is een adres van dit account, of van niemand.
recipients-unreadable = “{ $what }” is geen mailadres. Zo wordt het gebruikt: !mail cc +bob@example.org -carol@example.org
recipients-own-address = { $address } is weggelaten: dat is een adres van dit account.
recipients-from = Mails van dit gesprek gaan uit van { $address }.
recipients-not-own = { $address } is geen adres van dit account. Het heeft: { $own }
recipients-subject = Het onderwerp is: { $subject }
recipients-subject-set = Vanaf de volgende mail is het onderwerp: { $subject }. Sommige mailprogramma’s tonen dat als een ander gesprek.
recipients-sender-only = Vanaf het volgende bericht krijgt alleen de afzender van de mail waarop u antwoordt het antwoord. !mail reply-to-sender off beëindigt dat.
recipients-to-all-again = Vanaf het volgende bericht gaan antwoorden weer naar iedereen.
recipients-quoted-thread = Het gesprek tot nu toe:

## New conversations

compose-ask-account = Vanaf welk account moet het worden verstuurd? Schrijf een van: { $accounts }.
compose-ask-to = Aan wie? Schrijf een of meer mailadressen.
compose-ask-subject = Wat is het onderwerp? Schrijf - voor geen onderwerp.
compose-cancel-hint = { $command } breekt af.
compose-not-understood = Dat heb ik niet begrepen.
compose-cancelled = Goed: er is geen gesprek begonnen.
compose-nothing-to-cancel = Er is hier niets af te breken.
compose-begun = Een gesprek met { $people } begint in een eigen kamer:
compose-room = kamer
compose-welcome = Een nieuw gesprek: wat u hier schrijft, gaat als e-mail van { $from } naar { $people }.
compose-subject = Onderwerp: { $subject }
compose-subject-from-words = De eerste woorden van uw eerste bericht worden het onderwerp, tenzij u er eerder een instelt: !mail subject …
compose-first-is-mail = Uw eerste bericht is de eerste mail. !mail to, !mail cc en !mail bcc veranderen wie hem krijgt.
compose-wrote = { $name } schreef:
compose-ask-account-here = Er wordt nog niets gemaild: vanaf welk account moet het worden verstuurd? Schrijf een van: { $accounts }
compose-may-not = U mag hier geen gesprekken per mail beginnen. Vraag iemand van het team van een mailaccount of de beheerders van deze server.
compose-encrypted = Er is niets gemaild: deze kamer is versleuteld en ik kan haar niet lezen. Maak er een zonder versleuteling, alstublieft.

forward-to-whom = Aan wie? Schrijf er een adres achter: !mail forward bob@example.org Weet u wat dit is?
forward-own-address = { $address } is een adres van dit account: er is niets doorgestuurd.
forward-takes-part = { $address } neemt deel aan dit gesprek: schrijf hier wat daar gelezen moet worden. Er is niets doorgestuurd.
forward-unreadable = Die mail kan hier niet worden gelezen en dus niet worden doorgestuurd.
forward-begun = { $name } stuurt deze mail door aan { $people }. De antwoorden komen in een eigen kamer, en niemand van dit gesprek krijgt ze. ❌ op dit bericht houdt de mail tegen zolang hij niet weg is:
forward-aside = Terzijde gevraagd vanuit een ander gesprek, waarvan de deelnemers hiervan niets krijgen:
forward-wrote = { $name } stuurt een mail door:
forward-not-verified = Let op: het is niet gecontroleerd wie de mail stuurde die hier wordt doorgestuurd.
forward-shown-shortened = [Hier ingekort; de mail gaat in zijn geheel weg.]
forward-files = Bestanden: { $names }
forward-stopped = Teruggenomen: de mail wordt niet doorgestuurd.
forward-too-late = Te laat: de mail is al doorgestuurd.
forward-apart-first = In deze mail staan ook { $people }. Zij horen bij het gesprek waarnaast dit is begonnen; hier blijven zij erbuiten en krijgen zij geen antwoord:
forward-apart-asked = In deze mail staan ook { $people }. Zij zijn alleen terzijde gevraagd en krijgen van hieruit geen antwoord, tenzij !mail cc hen noemt:
forward-not-here = { $people } kan hier niet bij komen: hoort bij het gesprek waarnaast dit is begonnen en mag niet zien wat hier wordt geschreven. Schrijf daar.
forward-stays-apart = Een van deze gesprekken is naast het andere begonnen: ze blijven gescheiden, zodat niemand van het ene het andere leest. Er is niets verplaatst.
forward-answered = { $name } heeft terzijde geantwoord. Ga om terug te schrijven naar de kamer van dat gesprek:

## In mails that leave

outgoing-some-message = (een bericht in de chat)
outgoing-some-room = (een chatkamer)
outgoing-spoiler-label = [verborgen: { $reason }]
outgoing-spoiler-label-without-reason = [verborgen, selecteren om te lezen]
outgoing-wrote = { $name } schreef:
outgoing-wrote-at = Op { $day }-{ $month }-{ $year } om { $time } schreef { $name }:
outgoing-attached = Bijgevoegd: { $name } ({ $size })
outgoing-attached-without-size = Bijgevoegd: { $name }
outgoing-voice-message-file = Spraakbericht
outgoing-voice-message = Spraakbericht ({ $duration }), bijgevoegd
outgoing-voice-message-without-duration = Spraakbericht, bijgevoegd
outgoing-audio = Audio: { $name } ({ $duration }), bijgevoegd
outgoing-audio-without-duration = Audio: { $name }, bijgevoegd
outgoing-video = Video: { $name } ({ $duration }), bijgevoegd
outgoing-video-without-duration = Video: { $name }, bijgevoegd
outgoing-sticker = [sticker: { $name }]
outgoing-location = Locatie: { $description }
outgoing-location-without-description = Locatie:
outgoing-poll = Peiling: { $question }
outgoing-poll-hint =
    { $choices ->
        [one] Antwoord met het nummer van uw keuze.
       *[other] Antwoord met de nummers van uw keuzes, hoogstens { $choices }.
    }

outgoing-forwarded-by = Bericht doorgestuurd door { $name }
outgoing-forwarded-from = Van: { $people }
outgoing-forwarded-date = Datum: { $day }-{ $month }-{ $year } { $time }
outgoing-forwarded-subject = Onderwerp: { $subject }
outgoing-forwarded-to = Aan: { $people }
outgoing-forwarded-cc = Cc: { $people }
outgoing-forwarded-not-verified = Het is niet gecontroleerd wie dit bericht stuurde.
outgoing-forwarded-encrypted = Dit bericht is versleuteld. Het is ongewijzigd bijgevoegd; een mailprogramma met de sleutel kan het lezen.
outgoing-forwarded-too-long = Dit bericht is te lang om hier helemaal te staan; het is ongewijzigd bijgevoegd.

## In wat gasten krijgen
## Mails aan mensen die alleen per mail aan een kamer meedoen.

guests-mail-left =
  { $count ->
    [one] Nog { $count } bericht staat niet in deze mail. Het staat in de kamer:
   *[other] Nog { $count } berichten staan niet in deze mail. Ze staan in de kamer:
  }
guests-mail-in-room = In de kamer
guests-mail-thread = In de thread “{ $words }”
guests-mail-file-there = in de kamer
guests-mail-why = U doet per mail mee aan “{ $room }”: wat u antwoordt, wordt daar gezegd.
guests-mail-choices = Hoe vaak wilt u mail? Antwoord met een van deze woorden alleen op de eerste regel: { $now }, { $hourly }, { $daily } of { $pause }. Wilt u niets meer krijgen, antwoord dan met STOP.
guests-word-now = nu
guests-word-hourly = elk uur
guests-word-daily = dagelijks
guests-word-pause = pauze
guests-chosen-subject = Hoe vaak u mail krijgt
guests-chosen-now = Vanaf nu krijgt u na een pauze in het gesprek wat er gezegd is, en meteen wat u noemt.
guests-chosen-hourly = Vanaf nu krijgt u hoogstens één mail per uur, en meteen wat u noemt.
guests-chosen-daily = Vanaf nu krijgt u één mail per dag, en meteen wat u noemt.
guests-chosen-pause = U krijgt voorlopig niets, uit geen enkele kamer. Wilt u weer mail, antwoord dan met: { $now }

## How far mails of ours came

delivery-mail-of = Mail van { $time }, door { $author }:
delivery-standing-waiting = wacht op verzending
delivery-standing-held = kan nog worden gewijzigd
delivery-standing-deferred = de mailserver neemt hem nog niet aan; het wordt vanzelf opnieuw geprobeerd
delivery-standing-accepted = aan de mailserver overgedragen
delivery-standing-refused = geweigerd
delivery-standing-paused = niet verstuurd, het adres is gepauzeerd
delivery-standing-delayed = vertraagd, de server daar blijft het proberen
delivery-standing-bounced = niet bezorgd
delivery-standing-delivered = bezorgd
delivery-standing-relayed = doorgegeven aan een server die niet meldt of hij hem bezorgt
delivery-standing-expanded = bezorgd en aan meerdere mensen doorgegeven
delivery-standing-read = geopend
delivery-standing-unknown = misschien verstuurd, misschien niet: aan het eind viel de verbinding weg
delivery-claimed = een bericht dat iedereen geschreven kan hebben, zegt: { $standing }
delivery-status-reply-unknown = Bij dat bericht hoort geen mail van ons.
delivery-not-handed = Nog niet verstuurd aan { $address }: onze eigen mailserver kan hem nu niet aannemen. Mailroom probeert het vanzelf opnieuw. ({ $words })
delivery-passed = Een later bericht van dit gesprek gaat nu vóór dit bericht weg: dit heeft de mailserver nog niet aangenomen. Mailroom probeert het vanzelf opnieuw.
delivery-unseen = Dit is nog niet gemaild: de Matrix-server laat mij deze kamer nu niet lezen, dus ik kan niet zien of u het hebt gewijzigd of verwijderd. Ik blijf het proberen; het wordt gemaild zodra ik heb kunnen kijken.
delivery-unproven = Niets bewijst dat dit bericht van een mailserver komt: iedereen die de mail heeft, kan het geschreven hebben. Daarom heeft het niets veranderd.
delivery-paused-now = Er wordt niets meer naar { $address } gestuurd totdat iemand !mail unpause { $address } schrijft
delivery-paused-since = Sinds { $date } wordt er niets naar { $address } gestuurd: { $why } !mail unpause { $address } probeert het weer.
delivery-paused-since-without-why = Sinds { $date } wordt er niets naar { $address } gestuurd. !mail unpause { $address } probeert het weer.
delivery-left-out = { $address } krijgt deze mail en de volgende hier niet: sinds { $date } wordt daar niets naartoe gestuurd. { $why } Als het adres weer goed is, stuurt !mail unpause { $address } erheen wat hier is tegengehouden, en de volgende mails.
delivery-left-out-without-why = { $address } krijgt deze mail en de volgende hier niet: sinds { $date } wordt daar niets naartoe gestuurd. Als het adres weer goed is, stuurt !mail unpause { $address } erheen wat hier is tegengehouden, en de volgende mails.
delivery-others-get-it = De anderen krijgen deze mail; ✔️ erbij gaat over hen. Ik zeg dit één keer in deze kamer.
delivery-nobody-left = Dus niemand krijgt dit bericht: het wordt niet gemaild. Na die opdracht gaat het weg. Om naar een ander adres te schrijven, stelt u dat in met !mail to ADRES en zegt u het opnieuw.
delivery-unpaused =
    { $mails ->
        [0] Er wordt weer naar { $address } gestuurd.
        [one] Er wordt weer naar { $address } gestuurd. Eén mail die daarop wachtte, gaat nu weg.
       *[other] Er wordt weer naar { $address } gestuurd. { $mails } mails die daarop wachtten, gaan nu weg.
    }
delivery-not-paused = Niets te doen: er wordt gewoon naar { $address } gestuurd.
delivery-no-address = Dat is geen mailadres. Zo wordt het gebruikt: !mail unpause bob@example.org

## Machines that answer each other, and too much mail

brakes-stopped = Tegengehouden: dit is niet gemaild. { $why }
brakes-why-came-back = De mail waarop het antwoordt, is al eerder door deze mailbox gegaan.
brakes-why-repeated = Het antwoordt binnen een minuut op een mail, en dezelfde woorden zijn meerdere keren teruggekomen.
brakes-why-rate = Het antwoordt binnen een minuut op een mail die ons lijkt te antwoorden, en meerdere antwoorden ervoor deden dat ook, zoals wanneer twee machines elkaar antwoorden.
brakes-why-first = Het antwoordt binnen tien seconden op een mail die een gesprek begint. Dat deden ook meerdere antwoorden ervoor aan dezelfde afzender, en kort na elk kwam een nieuwe mail, zoals wanneer twee machines elkaar antwoorden.
brakes-why-stopped = In dit gesprek is al een antwoord tegengehouden, en dat geldt ook voor verdere die binnen een minuut komen.
brakes-why-received = De mail waarop het antwoordt, is door te veel servers gegaan.
brakes-why-steady = Dit gesprek heeft binnen een uur of een dag meer antwoorden gehad dan mensen schrijven.
brakes-stopped-how = Heeft een mens dit geschreven? De reactie ✅ op dit bericht (of !mail brake reset) mailt het, met wat erop wacht; ❌ gooit het weg.
brakes-slow-passes = Antwoorden die meer dan een minuut op zich laten wachten, worden gewoon gemaild.
brakes-released =
    { $count ->
        [0] Vrijgegeven; er wachtte niets.
        [one] Vrijgegeven: één mail gaat weg.
       *[other] Vrijgegeven: { $count } mails gaan weg.
    }
brakes-cancelled =
    { $count ->
        [one] Weggegooid: één mail gaat niet weg.
       *[other] Weggegooid: { $count } mails gaan niet weg.
    }
brakes-none = Er wordt hier niets tegengehouden.
brakes-thread =
    { $mails ->
        [one] Tegengehouden sinds { $since }: “{ $subject }”, één mail wacht
       *[other] Tegengehouden sinds { $since }: “{ $subject }”, { $mails } mails wachten
    }
brakes-reset-how = Schrijf !mail brake reset in de kamer van het gesprek om ze te mailen.
brakes-tripped-volume = ⚠ Alle uitgaande mail is stopgezet: { $count } mails binnen tien minuten zijn meer dan mensen hier schrijven.
brakes-tripped-refusals = ⚠ Alle uitgaande mail is stopgezet: binnen tien minuten werden { $count } mails geweigerd, de meeste van wat werd verstuurd.
brakes-tripped-how = Er gaat niets verloren: de mails wachten. Zoek uit wat er zo veel verstuurt en schrijf dan !mail breaker reset (of voer “mailroom breaker reset” uit); dan gaan ze weg.
brakes-open =
    { $waiting ->
        [one] Alle uitgaande mail is stopgezet sinds { $since }; één mail wacht.
       *[other] Alle uitgaande mail is stopgezet sinds { $since }; { $waiting } mails wachten.
    }
brakes-closed = Uitgaande mail is niet stopgezet: { $sent } mails in de laatste tien minuten.
brakes-reset =
    { $waiting ->
        [one] Uitgaande mail is niet meer stopgezet (dat zei { $by }); één mail die wachtte, gaat nu weg.
       *[other] Uitgaande mail is niet meer stopgezet (dat zei { $by }); { $waiting } mails die wachtten, gaan nu weg.
    }
brakes-not-open = Uitgaande mail is niet stopgezet.

## The work of a team on its conversations

helpdesk-span-minute =
    { $count ->
        [one] { $count } minuut
       *[other] { $count } minuten
    }
helpdesk-span-hour =
    { $count ->
        [one] { $count } uur
       *[other] { $count } uur
    }
helpdesk-span-day =
    { $count ->
        [one] { $count } dag
       *[other] { $count } dagen
    }
helpdesk-claimed = U hebt dit gesprek nu op u genomen.
helpdesk-had-by = { $name } heeft dit gesprek. Schrijf !mail assign en een naam om het aan iemand anders te geven.
helpdesk-had-by-invited = { $name } heeft dit gesprek, en u bent uitgenodigd in de kamer ervan. Schrijf !mail assign en een naam om het aan iemand anders te geven.
helpdesk-had-already = U hebt dit gesprek al.
helpdesk-unclaimed = Niemand heeft dit gesprek nu. Met !mail claim of de reactie 👀 neemt u het.
helpdesk-gave-back = { $name } heeft de kamer verlaten. Niemand heeft dit gesprek nu.
helpdesk-declined = { $name } heeft de uitnodiging afgewezen. Niemand heeft dit gesprek nu.
entry-crowded = Op één dag kwamen er meer dan { $count } nieuwe gesprekken. Vanaf nu wordt niemand meer in elke nieuwe kamer uitgenodigd.
entry-crowded-how = Het Postvak IN heeft voor elk een regel. 👀 op een regel, of !mail claim met de link ervan, neemt het gesprek en nodigt u uit in de kamer ervan. Is het afgesloten, dan verlaat u de kamer; via de ruimte of met 👀 op de regel ervan kunt u altijd terugkomen.
entry-crowded-back = invite: everyone in de configuratie brengt de uitnodigingen terug.
entry-done = Dit gesprek is afgesloten. Via de ruimte kunt u terugkomen.
entry-claim-which = Welk gesprek? Antwoord met !mail claim op de regel ervan in het Postvak IN, of geef de link naar de kamer: !mail claim LINK.
helpdesk-nobody-has-it = Niets te doen: niemand had dit gesprek.
helpdesk-assigned = { $name } heeft dit gesprek nu.
helpdesk-assigned-to-you = { $by } heeft u dit gesprek gegeven.
helpdesk-not-found = Niemand van het team heet “{ $text }”, of meerderen heten zo. Schrijf de hele Matrix-naam, zoals @naam:server.
helpdesk-claim-lapsed = { $name } heeft niet op tijd geantwoord, dus niemand heeft dit gesprek nu. Met !mail claim of de reactie 👀 neemt u het.
helpdesk-is-answering = { $name } antwoordt hier op dit moment.
helpdesk-has-it = { $name } heeft dit gesprek.
helpdesk-still-goes = Uw antwoord gaat toch weg; ❌ erbij houdt het tegen.
helpdesk-came-meanwhile = Er kwam een nieuwe mail van { $from } voordat dit werd gemaild. Uw bericht gaat toch weg, iets later; ❌ erbij houdt het tegen.
helpdesk-same-by-you = U hebt net hetzelfde geschreven.
helpdesk-same-by = { $name } heeft net hetzelfde geschreven.
helpdesk-same-how = Het wordt alleen nog een keer gemaild als u dat wilt: reageer met ✅ om het toch te mailen, met ❌ om het te laten.
helpdesk-to-colleague = Dit begint met de naam van iemand van het team en wordt daarom niet gemaild. Is het voor de mensen buiten bedoeld? Reageer met ✅ om het (zonder de naam) te mailen; met ❌, of zonder antwoord, blijft het in deze kamer. “!note …” en “!reply …” zeggen het vooraf.
helpdesk-same-dropped = Niet gemaild: het blijft in deze kamer.
helpdesk-mailed-already = Te laat: dit is al gemaild en kan niet worden teruggehaald. Antwoord op dit bericht om het te verbeteren; uw antwoord gaat naar dezelfde mensen.
helpdesk-mailed-under-way = Te laat: dit kan niet meer worden gewijzigd of teruggehaald. De mail is geschreven, ook al heeft de mailserver hem nog niet voor iedereen aangenomen; het wordt opnieuw geprobeerd. Antwoord op dit bericht om het te corrigeren; uw antwoord gaat naar dezelfde mensen.
helpdesk-done = Klaar. De kamer is uit de lijst van open gesprekken; een nieuwe mail brengt haar terug.
helpdesk-done-already = Dit gesprek is al afgesloten.
helpdesk-reopened = Dit gesprek is weer open.
helpdesk-open-already = Dit gesprek is al open.
helpdesk-snoozed = Uitgesteld tot { $until }, of tot er een mail komt.
helpdesk-snooze-how = Tot wanneer? Bijvoorbeeld: !mail snooze 4h, !mail snooze morgen 9:00, !mail snooze ma, !mail snooze 2026-12-01. Hoogstens een jaar.
helpdesk-today = vandaag
helpdesk-tomorrow = morgen
helpdesk-awake = De tijd is om: dit uitgestelde gesprek is weer open.
helpdesk-list-of-all = Open
helpdesk-list-of-mine = Open, bij u
helpdesk-list-of-unclaimed = Open, nog vrij
helpdesk-list-of-us = Wachten op ons
helpdesk-list-of-them = Wij wachten op anderen
helpdesk-list-of-snoozed = Uitgesteld
helpdesk-list-of-done = Afgesloten
helpdesk-nothing = geen
helpdesk-page-of = pagina { $page } van { $pages }
helpdesk-next-page = Meer: { $command }
helpdesk-no-subject = (geen onderwerp)
helpdesk-waits-us = wacht al { $span } op ons
helpdesk-waits-them = wij wachten al { $span }
helpdesk-waits-nobody = al { $span }
helpdesk-turn-us = wacht op ons sinds { $date }
helpdesk-turn-them = wij wachten sinds { $date }
helpdesk-had-short = 👀 { $name }
helpdesk-free = nog vrij
helpdesk-list-how = “{ $word }” is geen lijst, geen account van u en geen pagina. Zo wordt het gebruikt: !mail list unclaimed 2
helpdesk-overview =
    { $total ->
        [one] { $total } open gesprek
       *[other] { $total } open gesprekken
    }
helpdesk-and-more = en nog { $count }: !mail list
helpdesk-overview-enter = 👀 op de regel ervan in het Postvak IN, of !mail claim met de link ervan, neemt een gesprek en nodigt u uit in de kamer ervan.
helpdesk-remind-you = dit gesprek wacht al { $span } op een antwoord.
helpdesk-remind-team = Deze gesprekken wachten op een antwoord en niemand heeft ze (de reactie 👀 in de kamer neemt er een):

## The team of an account changes

team-asked =
    { $count ->
        [one] ⚠ { $names } hoort volgens de configuratie niet meer bij dit team en mag hier niets meer.
       *[other] ⚠ { $count } mensen horen volgens de configuratie niet meer bij dit team en mogen hier niets meer: { $names }.
    }
team-given-back =
    { $claims ->
        [0] Ze hadden geen gesprek.
        [one] Eén gesprek dat ze hadden, is nu van niemand.
       *[other] { $claims } gesprekken die ze hadden, zijn nu van niemand.
    }
team-asked-rooms =
    { $rooms ->
        [one] Ze zijn nog in één kamer van dit account.
       *[other] Ze zijn nog in { $rooms } kamers van dit account.
    }
team-asked-how = Zo veel mensen tegelijk kan een vergissing zijn, daarom wordt niemand zonder uw woord uit de kamers gehaald: ✅ haalt hen uit de ruimte en haar kamers, ❌ laat hen daar zonder rechten. Was het een vergissing, zet hen dan in de configuratie weer in het team; dan gebeurt er verder niets.
team-begun = { $names }: niet meer in dit team. Het verwijderen uit { $rooms } kamers is begonnen; dat duurt even.
team-progress = De kamers volgen het team: { $done } van { $rooms } zijn klaar.
team-left = { $name } hoort niet meer bij het team: { $rooms ->
        [one] één kamer verlaten
       *[other] { $rooms } kamers verlaten
    }, { $claims ->
        [one] één gesprek teruggegeven
       *[other] { $claims } gesprekken teruggegeven
    }.
team-joined = { $name } hoort nu bij het team: uitgenodigd in { $rooms ->
        [one] één kamer
       *[other] { $rooms } kamers
    }, met moderatierechten in { $levels }.
team-refused =
    { $rooms ->
        [one] In één kamer liet de Matrix-server mij niet alles doen; het logboek noemt haar.
       *[other] In { $rooms } kamers liet de Matrix-server mij niet alles doen; het logboek noemt ze.
    }
team-let-leave = { $names }: het verwijderen uit { $rooms ->
        [one] één kamer
       *[other] { $rooms } kamers
    } begint nu. Hier staat het als het klaar is.
team-let-stay = { $names }: nog in de kamers, zonder rechten. Wie een kamer modereert, kan hen daar altijd nog verwijderen.
team-reason = U hoort niet meer bij het team van { $account }.
team-nobody-leaves = Niemand die niet meer bij het team hoort, is nog in de kamers.
team-nobody-waits = Er wacht niemand op een beslissing over het verlaten van de kamers.
team-waits = { $name }: sinds { $since } niet meer in het team, nog in { $rooms ->
        [one] één kamer
       *[other] { $rooms } kamers
    }; “team leave” verwijdert wie wacht, “team stay” laat hen daar.
team-leaves = { $name }: sinds { $since } niet meer in het team, wordt verwijderd uit { $rooms ->
        [one] één kamer
       *[other] { $rooms } kamers
    }.

## Written together, and mailed later
## Drafts that wait for somebody's ✅, mails that wait for a time, prepared answers.

together-draft = Een concept van { $name }. Het wordt gemaild als iemand anders die mail mag versturen met ✅ op dit bericht reageert; ❌ neemt het terug.
together-draft-changed = Dit concept is gewijzigd: een eerdere ✅ telt niet meer.
together-draft-by = De woorden zijn nu die van { $name }.
together-who-can = De ✅ kan komen van { $people }.
together-nobody-can = Niemand anders van het team mag mail versturen: vraag de beheerders van Mailroom.
together-files = Bijgevoegd: { $files }
together-more = Nog { $count } tekens staan niet hier, maar in de berichten hierboven.
together-yes = { $name } zegt ja: het wordt over { $seconds } seconden gemaild. De ✅ weghalen, of elke wijziging, houdt het tegen.
together-yes-later = { $name } zegt ja: het wordt om { $time } gemaild. De ✅ weghalen, of elke wijziging, houdt het tegen.
together-yes-gone = De ✅ is weggehaald: het concept wacht weer.
together-yes-own = Uw ✅ telt niet bij wat u zelf hebt geschreven: iemand anders moet ernaar kijken.
together-yes-may-not = Uw ✅ telt niet: u mag hier geen mail versturen.
together-yes-old = Uw ✅ telt hier niet. Die hoort bij mijn nieuwste bericht over dit concept, dat laat zien wat wordt gemaild.
together-yes-nobody = Uw ✅ telt nog niet: niemand zou deze mail krijgen. !mail to zegt wie hem krijgt.
together-left = Het is al weg, of teruggenomen.
together-draft-none = Hier wacht geen concept. Schrijf !mail draft en de nieuwe woorden als antwoord op mijn bericht erover.
together-draft-several = Hier wachten meerdere concepten: schrijf het als antwoord op mijn bericht over het concept dat u bedoelt.
together-draft-set = Het concept heeft nu deze woorden. Mijn volgende bericht laat het zien en vraagt opnieuw om een ✅.
together-at = Dit wordt om { $time } gemaild, aan { $people }. Tot dan kunt u het bewerken of verwijderen, ❌ erbij houdt het tegen, en !mail send now mailt het meteen.
together-at-yes = Het wacht bovendien op de ✅ van iemand anders: zonder die gaat er dan niets weg.
together-now = Het wordt over { $seconds } seconden gemaild.
together-now-yes = Het wordt gemaild als iemand anders met ✅ op mijn bericht erover reageert.
together-at-how = Wanneer? Bijvoorbeeld: !mail send at 8:00, !mail send at morgen 9:00, !mail send at ma, !mail send at 2026-12-01. Hoogstens een jaar vooruit.
together-nothing-held = Hier wacht niets van u om gemaild te worden. Schrijf het bericht en dan !mail send at 8:00 zolang het nog kan worden teruggenomen; of schrijf het als antwoord op een bericht dat wacht.
together-answers = Klaargezette antwoorden: { $names }. !mail answer en de naam mailt er een.
together-answers-none = Voor dit account zijn er geen klaargezette antwoorden: wie Mailroom beheert, kan ze schrijven.
together-answer-unknown = Er is geen klaargezet antwoord “{ $name }”.
together-answer-shown = { $name }, met het klaargezette antwoord “{ $answer }”:
together-came = Er kwam een nieuwe mail van { $from } voordat dit werd gemaild. Het wacht nog; ❌ erbij houdt het tegen.

## What somebody may not do

permissions-may-not-read = U mag Mailroom hier niet gebruiken.
permissions-may-not-draft = U mag hier geen concepten schrijven.
permissions-may-not-answer = U mag hier niet per mail antwoorden: wat u schrijft, blijft in deze kamer.
permissions-may-not-compose = U mag hier geen gesprekken beginnen.
permissions-may-not-outside = U mag niet schrijven aan mensen die niet aan dit gesprek deelnemen.
permissions-may-not-invite = U mag hier niemand uitnodigen die per e-mail meedoet.
permissions-may-not-source = Dat mag u hier niet zien.
permissions-may-not-release = Dat mag u hier niet beslissen.
permissions-may-not-manage = U mag geen accounts beheren.
permissions-takes = Daarvoor is de bevoegdheid “{ $level }” nodig.
permissions-ask-team = Vraag het { $people };
permissions-ask-admins = { $people } kan u die bevoegdheid geven.
permissions-ask-any-admin = de beheerders van Mailroom kunnen u die bevoegdheid geven.
permissions-quota-reached = U hebt binnen 24 uur { $mails } mails geschreven, zoveel als één persoon mag.
permissions-quota-waits = Deze gaat niet verloren: hij wacht en gaat om { $time } weg. Tot dan kunt u hem met ❌ terugnemen.

## Accounts, queues and quarantine

operations-state-stopped = stilgezet
operations-state-connecting = maakt verbinding
operations-state-catching-up = haalt in
operations-state-connected = verbonden
operations-state-transient = niet bereikbaar, wordt opnieuw geprobeerd
operations-state-bad-credentials = aanmelding geweigerd, een beheerder moet ingrijpen
operations-way-out = versturen: { $state }
operations-way-out-untried = nog niet geprobeerd
operations-way-out-ready = werkt
operations-way-out-transient = werkt niet, wordt opnieuw geprobeerd
operations-way-out-bad-credentials = aanmelding geweigerd, een beheerder moet ingrijpen
operations-since = sinds { $time }
operations-because = ({ $reason })
operations-why-login-refused = de mailserver zegt dat het wachtwoord niet klopt
operations-why-login-unexplained = de mailserver weigert de aanmelding en zegt niet waarom
operations-why-mailbox-missing = die map bestaat niet
operations-why-mailbox-unavailable = deze mappen kunnen niet worden gelezen
operations-why-mail-unannounced = de mailserver meldt daar geen nieuwe mail, dus die komt laat
operations-why-no-room = er is hier geen plaats voor mail
operations-why-no-secret = het wachtwoord ontbreekt of gaat hier niet open
operations-why-oauth2-refused = de server die toegang geeft (oauth2), weigert die
operations-why-oauth2-away = de server die toegang geeft (oauth2), is niet bereikbaar of antwoordt niet zoals het hoort
operations-why-other = de mailserver is niet bereikbaar of antwoordt niet zoals het hoort
operations-last-mail = laatste mail { $time }
operations-no-mail-yet = nog geen mail
operations-retry-at = volgende poging { $time }
account-none = Alle accounts staan in het configuratiebestand.
account-served = { $account }: in gebruik
account-waits = { $account }: wacht – { $why }
account-left-out = { $account }: weggelaten – { $why }
account-leaving = { $account }: wordt weggehaald met alles wat ervan is
account-added = { $account } is toegevoegd en wacht op zijn wachtwoord: “mailroom ctl account change { $account } --password-file BESTAND” op de machine geeft het, nooit een chat.
account-changed = { $account } is gewijzigd.
account-removed = { $account } is verwijderd. De gesprekken ervan blijven zoals ze zijn.
account-purged = { $account } is verwijderd, met alles wat ervan is.
account-refused = Er is niets gewijzigd: { $why }
account-key = “{ $account }” kan niet de sleutel van een account zijn: kleine letters, cijfers en koppeltekens.
account-no-secret = Een wachtwoord hoort niet in een chat. Verwijder dat bericht en wijzig het wachtwoord bij de mailserver als het er een was. Geef het met “mailroom ctl account change { $account } --password-file BESTAND” op de machine, of op de aanmeldpagina, waar die er is.
operations-connecting-now = { $accounts }: maakt nu verbinding; “accounts” laat zien hoe het afliep.
operations-all-connected = Niets te doen: al verbonden.
operations-no-accounts = Er is geen account met u in het team.
operations-which-account = Welk account? { $known }
operations-nothing-waits = niets wacht
operations-held = { $count } nog te wijzigen
operations-leaving = { $count } op het punt te vertrekken
operations-deferred = { $count } door een mailserver nog niet aangenomen, vanzelf opnieuw geprobeerd
operations-failed = { $count } niet te bezorgen
operations-jobs = { $queue }: { $waiting } in de wacht, de oudste al { $age }
operations-jobs-quarantined = { $queue }: { $count } in quarantaine
operations-queue-mail-in = binnengekomen mails
operations-queue-matrix-send = berichten voor de kamers
operations-queue-event-in = berichten en reacties uit kamers
operations-queue-mail-out = te versturen mails
operations-queue-mail-sent = kopieën voor de map Verzonden
operations-queue-notice-out = mails die afzenders een weigering melden
operations-queue-guest-mail = mails aan gasten met wat er gezegd is
operations-queue-desk = volgorde, namen en overzicht van de kamers
operations-queue-member-act = mensen die in kamers uit te nodigen of eruit te halen zijn
operations-quarantine-empty = Er is niets in quarantaine.
operations-quarantine-count = In quarantaine: { $total }
operations-quarantine-count-latest = In quarantaine: { $total }, de laatste { $shown }:
operations-unread-mail = een mail in de map { $mailbox } die niet gelezen kon worden
operations-stopped-job = werk dat te vaak mislukte: { $queue }
operations-reason = Reden: { $text }
operations-size = Grootte: { $kilobytes } KB
operations-hash = SHA-256: { $sha256 }
operations-not-in-quarantine = { $number } is niet in quarantaine.
operations-retried = { $number } wordt opnieuw geprobeerd.
operations-quarantine-how = { $show } zegt meer, { $retry } probeert het opnieuw.
operations-not-alone = Er zijn nog anderen in deze chat, dus ik zeg hier niets over accounts. Begin een chat met mij alleen, alstublieft.
operations-encrypted = Deze chat is versleuteld en ik kan hem niet lezen. Begin er een zonder versleuteling, alstublieft.
operations-withheld = ⚠ De mailserver noemt een mail in de map { $mailbox } maar geeft hem niet: van { $sender }, “{ $subject }”. Mailroom blijft het uit zichzelf proberen en toont hem zodra het hem krijgt. Bekijk hem tot dan in een mailprogramma. { $show } zegt meer.
operations-sender-unknown = iemand die hij niet noemt
operations-withheld-mail = een mail in de map { $mailbox } die de mailserver niet geeft
operations-from = Van: { $sender }
operations-subject = Onderwerp: { $subject }
operations-trouble = ⚠ Mailroom kan de mailbox sinds { $time } niet bereiken, dus er komt hier geen nieuwe mail aan. Er gaat niets verloren: de mail wacht in de mailbox en komt zodra de mailserver antwoordt. Mailroom blijft het uit zichzelf proberen.
operations-stopped = ⚠ Mailroom kijkt sinds { $time } niet naar deze mailbox om, dus er komt hier geen nieuwe mail aan. Er gaat niets verloren: de mail wacht in de mailbox. Zeg het degene die Mailroom beheert, alstublieft.
operations-unread = ⚠ Mailroom kan { $folders } sinds { $time } niet lezen: de mailserver zegt dat die map niet bestaat of niet geopend mag worden. De mail erin gaat niet verloren, maar hier ziet niemand die. Een beheerder moet de naam in de configuratie (imap.mailboxes) nakijken en wat de aanmelding mag lezen.
operations-unannounced = ⚠ De mailserver meldt sinds { $time } geen nieuwe mail in { $folders }: die wordt pas gevonden als Mailroom zelf kijkt, en komt dus laat. Er gaat niets verloren. Wie Mailroom beheert, kan de beheerder van de mailserver naar IMAP IDLE vragen of times.poll in de configuratie verlagen.
operations-well = Met de mailbox is sinds { $time } alles weer in orde: nieuwe mail komt zoals gewoonlijk, en wat wachtte komt nu.
operations-no-rooms = ⚠ De Matrix-server maakt sinds { $time } geen nieuwe kamers voor Mailroom, dus nieuwe gesprekken verschijnen niet. Er gaat niets verloren: hun mails wachten en verschijnen zodra hij weer kamers maakt. Zeg het degene die Mailroom beheert, alstublieft: “mailroom check” zegt waarom.
operations-rooms-again = De Matrix-server maakt weer kamers: de gesprekken die sinds { $time } wachtten, verschijnen nu.
operations-full-database = ⚠ Er wordt geen mail opgehaald: de database is zo groot als hij mag zijn. Er gaat niets verloren, de mail blijft in de mailbox; hij wordt opgehaald zodra er plaats is. Zeg het degene die Mailroom beheert, alstublieft.
operations-full-disk = ⚠ Er wordt geen mail opgehaald: de schijf van de database is bijna vol. Er gaat niets verloren, de mail blijft in de mailbox; hij wordt opgehaald zodra er plaats is. Zeg het degene die Mailroom beheert, alstublieft.
operations-room-again = Er is weer plaats: mail wordt zoals gewoonlijk opgehaald, en wat wachtte komt nu.
reload-refused = Het configuratiebestand bevat fouten, dus er is niets gewijzigd. Verbeter het hier en laad het dan opnieuw:
reload-taken =
    { $count ->
        [1] Het ene proces dat draait, heeft de configuratie opnieuw gelezen.
       *[other] { $count } processen hebben de configuratie opnieuw gelezen.
    }
reload-nobody = Het configuratiebestand is in orde. Mailroom draait niet, dus er is niets opnieuw geladen: het bestand wordt bij de volgende start gelezen.
reload-nothing = Niets erin wijkt af van wat al gold.
reload-added = Toegevoegde accounts: { $accounts }
reload-removed = ⚠ Verwijderde accounts: { $accounts }. Er komt en gaat geen mail meer voor deze accounts. Was dat een vergissing, zet ze dan weer in het bestand en laad het opnieuw.
reload-changed = Gewijzigd voor { $account }: { $fields }
reload-members-added = Nieuw in het team van { $account }: { $people }
reload-members-removed = Niet meer in het team van { $account }: { $people }
reload-settings = Gewijzigd voor alle accounts: { $fields }
reload-needs-restart = ⚠ Ook dit is in het bestand gewijzigd, maar tot een herstart werkt Mailroom met de vorige waarden verder: { $fields }
reload-process-waiting = ⚠ { $process } heeft de configuratie nog niet gelezen. Tot dan mag iedereen alleen wat de oude en de nieuwe configuratie allebei toestaan. Hangt het proces, start het dan opnieuw.
reload-process-differs = ⚠ { $process } heeft zijn configuratie gelezen, maar zijn bestand is niet hetzelfde als het gecontroleerde. Tot beide hetzelfde zeggen, mag iedereen alleen wat ze allebei toestaan.
reload-process-refused = ⚠ { $process } werkt met de vorige configuratie verder, omdat zijn bestand fouten bevat. Verbeter het daar en laad het dan opnieuw:

## The answers to commands

commands-note = een bericht alleen voor deze kamer; het wordt nooit gemaild
commands-hold-hint = Totdat een bericht is gemaild, kunt u het bewerken, verwijderen of tegenhouden met de reactie ❌.
commands-unknown = De opdracht “{ $name }” bestaat niet.
commands-did-you-mean = Bedoelde u { $usage }?
commands-see-help = !mail help toont alle opdrachten.
commands-wrong-use = Zo wordt het gebruikt: { $usage }
commands-goes-to = Uw volgende bericht gaat naar:
commands-this-goes-to = Dit gaat naar:
commands-cc = Kopie
commands-nobody = Niemand zou een antwoord krijgen: geen mail van dit gesprek heeft een adres buiten. Voeg iemand toe met !mail to name@example.org
commands-why-reply = omdat het op het bericht van { $address } antwoordt
commands-why-latest = omdat de laatste mail van { $address } kwam; antwoord op een ander bericht om dat te beantwoorden
commands-why-bcc = alleen de afzender, { $address }, omdat die mail als blinde kopie bij ons kwam
commands-why-same = omdat zij het bericht kregen waarop dit volgt
commands-reply-to-used = De afzender vroeg om antwoorden op een ander adres dan het eigen.
commands-account = Account { $address }:
commands-account-state-ready = verbonden
commands-account-state-connecting = maakt verbinding
commands-account-state-stopped = stilgezet, een beheerder moet ingrijpen
commands-open-mail =
    { $seconds ->
        [one] Eén mail wacht nog { $seconds } seconde en kan nog worden gewijzigd.
       *[other] Eén mail wacht nog { $seconds } seconden en kan nog worden gewijzigd.
    }
commands-waiting-mails =
    { $count ->
        [one] Eén mail wacht op verzending.
       *[other] { $count } mails wachten op verzending.
    }
commands-failed-mails =
    { $count ->
        [one] Eén mail kon niet worden bezorgd.
       *[other] { $count } mails konden niet worden bezorgd.
    }
commands-nothing-waits = Er wacht niets op verzending.
commands-last-sent = De laatste mail ging weg om { $time }.
commands-retrying =
    { $count ->
        [one] Eén mail wordt opnieuw geprobeerd.
       *[other] { $count } mails worden opnieuw geprobeerd.
    }
commands-nothing-to-retry = Er is niets om opnieuw te proberen.
commands-refused = Niet bezorgd bij { $address }. De server daar zegt: { $words }
commands-deferred = Nog niet bezorgd bij { $address }; het wordt vanzelf opnieuw geprobeerd. De server daar zegt: { $words }
commands-gave-up = Niet bezorgd bij { $address }, na veel pogingen. Het laatste antwoord was: { $words }
commands-not-sent = Dit bericht is niet gemaild: { $words }
commands-unknown-outcome = De verbinding viel weg terwijl dit aan de mailserver werd overgedragen: het kan verstuurd zijn of niet.
commands-unknown-resent = Het wordt over een paar minuten nog een keer verstuurd, onder hetzelfde kenmerk, zodat mailprogramma’s het één keer tonen.
commands-unknown-held = Het wordt niet vanzelf nog een keer verstuurd; !mail retry verstuurt het opnieuw.
commands-too-large = Dit bericht is niet gemaild: als mail is het { $size } groot, en onze eigen mailserver neemt hoogstens { $limit } aan. In een mail worden bestanden een derde groter. Stuur ze in meerdere berichten, maak ze kleiner of stuur een link.
commands-too-large-without-limit = Dit bericht is niet gemaild: met { $size } is het te groot voor onze eigen mailserver, die niet zegt hoeveel hij aanneemt. In een mail worden bestanden een derde groter. Stuur ze in meerdere berichten, maak ze kleiner of stuur een link.
commands-utf8-missing = Dit bericht is niet gemaild: een van de adressen heeft letters die de mailserver niet aanneemt, zoals ë of é.
commands-already-mailed = Te laat: dit is al gemaild. De wijziging blijft in deze kamer.
commands-encrypted-not-mailed = Dit bericht is versleuteld, dus ik kan het niet lezen, en het is niet gemaild. Schrijf het zonder versleuteling, alstublieft.
commands-intro-thread = Wat in deze kamer wordt geschreven, gaat als e-mail naar buiten. Deze opdrachten niet:
commands-intro-lobby = Niets wat in deze kamer wordt geschreven, wordt gemaild. Ik begrijp deze opdrachten:
commands-intro-inbox = Elk nieuw gesprek is hier een regel; niets wat in deze kamer wordt geschreven, wordt gemaild. Ik begrijp deze opdrachten:
commands-intro-management = Hallo, ik ben Mailroom. Niets wat hier wordt geschreven, wordt gemaild. Ik begrijp:
commands-more = { $usage } zegt meer over een ervan.
commands-example = Voorbeeld: { $text }
commands-place-thread = in de kamer van een gesprek
commands-place-lobby = in de kamer “Moderatie” van een account
commands-place-inbox = in het Postvak IN van een account
commands-place-management = in een directe chat met mij
commands-elsewhere = “{ $name }” kan in deze kamer niet worden gebruikt. Gebruik het { $places }.
commands-or = of

## The language of answers

language-name-en = Engels
language-name-de = Duits
language-name-es = Spaans
language-name-fr = Frans
language-name-it = Italiaans
language-name-nl = Nederlands
language-name-pl = Pools
language-name-pt = Portugees
language-listed-unreviewed = { $language } ({ $tag }, nog niet nagekeken)
language-unreviewed = Deze teksten zijn nog niet door een moedertaalspreker nagekeken. Verbeteringen zijn welkom.
language-is = U krijgt antwoord in het { $language }.
language-set = Vanaf nu krijgt u antwoord in het { $language }.
language-unknown = Ik spreek { $known }.

## The time zone of answers

zone-is = Ik noem u tijden in { $zone }. Daar is het nu { $time }.
zone-is-account = U hebt geen tijdzone gekozen; daarom noem ik u tijden in die van het account, { $zone }. Daar is het nu { $time }.
zone-set = Vanaf nu noem ik u tijden in { $zone }. Daar is het nu { $time }. Is dat wat uw klok aangeeft?
zone-as-account = Vanaf nu noem ik u tijden in de tijdzone van het account.
zone-unknown = Ik ken geen tijdzone “{ $text }”.
zone-meant = Bedoelde u { $zones }?
zone-how = Noem gebied en plaats om een andere te kiezen: !mail zone Europe/Berlin. Met !mail zone account geldt weer die van het account.

## How long an answer took

ping-way = Dit antwoord duurde { $whole }: { $before } tot uw bericht van de Matrix-server hier was, { $here } tot het antwoord.
ping-here = Dit antwoord duurde { $here } vanaf het moment dat uw bericht hier was. Hoe lang het onderweg was, is niet te zeggen: de klok van de Matrix-server verschilt te veel van de onze.
ping-too-long = Hoe lang dit antwoord duurde, is niet te zeggen: uw bericht wachtte hier langer dan een dag, of de klok is intussen verzet.

## The original of a mail

source-reply-to = Schrijf !mail source als antwoord op het bericht waarvan u het origineel wilt.
source-unknown = Bij dat bericht hoort geen mail.
source-gone = Het origineel van die mail wordt hier niet (of niet meer) bewaard; zoek hem in de mailbox. De controlesom (SHA-256) was { $hash }.
source-gone-without-hash = Het origineel van die mail wordt hier niet (of niet meer) bewaard; zoek hem in de mailbox.

## Search

search-nothing = Er is niets gevonden.
search-found = Gevonden: { $count }
search-found-more = Gevonden: meer dan { $count }
search-reading = Oudere mail wordt nog ingelezen (tot nu toe { $percent } %): nog niet alles wordt gevonden.
search-nothing-asked = Zeg wat er gezocht wordt: woorden, of from:bob to:alice subject:lamp has:pdf in:support after:2019 before:2020-06. Woorden tussen aanhalingstekens staan bij elkaar; -woord komt niet voor; lam* is het begin van een woord.
search-needs-person = “{ $word }” heeft een naam of een adres nodig, zoals from:bob of from:bob@example.org
search-needs-words = “{ $word }” heeft woorden nodig, zoals subject:lamp
search-needs-date = “{ $word }” heeft een jaar, een maand of een dag nodig, zoals after:2019, after:2019-03 of before:2019-03-14
search-needs-kind = “{ $word }” heeft een soort bestand nodig, zoals has:file, has:pdf, has:image of has:docx
search-needs-place = “{ $word }” heeft een account of een map nodig; die van u zijn: { $known }
search-too-much = Dat is te veel tegelijk: hoogstens { $most } woorden en voorwaarden.

## What each command does

help-brake = toont welke antwoorden worden tegengehouden omdat machines elkaar lijken te antwoorden; “reset” mailt ze
help-breaker = toont of alle uitgaande mail is stopgezet; “reset” beëindigt dat
help-list = toont de open gesprekken: all (alle), mine (de uwe), unclaimed (nog vrij), us (wachten op ons), them (wij wachten), snoozed (uitgesteld) of done (afgesloten)
help-claim = neemt dit gesprek, zodat de anderen zien dat u het hebt; de reactie 👀 ook
help-unclaim = geeft dit gesprek terug
help-assign = geeft dit gesprek aan iemand van het team
help-done = sluit dit gesprek af; de reactie ✅ ook. Een nieuwe mail opent het weer
help-reopen = opent dit gesprek weer
help-snooze = stelt dit gesprek uit voor een tijd (4h, 3d) of tot een dag (morgen 9:00, ma, 2026-12-01)
help-send = wanneer uw wachtende bericht wordt gemaild: send at 8:00, send at ma; send now mailt het meteen
help-draft = geeft een concept dat op een ✅ wacht nieuwe woorden, wie het ook schreef
help-answer = mailt een klaargezet antwoord uit uw naam; zonder naam worden ze alle genoemd
help-compose = begint een gesprek in een eigen kamer; wat ontbreekt, wordt gevraagd; verdere regels zijn de eerste mail
help-forward = stuurt een mail naar iemand buiten, desgewenst met woorden erbij; de antwoorden komen in een eigen kamer
help-cancel = beëindigt mijn vragen over een nieuw gesprek; er wordt geen begonnen
help-to = wie uw volgende bericht krijgt, en waarom; +adres voegt toe, -adres haalt weg, adressen alleen zijn de nieuwe lijst
help-cc = wie kopieën krijgt; op dezelfde manier te wijzigen
help-bcc = wie het krijgt zonder dat iemand anders dat ziet; op dezelfde manier te wijzigen
help-from = vanaf welk adres van het account dit gesprek wordt geschreven
help-subject = het onderwerp van de volgende mails
help-reply-to-sender = antwoorden gaan alleen naar de afzender van wat wordt beantwoord; off: weer naar iedereen. Voor één bericht: !sender TEKST
help-block = van wie de mail niet wordt getoond, in het account of in deze kamer (“here”); als antwoord op een bericht: de afzender ervan, in deze kamer
help-allow = wie zonder navraag deelneemt; als antwoord op een bericht: de afzender ervan, in deze kamer
help-rules = toont wie mag deelnemen en hoeveel mails niet zijn getoond; “drop” haalt een regel weg
help-entry = toont of bepaalt of in deze kamer iedereen mag deelnemen die antwoordt en gecontroleerd is
help-invite = nodigt iemand met een adres uit om per e-mail aan deze kamer mee te doen; ‘last’ met een getal stuurt zoveel van de laatste berichten mee
help-uninvite = beëindigt dat iemand per e-mail aan deze kamer meedoet
help-guests = toont wie deze kamer per e-mail leest. Verandert wat zij over hen zegt: ‘answer’ of ‘invitation’ (vanaf wanneer zij krijgen wat gezegd wordt), ‘now’, ‘hourly’ of ‘daily’, ‘verified’ of ‘unverified’
help-move = als antwoord op een bericht: zet het, met wat erop antwoordt, in het gesprek van een andere kamer
help-split = als antwoord op een bericht: maakt er, met alles wat erna kwam, een eigen gesprek van
help-merge = zet dit hele gesprek in dat van een andere kamer
help-help = toont deze lijst
help-status = toont hoe het met het account staat en hoe ver de mails van deze kamer zijn gekomen
help-retry = probeert opnieuw wat niet kon worden bezorgd; als antwoord op een bericht: alleen dat
help-unpause = stuurt weer naar een adres waar een mail niet kon worden bezorgd
help-search = vindt mails en antwoorden op hun woorden, ook in bestanden: from:bob to:alice subject:lamp has:pdf in:support after:2019 before:2020-06, “woorden tussen aanhalingstekens”, -woord, page 2
help-source = als antwoord op een bericht: zet de originele mail hier als bestand
help-why = als antwoord op een bericht: waarom de mail in dit gesprek staat en hoe de afzender is gecontroleerd
help-accept = als antwoord op het bericht over een verdachte mail: toont hem in zijn gesprek
help-refuse = als antwoord op het bericht over een verdachte mail: laat hem weg
help-overflow = toont de mails die wachten omdat er te veel van buiten kwam; “let-in” laat ze binnen, “discard” laat ze weg
help-old = toont de oude mail die in grote hoeveelheid kwam en wacht; “quietly” en “as-new” laten hem binnen, “leave” laat hem in de mailbox
help-account = toont de accounts die tijdens de werking zijn toegevoegd; “add”, “change” en “remove” doen dat, alleen wachtwoorden geeft u elders
help-accounts = toont hoe het met elk van uw accounts staat: de toestand, sinds wanneer, en de laatste mail; “retry” verbindt nu wat niet bereikbaar is
help-team = toont wie niet meer bij het team hoort en nog in de kamers is; “leave” verwijdert hen, “stay” laat hen daar zonder rechten
help-queue = toont wat wacht om verstuurd of getoond te worden, en wat mislukt is
help-quarantine = toont wat niet gelezen of gedaan kon worden; “show” zegt meer over één ding, “retry” probeert het opnieuw
help-reload = leest het configuratiebestand opnieuw, zonder herstart
help-ping = toont hoe lang de weg van de Matrix-server tot het antwoord duurde
help-language = toont of bepaalt de taal waarin u antwoord krijgt
help-login = uw eigen mailbox meebrengen, in een direct gesprek met mij
help-logout = uw eigen mailbox weer weghalen
help-zone = toont of bepaalt de tijdzone waarin u tijden worden genoemd

## Work that waited, failed for good, or was tried again and again

queue-not-shown = ⚠ Hier ontbreekt een deel van deze mail: de Matrix-server neemt het niet aan. “!mail quarantine” in de kamer “Moderatie” zegt meer.
queue-set-aside = ⚠ Hiermee ging iets mis: het wordt niet gemaild en verandert geen mail. Schrijf het nog eens, alstublieft; helpt dat niet, dan zegt “!mail quarantine” in de kamer “Moderatie” meer.
queue-returned-mail = Dit is niet gemaild: Mailroom keek sinds { $since } niet naar dit account om. Het gaat nu niet vanzelf weg: reageer met ✅ om het te mailen, met ❌ om het weg te gooien.
queue-unseen-mail = Ik kan de kamer waarin dit is geschreven niet meer lezen, dus ik zie niet of het daar is gewijzigd of verwijderd: “{ $words }”. Het gaat niet vanzelf weg: reageer met ✅ om het te mailen zoals het hier staat, met ❌ om het te laten vallen.
queue-returned-fixed = Dit wacht op een ja en kan niet meer worden gewijzigd: reageer met ✅ om het te mailen zoals het is, met ❌ om het weg te gooien.
queue-returned-released = Het wordt nu gemaild.
queue-returned-discarded = Weggegooid: niet gemaild.
queue-not-served = Mailroom kijkt op dit moment niet naar het account { $account } om: wat hier wordt gezegd, wordt niet gemaild, en mail eraan wordt niet getoond. Er gaat niets verloren: zodra het weer wordt bediend, wordt u hier gevraagd wat er gebeurt met wat intussen is gezegd. Wie Mailroom beheert, weet waarom.
queue-unserved = geen proces bedient het sinds { $since }
attempt-list = Pogingen om hem aan de mailserver over te dragen:
attempt-accepted = { $attempt }. { $time }, { $address }: aangenomen
attempt-deferred = { $attempt }. { $time }, { $address }: nog niet aangenomen
attempt-refused = { $attempt }. { $time }, { $address }: geweigerd
attempt-not-sent = { $attempt }. { $time }, { $address }: niet overgedragen
attempt-unknown = { $attempt }. { $time }, { $address }: misschien verstuurd

## Our own mail server

delivery-waits = Nog niet gemaild.
delivery-leaves-by-itself = Het bericht wordt bewaard en gaat vanzelf weg zodra dat is verholpen.
delivery-waited = Dit bericht is niet gemaild: het heeft te lang op onze eigen mailserver gewacht.
relay-since = Er wordt niets gemaild sinds { $time }.
relay-news = ⚠ Er wordt niets gemaild sinds { $time }.
relay-well = Sinds { $time } gaat er weer mail weg. Wat wachtte, is onderweg.
relay-trouble-login = Onze eigen mailserver weigert de aanmelding voor het versturen: het wachtwoord in de configuratie klopt niet, of de provider heeft de aanmelding geblokkeerd.
relay-trouble-login-later = Onze eigen mailserver kan de aanmelding voor het versturen nu niet controleren.
relay-trouble-certificate-expired = Het certificaat van onze eigen mailserver is verlopen, dus er wordt hem geen mail toevertrouwd.
relay-trouble-certificate-unknown = Het certificaat van onze eigen mailserver is niet te vertrouwen: het staat op een andere naam, of is van iemand die Mailroom niet kent.
relay-trouble-tls = Er kan geen versleutelde verbinding met onze eigen mailserver worden gemaakt.
relay-trouble-connection-refused = Onze eigen mailserver neemt geen verbindingen aan.
relay-trouble-name-unknown = De naam van onze eigen mailserver is niet te vinden.
relay-trouble-silent = Onze eigen mailserver antwoordt niet.
relay-trouble-unreachable = Onze eigen mailserver is niet bereikbaar.
relay-trouble-refuses = Onze eigen mailserver wijst Mailroom af zodra die verbinding maakt.
relay-says = Hij zegt: { $words }
relay-remedy-password = Wat wordt geschreven, wacht (⏳) en gaat dan vanzelf weg. Laat degene die Mailroom beheert het wachtwoord (of oauth2) in zijn bestand verbeteren: het wordt binnen een minuut geprobeerd. “accounts retry { $account }” in de directe chat met mij probeert het meteen.
relay-remedy-certificate = Wat wordt geschreven, wacht (⏳) en gaat dan vanzelf weg. Wie de mailserver beheert, moet het certificaat vernieuwen, of wie Mailroom beheert, moet de juiste server en zijn autoriteit noemen (smtp.host, smtp.ca_file).
relay-remedy-server = Wat wordt geschreven, wacht (⏳) en gaat vanzelf weg zodra de server antwoordt; het wordt hem om de paar minuten gevraagd. Duurt dat lang, vraag dan wie de mailserver beheert.
relay-not-mailed-failed = Niet gemaild aan { $people }.
relay-not-mailed-again = Nog niet gemaild aan { $people }; het wordt vanzelf opnieuw geprobeerd.
relay-refusal-news = ⚠ Onze eigen mailserver neemt een mail van ons niet aan. Wie hem heeft geschreven, weet ervan.
relay-refusal-once = Volgende mails waarmee hetzelfde gebeurt, worden gemeld aan wie ze heeft geschreven, en hier na een dag opnieuw.
relay-refusal-limit = Onze eigen mailserver neemt voorlopig geen mail meer aan: er zijn er zoveel verstuurd als hij toestaat.
relay-refusal-login-needed = Onze eigen mailserver neemt geen mail aan zonder aanmelding, of niet met deze.
relay-refusal-full = Onze eigen mailserver heeft op dit moment geen ruimte, of onze mailbox daar is vol.
relay-refusal-sender = Onze eigen mailserver laat ons niet onder dit adres versturen.
relay-refusal-relaying = Onze eigen mailserver geeft voor ons geen mail aan anderen door.
relay-refusal-too-large = Onze eigen mailserver neemt geen mail aan die zo groot is.
relay-refusal-content = Onze eigen mailserver houdt de mail voor spam, of heeft bezwaar tegen wat erin staat.
relay-refusal-other = Onze eigen mailserver neemt de mail niet aan.
relay-help-limit = Er hoeft niets te gebeuren: de mail gaat weg zodra er weer ruimte is, meestal binnen een dag. Gebeurt dit vaak, vraag de provider dan om een hogere grens.
relay-help-login-needed = Wie Mailroom beheert, moet in de configuratie naar smtp.user, smtp.password, smtp.port en smtp.security kijken.
relay-help-full = Meestal gaat dit vanzelf over. Duurt het lang, verwijder dan oude mail uit de mailbox of vraag de provider om meer ruimte.
relay-help-sender = Vraag de provider om deze aanmelding onder het adres van de account te laten versturen, of laat wie Mailroom beheert de aanmelding gebruiken die erbij hoort. Daarna verstuurt !mail retry hem.
relay-help-relaying = Wie Mailroom beheert, moet in de configuratie naar smtp.host en de aanmelding kijken. Daarna verstuurt !mail retry hem.
relay-help-too-large = In een mail worden bestanden een derde groter. Stuur ze in meerdere berichten, maak ze kleiner of stuur een link.
relay-help-content = Zeg het met andere woorden of zonder de bestanden en links. Worden gewone mails zo geweigerd, vraag de provider dan waarom.
relay-help-other = Vraag het aan wie de mailserver beheert, met de woorden hierboven. !mail retry probeert het opnieuw.

## What providers say

provider-microsoft-smtp-off = Microsoft: verzenden door programma’s (SMTP AUTH) staat uit voor de hele organisatie. Haar beheerder kan het toestaan voor deze mailbox (Set-CASMailbox -SmtpClientAuthenticationDisabled $false).
provider-microsoft-smtp-off-mailbox = Microsoft: verzenden door programma’s (SMTP AUTH) staat uit voor deze mailbox. De beheerder van de organisatie zet het aan: gebruiker, E-mail, E-mail-apps beheren, Geverifieerde SMTP.
provider-microsoft-no-passwords = Microsoft neemt van programma’s geen wachtwoorden aan. In plaats van het wachtwoord komt een aanmelding bij Microsoft (oauth2).
provider-microsoft-policy = Microsoft: een regel van de organisatie (standaardinstellingen voor beveiliging of voorwaardelijke toegang) verbiedt deze aanmelding. Haar beheerder moet die toestaan.
provider-microsoft-send-as = Microsoft: deze aanmelding mag niet onder dit adres verzenden. De beheerder van de organisatie geeft haar voor de mailbox het recht “Verzenden als”.
provider-microsoft-not-logged-in = Microsoft neemt mail om te verzenden alleen aan na een aanmelding: smtp heeft een gebruiker nodig, en een wachtwoord of oauth2.
provider-microsoft-not-connected = Microsoft neemt de aanmelding aan en opent de mailbox niet: IMAP staat ervoor uit, hij heeft geen licentie, of Exchange heeft zelf problemen.
provider-microsoft-consent = Microsoft: nog niemand heeft ermee ingestemd dat Mailroom deze mailbox gebruikt. Meld je opnieuw aan en stem in; waar alleen de beheerder van de organisatie dat mag, moet die het doen.
provider-microsoft-login = Microsoft laat deze aanmelding niet in de mailbox: het wachtwoord of de toestemming klopt niet, wie instemde mag deze mailbox niet gebruiken, of IMAP of SMTP staat ervoor uit.
provider-client-refused = De provider kent de client van Mailroom niet, of het geheim van de client is verlopen. Een beheerder moet client_id en client_secret verbeteren.
provider-login-again = De toestemming om deze mailbox te gebruiken ontbreekt, is verlopen of is ingetrokken, bijvoorbeeld na een gewijzigd wachtwoord. Iemand moet zich opnieuw aanmelden.
provider-google-app-password = Google neemt van programma’s geen gewone wachtwoorden aan: het wil een app-wachtwoord (daarvoor is verificatie in twee stappen nodig) of een aanmelding bij Google (oauth2).
provider-google-login = Google neemt deze aanmelding niet aan. Gewone wachtwoorden neemt het van programma’s niet aan: een app-wachtwoord helpt, of een aanmelding bij Google (oauth2).
provider-google-web-login = Google wil dat de eigenaar van de mailbox zich één keer in een webbrowser aanmeldt en bevestigt dat die het was.
provider-google-imap-off = Google: IMAP staat uit voor deze mailbox. Het wordt aangezet in de instellingen van Gmail, bij “Doorsturen en POP/IMAP”.
provider-google-imap-off-organisation = Google: IMAP staat uit voor de hele organisatie. Haar beheerder zet het aan in de Beheerdersconsole.
provider-app-password = Deze provider neemt van programma’s geen gewone wachtwoorden aan: maak een app-wachtwoord in de beveiligingsinstellingen van de mailbox en gebruik dat.

## A mailbox that follows

mailbox-archived = Iemand heeft deze mail in een mailprogramma gearchiveerd. Het gesprek is hier nog open: ✅ sluit het.
mailbox-deleted = Iemand heeft deze mail in een mailprogramma verwijderd. Hier blijft hij staan, en het gesprek is nog open: ✅ sluit het.
mailbox-moved = Iemand heeft deze mail in een mailprogramma naar een andere map verplaatst. Het gesprek is hier nog open: ✅ sluit het.
mailbox-many =
    { $count ->
        [one] { $count } mail is in één keer in een mailprogramma gelezen, gearchiveerd of verwijderd. In de kamer staat daar niets over.
       *[other] { $count } mails zijn in één keer in een mailprogramma gelezen, gearchiveerd of verwijderd. In hun kamers staat daar niets over.
    }

## Gasten

guests-room-welcome = Aan deze kamer kunnen mensen meedoen die alleen e-mail hebben. Niets verlaat haar per e-mail voordat iemand is uitgenodigd.
guests-room-welcome-how = Zo nodigt u iemand uit: !mail invite bob@example.org Bob
guests-invited = ✉ { $person } is uitgenodigd om per e-mail mee te doen. Nu gaat er één mail uit, en wat hier gezegd wordt pas na een antwoord daarop. !mail uninvite maakt dat ongedaan.
guests-invited-at-once = ✉ { $person } is uitgenodigd om per e-mail mee te doen en krijgt voortaan per e-mail wat hier gezegd wordt. !mail uninvite beëindigt dat.
guests-unverified-hint = Niemand controleert de afzenders van mail aan dit account; daarom wordt mail van gasten hier niet getoond. !mail guests unverified toont die.
guests-unreadable = Wie? Daarvoor is één adres nodig, zoals: !mail invite bob@example.org Bob
guests-refused-own = { $address } is een van onze eigen adressen. Nodig de persoon in Matrix uit.
guests-refused-member = { $address } is van iemand uit het team. Nodig die persoon in Matrix uit.
guests-refused-no-power = Er is niemand uitgenodigd: deze kamer laat u niemand uitnodigen. Vraag het iemand die dat mag.
guests-refused-encrypted = Er is niemand uitgenodigd: deze kamer is versleuteld, en wat erin gezegd wordt mag er niet per e-mail uit.
guests-refused-already = { $address } is al uitgenodigd. !mail guests toont wie per e-mail meeleest.
guests-refused-stopped = { $address } wil geen mail van hier. Alleen diegene kan dat veranderen, met een mail met het woord START aan { $account }.
guests-refused-member-quota = Er is niemand uitgenodigd: u hebt er binnen een dag { $count } uitgenodigd, zoveel als de configuratie toestaat. Probeer het morgen opnieuw.
guests-refused-all-quota = Er is niemand uitgenodigd: allen samen hebben er binnen een dag { $count } uitgenodigd, zoveel als de configuratie toestaat. Probeer het morgen opnieuw.
guests-refused-person-quota = Er is niemand uitgenodigd: { $address } heeft binnen een dag al meerdere uitnodigingen gekregen. Probeer het morgen opnieuw.
guests-no-room = Dit is geen kamer voor gasten. !mail to toont wie krijgt wat hier gezegd wordt.
guests-removed = { $person } krijgt niets meer uit deze kamer.
guests-not-there = { $address } is geen gast van deze kamer. !mail guests toont wie dat is.
guests-answered = { $person } heeft de uitnodiging beantwoord en doet mee: wat hier gezegd wordt gaat er voortaan per e-mail heen.
guests-stopped = { $person } wil geen mail meer van hier en krijgt niets uit deze kamer. Alleen diegene kan dat veranderen, met een mail met het woord START aan { $account }.
guests-started = { $person } doet weer per e-mail mee.
guests-failed = ⚠ De uitnodiging aan { $person } kon niet worden bezorgd en is voorbij. Kijk of het adres klopt.
guests-leaves = Wat hier gezegd wordt gaat per e-mail naar { $people }.
guests-unverified-kept = Een mail die van { $person } zegt te zijn wordt niet getoond: niemand controleert de afzenders van mail aan dit account. !mail guests unverified toont de volgende.
guests-list-none = Er is niemand uitgenodigd om per e-mail aan deze kamer mee te doen.
guests-state-invited = uitgenodigd, nog geen antwoord
guests-state-active = doet mee per e-mail
guests-state-stopped = wil geen mail
guests-state-removed = is eruit gehaald
guests-state-failed = was niet te bereiken
guests-consent-answer = Wie is uitgenodigd krijgt na een antwoord wat hier gezegd wordt.
guests-consent-invitation = Wie is uitgenodigd krijgt meteen wat hier gezegd wordt.
guests-delivery-now = Het gaat uit na een pauze in het gesprek.
guests-delivery-hourly = Het wordt verzameld en gaat één keer per uur uit.
guests-delivery-daily = Het wordt verzameld en gaat één keer per dag uit.
guests-verified = Mail van gasten wordt niet getoond, omdat niemand de afzenders controleert: !mail guests unverified
guests-unverified = Mail van gasten wordt getoond, hoewel niemand de afzenders controleert: !mail guests verified
guests-ghost-name = { $name } (per e-mail)
guests-mail-subject = Uitnodiging: { $room }
guests-mail-subject-unnamed = Uitnodiging van { $name }
guests-mail-invites = { $name } nodigt u uit voor het gesprek ‘{ $room }’. Het vindt plaats in een chat; u doet mee met uw mailprogramma en hebt verder niets nodig.
guests-mail-invites-unnamed = { $name } nodigt u uit voor een gesprek. Het vindt plaats in een chat; u doet mee met uw mailprogramma en hebt verder niets nodig.
guests-mail-how = Om mee te doen beantwoordt u deze mail: uw antwoord wordt daar aan iedereen getoond, en vanaf dan krijgt u wat er gezegd wordt. Zonder antwoord krijgt u verder niets.
guests-mail-how-at-once = Vanaf nu krijgt u wat er gezegd wordt. Wat u antwoordt wordt daar aan iedereen getoond.
guests-mail-stop = Wilt u geen mail van hier, antwoord dan met alleen het woord STOP. Dan kan niemand hier u meer uitnodigen.
guests-stopped-subject = U krijgt geen mail meer van hier
guests-stopped-text = Een mail onder uw adres vroeg daarom. U doet hier aan geen gesprek meer mee, en niemand kan u uitnodigen.
guests-stopped-undo = Was u dat niet, of bedenkt u zich, antwoord dan op deze mail met alleen het woord START.
guests-not-here = `!mail { $name }` is voor mailgesprekken. Wie deze kamer per mail leest is hier gast: `!mail guests` toont de gasten, `!mail invite ADRES` nodigt iemand uit.
guests-encrypted-subject = Wat daar gezegd wordt is nu versleuteld
guests-encrypted-text = In het gesprek waarvoor { $by } u heeft uitgenodigd zijn de berichten nu versleuteld. Die kunnen niet per mail worden verstuurd, dus u krijgt er geen. Wat u schrijft komt daar nog aan. Vraag { $by } hoe het verder gaat.
guests-page-title = Geen mail meer
guests-page-text = Druk op de knop als u geen mail meer wilt van de gesprekken hier.
guests-page-button = Mail stoppen
guests-page-done = Klaar. U krijgt geen mail meer van de gesprekken hier, en niemand kan u uitnodigen.
guests-page-undo = Om dat ongedaan te maken antwoordt u op een mail die u hebt met alleen het woord START.

## Reactions

reaction-said = { $name } heeft gereageerd met { $emoji }.
reaction-unplaced = Een reactie van { $person }. Ze hoort bij geen bericht dat hier bekend is, of komt niet van iemand die aan het gesprek deelneemt; ze staat in de mailbox.
reaction-leaves = Een reactie zoals { $emoji } op een mail van { $person } gaat als mail naar die persoon, naar niemand anders. Haal haar binnen { $seconds } seconden weg, en ze gaat niet weg.
reaction-mailed = { $name } heeft gereageerd op uw bericht.

## Mail of before

history-done =
    De mail sinds { $since } staat er: { $mails ->
        [one] één mail
       *[other] { $mails } mails
    } in { $rooms ->
        [one] één kamer
       *[other] { $rooms } kamers
    }, in een eigen space. Niemand kreeg er bericht van of werd uitgenodigd, en nieuwe mail gaat in dezelfde kamers verder.
history-none = Er was sinds { $since } geen mail om op te halen.
history-left =
    { $count ->
        [one] Eén eerdere mail kon
       *[other] { $count } eerdere mails konden
    } niet worden opgehaald; wat in de mailbox ligt, blijft daar:
history-reading = haalt de mail sinds { $since } op: tot nu toe { $found } gevonden
history-filling = haalt de mail sinds { $since } op: { $settled } van { $found }
history-waits = wacht op { $what }

## Pagina’s in een browser

web-not-there = Hier is niets
web-not-there-help = Kijk of de hele link is geopend: mailprogramma’s knippen hem soms af. Links voor één keer gebruik zijn daarna weg.
web-too-many = Te veel verzoeken
web-too-many-help =
    { $seconds ->
        [one] Wacht een seconde en laad deze pagina dan opnieuw.
       *[other] Wacht { $seconds } seconden en laad deze pagina dan opnieuw.
    }
web-failed = Hier ging iets mis
web-failed-help = Er is niets verloren gegaan. Probeer het zo nog eens; blijft het zo, zeg het dan tegen degenen die Mailroom beheren.
web-foreign-form = Dit formulier kwam niet van onze pagina
web-foreign-form-help = Voor uw veiligheid is er niets gedaan. Open de link opnieuw en vul het formulier daar in.

## Eigen mailboxen

login-link = Open deze pagina binnen 15 minuten en log daar in met uw mailbox: { $link } Wat u daar invult, komt niet in Matrix.
login-link-then = Aan het eind toont de pagina zes cijfers. Schrijf ze hier: login en de cijfers. Geef niemand de link of de cijfers.
login-added = { $address } is nu hier: nieuwe mail komt in kamers in de space „{ $name }”, waarvoor u bent uitgenodigd en niemand anders. !mail logout haalt hem weer weg.
login-wrong =
    { $left ->
        [one] Dit zijn niet de cijfers die de pagina toont. Nog één poging, dan vervalt de aanmelding.
       *[other] Dit zijn niet de cijfers die de pagina toont. Nog { $left } pogingen, dan vervalt de aanmelding.
    }
login-spent = Dat was te vaak fout; de aanmelding is vervallen en wat was ingevuld, is gewist. !mail login begint opnieuw.
login-none = Er wacht geen aanmelding van u op cijfers. !mail login begint er een; de cijfers gelden tien minuten.
login-already-taken = { $address } is hier al een account. Wie Mailroom beheert, kan zeggen van wie.
login-no-words = Schrijf hier niets dan !mail login, en later de zes cijfers van de pagina. Was dat een wachtwoord: verwijder het bericht en verander het wachtwoord.
login-not-allowed = Wie Mailroom beheert, heeft u niet toegestaan een eigen mailbox mee te brengen (logins.allowed in de configuratie).
login-no-pages = Eigen mailboxen zijn hier toegestaan, maar er is geen pagina om in te loggen. Wie Mailroom beheert, moet web in de configuratie instellen.
logout-none = Hier is geen mailbox van u.
logout-which = Welke? !mail logout en het adres: { $addresses }
logout-done = { $address } is weggehaald: de aanmelding, het wachtwoord, de mails en wat daarvan was onthouden. De mailbox zelf is zoals hij was. Ik verlaat de kamers.
login-page-title = Inloggen met uw mailbox
login-page-whose = Deze pagina is voor { $user }. De mail van de mailbox wordt in Matrix aan { $user } getoond. Ga alleen verder als u dat bent.
login-page-begin = Dat ben ik, verder
login-page-wrong-title = Nog niet ingelogd
login-page-address = Mailadres
login-page-password = Wachtwoord van de mailbox
login-page-password-hint = Veel aanbieders willen er een voor programma’s (app-wachtwoord) als u met een tweede factor inlogt.
login-page-name = Uw naam in mails
login-page-name-hint = Mag leeg blijven.
login-page-servers = Servers
login-page-servers-hint = Ze worden met het adres gevonden. Vul ze alleen in als dat niet lukt.
login-page-imap = Mail komt van (IMAP)
login-page-smtp = Mail vertrekt via (SMTP)
login-page-host = Server
login-page-port = Poort
login-page-security = Versleuteling
login-page-user = Gebruikersnaam, als dat niet het adres is
login-page-try = Inloggen
login-page-no-address = Dat is geen mailadres. Het ziet er zo uit: anna@example.org.
login-page-no-password = Het wachtwoord ontbreekt, of heeft tekens die er geen kan hebben.
login-page-too-often = Deze link is te vaak geprobeerd. Schrijf !mail login aan Mailroom voor een nieuwe.
login-page-servers-none = Voor dit adres zijn geen servers gevonden. Vul in wat uw aanbieder noemt.
login-page-servers-closed = Mailboxen van dit domein kunnen hier niet worden meegebracht. Wie Mailroom beheert, kan de servers noemen.
login-page-servers-not-public = Deze servers hebben geen openbare naam met een openbaar adres; er wordt geen verbinding mee gemaakt. Wie Mailroom beheert, kan interne servers noemen.
login-page-servers-port = Dat is geen poort van een mailserver: IMAP heeft 993 of 143, SMTP 465 of 587.
login-page-refused = { $server } nam adres en wachtwoord niet aan. Kijk of beide kloppen, en of uw aanbieder een app-wachtwoord wil of mailprogramma’s eerst moet toestaan.
login-page-tls = { $server } toonde geen certificaat dat te vertrouwen is. Kijk of de naam klopt.
login-page-away = { $server } was niet te bereiken. Kijk of naam, poort en versleuteling kloppen, of probeer het later nog eens.
login-page-taken = Dit adres is hier al een account. Wie Mailroom beheert, kan zeggen van wie.
login-page-code-title = Nog één stap
login-page-code = De mailbox is gevonden. Schrijf dit in uw directe gesprek met Mailroom, als { $user }:
login-page-code-then = Het geldt tien minuten, en als u het niet schrijft, blijft er niets bewaard. Zeg het niemand. Daarna kunt u deze pagina sluiten.
login-page-found = De mail wordt gelezen bij { $imap } en verstuurd via { $smtp }.
login-page-over = Deze link is al gebruikt of is te oud
login-page-over-help = Schrijf !mail login in uw directe gesprek met Mailroom voor een nieuwe.
login-page-coded = De cijfers zijn al getoond
login-page-coded-help = Schrijf ze in uw directe gesprek met Mailroom. Zijn ze kwijt, schrijf daar dan !mail login voor een nieuwe link.
login-page-elsewhere = Deze link is in een andere browser geopend
login-page-elsewhere-help = Hij geldt in de browser waarin hij het eerst is geopend. Was dat niet de uwe, dan heeft iemand anders de link: schrijf !mail login in uw directe gesprek met Mailroom, dan is deze waardeloos.
