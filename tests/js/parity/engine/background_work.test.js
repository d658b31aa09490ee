'use strict';
// Work that only the engine's threads do keeps the program alive until its promise is settled.
const assert = require('node:assert');

let compiled = false;
const empty = new Uint8Array([0, 0x61, 0x73, 0x6d, 1, 0, 0, 0]);
WebAssembly.compile(empty).then(() => WebAssembly.instantiate(empty)).then(({ instance }) => {
  compiled = instance instanceof WebAssembly.Instance;
});
process.on('exit', () => assert.ok(compiled));
