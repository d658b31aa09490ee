'use strict';

// Errors about system calls, made from negative libuv codes. Each maker works with and without
// `new`; the error is a plain Error whose stack begins at the caller.

let uv;
function describe(errno) {
  uv ??= binding('uv');
  const code = uv.errname(errno);
  if (code === undefined || code.startsWith('Unknown system error')) {
    return ['UNKNOWN', 'unknown error'];
  }
  return [code, uv.getErrorMessage(errno)];
}

function errorName(errno) {
  return errno < 0 && Number.isSafeInteger(errno) ?
    (uv ??= binding('uv')).errname(errno) : require('internal/util').getSystemErrorName(errno);
}

function build(maker, message, properties) {
  const limit = Error.stackTraceLimit;
  const writable = Object.getOwnPropertyDescriptor(Error, 'stackTraceLimit')?.writable === true;
  if (writable) Error.stackTraceLimit = 0;
  const error = new Error(message);
  if (writable) Error.stackTraceLimit = limit;
  for (const key in properties) error[key] = properties[key];
  Error.captureStackTrace(error, maker);
  return error;
}

// context: { errno, syscall, path?, dest?, message?, code? }
function UVException(context) {
  const [name, text] = describe(context.errno);
  const code = context.code || name;
  const properties = { errno: context.errno, code, syscall: context.syscall };
  let message = `${code}: ${context.message || text}, ${context.syscall}`;
  if (context.path !== undefined && context.path !== null) {
    properties.path = context.path.toString();
    message += ` '${properties.path}'`;
  }
  if (context.dest !== undefined && context.dest !== null) {
    properties.dest = context.dest.toString();
    message += ` -> '${properties.dest}'`;
  }
  return build(UVException, message, properties);
}

function place(address, port) {
  if (port && port > 0) return ` ${address}:${port}`;
  return address ? ` ${address}` : '';
}

// 'connect ECONNREFUSED: connection refused host:port'
function UVExceptionWithHostPort(errno, syscall, address, port) {
  const [code, text] = describe(errno);
  const properties = { code, errno, syscall, address };
  if (port) properties.port = port;
  return build(UVExceptionWithHostPort, `${syscall} ${code}: ${text}${place(address, port)}`,
               properties);
}

// 'connect ECONNREFUSED host:port - Local (additional)'
function ExceptionWithHostPort(errno, syscall, address, port, additional) {
  const code = errorName(errno);
  let message = `${syscall} ${code}${place(address, port)}`;
  if (additional) message += ` - Local (${additional})`;
  const properties = { errno, code, syscall, address };
  if (port) properties.port = port;
  return build(ExceptionWithHostPort, message, properties);
}

// 'spawn ENOENT original'
function ErrnoException(errno, syscall, original) {
  const code = errorName(errno);
  const message = `${syscall} ${code}${original ? ` ${original}` : ''}`;
  return build(ErrnoException, message, { errno, code, syscall });
}

// `reason` is a libuv code or a name such as 'ETIMEOUT'.
function DNSException(reason, syscall, hostname) {
  let errno;
  let code = reason;
  if (typeof reason === 'number') {
    errno = reason;
    uv ??= binding('uv');
    code = reason === uv.UV_EAI_NODATA || reason === uv.UV_EAI_NONAME ?
      'ENOTFOUND' : errorName(reason);
  }
  const properties = { errno, code, syscall };
  if (hostname) properties.hostname = hostname;
  return build(DNSException, `${syscall} ${code}${hostname ? ` ${hostname}` : ''}`, properties);
}

function ConnResetException(message) {
  return build(ConnResetException, message, { code: 'ECONNRESET' });
}

module.exports = {
  ConnResetException,
  DNSException,
  ErrnoException,
  ExceptionWithHostPort,
  UVException,
  UVExceptionWithHostPort,
  uvException: UVException,
  uvExceptionWithHostPort: UVExceptionWithHostPort,
};
