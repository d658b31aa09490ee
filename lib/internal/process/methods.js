'use strict';
// Methods of `process` over the native binding, with Node's argument checks.

const native = binding('process');
const uv = binding('uv');
const {
  ErrnoException,
  uvException,
  codes: {
    ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_OUT_OF_RANGE, ERR_UNKNOWN_CREDENTIAL,
    ERR_UNKNOWN_SIGNAL, ERR_DLOPEN_FAILED, ERR_FEATURE_UNAVAILABLE_ON_PLATFORM,
  },
} = require('internal/errors');
const {
  validateArray, validateNumber, validateObject, validateString, validateUint32, parseFileMode,
} = require('internal/validators');
const { signals } = require('internal/process/signal_numbers');

let hrFields;
let hrBig;
function hrtimeStore() {
  const store = native.hrtimeStore();
  hrFields = new Uint32Array(store);
  hrBig = new BigUint64Array(store);
}

function hrtime(previous) {
  if (hrFields === undefined) hrtimeStore();
  native.hrtime();
  const seconds = hrFields[0] * 0x100000000 + hrFields[1];
  if (previous === undefined) return [seconds, hrFields[2]];
  validateArray(previous, 'time');
  if (previous.length !== 2) throw new ERR_OUT_OF_RANGE('time', 2, previous.length);
  const s = seconds - previous[0];
  const ns = hrFields[2] - previous[1];
  return ns < 0 ? [s - 1, ns + 1e9] : [s, ns];
}
hrtime.bigint = function bigint() {
  if (hrFields === undefined) hrtimeStore();
  native.hrtimeBigInt();
  return hrBig[0];
};

let cachedCwd = '';
function cwd() {
  if (cachedCwd === '') {
    const answer = native.cwd();
    if (typeof answer === 'number') throw uvException({ errno: answer, syscall: 'uv_cwd' });
    cachedCwd = answer;
  }
  return cachedCwd;
}

function chdir(directory) {
  validateString(directory, 'directory');
  const before = native.cwd();
  const err = native.chdir(directory);
  if (err < 0) {
    throw uvException({
      errno: err, syscall: 'chdir', path: typeof before === 'string' ? before : undefined,
      dest: directory,
    });
  }
  cachedCwd = '';
}

function umask(mask) {
  if (mask === undefined) return native.umask();
  return native.umask(parseFileMode(mask, 'mask'));
}

function kill(pid, signal) {
  // eslint-disable-next-line eqeqeq
  if (pid != (pid | 0)) throw new ERR_INVALID_ARG_TYPE('pid', 'number', pid);
  let err;
  if (typeof signal === 'number') {
    err = native.kill(pid, signal);
  } else {
    const name = signal || 'SIGTERM';
    if (signals[name] === undefined) throw new ERR_UNKNOWN_SIGNAL(name);
    err = native.kill(pid, signals[name]);
  }
  if (err) throw new ErrnoException(err, 'kill');
  return true;
}

function memoryUsage() {
  const values = native.memoryUsage();
  if (typeof values === 'number') throw uvException({ errno: values, syscall: 'uv_resident_set_memory' });
  return {
    rss: values[0], heapTotal: values[1], heapUsed: values[2], external: values[3],
    arrayBuffers: values[4],
  };
}
memoryUsage.rss = function rss() {
  const value = native.rss();
  if (value < 0) throw uvException({ errno: value, syscall: 'uv_resident_set_memory' });
  return value;
};

const usageFields = [
  'userCPUTime', 'systemCPUTime', 'maxRSS', 'sharedMemorySize', 'unsharedDataSize',
  'unsharedStackSize', 'minorPageFault', 'majorPageFault', 'swappedOut', 'fsRead', 'fsWrite',
  'ipcSent', 'ipcReceived', 'signalsCount', 'voluntaryContextSwitches',
  'involuntaryContextSwitches',
];
function resourceUsage() {
  const values = native.resourceUsage();
  if (typeof values === 'number') throw uvException({ errno: values, syscall: 'uv_getrusage' });
  const out = {};
  for (let i = 0; i < usageFields.length; i++) out[usageFields[i]] = values[i];
  return out;
}

function cpuUsage(previous) {
  if (previous !== undefined && previous !== null) {
    validateObject(previous, 'prevValue');
    for (const key of ['user', 'system']) {
      validateNumber(previous[key], `prevValue.${key}`);
      if (!(previous[key] >= 0 && previous[key] <= Number.MAX_SAFE_INTEGER)) {
        throw new ERR_INVALID_ARG_VALUE.RangeError(`prevValue.${key}`, previous[key]);
      }
    }
  }
  const values = native.resourceUsage();
  if (typeof values === 'number') throw uvException({ errno: values, syscall: 'uv_getrusage' });
  if (previous === undefined || previous === null) return { user: values[0], system: values[1] };
  return { user: values[0] - previous.user, system: values[1] - previous.system };
}

let startTime; // ns at start
function uptime() {
  return Number(hrtime.bigint() - startTime) / 1e9;
}

function setCredential(name, kind) {
  return { [name](id) {
    if (typeof id === 'number') validateUint32(id, 'id');
    else if (typeof id !== 'string') throw new ERR_INVALID_ARG_TYPE('id', ['number', 'string'], id);
    const err = native[name](id);
    if (err === 1) throw new ERR_UNKNOWN_CREDENTIAL(kind, id);
    if (err < 0) throw new ErrnoException(err, name);
  } }[name];
}

function setgroups(groups) {
  validateArray(groups, 'groups');
  for (let i = 0; i < groups.length; i++) {
    if (typeof groups[i] === 'number') validateUint32(groups[i], `groups[${i}]`);
    else if (typeof groups[i] !== 'string') {
      throw new ERR_INVALID_ARG_TYPE(`groups[${i}]`, ['number', 'string'], groups[i]);
    }
  }
  const err = native.setgroups(groups);
  if (err > 0) throw new ERR_UNKNOWN_CREDENTIAL('Group', groups[err - 1]);
  if (err < 0) throw new ErrnoException(err, 'setgroups');
}

function getgroups() {
  const answer = native.getgroups();
  if (typeof answer === 'number') throw new ErrnoException(answer, 'getgroups');
  return answer;
}

function getActiveResourcesInfo() {
  return [...native.activeResources(), ...require('internal/timers').activeResources()];
}

function getBuiltinModule(id) {
  validateString(id, 'id');
  const loader = require('internal/bootstrap/loader');
  const name = id.startsWith('node:') ? id.slice(5) : id;
  const known = name === id ? loader.isPublic(name) : loader.isPublicWithPrefix(name);
  return known ? loader.requireBuiltin(name) : undefined;
}

module.exports = {
  methods: {
    hrtime,
    cwd,
    chdir,
    umask,
    kill,
    memoryUsage,
    resourceUsage,
    cpuUsage,
    uptime,
    availableMemory: () => require('os').freemem(),
    constrainedMemory: () => 0,
    getActiveResourcesInfo,
    getBuiltinModule,
    abort() { native.abort(); },
    _kill(pid, signal) { return native.kill(pid, signal); },
    _rawDebug(...args) {
      require('fs').writeSync(2, require('util').format(...args) + '\n');
    },
    dlopen() {
      throw new ERR_DLOPEN_FAILED('native addons are not supported by this runtime');
    },
    loadEnvFile(path = '.env') {
      const { parseEnv } = require('util');
      const text = require('fs').readFileSync(path, 'utf8');
      for (const [key, value] of Object.entries(parseEnv(text))) {
        if (process.env[key] === undefined) process.env[key] = value;
      }
    },
    getuid: () => native.getuid(),
    geteuid: () => native.geteuid(),
    getgid: () => native.getgid(),
    getegid: () => native.getegid(),
    getgroups,
    setuid: setCredential('setuid', 'User'),
    seteuid: setCredential('seteuid', 'User'),
    setgid: setCredential('setgid', 'Group'),
    setegid: setCredential('setegid', 'Group'),
    setgroups,
    initgroups() { throw new ERR_FEATURE_UNAVAILABLE_ON_PLATFORM('process.initgroups()'); },
    setSourceMapsEnabled() {},
    binding(name) {
      throw new Error(`No such module: ${name}`);
    },
  },
  setStartTime() { startTime = hrtime.bigint(); },
  uvName: (err) => uv.errname(err),
};
