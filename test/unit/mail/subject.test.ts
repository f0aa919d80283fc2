import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { baseSubject, isForwardSubject, isReplySubject, replySubject } from '../../../src/mail/subject.ts';
import { cpuTime } from '../../support/cpu-time.ts';

describe('the base of a subject', () => {
  const cases: readonly (readonly [string, string, string])[] = [
    ['a plain subject stays', 'Minutes of Tuesday', 'Minutes of Tuesday'],
    ['an empty subject stays empty', '', ''],
    ['one Re goes', 'Re: Minutes', 'Minutes'],
    ['stacked marks of two languages go', 'AW: Re: WG: Fwd: Protokoll', 'Protokoll'],
    ['a colon with a space before it (French)', 'RE : TR : Compte rendu', 'Compte rendu'],
    ['doubled and stray colons', 'Re :: : Minutes', 'Minutes'],
    ['counted marks', 'Re[3]: Re^2: Re(4): RE2: Minutes', 'Minutes'],
    ['a full-width colon (Chinese)', '回复：转发：会议', '会议'],
    ['Traditional Chinese', '回覆: 轉寄: 會議', '會議'],
    ['Korean', '회신: 전달: 회의', '회의'],
    ['Hebrew', 'תגובה: הועבר: פגישה', 'פגישה'],
    ['Arabic', 'رد: اجتماع', 'اجتماع'],
    ['Turkish with a dotted capital', 'Ynt: İLT: Toplantı', 'Toplantı'],
    ['Polish', 'Odp: PD: Spotkanie', 'Spotkanie'],
    ['Scandinavian and Finnish', 'SV: VB: VS: VL: Möte', 'Möte'],
    ['Greek', 'ΑΠ: ΠΡΘ: Συνάντηση', 'Συνάντηση'],
    ['Hungarian and Romanian', 'Vá: RE: FW: Értekezlet', 'Értekezlet'],
    ['Italian single letters', 'R: I: Riunione', 'Riunione'],
    ['a single small letter is no mark', 'r: statistics for beginners', 'r: statistics for beginners'],
    ['a word that begins like a mark is none', 'Repair: the lift', 'Repair: the lift'],
    ['a mark without its colon is a word', 'Re the lift', 'Re the lift'],
    ['a list tag is kept', '[dev] Release', '[dev] Release'],
    ['marks on both sides of a list tag go', 'Re: [dev] Re: Release', '[dev] Release'],
    ['several tags are kept', 'AW: [dev] [EXT] AW: Release', '[dev] [EXT] Release'],
    ['a bracketed forward is opened', '[Fwd: [Fwd: Release]]', 'Release'],
    ['a trailing (fwd) goes', 'Release notes (fwd)', 'Release notes'],
    ['a year after the mark is no count', 'RE: 2024: the plan', '2024: the plan'],
    ['folded white space is one space', 'Re:  The\r\n\tplan', 'The plan'],
  ];
  for (const [name, subject, base] of cases) it(name, () => assert.equal(baseSubject(subject), base));

  it('is idempotent for any subject with less than sixty marks', () => {
    const piece = fc.constantFrom(
      'Re: ',
      'Fwd:',
      '[dev] ',
      '(fwd)',
      '[Fwd: ',
      ']',
      'AW : ',
      'plan',
      ' ',
      'R: ',
      '回复：',
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(piece, fc.string({ maxLength: 4 })), { maxLength: 20 }), (pieces) => {
        const once = baseSubject(pieces.join(''));
        assert.equal(baseSubject(once), once);
      }),
    );
  });

  it('ends soon on a quarter of a megabyte of marks', () => {
    const started = cpuTime();
    for (const mark of ['Re: ', '[Fwd: ', '[a] Re: ', '(fwd)', '[', ' '])
      baseSubject(mark.repeat(Math.ceil(262_144 / mark.length)));
    assert.ok(cpuTime() - started < 2_000);
  });
});

describe('isReplySubject and isForwardSubject', () => {
  it('the outermost mark decides', () => {
    assert.equal(isReplySubject('Re: Fwd: plan'), true);
    assert.equal(isForwardSubject('Re: Fwd: plan'), false);
    assert.equal(isForwardSubject('WG: AW: plan'), true);
    assert.equal(isReplySubject('WG: AW: plan'), false);
  });
  it('a list tag in front is looked behind', () => {
    assert.equal(isReplySubject('[dev] Re: plan'), true);
    assert.equal(isForwardSubject('[dev] plan'), false);
  });
  it('old forms of forwarding count', () => assert.equal(isForwardSubject('[Fwd: plan]'), true));
});

describe('the subject of an answer', () => {
  it('puts one Re in front', () => assert.equal(replySubject('plan'), 'Re: plan'));
  it('never doubles it, in no language', () => {
    for (const subject of ['Re: plan', 'AW: plan', 'RE: Re: plan', '回复: plan'])
      assert.equal(replySubject(subject), 'Re: plan');
  });
  it('is the same when it is made of itself again', () =>
    assert.equal(replySubject(replySubject('Fwd: plan')), 'Re: plan'));
  it('an empty subject gives a bare Re', () => assert.equal(replySubject(''), 'Re:'));
});
