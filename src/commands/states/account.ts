import { z } from 'zod';
import { isTakenByAll } from '../../bridge/account/config-changes.ts';
import type { Arguments } from '../../bridge/command/arguments.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import type { NoticeContent } from '../../bridge/notice/rendered.ts';
import { renderReload } from '../../bridge/told/reload-told.ts';
import type { AccountId } from '../../bridge/types.ts';
import { accountStandings } from '../../db/intake-tables/accounts.ts';
import type { Transaction } from '../../db/pool.ts';
import type { AccountDone, OwnAccountsPort, OwnAccountView, OwnSecret } from '../../handling/deps.ts';
import { fields, IN_FILE, NotPossible, operation } from '../../operations/operation.ts';
import type { OperationDeps } from '../../operations/operation.ts';
import { takenSchema, whenLookedAt } from '../../operations/looked-at.ts';
import { columns, lines } from '../../operations/plain.ts';
import { words } from '../../words/words.ts';
import type { Language } from '../../words/words.ts';
import { mailCommand } from '../framework/command.ts';

const KEY = /^[a-z0-9][a-z0-9-]{0,62}$/;
/** So long it is waited for the processes, milliseconds. */
const PATIENCE_MS = 30_000;
/** Characters of what is wrong that are said again. */
const SAID = 600;

const key = z.string().regex(KEY).meta({ description: 'The key of an account: small letters, digits and hyphens.' });
const settings = z
  .record(z.string(), z.unknown())
  .meta({ description: 'As an account of the config file, without passwords (YAML or JSON).', [IN_FILE]: true });
const password = (description: string) =>
  z
    .string()
    .min(1)
    .max(10_000)
    .optional()
    .meta({ description, [IN_FILE]: true });

const secrets = {
  password: password('Of the mailbox and, where smtp has a user, of the relay.'),
  smtp_password: password('Of the relay, where it is another.'),
  client_secret: password('Of the client of oauth2.'),
};

interface GivenSecrets {
  readonly password?: string | undefined;
  readonly smtp_password?: string | undefined;
  readonly client_secret?: string | undefined;
}

function secretsOf(given: GivenSecrets): Map<OwnSecret, string> {
  const all: readonly (readonly [OwnSecret, string | undefined])[] = [
    ['imap.password', given.password],
    ['smtp.password', given.smtp_password ?? given.password],
    ['oauth2.client_secret', given.client_secret],
  ];
  return new Map(all.flatMap(([field, text]) => (text === undefined ? [] : [[field, text] as const])));
}

const listOperation = operation({
  id: 'account-list',
  summary: 'The accounts that are not in the config file: whose they are, and how they stand.',
  method: 'GET',
  path: '/_mailroom/v1/added-accounts',
  input: z.object({}),
  result: z.object({
    accounts: z.array(
      z.object({
        account: z.string(),
        owner: z.string().nullable().meta({ description: 'Whose own mailbox it is; nobody else sees what is in it.' }),
        state: z.enum(['served', 'waits', 'left-out', 'leaving']),
        problems: z.array(z.string()).meta({ description: 'Why it waits, or is left out.' }),
        connection: z.string().nullable().meta({ description: 'How the connection to the mailbox stands.' }),
        addedBy: z.string(),
        addedAt: z.iso.datetime(),
      }),
    ),
  }),
  ctl: { words: 'account list', args: [], example: 'account list' },
  run: async (deps) => {
    const all = await portOf(deps).list(deps.db);
    const standings = new Map((await accountStandings(deps.db)).map((one) => [one.account, one.state]));
    return {
      accounts: all.map(({ addedAt, problems, ...one }) => ({
        ...one,
        problems: [...problems],
        connection: standings.get(one.account) ?? null,
        addedAt: addedAt.toISOString(),
      })),
    };
  },
  plain: ({ accounts }) =>
    lines(
      accounts.map(({ account, owner, state, connection, problems }) =>
        lines([columns(account, state, connection ?? '-', owner ?? '-'), ...problems.map((text) => `  ${text}`)]),
      ),
    ) || 'All accounts stand in the config file.',
});

const addOperation = operation({
  id: 'account-add',
  summary: 'Adds an account without a restart. The config file stays as it is.',
  method: 'POST',
  path: '/_mailroom/v1/accounts/{account}/add',
  input: z.object({ account: key, settings, ...secrets }),
  result: takenSchema,
  ctl: {
    words: 'account add',
    args: ['account'],
    example: 'account add sales --settings-file sales.yaml --password-file sales.password',
  },
  run: (deps, { account, settings: given, ...passwords }) =>
    done(deps, (tx, port, by) =>
      port.add(tx, { account: account as AccountId, owner: null, settings: given, secrets: secretsOf(passwords), by }),
    ),
  failed: (outcome) => !isTakenByAll(outcome),
  plain: (outcome) => renderReload(outcome, 'en').body,
});

const changeOperation = operation({
  id: 'account-change',
  summary: 'Changes an account that was added: its settings as a whole, or its passwords.',
  method: 'POST',
  path: '/_mailroom/v1/accounts/{account}/change',
  input: z.object({ account: key, settings: settings.optional(), ...secrets }),
  result: takenSchema,
  ctl: {
    words: 'account change',
    args: ['account'],
    example: 'account change sales --password-file -',
  },
  run: (deps, { account, settings: given, ...passwords }) =>
    done(deps, (tx, port, by) =>
      port.change(tx, {
        account: account as AccountId,
        ...(given === undefined ? {} : { settings: given }),
        secrets: secretsOf(passwords),
        by,
      }),
    ),
  failed: (outcome) => !isTakenByAll(outcome),
  plain: (outcome) => renderReload(outcome, 'en').body,
});

const removeOperation = operation({
  id: 'account-remove',
  summary: 'Removes an account that was added, with its passwords. An own mailbox is always purged.',
  method: 'POST',
  path: '/_mailroom/v1/accounts/{account}/remove',
  input: z.object({
    account: fields.oneAccount,
    purge: z.enum(['yes', 'no']).default('no').meta({
      description:
        'yes: all that there is of it in the database goes too; no: it stays, as of one taken out of the file.',
    }),
  }),
  result: takenSchema,
  ctl: { words: 'account remove', args: ['account'], example: 'account remove sales --purge yes' },
  run: (deps, { account, purge }) =>
    done(deps, (tx, port, by) => port.remove(tx, { account: account as AccountId, purge: purge === 'yes', by })),
  failed: (outcome) => !isTakenByAll(outcome),
  plain: (outcome) => renderReload(outcome, 'en').body,
});

function portOf({ ownAccounts }: Pick<OperationDeps, 'ownAccounts'>): OwnAccountsPort {
  if (ownAccounts === undefined) throw new NotPossible('no account is added here');
  return ownAccounts;
}

/** Changes something, and waits for every process. Throws NotPossible with all that is wrong. */
async function done(
  deps: OperationDeps,
  work: (tx: Transaction, port: OwnAccountsPort, by: string) => Promise<AccountDone>,
) {
  const port = portOf(deps);
  const wanted = await deps.db.transaction(async (tx) => {
    const outcome = await work(tx, port, deps.reload?.asker ?? 'operator');
    // Thrown, so that nothing is left of it.
    if ('refused' in outcome) throw new NotPossible(refusedText(outcome));
    return outcome;
  });
  return whenLookedAt(deps.db, wanted, PATIENCE_MS);
}

function refusedText({ refused }: { readonly refused: readonly { readonly path: string; readonly text: string }[] }) {
  return refused.map(({ path, text }) => `${path}: ${text}`).join('\n');
}

/** What is asked for in the chat. */
type Asked =
  | { readonly do: 'list' }
  | { readonly do: 'add'; readonly account: string; readonly words: readonly string[] }
  | { readonly do: 'change'; readonly account: string; readonly path: string; readonly value: string }
  | { readonly do: 'remove'; readonly account: string; readonly purge: boolean }
  | { readonly do: 'secret'; readonly account: string };

const SECRET = /pass(?:word|wd|wort)?|secret|token/i;

const accountArguments: Arguments<Asked> = {
  usage: '[add KEY ADDRESS IMAP SMTP [USER] | change KEY SETTING VALUE | remove KEY [purge]]',
  takes: [0, 60],
  read: ({ args }) => {
    const [verb = 'list', account = '', third = '', ...more] = args;
    switch (verb.toLowerCase()) {
      case 'add':
        // Behind the user stands nothing: whoever writes more writes a password.
        return more.length > 3 ? { do: 'secret', account } : { do: 'add', account, words: [third, ...more] };
      case 'change':
        return SECRET.test(third)
          ? { do: 'secret', account }
          : { do: 'change', account, path: third, value: more.join(' ') };
      case 'remove':
        return { do: 'remove', account, purge: third.toLowerCase() === 'purge' };
      default:
        return { do: 'list' };
    }
  },
};

/** `!mail account`: accounts that are not in the config file. A password is never taken here. */
export const mailAccount = mailCommand({
  name: 'account',
  order: 332,
  args: accountArguments,
  needs: 'manage',
  scope: 'process',
  where: ['management'],
  example: 'account change sales name Sales team',
  outside: { operations: [listOperation, addOperation, changeOperation, removeOperation] },
  run: async (tx, { ownAccounts, operator }, asked) => {
    const { language, user } = operator;
    const say = words(language);
    if (asked.do === 'secret') return renderLines([say('account-no-secret', { account: shown(asked.account) })]);
    if (ownAccounts === undefined) return renderLines([say('account-none')]);
    if (asked.do === 'list') return listed(await ownAccounts.list(tx), language);
    const account = asked.account as AccountId;
    if (!KEY.test(asked.account)) return renderLines([say('account-key', { account: shown(asked.account) })]);
    if (asked.do === 'add') {
      const [address = '', imap = '', smtp = '', login = address] = asked.words;
      const given = { address, name: address, imap: { host: imap, user: login }, smtp: { host: smtp, user: login } };
      const added = { account, owner: null, settings: given, secrets: new Map<OwnSecret, string>(), by: user };
      return answered(await ownAccounts.add(tx, added), say('account-added', { account }), language);
    }
    if (asked.do === 'remove') {
      const { purge } = asked;
      const outcome = await ownAccounts.remove(tx, { account, purge, by: user });
      return answered(outcome, say(purge ? 'account-purged' : 'account-removed', { account }), language);
    }
    const set = { path: asked.path.split('.'), value: valueOf(asked.value) };
    return answered(
      await ownAccounts.change(tx, { account, set, by: user }),
      say('account-changed', { account }),
      language,
    );
  },
});

function listed(all: readonly OwnAccountView[], language: Language): NoticeContent {
  const say = words(language);
  if (all.length === 0) return renderLines([say('account-none')]);
  return renderLines(
    all.map(({ account, owner, state, problems }) => {
      const who = owner === null ? account : `${account} (${owner})`;
      const why = shown(problems.join('; '));
      switch (state) {
        case 'served':
          return say('account-served', { account: who });
        case 'waits':
          return say('account-waits', { account: who, why });
        case 'left-out':
          return say('account-left-out', { account: who, why });
        case 'leaving':
          return say('account-leaving', { account: who });
      }
    }),
  );
}

function answered(outcome: AccountDone, text: string, language: Language): NoticeContent {
  if (!('refused' in outcome)) return renderLines([text]);
  return renderLines([words(language)('account-refused', { why: shown(refusedText(outcome)) })]);
}

function shown(text: string): string {
  return text.replace(/\s+/gu, ' ').slice(0, SAID).toWellFormed();
}

/** As YAML has plain values: a number, true, false, else a text. */
function valueOf(text: string): unknown {
  if (text === 'true' || text === 'false') return text === 'true';
  return /^\d{1,9}$/.test(text) ? Number(text) : text;
}
