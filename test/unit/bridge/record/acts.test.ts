/** What the record is told of commands and operations: every one that changes something has a line. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import {
  CLI_RECORDS,
  COMMAND_RECORDS,
  commandTold,
  OPERATION_RECORDS,
  operationTold,
} from '../../../../src/bridge/record/acts.ts';
import { COMMANDS } from '../../../../src/commands/all.ts';
import { OPERATIONS } from '../../../../src/provisioning/operations.ts';

const root = join(import.meta.dirname, '../../../..');
const say = (line: string) => {
  const [name = '', ...args] = line.split(/\s+/);
  return commandTold(name, { kind: 'command', name, args, rest: line.slice(name.length).trim() });
};

describe('the lines of the record', () => {
  it('are there for every command, and for no other', () => {
    assert.deepEqual(Object.keys(COMMAND_RECORDS).sort(), COMMANDS.map(({ name }) => name).sort());
  });

  it('are there for every operation, and for no other', () => {
    assert.deepEqual(Object.keys(OPERATION_RECORDS).sort(), OPERATIONS.map(({ id }) => id).sort());
  });

  it('say of every operation that changes something that it does, and of those that give bytes out', () => {
    const acts = OPERATIONS.filter(({ method, media }) => method === 'POST' || media !== undefined).map(({ id }) => id);
    const recorded = Object.entries(OPERATION_RECORDS).flatMap(([id, { reads }]) => (reads ? [] : [id]));
    assert.deepEqual(recorded.sort(), acts.sort());
  });

  it('are there for every command of the shell, and each act that they name is written somewhere', () => {
    const program = readFileSync(join(root, 'src/cli/program.ts'), 'utf8');
    const names = [...program.matchAll(/^ {2}([a-z]+): async/gm)].map(([, name]) => name ?? '');
    assert.deepEqual(Object.keys(CLI_RECORDS).sort(), names.sort());
    for (const [name, acts] of Object.entries(CLI_RECORDS)) {
      if (typeof acts === 'string') continue;
      const sources = [name, `${name}-run`].map((file) => {
        try {
          return readFileSync(join(root, `src/cli/${file}.ts`), 'utf8');
        } catch {
          return '';
        }
      });
      for (const act of acts)
        assert.ok(
          sources.some((text) => text.includes(`'${act}'`)),
          `${name} writes no ${act}`,
        );
    }
  });

  it('say of every command that answers other than by its words whether it changes something', () => {
    // What an operation of a command changes the command changes too.
    for (const { name, outside } of COMMANDS) {
      if (!('operations' in outside)) continue;
      const acts = outside.operations.some(({ id }) => OPERATION_RECORDS[id]?.reads === false);
      assert.equal(!COMMAND_RECORDS[name].reads, acts, name);
    }
  });
});

describe('what the record is told of a command', () => {
  it('is nothing where it only tells something', () => {
    for (const line of [
      'help',
      'why',
      'rules',
      'quarantine show 3',
      'accounts',
      'old',
      'language',
      'to',
      'team support',
    ]) {
      assert.equal(say(line), null, line);
    }
  });

  it('is whom it is about, and never as plain text', () => {
    assert.deepEqual(say('block Bob@Outside.example here'), {
      act: 'command.block',
      whom: ['Bob@Outside.example'],
      facts: { words: 'here' },
    });
    assert.deepEqual(say('rules drop *@x.example')?.whom, ['*@x.example']);
    assert.deepEqual(say('cc +Carol <carol@x.example>, -dave@x.example')?.whom, ['carol@x.example', 'dave@x.example']);
    assert.deepEqual(say('assign Alice Adams')?.whom, ['Alice Adams']);
    assert.deepEqual(say('unpause bob@x.example')?.whom, ['bob@x.example']);
  });

  it('names the room that a conversation or a mail was put into', () => {
    assert.deepEqual(say('merge !room:matrix.test')?.facts, { to: '!room:matrix.test' });
    assert.deepEqual(say('move #lamps:matrix.test')?.facts, { to: '#lamps:matrix.test' });
    assert.deepEqual(say('move https://matrix.to/#/!abc?via=x.example')?.facts, { to: '!abc' });
    assert.deepEqual(say(`merge #${'x'.repeat(300)}:matrix.test`)?.facts, {});
  });

  it('is no word of a mail, a subject or a note', () => {
    for (const line of [
      'draft the words with carol@x.example in them',
      'subject A subject of erin@x.example',
      'compose to: bob@x.example\nsubject: words',
      'snooze 4h',
      'answer thanks',
      'merge the room of the lamps, please',
      'move The subject of erin@x.example',
      'send at 9:00',
    ]) {
      const told = say(line);
      assert.deepEqual([told?.whom, told?.facts], [[], {}], line);
    }
    assert.deepEqual(say('forward thread bob@x.example, carol@x.example ask erin@x.example')?.whom, [
      'bob@x.example',
      'carol@x.example',
    ]);
  });

  it('is bounded, whatever is written', () => {
    const many = `to ${'\u0000\ud800a@b.example '.repeat(50_000)}`;
    assert.ok((say(many)?.whom.length ?? 0) <= 200);
    assert.deepEqual(say(`block ${'x'.repeat(100_000)}`)?.facts, {});
    assert.equal(say('__proto__ x')?.act, 'command.__proto__');
  });
});

describe('what the record is told of an operation', () => {
  it('is in whose name, about what and whom', () => {
    const input = { account: 'support', as: '@alice:x', pattern: 'bob@x.example', thread: '!r:x', text: 'words' };
    assert.deepEqual(operationTold('block', input, true), {
      act: 'operation.block',
      account: 'support',
      as: '@alice:x',
      about: ['thread=!r:x'],
      whom: ['bob@x.example'],
      facts: {},
    });
    const mail = { account: 'support', to: ['Bob <bob@x.example>'], subject: 'words', text: 'words carol@x.example' };
    assert.deepEqual(operationTold('compose', mail, true)?.whom, ['bob@x.example']);
  });

  it('is something where it changes something and has no line, and without its words', () => {
    const told = operationTold('new-one', { text: 'words', as: '@alice:x' }, true);
    assert.deepEqual([told?.act, told?.whom, told?.facts], ['operation.new-one', [], {}]);
    assert.equal(operationTold('new-one', {}, false), null);
    assert.equal(operationTold('constructor', {}, false), null);
  });
});
