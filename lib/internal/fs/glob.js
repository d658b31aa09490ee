'use strict';

// fs.glob: walks the directories that patterns can match in. The walk is a generator that asks for
// listings and stats; the synchronous and the asynchronous functions answer it in their ways.

const fsBinding = binding('fs');
const { codes } = require('internal/errors');
const { validateBoolean, validateFunction, validateObject, validateString, validateStringArray } =
  require('internal/validators');
const { compileAll, kGlobstar, matcher, matchesPart } = require('internal/fs/glob_pattern');
const { Dirent, kType } = require('internal/fs/dirent');
const { UV_DIRENT_DIR, UV_DIRENT_FILE, UV_DIRENT_LINK } = fsBinding.constants;
const { S_IFDIR, S_IFLNK, S_IFMT } = fsBinding.constants;

const kMode = 1;

function typeOfMode(mode) {
  if ((mode & S_IFMT) === S_IFDIR) return UV_DIRENT_DIR;
  return (mode & S_IFMT) === S_IFLNK ? UV_DIRENT_LINK : UV_DIRENT_FILE;
}

// A place in the walk: the shown path, and for each pattern the indexes of the parts to match next.
class Glob {
  constructor(patterns, options = {}) {
    validateObject(options, 'options');
    const { cwd, exclude, withFileTypes = false } = options;
    this.patterns = [patterns].flat();
    if (Array.isArray(patterns)) validateStringArray(patterns, 'patterns');
    else validateString(patterns, 'patterns');
    if (withFileTypes !== undefined) validateBoolean(Boolean(withFileTypes), 'withFileTypes');
    this.withFileTypes = Boolean(withFileTypes);
    const { toPath } = Glob;
    this.root = cwd === undefined || cwd === null ? '.' : toPath(cwd);
    this.excluded = this.makeExcluded(exclude);
    this.seen = new Set();
  }

  static toPath(cwd) {
    const path = require('internal/fs/paths').getValidatedPath(cwd, 'options.cwd');
    return String(path);
  }

  // (shown path, Dirent) -> whether it and what is below it are left out
  makeExcluded(exclude) {
    if (exclude === undefined || exclude === null) return () => false;
    if (Array.isArray(exclude)) {
      validateStringArray(exclude, 'options.exclude');
      const matches = matcher(exclude);
      const { resolve } = require('path');
      return (shown) => matches(shown) || matches(resolve(this.root, shown));
    }
    if (typeof exclude !== 'function') {
      throw new codes.ERR_INVALID_ARG_TYPE('options.exclude', ['function', 'string[]'], exclude);
    }
    validateFunction(exclude, 'options.exclude');
    return (shown, entry) => exclude(this.withFileTypes ? entry : entry.name);
  }

  * walk() {
    const compiled = this.patterns.flatMap(compileAll);
    const starts = [
      ['', compiled.filter((one) => !one.absolute && one.parts.length > 0)],
      ['/', compiled.filter((one) => one.absolute)],
    ];
    for (const [shown, patterns] of starts) {
      if (patterns.length === 0) continue;
      const states = patterns.map((pattern) => ({ pattern, at: 0 }));
      const entry = new Dirent(shown === '' ? '.' : '/', UV_DIRENT_DIR, '.');
      yield* this.visit(shown, entry, states);
    }
  }

  real(shown) {
    if (shown.startsWith('/') || this.root === '.') return shown === '' ? '.' : shown;
    return shown === '' ? this.root : `${this.root}/${shown}`;
  }

  // Follows the states at one path: reports it where a pattern ends, and goes below.
  * visit(shown, entry, states) {
    const closure = closeOver(states);
    const isDirectory = entry[kType] === UV_DIRENT_DIR;
    const ended = closure.some(({ pattern, at }) =>
      at === pattern.parts.length && (isDirectory || !pattern.directory));
    if (ended && !(yield* this.missing(shown, entry))) yield* this.report(shown, entry);
    const open = closure.filter(({ pattern, at }) => at < pattern.parts.length);
    if (open.length === 0) return;
    yield* this.stepInto(shown, entry, open);
  }

  * missing(shown, entry) {
    if (shown !== '' || entry[kType] !== UV_DIRENT_DIR) return false;
    return (yield ['lstat', this.real(shown)]) === undefined;
  }

  * report(shown, entry) {
    const result = shown === '' ? '.' : shown;
    if (this.seen.has(result)) return;
    this.seen.add(result);
    yield ['found', this.withFileTypes ? entry : result];
  }

  * stepInto(shown, entry, open) {
    // Named children need no listing, and are reached through links.
    const named = new Map();
    const listed = [];
    for (const state of open) {
      const part = state.pattern.parts[state.at];
      if (typeof part === 'string') group(named, part, { ...state, at: state.at + 1 });
      else listed.push(state);
    }
    for (const [name, next] of named) yield* this.visitNamed(shown, name, next);
    if (listed.length === 0 || !(yield* this.isWalkable(shown, entry))) return;
    const found = yield ['list', this.real(shown)];
    if (found === undefined) return;
    const [names, types] = found;
    for (let i = 0; i < names.length; i++) {
      const next = advance(listed, names[i]);
      if (next.length === 0) continue;
      const child = new Dirent(names[i], types[i], shown === '' ? this.root : this.real(shown));
      const below = join(shown, names[i]);
      if (!this.excluded(below, child)) yield* this.visit(below, child, next);
    }
  }

  // Links to directories are entered where the pattern names them, not by wildcards.
  * isWalkable(shown, entry) {
    if (entry[kType] === UV_DIRENT_DIR) return true;
    if (entry[kType] !== UV_DIRENT_LINK || !entry.named) return false;
    const mode = yield ['stat', this.real(shown)];
    return mode !== undefined && (mode & S_IFMT) === S_IFDIR;
  }

  * visitNamed(shown, name, next) {
    const below = join(shown, name);
    const mode = yield ['lstat', this.real(below)];
    if (mode === undefined) return;
    const entry = new Dirent(name, typeOfMode(mode), this.real(shown));
    Object.defineProperty(entry, 'named', { value: true });
    const clean = name === '..' ? require('path').normalize(below) : below;
    if (this.excluded(clean, entry)) return;
    yield* this.visit(clean, entry, next);
  }
}

function join(shown, name) {
  if (shown === '') return name;
  return shown === '/' ? `/${name}` : `${shown}/${name}`;
}

function group(map, key, value) {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

// '**' also matches no directory at all.
function closeOver(states) {
  const result = [];
  for (let { pattern, at } of states) {
    result.push({ pattern, at });
    while (pattern.parts[at] === kGlobstar) result.push({ pattern, at: ++at });
  }
  return result;
}

// The states after a step into a child of that name.
function advance(states, name) {
  const next = [];
  for (const { pattern, at } of states) {
    const part = pattern.parts[at];
    if (part === kGlobstar) {
      if (!name.startsWith('.')) next.push({ pattern, at });
    } else if (matchesPart(part, name)) {
      next.push({ pattern, at: at + 1 });
    }
  }
  return next;
}

const modeOf = (stats) => (typeof stats === 'number' ? undefined : stats[kMode]);

const kSyncAnswers = {
  __proto__: null,
  list(path) {
    const found = fsBinding.readdir(path, false, true);
    return typeof found === 'number' ? undefined : found;
  },
  lstat: (path) => modeOf(fsBinding.lstat(path, false)),
  stat: (path) => modeOf(fsBinding.stat(path, false)),
};

function request(start, convert) {
  return new Promise((resolve) => {
    const oncomplete = (errno, value) => resolve(errno < 0 ? undefined : convert(value));
    if (start({ oncomplete }) < 0) resolve(undefined);
  });
}

const kAsyncAnswers = {
  __proto__: null,
  list: (path) => request((req) => fsBinding.readdir(path, false, true, req), (found) => found),
  lstat: (path) => request((req) => fsBinding.lstat(path, false, req), (stats) => stats[kMode]),
  stat: (path) => request((req) => fsBinding.stat(path, false, req), (stats) => stats[kMode]),
};

function globSync(patterns, options) {
  const walk = new Glob(patterns, options).walk();
  const results = [];
  let answer;
  for (;;) {
    const { value, done } = walk.next(answer);
    if (done) return results;
    const [what, argument] = value;
    if (what === 'found') results.push(argument);
    else answer = kSyncAnswers[what](argument);
  }
}

async function* iterate(glob) {
  const walk = glob.walk();
  let answer;
  for (;;) {
    const { value, done } = walk.next(answer);
    if (done) return;
    const [what, argument] = value;
    if (what === 'found') yield argument;
    else answer = await kAsyncAnswers[what](argument);
  }
}

const globIterator = (patterns, options) => iterate(new Glob(patterns, options));

// All results; the arguments are checked at once.
function globAll(patterns, options) {
  const found = globIterator(patterns, options);
  return (async () => {
    const results = [];
    for await (const path of found) results.push(path);
    return results;
  })();
}

module.exports = { globAll, globIterator, globSync };
