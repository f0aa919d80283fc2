import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { noArguments, oneOf, optionalWord, severalWords, wholeText } from '../../../../src/bridge/command/arguments.ts';
import { readPlainCommand } from '../../../../src/bridge/command/parse-command.ts';
import type { CommandPlace, CommandScope } from '../../../../src/bridge/command/spec.ts';
import { COMMANDS } from '../../../../src/commands/all.ts';
import { inOrder } from '../../../../src/commands/framework/command.ts';

function named(name: string) {
  return COMMANDS.find((one) => one.name === name) ?? assert.fail(name);
}

describe('the commands', () => {
  it('stand in the order of the help, each with a place of its own', () => {
    const orders = COMMANDS.map(({ order }) => order);
    assert.deepEqual(
      orders,
      [...new Set(orders)].toSorted((a, b) => a - b),
    );
  });

  it('cannot be two of one name', () => {
    assert.throws(() => inOrder([named('claim'), named('claim')]), /two commands have one name/);
  });

  it('say of each use what it concerns, and name all that this can be', () => {
    const uses: readonly (readonly [string, CommandPlace, CommandScope])[] = [
      ['block bob@x.example', 'thread', 'account'],
      ['block bob@x.example here', 'thread', 'thread'],
      ['block', 'thread', 'thread'],
      ['allow account', 'thread', 'account'],
      ['brake reset', 'thread', 'thread'],
      ['brake', 'lobby', 'account'],
      ['status', 'thread', 'thread'],
      ['status', 'inbox', 'account'],
      ['breaker', 'thread', 'process'],
      ['claim', 'thread', 'thread'],
      ['help', 'management', 'asker'],
    ];
    for (const [text, place, scope] of uses) {
      const call = readPlainCommand(text);
      assert.equal(named(call.name).scopeOf(call, place), scope, text);
    }
    for (const command of COMMANDS) {
      for (const place of command.where) {
        assert.ok(command.scopes.includes(command.scopeOf(readPlainCommand(command.example), place)), command.name);
      }
    }
  });

  it('are found in a text without their prefix', () => {
    const call = readPlainCommand(' !mail  Subject  two   words\nand a line ');
    assert.deepEqual(
      [call.name, call.args, call.rest],
      ['subject', ['two', 'words', 'and', 'a', 'line'], 'two   words\nand a line'],
    );
  });
});

describe('arguments', () => {
  const read = readPlainCommand;
  it('are none, a word, words, a whole text, or one of several words', () => {
    assert.equal(noArguments.read(read('x')), null);
    assert.equal(optionalWord('[A]').read(read('x')), null);
    assert.equal(optionalWord('[A]').read(read('x one')), 'one');
    assert.deepEqual(severalWords('[A]', 0, 2).read(read('x one two')), ['one', 'two']);
    assert.equal(wholeText('[A]', 0, 9).read(read('x one  two')), 'one  two');
    assert.equal(oneOf('open', 'asked').usage, '[open|asked]');
    assert.equal(oneOf('open', 'asked').read(read('x asked')), 'asked');
    assert.equal(oneOf('open', 'asked').read(read('x closed')), null);
  });
});
