'use strict';

// EventEmitterAsyncResource: an emitter whose listeners run in the async context of its making.

const { codes } = require('internal/errors');
const { AsyncResource } = require('async_hooks');

function makeEventEmitterAsyncResource(EventEmitter) {
  class Reference extends AsyncResource {
    constructor(emitter, type, options) {
      super(type, options);
      Object.defineProperty(this, 'eventEmitter', { get: () => emitter, configurable: true });
    }
  }

  return class EventEmitterAsyncResource extends EventEmitter {
    #resource;

    constructor(options = undefined) {
      let name;
      if (typeof options === 'string') {
        name = options;
        options = undefined;
      } else {
        if (new.target === EventEmitterAsyncResource && typeof options?.name !== 'string') {
          throw new codes.ERR_INVALID_ARG_TYPE('options.name', 'string', options?.name);
        }
        name = options?.name || new.target.name;
      }
      super(options);
      this.#resource = new Reference(this, name, options);
    }

    #own() {
      if (!(#resource in this)) throw new codes.ERR_INVALID_THIS('EventEmitterAsyncResource');
      return this.#resource;
    }

    emit(event, ...args) {
      return this.#own().runInAsyncScope(super.emit, this, event, ...args);
    }

    emitDestroy() {
      this.#own().emitDestroy();
    }

    get asyncId() {
      return this.#own().asyncId();
    }

    get triggerAsyncId() {
      return this.#own().triggerAsyncId();
    }

    get asyncResource() {
      return this.#own();
    }
  };
}

module.exports = { makeEventEmitterAsyncResource };
