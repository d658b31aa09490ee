'use strict';
// util.types tells kinds by the engine, not by prototypes.
const assert = require('node:assert');
const { types } = require('node:util');
const names = (value) => Object.keys(types).filter((name) => types[name](value)).join();

function check(actual, expected) {
  assert.strictEqual(actual, expected);
}

check(names({}), '');
check(names([]), '');
check(names(new Date()), 'isDate');
check(names(/x/), 'isRegExp');
check(names(new Map()), 'isMap');
check(names(new Set()), 'isSet');
check(names(new WeakMap()), 'isWeakMap');
check(names(new WeakSet()), 'isWeakSet');
check(names(Promise.resolve()), 'isPromise');
check(names(new Proxy({}, {})), 'isProxy');
check(names(new Error()), 'isNativeError');
check(names(Object.create(Error.prototype)), '');
check(names(new Uint8Array(1)), 'isArrayBufferView,isTypedArray,isUint8Array');
check(names(new BigInt64Array(1)), 'isArrayBufferView,isTypedArray,isBigInt64Array');
check(names(new DataView(new ArrayBuffer(1))), 'isArrayBufferView,isDataView');
check(names(new ArrayBuffer(1)), 'isArrayBuffer,isAnyArrayBuffer');
check(names(new SharedArrayBuffer(1)), 'isSharedArrayBuffer,isAnyArrayBuffer');
check(names(Object(1)), 'isNumberObject,isBoxedPrimitive');
check(names(Object('a')), 'isStringObject,isBoxedPrimitive');
check(names(Object(true)), 'isBooleanObject,isBoxedPrimitive');
check(names(Object(1n)), 'isBigIntObject,isBoxedPrimitive');
check(names(Object(Symbol('s'))), 'isSymbolObject,isBoxedPrimitive');
check(names(async () => {}), 'isAsyncFunction');
check(names(function*() {}), 'isGeneratorFunction');
check(names(async function*() {}), 'isAsyncFunction,isGeneratorFunction');
check(names((function*() {})()), 'isGeneratorObject');
check(names(new Map().keys()), 'isMapIterator');
check(names(new Set().values()), 'isSetIterator');
check(names((function() { return arguments; })()), 'isArgumentsObject');
check(names(Buffer.alloc(1)), 'isArrayBufferView,isTypedArray,isUint8Array');
check(names(Object.setPrototypeOf(new Map(), null)), 'isMap');
check(names(null), '');
check(names(1), '');
check(names(new EventTarget()), '');
