/** Made by `npm run generate` from the commands in the folders beside this file. */
import { inOrder } from './framework/command.ts';
import { mailAccept } from './admitting/accept.ts';
import { mailAllow } from './admitting/allow.ts';
import { mailBlock } from './admitting/block.ts';
import { mailEntry } from './admitting/entry.ts';
import { mailGuests } from './admitting/guests.ts';
import { mailInvite } from './admitting/invite.ts';
import { mailOld } from './admitting/old.ts';
import { mailOverflow } from './admitting/overflow.ts';
import { mailRefuse } from './admitting/refuse.ts';
import { mailRules } from './admitting/rules.ts';
import { mailUninvite } from './admitting/uninvite.ts';
import { mailHelp } from './general/help.ts';
import { mailLanguage } from './general/language.ts';
import { mailLogin } from './general/login.ts';
import { mailLogout } from './general/logout.ts';
import { mailPing } from './general/ping.ts';
import { mailSearch } from './general/search.ts';
import { mailZone } from './general/zone.ts';
import { mailMerge } from './mails/merge.ts';
import { mailMove } from './mails/move.ts';
import { mailSourceCommand } from './mails/source.ts';
import { mailSplit } from './mails/split.ts';
import { mailWhy } from './mails/why.ts';
import { mailBrake } from './outcome/brake.ts';
import { mailBreaker } from './outcome/breaker.ts';
import { mailRetry } from './outcome/retry.ts';
import { mailStatus } from './outcome/status.ts';
import { mailUnpause } from './outcome/unpause.ts';
import { mailAccount } from './states/account.ts';
import { mailAccounts } from './states/accounts.ts';
import { mailQuarantine } from './states/quarantine.ts';
import { mailQueue } from './states/queue.ts';
import { mailReload } from './states/reload.ts';
import { mailTeam } from './states/team.ts';
import { mailAssign } from './working/assign.ts';
import { mailClaim } from './working/claim.ts';
import { mailDone } from './working/done.ts';
import { mailList } from './working/list.ts';
import { mailReopen } from './working/reopen.ts';
import { mailSnooze } from './working/snooze.ts';
import { mailUnclaim } from './working/unclaim.ts';
import { mailBcc } from './writing/bcc.ts';
import { mailCancel } from './writing/cancel.ts';
import { mailCc } from './writing/cc.ts';
import { mailCompose } from './writing/compose.ts';
import { mailDraft } from './writing/draft.ts';
import { mailForward } from './writing/forward.ts';
import { mailFrom } from './writing/from.ts';
import { mailAnswer } from './writing/prepared.ts';
import { mailReplyToSender } from './writing/reply-to-sender.ts';
import { mailSend } from './writing/send.ts';
import { mailSubject } from './writing/subject.ts';
import { mailTo } from './writing/to.ts';

/** All commands, in the order of the help. */
export const COMMANDS = inOrder([
  mailAccept,
  mailAllow,
  mailBlock,
  mailEntry,
  mailGuests,
  mailInvite,
  mailOld,
  mailOverflow,
  mailRefuse,
  mailRules,
  mailUninvite,
  mailHelp,
  mailLanguage,
  mailLogin,
  mailLogout,
  mailPing,
  mailSearch,
  mailZone,
  mailMerge,
  mailMove,
  mailSourceCommand,
  mailSplit,
  mailWhy,
  mailBrake,
  mailBreaker,
  mailRetry,
  mailStatus,
  mailUnpause,
  mailAccount,
  mailAccounts,
  mailQuarantine,
  mailQueue,
  mailReload,
  mailTeam,
  mailAssign,
  mailClaim,
  mailDone,
  mailList,
  mailReopen,
  mailSnooze,
  mailUnclaim,
  mailBcc,
  mailCancel,
  mailCc,
  mailCompose,
  mailDraft,
  mailForward,
  mailFrom,
  mailAnswer,
  mailReplyToSender,
  mailSend,
  mailSubject,
  mailTo,
]);
