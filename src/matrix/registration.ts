import { randomBytes } from 'node:crypto';
import { AppServiceRegistration } from 'matrix-appservice';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { MailroomError } from '../base/errors.ts';

/** What of the config the registration depends on. */
export interface RegistrationFacts {
  /** Where the homeserver reaches us; null for none. */
  readonly url: string;
  readonly domain: string;
  /** Localpart of the bot. */
  readonly bot: string;
  readonly ghostPrefix: string;
}

const namespace = z.object({ regex: z.string(), exclusive: z.boolean() });
const schema = z.object({
  id: z.string().min(1),
  url: z.string().nullable(),
  as_token: z.string().min(1),
  hs_token: z.string().min(1),
  sender_localpart: z.string().min(1),
  rate_limited: z.boolean().optional(),
  namespaces: z.object({
    users: z.array(namespace).default([]),
    aliases: z.array(namespace).default([]),
    rooms: z.array(namespace).default([]),
  }),
  receive_ephemeral: z.boolean().optional(),
  'de.sorunome.msc2409.push_ephemeral': z.boolean().optional(),
  'org.matrix.msc3202': z.boolean().optional(),
  protocols: z.array(z.string()).nullish(),
});

/** A registration (application service API, "Registration"), with the fields that the appservice library drops. */
export type Registration = z.infer<typeof schema>;

/** Makes a registration; tokens are kept where they are given, else they are new (32 random bytes each). */
export function makeRegistration(
  facts: RegistrationFacts,
  kept: Partial<Pick<Registration, 'id' | 'as_token' | 'hs_token'>> = {},
): Registration {
  return {
    id: kept.id ?? facts.bot,
    url: facts.url,
    as_token: kept.as_token ?? token(),
    hs_token: kept.hs_token ?? token(),
    sender_localpart: facts.bot,
    // Mail comes in bursts; a limited bridge would fall behind for hours.
    rate_limited: false,
    namespaces: {
      users: [
        { regex: whole(`@${escapeRegex(facts.ghostPrefix)}.*:${escapeRegex(facts.domain)}`), exclusive: true },
        { regex: whole(`@${escapeRegex(facts.bot)}:${escapeRegex(facts.domain)}`), exclusive: true },
      ],
      aliases: [{ regex: whole(`#mailroom_.*:${escapeRegex(facts.domain)}`), exclusive: true }],
      rooms: [],
    },
    receive_ephemeral: true,
    'de.sorunome.msc2409.push_ephemeral': true,
    'org.matrix.msc3202': false,
    protocols: ['email'],
  };
}

/**
 * Makes the registration by which members speak as themselves. It has no address: nothing is pushed because of it. No
 * namespace is exclusive: the people log in as before.
 *
 * @param users whole user ids that it may speak as; null for everybody of the homeserver
 */
export function makePuppetRegistration(
  { bot, domain }: Pick<RegistrationFacts, 'bot' | 'domain'>,
  users: readonly string[] | null,
  kept: Partial<Pick<Registration, 'id' | 'as_token' | 'hs_token'>> = {},
): Registration {
  const patterns = users === null ? [`@.*:${escapeRegex(domain)}`] : users.map(escapeRegex);
  return {
    id: kept.id ?? `${bot}_puppets`,
    url: null,
    as_token: kept.as_token ?? token(),
    hs_token: kept.hs_token ?? token(),
    sender_localpart: `${bot}_puppets`,
    rate_limited: false,
    namespaces: {
      users: patterns.map((pattern) => ({ regex: whole(pattern), exclusive: false })),
      aliases: [],
      rooms: [],
    },
  };
}

/** What of such a registration does not fit, each as a line that says what to do; empty where all is well. */
export function puppetRegistrationProblems(puppets: Registration, main: Registration | null): string[] {
  const problems: string[] = [];
  if (puppets.url !== null) {
    problems.push('url is an address, expected null: the homeserver would push everything twice');
  }
  if (puppets.as_token === main?.as_token || puppets.id === main?.id) {
    problems.push(
      'it is the first registration, or has its id or token: write it with mailroom registration --puppets',
    );
  }
  if (puppets.namespaces.users.some(({ exclusive }) => exclusive)) {
    problems.push('namespaces.users is exclusive: people could not log in any more');
  }
  if (puppets.namespaces.users.length === 0) problems.push('namespaces.users is empty: it lets nobody speak');
  return problems;
}

/** The file that the homeserver reads. */
export function registrationYaml(registration: Registration): string {
  return stringify(registration);
}

/** Reads a registration; throws MailroomError `registration-invalid` with what is wrong, never with a token. */
export function parseRegistration(text: string): Registration {
  let value: unknown;
  try {
    value = parse(text);
  } catch {
    throw new MailroomError('registration-invalid', 'the registration is no YAML');
  }
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  const problems = read.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
  throw new MailroomError('registration-invalid', `the registration: ${problems.join('; ')}`);
}

/** What of a registration does not fit the config, each as a line that says what to do; empty where all is well. */
export function registrationProblems(registration: Registration, facts: RegistrationFacts): string[] {
  const problems: string[] = [];
  const wanted = makeRegistration(facts, { as_token: 'a', hs_token: 'h' });
  const expect = (field: keyof Registration, why: string): void => {
    if (registration[field] !== wanted[field]) {
      problems.push(
        `${field} is ${JSON.stringify(registration[field])}, expected ${JSON.stringify(wanted[field])}: ${why}`,
      );
    }
  };
  expect('url', 'appservice.url of the config is where the homeserver is to reach Mailroom');
  expect('sender_localpart', 'appservice.bot of the config is another user');
  expect('rate_limited', 'the homeserver would slow down ghosts and bot');
  const names = asLibrary(registration);
  const users: [string, string][] = [
    [`@${facts.ghostPrefix}bob=40example.org:${facts.domain}`, 'the ghosts'],
    [`@${facts.bot}:${facts.domain}`, 'the bot'],
  ];
  for (const [user, what] of users) {
    if (!names.isUserMatch(user, true)) problems.push(`namespaces.users does not cover ${what} exclusively`);
  }
  if (!names.isAliasMatch(`#mailroom_x:${facts.domain}`, true)) {
    problems.push('namespaces.aliases does not cover #mailroom_… exclusively');
  }
  if (registration.as_token === registration.hs_token) problems.push('as_token and hs_token are the same');
  return problems;
}

/** Whether the homeserver is asked to push read receipts (spec v1.13; MSC2409 before). */
export function asksForReceipts(registration: Registration): boolean {
  return registration.receive_ephemeral === true || registration['de.sorunome.msc2409.push_ephemeral'] === true;
}

/** The namespaces that match in the middle of a name too where a homeserver does not anchor them (`whole`). */
export function looseNamespaces({ namespaces }: Registration): string[] {
  const all = [...namespaces.users, ...namespaces.aliases, ...namespaces.rooms];
  return all.flatMap(({ regex }) => (regex.startsWith('^') && regex.endsWith('$') ? [] : [regex]));
}

/** As the appservice library takes it, for its own matching of namespaces and for its bridge. */
export function asLibrary(registration: Registration): AppServiceRegistration {
  const { id, url, as_token, hs_token, sender_localpart, rate_limited, namespaces, protocols } = registration;
  return AppServiceRegistration.fromObject({
    id,
    url,
    as_token,
    hs_token,
    sender_localpart,
    namespaces,
    protocols: protocols ?? null,
    ...(rate_limited === undefined ? {} : { rate_limited }),
  });
}

function token(): string {
  return randomBytes(32).toString('hex');
}

/**
 * Matches the whole name. Synapse looks from the beginning and not to the end, others (Dendrite, tuwunel, continuwuity)
 * anywhere in it: a name on `example.org.evil.test` would be ours.
 */
function whole(pattern: string): string {
  return `^${pattern}$`;
}

function escapeRegex(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
}
