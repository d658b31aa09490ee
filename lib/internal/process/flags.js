'use strict';
// process.allowedNodeEnvironmentFlags: what NODE_OPTIONS may hold. A Set that knows the spellings of
// a flag (dashes or underscores, with or without a value) and cannot be changed.

const kFlags = [
  '--abort-on-uncaught-exception', '--conditions', '-C', '--disable-warning', '--dns-result-order',
  '--enable-source-maps', '--env-file', '--env-file-if-exists', '--experimental-detect-module',
  '--experimental-require-module', '--icu-data-dir', '--import', '--input-type',
  '--insecure-http-parser', '--max-http-header-size', '--network-family-autoselection',
  '--no-addons', '--no-deprecation', '--no-warnings', '--openssl-config', '--pending-deprecation',
  '--preserve-symlinks', '--preserve-symlinks-main', '--require', '-r', '--stack-trace-limit',
  '--throw-deprecation', '--title', '--trace-deprecation', '--trace-uncaught', '--trace-warnings',
  '--unhandled-rejections', '--use-bundled-ca', '--use-openssl-ca', '--max-old-space-size',
  '--max-semi-space-size', '--jitless', '--interpreted-frames-native-stack',
  '--perf-basic-prof', '--perf-prof', '--stack-size',
];

function plain(flag) {
  if (typeof flag !== 'string') return flag;
  const name = flag.replace(/=.*$/s, '').replace(/^--no-/, '--');
  return name.startsWith('--') ? `--${name.slice(2).replaceAll('_', '-')}` : name;
}

class FlagSet extends Set {
  add() { return this; }
  delete() { return false; }
  clear() {}
  has(flag) {
    if (typeof flag !== 'string') return false;
    const named = flag.startsWith('-') ? flag : `--${flag}`;
    return super.has(named) || super.has(plain(named));
  }
}

function allowedNodeEnvironmentFlags() {
  const set = new FlagSet();
  for (const flag of kFlags) Set.prototype.add.call(set, flag);
  return Object.freeze(set);
}

module.exports = { allowedNodeEnvironmentFlags };
