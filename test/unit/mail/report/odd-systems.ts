/** Reports as mail systems write them that know no RFC 3464, or write it badly: what each is to be read as. */

/** One report: what stands in its header and body, and what is to be found in it. */
export interface OddReport {
  readonly system: string;
  readonly from: string;
  readonly subject: string;
  readonly text: string;
  readonly head?: string;
  /** `failed` or `delayed`. */
  readonly action: 'failed' | 'delayed';
  /** SMTP reply, null for none. */
  readonly reply?: number | null;
  /** Whether the address is bad for good. */
  readonly hard?: boolean;
}

/** The header of the mail that came back. */
export const returned =
  '\nReceived: from mx.firma.example (192.0.2.4) by gw.ziel.example\nMessage-ID: <xyz.1@firma.example>\n' +
  'From: Support <support@firma.example>\nTo: petra@ziel.example\nSubject: Your order\n\nIt is on its way.\n';

const daemon = 'MAILER-DAEMON@mx.ziel.example';
export const postmaster = 'Postmaster <postmaster@ziel.example>';

/** About petra@ziel.example, each. */
export const oddReports: readonly OddReport[] = [
  {
    system: 'a gateway that is called nothing in particular',
    from: 'smtp_gateway@gw.ziel.example',
    subject: 'Returned Mail - Error During Delivery',
    text:
      '------ Failed Recipients ------\n\n<petra@ziel.example>: Requested action not taken: mailbox unavailable. ' +
      `[SMTP Error Code 550]\n-------- Returned Mail --------\n${returned}`,
    action: 'failed',
    reply: 550,
  },
  {
    system: 'a gateway whose address says nothing, by its form',
    from: 'Exchange Gateway <notify17@gw.ziel.example>',
    subject: 'Message delivery failed',
    text: `***** Undeliverable recipients: *****\n\npetra@ziel.example (550 5.1.1 No such user)\n${returned}`,
    action: 'failed',
    reply: 550,
    hard: true,
  },
  {
    system: 'under the header of a list',
    from: daemon,
    subject: 'Your message to petra@ziel.example could not be delivered.',
    head: 'Precedence: bulk\nList-Id: Newsletter of Firma <news.firma.example>\n',
    text:
      'Hello,\n\nthis is the mail server of ziel.example. Your message to petra@ziel.example has reached us, but ' +
      'this\naddress is wrong or no longer valid. Your message has NOT been delivered.\n',
    action: 'failed',
    hard: true,
  },
  {
    system: 'a warning in words',
    from: 'Mail Delivery System <MAILER-DAEMON@mx.firma.example>',
    subject: 'Warning: message has not yet been delivered',
    text:
      'Your message to:\n\tpetra@ziel.example\n\nhas not yet been delivered because the recipient server did not ' +
      'respond.\nThis is just a warning, you do not need to do anything. We will try for 5 days.\n',
    action: 'delayed',
  },
  {
    system: 'Sendmail of old, a warning',
    from: 'Mail Delivery Subsystem <MAILER-DAEMON@mx.firma.example>',
    subject: 'Warning: could not send message for past 4 hours',
    text:
      '    **********************************************\n    **      THIS IS A WARNING MESSAGE ONLY      **\n' +
      '    **  YOU DO NOT NEED TO RESEND YOUR MESSAGE  **\n    **********************************************\n\n' +
      'The original message was received at Mon, 2 Nov 2026 05:00:00 +0100\nfrom localhost\n\n' +
      '   ----- The following addresses had transient non-fatal errors -----\n<petra@ziel.example>\n\n' +
      '   ----- Transcript of session follows -----\n<petra@ziel.example>... Deferred: Connection timed out with ' +
      'ziel.example.\nWarning: message still undelivered after 4 hours\nWill keep trying until message is 5 days old\n',
    action: 'delayed',
  },
  {
    system: 'Sendmail of old',
    from: 'Mail Delivery Subsystem <MAILER-DAEMON@mx.firma.example>',
    subject: 'Returned mail: User unknown',
    text:
      'The original message was received at Mon, 2 Nov 2026 05:00:00 +0100\n\n   ----- The following addresses had ' +
      'permanent fatal errors -----\n<petra@ziel.example>\n\n   ----- Transcript of session follows -----\n... while ' +
      'talking to ziel.example.:\n>>> RCPT To:<petra@ziel.example>\n<<< 550 <petra@ziel.example>... User unknown\n' +
      `550 <petra@ziel.example>... User unknown\n\n   ----- Original message follows -----\n${returned}`,
    action: 'failed',
    reply: 550,
    hard: true,
  },
  {
    system: 'qmail',
    from: daemon,
    subject: 'failure notice',
    text:
      "Hi. This is the qmail-send program at ziel.example.\nI'm afraid I wasn't able to deliver your message to the " +
      "following addresses.\nThis is a permanent error; I've given up. Sorry it didn't work out.\n\n" +
      '<petra@ziel.example>:\nSorry, no mailbox here by that name. (#5.1.1)\n\n--- Below this line is a copy of the ' +
      `message.\n${returned}`,
    action: 'failed',
    hard: true,
  },
  {
    system: 'Exim, a delay',
    from: 'Mail Delivery System <Mailer-Daemon@mx.firma.example>',
    subject: 'Warning: message 1kXyZa-0004Xy-7Q delayed 24 hours',
    text:
      'This message was created automatically by mail delivery software.\nA message that you sent has not yet been ' +
      'delivered to one or more of its\nrecipients after more than 24 hours on the queue on mx.firma.example.\n\nThe ' +
      'address to which the message has not yet been delivered is:\n\n  petra@ziel.example\n    Delay reason: ' +
      'Connection timed out\n\nNo action is required on your part. Delivery attempts will continue for\nsome time.\n',
    action: 'delayed',
  },
  {
    system: 'Postfix, a delay as text alone',
    from: 'Mail Delivery System <MAILER-DAEMON@mx.firma.example>',
    subject: 'Delayed Mail (still being retried)',
    text:
      'This is the mail system at host mx.firma.example.\n\n# THIS IS A WARNING ONLY.  YOU DO NOT NEED TO ' +
      'RESEND YOUR ' +
      'MESSAGE. #\n\nYour message could not be delivered for more than 4 hour(s).\nIt will be retried until it is 5 ' +
      'day(s) old.\n\n<petra@ziel.example>: connect to mail.ziel.example[192.0.2.1]:25: Connection timed out\n',
    action: 'delayed',
  },
  {
    system: 'Exchange 5.5',
    from: 'System Administrator <postmaster@ziel.example>',
    subject: 'Undeliverable: Your order',
    text:
      'Your message\n\n  To:      Petra\n  Subject: Your order\n  Sent:    Mon, 2 Nov 2026 09:00:00 +0100\n\ndid not ' +
      'reach the following recipient(s):\n\npetra@ziel.example on Mon, 2 Nov 2026 09:00:02 +0100\n    The recipient ' +
      'name is not recognized\n\tThe MTS-ID of the original message is: c=de;a= ;p=ziel;l=MX-261102080002Z-17\n' +
      '    MSEXCH:IMS:Ziel:BERLIN:MX 0 (000C05A6) Unknown Recipient\n',
    action: 'failed',
    hard: true,
  },
  {
    system: 'Lotus Notes of old',
    from: 'Lotus Notes Mail Router <Postmaster@notes.ziel.example>',
    subject: 'NOTICE: Mail Delivery Failure',
    text:
      '------- Failure Reasons  --------\n\nUser not listed in public Name & Address Book\npetra@ziel.example\n\n\n' +
      `------- Returned Message --------\n${returned}`,
    action: 'failed',
    hard: true,
  },
  {
    system: 'GroupWise',
    from: 'GroupWise <gwia@ziel.example>',
    subject: 'Message status - undeliverable',
    text:
      'The message that you sent was undeliverable to the following:\n\tpetra@ziel.example (user not found)\n\n' +
      'Possibly truncated original message follows:\n',
    action: 'failed',
    hard: true,
  },
  {
    system: 'Novell',
    from: 'Postmaster@nw.ziel.example',
    subject: 'Mail failure',
    text:
      '[005] SMTP error\nYour mail could not be delivered:\n\npetra@ziel.example\n   The recipient was unknown\n' +
      returned,
    action: 'failed',
    hard: true,
  },
  {
    system: 'AOL of old',
    from: 'Mail Delivery Subsystem <MAILER-DAEMON@aol.example>',
    subject: 'Returned mail: see transcript for details',
    text:
      'Your mail to the following recipients could not be delivered because they are not accepting mail from ' +
      `support@firma.example:\n\tpetra@ziel.example\n${returned}`,
    action: 'failed',
  },
  {
    system: 'Yahoo of old',
    from: 'MAILER-DAEMON@yahoo.example',
    subject: 'failure delivery',
    text:
      'Message from yahoo.example.\nUnable to deliver message to the following ' +
      'address(es).\n\n<petra@ziel.example>:\n' +
      "This user doesn't have a ziel.example account (petra@ziel.example) [0]\n\n--- Original message follows.\n" +
      returned,
    action: 'failed',
    hard: true,
  },
  {
    system: 'Mimecast',
    from: 'Postmaster <postmaster@mimecast.ziel.example>',
    subject: '[Postmaster] Email Delivery Failure',
    text:
      'This is a delivery failure notification message which indicates that\nan email you addressed to email address ' +
      ':\n-- petra@ziel.example\n\ncould not be delivered. The problem appears to be :\n-- Recipient email server ' +
      'rejected the message\n\nAdditional information follows :\n-- 550 5.7.1 Message rejected by policy\n',
    action: 'failed',
    reply: 550,
  },
  {
    system: 'Barracuda',
    from: postmaster,
    subject: '**Message you sent blocked by our bulk email filter**',
    text:
      'Your message to: petra@ziel.example\nwas blocked by our Spam Firewall. The email you sent with the following ' +
      'subject has NOT BEEN DELIVERED:\n\nSubject: Your order\n',
    action: 'failed',
  },
  {
    system: 'Google, without a report',
    from: 'Mail Delivery Subsystem <mailer-daemon@google.example>',
    subject: 'Delivery Status Notification (Failure)',
    text:
      'Delivery to the following recipient failed permanently:\n\n     petra@ziel.example\n\nTechnical details of ' +
      'permanent failure: \nGoogle tried to deliver your message, but it was rejected by the server for ' +
      'the recipient ' +
      'domain ziel.example by mx.ziel.example. [192.0.2.1].\n\nThe error that the other server returned was:\n550 ' +
      `5.2.2 Mailbox full\n\n----- Original message -----\n${returned}`,
    action: 'failed',
    reply: 550,
  },
  {
    system: 'Google, a delay without a report',
    from: 'Mail Delivery Subsystem <mailer-daemon@google.example>',
    subject: 'Delivery Status Notification (Delay)',
    text:
      'This is an automatically generated Delivery Status Notification\n\nTHIS IS A WARNING MESSAGE ONLY.\n\nYOU DO ' +
      'NOT NEED TO RESEND YOUR MESSAGE.\n\nDelivery to the following recipient has been delayed:\n\n     ' +
      'petra@ziel.example\n\nMessage will be retried for 2 more day(s)\n',
    action: 'delayed',
  },
  {
    system: 'an X.400 gateway (PP)',
    from: 'X400-Gateway <x400gw@ziel.example>',
    subject: 'Delivery Report (failure) for petra@ziel.example',
    text:
      'This report relates to your message: Subject: Your order,\n\tMessage-ID: ' +
      '<xyz.1@firma.example>\n\nYour message ' +
      'was not delivered to\n          petra@ziel.example\nfor the following reason:\n          Diagnostic was ' +
      'Unrecognised OR-Name\n          Information User unknown\n',
    action: 'failed',
    hard: true,
  },
  {
    system: 'IMail',
    from: postmaster,
    subject: 'Undeliverable Mail',
    text: `Unknown user: petra@ziel.example\n\nOriginal message follows.\n${returned}`,
    action: 'failed',
    hard: true,
  },
  {
    system: 'MDaemon',
    from: 'MDaemon@mx.ziel.example',
    subject: 'Permanent Delivery Failure',
    text:
      'The attached message had PERMANENT fatal delivery errors.\n\nAfter one or more unsuccessful delivery attempts ' +
      'the attached message has been removed from the mail queue on this server.\n\n--- Session Transcript ---\n' +
      'RCPT To:<petra@ziel.example>\n<-- 550 <petra@ziel.example>, Recipient unknown\n--- End Transcript ---\n',
    action: 'failed',
    reply: 550,
    hard: true,
  },
  {
    system: 'MDaemon, a delay',
    from: 'MDaemon@mx.firma.example',
    subject: 'Delivery delayed: Your order',
    text:
      'The attached message is still in the remote queue. DELIVERY ATTEMPTS WILL CONTINUE.\n\nRecipient: ' +
      'petra@ziel.example\n',
    action: 'delayed',
  },
  {
    system: 'Courier',
    from: daemon,
    subject: 'NOTICE: mail delivery status.',
    text:
      'This is a delivery status notification from mx.ziel.example,\nrunning the Courier mail server.\n\n' +
      '             UNDELIVERABLE MAIL\n\nYour message to the following recipients cannot be delivered:\n\n' +
      '<petra@ziel.example>:\n    mx.ziel.example [192.0.2.1]:\n>>> RCPT TO:<petra@ziel.example>\n<<< 550 ' +
      'User unknown.\n',
    action: 'failed',
    reply: 550,
    hard: true,
  },
  {
    system: 'InterScan',
    from: 'InterScan MSS <viruswall@ziel.example>',
    subject: 'Mail could not be delivered',
    text:
      'Sent <<< RCPT TO:<petra@ziel.example>\nReceived >>> 550 5.1.1 <petra@ziel.example>... User unknown\n\nUnable ' +
      `to deliver message to <petra@ziel.example>.\n${returned}`,
    action: 'failed',
    reply: 550,
    hard: true,
  },
];

/** Mails of people and shops that look a little like reports, and are none. */
export const noReports: readonly Pick<OddReport, 'system' | 'from' | 'subject' | 'text' | 'head'>[] = [
  {
    system: 'a customer who shows what came back',
    from: 'Ann <ann@kunde.example>',
    subject: 'Returned mail?',
    text:
      'Hello, I got this. What do I do?\n\n------ Failed Recipients ------\n\n<petra@ziel.example>: 550 no mailbox\n' +
      returned,
  },
  {
    system: 'an answer to a form',
    from: 'Ann <ann@kunde.example>',
    subject: 'Re: Returned Mail - Error During Delivery',
    text: `------ Failed Recipients ------\n\n<petra@ziel.example>: 550 no mailbox\n${returned}`,
  },
  {
    system: 'a customer whose pump failed',
    from: 'Bo <bo@kunde.example>',
    subject: 'Failure: pump 7',
    text: 'The pump could not be delivered yesterday, and the address was wrong. Please send it to bo@kunde.example.',
  },
  {
    system: 'a customer who asks about a delay',
    from: 'Bo <bo@kunde.example>',
    subject: 'Delivery delayed',
    text: 'My order has not yet been delivered. This is just a warning: I will cancel it.',
  },
  {
    system: 'a parcel that could not be delivered',
    from: 'Parcels <no-reply@parcels.example>',
    subject: 'Delivery failed: parcel 550 17',
    text: 'Your parcel could not be delivered, the address was wrong. We will try again tomorrow. Code 550.',
  },
  {
    system: 'a person at a server’s address',
    from: 'Smith & Sons <mailer@shop.example>',
    subject: 'Our new catalogue',
    text: 'It has not been delivered to everybody yet. Ask for yours.',
  },
  {
    system: 'a heading of a person',
    from: 'Cleo <cleo@kunde.example>',
    subject: 'Delivery problem with order 12',
    text: '--- Delivery ---\n\nThe parcel never came. Write to cleo@kunde.example.',
  },
];
