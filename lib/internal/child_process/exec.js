'use strict';

// exec() and execFile(): run a program to its end and hand over what it wrote.

const { Buffer } = require('buffer');
const { codes: { ERR_CHILD_PROCESS_STDIO_MAXBUFFER } } = require('internal/errors');
const { validateFunction, validateObject, validateString } = require('internal/validators');
const {
  checkNoNull,
  kMaxBuffer,
  toKillSignal,
  validateMaxBuffer,
  validateTimeout,
} = require('internal/child_process/options');

// (file[, args][, options][, callback])
function normalizeExecFile(file, args, options, callback) {
  if (Array.isArray(args)) {
    args = args.slice();
  } else if (args !== null && typeof args === 'object') {
    callback = options;
    options = args;
    args = undefined;
  } else if (typeof args === 'function') {
    callback = args;
    options = undefined;
    args = undefined;
  }
  if (typeof options === 'function') callback = options;
  else if (options != null) validateObject(options, 'options');
  if (typeof options === 'function' || options == null) options = {};
  if (callback != null) validateFunction(callback, 'callback');
  if (options.argv0 != null) {
    validateString(options.argv0, 'options.argv0');
    checkNoNull(options.argv0, 'options.argv0');
  }
  return { file, args: args ?? [], options, callback };
}

function normalizeExec(command, options, callback) {
  validateString(command, 'command');
  checkNoNull(command, 'command');
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  const shell = typeof options?.shell === 'string' ? options.shell : true;
  return { file: command, options: { ...options, shell }, callback };
}

// What one stream of the child wrote, up to maxBuffer bytes.
class Collector {
  constructor(stream, encoding, maxBuffer, onOverflow) {
    this.stream = stream;
    this.encoding = encoding;
    this.chunks = [];
    let length = 0;
    if (encoding) stream.setEncoding(encoding);
    stream.on('data', (chunk) => {
      const current = stream.readableEncoding;
      const size = current ? Buffer.byteLength(chunk, current) : chunk.length;
      length += size;
      if (length <= maxBuffer) {
        this.chunks.push(chunk);
        return;
      }
      const kept = maxBuffer - (length - size);
      this.chunks.push(current ? chunk.slice(0, kept) : chunk.subarray(0, kept));
      onOverflow();
    });
  }

  result() {
    if (this.encoding || this.stream.readableEncoding) return this.chunks.join('');
    return Buffer.concat(this.chunks);
  }
}

function commandFailed(cmd, stderr, code, signal, killed) {
  const err = new Error(`Command failed: ${cmd}\n${stderr}`);
  err.code = code < 0 ? require('util').getSystemErrorName(code) : code;
  err.killed = killed;
  err.signal = signal;
  return err;
}

// Collects the output of `child` and calls back exactly once.
class Execution {
  #child;
  #options;
  #callback;
  #cmd;
  #stdout;
  #stderr;
  #timer;
  #killed = false;
  #finished = false;
  #error = null;
  #encoding;

  constructor(child, options, cmd, callback) {
    this.#child = child;
    this.#options = options;
    this.#cmd = cmd;
    this.#callback = callback;
    this.#encoding = options.encoding !== 'buffer' && Buffer.isEncoding(options.encoding) ?
      options.encoding : null;
    this.#stdout = this.#collect(child.stdout, 'stdout');
    this.#stderr = this.#collect(child.stderr, 'stderr');
    if (options.timeout > 0) this.#timer = setTimeout(() => this.#kill(), options.timeout);
    child.addListener('close', (code, signal) => this.#finish(code, signal));
    child.addListener('error', (err) => this.#fail(err));
  }

  #collect(stream, name) {
    return stream && new Collector(stream, this.#encoding, this.#options.maxBuffer, () => {
      this.#error = new ERR_CHILD_PROCESS_STDIO_MAXBUFFER(name);
      this.#kill();
    });
  }

  #kill() {
    this.#child.stdout?.destroy();
    this.#child.stderr?.destroy();
    this.#killed = true;
    this.#timer = undefined;
    try {
      this.#child.kill(this.#options.killSignal);
    } catch (err) {
      this.#error ||= err;
      this.#finish();
    }
  }

  #fail(err) {
    this.#error = err;
    this.#child.stdout?.destroy();
    this.#child.stderr?.destroy();
    this.#finish();
  }

  #finish(code, signal = null) {
    if (this.#finished) return;
    this.#finished = true;
    clearTimeout(this.#timer);
    if (!this.#callback) return;
    const nothing = this.#encoding ? '' : Buffer.alloc(0);
    const stdout = this.#stdout?.result() ?? nothing;
    const stderr = this.#stderr?.result() ?? nothing;
    let err = this.#error;
    if (!err && code === 0 && signal === null) {
      this.#callback(null, stdout, stderr);
      return;
    }
    err ||= commandFailed(this.#cmd, stderr, code, signal, this.#child.killed || this.#killed);
    err.cmd = this.#cmd;
    this.#callback(err, stdout, stderr);
  }
}

function execFile(spawn, { file, args, options: given, callback }) {
  const options = {
    encoding: 'utf8',
    timeout: 0,
    maxBuffer: kMaxBuffer,
    killSignal: 'SIGTERM',
    cwd: null,
    env: null,
    shell: false,
    ...given,
  };
  validateTimeout(options.timeout);
  validateMaxBuffer(options.maxBuffer);
  options.killSignal = toKillSignal(options.killSignal);
  const { cwd, env, gid, shell, signal, uid, windowsHide, windowsVerbatimArguments } = options;
  const child = spawn(file, args, {
    cwd, env, gid, shell, signal, uid,
    windowsHide: !!windowsHide,
    windowsVerbatimArguments: !!windowsVerbatimArguments,
  });
  const cmd = args.length > 0 ? `${file} ${args.join(' ')}` : file;
  new Execution(child, options, cmd, callback);
  return child;
}

module.exports = { execFile, normalizeExec, normalizeExecFile };
