/** What all parts of a team's work on threads know of an account: its settings, where and how it speaks. */
import { plainDesk, plainRooms } from '../bridge/account.ts';
import type { Account, DeskSettings } from '../bridge/account.ts';
import { shownName } from '../bridge/desk.ts';
import type { ListVoice } from '../bridge/desk-render.ts';
import type { MatrixSend } from '../bridge/types.ts';

/** A notice that people are to hear: clients stay silent for `m.notice`, whatever it mentions (spec, ".m.rule.suppress_notices"). */
export function sounding(send: MatrixSend): MatrixSend {
  return { ...send, content: { ...send.content, msgtype: 'm.text' } };
}

/** The settings of an account's desk, with their defaults. */
export function deskOf(account: Account): DeskSettings {
  return account.desk ?? plainDesk;
}

/** Where an account speaks to its whole team of its threads. */
export function teamRoom(account: Account): 'inbox' | 'lobby' {
  return (account.rooms ?? plainRooms).inbox ? 'inbox' : 'lobby';
}

/** How an account's lists speak. */
export function voiceOf(account: Account, domain: string): ListVoice {
  return { language: account.language, domain, nameOf: (user) => shownName(account, user) };
}
