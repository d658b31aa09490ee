'use strict';

// Where the bytes of Buffers come from: small ones share a pool, which is replaced (never reused)
// when it is full; larger ones get memory of their own.

const { codes } = require('internal/errors');
const { allocateUninitialized } = binding('buffer');

class FastBuffer extends Uint8Array {
  constructor(source, byteOffset, length) {
    super(source, byteOffset, length);
  }
}

const settings = { poolSize: 64 * 1024 };

let pool;
let poolOffset = 0;
let poolEnd = 0;

function createUnsafeBuffer(size) {
  if (size <= 64) return new FastBuffer(size);
  const memory = allocateUninitialized(size);
  if (memory === undefined) {
    throw new codes.ERR_MEMORY_ALLOCATION_FAILED();
  }
  return new FastBuffer(memory);
}

function renewPool() {
  poolEnd = settings.poolSize;
  pool = createUnsafeBuffer(poolEnd).buffer;
  poolEnd = Math.min(poolEnd, pool.byteLength);
  poolOffset = 0;
}

// True if `size` bytes may come from the pool, which then has room for them.
function reservePool(size) {
  if (size >= settings.poolSize >>> 1) return false;
  if (size > poolEnd - poolOffset) renewPool();
  return true;
}

// The next `size` bytes of the pool; reservePool(size) was true.
function takeFromPool(size) {
  const buffer = new FastBuffer(pool, poolOffset, size);
  poolOffset += size;
  if (poolOffset & 7) poolOffset = (poolOffset | 7) + 1;
  return buffer;
}

function allocate(size) {
  if (size <= 0) return new FastBuffer(0);
  return reservePool(size) ? takeFromPool(size) : createUnsafeBuffer(size);
}

// Writes the string straight into the pool: `maxSize` is an upper bound of its bytes. Undefined if
// it does not fit the current pool.
function writeToPool(string, maxSize, write) {
  if (maxSize > poolEnd - poolOffset || maxSize >= settings.poolSize >>> 1) return undefined;
  if (poolView === undefined || poolView.buffer !== pool) poolView = new Uint8Array(pool);
  return takeFromPool(write(poolView, string, poolOffset, maxSize));
}
let poolView;

module.exports = {
  FastBuffer,
  allocate,
  createUnsafeBuffer,
  settings,
  writeToPool,
};
