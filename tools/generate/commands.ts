/** docs/commands.md from the commands and the English words. */
import type { CommandPlace, CommandScope } from '../../src/bridge/command/spec.ts';
import { COMMANDS } from '../../src/commands/all.ts';
import { capabilities, leastLevel, LEVELS } from '../../src/bridge/account/permissions.ts';
import type { Capability } from '../../src/bridge/account/permissions.ts';
import { words } from '../../src/words/words.ts';
import { CTL_OPERATIONS, usageOf } from '../../src/provisioning/usage.ts';

const CAPABILITIES: readonly (readonly [Capability, string])[] = [
  ['read', 'use the bot: help, states'],
  ['draft', 'write what the ✅ of somebody else mails to the people of a conversation'],
  ['answer', 'write what is mailed to the people of a conversation, and work on it: claim, done, retry'],
  ['compose', 'begin a conversation'],
  ['outside', 'write to addresses outside the conversation'],
  ['invite', 'invite people into rooms as guests, who take part by mail'],
  ['source', 'see originals, reasons, lists, queue and quarantine'],
  ['release', 'decide about held mail, brakes, quarantine and who may enter; move messages'],
  ['manage', 'see and manage all accounts'],
];

const PLACES: Readonly<Record<CommandPlace, string>> = {
  thread: "a conversation's room",
  lobby: "the account's lobby",
  inbox: "the account's inbox",
  management: 'a direct chat with the bot',
};

const SCOPES: Readonly<Record<CommandScope, string>> = {
  asker: 'whoever asks',
  thread: 'the conversation',
  account: 'the account',
  process: 'all accounts',
};

/** Not yet formatted. */
export function commandsPage(): string {
  const say = words('en');
  const cell = (text: string) => text.replaceAll('|', '\\|');
  return `# Commands

This page is made from the program (\`npm run generate\`). In the bot's rooms a command begins with \`!mail\`; in a direct chat with the bot
it has no prefix. The bot answers as a reply to the command, in the language of the account or in the one that somebody chose with
\`!mail language\`; a long answer stands in a Matrix thread at the command. \`!mail help\` lists what somebody may use where they are,
\`!mail help COMMAND\` tells more about one.

| command | what it does | where | from level | concerns |
| --- | --- | --- | --- | --- |
${COMMANDS.map((one) => `| \`${cell(`${one.name} ${one.args}`.trim())}\` | ${cell(say(`help-${one.name}`))}. Example: \`${one.example}\` | ${where(one.where)} | ${leastLevel(one.needs)} | ${one.scopes.map((scope) => SCOPES[scope]).join(', ')} |`).join('\n')}
| \`!note …\` | ${say('commands-note')} | ${PLACES.thread} | | |

A direct chat begins by inviting the bot to one (not encrypted: the bot cannot read that). Nothing about accounts is told where others
are in the chat.

## From outside of Matrix

Operators without a Matrix client do the same with \`mailroom ctl\` in a shell, and by HTTP (\`provisioning\` in the config,
[openapi.json](openapi.json), [operating.md](operating.md#the-interface-for-operators)), for all accounts. \`--as\` says in whose name: somebody who may do it
in a room, which is told. What a POST needs besides its path stands in its body as JSON.

| \`mailroom ctl\` | by HTTP | what it does |
| --- | --- | --- |
${CTL_OPERATIONS.map((one) => `| \`${cell(usageOf(one))}\` | \`${one.method} ${one.path}\` | ${cell(one.summary)} Example: \`${cell(one.ctl.example)}\` |`).join('\n')}

In Matrix alone are:

${only()}

## Who may what

| | ${LEVELS.join(' | ')} |
| --- |${LEVELS.map(() => ' --- |').join('')}
${CAPABILITIES.map(([one, what]) => `| ${what} | ${LEVELS.map((level) => (capabilities(level).has(one) ? '✓' : '')).join(' | ')} |`).join('\n')}

\`permissions\` in the config gives levels to users (\`@alice:example.org\`), servers (\`example.org\`) and everybody else (\`*\`):

\`\`\`yaml
permissions:
  '@root:example.org': admin
  example.org: relay
  '*': block
\`\`\`

The most exact word counts: by user, else the team of the account (its members are moderators of it), else by server, else \`*\`. Without
\`permissions\`, people of the homeserver itself may answer in the rooms where they are (relay) and everybody else is blocked. In a room
that people made, power level 50 makes a moderator of that room, of nobody who is named or blocked; it gives the commands that concern the
conversation, not those that concern the account or all accounts. Who may not answer is told so once in a
room, with who can do it and who can allow it; what they write stays there and is not mailed. Only the team can invite into the rooms
that Mailroom makes, since a ghost that is invited becomes a recipient.

\`limits.mails_per_user_day\` bounds the mails of one person within 24 hours, over all accounts. What is beyond it is not lost: it waits until it may
go, its writer is told at once, and ❌ takes it back.
`;
}

/** The commands that have no operation, those of one reason together. */
function only(): string {
  const reasons = new Map<string, string[]>();
  for (const { name, outside } of COMMANDS) {
    if ('only' in outside) reasons.set(outside.only, [...(reasons.get(outside.only) ?? []), `\`${name}\``]);
  }
  return [...reasons].map(([reason, names]) => `- ${names.join(', ')}: ${reason}.`).join('\n');
}

function where(places: readonly CommandPlace[]): string {
  return places.length === Object.keys(PLACES).length ? 'everywhere' : places.map((one) => PLACES[one]).join(', ');
}
