'use strict';

// Deep equality of two values: loose (==), strict, or partial (strict; the first may have more).

const native = binding('util');
const types = require('internal/util/types');

const kLoose = 0;
const kStrict = 1;
const kPartial = 2;
const kStrictWithoutPrototypes = 3;

const hasOwn = Object.prototype.hasOwnProperty;
const isEnumerable = Object.prototype.propertyIsEnumerable;
const tagOf = Object.prototype.toString;

function samePrimitive(a, b, mode) {
  if (mode === kLoose) {
    // eslint-disable-next-line eqeqeq
    return a == b || (Number.isNaN(a) && Number.isNaN(b));
  }
  return Object.is(a, b);
}

function isObject(value) {
  return typeof value === 'object' && value !== null;
}

function equal(a, b, mode, memo) {
  if (a === b) return a !== 0 || mode === kLoose || Object.is(a, b);
  if (mode !== kLoose) {
    if (typeof a !== 'object') return typeof a === 'number' && Number.isNaN(a) && Number.isNaN(b);
    if (!isObject(a) || !isObject(b)) return false;
    if (mode === kStrict &&
        Object.getPrototypeOf(a) !== Object.getPrototypeOf(b)) {
      return false;
    }
  } else {
    if (!isObject(a)) return !isObject(b) && samePrimitive(a, b, mode);
    if (!isObject(b)) return false;
  }
  if (tagOf.call(a) !== tagOf.call(b)) return false;
  return equalObjects(a, b, mode, memo);
}

// By kind; then keys and entries.
function equalObjects(a, b, mode, memo) {
  if (Array.isArray(a)) {
    if (!Array.isArray(b)) return false;
    if (mode === kPartial ? a.length < b.length : a.length !== b.length) return false;
    const keysB = indexlessKeys(b, mode);
    const keysA = indexlessKeys(a, mode);
    if (mode !== kPartial && keysA.length !== keysB.length) return false;
    return equalKeys(a, b, mode, memo, keysB, 'array');
  }
  if (types.isSet(a)) {
    return types.isSet(b) && (mode === kPartial ? a.size >= b.size : a.size === b.size) &&
      equalKeys(a, b, mode, memo, undefined, 'set');
  }
  if (types.isMap(a)) {
    return types.isMap(b) && (mode === kPartial ? a.size >= b.size : a.size === b.size) &&
      equalKeys(a, b, mode, memo, undefined, 'map');
  }
  if (ArrayBuffer.isView(a)) return equalViews(a, b, mode, memo);
  if (types.isAnyArrayBuffer(a)) {
    return types.isAnyArrayBuffer(b) &&
      equalBytes(new Uint8Array(a), new Uint8Array(b), mode) && equalKeys(a, b, mode, memo);
  }
  if (types.isDate(a)) {
    return types.isDate(b) &&
      Object.is(Date.prototype.getTime.call(a), Date.prototype.getTime.call(b)) &&
      equalKeys(a, b, mode, memo);
  }
  if (types.isRegExp(a)) {
    return types.isRegExp(b) && a.source === b.source && a.flags === b.flags &&
      a.lastIndex === b.lastIndex && equalKeys(a, b, mode, memo);
  }
  if (types.isNativeError(a) || a instanceof Error) return equalErrors(a, b, mode, memo);
  if (types.isBoxedPrimitive(a)) return equalBoxed(a, b) && equalKeys(a, b, mode, memo);
  if (types.isWeakMap(a) || types.isWeakSet(a) || types.isPromise(a)) return false;
  if (isOtherKind(b)) return false;
  if (isUrl(a)) return isUrl(b) && a.href === b.href;
  return equalKeys(a, b, mode, memo);
}

// Kinds that equalObjects knows by `a`; a plain object with such a tag is none of them.
function isOtherKind(b) {
  return Array.isArray(b) || ArrayBuffer.isView(b) || types.isSet(b) || types.isMap(b) ||
    types.isDate(b) || types.isRegExp(b) || types.isAnyArrayBuffer(b) ||
    types.isBoxedPrimitive(b) || types.isNativeError(b) || b instanceof Error ||
    types.isWeakMap(b) || types.isWeakSet(b) || types.isPromise(b);
}

function isUrl(value) {
  return typeof value.href === 'string' && typeof value.protocol === 'string' &&
    tagOf.call(value) === '[object URL]';
}

function indexlessKeys(object, mode) {
  const keys = native.getOwnNonIndexProperties(object, true);
  return mode === kLoose ? keys.filter((key) => typeof key === 'string') : keys;
}

function equalBytes(a, b, mode) {
  if (mode === kPartial ? a.byteLength < b.byteLength : a.byteLength !== b.byteLength) return false;
  if (mode === kPartial && a.byteLength > b.byteLength) return containsInOrder(a, b);
  return a.every((byte, i) => byte === b[i]);
}

function containsInOrder(a, b) {
  let i = 0;
  for (let j = 0; j < b.length; j++, i++) {
    while (i < a.length && !Object.is(a[i], b[j])) i++;
    if (i === a.length) return false;
  }
  return true;
}

function bytesOf(view) {
  return new Uint8Array(view.buffer, view.byteOffset, view.byteLength);
}

// Loosely, 0 and -0 of floating point numbers are the same; otherwise the bytes count.
function equalViews(a, b, mode, memo) {
  if (!ArrayBuffer.isView(b)) return false;
  if (mode !== kPartial && a.byteLength !== b.byteLength) return false;
  if (types.isDataView(a) || types.isDataView(b)) {
    if (!types.isDataView(a) || !types.isDataView(b) || !equalBytes(bytesOf(a), bytesOf(b), mode)) {
      return false;
    }
  } else if (mode === kPartial) {
    if (a.length < b.length || !containsInOrder(a, b)) return false;
  } else if (mode === kLoose && (types.isFloat32Array(a) || types.isFloat64Array(a))) {
    if (a.length !== b.length || !a.every((x, i) => x === b[i])) return false;
  } else if (!equalBytes(bytesOf(a), bytesOf(b), mode)) {
    return false;
  }
  const keysB = indexlessKeys(b, mode);
  if (mode !== kPartial && indexlessKeys(a, mode).length !== keysB.length) return false;
  return equalKeys(a, b, mode, memo, keysB);
}

function equalErrors(a, b, mode, memo) {
  if (!types.isNativeError(b) && !(b instanceof Error)) return false;
  return equalHidden(a, b, 'message', mode, memo) && equalHidden(a, b, 'name', mode, memo) &&
    equalHidden(a, b, 'cause', mode, memo) && equalHidden(a, b, 'errors', mode, memo) &&
    equalKeys(a, b, mode, memo);
}

// A property of errors that is not enumerable; an enumerable one counts among the keys.
function equalHidden(a, b, key, mode, memo) {
  const visibleA = isEnumerable.call(a, key);
  const visibleB = isEnumerable.call(b, key);
  if (mode === kPartial) {
    return visibleB || (!hasOwn.call(b, key) && b[key] === undefined) ||
      equal(a[key], b[key], mode, memo);
  }
  if (visibleA !== visibleB) return false;
  if (visibleA) return true;
  const special = key === 'cause' || key === 'errors';
  if (special && hasOwn.call(a, key) !== hasOwn.call(b, key)) return false;
  return equal(a[key], b[key], mode, memo);
}

function equalBoxed(a, b) {
  if (!types.isBoxedPrimitive(b)) return false;
  for (const [is, Class] of [
    [types.isNumberObject, Number], [types.isStringObject, String],
    [types.isBooleanObject, Boolean], [types.isBigIntObject, BigInt],
    [types.isSymbolObject, Symbol],
  ]) {
    if (is(a)) {
      return is(b) && Object.is(Class.prototype.valueOf.call(a), Class.prototype.valueOf.call(b));
    }
  }
  return false;
}

function enumerableSymbols(object) {
  return Object.getOwnPropertySymbols(object).filter((key) => isEnumerable.call(object, key));
}

// keys: those of b to compare, if they are not all of its enumerable ones.
function equalKeys(a, b, mode, memo, keys, entries) {
  if (keys === undefined) {
    keys = Object.keys(b);
    if (mode !== kPartial && keys.length !== Object.keys(a).length) return false;
    if (mode !== kLoose) {
      const symbols = enumerableSymbols(b);
      if (mode !== kPartial && symbols.length !== enumerableSymbols(a).length) return false;
      keys.push(...symbols);
    }
  }
  const has = mode === kLoose ? hasOwn : isEnumerable;
  for (const key of keys) if (!has.call(a, key)) return false;
  if (keys.length === 0 && (entries === undefined ||
      (entries === 'array' ? b.length === 0 : b.size === 0))) {
    return true;
  }
  return guarded(a, b, memo, (inner) => equalEntries(a, b, mode, inner, entries) &&
    keys.every((key) => equal(a[key], b[key], mode, inner)));
}

// Objects that contain themselves are equal where both do at the same place.
function guarded(a, b, memo, compare) {
  const inner = memo ?? { a: new Map(), b: new Map(), depth: 0 };
  const placeA = inner.a.get(a);
  if (placeA !== undefined) {
    const placeB = inner.b.get(b);
    if (placeB !== undefined) return placeA === placeB;
  }
  const hadB = inner.b.get(b);
  inner.depth++;
  inner.a.set(a, inner.depth);
  inner.b.set(b, inner.depth);
  const result = compare(inner);
  inner.depth--;
  if (placeA === undefined) inner.a.delete(a);
  else inner.a.set(a, placeA);
  if (hadB === undefined) inner.b.delete(b);
  else inner.b.set(b, hadB);
  return result;
}

function equalEntries(a, b, mode, memo, entries) {
  switch (entries) {
    case 'array':
      return mode === kPartial ? arrayContains(a, b, memo) : equalItems(a, b, mode, memo);
    case 'set': return equalSets(a, b, mode, memo);
    case 'map': return equalMaps(a, b, mode, memo);
    default: return true;
  }
}

function equalItems(a, b, mode, memo) {
  for (let i = 0; i < a.length; i++) {
    if (b[i] === undefined || a[i] === undefined) {  // holes are not undefined
      if (hasOwn.call(a, i) !== hasOwn.call(b, i)) return false;
    }
    if (!equal(a[i], b[i], mode, memo)) return false;
  }
  return true;
}

// The items of b are found in a, in their order.
function arrayContains(a, b, memo) {
  let i = 0;
  for (let j = 0; j < b.length; j++) {
    const isHole = !hasOwn.call(b, j);
    const fits = () => isHole === !hasOwn.call(a, i) && equal(a[i], b[j], kPartial, memo);
    while (i < a.length && !fits()) i++;
    if (i === a.length) return false;
    i++;
  }
  return true;
}

// Whether `value` might loosely equal another primitive than itself.
function hasLooseTwin(value) {
  switch (typeof value) {
    case 'undefined':
    case 'string':
    case 'number':
    case 'bigint':
    case 'boolean':
      return !Number.isNaN(value);
    case 'symbol':
    case 'function':
      return false;
    default:
      return value === null;
  }
}

function equalSets(a, b, mode, memo) {
  // What b has and a has not itself must find an equal partner among what is left of a.
  const open = [];
  for (const value of b) {
    if (a.has(value)) continue;
    if (!isObject(value) && !(mode === kLoose && hasLooseTwin(value))) return false;
    open.push(value);
  }
  if (open.length === 0) return true;
  const rest = new Set();
  for (const value of a) if (!b.has(value)) rest.add(value);
  return open.every((value) => {
    for (const candidate of rest) {
      if (equal(candidate, value, mode, memo)) {
        rest.delete(candidate);
        return true;
      }
    }
    return false;
  });
}

function equalMaps(a, b, mode, memo) {
  const open = [];
  for (const [key, value] of b) {
    if (a.has(key) && (!isObject(key) || equal(a.get(key), value, mode, memo))) {
      if (equal(a.get(key), value, mode, memo)) continue;
      if (mode !== kLoose) return false;
    }
    if (!isObject(key) && !(mode === kLoose && hasLooseTwin(key))) return false;
    open.push([key, value]);
  }
  if (open.length === 0) return true;
  const rest = new Set(a.keys());
  for (const key of b.keys()) if (!open.some(([k]) => k === key)) rest.delete(key);
  return open.every(([key, value]) => {
    for (const candidate of rest) {
      if (equal(candidate, key, mode, memo) && equal(a.get(candidate), value, mode, memo)) {
        rest.delete(candidate);
        return true;
      }
    }
    return false;
  });
}

module.exports = {
  isDeepEqual: (a, b) => equal(a, b, kLoose),
  isDeepStrictEqual: (a, b, skipPrototype) =>
    equal(a, b, skipPrototype ? kStrictWithoutPrototypes : kStrict),
  isPartialStrictEqual: (a, b) => equal(a, b, kPartial),
};
