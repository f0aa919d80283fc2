/** A search, wherever it is asked: what is found of it, and where somebody may search. */
import type { Account } from '../bridge/account/account.ts';
import { memberByUser } from '../bridge/account/account.ts';
import { folderTerm, MOST_PAGES } from '../bridge/search/search-query.ts';
import type { SearchQuery } from '../bridge/search/search-query.ts';
import { MOST_COUNTED, PAGE, plainExcerpt } from '../bridge/search/search-told.ts';
import type { FoundPage } from '../bridge/search/search-told.ts';
import type { AccountId, ThreadId, UserId } from '../bridge/types.ts';
import type { Queryable } from '../db/pool.ts';
import { findTexts, prepareSearch } from '../db/search-tables/find-texts.ts';
import { partReadIn } from '../db/search-tables/search-progress.ts';
import { isAccountOf } from './rights.ts';

/**
 * Whether somebody finds all mails of an account, by the config of this moment: its team, and who moderates or manages
 * there. An account whose team is one person is that person's own mailbox: nobody else finds anything in it, whatever
 * they manage.
 */
export function mayFindAll(account: Account, user: UserId, domain: string): boolean {
  if (!isAccountOf(account, user, domain)) return false;
  return account.team.length !== 1 || memberByUser(account, user) !== null;
}

/** Where is searched: in one conversation of an account, or in all of each. */
export type SearchIn =
  { readonly account: AccountId; readonly thread: ThreadId } | { readonly accounts: readonly Account[] };

/**
 * What is found. `in:` names one of the accounts that are searched, by its key, address or name; else it is a folder,
 * so that nobody learns which other accounts there are.
 */
export async function search(db: Queryable, place: SearchIn, query: SearchQuery): Promise<FoundPage> {
  const { within, terms, after, before, page: wanted } = query;
  const named = within === null || 'thread' in place ? [] : place.accounts.filter((one) => isNamed(one, within));
  const inFolder = within === null || named.length > 0 ? [] : [folderTerm(within)];
  const prepared = await prepareSearch(db, [...terms, ...inFolder]);
  const asked = { ...prepared, after, before };
  const accounts =
    'thread' in place ? [place.account] : (named.length > 0 ? named : place.accounts).map(({ id }) => id);
  const where = 'thread' in place ? { thread: place.thread } : { accounts };
  const { texts, total } = await findTexts(db, where, asked, { page: wanted, size: PAGE });
  const words = terms.flatMap((term) => (term.not ? [] : term.words));
  const pages = Math.min(MOST_PAGES, Math.max(1, Math.ceil(total / PAGE)));
  return {
    found: texts.map(({ excerpt, beginning, ...one }) => ({
      ...one,
      excerpt: excerpt ?? plainExcerpt(beginning, words),
    })),
    total: Math.min(total, MOST_COUNTED),
    more: total > MOST_COUNTED,
    page: Math.min(wanted, pages),
    pages,
    readIn: await partReadIn(db, accounts),
  };
}

function isNamed({ id, address, name }: Account, word: string): boolean {
  const wanted = word.toLowerCase();
  return [id, address, name].some((one) => one.toLowerCase() === wanted);
}
