/** What all homeservers that are started here have in common: logins, requests, and what is asked of them. */
import { createHmac } from 'node:crypto';
import { z } from 'zod';
import type { Running } from './process.ts';

/**
 * The homeservers that can be chosen. `tim`, `epa` and `tchap` are Synapse with the rules of a government's messenger:
 * TI-Messenger as companies run it, TI-Messenger as health insurers run it, and Tchap.
 */
export const homeserverKinds = ['synapse', 'dendrite', 'tim', 'epa', 'tchap'] as const;
export type HomeserverKind = (typeof homeserverKinds)[number];

/** A login on the homeserver. */
export interface MatrixLogin {
  readonly userId: string;
  readonly accessToken: string;
  readonly deviceId: string;
}

/** A homeserver without rate limits and without federation to anybody. */
export interface Homeserver {
  readonly server: Running;
  readonly url: string;
  readonly serverName: string;
  readonly registrationSecret: string;
  /** Registers a user and logs it in; one that exists already is logged in with the password. */
  register(
    localpart: string,
    password: string,
    options?: { readonly admin?: boolean; readonly displayName?: string },
  ): Promise<MatrixLogin>;
  login(localpart: string, password: string): Promise<MatrixLogin>;
  /**
   * A request as a server admin to what each homeserver has of its own (`/_synapse/admin/…`, `/_dendrite/admin/…`);
   * resolves with the JSON of the answer.
   */
  admin(method: string, path: string, body?: unknown): Promise<unknown>;
}

const loginAnswer = z.object({ user_id: z.string(), access_token: z.string(), device_id: z.string() });
const errorAnswer = z.object({ errcode: z.string(), error: z.string().optional() });
const nonceAnswer = z.object({ nonce: z.string() });

/** An answer of the homeserver other than 2xx. */
export class HomeserverError extends Error {
  override readonly name = 'HomeserverError';
  readonly status: number;
  /** Such as `M_FORBIDDEN`; empty where the answer is no Matrix error. */
  readonly errcode: string;

  constructor(request: string, status: number, body: unknown) {
    const parsed = errorAnswer.safeParse(body);
    super(
      `${request}: ${status} ${parsed.success ? `${parsed.data.errcode} ${parsed.data.error ?? ''}` : ''}`.trimEnd(),
    );
    this.status = status;
    this.errcode = parsed.success ? parsed.data.errcode : '';
  }
}

/** One request with a JSON answer; every answer other than 2xx is a `HomeserverError`. */
export async function matrixRequest(
  base: string,
  request: { readonly method: string; readonly path: string; readonly token?: string; readonly body?: unknown },
): Promise<unknown> {
  const { method, path, token, body } = request;
  const answer = await fetch(`${base}${path}`, {
    method,
    headers: {
      'Content-Type': 'application/json',
      ...(token === undefined ? {} : { Authorization: `Bearer ${token}` }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const json: unknown = await answer.json().catch(() => null);
  if (!answer.ok) throw new HomeserverError(`${method} ${path.split('?')[0] ?? ''}`, answer.status, json);
  return json;
}

function toLogin(answer: unknown): MatrixLogin {
  const { user_id: userId, access_token: accessToken, device_id: deviceId } = loginAnswer.parse(answer);
  return { userId, accessToken, deviceId };
}

/**
 * Registration with the shared secret: a nonce, and an HMAC over what is asked for (Synapse, admin API "register_api";
 * Dendrite has the same).
 */
async function registerUser(
  url: string,
  secret: string,
  user: { localpart: string; password: string; admin: boolean; displayName: string },
): Promise<MatrixLogin> {
  const path = '/_synapse/admin/v1/register';
  const { localpart, password, admin, displayName } = user;
  const { nonce } = nonceAnswer.parse(await matrixRequest(url, { method: 'GET', path }));
  const mac = createHmac('sha1', secret)
    .update([nonce, localpart, password, admin ? 'admin' : 'notadmin'].join('\0'))
    .digest('hex');
  const body = { nonce, username: localpart, displayname: displayName, password, admin, mac };
  return toLogin(await matrixRequest(url, { method: 'POST', path, body }));
}

/** How people and the server's admin log in to a homeserver that runs. */
export function homeserverLogins(url: string, secret: string): Pick<Homeserver, 'register' | 'login' | 'admin'> {
  const login = async (user: string, password: string): Promise<MatrixLogin> => {
    const body = { type: 'm.login.password', identifier: { type: 'm.id.user', user }, password };
    return toLogin(await matrixRequest(url, { method: 'POST', path: '/_matrix/client/v3/login', body }));
  };
  const register: Homeserver['register'] = async (localpart, password, more = {}) => {
    const { admin = false, displayName = localpart } = more;
    try {
      return await registerUser(url, secret, { localpart, password, admin, displayName });
    } catch (error) {
      if (error instanceof HomeserverError && error.errcode === 'M_USER_IN_USE') return login(localpart, password);
      throw error;
    }
  };
  let admin: Promise<MatrixLogin> | null = null;
  return {
    register,
    login,
    admin: async (method, path, body) => {
      admin ??= register('server-admin', secret, { admin: true });
      return matrixRequest(url, { method, path, token: (await admin).accessToken, body });
    },
  };
}
