/** The program of a child of the pool. Its one argument says what it is for: `mails`, `files` or `checks`. */
import { enterSandbox } from '../sandbox/inside.ts';
import { serve } from './serve.ts';
import type { Tools } from './serve.ts';

/** What it needs, loaded before the doors close. */
async function tools(): Promise<Tools> {
  switch (process.argv[2]) {
    case 'mails':
      return { parseAndRender: (await import('../mail/render/render-mail.ts')).parseAndRender };
    case 'checks':
      return { checkMail: (await import('./check-mail.ts')).checkMail };
    default:
      return {};
  }
}

const loaded = await tools();
serve(enterSandbox(), loaded);
