import { z } from 'zod';
import { wholeText } from '../../bridge/command/arguments.ts';
import { EVERYWHERE } from '../../bridge/command/spec.ts';
import type { NoticeContent } from '../../bridge/notice/rendered.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import { readSearch } from '../../bridge/search/search-query.ts';
import { foundLink, mistakeText, renderFound, renderMistake } from '../../bridge/search/search-told.ts';
import type { FoundPage, FoundStyle } from '../../bridge/search/search-told.ts';
import type { AccountId, UserId } from '../../bridge/types.ts';
import type { Transaction } from '../../db/pool.ts';
import { mayFindAll, search } from '../../handling/searching.ts';
import type { SearchIn } from '../../handling/searching.ts';
import { threadMeant } from '../../operations/meant.ts';
import { accountByKey, fields, NotAllowed, NotPossible, operation } from '../../operations/operation.ts';
import type { OperationDeps } from '../../operations/operation.ts';
import { columns, lines, plainSay } from '../../operations/plain.ts';
import { words } from '../../words/words.ts';
import { shortTime, UTC } from '../../words/zones.ts';
import { mailCommand } from '../framework/command.ts';
import type { CommandContext } from '../framework/context.ts';

/** Words of one search. */
const MOST_WORDS = 60;

const found = z.object({
  account: z.string(),
  thread: z.string(),
  room: z.string().nullable(),
  event: z.string().nullable(),
  link: z.string().nullable().meta({ description: 'To the message in its room, as clients open it.' }),
  at: z.iso.datetime(),
  sender: z.string(),
  subject: z.string(),
  excerpt: z
    .array(z.object({ text: z.string(), marked: z.boolean() }))
    .meta({ description: 'Plain text of a stranger, in pieces; those that are marked were asked for.' }),
});

const searchOperation = operation({
  id: 'search',
  summary: 'Mails and answers by their words, the newest first, in pages of ten.',
  method: 'GET',
  path: '/_mailroom/v1/search',
  input: z.object({
    query: z
      .string()
      .min(1)
      .max(2_000)
      .meta({ description: 'As `!mail search` takes it: words, "phrases", -words, from:, to:, subject:, has:, in: …' }),
    account: fields.account,
    thread: fields.thread.optional(),
    user: fields.user.optional().meta({ description: 'For whom: nothing that they could not find in a direct chat.' }),
    page: z.coerce.number().int().min(1).max(100).optional(),
  }),
  result: z.object({
    found: z.array(found),
    total: z.int(),
    more: z.boolean().meta({ description: 'Whether there are more than `total`.' }),
    page: z.int(),
    pages: z.int(),
    readIn: z
      .int()
      .nullable()
      .meta({ description: 'How many of a hundred mails that were there before are read in; null once all are.' }),
  }),
  ctl: { words: 'search', args: ['query', 'account?', 'page?'], example: "search 'lamp from:bob after:2019'" },
  run: async (deps, { query: text, account, thread, user, page }) => {
    const place = await placeFromOutside(deps, { account, thread, user });
    const query = readSearch(text, UTC);
    if ('wrong' in query) {
      const known = 'accounts' in place ? place.accounts.map(({ id }) => id) : [place.account];
      throw new NotPossible(mistakeText(query, plainSay, known));
    }
    const said = await search(deps.db, place, page === undefined ? query : { ...query, page });
    const { domain } = deps.ghosts;
    return {
      ...said,
      found: said.found.map((one) => ({ ...one, at: one.at.toISOString(), link: foundLink(one, domain) })),
    };
  },
  plain: (said) =>
    lines([
      headOf(said),
      ...said.found.flatMap((one) => [
        columns(
          one.account,
          shortTime(new Date(one.at), UTC),
          one.link ?? one.thread,
          oneLine(one.sender),
          oneLine(one.subject),
        ),
        `  ${oneLine(one.excerpt.map(({ text }) => text).join(''))}`,
      ]),
      ...(said.readIn === null ? [] : [plainSay('search-reading', { percent: said.readIn })]),
    ]),
});

function headOf({ total, more, page, pages }: Pick<FoundPage, 'total' | 'more' | 'page' | 'pages'>): string {
  if (total === 0) return plainSay('search-nothing');
  const count = plainSay(more ? 'search-found-more' : 'search-found', { count: total });
  return `${count} (page ${page} of ${pages})`;
}

/** Nothing in it moves the cursor of a terminal. */
function oneLine(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .slice(0, 300)
    .toWellFormed();
}

async function placeFromOutside(
  deps: OperationDeps,
  asked: {
    readonly account?: string | undefined;
    readonly thread?: string | undefined;
    readonly user?: string | undefined;
  },
): Promise<SearchIn> {
  const { ghosts, accounts } = deps;
  const may = (account: Parameters<typeof mayFindAll>[0]) =>
    asked.user === undefined || mayFindAll(account, asked.user as UserId, ghosts.domain);
  if (asked.thread !== undefined) {
    const { thread, account } = await threadMeant(deps.db, deps, asked.thread);
    if (!may(account)) throw new NotAllowed(`${asked.user ?? ''} may not search in ${account.id}`);
    return { account: account.id, thread };
  }
  const meant = asked.account === undefined ? [...accounts.values()] : [accountByKey(deps, asked.account)];
  return { accounts: meant.filter(may) };
}

/**
 * `!mail search`: in the room of a conversation what stands there; in the other rooms of an account all of it, and in a
 * direct chat all that is the asker's, for who finds all of an account (`mayFindAll`).
 */
export const mailSearch = mailCommand({
  name: 'search',
  order: 115,
  args: wholeText(
    '[WORDS] [from:WHOM] [to:WHOM] [subject:WORD] [has:KIND] [in:WHERE] [after:DAY] [before:DAY] [page N]',
    1,
    MOST_WORDS,
  ),
  needs: 'read',
  scope: { all: ['thread', 'account'], of: (_, place) => (place === 'thread' ? 'thread' : 'account') },
  where: EVERYWHERE,
  example: 'search lamp from:bob after:2019',
  examples: [
    { says: ['search lamp', 'search from:', 'search -lamp', 'search lamp after:someday'] },
    { says: ['search lamp in:support'], where: 'management' },
  ],
  outside: { operations: [searchOperation] },
  run: (tx, context, text) => answer(tx, context, text),
});

async function answer(tx: Transaction, context: CommandContext, text: string): Promise<NoticeContent> {
  const { operator, ghosts, place } = context;
  const where = searchedFrom(context);
  if (where === null) return renderLines([words(operator.language)('operations-no-accounts')]);
  const known = 'accounts' in where ? where.accounts.map(({ id }) => id) : [where.account];
  const query = readSearch(text, operator.zone);
  if ('wrong' in query) return renderMistake(query, operator, known);
  const several = 'accounts' in where && where.accounts.length > 1 ? where.accounts : [];
  const accountOf = (id: AccountId) => several.find((one) => one.id === id)?.name ?? '';
  const style: FoundStyle = { language: operator.language, zone: operator.zone, domain: ghosts.domain, accountOf };
  const asked = text
    .replace(/\s+page \d{1,5}\s*$/iu, '')
    .replace(/\s+/gu, ' ')
    .trim();
  return renderFound(await search(tx, where, query), style, `${place === 'management' ? '' : '!mail '}search ${asked}`);
}

/** Where the asker may search from here; null for nowhere. */
function searchedFrom(context: CommandContext): SearchIn | null {
  const { operator, ghosts, accounts } = context;
  if (context.place === 'thread') return { account: context.account.id, thread: context.thread };
  const meant = context.place === 'management' ? [...accounts.values()] : [context.account];
  const own = meant.filter((account) => mayFindAll(account, operator.user, ghosts.domain));
  return own.length === 0 ? null : { accounts: own };
}
