'use strict';

// Web streams: the package `web-streams-polyfill`, loaded with their first use, and the text coders
// on top of it.

const streams = require('npm/web-streams-polyfill');
const { codes } = require('internal/errors');

const kInspect = Symbol.for('nodejs.util.inspect.custom');

// A stream class that is nothing but a TransformStream with a face of its own.
function throughGetters(target, properties) {
  for (const name of ['readable', 'writable', ...properties]) {
    Object.defineProperty(target.prototype, name, { enumerable: true });
  }
  Object.defineProperty(target.prototype, Symbol.toStringTag, {
    configurable: true, value: target.name,
  });
}

class TextEncoderStream {
  #transform;

  constructor() {
    const { TextEncoder } = require('internal/encoding');
    const encoder = new TextEncoder();
    let high = '';  // a high surrogate that waits for its low one
    this.#transform = new streams.TransformStream({
      transform(chunk, controller) {
        let text = high + `${chunk}`;
        high = '';
        const last = text.charCodeAt(text.length - 1);
        if (last >= 0xd800 && last <= 0xdbff) {
          high = text.slice(-1);
          text = text.slice(0, -1);
        }
        if (text !== '') controller.enqueue(encoder.encode(text));
      },
      flush(controller) {
        if (high !== '') controller.enqueue(encoder.encode('\ufffd'));
      },
    });
  }

  static #check(value) {
    if (value === null || typeof value !== 'object' || !(#transform in value)) {
      throw new codes.ERR_INVALID_THIS('TextEncoderStream');
    }
  }

  get encoding() {
    TextEncoderStream.#check(this);
    return 'utf-8';
  }

  get readable() {
    TextEncoderStream.#check(this);
    return this.#transform.readable;
  }

  get writable() {
    TextEncoderStream.#check(this);
    return this.#transform.writable;
  }

  [kInspect](depth, options, inspect) {
    const { encoding, readable, writable } = this;
    return `TextEncoderStream ${inspect({ encoding, readable, writable }, options)}`;
  }
}
throughGetters(TextEncoderStream, ['encoding']);

class TextDecoderStream {
  #transform;
  #decoder;

  constructor(encoding = 'utf-8', options = {}) {
    const { TextDecoder } = require('internal/encoding');
    const decoder = this.#decoder = new TextDecoder(encoding, options);
    this.#transform = new streams.TransformStream({
      transform(chunk, controller) {
        if (chunk === undefined) {
          throw new codes.ERR_INVALID_ARG_TYPE('chunk', ['ArrayBuffer', 'Buffer', 'TypedArray'], chunk);
        }
        const text = decoder.decode(chunk, { stream: true });
        if (text !== '') controller.enqueue(text);
      },
      flush(controller) {
        const text = decoder.decode();
        if (text !== '') controller.enqueue(text);
      },
    });
  }

  static #check(value) {
    if (value === null || typeof value !== 'object' || !(#transform in value)) {
      throw new codes.ERR_INVALID_THIS('TextDecoderStream');
    }
  }

  get encoding() {
    TextDecoderStream.#check(this);
    return this.#decoder.encoding;
  }

  get fatal() {
    TextDecoderStream.#check(this);
    return this.#decoder.fatal;
  }

  get ignoreBOM() {
    TextDecoderStream.#check(this);
    return this.#decoder.ignoreBOM;
  }

  get readable() {
    TextDecoderStream.#check(this);
    return this.#transform.readable;
  }

  get writable() {
    TextDecoderStream.#check(this);
    return this.#transform.writable;
  }

  [kInspect](depth, options, inspect) {
    const { encoding, fatal, ignoreBOM, readable, writable } = this;
    return `TextDecoderStream ${
      inspect({ encoding, fatal, ignoreBOM, readable, writable }, options)}`;
  }
}
throughGetters(TextDecoderStream, ['encoding', 'fatal', 'ignoreBOM']);

module.exports = {
  ReadableStream: streams.ReadableStream,
  ReadableStreamDefaultReader: streams.ReadableStreamDefaultReader,
  ReadableStreamBYOBReader: streams.ReadableStreamBYOBReader,
  ReadableStreamBYOBRequest: streams.ReadableStreamBYOBRequest,
  ReadableByteStreamController: streams.ReadableByteStreamController,
  ReadableStreamDefaultController: streams.ReadableStreamDefaultController,
  TransformStream: streams.TransformStream,
  TransformStreamDefaultController: streams.TransformStreamDefaultController,
  WritableStream: streams.WritableStream,
  WritableStreamDefaultWriter: streams.WritableStreamDefaultWriter,
  WritableStreamDefaultController: streams.WritableStreamDefaultController,
  ByteLengthQueuingStrategy: streams.ByteLengthQueuingStrategy,
  CountQueuingStrategy: streams.CountQueuingStrategy,
  TextEncoderStream,
  TextDecoderStream,
};
