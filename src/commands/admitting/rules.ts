import { z } from 'zod';
import { plainAdmission } from '../../bridge/account/account.ts';
import { readPattern } from '../../bridge/admission/admission.ts';
import type { Arguments } from '../../bridge/command/arguments.ts';
import { ACCOUNT_ROOMS } from '../../bridge/command/spec.ts';
import { renderLines } from '../../bridge/notice/rendered.ts';
import type { Queryable } from '../../db/pool.ts';
import { countNotShown, dropRules, listRules } from '../../db/thread-tables/admission.ts';
import { newAct, tellPlace } from '../../operations/meant.ts';
import { accountByKey, actor, fields, NotThere, operation } from '../../operations/operation.ts';
import { lines, plainSay } from '../../operations/plain.ts';
import { isVariant, words } from '../../words/words.ts';
import type { Say } from '../../words/words.ts';
import { mailCommand } from '../framework/command.ts';
import type { RoomContext } from '../framework/context.ts';
import { onRule, patternNamed, ruleLine, ruleSchema, ruleThread, threadOfAccount } from './rule-set.ts';

/** Rules that are listed in a room. */
const LISTED = 50;
/** Days that the figures of what was not shown look back. */
const NOT_SHOWN_DAYS = 30;

const rulesOperation = operation({
  id: 'rules',
  summary: 'Who may enter an account by mail, and how many mails were not shown lately.',
  method: 'GET',
  path: '/_mailroom/v1/accounts/{account}/rules',
  input: z.object({ account: fields.oneAccount, thread: ruleThread, limit: fields.limit }),
  result: z.object({
    rules: z.array(ruleSchema),
    count: z.int(),
    ofConfig: z.array(ruleSchema.omit({ thread: true })),
    notShown: z.array(z.object({ why: z.string(), count: z.int() })),
  }),
  ctl: { words: 'rules', args: ['account'], example: 'rules support' },
  run: async (deps, input) => {
    const account = accountByKey(deps, input.account);
    const on = await threadOfAccount(deps.db, deps, account, input.thread);
    const { rules, count } = await listRules(deps.db, account.id, on, input.limit);
    const ofConfig = (account.entry ?? plainAdmission).rules.map(({ effect, pattern }) => ({ effect, pattern }));
    return { rules, count, ofConfig, notShown: await countNotShown(deps.db, account.id, NOT_SHOWN_DAYS) };
  },
  plain: ({ rules, ofConfig, notShown: figures }) =>
    lines([
      ...rules.map(ruleLine),
      ...ofConfig.map((one) => `${ruleLine(one)} (${plainSay('admission-of-config')})`),
      ...figures.map(({ why, count }) => `not shown: ${count}: ${why}`),
    ]) || plainSay('admission-no-rules'),
});

const dropOperation = operation({
  id: 'rules-drop',
  summary: 'Takes a rule away.',
  method: 'POST',
  path: '/_mailroom/v1/accounts/{account}/rules/drop',
  input: onRule,
  result: z.object({ dropped: z.int() }),
  ctl: {
    words: 'rules drop',
    args: ['account', 'pattern'],
    example: "rules drop support 'news*@example.org' --as @alice:example.org",
  },
  run: (deps, input) =>
    deps.db.transaction(async (tx) => {
      const account = accountByKey(deps, input.account);
      const by = actor(deps, account, input.as, 'release');
      const on = await threadOfAccount(tx, deps, account, input.thread);
      const pattern = patternNamed(input.pattern);
      const dropped = await dropRules(tx, account.id, on, pattern);
      if (dropped === 0) throw new NotThere(`there is no rule about ${pattern}`);
      const line = words(account.language)('admission-dropped', { pattern });
      await tellPlace(tx, deps, { account, thread: on }, { act: newAct(), by, line });
      return { dropped };
    }),
  plain: ({ dropped }) => `Rules taken away: ${dropped}`,
});

/** What is asked about the rules: to be shown, or that one is taken away. */
type RulesAsked =
  { readonly do: 'show' } | { readonly do: 'drop'; readonly text: string } | { readonly unread: string };

const rulesArguments: Arguments<RulesAsked> = {
  usage: '[drop PATTERN]',
  takes: [0, 2],
  read: ({ args: [verb, text] }) => {
    if (verb === undefined) return { do: 'show' };
    return verb === 'drop' && text !== undefined ? { do: 'drop', text } : { unread: text ?? verb };
  },
};

/** `!mail rules`: what there is, and how many mails were not shown; `!mail rules drop PATTERN` takes a rule away. */
export const mailRules = mailCommand({
  name: 'rules',
  order: 290,
  args: rulesArguments,
  needs: 'release',
  scope: 'account',
  where: ACCOUNT_ROOMS,
  example: 'rules',
  examples: [
    {
      says: [
        'block elsewhere.example',
        'allow bob@x.example here',
        'rules',
        'rules drop elsewhere.example',
        'rules drop nobody.example',
      ],
    },
  ],
  outside: { operations: [rulesOperation, dropOperation] },
  run: async (tx, context, asked) => {
    const { account, thread } = context;
    const say = words(account.language);
    if ('unread' in asked) return renderLines([say('admission-no-pattern', { text: asked.unread })]);
    if (asked.do === 'show') return renderLines(await rulesTold(tx, context, say));
    const pattern = readPattern(asked.text);
    if (pattern === null) return renderLines([say('admission-no-pattern', { text: asked.text })]);
    const dropped = await dropRules(tx, account.id, thread, pattern);
    return renderLines([
      dropped === 0 ? say('admission-not-there', { pattern }) : say('admission-dropped', { pattern }),
    ]);
  },
});

async function rulesTold(db: Queryable, context: RoomContext, say: Say): Promise<string[]> {
  const { account, thread: here } = context;
  const ofConfig = (account.entry ?? plainAdmission).rules;
  const { rules, count } = await listRules(db, account.id, here, LISTED);
  const all = [
    ...rules.map(({ effect, pattern, thread }) => {
      const line = say(`admission-rule-${effect}`, { pattern });
      return thread === null ? line : `${line} (${say('admission-of-room')})`;
    }),
    ...(count > rules.length ? [say('admission-more', { count: count - rules.length })] : []),
    ...ofConfig
      .slice(0, LISTED)
      .map(({ effect, pattern }) => `${say(`admission-rule-${effect}`, { pattern })} (${say('admission-of-config')})`),
    ...(ofConfig.length > LISTED ? [say('admission-more', { count: ofConfig.length - LISTED })] : []),
  ];
  const head = all.length === 0 ? [say('admission-no-rules')] : [say('admission-rules'), ...all];
  return [...head, ...(await notShown(db, context, say))];
}

async function notShown(db: Queryable, { account }: RoomContext, say: Say): Promise<string[]> {
  const figures = await countNotShown(db, account.id, NOT_SHOWN_DAYS);
  if (figures.length === 0) return [];
  const total = figures.reduce((sum, { count }) => sum + count, 0);
  return [
    say('admission-not-shown', { count: total, days: NOT_SHOWN_DAYS }),
    ...figures.map(({ why, count }) => {
      const [reason = '', ...detail] = why.split(' ');
      const told = isVariant('admission-not-shown-why-', reason)
        ? say(`admission-not-shown-why-${reason}`, { detail: detail.join(' ') })
        : reason;
      return `· ${count}: ${told}`;
    }),
  ];
}
