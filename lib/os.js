'use strict';

const { codes } = require('internal/errors');
const { validateInt32 } = require('internal/validators');
const native = binding('os');

// The names of the system never change while it runs.
let names;
function system() {
  names ??= check(native.uname(), 'uv_os_uname');
  return names;
}

// Throws for a negative libuv code.
function check(result, syscall) {
  if (typeof result !== 'number' || result >= 0) return result;
  const uv = binding('uv');
  throw new codes.ERR_SYSTEM_ERROR({
    errno: result, code: uv.errname(result), message: uv.getErrorMessage(result), syscall,
  });
}

function hostname() {
  return check(native.hostname(), 'uv_os_gethostname');
}

function homedir() {
  return check(native.homedir(), 'uv_os_homedir');
}

function uptime() {
  return check(native.uptime(), 'uv_uptime');
}

const type = () => system()[0];
const version = () => system()[1];
const release = () => system()[2];
const machine = () => system()[3];
const arch = () => process.arch;
const platform = () => process.platform;
const endianness = () => 'LE';
const availableParallelism = () => native.availableParallelism();
const freemem = () => native.freemem();
const totalmem = () => native.totalmem();
const loadavg = () => native.loadavg();

function tmpdir() {
  const { TMPDIR, TMP, TEMP } = process.env;
  const path = TMPDIR || TMP || TEMP || '/tmp';
  return path.length > 1 && path.endsWith('/') ? path.slice(0, -1) : path;
}

function cpus() {
  const flat = check(native.cpus(), 'uv_cpu_info');
  const list = [];
  for (let i = 0; i < flat.length; i += 7) {
    const [model, speed, user, nice, sys, idle, irq] = flat.slice(i, i + 7);
    list.push({ model, speed, times: { user, nice, sys, idle, irq } });
  }
  return list;
}

// '192.168.0.1/24'; null where the mask has holes.
function toCIDR(address, netmask, family) {
  let bits = '';
  if (family === 'IPv4') {
    for (const part of netmask.split('.')) bits += Number(part).toString(2).padStart(8, '0');
  } else {
    const [head, tail] = netmask.split('::').map((half) => half.split(':').filter(Boolean));
    const zeros = tail === undefined ? 0 : 8 - head.length - tail.length;
    const groups = [...head, ...new Array(zeros).fill('0'), ...tail ?? []];
    for (const group of groups) bits += parseInt(group, 16).toString(2).padStart(16, '0');
  }
  return /^1*0*$/.test(bits) ? `${address}/${bits.lastIndexOf('1') + 1}` : null;
}

function networkInterfaces() {
  const flat = check(native.interfaces(), 'uv_interface_addresses');
  const result = {};
  for (let i = 0; i < flat.length; i += 7) {
    const [name, address, netmask, family, mac, internal, scopeid] = flat.slice(i, i + 7);
    const entry = {
      address, netmask, family, mac, internal, cidr: toCIDR(address, netmask, family),
    };
    if (scopeid !== -1) entry.scopeid = scopeid;
    (result[name] ??= []).push(entry);
  }
  return result;
}

function getPriority(pid) {
  if (pid === undefined) pid = 0;
  else validateInt32(pid, 'pid');
  const priority = native.getPriority(pid);
  if (priority >= 1000) check(1000 - priority, 'uv_os_getpriority');
  return priority;
}

function setPriority(pid, priority) {
  if (priority === undefined) {
    priority = pid;
    pid = 0;
  }
  validateInt32(pid, 'pid');
  validateInt32(priority, 'priority', -20, 19);
  check(native.setPriority(pid, priority), 'uv_os_setpriority');
}

function userInfo(options) {
  const [uid, gid, ...texts] = check(native.user(), 'uv_os_get_passwd');
  const encoding = options?.encoding?.toLowerCase();
  const [username, homedir, shell] = texts.map((text) => {
    if (text === null) return null;
    const bytes = Buffer.from(text, 'latin1');
    if (encoding === 'buffer') return bytes;
    return bytes.toString(Buffer.isEncoding(encoding) ? encoding : 'utf8');
  });
  return { __proto__: null, uid, gid, username, homedir, shell };
}

// `${os.hostname}` gives the host's name, and so on.
for (const get of [hostname, homedir, uptime, type, version, release, machine, arch, platform,
                   endianness, availableParallelism, freemem, totalmem, tmpdir]) {
  get[Symbol.toPrimitive] = () => get();
}

const constants = {
  __proto__: null,
  UV_UDP_REUSEADDR: native.UV_UDP_REUSEADDR,
  dlopen: { __proto__: null, ...native.dlopen },
  errno: { __proto__: null, ...native.errno },
  signals: Object.freeze({ __proto__: null, ...native.signals }),
  priority: { __proto__: null, ...native.priority },
};

module.exports = {
  arch,
  availableParallelism,
  cpus,
  endianness,
  freemem,
  getPriority,
  homedir,
  hostname,
  loadavg,
  networkInterfaces,
  platform,
  release,
  setPriority,
  tmpdir,
  totalmem,
  type,
  userInfo,
  uptime,
  version,
  machine,
};

Object.defineProperties(module.exports, {
  constants: { enumerable: true, value: constants },
  EOL: { configurable: true, enumerable: true, value: '\n' },
  devNull: { configurable: true, enumerable: true, value: '/dev/null' },
});
