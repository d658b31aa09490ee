'use strict';

// util.types: the kind of a value as the engine knows it, whatever its prototype says.

const native = binding('util');

const TypedArrayPrototype = Object.getPrototypeOf(Uint8Array.prototype);
const typedArrayTag =
  Object.getOwnPropertyDescriptor(TypedArrayPrototype, Symbol.toStringTag).get;

function isTypedArray(value) {
  return typedArrayTag.call(value) !== undefined;
}

function isAnyArrayBuffer(value) {
  return native.isArrayBuffer(value) || native.isSharedArrayBuffer(value);
}

const exported = {
  isExternal: native.isExternal,
  isDate: native.isDate,
  isArgumentsObject: native.isArgumentsObject,
  isBigIntObject: native.isBigIntObject,
  isBooleanObject: native.isBooleanObject,
  isNumberObject: native.isNumberObject,
  isStringObject: native.isStringObject,
  isSymbolObject: native.isSymbolObject,
  isBoxedPrimitive: native.isBoxedPrimitive,
  isNativeError: native.isNativeError,
  isRegExp: native.isRegExp,
  isAsyncFunction: native.isAsyncFunction,
  isGeneratorFunction: native.isGeneratorFunction,
  isGeneratorObject: native.isGeneratorObject,
  isPromise: native.isPromise,
  isMap: native.isMap,
  isSet: native.isSet,
  isMapIterator: native.isMapIterator,
  isSetIterator: native.isSetIterator,
  isWeakMap: native.isWeakMap,
  isWeakSet: native.isWeakSet,
  isArrayBuffer: native.isArrayBuffer,
  isSharedArrayBuffer: native.isSharedArrayBuffer,
  isProxy: native.isProxy,
  isModuleNamespaceObject: native.isModuleNamespaceObject,
  isAnyArrayBuffer,
  isCryptoKey: (value) => hasTag(value, 'CryptoKey'),
  isKeyObject: (value) => hasTag(value, 'KeyObject'),
  isArrayBufferView: ArrayBuffer.isView,
  isDataView: native.isDataView,
  isTypedArray,
};

function hasTag(value, tag) {
  return typeof value === 'object' && value !== null && value[Symbol.toStringTag] === tag;
}

for (const name of [
  'Uint8Array', 'Uint8ClampedArray', 'Uint16Array', 'Uint32Array', 'Int8Array', 'Int16Array',
  'Int32Array', 'Float16Array', 'Float32Array', 'Float64Array', 'BigInt64Array', 'BigUint64Array',
]) {
  const is = (value) => typedArrayTag.call(value) === name;
  Object.defineProperty(is, 'name', { value: `is${name}` });
  exported[`is${name}`] = is;
}

module.exports = exported;
