/** Words that the bridge says in somebody's name: said as they are, whatever they begin with. Pure. */
import type { JsonObject } from '../types.ts';
import { readSaid } from './content.ts';

/** The content of a message that says exactly this text: no command, note or call of somebody is read in it. */
export function literalText(text: string): JsonObject {
  const plain = { msgtype: 'm.text', body: text };
  const read = readSaid(plain);
  const isSaid =
    read.kind === 'said' &&
    read.asked === undefined &&
    read.begins === undefined &&
    read.said.kind === 'text' &&
    read.said.body === text;
  return isSaid ? plain : { ...plain, body: `!reply ${text}` };
}
