import { MailroomError } from '../base/errors.ts';
import { createParsePool } from '../parser/parse-pool.ts';
import type { WallReport } from '../sandbox/sandbox.ts';
import type { Wall } from '../sandbox/walls.ts';
import { createThumbnailer } from '../thumbnail/thumbnailer.ts';
import type { CheckFinding } from './finding.ts';

/** What a wall is, and what to do where it is missing. */
const WALLS: Readonly<Record<Wall, { readonly is: string; readonly missing: string }>> = {
  network: {
    is: 'no network',
    missing: 'Node alone keeps them from the network: needs unshare and the right to make namespaces',
  },
  memory: { is: 'bounded memory', missing: 'only their JavaScript memory is bounded: needs prlimit of util-linux' },
  user: {
    is: 'a user of their own',
    missing: 'they are the user that runs Mailroom: needs setpriv, root, and code that others may read',
  },
  privileges: { is: 'no new privileges', missing: 'they could gain privileges: needs setpriv of util-linux' },
};

/** The processes that read what strangers send start, and which walls stand around them (docs/security.md). */
export async function checkSandbox(): Promise<CheckFinding[]> {
  const parser = createParsePool({ size: 1, readers: 1 });
  try {
    const thumbnailer = await createThumbnailer();
    await thumbnailer?.close();
    const pictures: CheckFinding[] =
      thumbnailer === null
        ? [{ state: 'warn', what: 'thumbnails', text: 'sharp does not run here: pictures are sent without thumbnails' }]
        : [];
    return [told(await parser.standing()), ...pictures];
  } catch (error) {
    if (!(error instanceof MailroomError)) throw error;
    const text = `the processes that read mail do not start, so that Mailroom does not: ${error.message}`;
    return [{ state: 'fail', what: 'mail reader', text }];
  } finally {
    await parser.close();
  }
}

function told({ walls, missing }: WallReport): CheckFinding {
  const stands = ['no files but their own code', ...walls.map((wall) => WALLS[wall].is)].join(', ');
  const lines = missing.map((wall) => WALLS[wall].missing);
  return {
    state: lines.length === 0 ? 'ok' : 'warn',
    what: 'mail reader',
    text: [`processes with ${stands}`, ...lines].join('\n'),
  };
}
