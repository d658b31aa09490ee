'use strict';
// The own properties of a child, in the order that tools print them.
const assert = require('node:assert');
const { ChildProcess, spawn } = require('node:child_process');

const child = spawn('true');
const ofEmitter = ['_events', '_eventsCount', '_maxListeners'];
const keys = Object.keys(child).filter((key) => !ofEmitter.includes(key));
assert.deepStrictEqual(keys, [
  '_closesNeeded', '_closesGot', 'connected', 'signalCode', 'exitCode', 'killed', 'spawnfile',
  '_handle', 'spawnargs', 'pid', 'stdin', 'stdout', 'stderr', 'stdio',
]);
assert.ok(child instanceof ChildProcess);
assert.strictEqual(child.connected, false);
assert.strictEqual(child.spawnfile, 'true');
assert.deepStrictEqual(child.spawnargs, ['true']);
assert.strictEqual(child.stdio[0], child.stdin);
assert.strictEqual(child.stdio[1], child.stdout);
assert.strictEqual(child.stdio[2], child.stderr);
assert.strictEqual(child.stdin.readable, false);
assert.strictEqual(child.send, undefined);
assert.strictEqual(child.channel, undefined);
