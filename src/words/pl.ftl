### Wszystko, co Mailroom mówi ludziom, po polsku. Co, gdzie i do kogo jest mówione, podaje en.ftl.
### Not reviewed by a native speaker yet.

## Marks and remarks in a mail that came

mail-image = [obraz: { $alt }]
mail-image-without-alt = [obraz]
mail-rest = Reszta e-maila
mail-plain-rendering = Zwykły tekst e-maila
mail-html-rendering = Sformatowany tekst e-maila
mail-spoiler = [ukryte: { $text }]
mail-cut-here = [Ucięto tutaj: widać { $shownKb } z { $totalKb } KB. Cała wiadomość jest w załączniku.]
mail-signed-pgp = Ta wiadomość jest podpisana przez OpenPGP; podpisu nie sprawdzono.
mail-signed-smime = Ta wiadomość jest podpisana przez S/MIME; podpisu nie sprawdzono.
mail-encrypted-pgp = Ta wiadomość jest zaszyfrowana przez OpenPGP. Jest w załączniku bez zmian; odczyta ją program pocztowy, który ma klucz.
mail-encrypted-smime = Ta wiadomość jest zaszyfrowana przez S/MIME. Jest w załączniku bez zmian; odczyta ją program pocztowy, który ma klucz.
mail-opaque-smime = Ta wiadomość jest podpisana przez S/MIME tak, że tekst znajduje się w podpisie; jest w załączniku bez zmian.
mail-password-protected = Plik { $name } jest zabezpieczony: do otwarcia może być potrzebne hasło.
mail-further-files = Pozostałe pliki
mail-files-bundled = Z wszystkich plików tego e-maila ({ $all }) w tym archiwum jest: { $count }.

## Mails within a mail

nested-mail = Załączony e-mail
nested-from = Od
nested-date = Data
nested-subject = Temat
nested-more-in-file = … reszta jest w pliku { $name }

## Mails that could not be read

unread-file = Nie udało się odczytać pliku „{ $name }” z jego e-maila. Zamiast niego jest tu cały e-mail jako plik.
unread-file-missing = Nie udało się odczytać pliku „{ $name }” z jego e-maila, dlatego go tu brakuje. Poszukaj go w skrzynce, w programie pocztowym.
unread-mail = Przyszedł e-mail od { $sender } („{ $subject }”), którego nie udało się odczytać: { $reason }. Oryginał jest w załączniku.
unread-mail-without-subject = Przyszedł e-mail od { $sender }, którego nie udało się odczytać: { $reason }. Oryginał jest w załączniku.
unread-mail-without-sender = Przyszedł e-mail („{ $subject }”), którego nie udało się odczytać: { $reason }. Oryginał jest w załączniku.
unread-mail-without-sender-and-subject = Przyszedł e-mail, którego nie udało się odczytać: { $reason }. Oryginał jest w załączniku.
unread-oversize-mail = Przyszedł e-mail o rozmiarze { $size } od { $sender } („{ $subject }”). Nie widać go tutaj, bo jest większy niż { $limit }. Przeczytaj go w skrzynce, w programie pocztowym.
unread-oversize-mail-without-subject = Przyszedł e-mail o rozmiarze { $size } od { $sender }. Nie widać go tutaj, bo jest większy niż { $limit }. Przeczytaj go w skrzynce, w programie pocztowym.
unread-oversize-mail-without-sender = Przyszedł e-mail o rozmiarze { $size } („{ $subject }”). Nie widać go tutaj, bo jest większy niż { $limit }. Przeczytaj go w skrzynce, w programie pocztowym.
unread-oversize-mail-without-sender-and-subject = Przyszedł e-mail o rozmiarze { $size }. Nie widać go tutaj, bo jest większy niż { $limit }. Przeczytaj go w skrzynce, w programie pocztowym.
unread-reason-too-large = jest za duży
unread-reason-empty = jest pusty
unread-reason-time = odczyt trwał zbyt długo
unread-reason-memory = odczyt wymagał zbyt dużo pamięci
unread-reason-crash = program, który czyta pocztę, sobie z nim nie poradził
unread-reason-oversize = jest za duży
unread-reason-failed = coś się tu nie udało

## Invitations and contacts

calendar-title-invitation = Zaproszenie
calendar-title-changed = Zmienione zaproszenie
calendar-title-cancelled = Odwołane
calendar-title-reply = Odpowiedź na zaproszenie
calendar-title-counter = Propozycja innego terminu
calendar-title-published = Termin
calendar-title-task = Zadanie
calendar-label = { $name }:
calendar-when = Kiedy
calendar-where = Gdzie
calendar-join = Dołącz
calendar-organizer = Organizuje
calendar-attendees = Uczestnicy
calendar-repeats = Powtarzanie
calendar-comment = Komentarz
calendar-untitled = (bez tytułu)
calendar-all-day = cały dzień
calendar-before = wcześniej: { $value }
calendar-occurrence = tylko ten w dniu { $date }
calendar-added = nowe: { $names }
calendar-removed = już nie: { $names }
calendar-accepted = przyjęte
calendar-declined = odrzucone
calendar-tentative = wstępnie
calendar-delegated = przekazane
calendar-no-answer = jeszcze bez odpowiedzi
calendar-optional = opcjonalnie
calendar-and-more = i jeszcze { $count }
calendar-date = { $weekday }., { $day } { $month } { $year }
calendar-weekday-sunday = niedziela
calendar-weekday-monday = poniedziałek
calendar-weekday-tuesday = wtorek
calendar-weekday-wednesday = środa
calendar-weekday-thursday = czwartek
calendar-weekday-friday = piątek
calendar-weekday-saturday = sobota
calendar-weekday-short-sunday = niedz
calendar-weekday-short-monday = pon
calendar-weekday-short-tuesday = wt
calendar-weekday-short-wednesday = śr
calendar-weekday-short-thursday = czw
calendar-weekday-short-friday = pt
calendar-weekday-short-saturday = sob
calendar-month-january = stycznia
calendar-month-february = lutego
calendar-month-march = marca
calendar-month-april = kwietnia
calendar-month-may = maja
calendar-month-june = czerwca
calendar-month-july = lipca
calendar-month-august = sierpnia
calendar-month-september = września
calendar-month-october = października
calendar-month-november = listopada
calendar-month-december = grudnia
calendar-local-time = czas lokalny
calendar-every-second =
    { $interval ->
        [one] co sekundę
        [few] co { $interval } sekundy
       *[many] co { $interval } sekund
    }
calendar-every-minute =
    { $interval ->
        [one] co minutę
        [few] co { $interval } minuty
       *[many] co { $interval } minut
    }
calendar-every-hour =
    { $interval ->
        [one] co godzinę
        [few] co { $interval } godziny
       *[many] co { $interval } godzin
    }
calendar-every-day =
    { $interval ->
        [one] codziennie
        [few] co { $interval } dni
       *[many] co { $interval } dni
    }
calendar-every-week =
    { $interval ->
        [one] co tydzień
        [few] co { $interval } tygodnie
       *[many] co { $interval } tygodni
    }
calendar-every-month =
    { $interval ->
        [one] co miesiąc
        [few] co { $interval } miesiące
       *[many] co { $interval } miesięcy
    }
calendar-every-year =
    { $interval ->
        [one] co rok
        [few] co { $interval } lata
       *[many] co { $interval } lat
    }
calendar-on-weekdays = w dni: { $days }
calendar-weekday-nth = { $weekday } ({ $nth }. raz w miesiącu)
calendar-weekday-nth-last =
    { $nth ->
        [1] { $weekday } (ostatni raz w miesiącu)
       *[other] { $weekday } ({ $nth }. raz od końca miesiąca)
    }
calendar-and = { $items } i { $last }
calendar-on-month-days = { $days } miesiąca
calendar-month-day = { $day }. dnia
calendar-month-day-last =
    { $nth ->
        [1] ostatniego dnia
       *[other] { $nth }. dnia od końca
    }
calendar-in-months = w ciągu { $months }
calendar-times =
    { $count ->
        [1] raz
       *[other] { $count } razy
    }
calendar-until = do { $date }
calendar-own-time = czyli { $time }
calendar-except = z wyjątkiem: { $dates }
calendar-contact = Kontakt
calendar-contacts =
    { $count ->
        [one] { $count } kontakt
        [few] { $count } kontakty
       *[many] { $count } kontaktów
    }
calendar-outdated = Nowsza wersja tego zaproszenia już przyszła.

## Reports about mails of ours

report-action-failed = Nie doręczono: { $who }.
report-action-failed-without-who = Jednego e-maila nie doręczono.
report-action-delayed = Jeszcze nie doręczono: { $who }.
report-action-delayed-without-who = Jednego e-maila jeszcze nie doręczono.
report-action-delivered = Doręczono: { $who }.
report-action-delivered-without-who = Jeden e-mail doręczono.
report-action-relayed = E-mail do { $who } przekazano serwerowi, który nie podaje, czy go doręczy.
report-action-relayed-without-who = Jeden e-mail przekazano serwerowi, który nie podaje, czy go doręczy.
report-action-expanded = E-mail do { $who } doręczono i rozesłano do kilku osób.
report-action-expanded-without-who = Jeden e-mail doręczono i rozesłano do kilku osób.
report-reason-unknown-user = Taki adres nie istnieje.
report-reason-unknown-host = Taka domena (część po znaku @) nie istnieje.
report-reason-moved = Odbiorca ma teraz inny adres.
report-reason-no-mail-host = Ta domena nie przyjmuje poczty.
report-reason-mailbox-full = Skrzynka odbiorcy jest pełna.
report-reason-disabled = Skrzynka odbiorcy jest wyłączona.
report-reason-too-large = E-mail jest za duży dla serwera odbiorcy.
report-reason-spam = Serwer odbiorcy uznał e-mail za spam.
report-reason-authentication = Serwer odbiorcy nie wierzy, że e-mail pochodzi od nas. Kto prowadzi naszą pocztę, może sprawdzić SPF, DKIM i DMARC.
report-reason-policy = Reguły serwera odbiorcy na to nie pozwalają.
report-reason-loop = E-mail krążył w kółko.
report-reason-network = Serwer odbiorcy był nieosiągalny.
report-reason-expired = Nie udało się go doręczyć na czas.
report-reason-rate = Serwer odbiorcy przyjmuje tylko ograniczoną liczbę e-maili.
report-reason-refused = Serwer odbiorcy go odrzucił.
report-reason-other = { "" }
report-server-says = Serwer podaje: { $words }
report-about = Chodzi o e-mail „{ $subject }”.
report-goes-on-trying = Serwer sam próbuje dalej.
report-disposition-displayed = { $who }: otwarto „{ $subject }”.
report-disposition-displayed-without-subject = { $who }: otwarto e-mail.
report-disposition-deleted = { $who }: usunięto „{ $subject }”, być może bez czytania.
report-disposition-deleted-without-subject = { $who }: usunięto e-mail, być może bez czytania.
report-disposition-denied = Program pocztowy { $who } nie podaje, czy „{ $subject }” otwarto.
report-disposition-denied-without-subject = Program pocztowy { $who } nie podaje, czy e-mail otwarto.
report-disposition-failed = Program pocztowy { $who } nie poradził sobie z „{ $subject }”.
report-disposition-failed-without-subject = Program pocztowy { $who } nie poradził sobie z e-mailem.
report-disposition-processed = „{ $subject }” do { $who } obsłużył program.
report-disposition-processed-without-subject = E-mail do { $who } obsłużył program.
report-disposition-dispatched = „{ $subject }” do { $who } przekazano dalej.
report-disposition-dispatched-without-subject = E-mail do { $who } przekazano dalej.
report-automatic = Program pocztowy zrobił to sam.
report-feedback-abuse = { $who }: zgłoszono e-mail stąd jako spam.
report-feedback-fraud = { $who }: zgłoszono e-mail stąd jako oszustwo.
report-feedback-virus = W e-mailu stąd do { $who } znaleziono wirusa.
report-feedback-not-spam = { $who }: zgłoszono dostawcy, że e-mail stąd nie jest spamem.
report-feedback-auth-failure = E-mail do { $who }, który podaje tę domenę jako nadawcę, nie przeszedł tam sprawdzenia nadawcy.
report-feedback-other = { $who }: zgłoszono skargę na e-mail stąd.
report-as-it-came = Raport w oryginale

## What the bot says in a room by itself

room-nobody-to-mail = Nie wysłano: na zewnątrz nie ma nikogo, do kogo można to wysłać. Dodaj kogoś przez !mail to name@example.org i napisz to jeszcze raz.
room-only-banned-to-mail = Nie wysłano: wszyscy, którzy by to dostali, mają zakaz wstępu do tego pokoju ({ $people }). Aby mimo to do nich napisać, cofnij zakaz albo napisz !mail to +{ $address } i powtórz wiadomość.
room-taken-back = Cofnięto: nie zostanie wysłane.
room-edited-to-command = Cofnięto: nie zostanie wysłane. Polecenia też nie wykonano, bo edycja nie wykonuje żadnego. Aby je wykonać, napisz je w nowej wiadomości.
room-try-again-hint = Napisz „!mail retry”, aby spróbować ponownie.
room-no-text = (e-mail bez tekstu)
room-no-sender = E-mail bez nadawcy:
room-new-subject = Temat: { $subject }
room-from-mail-program = { $name } (z programu pocztowego):
room-shortened = … ucięto tutaj; cały e-mail jest w „{ $name }”.
room-original = oryginał
room-whole-mail = cały e-mail
room-file-too-large = Plik „{ $name }” ({ $size }) jest za duży dla serwera Matrix, dlatego go tu brakuje. Jest w e-mailu, w skrzynce.
room-file-left-out = Plik „{ $name }” ({ $size }) pominięto przy przenoszeniu tego e-maila.
room-import-space = Archiwum: { $name }
room-said-for-banned = { $name } ma zakaz wstępu do tego pokoju, dlatego pokazuję, co stamtąd przyszło:
room-said-for-kept-out = { $name } nie może pisać w tym pokoju, dlatego pokazuję, co stamtąd przyszło:
room-said-for-refused = Serwer Matrix nie przyjął tej części e-maila od { $name }, dlatego ją pokazuję:
room-said-for-mail-program = { $name } (z programu pocztowego):
puppet-edit-stays = To przyszło z programu pocztowego i wyszło w takiej postaci. Zmianę widać tylko w tym pokoju i nie jest wysyłana e-mailem; to, co ma dotrzeć do innych, napisz jako nową wiadomość.
puppet-refused = Serwer Matrix nie przyjmuje już Twojego tokenu, który mam, więc nie mówię już nim jako Ty: to, co piszesz w programie pocztowym, mówię za Ciebie, z Twoim imieniem. Osoba prowadząca Mailroom może wpisać nowy do konfiguracji (puppets.tokens).
room-without-words-mail = ⚠ Brakuje tu tego e-maila w całości albo w części: reguły serwera Matrix odrzucają jego słowa. Nic nie zginęło: e-mail jest w skrzynce, a „!mail source” w odpowiedzi na to go wydaje.
room-without-words-notice = ⚠ Reguły serwera Matrix odrzucają to, co tu chciałem powiedzieć.
room-without-words-line = ⚠ Rozmowa, której pierwsze słowa odrzucają reguły serwera Matrix:
room-login-refused = ⚠ Serwer poczty odrzuca logowanie do tej skrzynki ({ $protocol }), więc nowa poczta tu nie przychodzi. Nic nie ginie: czeka w skrzynce. Administrator musi poprawić hasło (lub oauth2) w konfiguracji. Mailroom sam próbuje ponownie, coraz rzadziej, przez około dobę; „!mail accounts retry” próbuje od razu.
room-login-ends = ⚠ Dostawca wpuszcza Mailroom do tej skrzynki do { $time }. Przedtem ktoś musi zalogować się ponownie: osoba prowadząca Mailroom, poleceniem „mailroom login { $account }”.
room-no-secret = ⚠ Brakuje hasła tej skrzynki albo nie da się go tu otworzyć, więc nie przychodzi nowa poczta. Nic nie ginie: czeka w skrzynce. „mailroom secret sealed” na maszynie powie, co jest nie tak; „mailroom ctl account change { $account } --password-file PLIK” podaje hasło na nowo.
room-not-invited-blocked = ⚠ { $user } nie przyjmuje zaproszeń, więc nie mogę ich wysyłać. Wszyscy inni są zapraszani jak dotąd. Kto jest w przestrzeni, może sam wejść do jej pokojów; aby znów dostawać zaproszenia, trzeba zezwolić na zaproszenia od { $bot }.
room-not-invited-refused = ⚠ Serwer Matrix nie pozwala mi zaprosić { $user } ({ $code }). Wszyscy inni są zapraszani jak dotąd. Dlaczego, wie ten, kto prowadzi serwer.
room-not-readable-subject = E-mail, którego nie udało się odczytać
room-moved-on = Ten pokój zastąpiono innym. Pisz dalej tam.
room-moved-on-not-mailed = Nie wysłano: ten pokój zastąpiono innym. Napisz to tam.
room-followed = Rozmowa toczy się dalej tutaj: to, co piszesz w tym pokoju, wychodzi jako e-mail.

## The rooms of an account

inbox-name = { $account } – Odebrane
inbox-lobby-name = { $account } – Moderacja
inbox-no-subject = (bez tematu)
inbox-only-files =
    { $count ->
        [one] jeden plik
        [few] { $count } pliki
       *[many] { $count } plików
    }
inbox-begun-by = { $name } (my)
inbox-again = { $name } (znowu)

## Which conversation a mail belongs to

thread-reason-report = jest raportem o naszym e-mailu z tej rozmowy
thread-reason-moved = odpowiada na e-mail, który ktoś tu przeniósł
thread-reason-own-id = odpowiada na e-mail wysłany z tej rozmowy
thread-reason-beside = odpowiada z rozmowy obok tej, a jego nadawca bierze udział tylko tutaj
thread-reason-same-id = ma ten sam numer (Message-ID) co e-mail z tej rozmowy, ale inną treść
thread-reason-token = wysłano go na adres, który nasze e-maile z tej rozmowy podają do odpowiedzi
thread-reason-in-reply-to = odpowiada na e-mail z tej rozmowy, a jego nadawca bierze w niej udział
thread-reason-references = odsyła do e-maila z tej rozmowy, a jego nadawca bierze w niej udział
thread-reason-alias = odpowiada na nasz e-mail pod numerem, który nadał mu serwer poczty
thread-reason-referenced-by = e-mail z tej rozmowy, który przyszedł wcześniej, odpowiada na ten
thread-reason-sibling = odpowiada na ten sam e-mail co inny tutaj; samego tamtego e-maila nie mamy
thread-reason-thread-index = Outlook zalicza go do tej samej rozmowy co e-mail z tego pokoju, a jego nadawca bierze w niej udział
thread-reason-list-room = przyszedł przez listę, dla której jest ten pokój
thread-reason-digest = wysłano go do wielu osób i nie wymaga odpowiedzi: takie e-maile mają wspólny pokój
thread-reason-no-references = na nic nie odpowiada, więc rozpoczął tę rozmowę
thread-reason-unknown-references = odpowiada tylko na e-maile, których to konto nie ma, więc rozpoczął tę rozmowę
thread-reason-changed-subject = odpowiada na inną rozmowę, ale z nowym tematem i bez cytowania, więc rozpoczął własną
thread-reason-not-a-participant = wymienia e-mail z innej rozmowy, w której jego nadawca nie bierze udziału, więc rozpoczął własną
thread-reason-own = napisano go w tym pokoju
thread-reason-answer = napisano go w tym pokoju jako odpowiedź
thread-why-other = nie udało się go odczytać w całości ({ $reason }), więc zdecydował sam nagłówek
thread-why-placed = { $user } umieszcza go tutaj
thread-why-belongs-same-organisation = wymienia e-mail z tej rozmowy; jego nadawca jeszcze nie brał w niej udziału, ale należy do tej samej organizacji co ktoś, kto bierze
thread-why-belongs-names-participants = wymienia e-mail z tej rozmowy; jego nadawca jeszcze nie brał w niej udziału, ale pisze do kogoś, kto bierze
thread-why-belongs-other = wymienia e-mail z tej rozmowy; jego nadawca jeszcze nie brał w niej udziału, ale jest zweryfikowany albo już tu pisał
thread-changed-subject-here = To odpowiedź na inną rozmowę, ale z nowym tematem, dlatego ma własny pokój. Tamta:
thread-changed-subject-there = Odpowiedź na tę rozmowę ma nowy temat, dlatego rozpoczęła własną rozmowę:
thread-stranger-here = To odsyła do innej rozmowy, w której nadawca nie bierze udziału, dlatego ma własny pokój. Tamta:
thread-stranger-there = Ktoś, kto nie bierze udziału w tej rozmowie, odsyła do niej w e-mailu. Tego e-maila nie widać tutaj, ma własny pokój:
thread-no-subject = (bez tematu)
thread-verified-now = Ten sam e-mail przyszedł jeszcze raz i tym razem jego nadawca jest zweryfikowany.
thread-came-directly = Ten sam e-mail przyszedł jeszcze raz, bezpośrednio od { $address }, i ten nadawca jest zweryfikowany.
thread-reply-to = Napisz to jako odpowiedź na wiadomość, o którą chodzi.
thread-no-mail = Ta wiadomość nie jest e-mailem z tej rozmowy.
thread-which-room = Napisz za poleceniem, który pokój: link do niego, jego adres albo identyfikator.
thread-no-room = To nie jest pokój rozmowy tego konta.
thread-same-room = To już jest ten pokój: niczego nie przeniesiono.
thread-nothing-here = W tej rozmowie nie ma żadnego e-maila.
thread-too-many = Niczego nie przeniesiono: e-maili byłoby { $count }, a naraz można przenieść najwyżej { $most }.
thread-first-stays = Od tej wiadomości zaczyna się rozmowa: nie ma czego oddzielać.
thread-moved-to =
    { $count ->
        [one] Jeden e-mail jest teraz w:
        [few] { $count } e-maile są teraz w:
       *[many] { $count } e-maili jest teraz w:
    }
thread-moved-away = Przeniesiono do:
thread-moved-here =
    { $count ->
        [one] { $user } przenosi tu jeden e-mail. Oryginał:
        [few] { $user } przenosi tu { $count } e-maile. Oryginały:
       *[many] { $user } przenosi tu { $count } e-maili. Oryginały:
    }
thread-original = wiadomość { $place }
thread-goes-on-there = Nie wysłano: ta rozmowa toczy się dalej w innym pokoju. Napisz to tam:
thread-answer-there = Nie wysłano: wiadomość, na którą to odpowiada, przeniesiono do innego pokoju. Odpowiedz tam:

## Who a mail is from

sender-not-verified = niezweryfikowany
sender-group-only = tak mówi tylko grupa
sender-failed = sprawdzenie nieudane
sender-not-their-name = podejrzana nazwa
sender-claims = ⚠ E-mail, który podaje się za wysłany przez { $claim }, ale nie przeszedł sprawdzenia nadawcy:
sender-suspected = ⚠ Podejrzany e-mail czeka na decyzję; do tego czasu nie widać go w jego rozmowie. Podaje się za wysłany przez { $claim }.
sender-suspected-reason-internal-claimed = To jeden z waszych własnych adresów i nic nie dowodzi, że e-mail stamtąd pochodzi.
sender-suspected-reason-dmarc-policy = Nie przeszedł sprawdzenia nadawcy, a właściciel tej domeny prosi, by takich e-maili nie przyjmować.
sender-suspected-subject = Temat: { $subject }
sender-suspected-how = Zareaguj ✅, aby pokazać go (z oznaczeniem) w jego rozmowie, albo ❌, aby go pominąć; lub odpowiedz !mail accept albo !mail refuse.
sender-accepted = Przyjęto: widać go w jego rozmowie, z oznaczeniem.
sender-refused = Odrzucono: nie będzie pokazany. Zostaje w skrzynce.
sender-suspected-reply-to = Napisz to jako odpowiedź na wiadomość o podejrzanym e-mailu.
sender-not-suspected = Za tą wiadomością nie czeka (już) żaden podejrzany e-mail.
sender-why-reply-to = Napisz to jako odpowiedź na wiadomość, o którą pytasz.
sender-why-unknown = Tej wiadomości nie odpowiada żaden e-mail.
sender-why-thread = W tej rozmowie, ponieważ: { $reason }
sender-why-sender = Nadawca: { $verdict }. Co zdecydowało: { $reason }.
sender-verdict-pass = zweryfikowany
sender-verdict-fail = sprawdzenie nieudane
sender-verdict-unchecked = niezweryfikowany
sender-reason-submission = zalogowanie na naszym własnym serwerze poczty, aby go wysłać
sender-reason-auth = nasz serwer poczty podaje, że nadawca był zalogowany
sender-reason-dmarc = reguły domeny nadawcy (DMARC)
sender-reason-dkim = podpis domeny (DKIM)
sender-reason-spf = serwer, z którego przyszedł (SPF)
sender-reason-arc = słowo zaufanego serwera, który go przekazał (ARC)
sender-reason-no-from = e-mail nie podaje nadawcy
sender-reason-several-from = e-mail podaje kilku nadawców
sender-reason-group = tylko grupa, przez którą przyszedł, mówi, kto go napisał
sender-reason-other-login = aby go wysłać, zalogował się ktoś inny
sender-reason-nothing-proven = nic nie dowodzi, kto go wysłał
sender-reason-no-results = nikt tego nie sprawdził
sender-reason-not-readable = e-maila nie udało się odczytać
sender-why-ours = Nadawca: ktoś od nas, sprawdzenie niepotrzebne.
sender-why-marked = Oznaczono, ponieważ: { $marks }.
sender-mark-failed = nie przeszedł sprawdzenia
sender-mark-other-login = aby go wysłać, zalogował się ktoś inny
sender-mark-no-from = nie podaje nadawcy
sender-mark-several-from = podaje kilku nadawców
sender-mark-group = jego nadawcą jest grupa, a nie osoba
sender-mark-unchecked = jego nadawca nie jest zweryfikowany
sender-mark-group-only = tylko grupa mówi, kto go napisał
sender-mark-newcomer = jego nadawca jest nowy w tej rozmowie
sender-mark-imitates = nazwa jest nazwą kogoś od was albo jednego z waszych kont
sender-mark-address-in-name = nazwa jest innym adresem
sender-mark-turned-name = nazwa zawiera znaki, które odwracają kierunek pisma
sender-mark-mixed-scripts = nazwa miesza litery kilku alfabetów
sender-why-by = · { $said } (podaje { $by })

## Who may take part by mail

admission-mark = nowy tutaj
admission-joined = ⚠ { $person } pisze tu po raz pierwszy, w odpowiedzi na e-mail wysłany do kogoś innego.
admission-joined-how = Zareaguj ✅, aby ta osoba brała udział, albo ❌, aby w tym pokoju nie pokazywać więcej jej poczty; lub odpowiedz !mail allow albo !mail block. Do tego czasu nie dostaje odpowiedzi, chyba że odpowiesz na jej wiadomość.
admission-colleague-joined = { $person } pisze tu po raz pierwszy. Nadawca jest zweryfikowany i z tej samej organizacji ({ $domain }) co ktoś, kto bierze udział.
admission-colleague-joined-how = Ta osoba nie dostaje odpowiedzi, dopóki nie napiszesz do niej ty albo ktoś, kto bierze udział, lub nie zareagujesz ✅. Odpowiedź na jej wiadomość do niej dotrze; po ❌ w tym pokoju nie widać więcej jej poczty.
admission-welcomed = { $address } od teraz bierze udział.
admission-refused = Poczty od { $address } nie widać już w tym pokoju.
admission-whom = Napisz, kogo: !mail block bob@example.org, albo domenę, albo odpowiedz na wiadomość tej osoby.
admission-no-pattern = „{ $text }” nie jest ani adresem, ani domeną (* oznacza cokolwiek).
admission-blocked = Zablokowano w całym koncie: { $pattern }. Takie e-maile nie są pokazywane; zostają w skrzynce.
admission-blocked-here = Zablokowano w tym pokoju: { $pattern }. Takie e-maile nie są pokazywane; zostają w skrzynce.
admission-allowed = Dopuszczono w całym koncie: { $pattern }. Takie osoby biorą udział bez pytania, jeśli są zweryfikowane.
admission-allowed-here = Dopuszczono w tym pokoju: { $pattern }. Takie osoby biorą udział bez pytania, jeśli są zweryfikowane.
admission-dropped = Nie ma już reguły dla { $pattern }.
admission-not-there = Nie ma tu reguły dla { $pattern }.
admission-no-rules = Nie ma reguł, kto może brać udział.
admission-rules = Reguły, kto może brać udział:
admission-rule-allow = ✅ { $pattern }
admission-rule-block = ⛔ { $pattern }
admission-of-room = w tym pokoju
admission-of-config = z konfiguracji
admission-more = … i jeszcze { $count }
admission-not-shown =
    { $days ->
        [one] E-maile niepokazane w ciągu ostatniego dnia: { $count }
        [few] E-maile niepokazane w ciągu ostatnich { $days } dni: { $count }
       *[many] E-maile niepokazane w ciągu ostatnich { $days } dni: { $count }
    }
admission-not-shown-why-blocked = zablokowane przez { $detail }
admission-not-shown-why-refused = od osób odrzuconych w pokoju
admission-not-shown-why-newcomer = od kogoś nowego w rozmowie
admission-not-shown-why-lists-ignored = z list mailingowych
admission-not-shown-why-bulk-ignored = biuletyny i inna poczta do wielu osób
admission-open = Ten pokój jest otwarty: kto odpowie na jeden z jego e-maili i jest zweryfikowany, bierze udział.
admission-asked = Ten pokój nie jest otwarty: czy poczta kogoś nowego jest pokazywana, czy odrzucana, ustala się dla całego konta.
admission-only-in-thread = Tego można użyć tylko w pokoju rozmowy.
admission-refusal-subject = Nie doręczono: { $subject }
admission-refusal-subject-without-subject = Państwa wiadomości nie doręczono
admission-refusal-undelivered = Państwa wiadomości do { $account } nie doręczono osobom, które stoją za tym adresem: nie biorą Państwo udziału w tej rozmowie albo poczta od Państwa nie jest tam przyjmowana.
admission-refusal-other-way = Jeśli ta wiadomość powinna zostać przeczytana, prosimy napisać w inny sposób.
admission-refusal-program = To zawiadomienie napisał program. Prosimy na nie nie odpowiadać.
admission-automatic = Automatyczny e-mail od { $person }:
admission-digest = Biuletyny
admission-reply-to-answer = Nie wysłano: do tego pokoju przychodzi poczta od wielu nadawców i nie wiadomo, kto ma to dostać. Napisz to jako odpowiedź na wiadomość, na którą chcesz odpowiedzieć.
overflow-room = Czekające e-maile
overflow-mail = E-mail od { $from } czeka tutaj i jeszcze go nie widać: w ciągu godziny przyszło z zewnątrz zbyt dużo nowej poczty.
overflow-how = Zareaguj ✅, aby go wpuścić, albo ❌, aby go pominąć (zostaje w skrzynce). !mail overflow let-in wpuszcza wszystkie.
overflow-how-all = !mail overflow let-in wpuszcza wszystkie, !mail overflow discard pomija wszystkie. Napisane jako odpowiedź na jeden z nich, dotyczy tylko tego jednego.
overflow-waiting =
    { $count ->
        [one] Jeden e-mail czeka na wpuszczenie.
        [few] { $count } e-maile czekają na wpuszczenie.
       *[many] { $count } e-maili czeka na wpuszczenie.
    }
overflow-none = Żaden e-mail nie czeka na wpuszczenie.
overflow-not-there = Za tą wiadomością nie czeka (już) żaden e-mail.
overflow-let-in =
    { $count ->
        [one] Wpuszczono go.
        [few] Wpuszczono { $count } e-maile.
       *[many] Wpuszczono { $count } e-maili.
    }
overflow-discarded =
    { $count ->
        [one] Nie będzie pokazany; zostaje w skrzynce.
        [few] { $count } e-maile nie będą pokazane; zostają w skrzynce.
       *[many] { $count } e-maili nie będzie pokazanych; zostają w skrzynce.
    }

old-mail-waits =
    { $count ->
        [one] Jeden e-mail w skrzynce jest starszy niż to konto i czeka.
        [few] { $count } e-maile w skrzynce są starsze niż to konto i czekają. Prawdopodobnie ktoś je tam skopiował albo przeniósł.
       *[many] { $count } e-maili w skrzynce jest starszych niż to konto i czeka. Prawdopodobnie ktoś je tam skopiował albo przeniósł.
    }
old-mail-between = Skrzynka dostała je między { $from } a { $to }.
old-mail-of = Skrzynka dostała je w dniu { $day }.
old-mail-how = Zareaguj ✅, aby pokazać je po cichu: każda rozmowa dostaje swój pokój, nikt nie jest zapraszany ani zawiadamiany. ❌ zostawia je w skrzynce, bez pokazywania.
old-mail-how-else = !mail old as-new traktuje je jak pocztę, która właśnie przyszła, z zaproszeniami i wierszami w pokoju „Odebrane”.
old-mail-answers = Czekają, aż ktoś zdecyduje. Kto odpowie na jeden z nich, przyprowadza jego rozmowę.
old-mail-over = Nie czeka tu już żadna stara poczta.
old-mail-none = Nie czeka żadna stara poczta.
old-mail-quietly =
    { $count ->
        [one] E-mail jest pokazywany po cichu.
        [few] { $count } e-maile są pokazywane po cichu, najpierw najstarsze. Ich pokoje są w przestrzeni.
       *[many] { $count } e-maili jest pokazywanych po cichu, najpierw najstarsze. Ich pokoje są w przestrzeni.
    }
old-mail-as-new =
    { $count ->
        [one] E-mail wchodzi jako nowy.
        [few] { $count } e-maile wchodzą jako nowe.
       *[many] { $count } e-maili wchodzi jako nowe.
    }
old-mail-left =
    { $count ->
        [one] E-mail nie będzie pokazany; zostaje w skrzynce.
        [few] { $count } e-maile nie będą pokazane; zostają w skrzynce.
       *[many] { $count } e-maili nie będzie pokazanych; zostają w skrzynce.
    }
old-mail-left-before =
    { $count ->
        [one] Wcześniej zostawiono w skrzynce jeden stary e-mail.
        [few] Wcześniej zostawiono w skrzynce { $count } stare e-maile.
       *[many] Wcześniej zostawiono w skrzynce { $count } starych e-maili.
    }
old-mail-decided =
    { $count ->
        [one] Zdecydowano o jednym e-mailu.
        [few] Zdecydowano o { $count } e-mailach.
       *[many] Zdecydowano o { $count } e-mailach.
    }

## Who gets the mails of a conversation

recipients-why-sender-only = tylko do { $address }, zgodnie z życzeniem
recipients-why-chosen = tak ustalono w tym pokoju; zmieniają to !mail to, !mail cc i !mail bcc
recipients-bcc = Ukryta kopia (nikt inny jej nie widzi)
recipients-first-time =
    { $seconds ->
        [one] Pierwszy e-mail stąd do { $people }. Wyjdzie za { $seconds } sekundę; do tego czasu zatrzyma go ❌ przy twojej wiadomości.
        [few] Pierwszy e-mail stąd do { $people }. Wyjdzie za { $seconds } sekundy; do tego czasu zatrzyma go ❌ przy twojej wiadomości.
       *[many] Pierwszy e-mail stąd do { $people }. Wyjdzie za { $seconds } sekund; do tego czasu zatrzyma go ❌ przy twojej wiadomości.
    }
recipients-kept-inside = Nie wysłano: to, co napisano w wątku notatki, zostaje w tym pokoju. Aby to wysłać, napisz poza tym wątkiem.
recipients-notice-answered = Nie wysłano: odpowiedź na moją wiadomość zostaje w tym pokoju. Aby to wysłać, napisz osobną wiadomość albo odpowiedz na e-mail.
recipients-like-command = Nie wysłano, bo zaczyna się jak polecenie dla mnie.
recipients-mail-it-all = Aby wysłać to bez zmian, napisz przed tym !reply.
recipients-none = nikt
recipients-not-verified = Uwaga: nie jest zweryfikowane, kto wysłał e-mail, na który odpowiadasz.
recipients-left-out = Pominięto, bo poczta wysłana tam wróciła: { $people }. !mail unpause ADRES znów tam wysyła.
recipients-nobody-left = Obecnie nikt nie dostałby odpowiedzi.
recipients-will-quote = Następny e-mail cytuje dotychczasową rozmowę, aby mogły ją śledzić te osoby: { $people }.
recipients-ghost-added = { $person } dostaje kopię każdego e-maila od twojej następnej wiadomości; pierwszy cytuje dotychczasową rozmowę. Aby to zakończyć, usuń tę osobę z pokoju.
recipients-ghost-added-known = { $person } dostaje kopię każdego e-maila od twojej następnej wiadomości. Aby to zakończyć, usuń tę osobę z pokoju.
recipients-ghost-dropped = { $address } nie dostaje już e-maili z tej rozmowy, dopóki znowu nie napisze. Aby dodać tę osobę wcześniej, zaproś ją albo napisz !mail cc +{ $address }
recipients-ghost-banned = { $address } ma zakaz wstępu do tego pokoju. Nie dostaje już e-maili z tej rozmowy, nawet gdy znowu napisze; nic z tego nie ginie: pokazuję to tutaj zamiast tej osoby.
recipients-ghost-banned-how = Aby znowu tam wysyłać, cofnij zakaz albo napisz !mail to +{ $address }. Aby nie widzieć więcej poczty stamtąd, napisz !mail block { $address }
recipients-ghost-unbanned = { $address } nie ma już zakazu wstępu do tego pokoju i znowu dostaje e-maile z tej rozmowy.
recipients-ghost-not-added = Nie dodano { $address }: to adres tego konta albo niczyj.
recipients-unreadable = „{ $what }” nie jest adresem e-mail. Używa się tego tak: !mail cc +bob@example.org -carol@example.org
recipients-own-address = Pominięto { $address }: to adres tego konta.
recipients-from = E-maile z tej rozmowy wychodzą z adresu { $address }.
recipients-not-own = { $address } nie jest adresem tego konta. Ma ono: { $own }
recipients-subject = Temat: { $subject }
recipients-subject-set = Od następnego e-maila temat brzmi: { $subject }. Niektóre programy pocztowe pokażą to jako inną rozmowę.
recipients-sender-only = Od następnej wiadomości odpowiedź dostaje tylko nadawca e-maila, na który odpowiadasz. !mail reply-to-sender off to kończy.
recipients-to-all-again = Od następnej wiadomości odpowiedzi znów idą do wszystkich.
recipients-quoted-thread = Dotychczasowa rozmowa:

## New conversations

compose-ask-account = Z którego konta to wysłać? Napisz jedno z: { $accounts }.
compose-ask-to = Do kogo? Napisz jeden lub kilka adresów e-mail.
compose-ask-subject = Jaki ma być temat? Napisz -, jeśli żaden.
compose-cancel-hint = { $command } przerywa.
compose-not-understood = Nie rozumiem.
compose-cancelled = Dobrze: nie rozpoczęto żadnej rozmowy.
compose-nothing-to-cancel = Nie ma tu nic do przerwania.
compose-begun = Rozmowa z { $people } zaczyna się we własnym pokoju:
compose-room = pokój
compose-welcome = Nowa rozmowa: to, co tu piszesz, wychodzi jako e-mail od { $from } do { $people }.
compose-subject = Temat: { $subject }
compose-subject-from-words = Tematem będą pierwsze słowa twojej pierwszej wiadomości, chyba że wcześniej ustalisz inny: !mail subject …
compose-first-is-mail = Twoja pierwsza wiadomość to pierwszy e-mail. !mail to, !mail cc i !mail bcc zmieniają, kto go dostanie.
compose-wrote = { $name } pisze:
compose-ask-account-here = Na razie nic nie jest wysyłane: z którego konta to wysłać? Napisz jedno z: { $accounts }
compose-may-not = Nie możesz tu rozpoczynać rozmów e-mailem. Zapytaj kogoś z zespołu konta pocztowego albo administratorów tego serwera.
compose-encrypted = Niczego nie wysłano: ten pokój jest zaszyfrowany i nie mogę go czytać. Utwórz pokój bez szyfrowania.

forward-to-whom = Do kogo? Dopisz adres: !mail forward bob@example.org Czy wiadomo, co to jest?
forward-own-address = { $address } to adres tego konta: niczego nie przekazano.
forward-takes-part = { $address } bierze udział w tej rozmowie: napisz tutaj to, co ma tam trafić. Niczego nie przekazano.
forward-unreadable = Tego e-maila nie da się tu odczytać, więc nie można go przekazać.
forward-begun = { $name } przekazuje ten e-mail dalej. Adresaci: { $people }. Odpowiedzi trafią do osobnego pokoju i nikt z tej rozmowy ich nie dostanie. ❌ na tej wiadomości zatrzymuje e-mail, dopóki nie wyszedł:
forward-aside = Zapytano na boku innej rozmowy, której uczestnicy nic stąd nie dostają:
forward-wrote = { $name } przekazuje e-mail:
forward-not-verified = Uwaga: nie jest zweryfikowane, kto wysłał przekazywany tu e-mail.
forward-shown-shortened = [Tu skrócono; e-mail wychodzi w całości.]
forward-files = Pliki: { $names }
forward-stopped = Wycofano: e-mail nie zostanie przekazany.
forward-too-late = Za późno: e-mail został już przekazany.
forward-apart-first = W tym e-mailu są też: { $people }. Należą do rozmowy, obok której ta się zaczęła; tutaj są pomijani i nie dostają stąd odpowiedzi:
forward-apart-asked = W tym e-mailu są też: { $people }. Zapytano ich tylko na boku i nie dostają stąd odpowiedzi, chyba że wymieni ich !mail cc:
forward-not-here = Nie można dodać: { $people }. To ktoś z rozmowy, obok której ta się zaczęła, i nie ma widzieć tego, co się tu pisze. Napisz tam.
forward-stays-apart = Jedna z tych rozmów zaczęła się obok drugiej: pozostają osobno, aby nikt z jednej nie czytał drugiej. Niczego nie przeniesiono.
forward-answered = { $name } odpowiada na boku. Aby odpisać, przejdź do pokoju tamtej rozmowy:

## In mails that leave

outgoing-some-message = (wiadomość na czacie)
outgoing-some-room = (pokój czatu)
outgoing-spoiler-label = [ukryte: { $reason }]
outgoing-spoiler-label-without-reason = [ukryte, zaznacz, aby przeczytać]
outgoing-wrote = { $name } pisze:
outgoing-wrote-at = W dniu { $day }.{ $month }.{ $year } o { $time } { $name } pisze:
outgoing-attached = W załączniku: { $name } ({ $size })
outgoing-attached-without-size = W załączniku: { $name }
outgoing-voice-message-file = Wiadomość głosowa
outgoing-voice-message = Wiadomość głosowa ({ $duration }), w załączniku
outgoing-voice-message-without-duration = Wiadomość głosowa, w załączniku
outgoing-audio = Nagranie: { $name } ({ $duration }), w załączniku
outgoing-audio-without-duration = Nagranie: { $name }, w załączniku
outgoing-video = Wideo: { $name } ({ $duration }), w załączniku
outgoing-video-without-duration = Wideo: { $name }, w załączniku
outgoing-sticker = [naklejka: { $name }]
outgoing-location = Lokalizacja: { $description }
outgoing-location-without-description = Lokalizacja:
outgoing-poll = Ankieta: { $question }
outgoing-poll-hint =
    { $choices ->
        [one] W odpowiedzi prosimy podać numer wybranej odpowiedzi.
        [few] W odpowiedzi prosimy podać numery wybranych odpowiedzi, najwyżej { $choices }.
       *[many] W odpowiedzi prosimy podać numery wybranych odpowiedzi, najwyżej { $choices }.
    }

outgoing-forwarded-by = Wiadomość przekazana dalej przez: { $name }
outgoing-forwarded-from = Od: { $people }
outgoing-forwarded-date = Data: { $day }.{ $month }.{ $year } { $time }
outgoing-forwarded-subject = Temat: { $subject }
outgoing-forwarded-to = Do: { $people }
outgoing-forwarded-cc = DW: { $people }
outgoing-forwarded-not-verified = Nie jest zweryfikowane, kto wysłał tę wiadomość.
outgoing-forwarded-encrypted = Ta wiadomość jest zaszyfrowana. Jest w załączniku bez zmian; odczyta ją program pocztowy, który ma klucz.
outgoing-forwarded-too-long = Ta wiadomość jest za długa, aby stała tu w całości; jest w załączniku bez zmian.

## W tym, co dostają goście
## E-maile do osób, które biorą udział w pokoju tylko przez e-mail.

guests-mail-left =
  { $count ->
    [one] { $count } dalszej wiadomości nie ma w tym e-mailu. Jest w pokoju:
    [few] { $count } dalszych wiadomości nie ma w tym e-mailu. Są w pokoju:
    [many] { $count } dalszych wiadomości nie ma w tym e-mailu. Są w pokoju:
   *[other] { $count } dalszej wiadomości nie ma w tym e-mailu. Są w pokoju:
  }
guests-mail-in-room = W pokoju
guests-mail-thread = W wątku „{ $words }”
guests-mail-file-there = w pokoju
guests-mail-why = Biorą Państwo udział w „{ $room }” przez e-mail: co Państwo odpowiedzą, będzie tam powiedziane.
guests-mail-choices = Jak często mamy pisać? Proszę odpowiedzieć jednym z tych słów, samym w pierwszym wierszu: { $now }, { $hourly }, { $daily } lub { $pause }. Aby nie dostawać nic więcej, proszę odpowiedzieć STOP.
guests-word-now = teraz
guests-word-hourly = co godzinę
guests-word-daily = codziennie
guests-word-pause = pauza
guests-chosen-subject = Jak często przychodzą e-maile
guests-chosen-now = Od teraz przychodzi to, co powiedziano, po przerwie w rozmowie, a od razu to, w czym jest wzmianka o Państwu.
guests-chosen-hourly = Od teraz przychodzi najwyżej jeden e-mail na godzinę, a od razu to, w czym jest wzmianka o Państwu.
guests-chosen-daily = Od teraz przychodzi jeden e-mail dziennie, a od razu to, w czym jest wzmianka o Państwu.
guests-chosen-pause = Na razie nic nie przychodzi, z żadnego pokoju. Aby znów dostawać e-maile, proszę odpowiedzieć: { $now }

## How far mails of ours came

delivery-mail-of = E-mail z { $time }, { $author }:
delivery-standing-waiting = czeka na wysłanie
delivery-standing-held = można jeszcze zmienić
delivery-standing-deferred = serwer poczty jeszcze go nie przyjmuje; kolejne próby nastąpią same
delivery-standing-accepted = przekazano serwerowi poczty
delivery-standing-refused = odrzucono
delivery-standing-paused = nie wysłano, adres jest wstrzymany
delivery-standing-delayed = opóźnienie, serwer odbiorcy próbuje dalej
delivery-standing-bounced = nie doręczono
delivery-standing-delivered = doręczono
delivery-standing-relayed = przekazano serwerowi, który nie podaje, czy doręczy
delivery-standing-expanded = doręczono i rozesłano do kilku osób
delivery-standing-read = otwarto
delivery-standing-unknown = może wysłano, może nie: pod koniec zerwało się połączenie
delivery-claimed = raport, który mógł napisać każdy, podaje: { $standing }
delivery-status-reply-unknown = Tej wiadomości nie odpowiada żaden nasz e-mail.
delivery-not-handed = Jeszcze nie wysłano do { $address }: nasz własny serwer poczty nie może go teraz przyjąć. Mailroom sam spróbuje ponownie. ({ $words })
delivery-passed = Późniejsza wiadomość z tej rozmowy wychodzi teraz przed tą: tej serwer poczty jeszcze nie przyjął. Mailroom sam spróbuje ponownie.
delivery-unseen = To jeszcze nie zostało wysłane: serwer Matrix nie pozwala mi teraz odczytać tego pokoju, więc nie widzę, czy zostało to zmienione lub usunięte. Próbuję dalej; wiadomość zostanie wysłana, gdy tylko to sprawdzę.
delivery-unproven = Nic nie dowodzi, że ten raport pochodzi od serwera poczty: mógł go napisać każdy, kto ma ten e-mail. Dlatego niczego nie zmienił.
delivery-paused-now = Do { $address } nic więcej nie jest wysyłane, dopóki ktoś nie napisze !mail unpause { $address }
delivery-paused-since = Od { $date } nic nie jest wysyłane do { $address }: { $why } !mail unpause { $address } próbuje znowu.
delivery-paused-since-without-why = Od { $date } nic nie jest wysyłane do { $address }. !mail unpause { $address } próbuje znowu.
delivery-left-out = { $address } nie dostaje tego e-maila ani następnych stąd: od { $date } nic tam nie jest wysyłane. { $why } Jeśli adres jest znów dobry, !mail unpause { $address } wysyła tam to, co tu wstrzymano, i następne e-maile.
delivery-left-out-without-why = { $address } nie dostaje tego e-maila ani następnych stąd: od { $date } nic tam nie jest wysyłane. Jeśli adres jest znów dobry, !mail unpause { $address } wysyła tam to, co tu wstrzymano, i następne e-maile.
delivery-others-get-it = Pozostali dostają ten e-mail; ✔️ przy nim dotyczy ich. Mówię to w tym pokoju tylko raz.
delivery-nobody-left = Nikt więc nie dostaje tej wiadomości: nie została wysłana. Wyjdzie po tym poleceniu. Aby napisać na inny adres, ustal go przez !mail to ADRES i napisz to jeszcze raz.
delivery-unpaused =
    { $mails ->
        [0] Poczta do { $address } znów jest wysyłana.
        [one] Poczta do { $address } znów jest wysyłana. Teraz wychodzi jeden e-mail, który na to czekał.
        [few] Poczta do { $address } znów jest wysyłana. Teraz wychodzą { $mails } e-maile, które na to czekały.
       *[many] Poczta do { $address } znów jest wysyłana. Teraz wychodzi { $mails } e-maili, które na to czekały.
    }
delivery-not-paused = Nie trzeba nic robić: poczta do { $address } jest wysyłana jak zawsze.
delivery-no-address = To nie jest adres e-mail. Używa się tego tak: !mail unpause bob@example.org

## Machines that answer each other, and too much mail

brakes-stopped = Zatrzymano: tego nie wysłano. { $why }
brakes-why-came-back = E-mail, na który to odpowiada, przeszedł już przez tę skrzynkę.
brakes-why-repeated = Odpowiada na e-mail w ciągu minuty, a te same słowa wróciły kilka razy.
brakes-why-rate = Odpowiada w ciągu minuty na e-mail, który wydaje się odpowiadać nam, tak jak kilka wcześniejszych odpowiedzi; tak bywa, gdy dwa automaty odpowiadają sobie nawzajem.
brakes-why-first = Odpowiada w ciągu dziesięciu sekund na e-mail, który zaczyna rozmowę, tak jak kilka wcześniejszych odpowiedzi do tego samego nadawcy, a wkrótce po każdej przyszedł nowy e-mail; tak bywa, gdy dwa automaty odpowiadają sobie nawzajem.
brakes-why-stopped = W tej rozmowie zatrzymano już odpowiedź, więc kolejne, które przyjdą w ciągu minuty, też są zatrzymywane.
brakes-why-received = E-mail, na który to odpowiada, przeszedł przez zbyt wiele serwerów.
brakes-why-steady = Ta rozmowa miała w ciągu godziny albo dnia więcej odpowiedzi, niż piszą ludzie.
brakes-stopped-how = Napisał to człowiek? Reakcja ✅ na tę wiadomość (albo !mail brake reset) wysyła to razem z tym, co czeka; ❌ odrzuca.
brakes-slow-passes = Odpowiedzi, które przychodzą po ponad minucie, są wysyłane jak zawsze.
brakes-released =
    { $count ->
        [0] Zwolniono; nic nie czekało.
        [one] Zwolniono: wychodzi jeden e-mail.
        [few] Zwolniono: wychodzą { $count } e-maile.
       *[many] Zwolniono: wychodzi { $count } e-maili.
    }
brakes-cancelled =
    { $count ->
        [one] Odrzucono: jeden e-mail nie wyjdzie.
        [few] Odrzucono: { $count } e-maile nie wyjdą.
       *[many] Odrzucono: { $count } e-maili nie wyjdzie.
    }
brakes-none = Nic nie jest tu zatrzymane.
brakes-thread =
    { $mails ->
        [one] Zatrzymano od { $since }: „{ $subject }”, czeka jeden e-mail
        [few] Zatrzymano od { $since }: „{ $subject }”, czekają { $mails } e-maile
       *[many] Zatrzymano od { $since }: „{ $subject }”, czeka { $mails } e-maili
    }
brakes-reset-how = Napisz !mail brake reset w pokoju rozmowy, aby je wysłać.
brakes-tripped-volume =
    { $count ->
        [one] ⚠ Cała poczta wychodząca jest zatrzymana: { $count } e-mail w ciągu dziesięciu minut to więcej, niż ludzie tu piszą.
        [few] ⚠ Cała poczta wychodząca jest zatrzymana: { $count } e-maile w ciągu dziesięciu minut to więcej, niż ludzie tu piszą.
       *[many] ⚠ Cała poczta wychodząca jest zatrzymana: { $count } e-maili w ciągu dziesięciu minut to więcej, niż ludzie tu piszą.
    }
brakes-tripped-refusals =
    { $count ->
        [one] ⚠ Cała poczta wychodząca jest zatrzymana: w ciągu dziesięciu minut odrzucono { $count } e-mail, większość wysłanych.
        [few] ⚠ Cała poczta wychodząca jest zatrzymana: w ciągu dziesięciu minut odrzucono { $count } e-maile, większość wysłanych.
       *[many] ⚠ Cała poczta wychodząca jest zatrzymana: w ciągu dziesięciu minut odrzucono { $count } e-maili, większość wysłanych.
    }
brakes-tripped-how = Nic nie ginie: e-maile czekają. Sprawdź, co tyle wysyła, i napisz potem !mail breaker reset (albo uruchom „mailroom breaker reset”); wtedy wyjdą.
brakes-open = Cała poczta wychodząca jest zatrzymana od { $since }; czekające e-maile: { $waiting }.
brakes-closed = Poczta wychodząca nie jest zatrzymana; e-maile w ciągu ostatnich dziesięciu minut: { $sent }.
brakes-reset = Poczta wychodząca nie jest już zatrzymana (decyzja: { $by }); e-maile, które czekały i teraz wychodzą: { $waiting }.
brakes-not-open = Poczta wychodząca nie jest zatrzymana.

## The work of a team on its conversations

helpdesk-span-minute =
    { $count ->
        [one] { $count } minuty
        [few] { $count } minut
       *[many] { $count } minut
    }
helpdesk-span-hour =
    { $count ->
        [one] { $count } godziny
        [few] { $count } godzin
       *[many] { $count } godzin
    }
helpdesk-span-day =
    { $count ->
        [one] { $count } dnia
        [few] { $count } dni
       *[many] { $count } dni
    }
helpdesk-claimed = Teraz to ty zajmujesz się tą rozmową.
helpdesk-had-by = Tą rozmową zajmuje się { $name }. Aby dać ją komuś innemu, napisz !mail assign i jego nazwę.
helpdesk-had-by-invited = Tą rozmową zajmuje się { $name }, a ty masz zaproszenie do jej pokoju. Aby dać ją komuś innemu, napisz !mail assign i jego nazwę.
helpdesk-had-already = Już zajmujesz się tą rozmową.
helpdesk-unclaimed = Tą rozmową nikt się teraz nie zajmuje. Bierze ją !mail claim albo reakcja 👀.
helpdesk-gave-back = { $name } nie jest już w pokoju. Tą rozmową nikt się teraz nie zajmuje.
helpdesk-declined = { $name } nie przyjmuje zaproszenia. Tą rozmową nikt się teraz nie zajmuje.
entry-crowded = W ciągu jednego dnia przyszło nowych rozmów więcej niż { $count }. Od teraz nikt nie jest zapraszany do każdego nowego pokoju.
entry-crowded-how = Pokój „Odebrane” ma wiersz dla każdej. 👀 przy wierszu albo !mail claim z jego linkiem bierze rozmowę i zaprasza cię do jej pokoju. Gdy jest zamknięta, opuszczasz pokój; w każdej chwili możesz wrócić przez przestrzeń albo przez 👀 przy jej wierszu.
entry-crowded-back = invite: everyone w konfiguracji przywraca zaproszenia.
entry-done = Ta rozmowa jest zamknięta. Możesz wrócić przez przestrzeń.
entry-claim-which = Która rozmowa? Odpowiedz na jej wiersz w pokoju „Odebrane” przez !mail claim albo podaj link do jej pokoju: !mail claim LINK.
helpdesk-nobody-has-it = Nie trzeba nic robić: tą rozmową nikt się nie zajmował.
helpdesk-assigned = Tą rozmową zajmuje się teraz { $name }.
helpdesk-assigned-to-you = { $by } przekazuje ci tę rozmowę.
helpdesk-not-found = Nikt w zespole nie nazywa się „{ $text }” albo nazywa się tak kilka osób. Napisz pełną nazwę Matrix, na przykład @nazwa:serwer.
helpdesk-claim-lapsed = Odpowiedź nie wyszła na czas ({ $name }), więc tą rozmową nikt się teraz nie zajmuje. Bierze ją !mail claim albo reakcja 👀.
helpdesk-is-answering = { $name } właśnie tu odpowiada.
helpdesk-has-it = Tą rozmową zajmuje się { $name }.
helpdesk-still-goes = Twoja odpowiedź i tak wyjdzie; zatrzyma ją ❌ przy niej.
helpdesk-came-meanwhile = Zanim to wysłano, przyszedł nowy e-mail od { $from }. Twoja wiadomość i tak wyjdzie, trochę później; zatrzyma ją ❌ przy niej.
helpdesk-same-by-you = Przed chwilą było od ciebie to samo.
helpdesk-same-by = { $name } pisze właśnie to samo.
helpdesk-same-how = Drugi raz wyjdzie tylko, jeśli chcesz: zareaguj ✅, aby mimo to wysłać, albo ❌, aby zostawić.
helpdesk-to-colleague = Zaczyna się od imienia kogoś z zespołu, więc nie zostało wysłane. Czy jest dla osób na zewnątrz? Zareaguj ✅, aby to wysłać (bez imienia); po ❌ albo bez odpowiedzi zostaje w tym pokoju. „!note …” i „!reply …” mówią to z góry.
helpdesk-same-dropped = Nie wysłano: zostaje w tym pokoju.
helpdesk-mailed-already = Za późno: już wysłano i nie da się cofnąć. Aby to poprawić, odpowiedz na tę wiadomość; twoja odpowiedź pójdzie do tych samych osób.
helpdesk-mailed-under-way = Za późno: tego nie można już zmienić ani cofnąć. List jest napisany, choć serwer poczty nie przyjął go jeszcze dla wszystkich; kolejna próba nastąpi. Aby go sprostować, odpowiedz na tę wiadomość; odpowiedź trafi do tych samych osób.
helpdesk-done = Zamknięto. Pokój znika z listy otwartych rozmów; nowy e-mail przywraca go.
helpdesk-done-already = Ta rozmowa jest już zamknięta.
helpdesk-reopened = Ta rozmowa jest znów otwarta.
helpdesk-open-already = Ta rozmowa jest już otwarta.
helpdesk-snoozed = Odłożono do { $until } albo do nadejścia e-maila.
helpdesk-snooze-how = Do kiedy? Na przykład: !mail snooze 4h, !mail snooze jutro 9:00, !mail snooze pon, !mail snooze 2026-12-01. Najwyżej rok.
helpdesk-today = dziś
helpdesk-tomorrow = jutro
helpdesk-awake = Czas minął: ta odłożona rozmowa jest znów otwarta.
helpdesk-list-of-all = Otwarte
helpdesk-list-of-mine = Otwarte, twoje
helpdesk-list-of-unclaimed = Otwarte, wolne
helpdesk-list-of-us = Czekają na nas
helpdesk-list-of-them = Czekamy na innych
helpdesk-list-of-snoozed = Odłożone
helpdesk-list-of-done = Zamknięte
helpdesk-nothing = brak
helpdesk-page-of = strona { $page } z { $pages }
helpdesk-next-page = Więcej: { $command }
helpdesk-no-subject = (bez tematu)
helpdesk-waits-us = czeka na nas od { $span }
helpdesk-waits-them = czekamy od { $span }
helpdesk-waits-nobody = od { $span }
helpdesk-turn-us = czeka na nas od { $date }
helpdesk-turn-them = czekamy od { $date }
helpdesk-had-short = 👀 { $name }
helpdesk-free = wolna
helpdesk-list-how = „{ $word }” nie jest ani listą, ani twoim kontem, ani stroną. Używa się tego tak: !mail list unclaimed 2
helpdesk-overview =
    { $total ->
        [one] { $total } otwarta rozmowa
        [few] { $total } otwarte rozmowy
       *[many] { $total } otwartych rozmów
    }
helpdesk-and-more = i jeszcze { $count }: !mail list
helpdesk-overview-enter = 👀 przy jej wierszu w pokoju „Odebrane” albo !mail claim z jej linkiem bierze rozmowę i zaprasza cię do jej pokoju.
helpdesk-remind-you = ta rozmowa czeka na odpowiedź od { $span }.
helpdesk-remind-team = Te rozmowy czekają na odpowiedź i nikt się nimi nie zajmuje (reakcja 👀 w pokoju bierze jedną):

## The team of an account changes

team-asked =
    { $count ->
        [one] ⚠ Według konfiguracji { $names } nie należy już do tego zespołu i nic już tu nie może zrobić.
        [few] ⚠ Według konfiguracji { $count } osoby nie należą już do tego zespołu i nic już tu nie mogą zrobić: { $names }.
       *[many] ⚠ Według konfiguracji { $count } osób nie należy już do tego zespołu i nic już tu nie może zrobić: { $names }.
    }
team-given-back =
    { $claims ->
        [0] Te osoby nie zajmowały się żadną rozmową.
        [one] Jedna rozmowa, którą zajmowały się te osoby, jest teraz wolna.
        [few] { $claims } rozmowy, którymi zajmowały się te osoby, są teraz wolne.
       *[many] { $claims } rozmów, którymi zajmowały się te osoby, jest teraz wolnych.
    }
team-asked-rooms =
    { $rooms ->
        [one] Są jeszcze w jednym pokoju tego konta.
        [few] Są jeszcze w { $rooms } pokojach tego konta.
       *[many] Są jeszcze w { $rooms } pokojach tego konta.
    }
team-asked-how = Tyle osób naraz może być pomyłką, dlatego nikt nie jest usuwany z pokojów bez słowa zgody: ✅ usuwa te osoby z przestrzeni i jej pokojów, ❌ zostawia je tam bez uprawnień. Jeśli to pomyłka, przywróć je do zespołu w konfiguracji; wtedy nic więcej się nie stanie.
team-begun = { $names }: poza tym zespołem. Zaczęło się usuwanie z pokojów (razem: { $rooms }); to trochę potrwa.
team-progress = Pokoje dostosowują się do zespołu: gotowe { $done } z { $rooms }.
team-left = { $name } nie należy już do zespołu: opuszczone pokoje: { $rooms }, oddane rozmowy: { $claims }.
team-joined = { $name } należy teraz do zespołu: zaproszenia do pokojów: { $rooms }, uprawnienia moderatora w pokojach: { $levels }.
team-refused =
    { $rooms ->
        [one] W jednym pokoju serwer Matrix nie pozwolił mi zrobić wszystkiego; dziennik podaje jego nazwę.
        [few] W { $rooms } pokojach serwer Matrix nie pozwolił mi zrobić wszystkiego; dziennik podaje ich nazwy.
       *[many] W { $rooms } pokojach serwer Matrix nie pozwolił mi zrobić wszystkiego; dziennik podaje ich nazwy.
    }
team-let-leave = { $names }: teraz zaczyna się usuwanie z pokojów (razem: { $rooms }). Gdy się skończy, będzie o tym tutaj.
team-let-stay = { $names }: nadal w pokojach, bez uprawnień. Kto moderuje pokój, może tam te osoby wciąż usunąć.
team-reason = Nie należysz już do zespołu konta { $account }.
team-nobody-leaves = W pokojach nie ma już nikogo, kto nie należy do zespołu.
team-nobody-waits = Nikt nie czeka na decyzję, czy ma opuścić pokoje.
team-waits = { $name }: poza zespołem od { $since }, nadal w pokojach: { $rooms }; „team leave” usuwa tych, którzy czekają, „team stay” ich zostawia.
team-leaves = { $name }: poza zespołem od { $since }, trwa usuwanie z pokojów: { $rooms }.

## Written together, and mailed later
## Drafts that wait for somebody's ✅, mails that wait for a time, prepared answers.

together-draft = Szkic. Autor: { $name }. Zostanie wysłany, gdy ktoś inny, kto może wysyłać pocztę, zareaguje na tę wiadomość ✅; ❌ go wycofuje.
together-draft-changed = Ten szkic zmieniono: wcześniejsze ✅ już się nie liczy.
together-draft-by = Obecne słowa napisał(a) { $name }.
together-who-can = ✅ może dać: { $people }.
together-nobody-can = Nikt inny w zespole nie może wysyłać poczty: zapytaj administratorów Mailrooma.
together-files = Załączniki: { $files }
together-more = Dalszych znaków tu nie pokazano: { $count }. Są w wiadomościach powyżej.
together-yes = { $name } mówi tak. Wysłanie za { $seconds } s. Zabranie ✅ albo każda zmiana je zatrzyma.
together-yes-later = { $name } mówi tak. Wysłanie o { $time }. Zabranie ✅ albo każda zmiana je zatrzyma.
together-yes-gone = Zabrano ✅: szkic znowu czeka.
together-yes-own = Twoje ✅ nie liczy się przy tym, co sam(a) napisałeś(-aś): musi na to spojrzeć ktoś inny.
together-yes-may-not = Twoje ✅ się nie liczy: nie możesz tu wysyłać poczty.
together-yes-old = Tutaj twoje ✅ się nie liczy. Jego miejsce jest przy mojej najnowszej wiadomości o tym szkicu, która pokazuje, co zostanie wysłane.
together-yes-nobody = Twoje ✅ jeszcze się nie liczy: nikt nie dostałby tego e-maila. !mail to mówi, kto go dostaje.
together-left = Już wysłano albo wycofano.
together-draft-none = Nie czeka tu żaden szkic. Napisz !mail draft i nowe słowa jako odpowiedź na moją wiadomość o nim.
together-draft-several = Czeka tu kilka szkiców: napisz to jako odpowiedź na moją wiadomość o tym, o który chodzi.
together-draft-set = Szkic ma teraz te słowa. Pokaże go moja następna wiadomość i poprosi o nowe ✅.
together-at = Wysłanie o { $time }, do: { $people }. Do tego czasu możesz to edytować lub usunąć, ❌ to zatrzyma, a !mail send now wyśle od razu.
together-at-yes = Czeka też na ✅ kogoś innego: bez niego o tej porze nic nie wyjdzie.
together-now = Wysłanie za { $seconds } s.
together-now-yes = Zostanie wysłane, gdy ktoś inny zareaguje ✅ na moją wiadomość o tym.
together-at-how = Kiedy? Na przykład: !mail send at 8:00, !mail send at jutro 9:00, !mail send at pon, !mail send at 2026-12-01. Najwyżej rok naprzód.
together-nothing-held = Nic twojego nie czeka tu na wysłanie. Napisz wiadomość, a potem !mail send at 8:00, póki można ją jeszcze cofnąć; albo napisz to jako odpowiedź na wiadomość, która czeka.
together-answers = Przygotowane odpowiedzi: { $names }. !mail answer i nazwa wysyła jedną z nich.
together-answers-none = Dla tego konta nie ma przygotowanych odpowiedzi: może je napisać ten, kto prowadzi Mailrooma.
together-answer-unknown = Nie ma przygotowanej odpowiedzi „{ $name }”.
together-answer-shown = { $name }, z przygotowaną odpowiedzią „{ $answer }”:
together-came = Zanim to wysłano, przyszedł nowy e-mail od { $from }. To nadal czeka; zatrzyma to ❌ przy nim.

## What somebody may not do

permissions-may-not-read = Nie możesz tu używać Mailrooma.
permissions-may-not-draft = Nie możesz tu pisać szkiców.
permissions-may-not-answer = Nie możesz tu odpowiadać e-mailem: to, co piszesz, zostaje w tym pokoju.
permissions-may-not-compose = Nie możesz tu rozpoczynać rozmów.
permissions-may-not-outside = Nie możesz pisać do osób, które nie biorą udziału w tej rozmowie.
permissions-may-not-invite = Nie możesz tu zapraszać osób, które uczestniczą pocztą.
permissions-may-not-source = Nie możesz tego tu zobaczyć.
permissions-may-not-release = Nie możesz tu o tym decydować.
permissions-may-not-manage = Nie możesz zarządzać kontami.
permissions-takes = Potrzebne jest do tego uprawnienie „{ $level }”.
permissions-ask-team = Poproś o to: { $people };
permissions-ask-admins = nadać je może: { $people }.
permissions-ask-any-admin = nadać je mogą administratorzy Mailrooma.
permissions-quota-reached = Wysłane przez ciebie w ciągu 24 godzin: { $mails }. Więcej e-maili jednej osobie nie wolno.
permissions-quota-waits = Ten nie ginie: czeka i wyjdzie o { $time }. Do tego czasu możesz go cofnąć przez ❌.

## Accounts, queues and quarantine

operations-state-stopped = zatrzymane
operations-state-connecting = łączy się
operations-state-catching-up = nadrabia zaległości
operations-state-connected = połączone
operations-state-transient = nieosiągalne, próba się powtarza
operations-state-bad-credentials = logowanie odrzucone, musi działać administrator
operations-way-out = wysyłanie: { $state }
operations-way-out-untried = jeszcze bez próby
operations-way-out-ready = działa
operations-way-out-transient = nie działa, próba się powtarza
operations-way-out-bad-credentials = logowanie odrzucone, musi działać administrator
operations-since = od { $time }
operations-because = ({ $reason })
operations-why-login-refused = serwer poczty podaje, że hasło jest błędne
operations-why-login-unexplained = serwer poczty odrzuca logowanie i nie podaje powodu
operations-why-mailbox-missing = takiego folderu nie ma
operations-why-mailbox-unavailable = tych folderów nie da się odczytać
operations-why-mail-unannounced = serwer poczty nie zawiadamia tam o nowej poczcie, więc przychodzi ona późno
operations-why-no-room = nie ma tu miejsca na pocztę
operations-why-no-secret = brakuje jego hasła albo nie da się go tu otworzyć
operations-why-oauth2-refused = serwer, który daje dostęp (oauth2), odmawia go
operations-why-oauth2-away = serwer, który daje dostęp (oauth2), jest nieosiągalny albo nie odpowiada, jak powinien
operations-why-other = serwer poczty jest nieosiągalny albo nie odpowiada tak, jak powinien
operations-last-mail = ostatni e-mail { $time }
operations-no-mail-yet = jeszcze bez e-maili
operations-retry-at = następna próba { $time }
account-none = Wszystkie konta są w pliku konfiguracji.
account-served = { $account }: w użyciu
account-waits = { $account }: czeka – { $why }
account-left-out = { $account }: pominięte – { $why }
account-leaving = { $account }: jest usuwane ze wszystkim, co po nim zostało
account-added = Konto { $account } jest dodane i czeka na hasło: podaje je „mailroom ctl account change { $account } --password-file PLIK” na maszynie, nigdy czat.
account-changed = Konto { $account } jest zmienione.
account-removed = Konto { $account } jest usunięte. Jego rozmowy pozostają, jak są.
account-purged = Konto { $account } jest usunięte ze wszystkim, co po nim zostało.
account-refused = Nic nie zmieniono: { $why }
account-key = „{ $account }” nie może być kluczem konta: małe litery, cyfry i łączniki.
account-no-secret = Hasło nie należy do czatu. Usuń tę wiadomość, a jeśli to było hasło, zmień je na serwerze poczty. Podaj je przez „mailroom ctl account change { $account } --password-file PLIK” na maszynie albo na stronie logowania, jeśli taka jest.
operations-connecting-now = { $accounts }: trwa łączenie; „accounts” pokaże wynik.
operations-all-connected = Nie trzeba nic robić: już połączone.
operations-no-accounts = Nie należysz do zespołu żadnego konta.
operations-which-account = Które konto? { $known }
operations-nothing-waits = nic nie czeka
operations-held = można jeszcze zmienić: { $count }
operations-leaving = zaraz wyjdzie: { $count }
operations-deferred = serwer poczty jeszcze nie przyjął, kolejna próba nastąpi sama: { $count }
operations-failed = nie udało się doręczyć: { $count }
operations-jobs = { $queue }: czeka { $waiting }, najstarsze od { $age }
operations-jobs-quarantined = { $queue }: w kwarantannie { $count }
operations-queue-mail-in = e-maile, które przyszły
operations-queue-matrix-send = wiadomości do pokazania w pokojach
operations-queue-event-in = wiadomości i reakcje z pokojów
operations-queue-mail-out = e-maile do wysłania
operations-queue-mail-sent = kopie do folderu Wysłane
operations-queue-notice-out = e-maile, które zawiadamiają nadawców o odmowie
operations-queue-guest-mail = e-maile do gości z tym, co powiedziano
operations-queue-desk = kolejność, nazwy i przegląd pokojów
operations-queue-member-act = osoby do zaproszenia do pokojów albo do usunięcia z nich
operations-quarantine-empty = Nic nie jest w kwarantannie.
operations-quarantine-count = W kwarantannie: { $total }
operations-quarantine-count-latest = W kwarantannie: { $total }, ostatnie { $shown }:
operations-unread-mail = e-mail z folderu { $mailbox }, którego nie udało się odczytać
operations-stopped-job = praca, która nie udała się zbyt wiele razy: { $queue }
operations-reason = Powód: { $text }
operations-size = Rozmiar: { $kilobytes } KB
operations-hash = SHA-256: { $sha256 }
operations-not-in-quarantine = { $number } nie jest w kwarantannie.
operations-retried = { $number }: nowa próba.
operations-quarantine-how = { $show } mówi więcej, { $retry } próbuje ponownie.
operations-not-alone = W tym czacie są też inni, więc nic tu nie mówię o kontach. Zacznij czat tylko ze mną.
operations-encrypted = Ten czat jest zaszyfrowany i nie mogę go czytać. Zacznij czat bez szyfrowania.
operations-withheld = ⚠ Serwer poczty pokazuje e-mail w folderze { $mailbox }, ale go nie wydaje: od { $sender }, „{ $subject }”. Mailroom sam próbuje dalej i pokaże go, gdy tylko go dostanie. Do tego czasu obejrzyj go w programie pocztowym. { $show } mówi więcej.
operations-sender-unknown = kogoś, kogo nie podaje
operations-withheld-mail = e-mail z folderu { $mailbox }, którego serwer poczty nie wydaje
operations-from = Od: { $sender }
operations-subject = Temat: { $subject }
operations-trouble = ⚠ Od { $time } Mailroom nie może połączyć się ze skrzynką, więc nowa poczta tu nie przychodzi. Nic nie ginie: czeka w skrzynce i przyjdzie, gdy tylko serwer poczty odpowie. Mailroom sam próbuje dalej.
operations-stopped = ⚠ Od { $time } Mailroom nie obsługuje tej skrzynki, więc nowa poczta tu nie przychodzi. Nic nie ginie: czeka w skrzynce. Powiedz o tym osobie, która prowadzi Mailroom.
operations-unread = ⚠ Od { $time } Mailroom nie może czytać { $folders }: serwer poczty podaje, że takiego folderu nie ma albo że nie wolno go otworzyć. Poczta w nim nie ginie, ale nikt jej tu nie widzi. Administrator musi sprawdzić nazwę w konfiguracji (imap.mailboxes) i to, co wolno czytać temu loginowi.
operations-unannounced = ⚠ Od { $time } serwer poczty nie zawiadamia o nowej poczcie w { $folders }: Mailroom znajduje ją dopiero, gdy sam zajrzy, więc przychodzi późno. Nic nie ginie. Kto prowadzi Mailroom, może zapytać operatora serwera poczty o IMAP IDLE albo zmniejszyć times.poll w konfiguracji.
operations-well = Od { $time } ze skrzynką znów wszystko w porządku: nowa poczta przychodzi jak zwykle, a to, co czekało, przychodzi teraz.
operations-no-rooms = ⚠ Od { $time } serwer Matrix nie tworzy nowych pokoi dla Mailroom, więc nowe rozmowy się nie pojawiają. Nic nie ginie: ich e-maile czekają i pojawią się, gdy tylko znów zacznie tworzyć pokoje. Powiedz o tym osobie, która prowadzi Mailroom: „mailroom check” mówi dlaczego.
operations-rooms-again = Serwer Matrix znów tworzy pokoje: rozmowy, które czekały od { $time }, pojawiają się teraz.
operations-full-database = ⚠ Poczta nie jest pobierana: baza danych osiągnęła dozwolony rozmiar. Nic nie ginie, poczta zostaje w skrzynce; zostanie pobrana, gdy będzie miejsce. Powiedz o tym osobie, która prowadzi Mailroom.
operations-full-disk = ⚠ Poczta nie jest pobierana: dysk bazy danych jest prawie pełny. Nic nie ginie, poczta zostaje w skrzynce; zostanie pobrana, gdy będzie miejsce. Powiedz o tym osobie, która prowadzi Mailroom.
operations-room-again = Znów jest miejsce: poczta jest pobierana jak zwykle, a to, co czekało, przychodzi teraz.
reload-refused = Plik konfiguracji zawiera błędy, więc niczego nie zmieniono. Popraw go tutaj i wczytaj ponownie:
reload-taken =
    { $count ->
        [1] Konfigurację wczytał ponownie jedyny działający proces.
       *[other] Liczba procesów, które ponownie wczytały konfigurację: { $count }.
    }
reload-nobody = Plik konfiguracji jest poprawny. Mailroom nie działa, więc niczego nie wczytano ponownie: plik zostanie odczytany przy następnym starcie.
reload-nothing = Nic w nim nie różni się od tego, co już obowiązywało.
reload-added = Dodane konta: { $accounts }
reload-removed = ⚠ Usunięte konta: { $accounts }. Poczta do nich już nie przychodzi ani od nich nie wychodzi. Jeśli to pomyłka, wpisz je do pliku z powrotem i wczytaj go ponownie.
reload-changed = Zmieniono dla { $account }: { $fields }
reload-members-added = Nowi w zespole { $account }: { $people }
reload-members-removed = Już nie w zespole { $account }: { $people }
reload-settings = Zmieniono dla wszystkich kont: { $fields }
reload-needs-restart = ⚠ To też zmieniło się w pliku, ale do ponownego uruchomienia Mailroom pracuje z poprzednimi wartościami: { $fields }
reload-process-waiting = ⚠ { $process } jeszcze nie wczytał konfiguracji. Do tego czasu każdy może tylko to, na co pozwala zarówno stara, jak i nowa konfiguracja. Jeśli proces się zawiesił, uruchom go ponownie.
reload-process-differs = ⚠ { $process } wczytał swoją konfigurację, ale jego plik nie jest tym, który sprawdzono. Dopóki oba nie mówią tego samego, każdy może tylko to, na co pozwalają oba.
reload-process-refused = ⚠ { $process } pracuje dalej z poprzednią konfiguracją, bo jego plik zawiera błędy. Popraw go tam i wczytaj ponownie:

## The answers to commands

commands-note = wiadomość tylko dla tego pokoju; nigdy nie jest wysyłana
commands-hold-hint = Dopóki wiadomość nie wyszła, możesz ją edytować, usunąć albo zatrzymać reakcją ❌.
commands-unknown = Nie ma polecenia „{ $name }”.
commands-did-you-mean = Czy chodziło o { $usage }?
commands-see-help = !mail help pokazuje wszystkie polecenia.
commands-wrong-use = Używa się tego tak: { $usage }
commands-goes-to = Twoja następna wiadomość idzie do:
commands-this-goes-to = To idzie do:
commands-cc = Kopia
commands-nobody = Nikt nie dostałby odpowiedzi: żaden e-mail z tej rozmowy nie ma adresu na zewnątrz. Dodaj kogoś przez !mail to name@example.org
commands-why-reply = bo to odpowiedź na wiadomość od { $address }
commands-why-latest = bo ostatni e-mail przyszedł od { $address }; odpowiedz na inną wiadomość, aby odpowiedzieć na tamtą
commands-why-bcc = tylko do nadawcy, { $address }, bo ten e-mail przyszedł do nas jako ukryta kopia
commands-why-same = bo te osoby dostały wiadomość, po której następuje ta
commands-reply-to-used = Nadawca prosi o odpowiedzi na inny adres niż własny.
commands-account = Konto { $address }:
commands-account-state-ready = połączone
commands-account-state-connecting = łączy się
commands-account-state-stopped = zatrzymane, musi działać administrator
commands-open-mail =
    { $seconds ->
        [one] Jeden e-mail czeka jeszcze { $seconds } sekundę i można go zmienić.
        [few] Jeden e-mail czeka jeszcze { $seconds } sekundy i można go zmienić.
       *[many] Jeden e-mail czeka jeszcze { $seconds } sekund i można go zmienić.
    }
commands-waiting-mails =
    { $count ->
        [one] Jeden e-mail czeka na wysłanie.
        [few] { $count } e-maile czekają na wysłanie.
       *[many] { $count } e-maili czeka na wysłanie.
    }
commands-failed-mails =
    { $count ->
        [one] Jednego e-maila nie udało się doręczyć.
        [few] { $count } e-maili nie udało się doręczyć.
       *[many] { $count } e-maili nie udało się doręczyć.
    }
commands-nothing-waits = Nic nie czeka na wysłanie.
commands-last-sent = Ostatni e-mail wyszedł o { $time }.
commands-retrying =
    { $count ->
        [one] Nowa próba z jednym e-mailem.
        [few] Nowa próba z { $count } e-mailami.
       *[many] Nowa próba z { $count } e-mailami.
    }
commands-nothing-to-retry = Nie ma nic do ponowienia.
commands-refused = Nie doręczono: { $address }. Serwer odbiorcy podaje: { $words }
commands-deferred = Jeszcze nie doręczono: { $address }; kolejna próba nastąpi sama. Serwer odbiorcy podaje: { $words }
commands-gave-up = Nie doręczono: { $address }, po wielu próbach. Ostatnia odpowiedź: { $words }
commands-not-sent = Tej wiadomości nie wysłano: { $words }
commands-unknown-outcome = Połączenie zerwało się podczas przekazywania serwerowi poczty: mogło zostać wysłane albo nie.
commands-unknown-resent = Za kilka minut zostanie wysłane jeszcze raz, z tym samym identyfikatorem, aby programy pocztowe pokazały to raz.
commands-unknown-held = Samo nie zostanie wysłane ponownie; !mail retry wysyła jeszcze raz.
commands-too-large = Tej wiadomości nie wysłano: jako e-mail ma { $size }, a nasz własny serwer poczty przyjmuje najwyżej { $limit }. W e-mailu pliki rosną o jedną trzecią. Wyślij je w kilku wiadomościach, zmniejsz je albo wyślij link.
commands-too-large-without-limit = Tej wiadomości nie wysłano: ma { $size } i jest za duża dla naszego własnego serwera poczty, który nie podaje, ile przyjmuje. W e-mailu pliki rosną o jedną trzecią. Wyślij je w kilku wiadomościach, zmniejsz je albo wyślij link.
commands-utf8-missing = Tej wiadomości nie wysłano: jeden z adresów ma litery, których serwer poczty nie przyjmuje, na przykład ą lub é.
commands-already-mailed = Za późno: już wysłano. Zmiana zostaje w tym pokoju.
commands-encrypted-not-mailed = Ta wiadomość jest zaszyfrowana, więc nie mogę jej przeczytać i nie została wysłana. Napisz ją bez szyfrowania.
commands-intro-thread = To, co piszesz w tym pokoju, wychodzi jako e-mail. Te polecenia nie:
commands-intro-lobby = Nic, co piszesz w tym pokoju, nie jest wysyłane e-mailem. Rozumiem te polecenia:
commands-intro-inbox = Każda nowa rozmowa to tutaj jeden wiersz; nic, co piszesz w tym pokoju, nie jest wysyłane e-mailem. Rozumiem te polecenia:
commands-intro-management = Dzień dobry, tu Mailroom. Nic, co tu piszesz, nie jest wysyłane e-mailem. Rozumiem:
commands-more = { $usage } mówi więcej o jednym z nich.
commands-example = Przykład: { $text }
commands-place-thread = w pokoju rozmowy
commands-place-lobby = w pokoju „Moderacja” konta
commands-place-inbox = w pokoju „Odebrane” konta
commands-place-management = w czacie bezpośrednim ze mną
commands-elsewhere = „{ $name }” nie można użyć w tym pokoju. Użyj tego { $places }.
commands-or = albo

## The language of answers

language-name-en = angielski
language-name-de = niemiecki
language-name-es = hiszpański
language-name-fr = francuski
language-name-it = włoski
language-name-nl = niderlandzki
language-name-pl = polski
language-name-pt = portugalski
language-listed-unreviewed = { $language } ({ $tag }, jeszcze niesprawdzony)
language-unreviewed = Tych tekstów nie sprawdził jeszcze nikt, dla kogo ten język jest ojczysty. Poprawki są mile widziane.
language-is = Język odpowiedzi dla ciebie: { $language }.
language-set = Od teraz język odpowiedzi dla ciebie: { $language }.
language-unknown = Języki, które znam: { $known }.

## The time zone of answers

zone-is = Podaję ci czas w strefie { $zone }. Jest tam teraz { $time }.
zone-is-account = Strefa czasowa nie jest wybrana, więc podaję ci czas w strefie konta, { $zone }. Jest tam teraz { $time }.
zone-set = Od teraz podaję ci czas w strefie { $zone }. Jest tam teraz { $time }. Czy to samo pokazuje twój zegar?
zone-as-account = Od teraz podaję ci czas w strefie czasowej konta.
zone-unknown = Nie znam strefy czasowej „{ $text }”.
zone-meant = Czy chodziło o { $zones }?
zone-how = Aby wybrać inną, podaj region i miejsce: !mail zone Europe/Berlin. !mail zone account wraca do strefy konta.

## How long an answer took

ping-way = Ta odpowiedź zajęła { $whole }: { $before }, zanim twoja wiadomość dotarła tu z serwera Matrix, { $here } do odpowiedzi.
ping-here = Ta odpowiedź zajęła { $here } od chwili, gdy twoja wiadomość tu dotarła. Nie da się powiedzieć, jak długo szła: zegar serwera Matrix zbyt różni się od naszego.
ping-too-long = Nie da się powiedzieć, ile zajęła ta odpowiedź: twoja wiadomość czekała tu ponad dobę albo w międzyczasie przestawiono zegar.

## The original of a mail

source-reply-to = Napisz !mail source jako odpowiedź na wiadomość, której oryginał chcesz dostać.
source-unknown = Tej wiadomości nie odpowiada żaden e-mail.
source-gone = Oryginał tego e-maila nie jest (albo już nie jest) tu przechowywany; poszukaj go w skrzynce. Jego suma kontrolna (SHA-256): { $hash }.
source-gone-without-hash = Oryginał tego e-maila nie jest (albo już nie jest) tu przechowywany; poszukaj go w skrzynce.

## Search

search-nothing = Niczego nie znaleziono.
search-found = Znaleziono: { $count }
search-found-more = Znaleziono: więcej niż { $count }
search-reading = Starsza poczta jest jeszcze wczytywana (dotąd { $percent } %): nie wszystko można już znaleźć.
search-nothing-asked = Powiedz, czego szukać: słowa albo from:bob to:alice subject:lampa has:pdf in:support after:2019 before:2020-06. Słowa w cudzysłowie stoją obok siebie; -słowo nie występuje; lam* to początek słowa.
search-needs-person = „{ $word }” wymaga nazwiska lub adresu, na przykład from:bob albo from:bob@example.org
search-needs-words = „{ $word }” wymaga słów, na przykład subject:lampa
search-needs-date = „{ $word }” wymaga roku, miesiąca lub dnia, na przykład after:2019, after:2019-03 albo before:2019-03-14
search-needs-kind = „{ $word }” wymaga rodzaju pliku, na przykład has:file, has:pdf, has:image albo has:docx
search-needs-place = „{ $word }” wymaga konta lub folderu; twoje to: { $known }
search-too-much = To za dużo naraz: najwyżej tyle słów i warunków: { $most }.

## What each command does

help-brake = pokazuje, które odpowiedzi zatrzymano, bo wygląda na to, że automaty odpowiadają sobie nawzajem; „reset” je wysyła
help-breaker = pokazuje, czy cała poczta wychodząca jest zatrzymana; „reset” to kończy
help-list = wymienia otwarte rozmowy: all (wszystkie), mine (twoje), unclaimed (wolne), us (czekają na nas), them (czekamy), snoozed (odłożone) albo done (zamknięte)
help-claim = bierze tę rozmowę, aby inni widzieli, że się nią zajmujesz; tak samo reakcja 👀
help-unclaim = oddaje tę rozmowę
help-assign = przekazuje tę rozmowę komuś z zespołu
help-done = zamyka tę rozmowę; tak samo reakcja ✅. Nowy e-mail otwiera ją znowu
help-reopen = otwiera tę rozmowę ponownie
help-snooze = odkłada tę rozmowę na jakiś czas (4h, 3d) albo do dnia (jutro 9:00, pon, 2026-12-01)
help-send = kiedy zostanie wysłana twoja czekająca wiadomość: send at 8:00, send at pon; send now wysyła od razu
help-draft = daje nowe słowa szkicowi, który czeka na ✅, ktokolwiek go napisał
help-answer = wysyła przygotowaną odpowiedź w twoim imieniu; bez nazwy wymienia wszystkie
help-compose = rozpoczyna rozmowę we własnym pokoju; o to, czego brakuje, pytam; dalsze wiersze to jej pierwszy e-mail
help-forward = wysyła e-mail komuś z zewnątrz, w razie potrzeby ze słowami; odpowiedzi trafiają do osobnego pokoju
help-cancel = kończy moje pytania o nową rozmowę; żadna się nie zaczyna
help-to = kto dostanie twoją następną wiadomość i dlaczego; +adres dodaje, -adres usuwa, same adresy to nowa lista
help-cc = kto dostaje kopie; zmienia się tak samo
help-bcc = kto dostaje ją tak, że nikt inny tego nie widzi; zmienia się tak samo
help-from = z którego adresu konta pisana jest ta rozmowa
help-subject = temat następnych e-maili
help-reply-to-sender = odpowiedzi idą tylko do nadawcy tego, na co się odpowiada; off: znów do wszystkich. Dla jednej wiadomości: !sender TEKST
help-block = czyja poczta nie jest pokazywana, w koncie albo w tym pokoju („here”); jako odpowiedź na wiadomość: jej nadawca, w tym pokoju
help-allow = kto bierze udział bez pytania; jako odpowiedź na wiadomość: jej nadawca, w tym pokoju
help-rules = pokazuje, kto może brać udział i ilu e-maili nie pokazano; „drop” usuwa regułę
help-entry = pokazuje albo ustala, czy w tym pokoju może brać udział każdy, kto odpowie i jest zweryfikowany
help-invite = zaprasza kogoś po adresie do udziału w tym pokoju pocztą; „last” z liczbą wysyła tyle ostatnich wiadomości
help-uninvite = kończy czyjś udział w tym pokoju pocztą
help-guests = pokazuje, kto czyta ten pokój pocztą. Zmienia, co pokój o nich mówi: „answer” lub „invitation” (od kiedy dostają to, co się mówi), „now”, „hourly” lub „daily”, „verified” lub „unverified”
help-move = jako odpowiedź na wiadomość: przenosi ją, razem z odpowiedziami na nią, do rozmowy w innym pokoju
help-split = jako odpowiedź na wiadomość: tworzy z niej i ze wszystkiego, co przyszło po niej, osobną rozmowę
help-merge = przenosi całą tę rozmowę do rozmowy w innym pokoju
help-help = pokazuje tę listę
help-status = pokazuje stan konta i to, jak daleko dotarły e-maile z tego pokoju
help-retry = próbuje ponownie tego, czego nie udało się doręczyć; jako odpowiedź na wiadomość: tylko tej
help-unpause = znów wysyła na adres, na który nie udało się doręczyć e-maila
help-search = znajduje maile i odpowiedzi po słowach, także w plikach: from:bob to:alice subject:lampa has:pdf in:support after:2019 before:2020-06, „słowa w cudzysłowie”, -słowo, page 2
help-source = jako odpowiedź na wiadomość: umieszcza tu jej oryginalny e-mail jako plik
help-why = jako odpowiedź na wiadomość: dlaczego jej e-mail jest w tej rozmowie i jak sprawdzono nadawcę
help-accept = jako odpowiedź na wiadomość o podejrzanym e-mailu: pokazuje go w jego rozmowie
help-refuse = jako odpowiedź na wiadomość o podejrzanym e-mailu: pomija go
help-overflow = pokazuje e-maile, które czekają, bo z zewnątrz przyszło ich za dużo; „let-in” je wpuszcza, „discard” pomija
help-old = pokazuje starą pocztę, która przyszła w dużej ilości i czeka; „quietly” i „as-new” ją wpuszczają, „leave” zostawia ją w skrzynce
help-account = pokazuje konta dodane w trakcie działania; robią to „add”, „change” i „remove”, tylko hasła podaje się gdzie indziej
help-accounts = pokazuje stan każdego z twoich kont: jaki, od kiedy, i ostatni e-mail; „retry” łączy teraz to, które jest nieosiągalne
help-team = pokazuje, kto nie należy już do zespołu, a jest jeszcze w jego pokojach; „leave” usuwa te osoby, „stay” zostawia je tam bez uprawnień
help-queue = pokazuje, co czeka na wysłanie albo pokazanie i co się nie udało
help-quarantine = pokazuje, czego nie udało się odczytać albo zrobić; „show” mówi więcej o jednym, „retry” próbuje ponownie
help-reload = ponownie wczytuje plik konfiguracji, bez restartu
help-ping = pokazuje, jak długo trwała droga z serwera Matrix do odpowiedzi
help-language = pokazuje albo ustala język, w którym dostajesz odpowiedzi
help-login = dodaje własną skrzynkę, w rozmowie bezpośredniej ze mną
help-logout = usuwa własną skrzynkę
help-zone = pokazuje albo ustala strefę czasową, w której podawany jest ci czas

## Work that waited, failed for good, or was tried again and again

queue-not-shown = ⚠ Brakuje tu części tego e-maila: serwer Matrix jej nie przyjmuje. Więcej mówi „!mail quarantine” w pokoju „Moderacja”.
queue-set-aside = ⚠ Coś się z tym nie udało: nie zostanie wysłane i nie zmieni żadnego e-maila. Napisz to jeszcze raz; jeśli to nie pomoże, więcej powie „!mail quarantine” w pokoju „Moderacja”.
queue-returned-mail = Tego nie wysłano: od { $since } Mailroom nie obsługiwał tego konta. Samo teraz nie wyjdzie: zareaguj ✅, aby wysłać, albo ❌, aby odrzucić.
queue-unseen-mail = Nie mogę już odczytać pokoju, w którym to napisano, więc nie widzę, czy zostało tam zmienione lub usunięte: „{ $words }”. Samo nie wyjdzie: zareaguj ✅, aby wysłać to tak, jak tu stoi, lub ❌, aby to porzucić.
queue-returned-fixed = Czeka to na zgodę i nie można już tego zmienić: zareaguj ✅, aby wysłać bez zmian, albo ❌, aby odrzucić.
queue-returned-released = Jest teraz wysyłane.
queue-returned-discarded = Odrzucono: nie zostanie wysłane.
queue-not-served = Mailroom nie obsługuje teraz konta { $account }: to, co tu powiedziano, nie jest wysyłane, a poczta do niego nie jest pokazywana. Nic nie ginie: gdy konto znów będzie obsługiwane, padnie tu pytanie, co zrobić z tym, co powiedziano w międzyczasie. Kto prowadzi Mailroom, wie dlaczego.
queue-unserved = od { $since } nie obsługuje go żaden proces
attempt-list = Próby przekazania go serwerowi poczty:
attempt-accepted = { $attempt }. { $time }, { $address }: przyjęto
attempt-deferred = { $attempt }. { $time }, { $address }: jeszcze nie przyjęto
attempt-refused = { $attempt }. { $time }, { $address }: odrzucono
attempt-not-sent = { $attempt }. { $time }, { $address }: nie przekazano
attempt-unknown = { $attempt }. { $time }, { $address }: może wysłano

## Our own mail server

delivery-waits = Jeszcze nie wysłano.
delivery-leaves-by-itself = Wiadomość jest zachowana i wyjdzie sama, gdy tylko to zostanie naprawione.
delivery-waited = Tej wiadomości nie wysłano: zbyt długo czekała na nasz własny serwer poczty.
relay-since = Od { $time } nic nie jest wysyłane.
relay-news = ⚠ Od { $time } nic nie jest wysyłane.
relay-well = Od { $time } poczta znów wychodzi. To, co czekało, jest w drodze.
relay-trouble-login = Nasz własny serwer poczty odrzuca logowanie do wysyłania: hasło w konfiguracji jest błędne albo dostawca zablokował ten login.
relay-trouble-login-later = Nasz własny serwer poczty nie może teraz sprawdzić logowania do wysyłania.
relay-trouble-certificate-expired = Certyfikat naszego własnego serwera poczty wygasł, więc nie powierzamy mu poczty.
relay-trouble-certificate-unknown = Certyfikatowi naszego własnego serwera poczty nie można ufać: wystawiono go na inną nazwę albo przez kogoś, kogo Mailroom nie zna.
relay-trouble-tls = Nie da się nawiązać szyfrowanego połączenia z naszym własnym serwerem poczty.
relay-trouble-connection-refused = Nasz własny serwer poczty nie przyjmuje połączeń.
relay-trouble-name-unknown = Nie da się znaleźć nazwy naszego własnego serwera poczty.
relay-trouble-silent = Nasz własny serwer poczty nie odpowiada.
relay-trouble-unreachable = Nasz własny serwer poczty jest nieosiągalny.
relay-trouble-refuses = Nasz własny serwer poczty odprawia Mailroom zaraz po połączeniu.
relay-says = Podaje: { $words }
relay-remedy-password = To, co piszesz, czeka (⏳) i wtedy wyjdzie samo. Poproś osobę, która prowadzi Mailroom, aby poprawiła hasło (lub oauth2) w jego pliku: próba nastąpi w ciągu minuty. „accounts retry { $account }” w czacie bezpośrednim ze mną próbuje od razu.
relay-remedy-certificate = To, co piszesz, czeka (⏳) i wtedy wyjdzie samo. Kto prowadzi serwer poczty, musi odnowić jego certyfikat, albo kto prowadzi Mailroom, musi podać właściwy serwer i jego urząd certyfikacji (smtp.host, smtp.ca_file).
relay-remedy-server = To, co piszesz, czeka (⏳) i wyjdzie samo, gdy tylko serwer odpowie; pytamy go co kilka minut. Jeśli to potrwa, zapytaj osobę, która prowadzi serwer poczty.
relay-not-mailed-failed = Nie wysłano do: { $people }.
relay-not-mailed-again = Jeszcze nie wysłano do: { $people }; ponowna próba nastąpi sama.
relay-refusal-news = ⚠ Nasz własny serwer poczty nie przyjmuje naszej wiadomości. Osoba, która ją napisała, już o tym wie.
relay-refusal-once = O kolejnych takich wiadomościach dowiedzą się ich autorzy, a tutaj będzie o tym mowa znów po dniu.
relay-refusal-limit = Nasz własny serwer poczty na razie nie przyjmuje więcej wiadomości: wysłano już tyle, na ile pozwala.
relay-refusal-login-needed = Nasz własny serwer poczty nie przyjmuje wiadomości bez logowania albo nie z tym loginem.
relay-refusal-full = Nasz własny serwer poczty nie ma teraz miejsca albo nasza skrzynka jest tam pełna.
relay-refusal-sender = Nasz własny serwer poczty nie pozwala nam wysyłać z tego adresu.
relay-refusal-relaying = Nasz własny serwer poczty nie przekazuje za nas wiadomości innym.
relay-refusal-too-large = Nasz własny serwer poczty nie przyjmuje tak dużej wiadomości.
relay-refusal-content = Nasz własny serwer poczty uznaje wiadomość za spam albo nie podoba mu się jej treść.
relay-refusal-other = Nasz własny serwer poczty nie przyjmuje wiadomości.
relay-help-limit = Nie trzeba nic robić: wiadomość wyjdzie, gdy limit znów na to pozwoli, zwykle w ciągu dnia. Jeśli zdarza się to często, poproś dostawcę o wyższy limit.
relay-help-login-needed = Osoba, która prowadzi Mailroom, musi sprawdzić w konfiguracji smtp.user, smtp.password, smtp.port i smtp.security.
relay-help-full = Zwykle mija to samo. Jeśli potrwa, usuń stare wiadomości ze skrzynki albo poproś dostawcę o więcej miejsca.
relay-help-sender = Poproś dostawcę, aby ten login mógł wysyłać z adresu konta, albo osobę, która prowadzi Mailroom, aby użyła loginu, który do niego należy. Potem !mail retry wyśle wiadomość.
relay-help-relaying = Osoba, która prowadzi Mailroom, musi sprawdzić w konfiguracji smtp.host i login. Potem !mail retry wyśle wiadomość.
relay-help-too-large = W e-mailu pliki rosną o jedną trzecią. Wyślij je w kilku wiadomościach, zmniejsz je albo wyślij link.
relay-help-content = Napisz to innymi słowami albo bez plików i linków. Jeśli tak odrzucane są zwykłe wiadomości, zapytaj dostawcę o powód.
relay-help-other = Zapytaj osobę, która prowadzi serwer poczty, podając powyższe słowa. !mail retry spróbuje ponownie.

## What providers say

provider-microsoft-smtp-off = Microsoft: wysyłanie przez programy (SMTP AUTH) jest wyłączone w całej organizacji. Jej administrator może zezwolić na nie dla tej skrzynki (Set-CASMailbox -SmtpClientAuthenticationDisabled $false).
provider-microsoft-smtp-off-mailbox = Microsoft: wysyłanie przez programy (SMTP AUTH) jest wyłączone dla tej skrzynki. Administrator organizacji włącza je tutaj: użytkownik, Poczta, Zarządzaj aplikacjami poczty e-mail, Uwierzytelniony protokół SMTP.
provider-microsoft-no-passwords = Microsoft nie przyjmuje haseł od programów. Hasło zastępuje logowanie przez Microsoft (oauth2).
provider-microsoft-policy = Microsoft: reguła organizacji (domyślne ustawienia zabezpieczeń lub dostęp warunkowy) zabrania tego logowania. Jej administrator musi na nie zezwolić.
provider-microsoft-send-as = Microsoft: to logowanie nie może wysyłać z tego adresu. Administrator organizacji nadaje mu dla skrzynki prawo „Wyślij jako”.
provider-microsoft-not-logged-in = Microsoft przyjmuje pocztę do wysłania tylko po zalogowaniu: smtp potrzebuje użytkownika oraz hasła lub oauth2.
provider-microsoft-not-connected = Microsoft przyjmuje logowanie i nie otwiera skrzynki: IMAP jest dla niej wyłączony, nie ma ona licencji albo Exchange sam ma kłopoty.
provider-microsoft-consent = Microsoft: nikt jeszcze nie zgodził się na to, aby Mailroom używał tej skrzynki. Zaloguj się ponownie i wyraź zgodę; gdzie może to zrobić tylko administrator organizacji, musi to zrobić on.
provider-microsoft-login = Microsoft nie wpuszcza tego logowania do skrzynki: hasło lub zgoda są błędne, osoba, która wyraziła zgodę, nie może używać tej skrzynki, albo IMAP lub SMTP jest dla niej wyłączony.
provider-client-refused = Dostawca nie zna klienta Mailroom albo tajny klucz klienta wygasł. Administrator musi poprawić client_id i client_secret.
provider-login-again = Brakuje zgody na używanie tej skrzynki, zgoda wygasła lub została cofnięta, na przykład po zmianie hasła. Ktoś musi zalogować się ponownie.
provider-google-app-password = Google nie przyjmuje zwykłych haseł od programów: chce hasła do aplikacji (wymaga ono weryfikacji dwuetapowej) albo logowania przez Google (oauth2).
provider-google-login = Google nie przyjmuje tego logowania. Zwykłych haseł od programów nie przyjmuje: pomaga hasło do aplikacji albo logowanie przez Google (oauth2).
provider-google-web-login = Google chce, aby osoba, do której należy skrzynka, zalogowała się raz w przeglądarce i potwierdziła, że to ona.
provider-google-imap-off = Google: IMAP jest wyłączony dla tej skrzynki. Włącza się go w ustawieniach Gmaila, w „Przekazywanie i POP/IMAP”.
provider-google-imap-off-organisation = Google: IMAP jest wyłączony w całej organizacji. Jej administrator włącza go w konsoli administracyjnej.
provider-app-password = Ten dostawca nie przyjmuje zwykłych haseł od programów: utwórz hasło do aplikacji w ustawieniach zabezpieczeń skrzynki i użyj go.

## A mailbox that follows

mailbox-archived = Ktoś zarchiwizował ten e-mail w programie pocztowym. Rozmowa jest tu nadal otwarta: ✅ ją zamyka.
mailbox-deleted = Ktoś usunął ten e-mail w programie pocztowym. Tutaj pozostaje, a rozmowa jest nadal otwarta: ✅ ją zamyka.
mailbox-moved = Ktoś przeniósł ten e-mail do innego folderu w programie pocztowym. Rozmowa jest tu nadal otwarta: ✅ ją zamyka.
mailbox-many =
    { $count ->
        [one] { $count } e-mail przeczytano, zarchiwizowano lub usunięto naraz w programie pocztowym. W jego pokoju nic o tym nie ma.
        [few] { $count } e-maile przeczytano, zarchiwizowano lub usunięto naraz w programie pocztowym. W ich pokojach nic o tym nie ma.
       *[many] { $count } e-maili przeczytano, zarchiwizowano lub usunięto naraz w programie pocztowym. W ich pokojach nic o tym nie ma.
    }

## Goście

guests-room-welcome = W tym pokoju mogą uczestniczyć osoby, które mają tylko e-mail. Nic nie wychodzi stąd pocztą, dopóki nikt nie został zaproszony.
guests-room-welcome-how = Aby kogoś zaprosić: !mail invite bob@example.org Bob
guests-invited = ✉ Zaproszono do udziału pocztą: { $person }. Teraz wychodzi jedna wiadomość, a to, co się tu mówi, dopiero po odpowiedzi na nią. !mail uninvite to cofa.
guests-invited-at-once = ✉ Zaproszono do udziału pocztą: { $person }. Od teraz to, co się tu mówi, idzie tam pocztą. !mail uninvite to kończy.
guests-unverified-hint = Nikt nie sprawdza nadawców poczty do tego konta, dlatego wiadomości gości nie są tu pokazywane. !mail guests unverified je pokazuje.
guests-unreadable = Kogo? Potrzebny jest jeden adres, na przykład: !mail invite bob@example.org Bob
guests-refused-own = { $address } to nasz własny adres. Zaproś tę osobę w Matriksie.
guests-refused-member = { $address } należy do kogoś z zespołu. Zaproś tę osobę w Matriksie.
guests-refused-no-power = Nikogo nie zaproszono: ten pokój nie pozwala ci zapraszać. Poproś kogoś, kto może.
guests-refused-encrypted = Nikogo nie zaproszono: ten pokój jest szyfrowany i to, co się w nim mówi, nie może wyjść pocztą.
guests-refused-already = { $address } ma już zaproszenie. !mail guests pokazuje, kto czyta pocztą.
guests-refused-stopped = { $address } nie chce stąd poczty. Zmienić to może tylko ta osoba, wiadomością ze słowem START na { $account }.
guests-refused-member-quota = Nikogo nie zaproszono: liczba twoich zaproszeń w ciągu doby ({ $count }) osiągnęła granicę z konfiguracji. Spróbuj jutro.
guests-refused-all-quota = Nikogo nie zaproszono: liczba zaproszeń wszystkich w ciągu doby ({ $count }) osiągnęła granicę z konfiguracji. Spróbuj jutro.
guests-refused-person-quota = Nikogo nie zaproszono: { $address } ma już kilka zaproszeń w ciągu doby. Spróbuj jutro.
guests-no-room = To nie jest pokój dla gości. !mail to pokazuje, kto dostaje to, co się tu mówi.
guests-removed = { $person } nie dostaje już nic z tego pokoju.
guests-not-there = { $address } nie jest gościem tego pokoju. !mail guests pokazuje, kto nim jest.
guests-answered = { $person } odpowiada na zaproszenie i bierze udział: to, co się tu mówi, idzie tam odtąd pocztą.
guests-stopped = { $person } nie chce już stąd poczty i nie dostaje nic z tego pokoju. Zmienić to może tylko ta osoba, wiadomością ze słowem START na { $account }.
guests-started = { $person } znowu bierze udział pocztą.
guests-failed = ⚠ Zaproszenia nie dało się doręczyć ({ $person }) i jest ono nieważne. Sprawdź adres.
guests-leaves = To, co się tu mówi, idzie pocztą do: { $people }.
guests-unverified-kept = Wiadomość, która podaje się za napisaną przez { $person }, nie jest pokazana: nikt nie sprawdza nadawców poczty do tego konta. !mail guests unverified pokazuje następne.
guests-list-none = Nikogo nie zaproszono do udziału w tym pokoju pocztą.
guests-state-invited = zaproszenie wysłane, jeszcze bez odpowiedzi
guests-state-active = bierze udział pocztą
guests-state-stopped = nie chce poczty
guests-state-removed = usunięto z pokoju
guests-state-failed = wiadomość nie dotarła
guests-consent-answer = Osoba zaproszona dostaje to, co się tu mówi, gdy odpowie.
guests-consent-invitation = Osoba zaproszona od razu dostaje to, co się tu mówi.
guests-delivery-now = Wychodzi po przerwie w rozmowie.
guests-delivery-hourly = Jest zbierane i wychodzi raz na godzinę.
guests-delivery-daily = Jest zbierane i wychodzi raz na dobę.
guests-verified = Wiadomości gości nie są pokazywane, bo nikt nie sprawdza ich nadawców: !mail guests unverified
guests-unverified = Wiadomości gości są pokazywane, choć nikt nie sprawdza ich nadawców: !mail guests verified
guests-ghost-name = { $name } (pocztą)
guests-mail-subject = Zaproszenie: { $room }
guests-mail-subject-unnamed = Zaproszenie od { $name }
guests-mail-invites = { $name } zaprasza do rozmowy „{ $room }”. Odbywa się ona na czacie; do udziału wystarcza program pocztowy.
guests-mail-invites-unnamed = { $name } zaprasza do rozmowy. Odbywa się ona na czacie; do udziału wystarcza program pocztowy.
guests-mail-how = Aby wziąć udział, wystarczy odpowiedzieć na tę wiadomość: odpowiedź zobaczą tam wszyscy, a potem przyjdzie to, co się mówi. Bez odpowiedzi nie przyjdzie nic więcej.
guests-mail-how-at-once = Od teraz przychodzi to, co się tam mówi. Odpowiedzi zobaczą tam wszyscy.
guests-mail-stop = Aby nie dostawać stąd poczty, wystarczy odpowiedzieć samym słowem STOP. Wtedy nikt stąd już nie może zaprosić.
guests-stopped-subject = Nie będzie stąd więcej poczty
guests-stopped-text = Poprosiła o to wiadomość z tego adresu. To koniec udziału we wszystkich rozmowach tutaj i nikt nie może zaprosić ponownie.
guests-stopped-undo = W razie pomyłki lub zmiany zdania wystarczy odpowiedzieć na tę wiadomość samym słowem START.
guests-not-here = `!mail { $name }` służy rozmowom pocztowym. Kto czyta ten pokój pocztą, jest tu gościem: `!mail guests` pokazuje gości, `!mail invite ADRES` zaprasza.
guests-encrypted-subject = To, co się tam mówi, jest teraz szyfrowane
guests-encrypted-text = W rozmowie, do której zaprasza { $by }, wiadomości są teraz szyfrowane. Nie da się ich wysłać pocztą, więc żadna z nich nie przyjdzie. Twoje wiadomości nadal tam docierają. Zapytaj, co dalej: { $by }.
guests-page-title = Koniec poczty
guests-page-text = Naciśnij przycisk, aby nie dostawać już poczty z tutejszych rozmów.
guests-page-button = Zatrzymaj pocztę
guests-page-done = Gotowe. Nie będzie już poczty z tutejszych rozmów i nikt nie może zaprosić.
guests-page-undo = Aby to cofnąć, wystarczy odpowiedzieć na posiadaną wiadomość samym słowem START.

## Reactions

reaction-said = Reakcja ({ $name }): { $emoji }.
reaction-unplaced = Reakcja: { $person }. Nie dotyczy żadnej znanej tu wiadomości albo nie pochodzi od kogoś, kto bierze udział w jej rozmowie; leży w skrzynce.
reaction-leaves = Reakcja taka jak { $emoji } na e-mail ({ $person }) idzie e-mailem do tej osoby i do nikogo więcej. Usunięta w ciągu { $seconds } s nie zostanie wysłana.
reaction-mailed = { $name } zareagował(a) na Państwa wiadomość.

## Mail of before

history-done =
    Poczta od { $since } jest już tutaj: { $mails ->
        [one] { $mails } e-mail
        [few] { $mails } e-maile
       *[many] { $mails } e-maili
    }, pokoje: { $rooms }, w osobnej przestrzeni. Nikogo o tym nie powiadomiono ani nie zaproszono, a nowa poczta trafia do tych samych pokojów.
history-none = Od { $since } nie było poczty do sprowadzenia.
history-left =
    Nie udało się sprowadzić wcześniejszej poczty ({ $count ->
        [one] { $count } e-mail
        [few] { $count } e-maile
       *[many] { $count } e-maili
    }); co jest w skrzynce, w niej zostaje:
history-reading = sprowadza pocztę od { $since }: dotąd znaleziono { $found }
history-filling = sprowadza pocztę od { $since }: { $settled } z { $found }
history-waits = czeka: { $what }

## Strony w przeglądarce

web-not-there = Tutaj nic nie ma
web-not-there-help = Proszę sprawdzić, czy otwarto cały link: programy pocztowe czasem go ucinają. Linki jednorazowe znikają po użyciu.
web-too-many = Zbyt wiele żądań
web-too-many-help =
    { $seconds ->
        [one] Proszę poczekać sekundę, a potem wczytać tę stronę ponownie.
        [few] Proszę poczekać { $seconds } sekundy, a potem wczytać tę stronę ponownie.
        [many] Proszę poczekać { $seconds } sekund, a potem wczytać tę stronę ponownie.
       *[other] Proszę poczekać { $seconds } sekundy, a potem wczytać tę stronę ponownie.
    }
web-failed = Coś poszło tutaj nie tak
web-failed-help = Nic nie przepadło. Proszę spróbować ponownie za chwilę; jeśli to się powtarza, proszę powiedzieć tym, którzy prowadzą Mailroom.
web-foreign-form = Ten formularz nie został wysłany z naszej strony
web-foreign-form-help = Dla bezpieczeństwa nic nie zrobiono. Proszę otworzyć link ponownie i tam wypełnić formularz.

## Własne skrzynki

login-link = Proszę w ciągu 15 minut otworzyć tę stronę i zalogować się na niej do swojej skrzynki: { $link } To, co się tam wpisze, nie trafia do Matriksa.
login-link-then = Na końcu strona pokazuje sześć cyfr. Proszę je tu napisać: login i cyfry. Linku ani cyfr proszę nikomu nie podawać.
login-added = { $address } jest już tutaj: nowa poczta przychodzi do pokojów w przestrzeni „{ $name }”, do której nie zaproszono nikogo poza Państwem. !mail logout ją usuwa.
login-wrong =
    { $left ->
        [one] To nie są cyfry, które pokazuje strona. Jeszcze { $left } próba, potem logowanie przepada.
        [few] To nie są cyfry, które pokazuje strona. Jeszcze { $left } próby, potem logowanie przepada.
        [many] To nie są cyfry, które pokazuje strona. Jeszcze { $left } prób, potem logowanie przepada.
       *[other] To nie są cyfry, które pokazuje strona. Jeszcze { $left } próby, potem logowanie przepada.
    }
login-spent = Zbyt wiele błędów; logowanie przepadło, a to, co wpisano, zostało usunięte. !mail login zaczyna od nowa.
login-none = Żadne Państwa logowanie nie czeka na cyfry. !mail login je zaczyna; cyfry są ważne dziesięć minut.
login-already-taken = { $address } jest tu już kontem. Prowadzący Mailroom mogą powiedzieć czyim.
login-no-words = Proszę pisać tu tylko !mail login, a potem sześć cyfr ze strony. Jeśli to było hasło: proszę usunąć wiadomość i zmienić hasło.
login-not-allowed = Prowadzący Mailroom nie pozwolili Państwu dodać własnej skrzynki (logins.allowed w konfiguracji).
login-no-pages = Własne skrzynki są tu dozwolone, ale nie ma strony do logowania. Prowadzący Mailroom muszą ustawić web w konfiguracji.
logout-none = Nie ma tu żadnej Państwa skrzynki.
logout-which = Którą? !mail logout i adres: { $addresses }
logout-done = { $address } usunięto: logowanie, hasło, maile i to, co z nich zapamiętano. Sama skrzynka jest taka jak była. Opuszczam jej pokoje.
login-page-title = Logowanie do własnej skrzynki
login-page-whose = Ta strona jest dla { $user }. Poczta ze skrzynki będzie w Matriksie pokazywana użytkownikowi { $user }. Proszę iść dalej tylko wtedy, gdy to Państwo.
login-page-begin = To ja, dalej
login-page-wrong-title = Jeszcze nie zalogowano
login-page-address = Adres e-mail
login-page-password = Hasło do skrzynki
login-page-password-hint = Wielu dostawców wymaga hasła dla programów (hasła aplikacji), gdy logowanie ma drugi składnik.
login-page-name = Imię i nazwisko w mailach
login-page-name-hint = Może pozostać puste.
login-page-servers = Serwery
login-page-servers-hint = Są wyszukiwane według adresu. Proszę je wpisać tylko wtedy, gdy to się nie uda.
login-page-imap = Poczta przychodzi z (IMAP)
login-page-smtp = Poczta wychodzi przez (SMTP)
login-page-host = Serwer
login-page-port = Port
login-page-security = Szyfrowanie
login-page-user = Nazwa użytkownika, jeśli nie jest nią adres
login-page-try = Zaloguj
login-page-no-address = To nie jest adres e-mail. Wygląda on tak: anna@example.org.
login-page-no-password = Brakuje hasła albo ma ono znaki, których żadne mieć nie może.
login-page-too-often = Ten link wypróbowano zbyt wiele razy. Proszę napisać !mail login do Mailroom, aby dostać nowy.
login-page-servers-none = Dla tego adresu nie znaleziono serwerów. Proszę wpisać te, które podaje dostawca.
login-page-servers-closed = Skrzynek z tej domeny nie można tu dodać. Prowadzący Mailroom mogą podać jej serwery.
login-page-servers-not-public = Te serwery nie mają publicznej nazwy i adresu, więc połączenia z nimi nie będzie. Prowadzący Mailroom mogą podać serwery wewnętrzne.
login-page-servers-port = To nie jest port serwera pocztowego: IMAP ma 993 lub 143, SMTP 465 lub 587.
login-page-refused = { $server } nie przyjął adresu i hasła. Proszę sprawdzić, czy są poprawne i czy dostawca nie wymaga hasła aplikacji albo wcześniejszej zgody na programy pocztowe.
login-page-tls = { $server } nie pokazał certyfikatu, któremu można zaufać. Proszę sprawdzić nazwę.
login-page-away = Nie udało się połączyć z { $server }. Proszę sprawdzić nazwę, port i szyfrowanie albo spróbować później.
login-page-taken = Ten adres jest tu już kontem. Prowadzący Mailroom mogą powiedzieć czyim.
login-page-code-title = Jeszcze jeden krok
login-page-code = Skrzynkę znaleziono. Proszę napisać to w rozmowie bezpośredniej z Mailroom, jako { $user }:
login-page-code-then = Jest to ważne dziesięć minut, a bez napisania nic nie zostanie zachowane. Proszę nikomu tego nie mówić. Potem można zamknąć tę stronę.
login-page-found = Poczta jest czytana na { $imap } i wysyłana przez { $smtp }.
login-page-over = Ten link już wykorzystano albo jest za stary
login-page-over-help = Proszę napisać !mail login w rozmowie bezpośredniej z Mailroom, aby dostać nowy.
login-page-coded = Cyfry już pokazano
login-page-coded-help = Proszę je napisać w rozmowie bezpośredniej z Mailroom. Jeśli przepadły, proszę napisać tam !mail login, aby dostać nowy link.
login-page-elsewhere = Ten link jest otwarty w innej przeglądarce
login-page-elsewhere-help = Jest ważny w przeglądarce, w której otwarto go najpierw. Jeśli to nie była Państwa przeglądarka, link ma ktoś inny: proszę napisać !mail login w rozmowie bezpośredniej z Mailroom, a ten straci ważność.
