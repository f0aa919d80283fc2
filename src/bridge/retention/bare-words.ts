/**
 * What is left of something once its words are taken out: what later mails, answers, edits and echoes need of it. Pure,
 * over JSON as it stands in the database.
 */
import { ECHO_KEY } from '../ids.ts';
import type { JsonObject } from '../types.ts';

/** The content of an event without its words: which event it relates to and how, and the key of its echo. */
export function bareContent(content: unknown): JsonObject {
  const { 'm.relates_to': relation, [ECHO_KEY]: echo } = objectOf(content);
  const bare = bareRelation(relation);
  return {
    ...(bare === null ? {} : { 'm.relates_to': bare }),
    ...(typeof echo === 'string' ? { [ECHO_KEY]: echo } : {}),
  };
}

/** What is stored of a message of the team, its type with its content. */
export function bareSaid(said: unknown): JsonObject {
  const { type, content } = objectOf(said);
  return { type: typeof type === 'string' ? type : 'm.room.message', content: bareContent(content) };
}

/** Files to be uploaded: without their names. */
export function bareFiles(files: unknown): unknown {
  return Array.isArray(files) ? files.map((file: unknown) => ({ ...objectOf(file), name: '' })) : [];
}

/** Facts of a mail in a conversation: people and ids stay. */
export function bareFacts(facts: unknown): JsonObject {
  const { conversation: _topic, sender, ...rest } = objectOf(facts);
  const record = sender === null || sender === undefined ? null : objectOf(sender);
  return {
    ...rest,
    subject: '',
    sender: record === null ? null : { ...record, evidence: [] },
    bare: true,
  };
}

/** Facts of an imported mail. */
export function bareImported(facts: unknown): JsonObject {
  return { ...objectOf(facts), subject: '' };
}

function bareRelation(relation: unknown): JsonObject | null {
  const { rel_type: type, event_id: event, is_falling_back: fallback, 'm.in_reply_to': reply } = objectOf(relation);
  const { event_id: replied } = objectOf(reply);
  const bare: JsonObject = {
    ...(typeof type === 'string' ? { rel_type: type } : {}),
    ...(typeof event === 'string' ? { event_id: event } : {}),
    ...(typeof fallback === 'boolean' ? { is_falling_back: fallback } : {}),
    ...(typeof replied === 'string' ? { 'm.in_reply_to': { event_id: replied } } : {}),
  };
  return Object.keys(bare).length === 0 ? null : bare;
}

function objectOf(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}
