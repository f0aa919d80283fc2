import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { isAutoReplySubject, isBounceSubject } from '../../../../src/mail/mime/classify-words.ts';
import type { MailKind } from '../../../../src/mail/types.ts';
import { parse } from './parse-helpers.ts';

const rows: readonly (readonly [string, MailKind, string])[] = [
  ['an ordinary mail', 'message', 'From: Ann <ann@example.org>\nSubject: Lunch\n\nNoon?'],
  ['Auto-Submitted: no', 'message', 'From: a@example.org\nAuto-Submitted: no\n\nHi'],
  [
    'X-Auto-Response-Suppress alone, as every Exchange mail may have it',
    'message',
    'From: a@example.org\nX-Auto-Response-Suppress: All\n\nHi',
  ],
  [
    'a person who writes about a bounce',
    'message',
    'From: Ann <ann@example.org>\nSubject: Re: Undelivered Mail Returned to Sender\n\nDid you see that our mail ' +
      'could not be delivered?',
  ],
  [
    'a person who writes about an absence',
    'message',
    'From: Ann <ann@example.org>\nSubject: Who is out of the office next week?\n\nTell me.',
  ],
  [
    'a forward of a bounce with words of its own',
    'message',
    'From: Ann <ann@example.org>\nSubject: Fwd: Returned mail: see transcript\n\nWhat does this mean? Please look ' +
      'into it, it happened twice today.\n\n> From: MAILER-DAEMON@example.org\n',
  ],
  [
    'a question that quotes a permanent error',
    'message',
    'From: Ann <ann@example.org>\nSubject: Help\n\nI get "permanent error" in the log.',
  ],
  [
    'a postmaster who writes as a person',
    'message',
    'From: Postmaster <postmaster@example.org>\nSubject: Your new mailbox\n\nWelcome! Your mailbox is ready.',
  ],
  ['RFC 3834', 'auto-reply', 'From: a@example.org\nAuto-Submitted: auto-replied (vacation)\nSubject: x\n\nAway'],
  ['generated mail', 'auto-reply', 'From: a@example.org\nAuto-Submitted: auto-generated\nSubject: x\n\nTicket 7'],
  ['X-Autoreply', 'auto-reply', 'From: a@example.org\nX-Autoreply: yes\n\nAway'],
  ['X-Autoreply that says no', 'message', 'From: a@example.org\nX-Autoreply: no\n\nHi'],
  ['Precedence: auto_reply', 'auto-reply', 'From: a@example.org\nPrecedence: auto_reply\n\nAway'],
  [
    'an Exchange inbox rule',
    'auto-reply',
    'From: a@example.org\nX-MS-Exchange-Inbox-Rules-Loop: a@example.org\n\nAway',
  ],
  ['Outlook in German', 'auto-reply', 'From: a@example.org\nSubject: Automatische Antwort: Angebot\n\nIch bin weg'],
  ['Outlook in Japanese', 'auto-reply', 'From: a@example.org\nSubject: =?utf-8?B?6Ieq5YuV5b+c562UOiDopovnqY0=?=\n\nx'],
  ['a list', 'list', 'From: a@example.org\nList-Id: Team <team.example.org>\n\nHi'],
  [
    'an auto-reply to a list',
    'auto-reply',
    'From: a@example.org\nList-Id: <team.example.org>\nAuto-Submitted: auto-replied\n\nAway',
  ],
  ['bulk', 'bulk', 'From: a@example.org\nPrecedence: bulk\n\nNews'],
  ['a newsletter', 'bulk', 'From: a@example.org\nList-Unsubscribe: <https://example.org/u>\n\nNews'],
  [
    'RFC 3464',
    'dsn',
    'From: MAILER-DAEMON@example.org\nContent-Type: multipart/report; report-type=delivery-status; ' +
      'boundary=b\n\n--b\n\nfailed\n--b\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; ' +
      'x\n\nFinal-Recipient: rfc822; a@b.example\nAction: failed\nStatus: 5.1.1\n--b--',
  ],
  [
    'RFC 3464 that also says auto-replied',
    'dsn',
    'From: MAILER-DAEMON@example.org\nAuto-Submitted: auto-replied\n' +
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b\n\n--b\n' +
      'Content-Type: message/delivery-status\n\nReporting-MTA: dns; x\n--b--',
  ],
  [
    'qmail',
    'dsn',
    'Return-Path: <>\nFrom: MAILER-DAEMON@example.org\nSubject: failure notice\n\nHi. This is the qmail-send ' +
      "program at example.org.\nI'm afraid I wasn't able to deliver your message to the following " +
      'addresses.\n\n<a@b.example>:\nSorry, no mailbox here by that name. (#5.1.1)\n',
  ],
  [
    'Exim',
    'dsn',
    'From: Mail Delivery System <Mailer-Daemon@example.org>\nX-Failed-Recipients: a@b.example\n' +
      'Subject: Mail delivery failed: returning message to sender\n\n' +
      'This message was created automatically by mail delivery software.',
  ],
  [
    'Exchange in German',
    'dsn',
    'From: postmaster@example.org\nSubject: Unzustellbar: Angebot\nReturn-Path: <>\n\nFehler bei der ' +
      'Nachrichtenzustellung. delivery has failed',
  ],
  [
    'a read receipt',
    'mdn',
    'From: a@example.org\nSubject: Read: x\nContent-Type: multipart/report; report-type=disposition-notification; ' +
      'boundary=b\n\n--b\n\nread\n--b\nContent-Type: message/disposition-notification\n\nDisposition: ' +
      'manual-action/MDN-sent-manually; displayed\n--b--',
  ],
  [
    'a feedback report',
    'arf',
    'From: fbl@example.org\nContent-Type: multipart/report; report-type=feedback-report; ' +
      'boundary=b\n\n--b\n\nabuse\n--b\nContent-Type: message/feedback-report\n\nFeedback-Type: abuse\n--b--',
  ],
  [
    'a refusal of a list manager',
    'dsn',
    'From: team-owner@example.org\nSubject: Your message to team\n\n' +
      'You are not a member of this list, posting was not allowed.',
  ],
];

describe('the kind of a mail', () => {
  for (const [name, kind, mail] of rows)
    it(`${name}: ${kind}`, async () => assert.equal((await parse(mail)).kind, kind));
});

describe('the subject of a mail', () => {
  const replies = [
    'Automatic reply: x',
    'Out of Office: x',
    'AutoReply: x',
    'Abwesenheitsnotiz: x',
    'Réponse automatique : x',
    'Respuesta automática: x',
    'Risposta automatica: x',
    'Resposta automática: x',
    'Automatisch antwoord: x',
    'Autosvar: x',
    'Automatiskt svar: x',
    'Automaattinen vastaus: x',
    'Odpowiedź automatyczna: x',
    'Automatická odpověď: x',
    'Automatikus válasz: x',
    'Otomatik Yanıt: x',
    'Автоматический ответ: x',
    'Αυτόματη απάντηση: x',
    '自动答复: x',
    '자동 회신: x',
    'תשובה אוטומטית: x',
    'رد تلقائي: x',
    'Re: Automatic reply: x',
  ];
  for (const subject of replies)
    it(`tells an automatic answer: ${subject}`, () => assert.equal(isAutoReplySubject(subject), true));
  for (const subject of ['Automatic replyer', 'About the automatic reply', 'Vacations in Spain', 'Absently', 'Lunch'])
    it(`takes for a person's: ${subject}`, () => assert.equal(isAutoReplySubject(subject), false));
  for (const subject of [
    'Undeliverable: x',
    'Unzustellbar: x',
    'Non remis : x',
    'Delivery Status Notification (Failure)',
    'failure notice',
    'Не удается доставить: x',
    '无法投递',
    'Kan inte levereras: x',
  ])
    it(`tells a report: ${subject}`, () => assert.equal(isBounceSubject(subject), true));
});
