'use strict';

// MIMEType and MIMEParams of the MIME Sniffing standard.

const { codes } = require('internal/errors');

const kNotToken = /[^!#$%&'*+\-.^_`|~A-Za-z0-9]/;
const kNotQuotable = /[^\t\u0020-~\u0080-\u00ff]/;
const kEndBlanks = /[\r\n\t ]*$/;

function lower(text) {
  return text.replace(/[A-Z]/g, (c) => c.toLowerCase());
}

function invalid(production, text, index) {
  return new codes.ERR_INVALID_MIME_SYNTAX(production, text, index);
}

function parseTypeAndSubtype(text) {
  let at = text.search(/[^\r\n\t ]/);
  if (at === -1) at = text.length;
  const slash = text.indexOf('/', at);
  const type = slash === -1 ? text.slice(at) : text.slice(at, slash);
  const badType = type.search(kNotToken);
  if (type === '' || slash === -1 || badType !== -1) {
    throw invalid('type', text, type === '' || slash === -1 ? badType : at + badType);
  }
  at = slash + 1;
  const semicolon = text.indexOf(';', at);
  const raw = semicolon === -1 ? text.slice(at) : text.slice(at, semicolon);
  const subtype = raw.replace(kEndBlanks, '');
  const badSubtype = subtype.search(kNotToken);
  if (subtype === '' || badSubtype !== -1) throw invalid('subtype', text, badSubtype);
  return {
    type: lower(type),
    subtype: lower(subtype),
    rest: semicolon === -1 ? '' : text.slice(semicolon + 1),
  };
}

// The text of a quoted string whose opening quote is before `at`.
function readQuoted(text, at) {
  let value = '';
  for (; at < text.length && text[at] !== '"'; at++) {
    if (text[at] === '\\' && at + 1 < text.length) at++;
    value += text[at];
  }
  const semicolon = text.indexOf(';', at);
  return [value, semicolon === -1 ? text.length : semicolon + 1];
}

function serializeValue(value) {
  if (value === '') return '""';
  return kNotToken.test(value) ? `"${value.replace(/["\\]/g, '\\$&')}"` : value;
}

let parseInto;

class MIMEParams {
  #data = new Map();

  static {
    parseInto = (params, text) => params.#parse(text);
  }

  delete(name) { this.#data.delete(`${name}`); }

  get(name) { return this.#data.get(`${name}`) ?? null; }

  has(name) { return this.#data.has(`${name}`); }

  set(name, value) {
    name = `${name}`;
    value = `${value}`;
    const badName = name.search(kNotToken);
    if (name === '' || badName !== -1) throw invalid('parameter name', name, badName);
    const badValue = value.search(kNotQuotable);
    if (badValue !== -1) throw invalid('parameter value', value, badValue);
    this.#data.set(name, value);
  }

  * entries() { yield* this.#data.entries(); }

  * keys() { yield* this.#data.keys(); }

  * values() { yield* this.#data.values(); }

  toString() {
    return [...this.#data].map(([name, value]) => `${name}=${serializeValue(value)}`).join(';');
  }

  // The first of several parameters of one name counts; wrong ones are left out.
  #parse(text) {
    for (let at = 0; at < text.length;) {
      while (at < text.length && /[\r\n\t ]/.test(text[at])) at++;
      const end = text.slice(at).search(/[;=]/);
      const stop = end === -1 ? text.length : at + end;
      const name = lower(text.slice(at, stop));
      at = stop + 1;
      if (text[stop] !== '=') continue;
      let value;
      if (text[at] === '"') {
        [value, at] = readQuoted(text, at + 1);
      } else {
        const semicolon = text.indexOf(';', at);
        const last = semicolon === -1 ? text.length : semicolon;
        value = text.slice(at, last).replace(kEndBlanks, '');
        at = last + 1;
        if (value === '') continue;
      }
      if (name !== '' && !kNotToken.test(name) && !kNotQuotable.test(value) &&
          !this.#data.has(name)) {
        this.#data.set(name, value);
      }
    }
  }
}
const toJSON = {
  value: MIMEParams.prototype.toString, writable: true, enumerable: false, configurable: true,
};
Object.defineProperties(MIMEParams.prototype, {
  [Symbol.iterator]: { ...toJSON, value: MIMEParams.prototype.entries },
  toJSON,
});

class MIMEType {
  #type;
  #subtype;
  #parameters = new MIMEParams();

  constructor(text) {
    const { type, subtype, rest } = parseTypeAndSubtype(`${text}`);
    this.#type = type;
    this.#subtype = subtype;
    parseInto(this.#parameters, rest);
  }

  get type() { return this.#type; }

  set type(value) {
    value = `${value}`;
    const bad = value.search(kNotToken);
    if (value === '' || bad !== -1) throw invalid('type', value, bad);
    this.#type = lower(value);
  }

  get subtype() { return this.#subtype; }

  set subtype(value) {
    value = `${value}`;
    const bad = value.search(kNotToken);
    if (value === '' || bad !== -1) throw invalid('subtype', value, bad);
    this.#subtype = lower(value);
  }

  get essence() { return `${this.#type}/${this.#subtype}`; }

  get params() { return this.#parameters; }

  toString() {
    const parameters = this.#parameters.toString();
    return parameters === '' ? this.essence : `${this.essence};${parameters}`;
  }
}
Object.defineProperty(MIMEType.prototype, 'toJSON', {
  value: MIMEType.prototype.toString, writable: true, enumerable: false, configurable: true,
});

module.exports = { MIMEParams, MIMEType };
