/**
 * Lines of mails as people write them, a few a language, with the charsets of one byte in which programs sent them
 * before UTF-8: what the sets lack, which are English, German and Asian for the most part.
 */
interface Letters {
  readonly language: string;
  readonly charsets: readonly string[];
  readonly lines: readonly string[];
}

const western = ['windows-1252', 'iso-8859-15'];
const central = ['windows-1250', 'iso-8859-2'];
const baltic = ['windows-1257', 'iso-8859-13'];
const turkish = ['windows-1254'];
const cyrillic = ['windows-1251', 'koi8-r', 'iso-8859-5', 'cp866'];

export const letters: readonly Letters[] = [
  {
    language: 'en',
    charsets: western,
    lines: [
      'The fee is £250.',
      'We need 12 m³ of sand by Friday, please.',
      'Café opening on Monday',
      'It was 25° outside and the heating was on all day.',
      'My résumé is attached, thank you for looking at it.',
      'Prices rose by ½ point, that is £1,200 a year.',
      '© 2019 North Example Ltd. All rights reserved.',
      'Dear Zoë, the naïve approach did not work.',
    ],
  },
  {
    language: 'de',
    charsets: western,
    lines: [
      'Rückfrage zur Bestellung',
      'Die Prüfung ist für Dienstag geplant, Grüße aus Köln.',
      'Bitte schließen Sie die Tür.',
      'Größe 38, Fläche 45 m², Gefälle 3°',
      'ÄNDERUNG DER ÖFFNUNGSZEITEN',
      'Schöne Grüße',
      'Jörg Müller',
      'Der Vertrag läuft am 31. März aus (§ 5 Abs. 2).',
    ],
  },
  {
    language: 'fr',
    charsets: western,
    lines: [
      "D'où vient cette erreur ?",
      'Réunion reportée à jeudi',
      'Bonjour, voici le reçu demandé. Bien à vous, Hélène',
      'Où êtes-vous ? Nous sommes déjà là.',
      'Le dossier nº 12 a été envoyé à la mairie.',
      'Ça va très bien, merci !',
      'Prélèvement du 5 août',
      'Il a plu à Nîmes pendant la fête du château.',
    ],
  },
  {
    language: 'it',
    charsets: western,
    lines: [
      'Però lunedì',
      'Lunedì il negozio è chiuso, però martedì sarà aperto più a lungo.',
      'Così può venire giovedì o venerdì.',
      'La città è più bella di sera.',
      'Perché non è ancora arrivato?',
      'Disponibilità per martedì',
      'Nicolò non verrà.',
      "C'è un problema con la qualità.",
    ],
  },
  {
    language: 'es',
    charsets: western,
    lines: [
      '¿Cuándo llega el pedido?',
      'Mañana enviaré la factura número 7.',
      'Reunión del próximo miércoles',
      'La señora Núñez está de vacaciones.',
      'También necesitamos el código y la contraseña.',
      'José',
      'Año nuevo, ¡felicidades!',
      'El envío salió ayer según el seguimiento.',
    ],
  },
  {
    language: 'pt',
    charsets: western,
    lines: [
      'Reunião amanhã às nove',
      'Não consigo abrir o anexo, você pode enviar de novo?',
      'Atenção: alteração de preço',
      'São João da Boa Vista',
      'As informações estão na página três.',
      'Obrigado pela atenção. Até já!',
      'Operação concluída',
      'O relatório já está disponível para o conselho.',
    ],
  },
  {
    language: 'da',
    charsets: western,
    lines: [
      'Pris på rør: æ ø å og 50 £ rabat',
      'Kære alle, vi får rør på tirsdag. Blåbærgrød.',
      'Øyvind',
      'Søren Ærø',
      'Mødet er flyttet til på lørdag.',
      'Må jeg få en kvittering?',
      'Når I åbner døren, går alarmen.',
      'Spørgsmål om faktura',
    ],
  },
  {
    language: 'no',
    charsets: western,
    lines: [
      'Øyvind Åsen',
      'Hei, vi får ikke åpnet døra på kontoret.',
      'Møte på onsdag',
      'Bjørn kommer ikke før søndag.',
      'Ønsker dere å få tilbud på båten?',
      'Vær så snill å svare i løpet av dagen.',
    ],
  },
  {
    language: 'sv',
    charsets: western,
    lines: [
      'Möte på fredag',
      'Hej, jag får inte igång skrivaren på övervåningen.',
      'Åsa Öberg',
      'Vänliga hälsningar',
      'Är ni öppna på söndag?',
      'Fakturan är betald för två månader sedan.',
    ],
  },
  {
    language: 'fi',
    charsets: western,
    lines: [
      'Tervetuloa käymään meillä tänään',
      'Hyvää päivää, lähetän laskun vielä tällä viikolla.',
      'Pyydän lisätietoja tästä työstä.',
      'Ystävällisin terveisin, Päivi',
    ],
  },
  {
    language: 'is',
    charsets: western,
    lines: [
      'Góðan daginn, ég þarf að breyta pöntuninni.',
      'Þetta er ekki rétt',
      'Fundur á miðvikudag klukkan þrjú',
      'Takk fyrir, Sigríður Jónsdóttir',
    ],
  },
  {
    language: 'nl',
    charsets: western,
    lines: [
      'De coördinatie is geregeld, één vraag nog.',
      'Wij ontvingen € 12 te veel.',
      'Financiële gegevens van België',
      'Het idee van de crèche is goed.',
    ],
  },
  {
    language: 'ca',
    charsets: western,
    lines: [
      'Bon dia, demà serà un dia molt important perquè vindrà el client.',
      'Això no és així, però gràcies.',
      'Reunió a Lleó número 3',
      'Informació sobre el curs de català',
    ],
  },
  {
    language: 'ga',
    charsets: western,
    lines: ['Tá fáilte romhat', 'Go raibh maith agat as do chuid oibre, a Sheáin.', 'Conas atá tú inniu?'],
  },
  {
    language: 'sq',
    charsets: western,
    lines: ['Përshëndetje, faleminderit për përgjigjen.', 'Është çështje shumë e rëndësishme.', 'Nuk është e mundur.'],
  },
  {
    language: 'et',
    charsets: western,
    lines: ['Tere õhtust, saadan teile tänase päeva arve.', 'Küsimus töö kohta', 'Ülo Mägi'],
  },
  {
    language: 'pl',
    charsets: central,
    lines: [
      'Dzień dobry, przesyłam zaległą fakturę.',
      'Proszę o odpowiedź',
      'Zażółć gęślą jaźń',
      'Spotkanie w środę o dziewiątej',
      'Łukasz Wójcik',
      'Czy mogę już zapłacić?',
      'Zamówienie nr 12 zostało wysłane.',
      'Pytanie o płatność',
    ],
  },
  {
    language: 'cs',
    charsets: central,
    lines: [
      'Dobrý den, posílám vám přílohu.',
      'Příloha',
      'Děkuji za rychlou odpověď, těším se na setkání.',
      'Jiří Dvořák',
      'Kůň žere trávu.',
      'Objednávka č. 15 je připravena.',
      'Žádost o změnu hesla',
      'Můžete mi prosím zaslat účet?',
    ],
  },
  {
    language: 'sk',
    charsets: central,
    lines: [
      'Dobrý deň, ďakujem za odpoveď.',
      'Môžete mi poslať faktúru?',
      'Ľubomír Šťastný',
      'Objednávka je už na ceste k vám.',
      'Žiadosť o zmenu',
      'Prajem pekný deň',
    ],
  },
  {
    language: 'hu',
    charsets: central,
    lines: [
      'Jó napot kívánok, küldöm a számlát.',
      'Kérdés a megrendelésről',
      'Köszönöm szépen a gyors választ, üdvözlettel Erzsébet',
      'A jövő héten érkezik az első szállítmány.',
      'Győr',
      'Nem működik a fűtés az irodában, kérem, segítsenek!',
    ],
  },
  {
    language: 'hr',
    charsets: central,
    lines: [
      'Poštovani, šaljem vam račun za veljaču.',
      'Željko Marić',
      'Molim vas da provjerite još jednom, čekam odgovor.',
      'Možemo li se vidjeti sljedeći tjedan?',
      'Narudžba',
      'Riječki đaci',
    ],
  },
  {
    language: 'sl',
    charsets: central,
    lines: ['Pozdravljeni, pošiljam vam račun.', 'Prosim za čimprejšnji odgovor.', 'Želim vam lep dan še naprej.'],
  },
  {
    language: 'ro',
    charsets: central,
    lines: [
      'Bună ziua, vă trimit factura.',
      'Mulţumesc pentru răspuns şi pentru ajutor.',
      'Şedinţa de mâine',
      'Îmi pare rău, dar nu funcţionează încă.',
    ],
  },
  {
    language: 'tr',
    charsets: turkish,
    lines: [
      'Merhaba, faturayı ekte gönderiyorum.',
      'Toplantı yarın saat onda başlıyor.',
      'İyi çalışmalar, Ayşe Yıldız',
      'Teşekkürler',
      'Sipariş hakkında bilgi alabilir miyim?',
      'Değişiklik için lütfen bize yazın.',
    ],
  },
  {
    language: 'lt',
    charsets: baltic,
    lines: [
      'Laba diena, siunčiu jums sąskaitą.',
      'Ačiū už greitą atsakymą, šiandien užsakymas išsiųstas.',
      'Klausimas dėl mokėjimo',
      'Jūratė Žemaitė',
    ],
  },
  {
    language: 'lv',
    charsets: baltic,
    lines: [
      'Labdien, nosūtu jums rēķinu.',
      'Paldies par ātro atbildi, pasūtījums šodien tiks nosūtīts.',
      'Jautājums par maksājumu',
      'Jānis Bērziņš',
    ],
  },
  {
    language: 'ru',
    charsets: cyrillic,
    lines: [
      'Да',
      'СРОЧНО: ответ нужен сегодня',
      'СРОЧНО',
      'Добрый день, отправляю вам счёт за март.',
      'Re: вопрос',
      'Иван',
      'Пожалуйста, пришлите договор (PDF).',
    ],
  },
  {
    language: 'uk',
    charsets: ['windows-1251', 'koi8-u'],
    lines: ['Доброго дня, надсилаю рахунок.', 'Дякую за відповідь, її отримано.', 'Київ', 'Запитання щодо оплати'],
  },
  {
    language: 'bg',
    charsets: ['windows-1251'],
    lines: ['Здравейте, изпращам ви фактурата.', 'Благодаря за бързия отговор', 'Въпрос за плащането'],
  },
  {
    language: 'el',
    charsets: ['windows-1253', 'iso-8859-7'],
    lines: ['Καλημέρα σας, στέλνω το τιμολόγιο.', 'Ναι', 'Ευχαριστώ για την απάντηση', 'ΕΠΕΙΓΟΝ', 'Ερώτηση'],
  },
  {
    language: 'he',
    charsets: ['windows-1255', 'iso-8859-8'],
    lines: ['שלום, אני שולח לכם את החשבונית.', 'תודה', 'שאלה על התשלום'],
  },
  {
    language: 'ar',
    charsets: ['windows-1256', 'iso-8859-6'],
    lines: ['السلام عليكم، أرسل لكم الفاتورة.', 'شكرا', 'سؤال عن الدفع'],
  },
];
