'use strict';

const net = require('net');
const {
  codes: { ERR_INVALID_FD, ERR_TTY_INIT_FAILED },
  ErrnoException,
} = require('internal/errors');

const native = binding('tty');
const kMaxFd = 2147483647;

function isatty(fd) {
  return Number.isInteger(fd) && fd >= 0 && fd <= kMaxFd && native.isTTY(fd);
}

function openTty(fd) {
  if (fd >> 0 !== fd || fd < 0) throw new ERR_INVALID_FD(fd);
  const context = {};
  const handle = new native.TTY(fd, context);
  if (context.code !== undefined) {
    const { errname, getErrorMessage } = binding('uv');
    throw new ERR_TTY_INIT_FAILED({
      errno: context.code,
      code: errname(context.code),
      message: getErrorMessage(context.code),
      syscall: 'uv_tty_init',
    });
  }
  return handle;
}

function ReadStream(fd, options) {
  if (!(this instanceof ReadStream)) return new ReadStream(fd, options);
  net.Socket.call(this, {
    highWaterMark: 0, handle: openTty(fd), manualStart: true, ...options,
  });
  this.isRaw = false;
  this.isTTY = true;
}
Object.setPrototypeOf(ReadStream.prototype, net.Socket.prototype);
Object.setPrototypeOf(ReadStream, net.Socket);

ReadStream.prototype.setRawMode = function setRawMode(flag) {
  flag = Boolean(flag);
  const status = this._handle?.setRawMode(flag);
  if (status) {
    this.emit('error', new ErrnoException(status, 'setRawMode'));
    return this;
  }
  this.isRaw = flag;
  return this;
};

function WriteStream(fd) {
  if (!(this instanceof WriteStream)) return new WriteStream(fd);
  net.Socket.call(this, { handle: openTty(fd), manualStart: true });
  // What is written must be out before the process ends.
  this._handle.setBlocking(true);
  const size = [0, 0];
  if (this._handle.getWindowSize(size) === 0) [this.columns, this.rows] = size;
}
Object.setPrototypeOf(WriteStream.prototype, net.Socket.prototype);
Object.setPrototypeOf(WriteStream, net.Socket);

WriteStream.prototype.isTTY = true;

WriteStream.prototype.getColorDepth = function(...args) {
  return require('internal/tty').getColorDepth(...args);
};

WriteStream.prototype.hasColors = function(...args) {
  return require('internal/tty').hasColors(...args);
};

WriteStream.prototype._refreshSize = function() {
  const { columns, rows } = this;
  const size = [0, 0];
  const status = this._handle.getWindowSize(size);
  if (status < 0) {
    this.emit('error', new ErrnoException(status, 'getWindowSize'));
    return;
  }
  if (columns === size[0] && rows === size[1]) return;
  [this.columns, this.rows] = size;
  this.emit('resize');
};

// Escape sequences of the terminal.
const CSI = '\u001b[';

function writeSequence(stream, text, callback) {
  if (callback !== undefined) require('internal/validators').validateFunction(callback, 'callback');
  if (text === '') {
    if (callback !== undefined) process.nextTick(callback, null);
    return true;
  }
  return stream.write(text, callback);
}

WriteStream.prototype.cursorTo = function(x, y, callback) {
  if (typeof y === 'function') {
    callback = y;
    y = undefined;
  }
  if (Number.isNaN(x)) throw new (require('internal/errors').codes.ERR_INVALID_ARG_VALUE)('x', x);
  if (typeof x !== 'number') {
    if (y === undefined || typeof y !== 'number') return writeSequence(this, '', callback);
    throw new (require('internal/errors').codes.ERR_INVALID_CURSOR_POS)();
  }
  return writeSequence(this, typeof y === 'number' ? `${CSI}${y + 1};${x + 1}H` : `${CSI}${x + 1}G`,
                       callback);
};

WriteStream.prototype.moveCursor = function(dx, dy, callback) {
  let text = '';
  if (dx < 0) text += `${CSI}${-dx}D`;
  else if (dx > 0) text += `${CSI}${dx}C`;
  if (dy < 0) text += `${CSI}${-dy}A`;
  else if (dy > 0) text += `${CSI}${dy}B`;
  return writeSequence(this, text, callback);
};

WriteStream.prototype.clearLine = function(direction, callback) {
  const part = direction < 0 ? '1' : direction > 0 ? '0' : '2';
  return writeSequence(this, `${CSI}${part}K`, callback);
};

WriteStream.prototype.clearScreenDown = function(callback) {
  return writeSequence(this, `${CSI}0J`, callback);
};

WriteStream.prototype.getWindowSize = function() {
  return [this.columns, this.rows];
};

module.exports = { isatty, ReadStream, WriteStream };
