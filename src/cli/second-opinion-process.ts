/** The program of the child that reads mails a second time, one after the other. */
import { enterSandbox } from '../sandbox/inside.ts';
import type { SecondTask } from './inspect-second.ts';
import { secondOpinion } from './second-opinion.ts';

/** The codec of this side: only `SecondReader` writes to its child. */
function task(value: unknown): SecondTask {
  return value as SecondTask;
}

const channel = enterSandbox();
channel.listen((value) => {
  void secondOpinion(task(value)).then((warnings) => channel.send(warnings));
});
