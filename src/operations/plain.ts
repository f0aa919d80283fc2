/** The answers of operations as lines for a terminal: in English, with the words that the rooms have. */
import type { ThreadList } from '../bridge/desk.ts';
import {
  renderAccounts,
  renderQuarantine,
  renderQuarantineItem,
  renderQueue,
  shortTime,
} from '../bridge/operations.ts';
import type { AccountView, QuarantineItem, QuarantineView, QueueView } from '../bridge/operations.ts';

interface Answers {
  readonly accounts: { readonly accounts: readonly AccountView[] };
  readonly queue: { readonly accounts: readonly QueueView[] };
  readonly quarantine: QuarantineView;
  readonly 'quarantine-show': QuarantineItem;
  readonly 'quarantine-retry': unknown;
  readonly threads: ThreadList;
  readonly who: {
    readonly accounts: readonly { readonly account: string; readonly level: string; readonly may: readonly string[] }[];
  };
}

const PLAIN: { readonly [Id in keyof Answers]: (answer: Answers[Id]) => string } = {
  accounts: ({ accounts }) => renderAccounts(accounts, 'en').body,
  queue: ({ accounts }) => renderQueue(accounts, 'en').body,
  quarantine: (view) => renderQuarantine(view, 'en', 'mailroom ctl ').body,
  'quarantine-show': (item) => renderQuarantineItem(item, 'en').body,
  'quarantine-retry': () => 'It is tried again.',
  threads: ({ threads, total, page, pages }) =>
    [
      `${total} (page ${page} of ${pages})`,
      ...threads.map((one) =>
        [one.account, shortTime(one.since), one.waiting, one.claimedBy ?? '-', one.room ?? '-', one.subject].join('\t'),
      ),
    ].join('\n'),
  who: ({ accounts }) =>
    accounts.map(({ account, level, may }) => `${account}: ${level} (${may.join(', ')})`).join('\n'),
};

/** As JSON where there is nothing better. */
export function plainText(id: string, answer: unknown): string {
  return isKnown(id) ? (PLAIN[id] as (answer: unknown) => string)(answer) : JSON.stringify(answer);
}

function isKnown(id: string): id is keyof Answers {
  return Object.hasOwn(PLAIN, id);
}
