'use strict';

// The arguments of dns.lookup and dns.lookupService, in both their forms.

const {
  codes: { ERR_INVALID_ARG_TYPE, ERR_INVALID_ARG_VALUE, ERR_MISSING_ARGS },
} = require('internal/errors');
const {
  validateBoolean, validateOneOf, validatePort, validateString,
} = require('internal/validators');
const { isIP } = require('internal/net');

const orders = ['verbatim', 'ipv4first', 'ipv6first'];
let defaultOrder = 'verbatim';

function setDefaultResultOrder(order) {
  validateOneOf(order, 'order', orders);
  defaultOrder = order;
}

function checkHints(hints) {
  const { AI_ADDRCONFIG, AI_ALL, AI_V4MAPPED } = binding('dns');
  if (typeof hints !== 'number') throw new ERR_INVALID_ARG_TYPE('options.hints', 'number', hints);
  if ((hints & ~(AI_ADDRCONFIG | AI_ALL | AI_V4MAPPED)) !== 0) {
    throw new ERR_INVALID_ARG_VALUE('hints', hints);
  }
  return hints >>> 0;
}

function familyOf(value, name) {
  if (value === 'IPv4') return 4;
  if (value === 'IPv6') return 6;
  validateOneOf(value, name, [0, 4, 6]);
  return value;
}

// {hostname, family, hints, all, order}
function lookupQuery(hostname, options) {
  if (hostname) validateString(hostname, 'hostname');
  const query = { hostname, family: 0, hints: 0, all: false, order: defaultOrder };
  if (typeof options === 'number') {
    query.family = familyOf(options, 'family');
    return query;
  }
  if (options === undefined || options === null) return query;
  if (typeof options !== 'object') {
    throw new ERR_INVALID_ARG_TYPE('options', ['integer', 'object'], options);
  }
  if (options.hints != null) query.hints = checkHints(options.hints);
  if (options.family != null) query.family = familyOf(options.family, 'options.family');
  if (options.all != null) {
    validateBoolean(options.all, 'options.all');
    query.all = options.all;
  }
  if (options.verbatim != null) {
    validateBoolean(options.verbatim, 'options.verbatim');
    query.order = options.verbatim ? 'verbatim' : 'ipv4first';
  }
  if (options.order != null) {
    validateOneOf(options.order, 'options.order', orders);
    query.order = options.order;
  }
  return query;
}

// Runs the query; done(code, [{address, family}]). A negative code at once means that it did not start.
function startLookup(query, done) {
  const native = binding('dns');
  const order = [native.ORDER_VERBATIM, native.ORDER_IPV4_FIRST,
                 native.ORDER_IPV6_FIRST][orders.indexOf(query.order)];
  const request = {
    oncomplete(code, addresses) {
      done(code, addresses.map((address) => ({ address, family: isIP(address) })));
    },
  };
  return native.getaddrinfo(request, query.hostname, query.family, query.hints, order);
}

function checkService(args) {
  if (args.length < 2) throw new ERR_MISSING_ARGS('address', 'port');
  const [address, port] = args;
  if (isIP(address) === 0) throw new ERR_INVALID_ARG_VALUE('address', address);
  validatePort(port);
  return { address, port: +port };
}

function startService({ address, port }, done) {
  return binding('dns').getnameinfo({ oncomplete: done }, address, port);
}

module.exports = {
  checkService,
  getDefaultResultOrder: () => defaultOrder,
  lookupQuery,
  setDefaultResultOrder,
  startLookup,
  startService,
};
