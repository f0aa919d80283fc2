#!/usr/bin/env node
/** The first moments of the process: it answers what could end it before the command line is loaded. */
import { keepHeapSmall } from './base/memory.ts';
import { keepHangups } from './cli/hangups.ts';

const isServer = process.argv[2] === 'run';
if (isServer) keepHeapSmall();
// It goes on for hours, beside a server.
if (process.argv[2] === 'import') keepHeapSmall(2);
// All other commands end with the terminal that they run in.
const onHangup = isServer ? keepHangups() : undefined;
const { runProgram } = await import('./cli/program.ts');
await runProgram(onHangup);
