import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { splitText } from '../../../../src/mail/quote/quote.ts';

/** What mail programs write above a quotation, with the name and address of nobody. */
const attributions: readonly string[] = [
  'On Fri, Jan 5, 2024, 10:12 AM <anna@firm.example> wrote:',
  'On 05/01/2024 10:12, Anna Keller wrote:',
  'On Jan 5, 2024, at 10:12 AM, Anna Keller <anna@firm.example> wrote:',
  'On Friday, 5 January 2024 at 10:12:31 CET, Anna Keller wrote:',
  'At 10:12 05/01/2024, Anna Keller wrote:',
  'Am Fr., 5. Jan. 2024 um 10:12 Uhr schrieb Anna Keller <anna@firm.example>:',
  'Am 05.01.2024 um 10:12 schrieb Anna Keller:',
  'Anna Keller <anna@firm.example> hat am 05.01.2024 10:12 geschrieben:',
  'Am Freitag, 5. Januar 2024, 10:12:31 CET schrieb Anna Keller:',
  'Le 05/01/2024 à 10:12, Anna Keller a écrit :',
  'Le ven. 5 janv. 2024 à 10:12, Anna Keller <anna@firm.example> a écrit :',
  'El 5/1/24 a las 10:12, Anna Keller escribió:',
  'El vie., 5 de enero de 2024 10:12, Anna Keller <anna@firm.example> escribió:',
  'Il 05/01/2024 10:12, Anna Keller ha scritto:',
  'Il giorno ven 5 gen 2024 alle 10:12 Anna Keller <anna@firm.example> ha scritto:',
  'Em 05/01/2024 10:12, Anna Keller escreveu:',
  'No dia 5 de janeiro de 2024, às 10:12, Anna Keller <anna@firm.example> escreveu:',
  'Anna Keller <anna@firm.example> escreveu no dia sexta, 5/01/2024 à(s) 10:12:',
  'Op 05-01-2024 om 10:12 schreef Anna Keller:',
  'Op vr 5 jan. 2024 om 10:12 schreef Anna Keller <anna@firm.example>:',
  'Den 05-01-2024 kl. 10:12 skrev Anna Keller:',
  'Den 2024-01-05 kl. 10:12, skrev Anna Keller:',
  '5. jan. 2024 kl. 10:12 skrev Anna Keller <anna@firm.example>:',
  'Anna Keller kirjoitti 5.1.2024 klo 10.12:',
  'Anna Keller <anna@firm.example> kirjoitti 5.1.2024 kello 10.12:',
  'W dniu 05.01.2024 o 10:12, Anna Keller pisze:',
  'Dnia 5 stycznia 2024 10:12 Anna Keller <anna@firm.example> napisał(a):',
  'Dne 05. 01. 24 v 10:12 Anna Keller napsal(a):',
  '5. 1. 2024 v 10:12, Anna Keller <anna@firm.example>:',
  'Dňa 5. 1. 2024 o 10:12 Anna Keller napísal(a):',
  '05.01.2024 10:12, Anna Keller пишет:',
  '5 янв. 2024 г., в 10:12, Anna Keller <anna@firm.example> написал(а):',
  '05.01.24 10:12, Anna Keller пише:',
  '5 січ. 2024 р. о 10:12 Anna Keller <anna@firm.example> написав(-ла):',
  'На 5.01.24 г. в 10:12 ч., Anna Keller написа:',
  'Στις 5/1/24 10:12, ο/η Anna Keller έγραψε:',
  'Στις 5 Ιαν 2024, 10:12 π.μ., ο χρήστης Anna Keller <anna@firm.example> έγραψε:',
  '5.01.2024 10:12 tarihinde Anna Keller yazdı:',
  'Anna Keller <anna@firm.example> şunları yazdı (5 Oca 2024 10:12):',
  '2024. 01. 05. 10:12 keltezéssel, Anna Keller írta:',
  'Anna Keller <anna@firm.example> ezt írta (2024. január 5., péntek):',
  'Pe 05.01.2024 10:12, Anna Keller a scris:',
  'La 5 ian. 2024, 10:12, Anna Keller <anna@firm.example> a scris:',
  'pet, 5. sij 2024. u 10:12 Anna Keller <anna@firm.example> napisao je:',
  'V pet., 5. jan. 2024 ob 10:12 je oseba Anna Keller <anna@firm.example> napisala:',
  'Vào Th 6, 5 thg 1, 2024 vào lúc 10:12 Anna Keller <anna@firm.example> đã viết:',
  'Pada Jum, 5 Jan 2024 pukul 10.12 Anna Keller <anna@firm.example> menulis:',
  'ในวันที่ ศ. 5 ม.ค. 2024 เวลา 10:12 Anna Keller <anna@firm.example> เขียนว่า:',
  '\u202bבתאריך 05/01/2024 בשעה 10:12, נועה לוי כתב:\u202c',
  'ב-5 בינו׳ 2024, בשעה 10:12, נועה לוי <noa@firm.example> כתב/ה:',
  'في ٥‏/١‏/٢٠٢٤ ١٠:١٢، كتب سلمى حداد:',
  'في 05/01/2024 10:12 ص، كتب سلمى حداد <salma@firm.example>:',
  'در تاریخ جمعه ۵ ژانویهٔ ۲۰۲۴، ۱۰:۱۲ Anna Keller <anna@firm.example> نوشت:',
  '在 2024/1/5 10:12, 李娜 写道:',
  '李娜 <lina@firm.example> 于 2024年1月5日 上午10:12写道：',
  '於 2024/1/5 10:12, 林小明 寫道:',
  '林小明 <lin@firm.example> 於 2024年1月5日 上午10:12 寫道：',
  'At 2024-01-05 10:12:31, "李娜" <lina@firm.example> wrote:',
  '2024年1月5日 10:12、山田花子 <yamada@firm.example>のメール:',
  '2024/01/05 10:12、山田花子 <yamada@firm.example> のメール：',
  '山田花子 さんは書きました (2024/01/05 10:12):',
  '2024年1月5日(金) 10:12 山田花子 <yamada@firm.example>:',
  '24. 1. 5. 10:12에 김민수 이(가) 쓴 글:',
  '2024. 1. 5. 오전 10:12, 김민수 <kim@firm.example> 작성:',
  '김민수 <kim@firm.example>님이 2024년 1월 5일 (금) 오전 10:12에 작성:',
  '---- On Fri, 05 Jan 2024 10:12:31 +0100 Anna Keller <anna@firm.example> wrote ----',
  '--- Anna Keller <anna@firm.example> wrote:',
  '2024-01-05 10:12 GMT+01:00 Anna Keller <anna@firm.example>:',
];

/** The field names of quoted header blocks, as Outlook translates them. */
const headers: readonly (readonly [string, readonly [string, string, string, string]])[] = [
  ['English', ['From', 'Sent', 'To', 'Subject']],
  ['German', ['Von', 'Gesendet', 'An', 'Betreff']],
  ['French', ['De', 'Envoyé', 'À', 'Objet']],
  ['Spanish', ['De', 'Enviado el', 'Para', 'Asunto']],
  ['Italian', ['Da', 'Inviato', 'A', 'Oggetto']],
  ['Portuguese', ['De', 'Enviada em', 'Para', 'Assunto']],
  ['Dutch', ['Van', 'Verzonden', 'Aan', 'Onderwerp']],
  ['Danish', ['Fra', 'Sendt', 'Til', 'Emne']],
  ['Swedish', ['Från', 'Skickat', 'Till', 'Ämne']],
  ['Norwegian', ['Fra', 'Sendt', 'Til', 'Emne']],
  ['Finnish', ['Lähettäjä', 'Lähetetty', 'Vastaanottaja', 'Aihe']],
  ['Polish', ['Od', 'Wysłano', 'Do', 'Temat']],
  ['Czech', ['Od', 'Odesláno', 'Komu', 'Předmět']],
  ['Slovak', ['Od', 'Odoslané', 'Komu', 'Predmet']],
  ['Russian', ['От', 'Отправлено', 'Кому', 'Тема']],
  ['Ukrainian', ['Від', 'Надіслано', 'Кому', 'Тема']],
  ['Greek', ['Από', 'Στάλθηκε', 'Προς', 'Θέμα']],
  ['Turkish', ['Kimden', 'Gönderildi', 'Kime', 'Konu']],
  ['Hungarian', ['Feladó', 'Elküldve', 'Címzett', 'Tárgy']],
  ['Romanian', ['De la', 'Trimis', 'Către', 'Subiect']],
  ['Arabic', ['من', 'تم الإرسال', 'إلى', 'الموضوع']],
  ['Hebrew', ['מאת', 'נשלח', 'אל', 'נושא']],
  ['simplified Chinese', ['发件人', '发送时间', '收件人', '主题']],
  ['traditional Chinese', ['寄件者', '寄件日期', '收件者', '主旨']],
  ['Japanese', ['差出人', '送信日時', '宛先', '件名']],
  ['Korean', ['보낸 사람', '보낸 날짜', '받는 사람', '제목']],
];

describe('an attribution', () => {
  for (const attribution of attributions) {
    it(`ends the reply, whether what follows is marked or not: ${attribution}`, () => {
      for (const below of ['> What about it?', '', '\nWhat about it?\n\nAnna']) {
        const rest = `${attribution}\n${below}`;
        assert.deepEqual(splitText(`It is done.\n\n${rest}`), { kept: 'It is done.', cut: rest.trim() });
      }
    });
    it(`is found where it is broken over lines: ${attribution}`, () => {
      const words = attribution.split(' ');
      for (let broken = 2; broken < words.length; broken++) {
        // Programs break at the width of a terminal, not behind the first words, and hardly behind an abbreviation.
        const upper = words.slice(0, broken).join(' ');
        if (upper.length < 40 || /\D\.$/u.test(upper)) continue;
        const rest = `${upper}\n${words.slice(broken).join(' ')}\n> What about it?`;
        assert.equal(splitText(`It is done.\n\n${rest}`).kept, 'It is done.', rest);
      }
    });
  }
});

describe('a quoted header block', () => {
  for (const [language, [from, date, to, subject]] of headers) {
    it(`ends the reply in ${language}, with either colon and with or without stars`, () => {
      for (const colon of [':', ' :', '：'])
        for (const star of ['', '*']) {
          const label = (name: string): string => `${star}${name}${colon}${star}`;
          const block =
            `${label(from)} Anna Keller <anna@firm.example>\n${label(date)} 5.1.2024 ` +
            `10:12\n${label(to)} Ben\n${label(subject)} Roof`;
          assert.equal(splitText(`It is done.\n\n${block}\n\nWhat about it?`).kept, 'It is done.');
        }
    });
  }

  it('is not a list of the same words without a subject or a dated sender', () => {
    const text = 'Please check:\n\nFrom: Bremen\nTo: Bristol\nDate: 12 March\n\nAnna';
    assert.deepEqual(splitText(text), { kept: text, cut: '' });
  });
});
