/** Where people enter a meeting that takes place in a browser or an app. */

/** Longest link, characters, and how many of a text are looked at. */
const longest = 2000;
const most = 50;

/**
 * How the links of meetings look. Hosts are matched by their labels, since companies have their own: `teams.…`,
 * `meet.google.…`, `company.zoom.us`, `company.webex.com`.
 */
const MEETINGS: readonly { readonly host: RegExp; readonly path: RegExp }[] = [
  // Microsoft Teams, for work and for private use; of the United States' governments too.
  { host: /^(?:[a-z0-9]+\.)?teams\./, path: /^\/(?:l\/meetup-join|meet|v2\/?\?meetingjoin)/ },
  { host: /^meet\.google\./, path: /^\/(?:[a-z]{3,4}-[a-z]{3,4}-[a-z]{3,4}|lookup\/)/ },
  { host: /(?:^|\.)zoom(?:gov)?\./, path: /^\/(?:j|w|my|s|wc|meeting)\/\S/ },
  { host: /(?:^|\.)(?:jit\.si|8x8\.vc)$|(?:^|\.)jitsi\./, path: /^\/[^/?#\s]/ },
  { host: /(?:^|\.)webex\./, path: /^\/(?:meet|join|m|[^/]+\/(?:j\.php|onstage)|webappng|wbxmjs|[^/]+\/webappng)\b/ },
  // Element Call: its rooms stand in the path or behind the number sign.
  { host: /^call\.|^element-call\./, path: /^\/(?:room\/|#\/|[^/?#\s]+\/?#\/)/ },
  { host: /^call\.element\./, path: /^\/[^/?#\s]/ },
];

/**
 * The link into a meeting: the first of `named` (properties that hold nothing else) that is a link at all, else the
 * first in a text that looks like one of a service that is known. '' where there is none. Only https. Linear.
 */
export function joinLink(named: readonly string[], texts: readonly string[]): string {
  for (const value of named) {
    const [link] = linksIn(value.trim());
    if (link !== undefined && value.trim().startsWith(link)) return link;
  }
  for (const text of texts) {
    const link = linksIn(text).find(isMeeting);
    if (link !== undefined) return link;
  }
  return '';
}

function linksIn(text: string): string[] {
  const links: string[] = [];
  for (const [found] of text.matchAll(/https:\/\/[^\s<>"'\\^`{|}\p{Cc}\p{Cf}]+/giu)) {
    const link = found.replaceAll('&amp;', '&').replace(/[.,;:!?)\]]{1,9}$/, '');
    if (link.length <= longest && URL.canParse(link)) links.push(link);
    if (links.length >= most) break;
  }
  return links;
}

function isMeeting(link: string): boolean {
  const { hostname, pathname, search, hash, searchParams } = new URL(link);
  const path = pathname + search + hash;
  if (MEETINGS.some((service) => service.host.test(hostname) && service.path.test(path))) return true;
  // Exchange Online Protection wraps links; what is wrapped tells what it is, and the link stays as it was written.
  const wrapped = hostname.endsWith('.safelinks.protection.outlook.com') ? (searchParams.get('url') ?? '') : '';
  return (
    wrapped.startsWith('https://') && URL.canParse(wrapped) && !wrapped.includes('safelinks.') && isMeeting(wrapped)
  );
}
