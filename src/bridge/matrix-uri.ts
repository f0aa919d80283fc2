/** Links into Matrix: `matrix.to` and `matrix:` (spec, appendices "Matrix URIs" and "matrix.to navigation"). */

export type MatrixUri =
  | { readonly kind: 'user'; readonly id: string; readonly localpart: string }
  | { readonly kind: 'room'; readonly id: string }
  | { readonly kind: 'event'; readonly id: string };

/** What a link points to, or null where it does not point into Matrix. Never throws. */
export function readMatrixUri(href: string): MatrixUri | null {
  const web = /^https?:\/\/matrix\.to\/#\/([^?]{1,600})/i.exec(href);
  if (web !== null) {
    const [first = '', second] = (web[1] ?? '').split('/').map(decode);
    return target(first, second);
  }
  const uri = /^matrix:([a-z]+)\/([^/?#]{1,300})(?:\/e(?:vent)?\/([^/?#]{1,300}))?/i.exec(href);
  if (uri === null) return null;
  const sigil = { u: '@', user: '@', r: '#', room: '#', roomid: '!' }[(uri[1] ?? '').toLowerCase()];
  return sigil === undefined ? null : target(sigil + decode(uri[2] ?? ''), uri[3]);
}

function target(id: string, event: string | undefined): MatrixUri | null {
  if (/^@[^:]+:.+/.test(id)) return { kind: 'user', id, localpart: id.slice(1, id.indexOf(':')) };
  if (!/^[#!]./.test(id)) return null;
  return event === undefined || event === '' ? { kind: 'room', id } : { kind: 'event', id: `${id}/${event}` };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // Not percent-encoded by the rules: taken as it stands.
    return text;
  }
}
