'use strict';
// The `process` object: what does not depend on this run. Its run-time values come in
// internal/bootstrap/main.

const EventEmitter = require('events');
const { defineLazy } = require('internal/bootstrap/define');
const taskQueues = require('internal/process/task_queues');
const methods = require('internal/process/methods');
const exit = require('internal/process/exit');
const warning = require('internal/process/warning');
const signals = require('internal/process/signals');

// The object's class is called 'process' too: that is how inspect() shows it.
const klass = { process: function() {} }.process;
const prototype = klass.prototype = Object.create(EventEmitter.prototype, {
  constructor: { __proto__: null, enumerable: false, configurable: true, writable: true, value: klass },
});
Object.setPrototypeOf(process, prototype);
Object.defineProperty(process, Symbol.toStringTag, {
  __proto__: null, enumerable: false, writable: true, configurable: false, value: 'process',
});
EventEmitter.call(process);

process.version = 'v24.21.0';
process.versions = {};
process.arch = 'x64';
process.platform = 'linux';
process.release = Object.freeze({ name: 'node', lts: 'Krypton' });
process.features = Object.freeze({
  inspector: false,
  debug: false,
  uv: true,
  ipv6: true,
  openssl_is_boringssl: false,
  tls_alpn: false,
  tls_sni: false,
  tls_ocsp: false,
  tls: false,
  cached_builtins: true,
  require_module: true,
  typescript: false,
});
process.config = Object.freeze({
  target_defaults: Object.freeze({
    cflags: [], default_configuration: 'Release', defines: [], include_dirs: [], libraries: [],
  }),
  variables: Object.freeze({
    napi_build_version: '0', node_shared: true, v8_enable_i18n_support: 1, v8_enable_inspector: 0,
  }),
});
process.moduleLoadList = [];

process.nextTick = taskQueues.nextTick;
Object.assign(process, methods.methods);
exit.install(process);
warning.install(process);
signals.install(process);

defineLazy(process, 'stdin', 'internal/process/stdio', true, (stdio) => stdio.getStdin());
defineLazy(process, 'stdout', 'internal/process/stdio', true, (stdio) => stdio.getStdout());
defineLazy(process, 'stderr', 'internal/process/stdio', true, (stdio) => stdio.getStderr());
defineLazy(process, 'allowedNodeEnvironmentFlags', 'internal/process/flags', true,
  (flags) => flags.allowedNodeEnvironmentFlags());
