'use strict';

// net.SocketAddress: an address, its port and family, as one immutable value.

const { codes: { ERR_INVALID_ADDRESS, ERR_INVALID_ARG_VALUE } } = require('internal/errors');
const {
  validateObject, validatePort, validateString, validateUint32,
} = require('internal/validators');
const { isIPv4, isIPv6 } = require('internal/net');

const kInspect = Symbol.for('nodejs.util.inspect.custom');

// The eight groups of an IPv6 address, or the four bytes of an IPv4 one.
function groupsOf(address, family) {
  if (family === 'ipv4') return address.split('.').map(Number);
  let text = address.split('%')[0];
  const quad = /(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(text);
  if (quad !== null) {
    const [a, b, c, d] = quad.slice(1).map(Number);
    text = `${text.slice(0, quad.index)}${(a * 256 + b).toString(16)}:${(c * 256 + d).toString(16)}`;
  }
  const [before, after] = text.split('::').map((part) => (part === '' ? [] : part.split(':')));
  const parse = (group) => parseInt(group, 16);
  if (after === undefined) return before.map(parse);
  const gap = new Array(8 - before.length - after.length).fill(0);
  return [...before.map(parse), ...gap, ...after.map(parse)];
}

class SocketAddress {
  #address;
  #port;
  #family;
  #flowlabel;

  constructor(options = {}) {
    validateObject(options, 'options');
    let { family = 'ipv4' } = options;
    const { port = 0, flowlabel = 0 } = options;
    const { address = family === 'ipv4' ? '127.0.0.1' : '::' } = options;
    if (typeof family?.toLowerCase === 'function') family = family.toLowerCase();
    if (family !== 'ipv4' && family !== 'ipv6') {
      throw new ERR_INVALID_ARG_VALUE('options.family', options.family);
    }
    validateString(address, 'options.address');
    validatePort(port, 'options.port');
    validateUint32(flowlabel, 'options.flowlabel', false);
    if (!(family === 'ipv4' ? isIPv4(address) : isIPv6(address))) throw new ERR_INVALID_ADDRESS();
    this.#address = binding('dns').canonicalizeIP(address) ?? address;
    this.#port = Number(port);
    this.#family = family;
    this.#flowlabel = family === 'ipv6' ? flowlabel : 0;
  }

  static isSocketAddress(value) {
    return typeof value === 'object' && value !== null && #address in value;
  }

  // From 'address:port', or undefined where it is none.
  static parse(input) {
    validateString(input, 'input');
    const match = /^(?:\[([^\]]+)\]|([^:[\]]+))(?::(\d{1,5}))?$/.exec(input);
    if (match === null) return undefined;
    const address = match[1] ?? match[2];
    const port = match[3] === undefined ? 0 : Number(match[3]);
    if (port > 65535) return undefined;
    if (match[1] === undefined ? !isIPv4(address) : !isIPv6(address)) return undefined;
    return new SocketAddress({ address, port, family: match[1] === undefined ? 'ipv4' : 'ipv6' });
  }

  get address() { return this.#address; }
  get port() { return this.#port; }
  get family() { return this.#family; }
  get flowlabel() { return this.#flowlabel; }

  toJSON() {
    return {
      address: this.#address, port: this.#port, family: this.#family, flowlabel: this.#flowlabel,
    };
  }

  [kInspect](depth, options, inspect) {
    if (depth < 0) return this;
    return `SocketAddress ${inspect(this.toJSON(), options)}`;
  }
}

module.exports = { SocketAddress, groupsOf };
