import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isListFooter } from '../../../../src/mail/quote/list-footer.ts';
import { splitText } from '../../../../src/mail/quote/quote.ts';
import { isAddedLine } from '../../../../src/mail/quote/signature.ts';

describe('a line that a program added', () => {
  for (const line of [
    'Sent from my iPhone',
    'Sent from my iPad. Please excuse typos.',
    'Sent from Mail for Windows 10',
    'Sent from Mail<https://go.microsoft.com/fwlink/?LinkId=550986> for Windows',
    'Sent from my Samsung Galaxy smartphone.',
    'Sent from Yahoo Mail on Android',
    'Sent with Proton Mail secure email.',
    'Sent via BlackBerry by AT&T',
    'Sent from my desk',
    'Get Outlook for iOS<https://aka.ms/o0ukef>',
    'Von meinem iPhone gesendet',
    'Diese Nachricht wurde von meinem Android-Gerät mit WEB.DE Mail gesendet.',
    'Gesendet mit der GMX Mail App',
    'Envoyé de mon iPhone',
    'Enviado desde mi iPhone',
    'Enviado do meu iPhone',
    'Inviato da iPhone',
    'Verzonden vanaf mijn iPhone',
    'Skickat från min iPhone',
    'Lähetetty iPhonesta',
    'Wysłane z iPhone’a',
    'Odesláno z iPhonu',
    'Отправлено с iPhone',
    'Отправлено из Почты для Windows',
    'Отправлено из приложения "Почта" для Windows 10',
    'Отправлено из мобильной Почты Mail.ru',
    'Отправлено с моего телефона',
    'Получить Outlook для iOS<https://aka.ms/o0ukef>',
    'Скачайте Outlook для Android',
    'Отримати Outlook для iOS',
    'Надіслано із Пошти для Windows',
    'Изпратено от Поща за Windows',
    'Изтеглете Outlook за Android',
    'Послато са мог телефона',
    'Στάλθηκε από την Αλληλογραφία για Windows',
    'Αποκτήστε το Outlook για iOS',
    'قبل أن تطبع: الحصول على Outlook لـ iOS https://aka.ms/o0ukef',
    'الحصول على Outlook لـ iOS',
    'تم الإرسال من البريد لـ Windows',
    'נשלח מדואר עבור Windows',
    'קבל את Outlook עבור iOS',
    'iOS için Outlook’u edinin',
    'Windows için Posta ile gönderildi',
    'iPhone’umdan gönderildi',
    'Az iOS-hez készült Outlook beszerzése',
    'iPhone-omról küldve',
    'Získat Outlook pro iOS',
    'Obțineți Outlook pentru iOS',
    'Outlook voor iOS downloaden',
    '发送自 Windows 版邮件应用',
    '获取适用于 iOS 的 Outlook',
    '发自我的iPhone',
    '發送自我的 iPhone',
    '从 Windows 版邮件发送',
    'Windows 版のメールから送信',
    'iPhoneから送信',
    'iOS 版 Outlook を入手',
    'Windows용 메일에서 보냄',
    'iOS용 Outlook 다운로드',
    '나의 iPhone에서 보냄',
    'ส่งจาก iPhone ของฉัน',
    'รับ Outlook สำหรับ iOS',
    'Tải Outlook cho iOS',
  ])
    it(`is: ${line}`, () => assert.equal(isAddedLine(line), true));
});

describe('a sentence about something that was sent', () => {
  for (const line of [
    'Sent from my desk is much easier than from the hall, by the way.',
    'Sent from my phone yesterday, it arrived.',
    'Sent by courier on Monday.',
    'Sent via UPS, tracking number 1Z999AA10123456784',
    'Sent with DHL',
    'Ich habe das Paket gestern verschickt.',
    'Die Rechnung wurde an Frau Meier gesendet.',
    'Vom Lager am Montag verschickt.',
    'Envoyé par DHL hier.',
    'Expédié de Lyon le 3 mars',
    'Enviado con Correos, número 12345678901',
    'Spedito con corriere',
    'Verzonden met PostNL',
    'Wysłano przez kuriera',
    'Отправлено через СДЭК',
    'Отправлено с курьером вчера',
    'Fatura dün gönderildi.',
    'A számlát holnap küldöm.',
    '来自北京的客户',
    '请求书は本日郵便で送信しました',
    '본사에서 보냈습니다.',
    'It happens in Outlook for Android',
    'Outlook for iOS crashes',
    'Download the report from https://files.example/aka.ms/x',
    'Visit us at the fair on Monday',
    'Reply to this email by Friday',
    'To view this discussion in the room, come at ten.',
    'Archive: the blue box in the cellar',
  ])
    it(`is none: ${line}`, () => assert.equal(isAddedLine(line), false));
});

describe('the footer of a list', () => {
  for (const line of [
    'You received this message because you are subscribed to the Google Groups "Support" group.',
    'To unsubscribe from this group and stop receiving emails from it, send an email to a+unsubscribe@list.example.',
    'To view this discussion visit https://groups.google.com/d/msgid/support/1%40list.example.',
    'Sie erhalten diese Nachricht, weil Sie in Google Groups E-Mails von der Gruppe "Support" abonniert haben.',
    'Вы получили это сообщение, поскольку подписаны на группу "Support".',
    '您收到此邮件是因为您订阅了Google网上论坛上的“Support”群组。',
    'users mailing list -- users@list.example',
    'To unsubscribe send an email to users-leave@list.example',
    'https://list.example/mailman/listinfo/users',
    'Groups.io Links: You receive all messages sent to this group.',
    'View/Reply Online (#123): https://list.example/g/users/message/123',
    'Visit Topic or reply to this email to respond.',
    'Reply to this email directly, view it on GitHub, or unsubscribe.',
    'You are receiving this because you were mentioned.',
  ])
    it(`is known: ${line}`, () => assert.equal(isListFooter(line), true));

  it('goes, also where nothing stands above it that says so', () => {
    const { kept, cut } = splitText(
      'Yes, on Monday.\n\nOn Mon, 2 Nov 2026, Support wrote:\n> When?\n\n' +
        'You received this message because you are subscribed to the Google Groups "Support" group.\n' +
        'To unsubscribe from this group and stop receiving emails from it, send an email to ' +
        'support+unsubscribe@list.example.\nTo view this discussion visit https://groups.google.com/d/msgid/support/1.\n',
    );
    assert.equal(kept, 'Yes, on Monday.');
    assert.match(cut, /> When\?[^]*To view/u);
  });
  it('goes where a program broke its lines', () => {
    const { kept } = splitText(
      'Yes, on Monday.\n\n-- \nYou received this message because you are subscribed to the Google\nGroups "Support" ' +
        'group.\nTo unsubscribe from this group and stop receiving emails from it, send\nan email to ' +
        'support+unsubscribe@list.example.\n',
    );
    assert.equal(kept, 'Yes, on Monday.');
  });
});

describe('a reply of Windows Mail or of Outlook on a phone', () => {
  const blocks: readonly (readonly [string, string, string])[] = [
    [
      'Russian',
      'Отправлено из Почты для Windows',
      'От: Support\nОтправлено: 2 ноября 2026 г. 9:00\nКому: Quentin\nТема: Re: Scanner',
    ],
    [
      'Russian, on a phone',
      'Получить Outlook для iOS<https://aka.ms/o0ukef>\n________________________________',
      'От: Support <support@firma.example>\n' +
        'Отправлено: понедельник, 2 ноября 2026 г. 9:00:00\nКому: Q <q@kunde.example>\nТема: Re: Scanner',
    ],
    [
      'Ukrainian',
      'Надіслано із Пошти для Windows',
      'Від: Support\nНадіслано: 2 листопада 2026 р. 9:00\nКому: Quentin\nТема: Re: Scanner',
    ],
    [
      'Bulgarian',
      'Изпратено от Поща за Windows',
      'От: Support\nИзпратено: 2 ноември 2026 г. 9:00\nДо: Quentin\nОтносно: Re: Scanner',
    ],
    [
      'Serbian',
      'Послато са апликације Outlook за Android',
      'Од: Support\nПослато: 2. новембар 2026. 9:00\nЗа: Quentin\nТема: Re: Scanner',
    ],
    [
      'Greek',
      'Στάλθηκε από την Αλληλογραφία για Windows',
      'Από: Support\nΣτάλθηκε: Δευτέρα, 2 Νοεμβρίου 2026 9:00\nΠρος: Quentin\nΘέμα: Re: Scanner',
    ],
    [
      'Hebrew',
      'נשלח מדואר עבור Windows',
      'מאת: Support\nנשלח: יום שני 02 נובמבר 2026 9:00\nאל: Quentin\nנושא: Re: Scanner',
    ],
    [
      'Arabic',
      'الحصول على Outlook لـ iOS\n________________________________',
      'من: Support\nتم الإرسال: الاثنين، 2 نوفمبر 2026 9:00\nإلى: Quentin\nالموضوع: Re: Scanner',
    ],
    [
      'Persian',
      'ارسال شده از Mail برای Windows',
      'از: Support\nارسال شده: دوشنبه 2 نوامبر 2026 9:00\nبه: Quentin\nموضوع: Re: Scanner',
    ],
    [
      'Turkish',
      'iOS için Outlook’u edinin\n________________________________',
      'Gönderen: Support\nGönderildi: 2 Kasım 2026 Pazartesi 9:00\nKime: Quentin\nKonu: Re: Scanner',
    ],
    [
      'Chinese',
      '从 Windows 版邮件发送',
      '发件人: Support\n发送时间: 2026年11月2日 9:00\n收件人: Quentin\n主题: Re: Scanner',
    ],
    [
      'Japanese',
      'Windows 版のメールから送信',
      '差出人: Support\n送信日時: 2026年11月2日 9:00\n宛先: Quentin\n件名: Re: Scanner',
    ],
    [
      'Korean',
      'Windows용 메일에서 보냄',
      '보낸 사람: Support\n보낸 날짜: 2026년 11월 2일 월요일 오전 9:00\n받는 사람: Quentin\n제목: Re: Scanner',
    ],
    [
      'Thai',
      'รับ Outlook สำหรับ iOS\n________________________________',
      'จาก: Support\nส่ง: วันจันทร์ที่ 2 พฤศจิกายน 2026 9:00\nถึง: Quentin\nเรื่อง: Re: Scanner',
    ],
    [
      'Lithuanian',
      'Gauti „Outlook“, skirtą „iOS“',
      'Nuo: Support\nIšsiųsta: 2026 m. lapkričio 2 d. 9:00\nKam: Quentin\nTema: Re: Scanner',
    ],
  ];
  for (const [language, added, header] of blocks)
    it(`in ${language} is what was written above`, () => {
      const { kept } = splitText(`It works now.\n\n${added}\n\n${header}\n\nDoes it work?\n`);
      assert.equal(kept, 'It works now.');
      const alone = splitText(`It works now.\n\n${added}\n`);
      assert.equal(alone.kept, 'It works now.');
    });
});
