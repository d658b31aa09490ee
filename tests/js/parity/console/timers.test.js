'use strict';
// time, timeLog and timeEnd; wrong labels are warned of.
const assert = require('node:assert');
const { Console } = require('node:console');
const { Writable } = require('node:stream');

const log = [];
const stdout = new Writable({ write(chunk, _, callback) { log.push(String(chunk)); callback(); } });
const console = new Console({ stdout });
const warnings = [];
process.removeAllListeners('warning');
process.on('warning', (warning) => warnings.push(warning.message));
console.time('t');
console.time('t');
console.timeLog('t', { a: 1 });
console.timeEnd('t');
console.timeEnd('t');
console.timeLog();
console.countReset('c');
assert.match(log[0], /^t: \d+(\.\d+)?ms { a: 1 }\n$/);
assert.match(log[1], /^t: \d+(\.\d+)?ms\n$/);
assert.strictEqual(log.length, 2);
setImmediate(() => assert.deepStrictEqual(warnings, [
  "Label 't' already exists for console.time()",
  "No such label 't' for console.timeEnd()",
  "No such label 'default' for console.timeLog()",
  "Count for 'c' does not exist",
]));
