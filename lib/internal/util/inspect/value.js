'use strict';

// formatValue: any value as text. `ctx` holds the options and the place: seen (the objects that
// enclose this one), circular (objects met again inside themselves, with their numbers),
// indentationLvl, currentDepth and budget (text made so far at an indentation, to stop in time).

const native = binding('util');
const types = require('internal/util/types');
const { isStackOverflowError } = require('internal/errors');
const { escape, getStringWidth, quote } = require('internal/util/inspect/strings');
const { combine, kArray, kArrayEntries, kObject } = require('internal/util/inspect/layout');
const {
  constructorName,
  hasOwn,
  isBuiltIn,
  prefix,
  tagOf,
} = require('internal/util/inspect/names');
const { formatError, isError } = require('internal/util/inspect/errors');

const kInspect = Symbol.for('nodejs.util.inspect.custom');
const kIdentifier = /^[a-zA-Z_][a-zA-Z_0-9]*$/;
const kMaxBudget = 2 ** 27;
const kMinLineWidth = 16;
const kWeak = 'items unknown';
const kProto = 3;  // a property of the prototype (showHidden)

const mapEntries = Map.prototype.entries;
const setValues = Set.prototype.values;
const mapSize = Object.getOwnPropertyDescriptor(Map.prototype, 'size').get;
const setSize = Object.getOwnPropertyDescriptor(Set.prototype, 'size').get;
const typedArrayName = Object.getOwnPropertyDescriptor(
  Object.getPrototypeOf(Uint8Array.prototype), Symbol.toStringTag).get;

function plural(n) {
  return n > 1 ? 's' : '';
}

function remaining(n) {
  return `... ${n} more item${plural(n)}`;
}

function isTooDeep(ctx, depth) {
  return ctx.depth !== null && depth > ctx.depth;
}

// --- primitives

function separate(digits) {
  return digits.replace(/\B(?=(\d{3})+(?!\d))/g, '_');
}

function numberText(value, separator) {
  if (Object.is(value, -0)) return '-0';
  const text = `${value}`;
  if (!separator || text.includes('e') || !Number.isFinite(value)) return text;
  const [whole, fraction] = text.split('.');
  return fraction === undefined ? separate(whole) :
    `${separate(whole)}.${fraction.replace(/(\d{3})(?=\d)/g, '$1_')}`;
}

function bigintText(value, separator) {
  return `${separator ? separate(`${value}`) : value}n`;
}

function formatString(ctx, value, breakLines) {
  let rest = '';
  if (value.length > ctx.maxStringLength) {
    const more = value.length - ctx.maxStringLength;
    value = value.slice(0, ctx.maxStringLength);
    rest = `... ${more} more character${plural(more)}`;
  }
  // A long text of several lines shows each line by itself.
  if (breakLines && ctx.compact !== true && value.length > kMinLineWidth &&
      value.length > ctx.breakLength - ctx.indentationLvl - 4) {
    const lines = value.split(/(?<=\n)/);
    return lines.map((line) => ctx.stylize(quote(line), 'string')).join(
      ` +\n${' '.repeat(ctx.indentationLvl + 2)}`) + rest;
  }
  return ctx.stylize(quote(value), 'string') + rest;
}

function formatPrimitive(ctx, value) {
  switch (typeof value) {
    case 'string': return formatString(ctx, value, true);
    case 'number': return ctx.stylize(numberText(value, ctx.numericSeparator), 'number');
    case 'bigint': return ctx.stylize(bigintText(value, ctx.numericSeparator), 'bigint');
    case 'boolean': return ctx.stylize(`${value}`, 'boolean');
    case 'undefined': return ctx.stylize('undefined', 'undefined');
    default: return ctx.stylize(Symbol.prototype.toString.call(value), 'symbol');
  }
}

// --- the way in

function formatValue(ctx, value, depth, insideTypedArray = false) {
  if (value === null) return ctx.stylize('null', 'null');
  if (typeof value !== 'object' && typeof value !== 'function') {
    // document.all-like objects are `undefined` to typeof; the engine has none here.
    return formatPrimitive(ctx, value);
  }
  const shown = value;
  let target = value;
  const proxy = types.isProxy(value) ? native.getProxyDetails(value) : undefined;
  if (proxy !== undefined) {
    if (proxy[0] === null) return ctx.stylize('<Revoked Proxy>', 'special');
    if (ctx.showProxy) return formatProxy(ctx, proxy, depth);
    target = innermost(proxy[0]);
    if (target === null) return ctx.stylize('<Revoked Proxy>', 'special');
  }
  if (ctx.customInspect) {
    const custom = formatCustom(ctx, shown, target, depth, proxy !== undefined);
    if (custom !== undefined) return custom;
  }
  if (ctx.seen.includes(target)) return formatCircular(ctx, target);
  return formatObject(ctx, target, depth, insideTypedArray);
}

function innermost(value) {
  while (types.isProxy(value)) [value] = native.getProxyDetails(value);
  return value;
}

function formatCircular(ctx, value) {
  ctx.circular ??= new Map();
  let number = ctx.circular.get(value);
  if (number === undefined) {
    number = ctx.circular.size + 1;
    ctx.circular.set(value, number);
  }
  return ctx.stylize(`[Circular *${number}]`, 'special');
}

// What the object's own inspect method says; undefined where it has none.
function formatCustom(ctx, shown, target, depth, isProxy) {
  const method = target[kInspect];
  if (typeof method !== 'function' || method === ctx.inspect) return undefined;
  const { constructor } = target;
  if (typeof constructor === 'function' && constructor.prototype === target) return undefined;
  const left = ctx.depth === null ? null : ctx.depth - depth;
  const foreign = isProxy || !(shown instanceof Object);
  const result = method.call(shown, left, ctx.userOptionsOf(ctx, foreign), ctx.inspect);
  if (result === shown) return undefined;
  if (typeof result === 'object') return formatValue(ctx, result, depth);
  return String(result).replaceAll('\n', `\n${' '.repeat(ctx.indentationLvl)}`);
}

function formatProxy(ctx, [target, handler], depth) {
  if (isTooDeep(ctx, depth)) return ctx.stylize('Proxy [Array]', 'special');
  ctx.indentationLvl += 2;
  const parts = [formatValue(ctx, target, depth + 1), formatValue(ctx, handler, depth + 1)];
  ctx.indentationLvl -= 2;
  return combine(ctx, parts, '', ['Proxy [', ']'], kArray, depth + 1);
}

// --- objects

function isEnumerable(object) {
  return (key) => Object.prototype.propertyIsEnumerable.call(object, key);
}

function ownKeys(value, showHidden) {
  const symbols = Object.getOwnPropertySymbols(value);
  if (showHidden) return [...Object.getOwnPropertyNames(value), ...symbols];
  let keys;
  try {
    keys = Object.keys(value);
  } catch {
    keys = Object.getOwnPropertyNames(value);  // a module namespace before its evaluation
  }
  return symbols.length === 0 ? keys : [...keys, ...symbols.filter(isEnumerable(value))];
}

function keysBesideIndexes(value, ctx) {
  return native.getOwnNonIndexProperties(value, !ctx.showHidden);
}

// A plan is how one kind of object is shown: { braces, keys, base, kind, entries }, where entries
// makes the parts before the keys; or a string, where there is nothing more to say.
function plan(ctx, value, depth, insideTypedArray) {
  let protoParts;
  const name = constructorName(value, ctx, depth, ctx.showHidden ? (first) => {
    const found = prototypeProperties(value, first);
    if (found.length > 0) protoParts = () => prototypeParts(ctx, value, found, depth);
  } : undefined);
  const of = { ctx, value, depth, name, tag: tagOf(value, ctx), protoParts, insideTypedArray };
  const made = (value[Symbol.iterator] || name === null ? planIterable(of) : undefined) ??
    planOther(of);
  if (typeof made === 'string') return made;
  return { base: '', kind: kObject, entries: undefined, protoParts, name, tag: of.tag, ...made };
}

function planIterable(of) {
  const { ctx, value, name, tag } = of;
  if (Array.isArray(value)) {
    const lead = name !== 'Array' || tag !== '' ?
      prefix(name, tag, 'Array', `(${value.length})`) : '';
    const keys = keysBesideIndexes(value, ctx);
    if (value.length === 0 && keys.length === 0 && !of.protoParts) return `${lead}[]`;
    return { keys, kind: kArray, braces: [`${lead}[`, ']'], entries: arrayParts };
  }
  if (types.isSet(value)) return planCollection(of, 'Set', setSize.call(value), setParts);
  if (types.isMap(value)) return planCollection(of, 'Map', mapSize.call(value), mapParts);
  if (types.isTypedArray(value)) return planTypedArray(of);
  if (types.isMapIterator(value)) return planIterator(of, 'Map');
  if (types.isSetIterator(value)) return planIterator(of, 'Set');
  return undefined;
}

function planCollection(of, fallback, size, entries) {
  const keys = ownKeys(of.value, of.ctx.showHidden);
  const lead = prefix(of.name, of.tag, fallback, `(${size})`);
  if (size === 0 && keys.length === 0 && !of.protoParts) return `${lead}{}`;
  return { keys, braces: [`${lead}{`, '}'], entries };
}

function planTypedArray({ ctx, value, name, tag, protoParts }) {
  const keys = keysBesideIndexes(value, ctx);
  const lead = prefix(name, tag, typedArrayName.call(value), `(${value.length})`);
  if (value.length === 0 && keys.length === 0 && !ctx.showHidden && !protoParts) return `${lead}[]`;
  return { keys, kind: kArray, braces: [`${lead}[`, ']'], entries: typedArrayParts };
}

function planIterator({ ctx, value, tag }, kindName) {
  const keys = ownKeys(value, ctx.showHidden);
  const [items, isKeyValue] = native.previewEntries(value);
  const expected = `${kindName} Iterator`;
  let title = tag !== expected ? `${tag === '' ? '' : `${tag}] [`}${expected}` : tag;
  if (isKeyValue) title = title.replace(/ Iterator$/, ' Entries');
  return {
    keys,
    braces: [`[${title}] {`, '}'],
    entries: isKeyValue ? (c, v, d) => pairParts(c, items, d) : (c, v, d) => itemParts(c, items, d),
  };
}

function planOther(of) {
  const { ctx, value, name, tag } = of;
  const keys = ownKeys(value, ctx.showHidden);
  const nothing = keys.length === 0 && !of.protoParts;
  if (types.isArgumentsObject(value)) {
    return nothing ? '[Arguments] {}' : { keys, braces: ['[Arguments] {', '}'] };
  }
  if (typeof value === 'function') {
    const base = functionText(ctx, value, name, tag);
    return nothing ? ctx.stylize(base, 'special') : { keys, base, braces: ['{', '}'] };
  }
  if (types.isRegExp(value)) {
    return planText(of, keys, nothing, 'RegExp', RegExp.prototype.toString.call(
      name !== null ? value : new RegExp(value)), 'regexp');
  }
  if (types.isDate(value)) {
    const text = Number.isNaN(Date.prototype.getTime.call(value)) ?
      'Invalid Date' : Date.prototype.toISOString.call(value);
    return planText(of, keys, nothing, 'Date', text, 'date');
  }
  if (isError(value)) {
    const base = formatError(ctx, value, name, tag, keys);
    return keys.length === 0 && !of.protoParts ? base : { keys, base, braces: ['{', '}'] };
  }
  if (types.isAnyArrayBuffer(value)) return planArrayBuffer(of, keys, nothing);
  if (types.isBoxedPrimitive(value)) return planBoxed(of, keys);
  if (types.isModuleNamespaceObject(value)) {
    return {
      keys: [],
      braces: [`${prefix(name, tag, 'Module')}{`, '}'],
      entries: (c, v, d) => namespaceParts(c, v, d, keys),
    };
  }
  const entries = specialEntries(value);
  if (entries !== undefined) {
    const fallback = entries.fallback;
    return { keys, braces: [`${prefix(name, tag, fallback)}{`, '}'], entries: entries.parts };
  }
  if (nothing && types.isExternal(value)) {
    const address = native.getExternalValue(value).toString(16);
    return ctx.stylize(`[External: ${address}]`, 'special');
  }
  const lead = name === 'Object' && tag === '' ? '' : prefix(name, tag, fallbackName(value, name));
  return nothing ? `${lead}{}` : { keys, braces: [`${lead}{`, '}'] };
}

// The engine remembers which class made an object that lost its prototype.
function fallbackName(value, name) {
  return name === null ? native.getConstructorName(value) : 'Object';
}

function specialEntries(value) {
  if (types.isDataView(value)) return { fallback: 'DataView', parts: dataViewParts };
  if (types.isPromise(value)) return { fallback: 'Promise', parts: promiseParts };
  if (types.isWeakSet(value)) return { fallback: 'WeakSet', parts: weakSetParts };
  if (types.isWeakMap(value)) return { fallback: 'WeakMap', parts: weakMapParts };
  return undefined;
}

// Regular expressions and dates.
function planText({ ctx, name, tag, depth }, keys, nothing, fallback, text, style) {
  const lead = prefix(name, tag, fallback);
  const base = lead === `${fallback} ` ? text : `${lead}${text}`;
  return nothing || isTooDeep(ctx, depth) ?
    ctx.stylize(base, style) : { keys, base, braces: ['{', '}'] };
}

function planArrayBuffer({ ctx, value, name, tag, insideTypedArray, depth }, keys, nothing) {
  const lead = prefix(name, tag, types.isArrayBuffer(value) ? 'ArrayBuffer' : 'SharedArrayBuffer');
  const length = hiddenPart(ctx, value, depth, 'byteLength');
  if (insideTypedArray) {
    return nothing ? `${lead}{ ${length} }` :
      { keys, braces: [`${lead}{`, '}'], entries: () => [length] };
  }
  return {
    keys,
    braces: [`${lead}{`, '}'],
    entries: () => [...bufferParts(ctx, value), length],
  };
}

function planBoxed({ ctx, value, name, tag }, keys) {
  let type;
  let inner;
  if (types.isNumberObject(value)) {
    type = 'Number';
    inner = Number.prototype.valueOf.call(value);
  } else if (types.isStringObject(value)) {
    type = 'String';
    inner = String.prototype.valueOf.call(value);
    keys.splice(0, inner.length);  // the characters come first among the keys
  } else if (types.isBooleanObject(value)) {
    type = 'Boolean';
    inner = Boolean.prototype.valueOf.call(value);
  } else if (types.isBigIntObject(value)) {
    type = 'BigInt';
    inner = BigInt.prototype.valueOf.call(value);
  } else {
    type = 'Symbol';
    inner = Symbol.prototype.valueOf.call(value);
  }
  let base = `[${type}`;
  if (name === null) base += ' (null prototype)';
  else if (type !== name) base += ` (${name})`;
  base += `: ${formatPrimitive({ ...ctx, stylize: (text) => text, compact: true }, inner)}]`;
  if (tag !== '' && tag !== name) base += ` [${tag}]`;
  return keys.length === 0 ? ctx.stylize(base, type.toLowerCase()) :
    { keys, base, braces: ['{', '}'] };
}

// 'class A' but not a function whose text happens to begin so.
function isClass(source) {
  if (!source.startsWith('class') || !source.endsWith('}')) return false;
  const head = source.slice(5, -1);
  const brace = head.indexOf('{');
  return brace !== -1 && (!head.slice(0, brace).includes('(') ||
    /^(\s+[^(]*?)\s*{/.test(head.replace(/(\/\/.*?\n)|(\/\*(.|\n)*?\*\/)/g, '')));
}

function functionText(ctx, value, name, tag) {
  const isNamed = hasOwn(value, 'name') && value.name !== '';
  if (isClass(Function.prototype.toString.call(value))) {
    let text = `[class ${isNamed ? value.name : '(anonymous)'}`;
    if (name !== 'Function' && name !== null) text += ` [${name}]`;
    if (tag !== '' && name !== tag) text += ` [${tag}]`;
    if (name === null) return `${text} extends null]`;
    const superName = Object.getPrototypeOf(value).name;
    return superName ? `${text} extends ${superName}]` : `${text}]`;
  }
  const type = `${types.isAsyncFunction(value) ? 'Async' : ''}` +
    `${types.isGeneratorFunction(value) ? 'Generator' : ''}Function`;
  let text = `[${type}${name === null ? ' (null prototype)' : ''}`;
  if (value.name === '') text += ' (anonymous)';
  else text += `: ${typeof value.name === 'string' ? value.name : formatValue(ctx, value.name, 0)}`;
  text += ']';
  if (name !== type && name !== null) text += ` ${name}`;
  return tag !== '' && name !== tag ? `${text} [${tag}]` : text;
}

function formatObject(ctx, value, depth, insideTypedArray) {
  const p = plan(ctx, value, depth, insideTypedArray);
  if (typeof p === 'string') return p;
  if (isTooDeep(ctx, depth)) {
    const fallback = Array.isArray(value) ? 'Array' : fallbackName(value, p.name);
    const lead = prefix(p.name, p.tag, fallback).slice(0, -1);
    return ctx.stylize(p.name === null ? lead : `[${lead}]`, 'special');
  }
  let { base, braces } = p;
  let parts;
  const level = ctx.indentationLvl;
  ctx.seen.push(value);
  ctx.currentDepth = depth + 1;
  try {
    parts = p.entries === undefined ? [] : p.entries(ctx, value, depth + 1);
    for (const key of p.keys) parts.push(formatProperty(ctx, value, depth + 1, key, p.kind));
    if (p.protoParts !== undefined) parts.push(...p.protoParts());
  } catch (error) {
    if (!isStackOverflowError(error)) throw error;
    ctx.seen.pop();
    ctx.indentationLvl = level;
    const lead = prefix(p.name, p.tag, 'Object').slice(0, -1);
    return ctx.stylize(`[${lead}: Inspection interrupted prematurely. ` +
      'Maximum call stack size exceeded.]', 'special');
  }
  const number = ctx.circular?.get(value);
  if (number !== undefined) {
    const reference = ctx.stylize(`<ref *${number}>`, 'special');
    if (ctx.compact === true) braces = [`${reference} ${braces[0]}`, braces[1]];
    else base = base === '' ? reference : `${reference} ${base}`;
  }
  ctx.seen.pop();
  if (ctx.sorted) sortParts(ctx, parts, p.kind, p.keys.length);
  const text = combine(ctx, parts, base, braces, p.kind, depth + 1, value);
  const spent = (ctx.budget[ctx.indentationLvl] ?? 0) + text.length;
  ctx.budget[ctx.indentationLvl] = spent;
  if (spent > kMaxBudget) ctx.depth = -1;  // too much already: show no more levels
  return text;
}

function sortParts(ctx, parts, kind, keyCount) {
  const compare = ctx.sorted === true ? undefined : ctx.sorted;
  if (kind === kObject) {
    parts.sort(compare);
  } else if (keyCount > 1) {
    const first = parts.length - keyCount;
    parts.push(...parts.splice(first).sort(compare));
  }
}

// --- properties

function keyText(ctx, key, isHidden) {
  let text;
  if (typeof key === 'symbol') {
    text = ctx.stylize(escape(Symbol.prototype.toString.call(key)), 'symbol');
  } else if (key === '__proto__') {
    text = "['__proto__']";
  } else if (isHidden) {
    return `[${key}]`;
  } else if (kIdentifier.test(key)) {
    return ctx.stylize(key, 'name');
  } else {
    return ctx.stylize(quote(key), 'string');
  }
  return isHidden ? `[${text}]` : text;
}

function formatProperty(ctx, value, depth, key, kind, descriptor, receiver = value) {
  const d = descriptor ?? Object.getOwnPropertyDescriptor(value, key) ??
    { value: value[key], enumerable: true };
  let text;
  let gap = ' ';
  if (d.value !== undefined) {
    const indent = ctx.compact !== true || kind !== kObject ? 2 : 3;
    ctx.indentationLvl += indent;
    text = formatValue(ctx, d.value, depth);
    if (indent === 3 && ctx.breakLength < getStringWidth(text, ctx.colors)) {
      gap = `\n${' '.repeat(ctx.indentationLvl)}`;
    }
    ctx.indentationLvl -= indent;
  } else if (d.get !== undefined) {
    text = formatGetter(ctx, d, receiver, depth);
  } else {
    text = d.set !== undefined ?
      ctx.stylize('[Setter]', 'special') : ctx.stylize('undefined', 'undefined');
  }
  if (kind === kArrayEntries) return text;
  return `${keyText(ctx, key, d.enumerable === false)}:${gap}${text}`;
}

function formatGetter(ctx, d, receiver, depth) {
  const label = d.set !== undefined ? 'Getter/Setter' : 'Getter';
  const special = (text) => ctx.stylize(text, 'special');
  const wanted = ctx.getters && (ctx.getters === true ||
    ctx.getters === (d.set === undefined ? 'get' : 'set'));
  if (!wanted) return special(`[${label}]`);
  try {
    const value = d.get.call(receiver);
    ctx.indentationLvl += 2;
    const text = value === null ? ctx.stylize('null', 'null') :
      (typeof value === 'object' ? formatValue : formatPrimitive)(ctx, value, depth);
    ctx.indentationLvl -= 2;
    return typeof value === 'object' && value !== null ?
      `${special(`[${label}]`)} ${text}` : `${special(`[${label}:`)} ${text}${special(']')}`;
  } catch (error) {
    const text = formatThrown(ctx, error, depth);
    return `${special(`[${label}:`)} <Inspection threw (${text})>${special(']')}`;
  }
}

function formatThrown(ctx, error, depth) {
  try {
    ctx.indentationLvl += 2;
    return formatValue(ctx, error, depth);
  } finally {
    ctx.indentationLvl -= 2;
  }
}

// A property that is none of the object's own, shown as a hidden one.
function hiddenPart(ctx, value, depth, key) {
  ctx.indentationLvl += 2;
  const text = formatValue(ctx, value[key], depth, true);
  ctx.indentationLvl -= 2;
  return `[${key}]: ${text}`;
}

// Properties of the prototypes of a class of the program (showHidden): no methods.
function prototypeProperties(value, first) {
  const found = [];
  const seen = new Set(Reflect.ownKeys(value));
  let proto = first;
  for (let level = 0; level < 3 && proto !== null; level++, proto = Object.getPrototypeOf(proto)) {
    const maker = Object.getOwnPropertyDescriptor(proto, 'constructor')?.value;
    if (typeof maker === 'function' && isBuiltIn(maker.name)) break;
    for (const key of Reflect.ownKeys(proto)) {
      if (key === 'constructor' || seen.has(key)) continue;
      seen.add(key);
      const descriptor = Object.getOwnPropertyDescriptor(proto, key);
      if (typeof descriptor.value !== 'function') found.push({ proto, key, descriptor });
    }
  }
  return found;
}

function prototypeParts(ctx, value, found, depth) {
  return found.map(({ proto, key, descriptor }) => {
    const text = formatProperty(ctx, proto, depth + 1, key, kProto, descriptor, value);
    return ctx.colors ? `\u001b[2m${text}\u001b[22m` : text;
  });
}

// --- entries

function limit(ctx, length) {
  return Math.min(Math.max(0, ctx.maxArrayLength), length);
}

function arrayParts(ctx, value, depth) {
  const parts = [];
  const length = value.length;
  const most = limit(ctx, length);
  let i = 0;
  let hasHole = false;
  for (; i < length && parts.length < most; i++) {
    if (!Object.prototype.hasOwnProperty.call(value, i)) {
      hasHole = true;
      break;
    }
    parts.push(formatProperty(ctx, value, depth, i, kArrayEntries));
  }
  if (hasHole) return sparseParts(ctx, value, depth, most, parts, i);
  if (i < length) parts.push(remaining(length - i));
  return parts;
}

// A run of holes counts as one entry.
function sparseParts(ctx, value, depth, most, parts, index) {
  const keys = Object.keys(value);
  let i = index;
  for (let k = index; k < keys.length && parts.length < most; k++) {
    const key = keys[k];
    const at = Number(key);
    if (!(Number.isInteger(at) && at >= 0 && at < 2 ** 32 - 1 && String(at) === key)) break;
    if (at !== i) {
      parts.push(holes(ctx, at - i));
      i = at;
      if (parts.length === most) break;
    }
    parts.push(formatProperty(ctx, value, depth, key, kArrayEntries));
    i++;
  }
  const rest = value.length - i;
  if (rest > 0) {
    if (parts.length < most) parts.push(holes(ctx, rest));
    else parts.push(remaining(rest));
  }
  return parts;
}

function holes(ctx, n) {
  return ctx.stylize(`<${n} empty item${plural(n)}>`, 'undefined');
}

function typedArrayParts(ctx, value, depth) {
  const most = limit(ctx, value.length);
  const parts = [];
  for (let i = 0; i < most; i++) parts.push(formatPrimitive(ctx, value[i]));
  if (most < value.length) parts.push(remaining(value.length - most));
  if (ctx.showHidden) {
    for (const key of ['BYTES_PER_ELEMENT', 'length', 'byteLength', 'byteOffset', 'buffer']) {
      parts.push(hiddenPart(ctx, value, depth, key));
    }
  }
  return parts;
}

function setParts(ctx, value, depth) {
  return itemParts(ctx, [...setValues.call(value)], depth);
}

function itemParts(ctx, items, depth) {
  const most = limit(ctx, items.length);
  const parts = [];
  ctx.indentationLvl += 2;
  for (let i = 0; i < most; i++) parts.push(formatValue(ctx, items[i], depth));
  ctx.indentationLvl -= 2;
  if (most < items.length) parts.push(remaining(items.length - most));
  return parts;
}

function mapParts(ctx, value, depth) {
  const size = mapSize.call(value);
  const most = limit(ctx, size);
  const parts = [];
  ctx.indentationLvl += 2;
  for (const [key, item] of mapEntries.call(value)) {
    if (parts.length === most) break;
    parts.push(`${formatValue(ctx, key, depth)} => ${formatValue(ctx, item, depth)}`);
  }
  ctx.indentationLvl -= 2;
  if (most < size) parts.push(remaining(size - most));
  return parts;
}

// [ key, value ] of iterators.
function pairParts(ctx, items, depth) {
  const count = items.length / 2;
  const most = limit(ctx, count);
  const parts = [];
  ctx.indentationLvl += 2;
  for (let i = 0; i < most; i++) {
    const pair = [formatValue(ctx, items[i * 2], depth), formatValue(ctx, items[i * 2 + 1], depth)];
    parts.push(combine(ctx, pair, '', ['[', ']'], kArray, depth));
  }
  ctx.indentationLvl -= 2;
  if (most < count) parts.push(remaining(count - most));
  return parts;
}

function bufferParts(ctx, value) {
  let bytes;
  try {
    bytes = new Uint8Array(value);
  } catch {
    return [ctx.stylize('(detached)', 'special')];
  }
  const most = limit(ctx, bytes.length);
  const hex = [];
  for (let i = 0; i < most; i++) hex.push(bytes[i].toString(16).padStart(2, '0'));
  const more = bytes.length - most;
  const rest = more > 0 ? ` ... ${more} more byte${plural(more)}` : '';
  return [`${ctx.stylize('[Uint8Contents]', 'special')}: <${hex.join(' ')}${rest}>`];
}

function dataViewParts(ctx, value, depth) {
  ctx.indentationLvl += 2;
  const buffer = formatValue(ctx, value.buffer, depth);
  ctx.indentationLvl -= 2;
  return [
    hiddenPart(ctx, value, depth, 'byteLength'),
    hiddenPart(ctx, value, depth, 'byteOffset'),
    `[buffer]: ${buffer}`,
  ];
}

function promiseParts(ctx, value, depth) {
  const [state, result] = native.getPromiseDetails(value);
  if (state === native.kPending) return [ctx.stylize('<pending>', 'special')];
  ctx.indentationLvl += 2;
  const text = formatValue(ctx, result, depth);
  ctx.indentationLvl -= 2;
  return [state === native.kRejected ? `${ctx.stylize('<rejected>', 'special')} ${text}` : text];
}

function weakSetParts(ctx, value, depth) {
  if (!ctx.showHidden) return [ctx.stylize(`<${kWeak}>`, 'special')];
  const [items] = native.previewEntries(value);
  return itemParts(ctx, items, depth).sort();
}

function weakMapParts(ctx, value, depth) {
  if (!ctx.showHidden) return [ctx.stylize(`<${kWeak}>`, 'special')];
  const [items] = native.previewEntries(value);
  const parts = [];
  const most = limit(ctx, items.length / 2);
  ctx.indentationLvl += 2;
  for (let i = 0; i < most; i++) {
    parts.push(`${formatValue(ctx, items[i * 2], depth)} => ` +
      formatValue(ctx, items[i * 2 + 1], depth));
  }
  ctx.indentationLvl -= 2;
  parts.sort();
  const more = items.length / 2 - most;
  if (more > 0) parts.push(remaining(more));
  return parts;
}

// Exports of a module may not have a value yet.
function namespaceParts(ctx, value, depth, keys) {
  return keys.map((key) => {
    try {
      return formatProperty(ctx, value, depth, key, kObject);
    } catch (error) {
      if (!(error instanceof ReferenceError)) throw error;
      return `${keyText(ctx, key, false)}: ${ctx.stylize('<uninitialized>', 'special')}`;
    }
  });
}

module.exports = { bigintText, formatPrimitive, formatValue, kInspect, numberText };
