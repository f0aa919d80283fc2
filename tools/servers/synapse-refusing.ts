/** A Synapse that refuses on demand, as a policy server, an antispam module or people who block invitations do. */
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { SynapseOptions } from './synapse.ts';

/** What is refused with 403 M_FORBIDDEN from now on; left out for nothing. */
export interface RefusingRules {
  /** User ids that nobody may invite. */
  readonly invitesOf?: readonly string[];
  /** Events of whom, by the beginning of their user id; `@` for all. */
  readonly eventsOf?: readonly string[];
  /** Rooms of whom, by their user id. */
  readonly roomsOf?: readonly string[];
  /** Events with one of these in them. */
  readonly words?: readonly string[];
}

const MODULE = `import json
from synapse.module_api import NOT_SPAM, errors

class Refusing:
    def __init__(self, config, api):
        self._rules = config["rules"]
        api.register_spam_checker_callbacks(
            check_event_for_spam=self._event, user_may_invite=self._invite, user_may_create_room=self._room
        )

    @staticmethod
    def parse_config(config):
        return config

    def _refused(self, name):
        with open(self._rules) as file:
            return json.load(file).get(name, [])

    async def _invite(self, inviter, invitee, room):
        return errors.Codes.FORBIDDEN if invitee in self._refused("invitesOf") else NOT_SPAM

    async def _room(self, user, _content=None):
        return errors.Codes.FORBIDDEN if user in self._refused("roomsOf") else NOT_SPAM

    async def _event(self, event):
        said = str(event.content)
        sender = any(event.sender.startswith(one) for one in self._refused("eventsOf"))
        return errors.Codes.FORBIDDEN if sender or any(one in said for one in self._refused("words")) else NOT_SPAM
`;

/** Writes the module into its folder, with nothing refused; what it needs of Synapse's options. */
export async function refusingModule(folder: string): Promise<Required<Pick<SynapseOptions, 'modules' | 'packages'>>> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'mailroom_refusing.py'), MODULE);
  await refuse(folder, {});
  return {
    modules: [{ module: 'mailroom_refusing.Refusing', config: { rules: rulesFile(folder) } }],
    packages: [folder],
  };
}

/** Changes what is refused: read anew for each event and invitation. */
export async function refuse(folder: string, rules: RefusingRules): Promise<void> {
  await writeFile(`${rulesFile(folder)}.new`, JSON.stringify(rules));
  await rename(`${rulesFile(folder)}.new`, rulesFile(folder));
}

function rulesFile(folder: string): string {
  return join(folder, 'rules.json');
}
