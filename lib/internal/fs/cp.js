'use strict';

// fs.cp. The algorithm is one generator that asks for file-system calls; cpSync answers them at once,
// cp on the thread pool.

const { codes } = require('internal/errors');
const { validateBoolean, validateFunction, validateInteger, validateObject } =
  require('internal/validators');
const { getValidatedPath } = require('internal/fs/paths');

const kErrno = { EEXIST: 17, EINVAL: 22, EISDIR: 21, ENOTDIR: 20 };

const kDefaults = {
  dereference: false,
  errorOnExist: false,
  force: true,
  preserveTimestamps: false,
  recursive: false,
  verbatimSymlinks: false,
};

function cpOptions(options) {
  if (options !== undefined) validateObject(options, 'options');
  const parsed = { ...kDefaults, filter: undefined, mode: 0, ...options };
  for (const name of Object.keys(kDefaults)) validateBoolean(parsed[name], `options.${name}`);
  parsed.mode ??= 0;
  validateInteger(parsed.mode, 'mode', 0, 7);
  if (parsed.dereference && parsed.verbatimSymlinks) {
    throw new codes.ERR_INCOMPATIBLE_OPTION_PAIR('dereference', 'verbatimSymlinks');
  }
  if (parsed.filter !== undefined) validateFunction(parsed.filter, 'options.filter');
  return parsed;
}

function fail(name, code, message, path) {
  return new codes[name]({ message, path, syscall: 'cp', errno: kErrno[code], code });
}

const sameFile = (a, b) => a.ino !== 0n && a.ino === b.ino && a.dev === b.dev;
const pathModule = () => require('path');

class Copy {
  constructor(src, dest, options) {
    this.src = src;
    this.dest = dest;
    this.options = options;
  }

  * run() {
    const { src, dest, options } = this;
    if (options.filter && !(yield ['filter', src, dest])) return;
    const [srcStat, destStat] = yield* this.stats(src, dest);
    this.checkPair(src, dest, srcStat, destStat);
    if (srcStat.isDirectory() && !options.recursive) {
      throw fail('ERR_FS_EISDIR', 'EISDIR', `${src} is a directory (not copied)`, src);
    }
    yield* this.checkParents(srcStat);
    const { dirname } = pathModule();
    yield ['mkdir', dirname(dest), { recursive: true }];
    yield* this.copyOne(src, dest, srcStat, destStat);
  }

  // What is there; undefined where dest is missing.
  * stats(src, dest) {
    const stat = this.options.dereference ? 'stat' : 'lstat';
    const srcStat = yield [stat, src, { bigint: true }];
    const destStat = yield ['optional', stat, dest];
    return [srcStat, destStat];
  }

  checkPair(src, dest, srcStat, destStat) {
    const { resolve, sep } = pathModule();
    if (destStat !== undefined) {
      if (sameFile(srcStat, destStat)) {
        throw fail('ERR_FS_CP_EINVAL', 'EINVAL', 'src and dest cannot be the same', dest);
      }
      if (srcStat.isDirectory() && !destStat.isDirectory()) {
        throw fail('ERR_FS_CP_DIR_TO_NON_DIR', 'EISDIR',
                   `cannot overwrite non-directory ${dest} with directory ${src}`, dest);
      }
      if (!srcStat.isDirectory() && destStat.isDirectory()) {
        throw fail('ERR_FS_CP_NON_DIR_TO_DIR', 'ENOTDIR',
                   `cannot overwrite directory ${dest} with non-directory ${src}`, dest);
      }
    }
    if (srcStat.isDirectory() && (resolve(dest) + sep).startsWith(resolve(src) + sep)) {
      throw intoItself(src, dest);
    }
  }

  // No directory above dest may be src itself, by whatever name.
  * checkParents(srcStat) {
    if (!srcStat.isDirectory()) return;
    const { dirname, resolve } = pathModule();
    const end = dirname(resolve(this.src));
    let parent = dirname(resolve(this.dest));
    while (parent !== end && parent !== dirname(parent)) {
      const stat = yield ['optional', 'stat', parent];
      if (stat !== undefined && sameFile(srcStat, stat)) throw intoItself(this.src, this.dest);
      parent = dirname(parent);
    }
  }

  * copyOne(src, dest, srcStat, destStat) {
    const { options } = this;
    if (srcStat.isDirectory()) return yield* this.copyDirectory(src, dest, srcStat, destStat);
    if (srcStat.isFile() || srcStat.isCharacterDevice() || srcStat.isBlockDevice()) {
      return yield* this.copyFile(src, dest, srcStat, destStat);
    }
    if (srcStat.isSymbolicLink()) return yield* this.copyLink(src, dest, destStat, options);
    if (srcStat.isSocket()) {
      throw fail('ERR_FS_CP_SOCKET', 'EINVAL', `cannot copy a socket file: ${dest}`, dest);
    }
    if (srcStat.isFIFO()) {
      throw fail('ERR_FS_CP_FIFO_PIPE', 'EINVAL', `cannot copy a FIFO pipe: ${dest}`, dest);
    }
    throw fail('ERR_FS_CP_UNKNOWN', 'EINVAL', `cannot copy an unknown file type: ${dest}`, dest);
  }

  * copyFile(src, dest, srcStat, destStat) {
    const { errorOnExist, force, mode, preserveTimestamps } = this.options;
    if (destStat !== undefined) {
      if (!force) {
        if (errorOnExist) throw fail('ERR_FS_CP_EEXIST', 'EEXIST', `${dest} already exists`, dest);
        return;
      }
      yield ['unlink', dest];
    }
    yield ['copyFile', src, dest, mode];  // with its permissions
    if (!preserveTimestamps) return;
    const { atimeMs, mtimeMs } = yield ['stat', src];
    yield ['utimes', dest, atimeMs / 1000, mtimeMs / 1000];
  }

  * copyDirectory(src, dest, srcStat, destStat) {
    const { filter } = this.options;
    if (destStat === undefined) yield ['mkdir', dest];
    const { join } = pathModule();
    for (const name of yield ['readdir', src]) {
      const from = join(src, name);
      const to = join(dest, name);
      if (filter && !(yield ['filter', from, to])) continue;
      const [fromStat, toStat] = yield* this.stats(from, to);
      this.checkPair(from, to, fromStat, toStat);
      yield* this.copyOne(from, to, fromStat, toStat);
    }
    if (destStat === undefined) yield ['chmod', dest, Number(srcStat.mode) & 0o7777];
  }

  * copyLink(src, dest, destStat, { verbatimSymlinks }) {
    const { dirname, isAbsolute, resolve, sep } = pathModule();
    const within = (inner, outer) => (inner + sep).startsWith(outer + sep);
    let target = yield ['readlink', src];
    if (!verbatimSymlinks && !isAbsolute(target)) target = resolve(dirname(src), target);
    if (destStat === undefined) return void (yield ['symlink', target, dest]);
    if (!destStat.isSymbolicLink()) {
      throw fail('ERR_FS_CP_EEXIST', 'EEXIST', `${dest} already exists`, dest);
    }
    let former = yield ['readlink', dest];
    if (!isAbsolute(former)) former = resolve(dirname(dest), former);
    const targetStat = yield ['optional', 'stat', src];
    if (targetStat?.isDirectory() && target !== former && within(former, target)) {
      throw fail('ERR_FS_CP_EINVAL', 'EINVAL',
                 `cannot copy ${target} to a subdirectory of self ${former}`, dest);
    }
    if (targetStat?.isDirectory() && target !== former && within(target, former)) {
      throw fail('ERR_FS_CP_SYMLINK_TO_SUBDIRECTORY', 'EINVAL',
                 `cannot overwrite ${former} with ${target}`, dest);
    }
    yield ['unlink', dest];
    yield ['symlink', target, dest];
  }
}

function intoItself(src, dest) {
  return fail('ERR_FS_CP_EINVAL', 'EINVAL',
              `cannot copy ${src} to a subdirectory of self ${dest}`, dest);
}

function prepare(src, dest, options) {
  options = cpOptions(options);
  src = String(getValidatedPath(src, 'src'));
  dest = String(getValidatedPath(dest, 'dest'));
  return new Copy(src, dest, options);
}

const missing = (error) => {
  if (error.code !== 'ENOENT') throw error;
  return undefined;
};

function cpSync(src, dest, options) {
  const copy = prepare(src, dest, options);
  const fs = require('internal/fs/sync');
  const { readdirSync } = require('internal/fs/listing');
  const answers = {
    __proto__: null,
    filter(...paths) {
      const result = copy.options.filter(...paths);
      if (result !== null && typeof result === 'object' && typeof result.then === 'function') {
        throw new codes.ERR_INVALID_RETURN_VALUE('boolean', 'filter', result);
      }
      return result;
    },
    optional(stat, path) {
      try {
        return fs[`${stat}Sync`](path, { bigint: true });
      } catch (error) {
        return missing(error);
      }
    },
    readdir: readdirSync,
  };
  drive(copy.run(), (name, ...args) => (answers[name] ?? fs[`${name}Sync`])(...args));
}

function drive(steps, call) {
  let answer;
  for (;;) {
    const { value, done } = steps.next(answer);
    if (done) return;
    answer = call(...value);
  }
}

async function cp(src, dest, options) {
  const copy = prepare(src, dest, options);
  const fs = require('internal/fs/promises').exports;
  const answers = {
    __proto__: null,
    filter: (...paths) => copy.options.filter(...paths),
    optional: (stat, path) => fs[stat](path, { bigint: true }).catch(missing),
  };
  const steps = copy.run();
  let answer;
  for (;;) {
    const { value, done } = steps.next(answer);
    if (done) return;
    const [name, ...args] = value;
    answer = await (answers[name] ?? fs[name])(...args);
  }
}

module.exports = { cp, cpSync };
