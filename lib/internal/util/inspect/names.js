'use strict';

// What kind of thing a value is said to be: its class, its tag, `null prototype`.

const native = binding('util');

function isInstanceOf(object, Class) {
  try {
    return object instanceof Class;
  } catch {
    return false;
  }
}

// Object.hasOwn() is not there while the snapshot is made, when the first inspection happens.
function hasOwn(object, key) {
  return Object.prototype.hasOwnProperty.call(object, key);
}

let builtIns;
// Names of the classes of the language itself.
function isBuiltIn(name) {
  builtIns ??= new Set(Object.getOwnPropertyNames(globalThis).filter(
    (key) => /^[A-Z][a-zA-Z0-9]+$/.test(key)));
  return builtIns.has(name);
}

// The name of the class, found along the prototypes; null for an object without prototype.
// watch(prototype, level, isFirst) hears of the prototype that named it (for showHidden).
function constructorName(object, ctx, depth, found) {
  let first;
  for (let proto = object; proto !== null && proto !== undefined;) {
    const descriptor = Object.getOwnPropertyDescriptor(proto, 'constructor');
    if (descriptor !== undefined && typeof descriptor.value === 'function' &&
        descriptor.value.name !== '' && isInstanceOf(object, descriptor.value)) {
      const name = String(descriptor.value.name);
      if (found !== undefined && (first !== proto || !isBuiltIn(name))) found(first ?? proto);
      return name;
    }
    proto = Object.getPrototypeOf(proto);
    if (first === undefined) first = proto;
  }
  if (first === null) return null;
  const name = native.getConstructorName(object);
  if (ctx.depth !== null && depth > ctx.depth) return `${name} <Complex prototype>`;
  const protoName = constructorName(first, ctx, depth + 1, found);
  if (protoName !== null) return `${name} <${protoName}>`;
  const shown = require('internal/util/inspect').inspect(
    first, { ...ctx, customInspect: false, depth: -1 });
  return `${name} <${shown}>`;
}

// 'Foo(3) [tag] ' before the braces; fallback names what has no prototype.
function prefix(name, tag, fallback, size = '') {
  if (name === null) {
    return tag !== '' && fallback !== tag ?
      `[${fallback}${size}: null prototype] [${tag}] ` : `[${fallback}${size}: null prototype] `;
  }
  return tag !== '' && name !== tag ? `${name}${size} [${tag}] ` : `${name}${size} `;
}

// Symbol.toStringTag, unless it is shown as a key anyway.
function tagOf(value, ctx) {
  const tag = value[Symbol.toStringTag];
  if (typeof tag !== 'string' || tag === '') return '';
  const asKey = ctx.showHidden ?
    Object.prototype.hasOwnProperty : Object.prototype.propertyIsEnumerable;
  return asKey.call(value, Symbol.toStringTag) ? '' : tag;
}

module.exports = { constructorName, hasOwn, isBuiltIn, prefix, tagOf };
