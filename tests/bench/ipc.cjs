'use strict';

// The channel between a parent and a forked child. Prints JSON:
//   roundTripMicroseconds  median of one small message to the child and its answer
//   messagesPerSecond      small messages sent without waiting for answers
//   stringsPerSecond       strings of 1 MiB, a few on their way at a time

const { fork } = require('node:child_process');

const WARM_UP = 500;
const ROUND_TRIPS = 3000;
const MESSAGES = 200000;
const BATCH = 200;
const STRINGS = 150;
const IN_FLIGHT = 4;
const MIB = 1 << 20;

function child() {
  let counted = 0;
  process.on('message', (message) => {
    if (typeof message === 'string') {
      process.send(message.length);
    } else if (message.echo) {
      process.send(message);
    } else if (message.end) {
      process.disconnect();
    } else if (++counted === MESSAGES) {
      process.send('counted');
    }
  });
}

function roundTrips(worker) {
  return new Promise((resolve) => {
    const samples = [];
    let begin;
    const ping = () => {
      begin = process.hrtime.bigint();
      worker.send({ echo: true, n: samples.length });
    };
    worker.on('message', function pong() {
      samples.push(Number(process.hrtime.bigint() - begin) / 1e3);
      if (samples.length < WARM_UP + ROUND_TRIPS) {
        ping();
        return;
      }
      worker.off('message', pong);
      const sorted = samples.slice(WARM_UP).sort((a, b) => a - b);
      resolve(sorted[sorted.length >> 1]);
    });
    ping();
  });
}

function pipelined(worker) {
  return new Promise((resolve) => {
    const begin = process.hrtime.bigint();
    let sent = 0;
    // A batch a turn, the next one when its last message is written: full pipe, bounded memory.
    const batch = () => {
      const end = Math.min(sent + BATCH, MESSAGES);
      while (sent < end - 1) worker.send({ id: sent++, type: 'job' });
      worker.send({ id: sent++, type: 'job' }, sent < MESSAGES ? batch : undefined);
    };
    worker.once('message', () => {
      resolve(MESSAGES / (Number(process.hrtime.bigint() - begin) / 1e9));
    });
    batch();
  });
}

function strings(worker) {
  return new Promise((resolve) => {
    const text = 'x'.repeat(MIB);
    const begin = process.hrtime.bigint();
    let sent = 0;
    let answered = 0;
    worker.on('message', () => {
      answered += 1;
      if (answered === STRINGS) resolve(STRINGS / (Number(process.hrtime.bigint() - begin) / 1e9));
      else if (sent < STRINGS) worker.send((sent++, text));
    });
    while (sent < IN_FLIGHT) worker.send((sent++, text));
  });
}

async function parent() {
  const worker = fork(__filename);
  const roundTripMicroseconds = await roundTrips(worker);
  const messagesPerSecond = await pipelined(worker);
  const stringsPerSecond = await strings(worker);
  worker.send({ end: true });
  console.log(JSON.stringify({ roundTripMicroseconds, messagesPerSecond, stringsPerSecond }));
}

if (process.send) child();
else parent();
