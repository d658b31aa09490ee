'use strict';
// Where each method writes, and what.
const assert = require('node:assert');
const { Console } = require('node:console');
const { Writable } = require('node:stream');

const log = [];
const sink = (name) => new Writable({
  write(chunk, encoding, callback) {
    log.push(`${name}:${chunk}`);
    callback();
  },
});
const console = new Console(sink('out'), sink('err'));
function wrote(call, ...expected) {
  log.length = 0;
  call();
  assert.deepStrictEqual(log, expected);
}

wrote(() => console.log(), 'out:\n');
wrote(() => console.log('a%sb', 1, { c: 2 }), 'out:a1b { c: 2 }\n');
wrote(() => console.info(1), 'out:1\n');
wrote(() => console.debug([1]), 'out:[ 1 ]\n');
wrote(() => console.warn('w'), 'err:w\n');
wrote(() => console.error('%d', '5'), 'err:5\n');
wrote(() => console.dirxml({ a: 1 }, 2), 'out:{ a: 1 } 2\n');
wrote(() => console.dir({ a: { b: {} } }, { depth: 0 }), 'out:{ a: [Object] }\n');
wrote(() => console.assert(true, 'no'));
wrote(() => console.assert(false), 'err:Assertion failed\n');
wrote(() => console.assert(0, 'x %s', 1), 'err:Assertion failed: x 1\n');
wrote(() => console.assert(0, { a: 1 }), 'err:Assertion failed { a: 1 }\n');
wrote(() => console.count(), 'out:default: 1\n');
wrote(() => console.count(), 'out:default: 2\n');
wrote(() => { console.countReset(); console.count(); }, 'out:default: 1\n');
wrote(() => console.count('other'), 'out:other: 1\n');
const { log: alone } = console;
wrote(() => alone('detached'), 'out:detached\n');
log.length = 0;
console.trace('t %d', 1);
assert.match(log[0], /^err:Trace: t 1\n {4}at /);
