import { readFileSync } from 'node:fs';
import { keepYoungGenerationSmall } from './src/base/memory.ts';
keepYoungGenerationSmall();
const rss=()=>(Number(/VmRSS:\s+(\d+)/.exec(readFileSync('/proc/self/status','utf8'))![1])/1000).toFixed(0);
const pss=()=>(Number(/\nPss:\s+(\d+)/.exec(readFileSync('/proc/self/smaps_rollup','utf8'))![1])/1000).toFixed(0);
console.log('start',rss(),pss());
for (const m of process.argv.slice(2)) { await import(m); (globalThis as any).gc?.(); console.log(m, rss(), pss(), (process.memoryUsage().heapUsed/1e6).toFixed(0)); }
