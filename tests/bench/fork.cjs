'use strict';

// Fork to first message: milliseconds from fork() to the child's first message in the parent, one child at
// a time. Prints a JSON array.

const { fork } = require('node:child_process');

const RUNS = Number(process.argv[2] ?? 30);

if (process.send) {
  process.send('up');
  process.on('message', () => process.exit(0));
} else {
  const samples = [];
  const next = () => {
    if (samples.length === RUNS) {
      console.log(JSON.stringify(samples));
      return;
    }
    const begin = process.hrtime.bigint();
    const child = fork(__filename);
    child.once('message', () => {
      samples.push(Number(process.hrtime.bigint() - begin) / 1e6);
      child.send('end');
    });
    child.once('exit', next);
  };
  next();
}
