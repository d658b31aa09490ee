'use strict';

const { DNSException } = require('internal/errors');
const { validateFunction } = require('internal/validators');
const { isIP } = require('internal/net');
const {
  checkService, getDefaultResultOrder, lookupQuery, setDefaultResultOrder, startLookup,
  startService,
} = require('internal/dns');

const kPromisify = Symbol.for('nodejs.util.promisify.custom');

// What can be answered without asking anybody, or undefined.
function knownAnswer({ hostname, family }) {
  if (!hostname) return [{ address: null, family: family === 6 ? 6 : 4 }];
  const literal = isIP(hostname);
  return literal === 0 ? undefined : [{ address: hostname, family: literal }];
}

function lookup(hostname, options, callback) {
  if (typeof options === 'function') {
    callback = options;
    options = undefined;
  }
  validateFunction(callback, 'callback');
  const query = lookupQuery(hostname, options);
  const answer = (found) => {
    if (query.all) callback(null, found);
    else callback(null, found[0].address, found[0].family);
  };
  const known = knownAnswer(query);
  if (known !== undefined) {
    process.nextTick(answer, query.all && !hostname ? [] : known);
    return {};
  }
  const fail = (code) => callback(new DNSException(code, 'getaddrinfo', hostname));
  const code = startLookup(query, (status, found) => (status ? fail(status) : answer(found)));
  if (code) process.nextTick(fail, code);
  return {};
}

function lookupService(...args) {
  const query = checkService(args);
  const callback = args[2];
  validateFunction(callback, 'callback');
  const done = (code, hostname, service) => {
    if (code) callback(new DNSException(code, 'getnameinfo', query.address));
    else callback(null, hostname, service);
  };
  const code = startService(query, done);
  if (code) throw new DNSException(code, 'getnameinfo', query.address);
  return {};
}

for (const [fn, names] of [[lookup, ['address', 'family']],
                           [lookupService, ['hostname', 'service']]]) {
  Object.defineProperty(fn, kPromisify, {
    __proto__: null,
    value: (...args) => new Promise((resolve, reject) => {
      fn(...args, (error, first, second) => {
        if (error) reject(error);
        else resolve(Array.isArray(first) ? first : { [names[0]]: first, [names[1]]: second });
      });
    }),
  });
}

// Names of failures, as DNS answers give them.
const failures = {
  NODATA: 'ENODATA', FORMERR: 'EFORMERR', SERVFAIL: 'ESERVFAIL', NOTFOUND: 'ENOTFOUND',
  NOTIMP: 'ENOTIMP', REFUSED: 'EREFUSED', BADQUERY: 'EBADQUERY', BADNAME: 'EBADNAME',
  BADFAMILY: 'EBADFAMILY', BADRESP: 'EBADRESP', CONNREFUSED: 'ECONNREFUSED',
  TIMEOUT: 'ETIMEOUT', EOF: 'EOF', FILE: 'EFILE', NOMEM: 'ENOMEM',
  DESTRUCTION: 'EDESTRUCTION', BADSTR: 'EBADSTR', BADFLAGS: 'EBADFLAGS', NONAME: 'ENONAME',
  BADHINTS: 'EBADHINTS', NOTINITIALIZED: 'ENOTINITIALIZED', LOADIPHLPAPI: 'ELOADIPHLPAPI',
  ADDRGETNETWORKPARAMS: 'EADDRGETNETWORKPARAMS', CANCELLED: 'ECANCELLED',
};

module.exports = { lookup, lookupService, getDefaultResultOrder, setDefaultResultOrder, ...failures };
const constants = { ADDRCONFIG: 'AI_ADDRCONFIG', ALL: 'AI_ALL', V4MAPPED: 'AI_V4MAPPED' };
for (const name of Object.keys(constants)) {
  Object.defineProperty(module.exports, name, {
    __proto__: null, configurable: true, enumerable: true,
    get: () => binding('dns')[constants[name]],
  });
}
Object.defineProperty(module.exports, 'promises', {
  __proto__: null, configurable: true, enumerable: true, get: () => require('dns/promises'),
});
