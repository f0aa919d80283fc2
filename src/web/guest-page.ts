/**
 * The page on which a guest ends the mails to them, and what programs call in its place with one click (RFC 8058
 * section 3.2). To look at it does nothing: programs that read mail ahead open every link. What stands in the address
 * is the whole right, so that a POST needs no form of ours; it can only take away.
 */
import { Hono } from 'hono';
import { html } from 'hono/html';
import { showPage } from './page.ts';
import type { SiteRoutes } from './site.ts';
import type { SiteEnv } from './visit.ts';

/** What the link of a guest is good for. */
export interface GuestLinks {
  /** Whether it is one of ours; it tells nothing else of it. */
  readonly isKnown: (link: string) => boolean;
  /** Ends the mails to its guest; once more is nothing. */
  readonly stop: (link: string) => Promise<void>;
}

/** @param at the path that all links begin with */
export function guestRoutes(at: string, { isKnown, stop }: GuestLinks): SiteRoutes {
  const app = new Hono<SiteEnv>();
  app.get('/:link', (c) => {
    if (!isKnown(c.req.param('link'))) return c.notFound();
    return showPage(c, 200, (say) => ({
      title: say('guests-page-title'),
      body: [
        say('guests-page-text'),
        html`<form method="post"><button type="submit">${say('guests-page-button')}</button></form>`,
      ],
    }));
  });
  app.post('/:link', async (c) => {
    const link = c.req.param('link');
    if (!isKnown(link)) return c.notFound();
    await stop(link);
    return showPage(c, 200, (say) => ({
      title: say('guests-page-title'),
      body: [say('guests-page-done'), say('guests-page-undo')],
    }));
  });
  return { at, app };
}
