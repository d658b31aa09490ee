'use strict';
// process.nextTick, queueMicrotask, and the order of both: all ticks, then all microtasks, again
// until both are empty, then unhandled rejections.

const { codes: { ERR_INVALID_ARG_TYPE } } = require('internal/errors');
const rejections = require('internal/process/rejections');
const native = binding('task_queue');

const kHasTicks = 0;
const kHasRejections = 1;
let info; // Uint8Array shared with the native side

// A queue of fixed-size rings: no array is ever shifted or copied.
const kRingSize = 2048;
const kRingMask = kRingSize - 1;
class Ring {
  constructor() {
    this.bottom = 0;
    this.top = 0;
    this.list = new Array(kRingSize);
    this.next = null;
  }
}
let head = new Ring();
let tail = head;

function push(tick) {
  if (((head.top + 1) & kRingMask) === head.bottom) head = head.next = new Ring();
  head.list[head.top] = tick;
  head.top = (head.top + 1) & kRingMask;
}

function shift() {
  const ring = tail;
  const tick = ring.list[ring.bottom];
  if (tick === undefined) return null;
  ring.list[ring.bottom] = undefined;
  ring.bottom = (ring.bottom + 1) & kRingMask;
  if (ring.bottom === ring.top && ring.next !== null) {
    tail = ring.next;
    ring.next = null;
  }
  return tick;
}

function isEmpty() {
  return head === tail && head.top === head.bottom;
}

// What is queued before start (while the snapshot is made) is a mistake of lib/.
function nextTick(callback, ...args) {
  if (typeof callback !== 'function') {
    throw new ERR_INVALID_ARG_TYPE('callback', 'Function', callback);
  }
  if (process._exiting) return;
  if (info[kHasTicks] === 0) info[kHasTicks] = 1;
  push({ callback, args: args.length === 0 ? undefined : args });
}

function runTicks() {
  let tick;
  do {
    while ((tick = shift()) !== null) {
      const { callback, args } = tick;
      if (args === undefined) {
        callback();
      } else {
        switch (args.length) {
          case 1: callback(args[0]); break;
          case 2: callback(args[0], args[1]); break;
          case 3: callback(args[0], args[1], args[2]); break;
          default: callback(...args);
        }
      }
    }
    native.runMicrotasks();
  } while (!isEmpty() || rejections.process());
  info[kHasTicks] = 0;
  info[kHasRejections] = 0;
}

// Between two timers or immediates.
function runTicksBetween() {
  if (info[kHasTicks] === 0 && info[kHasRejections] === 0) native.runMicrotasks();
  if (info[kHasTicks] === 0 && info[kHasRejections] === 0) return;
  runTicks();
}

function queueMicrotask(callback) {
  if (typeof callback !== 'function') {
    throw new ERR_INVALID_ARG_TYPE('callback', 'Function', callback);
  }
  native.enqueueMicrotask(() => {
    try {
      callback();
    } catch (error) {
      native.triggerUncaught(error, false);
    }
  });
}

// Once per run, before any user code.
function setup() {
  info = native.tickInfo();
  native.setHook('runTicks', runTicks);
  rejections.setup(() => { info[kHasRejections] = 1; });
}

module.exports = { nextTick, queueMicrotask, runTicksBetween, setup };
