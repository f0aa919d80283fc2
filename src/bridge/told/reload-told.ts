/** What is said of a reload: the same in Matrix and in the shell. Pure. */
import { words } from '../../words/words.ts';
import type { Language } from '../../words/words.ts';
import type { ConfigChanges, RefusedField, ReloadOutcome } from '../account/config-changes.ts';
import { renderLines } from '../notice/rendered.ts';
import type { NoticeContent } from '../notice/rendered.ts';

/** So many people, accounts or fields are named in one line. */
const NAMED = 20;

/** The file that whoever was asked sees is wrong. */
export function renderRefusedConfig(fields: readonly RefusedField[], language: Language): NoticeContent {
  return renderLines([words(language)('reload-refused'), ...fieldLines(fields)]);
}

/** How far it came, and what it changed. */
export function renderReload(outcome: ReloadOutcome, language: Language): NoticeContent {
  const say = words(language);
  const { processes, changes } = outcome;
  if (processes.length === 0) return renderLines([say('reload-nobody')]);
  const taken = processes.filter(({ state }) => state === 'taken' || state === 'other-file');
  const lines =
    taken.length === 0 ? [] : [say('reload-taken', { count: taken.length }), ...changeLines(changes, language)];
  for (const { name, state, refused } of processes) {
    if (state === 'waiting') lines.push(say('reload-process-waiting', { process: name }));
    if (state === 'other-file') lines.push(say('reload-process-differs', { process: name }));
    if (state === 'refused') lines.push(say('reload-process-refused', { process: name }), ...fieldLines(refused));
  }
  return renderLines(lines);
}

function changeLines(changes: ConfigChanges, language: Language): string[] {
  const say = words(language);
  const { added, removed, changed, taken, needsRestart } = changes;
  const lines: string[] = [];
  if (added.length > 0) lines.push(say('reload-added', { accounts: some(added) }));
  if (removed.length > 0) lines.push(say('reload-removed', { accounts: some(removed) }));
  for (const { account, fields, membersAdded, membersRemoved } of changed) {
    if (fields.length > 0) lines.push(say('reload-changed', { account, fields: some(fields) }));
    if (membersAdded.length > 0) lines.push(say('reload-members-added', { account, people: some(membersAdded) }));
    if (membersRemoved.length > 0) lines.push(say('reload-members-removed', { account, people: some(membersRemoved) }));
  }
  if (taken.length > 0) lines.push(say('reload-settings', { fields: some(taken) }));
  if (lines.length === 0) lines.push(say('reload-nothing'));
  if (needsRestart.length > 0) lines.push(say('reload-needs-restart', { fields: some(needsRestart) }));
  return lines;
}

function fieldLines(fields: readonly RefusedField[]): string[] {
  return fields.map(({ path, text }) => (path === '' ? `• ${text}` : `• ${path}: ${text}`));
}

function some(list: readonly string[]): string {
  const named = list.slice(0, NAMED).join(', ');
  return list.length > NAMED ? `${named}, … (${String(list.length)})` : named;
}
