/**
 * Third-party lookup (application service API, "Third-party networks"): a client that knows a mail address is told the
 * user id of its ghost. Pure; that the ghost exists is seen to when the homeserver asks for the user.
 */
import { parseAddress } from '../../mail/address.ts';
import type { GhostCodec } from '../ids.ts';
import type { UserId } from '../types.ts';

const PROTOCOL = 'email';

/** What stands below `/_matrix/app/v1/thirdparty`: 200 with a body, or null for 404. */
export function answerThirdParty(
  [kind, protocol, ...more]: readonly string[],
  query: URLSearchParams,
  codec: GhostCodec,
): object | null {
  if (more.length > 0 || (protocol !== undefined && protocol !== PROTOCOL)) return null;
  switch (kind) {
    case 'protocol':
      return protocol === undefined ? null : describe(codec);
    case 'user':
      return protocol === undefined ? usersById(query, codec) : usersByAddress(query, codec);
    case 'location':
      // Rooms have no place in mail by which somebody could look for them.
      return [];
    default:
      return null;
  }
}

function describe(codec: GhostCodec): object {
  return {
    user_fields: ['address'],
    location_fields: [],
    // Required (spec, "Protocol"); we have none.
    icon: '',
    field_types: { address: { regexp: '[^@\\s]+@[^@\\s]+', placeholder: 'name@example.org' } },
    instances: [{ network_id: PROTOCOL, desc: 'E-mail', fields: {}, bot_user_id: codec.bot }],
  };
}

function usersByAddress(query: URLSearchParams, codec: GhostCodec): object {
  const address = parseAddress(query.get('address') ?? '');
  return address === null ? [] : [user(codec.ghost(address), address)];
}

function usersById(query: URLSearchParams, codec: GhostCodec): object | null {
  const id = query.get('userid') ?? '';
  const address = codec.address(id as UserId);
  return address === null ? null : [user(id, address)];
}

function user(userid: string, address: string): object {
  return { userid, protocol: PROTOCOL, fields: { address } };
}
