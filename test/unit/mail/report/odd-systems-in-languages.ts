/** Reports of mail systems in other languages than English, as in `odd-systems.ts`. */
import { postmaster, returned } from './odd-systems.ts';
import type { OddReport } from './odd-systems.ts';

/** About petra@ziel.example, each. */
export const foreignReports: readonly OddReport[] = [
  {
    system: 'T-Online',
    from: 'Mail Delivery System <mailer-daemon@t-online.example>',
    subject: 'Undelivered Mail Returned to Sender',
    text:
      '|------------------------- Message log follows: -------------------------|\n no valid recipients ' +
      'were found for ' +
      'this message\n|------------------------- Failed addresses follow: ---------------------|\n ' +
      `<petra@ziel.example> ... unknown user\n|------------------------- Message text follows: ----|\n${returned}`,
    action: 'failed',
    hard: true,
  },
  {
    system: 'Exchange in German',
    from: postmaster,
    subject: 'Unzustellbar: Ihre Bestellung',
    text:
      'Fehler bei der Nachrichtenzustellung an folgende Empfänger oder Gruppen:\n\npetra@ziel.example\nDie ' +
      'eingegebene ' +
      'E-Mail-Adresse konnte nicht gefunden werden.\n',
    action: 'failed',
    hard: true,
  },
  {
    system: 'Exchange in German, a delay',
    from: postmaster,
    subject: 'Verzögerte Zustellung: Ihre Bestellung',
    text:
      'Die Zustellung an folgende Empfänger hat sich verzögert:\n\npetra@ziel.example\n\nDiese Nachricht wurde noch ' +
      'nicht zugestellt. Es wird weiterhin versucht, die Nachricht zuzustellen.\n',
    action: 'delayed',
  },
  {
    system: 'a German host, a warning',
    from: 'Mailsystem <mailer-daemon@hoster.example>',
    subject: 'Warnung: Nachricht noch nicht zugestellt',
    text:
      'Ihre Nachricht an\n\n  petra@ziel.example\n\nkonnte noch nicht zugestellt werden. Dies ist nur eine Warnung, ' +
      'Sie müssen nichts tun.\n',
    action: 'delayed',
  },
  {
    system: 'a French host',
    from: 'Mail Delivery System <MAILER-DAEMON@hebergeur.example>',
    subject: "Votre message n'a pas pu être remis",
    text: "Votre message adressé à\n\n  <petra@ziel.example>\n\nn'a pas pu être remis : destinataire inconnu.\n",
    action: 'failed',
    hard: true,
  },
  {
    system: 'a French host, a delay',
    from: postmaster,
    subject: 'Remise retardée : Votre commande',
    text:
      "Votre message n'a pas encore été remis au destinataire suivant :\n\npetra@ziel.example\n\nDe nouvelles " +
      'tentatives seront effectuées pendant deux jours.\n',
    action: 'delayed',
  },
  {
    system: 'a Spanish host',
    from: postmaster,
    subject: 'Su mensaje no ha podido ser entregado',
    text: 'No se pudo entregar el mensaje a estos destinatarios:\n\npetra@ziel.example\n\nusuario desconocido\n',
    action: 'failed',
    hard: true,
  },
  {
    system: 'an Italian host',
    from: 'Posta certificata <postmaster@gestore.example>',
    subject: 'AVVISO DI MANCATA CONSEGNA: Il suo ordine',
    text: "Il messaggio non è stato consegnato al destinatario:\n\npetra@ziel.example\n\nl'indirizzo non esiste\n",
    action: 'failed',
    hard: true,
  },
  {
    system: 'a Portuguese host, a delay',
    from: postmaster,
    subject: 'Atrasada: A sua encomenda',
    text: 'A mensagem ainda não foi entregue a:\n\npetra@ziel.example\n\nContinuaremos a tentar.\n',
    action: 'delayed',
  },
  {
    system: 'a Dutch host',
    from: postmaster,
    subject: 'Niet bezorgd: Uw bestelling',
    text: 'Uw bericht kon niet worden bezorgd bij:\n\npetra@ziel.example\n\nDit adres bestaat niet.\n',
    action: 'failed',
    hard: true,
  },
  {
    system: 'a Polish host, a delay',
    from: postmaster,
    subject: 'Opóźniona: Zamówienie',
    text: 'Wiadomość nie została jeszcze dostarczona do:\n\npetra@ziel.example\n',
    action: 'delayed',
  },
  {
    system: 'Yandex',
    from: 'mailer-daemon@yandex.example',
    subject: 'Недоставленное сообщение',
    text:
      'Это письмо отправлено почтовым сервером.\n\nК сожалению, ваше письмо не может быть отправлено одному или ' +
      'нескольким адресатам:\n\n<petra@ziel.example>: host mx.ziel.example said: 550 5.1.1 No such user\n',
    action: 'failed',
    reply: 550,
    hard: true,
  },
  {
    system: 'a Japanese provider',
    from: 'Mail Administrator <Postmaster@docomo.example>',
    subject: 'メールを送信できませんでした',
    text: '次のあて先へのメッセージはエラーのため送信できませんでした。\n\n<petra@ziel.example>: 550 Unknown user\n',
    action: 'failed',
    reply: 550,
  },
  {
    system: 'a Japanese provider, a delay',
    from: 'postmaster@provider.example',
    subject: '配信遅延のお知らせ',
    text: '次のあて先への配信が遅れています。再送を試みます。\n\npetra@ziel.example\n',
    action: 'delayed',
  },
  {
    system: 'QQ',
    from: 'PostMaster@qq.example',
    subject: '来自qq.example的退信',
    text: '抱歉，您的邮件被退回来了……\n\n收件人：petra@ziel.example\n退信原因：收件人地址不存在。\n',
    action: 'failed',
    hard: true,
  },
  {
    system: 'a Korean provider',
    from: 'Mail System <mailer-daemon@naver.example>',
    subject: '메일 전송 실패 알림',
    text: '메일이 전송되지 못했습니다.\n\n<petra@ziel.example>: 550 No such user here\n',
    action: 'failed',
    reply: 550,
  },
];
