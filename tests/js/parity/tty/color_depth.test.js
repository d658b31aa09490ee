'use strict';
// Colours by environment.
const assert = require('node:assert');
const { WriteStream } = require('node:tty');

const depth = (env) => WriteStream.prototype.getColorDepth.call({}, env);
assert.strictEqual(depth({ TERM: 'dumb' }), 1);
assert.strictEqual(depth({ TERM: 'xterm' }), 4);
assert.strictEqual(depth({ TERM: 'xterm-256color' }), 8);
assert.strictEqual(depth({ TERM: 'xterm', COLORTERM: 'truecolor' }), 24);
assert.strictEqual(depth({ NO_COLOR: '1', TERM: 'xterm-256color' }), 1);
assert.strictEqual(depth({ FORCE_COLOR: '0', TERM: 'xterm-256color' }), 1);
assert.strictEqual(depth({ FORCE_COLOR: '3' }), 24);
assert.strictEqual(depth({ CI: '1', TRAVIS: '1' }), 8);
assert.strictEqual(depth({ TMUX: '1' }), 24);
assert.strictEqual(depth({}), 1);
