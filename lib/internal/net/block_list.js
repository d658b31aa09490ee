'use strict';

// net.BlockList: rules on addresses. An address is compared as one big integer.

const {
  codes: { ERR_INVALID_ARG_VALUE },
} = require('internal/errors');
const { validateInt32, validateString } = require('internal/validators');
const { SocketAddress, groupsOf } = require('internal/net/socket_address');

const kInspect = Symbol.for('nodejs.util.inspect.custom');
const kMappedPrefix = 0xffffn << 32n; // ::ffff:0:0/96

function parse(address, family, name = 'address') {
  if (SocketAddress.isSocketAddress(address)) return address;
  validateString(address, name);
  validateString(family, 'family');
  return new SocketAddress({ address, family });
}

function toInteger(address) {
  const bits = address.family === 'ipv4' ? 8n : 16n;
  let value = 0n;
  for (const group of groupsOf(address.address, address.family)) value = value << bits | BigInt(group);
  return value;
}

// The same address in both families where there are two forms of it.
function formsOf(address) {
  const value = toInteger(address);
  if (address.family === 'ipv4') return [['ipv4', value], ['ipv6', kMappedPrefix | value]];
  const forms = [['ipv6', value]];
  if (value >> 32n === 0xffffn) forms.push(['ipv4', value & 0xffffffffn]);
  return forms;
}

const label = (family) => (family === 'ipv4' ? 'IPv4' : 'IPv6');

class BlockList {
  #rules = [];

  static isBlockList(value) {
    return typeof value === 'object' && value !== null && #rules in value;
  }

  #add(family, from, to, text) {
    this.#rules.unshift({ family, from, to, text });
  }

  addAddress(address, family = 'ipv4') {
    address = parse(address, family);
    const value = toInteger(address);
    this.#add(address.family, value, value,
              `Address: ${label(address.family)} ${address.address}`);
  }

  addRange(start, end, family = 'ipv4') {
    start = parse(start, family, 'start');
    end = parse(end, family, 'end');
    const from = toInteger(start);
    const to = toInteger(end);
    if (start.family !== end.family || from > to) {
      throw new ERR_INVALID_ARG_VALUE('start', start, 'must come before end');
    }
    this.#add(start.family, from, to,
              `Range: ${label(start.family)} ${start.address}-${end.address}`);
  }

  addSubnet(network, prefix, family = 'ipv4') {
    network = parse(network, family, 'network');
    const width = network.family === 'ipv4' ? 32 : 128;
    validateInt32(prefix, 'prefix', 0, width);
    const size = 1n << BigInt(width - prefix);
    const from = toInteger(network) / size * size;
    this.#add(network.family, from, from + size - 1n,
              `Subnet: ${label(network.family)} ${network.address}/${prefix}`);
  }

  check(address, family = 'ipv4') {
    if (!SocketAddress.isSocketAddress(address)) {
      validateString(address, 'address');
      validateString(family, 'family');
      try {
        address = new SocketAddress({ address, family });
      } catch {
        return false;
      }
    }
    return formsOf(address).some(([kind, value]) => this.#rules.some(
      (rule) => rule.family === kind && value >= rule.from && value <= rule.to));
  }

  get rules() {
    // Single addresses stand first.
    const texts = this.#rules.map((rule) => rule.text);
    const isAddress = (text) => text.startsWith('Address');
    return [...texts.filter(isAddress).reverse(), ...texts.filter((text) => !isAddress(text))];
  }

  toJSON() {
    return this.rules;
  }

  fromJSON(data) {
    if (typeof data === 'string') data = JSON.parse(data);
    if (!Array.isArray(data) || data.some((text) => typeof text !== 'string')) {
      throw new (require('internal/errors').codes.ERR_INVALID_ARG_TYPE)(
        'value', ['string', 'string[]'], data);
    }
    for (const text of [...data].reverse()) this.#addText(text);
  }

  #addText(text) {
    const match = /^(Address|Range|Subnet): (IPv4|IPv6) (.+)$/.exec(text);
    if (match === null) return;
    const family = match[2].toLowerCase();
    if (match[1] === 'Address') return this.addAddress(match[3], family);
    if (match[1] === 'Range') return this.addRange(...match[3].split('-', 2), family);
    const [network, prefix] = match[3].split('/');
    this.addSubnet(network, Number(prefix), family);
  }

  [kInspect](depth, options, inspect) {
    if (depth < 0) return this;
    return `BlockList ${inspect({ rules: this.rules }, options)}`;
  }
}

module.exports = { BlockList };
