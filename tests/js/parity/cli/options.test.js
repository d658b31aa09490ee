'use strict';
// -e, -p, -, -r, --import, --check, --input-type, NODE_OPTIONS and mistakes.
const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { spawnSync } = require('node:child_process');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'drover-options-'));
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));
const write = (name, text) => {
  fs.writeFileSync(path.join(folder, name), text);
  return path.join(folder, name);
};

function run(args, options = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, args, { encoding: 'utf8', cwd: folder, ...options });
  return { status, stdout, stderr };
}
const ok = (stdout) => ({ status: 0, stdout, stderr: '' });

assert.deepStrictEqual(run(['-p', '1 + 1']), ok('2\n'));
assert.deepStrictEqual(run(['-e', 'console.log(typeof require, __filename, typeof fs.readFileSync)']), ok('function [eval] function\n'));
assert.deepStrictEqual(run(['-p', 'process.argv.length + process.argv.slice(1).join()', 'a', 'b']), ok('3a,b\n'));
assert.deepStrictEqual(run(['-pe', '"both"']), ok('both\n'));
assert.deepStrictEqual(run(['--eval=console.log(7)']), ok('7\n'));
assert.deepStrictEqual(run(['-', 'x'], { input: 'console.log(process.argv.slice(1).join(), __filename)' }), ok('-,x [stdin]\n'));
assert.deepStrictEqual(run([], { input: 'console.log("piped")' }), ok('piped\n'));
assert.deepStrictEqual(run(['--input-type=module', '-e', 'import fs from "fs"; console.log(typeof fs, typeof require)']), ok('object undefined\n'));
assert.deepStrictEqual(run(['-e', 'import fs from "fs"; console.log(typeof fs)']), ok('object\n'));
assert.deepStrictEqual(run(['-e', 'console.log(await 5)']), ok('5\n'));
assert.deepStrictEqual(run(['-e', 'import("fs").then((m) => console.log(typeof m.default))']), ok('object\n'));

const pre = write('pre.cjs', 'console.log("pre", process.argv[1] && require("path").basename(process.argv[1]));');
const imp = write('imp.mjs', 'console.log(await "imp");');
const main = write('main.js', 'console.log("main", process.execArgv.length, process.argv.slice(2).join());');
assert.deepStrictEqual(run(['-r', pre, '--import', `file://${imp}`, main, 'a', '-r']), ok('pre main.js\nimp\nmain 4 a,-r\n'));
assert.deepStrictEqual(run(['main'], {}), ok('main 0 \n'));
assert.deepStrictEqual(run(['--', 'main.js', '--flag']), ok('main 0 --flag\n'));
assert.deepStrictEqual(run(['main.js'], { env: { ...process.env, NODE_OPTIONS: `--require ${pre} --stack-trace-limit=5` } }), ok('pre main.js\nmain 0 \n'));
assert.deepStrictEqual(run(['--stack-trace-limit=3', '-p', 'Error.stackTraceLimit']), ok('3\n'));
assert.deepStrictEqual(run(['--expose-gc', '--max-old-space-size=64', '-p', 'typeof gc']), ok('function\n'));
assert.deepStrictEqual(run(['--title=mine', '-p', 'process.title']), ok('mine\n'));
assert.match(run(['--version']).stdout, /^v24\.\d+\.\d+\n$/);
assert.match(run(['--help']).stdout, /^Usage: /);

assert.deepStrictEqual(run(['--check', main]), ok(''));
const broken = run(['-c', write('broken.js', 'let x = ;')]);
assert.strictEqual(broken.status, 1);
assert.match(broken.stderr, /broken\.js:1\nlet x = ;\n {8}\^\n/);
assert.strictEqual(run(['--no-such-option', main]).status, 9);
assert.match(run(['--no-such-option', main]).stderr, /: bad option: --no-such-option\n/);
assert.strictEqual(run(['-e']).status, 9);
assert.match(run(['-e']).stderr, /: -e requires an argument\n/);
assert.strictEqual(run(['no-such-file.js']).status, 1);
assert.match(run(['no-such-file.js']).stderr, /Cannot find module '.*no-such-file\.js'/);
assert.strictEqual(run(['--no-warnings', '-e', 'process.emitWarning("x")']).stderr, '');
assert.match(run(['-e', 'process.emitWarning("x", "Custom", "C1")']).stderr, /^\(node:\d+\) \[C1\] Custom: x\n/);
assert.strictEqual(run(['--unhandled-rejections=none', '-e', 'Promise.reject(1)']).status, 0);
