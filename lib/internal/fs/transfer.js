'use strict';

// read, write, readv and writev on descriptors: the many forms of their arguments, and the calls.

const fsBinding = binding('fs');
const { codes } = require('internal/errors');
const { validateBuffer, validateInteger, validateObject } = require('internal/validators');
const { Call, failure } = require('internal/fs/call');
const { getValidatedFd } = require('internal/fs/paths');
const {
  checkRange, checkWritable, checkWriteRange, parseReadPosition, views,
} = require('internal/fs/options');

const kDefaultReadSize = 16 * 1024;

// What a read is to do, checked.
class ReadPlan {
  constructor(fd, buffer, offset, length, position) {
    this.fd = getValidatedFd(fd);
    validateBuffer(buffer);
    this.buffer = buffer;
    if (offset === undefined || offset === null) offset = 0;
    else validateInteger(offset, 'offset', 0);
    this.offset = offset;
    length = length === undefined || length === null ? buffer.byteLength - offset : length | 0;
    this.length = length;
    if (length === 0) return;
    if (buffer.byteLength === 0) {
      throw new codes.ERR_INVALID_ARG_VALUE('buffer', buffer, 'is empty and cannot be written');
    }
    checkRange(offset, length, buffer.byteLength);
    this.position = parseReadPosition(position, length);
  }
}

// The options of the forms that take an object in place of offset, length and position.
function readOptions(options) {
  if (options === undefined || options === null) return {};
  validateObject(options, 'options', 1);
  return options;
}

function readSync(fd, buffer, offsetOrOptions, length, position) {
  let offset = offsetOrOptions;
  if (arguments.length <= 3 || (offsetOrOptions !== null && typeof offsetOrOptions === 'object')) {
    if (offsetOrOptions !== undefined) validateObject(offsetOrOptions, 'options', 1);
    ({ offset = 0, length, position = null } = offsetOrOptions ?? {});
  }
  const plan = new ReadPlan(fd, buffer, offset, length, position);
  if (plan.length === 0) return 0;
  const bytes = fsBinding.read(plan.fd, plan.buffer, plan.offset, plan.length, plan.position);
  if (bytes < 0) throw failure(bytes, 'read');
  return bytes;
}

function startRead(plan, callback) {
  const finish = (errno, bytes) => {
    if (errno < 0) callback(detached(errno, 'read'));
    else callback(null, bytes, plan.buffer);
  };
  if (plan.length === 0) return process.nextTick(callback, null, 0, plan.buffer);
  const errno = fsBinding.read(plan.fd, plan.buffer, plan.offset, plan.length, plan.position,
                               { oncomplete: finish });
  if (errno < 0) process.nextTick(finish, errno);
}

const detached = (errno, syscall) =>
  require('internal/fs/call').detachedFailure(errno, syscall);

// The forms of fs.read; answers [plan, callback].
function parseRead(fd, buffer, offset, length, position, callback) {
  fd = getValidatedFd(fd);
  const count = arguments.length;
  if (count <= 4) {
    let options = {};
    if (typeof buffer === 'function') {  // (fd, callback)
      callback = buffer;
      buffer = undefined;
    } else if (count === 3 && !ArrayBuffer.isView(buffer)) {  // (fd, options, callback)
      callback = offset;
      if (buffer !== undefined && buffer !== null) validateObject(buffer, 'options', 1);
      options = buffer ?? {};
      buffer = options.buffer;
      if (buffer !== undefined) validateBuffer(buffer);
    } else if (count === 3) {  // (fd, buffer, callback)
      callback = offset;
    } else {  // (fd, buffer, options, callback)
      callback = length;
      options = readOptions(offset);
    }
    buffer ??= Buffer.alloc(kDefaultReadSize);
    ({ offset = 0, length, position = null } = options);
    length ??= buffer.byteLength - offset;
  }
  return [new ReadPlan(fd, buffer, offset, length, position), callback];
}

// What a write of a view is to do, checked.
class WritePlan {
  constructor(fd, buffer, offset, length, position) {
    this.fd = fd;
    this.buffer = buffer;
    if (offset !== null && typeof offset === 'object') {
      ({ offset = 0, length = buffer.byteLength - offset, position = null } = offset);
    }
    if (offset === undefined || offset === null || typeof offset === 'function') offset = 0;
    else validateInteger(offset, 'offset', 0);
    if (typeof length !== 'number') length = buffer.byteLength - offset;
    checkWriteRange(offset, length, buffer.byteLength);
    this.offset = offset;
    this.length = length;
    this.position = typeof position === 'number' ? position : -1;
  }

  start(req) {
    return fsBinding.write(this.fd, this.buffer, this.offset, this.length, this.position, req);
  }
}

// A write of a string.
class TextPlan {
  constructor(fd, text, position, encoding) {
    this.fd = fd;
    this.buffer = text;
    this.position = typeof position === 'number' ? position : -1;
    if (encoding !== undefined) {
      require('internal/validators').validateEncoding(text, encoding);
      if (!Buffer.isEncoding(encoding)) encoding = undefined;
    }
    const plain = encoding === undefined || /^utf-?8$/i.test(encoding);
    this.bytes = plain ? undefined : Buffer.from(text, encoding);
  }

  start(req) {
    const { bytes } = this;
    if (bytes === undefined) return fsBinding.writeUtf8(this.fd, this.buffer, this.position, req);
    return fsBinding.write(this.fd, bytes, 0, bytes.length, this.position, req);
  }
}

function planWrite(fd, data, offsetOrPosition, lengthOrEncoding, position) {
  fd = getValidatedFd(fd);
  checkWritable(data, 'buffer');
  if (typeof data !== 'string') {
    return new WritePlan(fd, data, offsetOrPosition, lengthOrEncoding, position);
  }
  const encoding = typeof lengthOrEncoding === 'string' ? lengthOrEncoding : undefined;
  return new TextPlan(fd, data, offsetOrPosition, encoding);
}

function writeSync(fd, data, offsetOrOptions, length, position) {
  const plan = planWrite(fd, data, offsetOrOptions, length, position);
  const bytes = plan.start(undefined);
  if (bytes < 0) throw failure(bytes, 'write');
  return bytes;
}

function startWrite(plan, callback) {
  const finish = (errno, bytes) => {
    if (errno < 0) callback(detached(errno, 'write'));
    else callback(null, bytes, plan.buffer);
  };
  const errno = plan.start({ oncomplete: finish });
  if (errno < 0) process.nextTick(finish, errno);
}

function vectorCall(name, call) {
  return (fd, buffers, position) => {
    fd = getValidatedFd(fd);
    views(buffers);
    if (typeof position !== 'number') position = -1;
    return new Call(name, undefined, undefined, (req) => call(fd, buffers, position, req),
                    (bytes) => bytes);
  };
}

const readv = vectorCall('read', fsBinding.readv);
const writev = vectorCall('write', fsBinding.writev);

module.exports = {
  parseRead, planWrite, readSync, readv, startRead, startWrite, writeSync, writev,
};
