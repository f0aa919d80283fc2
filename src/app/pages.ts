/** The pages for people, put together from the features that have some: a part of the composition root. */
import type { Log } from '../base/log.ts';
import type { Config } from '../config/config.ts';
import { startSite } from '../web/site.ts';
import type { SiteRoutes } from '../web/site.ts';
import type { Part } from './handlers.ts';

/** Starts the listener where the config has one; null where it has none. Rejects where the port is taken. */
export async function startPages(
  { web }: Pick<Config, 'web'>,
  routes: readonly SiteRoutes[],
  log: Log,
): Promise<Part | null> {
  if (web === null) return null;
  const site = await startSite({ ...web, routes, log, now: () => performance.now() });
  return { name: 'pages', stop: () => site.close() };
}
