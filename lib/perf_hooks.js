'use strict';
// The clock of `performance`; entries and observers come with the rest of the library.

const { hrtime } = process;

let origin; // [hrtime ns, epoch ms] of the process' start
function timeOrigin() {
  if (origin === undefined) {
    const started = hrtime.bigint() - BigInt(Math.round(process.uptime() * 1e9));
    origin = { ns: started, epoch: Date.now() - process.uptime() * 1000 };
  }
  return origin;
}

class Performance {
  now() {
    const passed = hrtime.bigint() - timeOrigin().ns;
    return Number(passed) / 1e6;
  }

  get timeOrigin() {
    return timeOrigin().epoch;
  }

  toJSON() {
    return { timeOrigin: this.timeOrigin };
  }
}
Object.defineProperty(Performance.prototype, Symbol.toStringTag, {
  __proto__: null, configurable: true, value: 'Performance',
});

module.exports = { Performance, performance: new Performance() };
