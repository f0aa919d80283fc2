/** The mail of before of new accounts, put together from the config: part of the composition root. */
import { Histories } from '../importing/histories.ts';
import type { HistoryDeps } from '../importing/histories.ts';
import { defaultLimits } from '../mail/mime/parse.ts';
import { createParsePool } from '../parser/parse-pool.ts';
import type { ParsePool } from '../parser/parse-pool.ts';
import type { AccountId } from '../bridge/types.ts';
import type { Config } from '../config/config.ts';
import type { HomeserverLink } from '../matrix/link.ts';
import type { SpaceWatch } from '../watch/space.ts';
import type { AccessTokens } from '../logins/access-tokens.ts';
import type { LiveConfig } from './live-config.ts';
import { imapSettings } from './settings.ts';

/** Between two looks whether there is any to bring in, milliseconds. */
const LOOK_MS = 3_000;

interface HistoryGround extends Pick<
  HistoryDeps,
  'db' | 'ghosts' | 'ids' | 'log' | 'failpoint' | 'accounts' | 'failure' | 'thumbnail'
> {
  readonly live: LiveConfig;
  readonly link: HomeserverLink;
  readonly tokens: AccessTokens;
  readonly space: Pick<SpaceWatch, 'hasRoom'>;
}

/** The part that brings it in; to be started after the mailboxes. */
export function histories(ground: HistoryGround): Histories {
  const { live, db, link, tokens, space, ghosts, ids, log, failpoint, accounts, failure, thumbnail } = ground;
  const accountOf = (account: AccountId) => live.config.accounts.find(({ id }) => id === account);
  return new Histories({
    ...{ db, ghosts, ids, log, failpoint, accounts, failure, thumbnail },
    ...{ client: link.client, rooms: link.rooms, matrixGhosts: link.ghosts, media: link.media },
    choice: (account) => accountOf(account)?.history ?? null,
    imap: (account) => {
      const found = accountOf(account);
      return found === undefined ? null : imapSettings(live.config, found, tokens);
    },
    openParser: () => parserOf(live.config),
    hasRoom: () => space.hasRoom,
    everyMs: LOOK_MS,
  });
}

/** One process, so that the others have the machine. */
function parserOf({ limits }: Config): ParsePool {
  return createParsePool({
    size: 1,
    timeLimit: limits.parseTime,
    memory: Math.ceil(limits.parseMemory / 2 ** 20),
    limits: { ...defaultLimits, size: Math.max(defaultLimits.size, limits.mailSize) },
  });
}
