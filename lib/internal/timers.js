'use strict';
// Timers: one list for each duration, kept in order of expiry by construction, and a heap of lists.
// One native timer is armed for the list that expires first.

const { codes: { ERR_INVALID_ARG_TYPE } } = require('internal/errors');
const { runTicksBetween } = require('internal/process/task_queues');
const native = binding('timers');

const kTimeoutMax = 2 ** 31 - 1;
const kCount = 0;
const kRefCount = 1;
const kHasOutstanding = 2;
let immediateInfo; // Uint32Array shared with the native side

const kRefed = Symbol('refed');
const kId = Symbol('primitiveId');
let lastId = 0;

const lists = new Map(); // duration -> TimerList
const heap = [];         // of TimerList, by expiry, then by age
let lastListAge = 0;
let referenced = 0;      // timers that keep the process alive
let armedFor = Infinity;

class TimerList {
  constructor(duration, expiry) {
    this._idleNext = this;
    this._idlePrev = this;
    this.duration = duration;
    this.expiry = expiry;
    this.age = ++lastListAge;
    this.position = -1;
  }
}

function earlier(a, b) {
  return a.expiry < b.expiry || (a.expiry === b.expiry && a.age < b.age);
}

function place(list, at) {
  heap[at] = list;
  list.position = at;
}

function siftUp(list, at) {
  while (at > 0) {
    const parent = (at - 1) >> 1;
    if (!earlier(list, heap[parent])) break;
    place(heap[parent], at);
    at = parent;
  }
  place(list, at);
}

function siftDown(list, at) {
  for (;;) {
    let child = 2 * at + 1;
    if (child >= heap.length) break;
    if (child + 1 < heap.length && earlier(heap[child + 1], heap[child])) child++;
    if (!earlier(heap[child], list)) break;
    place(heap[child], at);
    at = child;
  }
  place(list, at);
}

function removeList(list) {
  const last = heap.pop();
  const at = list.position;
  if (last !== list) {
    siftUp(last, at);
    siftDown(last, last.position);
  }
  list.position = -1;
  lists.delete(list.duration);
}

function unlink(item) {
  item._idleNext._idlePrev = item._idlePrev;
  item._idlePrev._idleNext = item._idleNext;
  item._idleNext = null;
  item._idlePrev = null;
}

function insert(timer, duration, start = native.getLibuvNow()) {
  timer._idleStart = start;
  const whole = Math.trunc(duration);
  let list = lists.get(whole);
  if (list === undefined) {
    list = new TimerList(whole, start + whole);
    lists.set(whole, list);
    heap.push(list);
    siftUp(list, heap.length - 1);
    if (armedFor > list.expiry) {
      armedFor = list.expiry;
      native.scheduleTimer(whole);
    }
  }
  const last = list._idlePrev;
  timer._idlePrev = last;
  timer._idleNext = list;
  last._idleNext = timer;
  list._idlePrev = timer;
}

function countRef(delta) {
  const before = referenced;
  referenced += delta;
  if ((before === 0) !== (referenced === 0)) native.toggleTimerRef(referenced !== 0);
}

const knownTimers = Object.create(null); // primitive id -> Timeout

function settleDuration(after) {
  if (after === undefined) return 1;
  const value = +after;
  if (value >= 1 && value <= kTimeoutMax) return value;
  if (value > kTimeoutMax) {
    process.emitWarning(
      `${value} does not fit into a 32-bit signed integer.\nTimeout duration was set to 1.`,
      'TimeoutOverflowWarning');
  } else if (value < 0) {
    process.emitWarning(`${value} is a negative number.\nTimeout duration was set to 1.`,
      'TimeoutNegativeWarning');
  } else if (Number.isNaN(value)) {
    process.emitWarning(`${value} is not a number.\nTimeout duration was set to 1.`,
      'TimeoutNaNWarning');
  }
  return 1;
}

class Timeout {
  constructor(callback, after, args, isRepeat, isRefed) {
    this._idleTimeout = settleDuration(after);
    this._idlePrev = this;
    this._idleNext = this;
    this._idleStart = null;
    this._onTimeout = callback;
    this._timerArgs = args;
    this._repeat = isRepeat ? this._idleTimeout : null;
    this._destroyed = false;
    this[kRefed] = isRefed;
    this[kId] = 0;
    if (isRefed) countRef(1);
  }

  [Symbol.for('nodejs.util.inspect.custom')](_, options) {
    const { inspect } = require('internal/util/inspect');
    return inspect(this, { ...options, depth: 0, customInspect: false });
  }

  refresh() {
    if (this._destroyed && this[kRefed]) countRef(1);
    this._destroyed = false;
    if (this._idleNext !== null && this._idleNext !== this) detach(this);
    insert(this, this._idleTimeout);
    return this;
  }

  ref() {
    if (!this[kRefed]) {
      this[kRefed] = true;
      if (!this._destroyed) countRef(1);
    }
    return this;
  }

  unref() {
    if (this[kRefed]) {
      this[kRefed] = false;
      if (!this._destroyed) countRef(-1);
    }
    return this;
  }

  hasRef() {
    return this[kRefed];
  }

  close() {
    clearTimeout(this);
    return this;
  }

  [Symbol.toPrimitive]() {
    if (this[kId] === 0) {
      this[kId] = ++lastId;
      knownTimers[this[kId]] = this;
    }
    return this[kId];
  }
}
Object.defineProperty(Timeout.prototype, Symbol.dispose, {
  __proto__: null, configurable: true, writable: true,
  value() { clearTimeout(this); },
});

// Takes a timer out of its list; the list goes when it is empty.
function detach(timer) {
  const list = lists.get(Math.trunc(timer._idleTimeout));
  unlink(timer);
  if (list !== undefined && list._idleNext === list && list.position !== -1) {
    removeList(list);
    if (heap.length === 0) armedFor = Infinity;
  }
}

function destroy(timer) {
  if (timer._destroyed) return;
  timer._destroyed = true;
  if (timer[kId] !== 0) delete knownTimers[timer[kId]];
  if (timer[kRefed]) countRef(-1);
}

function runList(list, now) {
  let ran = false;
  let timer;
  while ((timer = list._idleNext) !== list) {
    if (now - timer._idleStart < list.duration) {
      now = native.getLibuvNow();
      const late = now - timer._idleStart;
      if (late < list.duration) {
        list.expiry = Math.max(timer._idleStart + list.duration, now + 1);
        siftDown(list, list.position);
        return;
      }
    }
    if (ran) {
      runTicksBetween();
      if (list._idleNext !== timer) continue;
    }
    ran = true;
    unlink(timer);
    if (timer._onTimeout === null) {
      destroy(timer);
      continue;
    }
    const start = timer._repeat ? native.getLibuvNow() : 0;
    try {
      const args = timer._timerArgs;
      if (args === undefined) timer._onTimeout();
      else timer._onTimeout(...args);
    } finally {
      if (timer._idleNext === null && !timer._destroyed) {
        if (timer._repeat && timer._onTimeout !== null) {
          timer._idleTimeout = timer._repeat;
          insert(timer, timer._idleTimeout, start);
        } else {
          destroy(timer);
        }
      }
    }
  }
  if (lists.get(list.duration) === list && list.position !== -1) removeList(list);
}

// The native timer fired. Answers when to fire next: 0 never, negative if that need not keep the
// process alive.
function processTimers(now) {
  armedFor = Infinity;
  let ran = false;
  while (heap.length > 0) {
    const list = heap[0];
    if (list.expiry > now) {
      now = native.getLibuvNow();
      if (list.expiry > now) {
        // Before the ticks that follow run: they may add an earlier timer, or end the last one.
        armedFor = list.expiry;
        native.scheduleTimer(armedFor - now);
        return;
      }
    }
    if (ran) runTicksBetween();
    ran = true;
    if (heap[0] === list) runList(list, now);
  }
}

function clearTimeout(timer) {
  if (timer instanceof Timeout || (timer && timer._onTimeout)) {
    timer._onTimeout = null;
    if (timer._idleNext !== null && timer._idleNext !== timer && timer._idleNext !== undefined) {
      detach(timer);
    }
    destroy(timer);
    timer._repeat = null;
    return;
  }
  if (typeof timer === 'number' || typeof timer === 'string') {
    const known = knownTimers[timer];
    if (known !== undefined) clearTimeout(known);
  }
}

// Immediates: a linked list; what is added while it runs waits for the next turn.
let firstImmediate = null;
let lastImmediate = null;
let outstanding = null;

class Immediate {
  constructor(callback, args) {
    this._idleNext = null;
    this._idlePrev = null;
    this._onImmediate = callback;
    this._argv = args;
    this._destroyed = false;
    this[kRefed] = false;
    immediateInfo[kCount]++;
    this.ref();
    if (lastImmediate === null) {
      firstImmediate = this;
    } else {
      lastImmediate._idleNext = this;
      this._idlePrev = lastImmediate;
    }
    lastImmediate = this;
  }

  ref() {
    if (!this[kRefed] && !this._destroyed) {
      this[kRefed] = true;
      if (immediateInfo[kRefCount]++ === 0) native.toggleImmediateRef(true);
    }
    return this;
  }

  unref() {
    if (this[kRefed]) {
      this[kRefed] = false;
      if (--immediateInfo[kRefCount] === 0) native.toggleImmediateRef(false);
    }
    return this;
  }

  hasRef() {
    return this[kRefed];
  }
}
Object.defineProperty(Immediate.prototype, Symbol.dispose, {
  __proto__: null, configurable: true, writable: true,
  value() { clearImmediate(this); },
});

function retire(immediate) {
  immediate._destroyed = true;
  immediateInfo[kCount]--;
  if (immediate[kRefed]) {
    immediate[kRefed] = false;
    if (--immediateInfo[kRefCount] === 0) native.toggleImmediateRef(false);
  }
}

function clearImmediate(immediate) {
  if (!(immediate instanceof Immediate) || immediate._destroyed) return;
  retire(immediate);
  immediate._onImmediate = null;
  // Inside the batch that runs now it is skipped; in the waiting list it is taken out.
  if (immediate._idlePrev !== null) immediate._idlePrev._idleNext = immediate._idleNext;
  if (immediate._idleNext !== null) immediate._idleNext._idlePrev = immediate._idlePrev;
  if (firstImmediate === immediate) firstImmediate = immediate._idleNext;
  if (lastImmediate === immediate) lastImmediate = immediate._idlePrev;
  if (outstanding === immediate) outstanding = immediate._idleNext;
}

function processImmediates() {
  let immediate = outstanding;
  if (immediate === null) {
    immediate = firstImmediate;
    firstImmediate = lastImmediate = null;
  }
  outstanding = null;
  immediateInfo[kHasOutstanding] = 0;
  let previous = null;
  while (immediate !== null) {
    if (immediate._destroyed) {
      immediate = immediate._idleNext;
      continue;
    }
    if (previous !== null) runTicksBetween();
    if (immediate._destroyed) {
      previous = immediate;
      immediate = immediate._idleNext;
      continue;
    }
    retire(immediate);
    let threw = true;
    try {
      const args = immediate._argv;
      if (args === undefined) immediate._onImmediate();
      else immediate._onImmediate(...args);
      threw = false;
    } finally {
      immediate._onImmediate = null;
      if (threw && immediate._idleNext !== null) {
        outstanding = immediate._idleNext;
        immediateInfo[kHasOutstanding] = 1;
      }
    }
    previous = immediate;
    immediate = immediate._idleNext;
  }
}

function checkCallback(callback) {
  if (typeof callback !== 'function') {
    throw new ERR_INVALID_ARG_TYPE('callback', 'Function', callback);
  }
}

function startTimer(callback, after, args, isRepeat, isRefed) {
  const timer = new Timeout(callback, after, args, isRepeat, isRefed);
  insert(timer, timer._idleTimeout);
  return timer;
}

// Names for process.getActiveResourcesInfo().
function activeResources() {
  const out = [];
  for (const list of heap) {
    for (let t = list._idleNext; t !== list; t = t._idleNext) if (t[kRefed]) out.push('Timeout');
  }
  for (let i = firstImmediate; i !== null; i = i._idleNext) if (i[kRefed]) out.push('Immediate');
  return out;
}

function setup() {
  immediateInfo = native.setup(processImmediates, processTimers);
}

module.exports = {
  Timeout,
  Immediate,
  kTimeoutMax,
  setup,
  startTimer,
  checkCallback,
  clearTimeout,
  clearImmediate,
  activeResources,
  now: native.getLibuvNow,
};
