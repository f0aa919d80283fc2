/** What a homeserver's refusal means for rooms, in words that tell what to do. Pure. */
import type { MatrixError } from '../matrix/errors.ts';
import type { CheckFinding } from './finding.ts';

/**
 * What of a room was tried. `state`: a piece of what rooms begin with, named by `detail`; `whole`: all of it at once,
 * where each piece by itself is taken.
 */
export type RoomStep = 'space' | 'room' | 'state' | 'whole' | 'invite' | 'join' | 'message' | 'sign' | 'redaction';

const WHAT: Readonly<Record<RoomStep, string>> = {
  space: "it does not make an account's space",
  room: 'it does not make the room of a conversation',
  state: 'it does not take a piece of what rooms begin with:',
  whole: 'it does not take at once what rooms begin with',
  invite: 'it does not let the bot invite a ghost',
  join: 'it does not let a ghost into a room',
  message: 'it does not let a ghost speak',
  sign: 'it does not take the signs',
  redaction: 'it does not let a sign be taken away',
};

/** Whether Mailroom works without it, and how. */
const WITHOUT: Readonly<Record<RoomStep, string | null>> = {
  space: null,
  room: null,
  invite: null,
  join: null,
  message: null,
  state: 'rooms are made without it; where people cannot enter through the space then, they are invited',
  whole: 'rooms are made in several steps',
  sign: 'how a mail stands is not shown by them; notices about trouble come all the same',
  redaction: 'a message keeps its old signs, and the newest counts',
};

/** One refusal as a line of `mailroom check`. `detail`: which piece of state, which signs. */
export function roomFinding(step: RoomStep, error: MatrixError, detail = ''): CheckFinding {
  const without = WITHOUT[step];
  const head = `${WHAT[step]}${detail === '' ? '' : ` ${detail}`} (${answerOf(error)})`;
  const then = without === null ? `nothing is shown until that is mended: ${todo(step, error)}` : without;
  return { state: without === null ? 'fail' : 'warn', what: 'rooms', text: `${head}\n${then}` };
}

/** The homeserver's own words, on one line and short: whoever checks is who runs it. */
function answerOf({ status, errcode, text }: MatrixError): string {
  const plain = text.replace(/[\p{C}\u2028\u2029\s]+/gu, ' ').trim();
  const cut = Array.from(plain).slice(0, 200).join('');
  return `${String(status)} ${errcode}`.trim() + (cut === '' ? '' : `: ${cut}`);
}

function todo(step: RoomStep, { status, errcode }: MatrixError): string {
  if (errcode === 'M_UNSUPPORTED_ROOM_VERSION') {
    return 'give a version that it has as homeserver.room_version, or leave that out';
  }
  if (errcode === 'M_LIMIT_EXCEEDED' || status === 429) {
    return 'it limits Mailroom. Has it read the registration, which says rate_limited: false, since that was written?';
  }
  if (errcode === 'M_EXCLUSIVE') {
    return 'another application service has a namespace that takes in the users or aliases of this one';
  }
  if (status >= 500) {
    return (
      'it fails at that by itself, and its log says why. Under the rules of TI-Messenger every invitation fails so ' +
      'while its federation list cannot be read'
    );
  }
  switch (step) {
    case 'space':
    case 'room':
      return (
        'its rules do not want a room like this one, or none by the bot. TI-Messenger takes room versions 9 and 10 ' +
        '(homeserver.room_version); Tchap has access rules (access_rule of the account); a module against spam may ' +
        'keep the bot from making rooms'
      );
    case 'invite':
    case 'join':
      return (
        'a module of it keeps ghosts out. Under the rules of TI-Messenger its own domain must be on the federation ' +
        'list'
      );
    case 'state':
    case 'whole':
    case 'message':
    case 'sign':
    case 'redaction':
      return 'a module or a policy server refuses what ghosts say: let the namespaces of the registration pass there';
  }
}
