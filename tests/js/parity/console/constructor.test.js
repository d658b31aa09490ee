'use strict';
// new Console: streams, options and their checks.
const assert = require('node:assert');
const { Console } = require('node:console');
const { Writable } = require('node:stream');

const log = [];
const stream = () => new Writable({
  write(chunk, _, callback) { log.push(String(chunk)); callback(); },
});
assert.ok(Console(stream()) instanceof Console);
assert.ok(console instanceof Console);
assert.strictEqual(console.Console, Console);
assert.strictEqual(require('node:console'), console);
assert.strictEqual(Object.prototype.toString.call(console), '[object console]');

new Console({ stdout: stream(), colorMode: true }).log({ a: 1 });
new Console({ stdout: stream(), inspectOptions: { compact: false } }).log({ a: 1 });
new Console(stream()).error('to stdout');
class Loud extends Console {
  log(text) { super.log(`${text}!`); }
  twice(text) { this.log(text); this.log(text); }
}
new Loud(stream()).twice('x');
assert.deepStrictEqual(log, [
  '{ a: \u001b[33m1\u001b[39m }\n', '{\n  a: 1\n}\n', 'to stdout\n', 'x!\n', 'x!\n',
]);

const stdout = stream();
for (const [args, code, message] of [
  [[5], 'ERR_CONSOLE_WRITABLE_STREAM', 'Console expects a writable stream instance for stdout'],
  [[{ stdout, stderr: {} }], 'ERR_CONSOLE_WRITABLE_STREAM',
   'Console expects a writable stream instance for stderr'],
  [[{ stdout, colorMode: 'x' }], 'ERR_INVALID_ARG_VALUE',
   "The argument 'colorMode' must be one of: 'auto', true, false. Received 'x'"],
  [[{ stdout, groupIndentation: -1 }], 'ERR_OUT_OF_RANGE',
   'The value of "groupIndentation" is out of range. It must be >= 0 && <= 1000. Received -1'],
  [[{ stdout, inspectOptions: 5 }], 'ERR_INVALID_ARG_TYPE',
   'The "options.inspectOptions" property must be of type object. Received type number (5)'],
]) {
  assert.throws(() => new Console(...args), { code, message });
}
