'use strict';

// Blob and File: immutable bytes in parts, which slices and blobs made of blobs share.

const { codes } = require('internal/errors');
const { validateDictionary } = require('internal/validators');
const { isAnyArrayBuffer } = require('internal/buffer/checks');
const { toUSV } = require('internal/url');
const native = binding('buffer');

const kInspect = Symbol.for('nodejs.util.inspect.custom');
const kSlice = Symbol('kSlice');
const kChunk = 64 * 1024;  // what stream() gives at a time

let partsOf;
let isBlob;

function requireSequence(value) {
  const isObject = (typeof value === 'object' && value !== null) || typeof value === 'function';
  if (isObject && typeof value[Symbol.iterator] === 'function') return;
  const error = new codes.ERR_INVALID_ARG_TYPE('value', 'sequence', value);
  error.message = 'Value cannot be converted to sequence.';
  throw error;
}

function toParts(source, endings) {
  if (isAnyArrayBuffer(source)) return [new Uint8Array(source).slice()];
  if (ArrayBuffer.isView(source)) {
    return [new Uint8Array(source.buffer, source.byteOffset, source.byteLength).slice()];
  }
  if (isBlob(source)) return partsOf(source);
  let text = `${source}`;
  if (endings === 'native') text = text.replace(/\r\n?/g, '\n');
  return [native.encodeUtf8(text)];
}

// A type with anything but printable ASCII is no type.
function cleanType(type) {
  type = `${type}`;
  return /[^\x20-\x7e]/.test(type) ? '' : type.toLowerCase();
}

const sizeOf = (parts) => parts.reduce((size, part) => size + part.length, 0);

function sliceParts(parts, start, end) {
  const out = [];
  for (const part of parts) {
    if (start < part.length && end > 0) out.push(part.subarray(Math.max(start, 0), end));
    start -= part.length;
    end -= part.length;
  }
  return out.filter((part) => part.length > 0);
}

function clampIndex(value, size) {
  value = Math.trunc(value) || 0;
  return value < 0 ? Math.max(size + value, 0) : Math.min(value, size);
}

class Blob {
  #parts;
  #size;
  #type;

  static {
    partsOf = (blob) => blob.#parts;
    isBlob = (value) => typeof value === 'object' && value !== null && #parts in value;
  }

  static #check(value) {
    if (!isBlob(value)) throw new codes.ERR_INVALID_THIS('Blob');
  }

  constructor(sources = [], options = undefined) {
    if (sources === kSlice) {
      this.#parts = options.parts;
      this.#type = options.type;
    } else {
      requireSequence(sources);
      if (options !== undefined) validateDictionary(options, 'options');
      const { type = '', endings = 'transparent' } = options ?? {};
      if (endings !== 'transparent' && endings !== 'native') {
        throw new codes.ERR_INVALID_ARG_VALUE('options.endings', endings);
      }
      this.#parts = [...sources].flatMap((source) => toParts(source, endings));
      this.#type = cleanType(type);
    }
    this.#size = sizeOf(this.#parts);
  }

  get type() {
    Blob.#check(this);
    return this.#type;
  }

  get size() {
    Blob.#check(this);
    return this.#size;
  }

  slice(start = 0, end = this.size, type = '') {
    Blob.#check(this);
    const from = clampIndex(start, this.#size);
    const to = clampIndex(end, this.#size);
    return new Blob(kSlice, { parts: sliceParts(this.#parts, from, to), type: cleanType(type) });
  }

  async arrayBuffer() {
    Blob.#check(this);
    return (await this.bytes()).buffer;
  }

  async text() {
    Blob.#check(this);
    const { TextDecoder } = require('internal/encoding');
    return new TextDecoder().decode(await this.bytes());
  }

  async bytes() {
    Blob.#check(this);
    const bytes = new Uint8Array(this.#size);
    let at = 0;
    for (const part of this.#parts) {
      bytes.set(part, at);
      at += part.length;
    }
    return bytes;
  }

  stream() {
    Blob.#check(this);
    const { ReadableStream } = require('internal/webstreams');
    const chunks = this.#chunks();
    return new ReadableStream({
      type: 'bytes',
      pull(controller) {
        const { value, done } = chunks.next();
        if (!done) {
          controller.enqueue(value);
          return;
        }
        controller.close();
        controller.byobRequest?.respond(0);
      },
    });
  }

  textStream() {
    const { TextDecoderStream } = require('internal/webstreams');
    return this.stream().pipeThrough(new TextDecoderStream());
  }

  * #chunks() {
    for (const part of this.#parts) {
      for (let at = 0; at < part.length; at += kChunk) yield part.slice(at, at + kChunk);
    }
  }

  [kInspect](depth, options, inspect) {
    if (depth !== null && depth < 0) return '[Blob]';
    return `Blob ${inspect({ size: this.#size, type: this.#type }, options)}`;
  }
}

class File extends Blob {
  #name;
  #lastModified;

  constructor(fileBits, fileName, options = undefined) {
    if (arguments.length < 2) throw new codes.ERR_MISSING_ARGS('fileBits', 'fileName');
    super(fileBits, options);
    const { lastModified } = options ?? {};
    this.#lastModified = lastModified === undefined ? Date.now() : +lastModified || 0;
    this.#name = toUSV(fileName);
  }

  static #check(value) {
    if (!(#name in value)) throw new codes.ERR_INVALID_THIS('File');
  }

  get name() {
    File.#check(this);
    return this.#name;
  }

  get lastModified() {
    File.#check(this);
    return this.#lastModified;
  }

  [kInspect](depth, options, inspect) {
    if (depth !== null && depth < 0) return '[File]';
    const { size, type, name, lastModified } = this;
    return `File ${inspect({ size, type, name, lastModified }, options)}`;
  }
}

function expose(target, names) {
  for (const name of names) Object.defineProperty(target.prototype, name, { enumerable: true });
  Object.defineProperty(target.prototype, Symbol.toStringTag, { configurable: true, value: target.name });
}
expose(Blob, ['type', 'size', 'slice', 'arrayBuffer', 'text', 'bytes', 'stream', 'textStream']);
expose(File, ['name', 'lastModified']);

// ---- blob: URLs

const registered = new Map();

function randomId() {
  const hex = Array.from({ length: 32 }, () => Math.floor(Math.random() * 16).toString(16));
  hex[12] = '4';
  return hex.join('').replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

function createObjectURL(blob) {
  if (!isBlob(blob)) throw new codes.ERR_INVALID_ARG_TYPE('obj', 'Blob', blob);
  const url = `blob:nodedata:${randomId()}`;
  registered.set(url, blob);
  return url;
}

function revokeObjectURL(url) {
  registered.delete(url);
}

function resolveObjectURL(url) {
  return registered.get(`${url}`);
}

module.exports = { Blob, File, createObjectURL, isBlob, resolveObjectURL, revokeObjectURL };
