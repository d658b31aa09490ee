'use strict';
// How an uncaught error is shown (place, source line, caret, stack) and what the exit code is.
const assert = require('node:assert');
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { spawnSync } = require('node:child_process');

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'drover-uncaught-'));
process.on('exit', () => fs.rmSync(folder, { recursive: true, force: true }));

function run(name, source) {
  const file = path.join(folder, name);
  fs.writeFileSync(file, source);
  const { status, signal, stdout, stderr } = spawnSync(process.execPath, [file], { encoding: 'utf8' });
  return { file, status, signal, stdout, stderr };
}

function expectReport(name, source, code, report) {
  const { file, status, stderr } = run(name, source);
  const wanted = report.replaceAll('FILE', name.endsWith('.mjs') ? `file://${file}` : file);
  assert.ok(stderr.startsWith(wanted), `${name}:\n${stderr}\nshould begin with\n${wanted}`);
  assert.strictEqual(status, code, name);
}

expectReport('throw.js', 'function f() {\n\tthrow new TypeError("bad");\n}\nf();\n', 1,
  'FILE:2\n\tthrow new TypeError("bad");\n\t^\n\nTypeError: bad\n    at f (FILE:2:8)\n    at Object.<anonymous> (FILE:4:1)\n');
expectReport('syntax.js', 'let x = ;\n', 1, 'FILE:1\nlet x = ;\n        ^\n\nSyntaxError: Unexpected token \';\'\n');
expectReport('syntax.mjs', '\nlet y = ;\n', 1, 'FILE:2\nlet y = ;\n        ^\n\nSyntaxError: Unexpected token \';\'\n');
expectReport('reject.js', 'Promise.reject(new Error("rejected"));\n', 1,
  'FILE:1\nPromise.reject(new Error("rejected"));\n               ^\n\nError: rejected\n    at Object.<anonymous> (FILE:1:16)\n');
expectReport('object.js', 'throw { a: 1 };\n', 1, '\nFILE:1\nthrow { a: 1 };\n^\n{ a: 1 }\n');
expectReport('null.js', 'throw null;\n', 1, '\nFILE:1\nthrow null;\n^\nnull\n(Use `node --trace-uncaught ...`');
expectReport('later.js', 'setTimeout(() => { nope(); }, 1);\n', 1,
  'FILE:1\nsetTimeout(() => { nope(); }, 1);\n                   ^\n\nReferenceError: nope is not defined\n    at Timeout._onTimeout (FILE:1:20)\n');
expectReport('handler.js', 'process.on("uncaughtException", () => { throw new Error("second"); });\nthrow new Error("first");\n', 7,
  'FILE:1\nprocess.on("uncaughtException", () => { throw new Error("second"); });\n                                        ^\n\nError: second\n');

const extra = run('extra.js', 'const e = new Error("m"); e.code = "ECODE"; throw e;\n');
assert.match(extra.stderr, /\n {4}at [^{]*\{\n {2}code: 'ECODE'\n\}\n/);
const cause = run('cause.js', 'throw new Error("outer", { cause: new Error("inner") });\n');
assert.match(cause.stderr, /\{\n {2}\[cause\]: Error: inner\n/);
const missing = run('missing.mjs', 'import "./not-there.mjs";\n');
assert.strictEqual(missing.status, 1);
assert.match(missing.stderr, /Error \[ERR_MODULE_NOT_FOUND\]: Cannot find module '.*not-there\.mjs' imported from .*missing\.mjs/);
const waiting = run('waiting.mjs', 'await new Promise(() => {});\n');
assert.strictEqual(waiting.status, 13);
assert.match(waiting.stderr, /^Warning: Detected unsettled top-level await at file:\/\//);
assert.strictEqual(run('code.js', 'process.exitCode = 3;').status, 3);
assert.strictEqual(run('exit.js', 'process.on("exit", () => process.exit(5)); throw new Error("x");').status, 5);
assert.strictEqual(run('signal.js', 'process.kill(process.pid, "SIGTERM"); setTimeout(() => {}, 5000);').signal, 'SIGTERM');
assert.strictEqual(run('abort.js', 'process.abort();').signal, 'SIGABRT');
