'use strict';
// What goes wrong while writing is kept from the program, unless ignoreErrors is false.
const assert = require('node:assert');
const { Console } = require('node:console');
const { Writable } = require('node:stream');

const throwing = () => new Writable({ write() { throw new Error('at once'); } });
const failing = () => new Writable({ write(chunk, _, callback) { callback(new Error('later')); } });
new Console(throwing()).log('x');
const stream = failing();
new Console(stream).log('x');
assert.throws(() => new Console({ stdout: throwing(), ignoreErrors: false }).log('x'),
              { message: 'at once' });
setImmediate(() => assert.strictEqual(stream.listenerCount('error'), 0));
