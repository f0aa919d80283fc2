/** What all parts of a team's work on threads know of an account: its settings, where and how it speaks. */
import { plainHelpdesk, plainRooms } from '../bridge/account/account.ts';
import type { Account, HelpdeskSettings } from '../bridge/account/account.ts';
import { shownName } from '../bridge/helpdesk/team-work.ts';
import type { ListStyle } from '../bridge/helpdesk/list-told.ts';
import type { MatrixSend } from '../bridge/types.ts';

/**
 * A notice that people are to hear: clients stay silent for `m.notice`, whatever it mentions (spec,
 * ".m.rule.suppress_notices").
 */
export function sounding(send: MatrixSend): MatrixSend {
  return { ...send, content: { ...send.content, msgtype: 'm.text' } };
}

/** The settings of an account's help desk, with their defaults. */
export function helpdeskOf(account: Account): HelpdeskSettings {
  return account.desk ?? plainHelpdesk;
}

/** Where an account speaks to its whole team of its threads. */
export function teamRoom(account: Account): 'inbox' | 'lobby' {
  return (account.rooms ?? plainRooms).inbox === false ? 'lobby' : 'inbox';
}

/** How an account's lists speak. */
export function listStyle(account: Account, domain: string): ListStyle {
  return { language: account.language, zone: account.zone, domain, nameOf: (user) => shownName(account, user) };
}
