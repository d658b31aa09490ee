'use strict';

const dns = require('dns');
const { checkService, lookupQuery } = require('internal/dns');

const kPromisify = Symbol.for('nodejs.util.promisify.custom');

// Bad arguments throw at once, as in the callback form.
function lookup(hostname, options) {
  lookupQuery(hostname, options);
  return dns.lookup[kPromisify](hostname, options);
}

function lookupService(...args) {
  const { address, port } = checkService(args);
  return dns.lookupService[kPromisify](address, port);
}

module.exports = {
  lookup,
  lookupService,
  getDefaultResultOrder: dns.getDefaultResultOrder,
  setDefaultResultOrder: dns.setDefaultResultOrder,
};
for (const name of Object.keys(dns)) {
  if (typeof dns[name] === 'string') module.exports[name] = dns[name];
}
