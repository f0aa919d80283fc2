/**
 * The listener for pages that people open in a browser. Features give in their routes as small Hono apps; here are what
 * holds for all of them: bounds on sizes and on how often somebody asks, the language, headers that let a page do
 * nothing but show itself and send its own forms, and pages for what is not there or went wrong, which tell nothing.
 *
 * Policy. A page needs no script and asks nothing of anywhere else. What changes something is a POST of a form. Whoever
 * takes such a form from a person in a browser puts `ownFormsOnly` before it; what is called by machines (one-click
 * unsubscription) cannot, and takes nothing but what stands in its address.
 */
import { Hono } from 'hono';
import type { MiddlewareHandler } from 'hono';
import { languageDetector } from 'hono/language';
import type { Log } from '../base/log.ts';
import { logTrouble } from '../base/log.ts';
import { startHttpListener } from '../http/listener.ts';
import type { HttpAnswer, HttpRequest } from '../http/listener.ts';
import { RateLimit } from '../http/rate-limit.ts';
import { LANGUAGES } from '../words/keys.ts';
import { PAGE_POLICY, showPage } from './page.ts';
import { rateKey, remoteOf } from './remote.ts';
import type { SiteEnv } from './visit.ts';

/** The routes of a feature. */
export interface SiteRoutes {
  /** The path that all of them begin with, such as /login. */
  readonly at: string;
  readonly app: Hono<SiteEnv>;
}

export interface SiteOptions {
  readonly listen: { readonly host: string; readonly port: number };
  /** The address that people open: scheme, host and port, nothing behind. */
  readonly url: string;
  /** Whether all visits come by a proxy of ours, which names the visitor as the last of X-Forwarded-For. */
  readonly behindProxy: boolean;
  readonly routes: readonly SiteRoutes[];
  readonly log: Log;
  /** Milliseconds of a clock that only goes forward. */
  readonly now: () => number;
}

export interface Site {
  /** Where it listens, such as http://127.0.0.1:9003. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Bytes of a form that are read. */
const FORM_MAX = 32 * 1024;

/** Connections at one time. */
const CONNECTIONS = 128;

/** Visits a minute of one address. */
const PER_MINUTE = 60;

/** What is answered at /robots.txt, and by which `mailroom check` knows a Mailroom. */
export const ROBOTS = 'User-agent: *\nDisallow: /\n';

/** Listens; rejects where the port is taken. */
export async function startSite(options: SiteOptions): Promise<Site> {
  const limit = new RateLimit(() => PER_MINUTE, options.now);
  const app = siteApp(options, limit);
  const listener = await startHttpListener({
    listen: options.listen,
    connections: CONNECTIONS,
    answer: (request) => answer(options, app, request),
    onFailure: (error) => logTrouble(options.log, 'a page could not be shown', error, {}, 'error'),
    onFull: () => options.log.warn('Pages: too many connections', { most: CONNECTIONS }),
  });
  return { url: listener.url, close: () => listener.close() };
}

function siteApp({ routes, log }: SiteOptions, limit: RateLimit): Hono<SiteEnv> {
  const app = new Hono<SiteEnv>();
  app.use(
    languageDetector({ order: ['header'], caches: false, supportedLanguages: [...LANGUAGES], fallbackLanguage: 'en' }),
  );
  app.use(async (c, next) => {
    const waitMs = limit.take(c.env.remote);
    if (waitMs === 0) return next();
    const seconds = Math.ceil(waitMs / 1000);
    c.header('retry-after', String(seconds));
    return showPage(c, 429, (say) => ({ title: say('web-too-many'), body: say('web-too-many-help', { seconds }) }));
  });
  app.get('/robots.txt', (c) => c.text(ROBOTS));
  for (const { at, app: feature } of routes) app.route(at, feature);
  app.notFound((c) => showPage(c, 404, (say) => ({ title: say('web-not-there'), body: say('web-not-there-help') })));
  app.onError((error, c) => {
    logTrouble(log, 'a page could not be shown', error, {}, 'error');
    return showPage(c, 500, (say) => ({ title: say('web-failed'), body: say('web-failed-help') }));
  });
  return app;
}

/**
 * Refuses what a browser sends for another site: a form that stands elsewhere, or one in a frame. A browser says where
 * a form comes from in Sec-Fetch-Site, old ones in Origin; who says neither is no browser, and has no cookies to abuse.
 */
export function ownFormsOnly(url: string): MiddlewareHandler<SiteEnv> {
  return async (c, next) => {
    const site = c.req.header('sec-fetch-site');
    const origin = c.req.header('origin');
    // Pages of ours name no referrer, and then a browser names no origin either.
    const isOurs = site === undefined ? origin === undefined || origin === url : site === 'same-origin';
    if (c.req.method === 'GET' || isOurs) return next();
    return showPage(c, 403, (say) => ({ title: say('web-foreign-form'), body: say('web-foreign-form-help') }));
  };
}

async function answer(options: SiteOptions, app: Hono<SiteEnv>, request: HttpRequest): Promise<HttpAnswer> {
  const remote = rateKey(remoteOf(request, options.behindProxy));
  const read = await webRequest(options.url, request);
  return answered(read === null ? await emptyVisit(app, options.url, remote) : await app.fetch(read, { remote }));
}

/** What is no visit of a browser finds what is not there. */
function emptyVisit(app: Hono<SiteEnv>, url: string, remote: string): Response | Promise<Response> {
  return app.fetch(new Request(`${url}/-`), { remote });
}

/** Null where it is nothing that a browser sends, or its body is too large. */
async function webRequest(url: string, request: HttpRequest): Promise<Request | null> {
  const { method, path, query } = request;
  if (!['GET', 'HEAD', 'POST'].includes(method)) return null;
  const target = `${url}${path}${query.size === 0 ? '' : `?${query.toString()}`}`;
  if (!URL.canParse(target)) return null;
  const body = method === 'POST' ? await request.body(FORM_MAX) : undefined;
  if (body === null) return null;
  const headers = new Headers();
  for (const [name, value] of Object.entries(request.headers)) {
    if (value !== undefined && PASSED_ON.has(name)) headers.set(name, [value].flat().join(', '));
  }
  return new Request(target, { method, headers, ...(body === undefined ? {} : { body: new Uint8Array(body) }) });
}

/** What routes may look at; a header that nobody reads is no way in. */
const PASSED_ON: ReadonlySet<string> = new Set([
  'accept-language',
  'content-type',
  'cookie',
  'origin',
  'sec-fetch-site',
]);

/** With what holds for every answer; Hono's own headers stay where they say more. */
async function answered(response: Response): Promise<HttpAnswer> {
  const cookies = response.headers.getSetCookie();
  const own = [...response.headers].filter(([name]) => name !== 'set-cookie');
  return {
    status: response.status,
    body: await response.text(),
    headers: {
      ...Object.fromEntries(own),
      ...(cookies.length === 0 ? {} : { 'set-cookie': cookies }),
      ...PAGE_POLICY,
    },
  };
}
