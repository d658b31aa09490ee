// binding('util'): what JavaScript cannot see of its own values.

// Promise: [state, result]; the result is undefined while pending.
export const kPending: 0;
export const kFulfilled: 1;
export const kRejected: 2;
export function getPromiseDetails(promise: Promise<unknown>): [state: number, result: unknown];

// Proxy: [target, handler], both null once revoked; undefined where the value is no proxy.
export function getProxyDetails(value: unknown): [target: unknown, handler: unknown] | undefined;

// Entries of a Map, Set, WeakMap, WeakSet or an iterator of Map or Set, without running it:
// keys and values by turns where isKeyValue. undefined for other values.
export function previewEntries(value: object): [entries: unknown[], isKeyValue: boolean] | undefined;

// Own keys that are no array index; strings only (and enumerable) where onlyEnumerable.
export function getOwnNonIndexProperties(object: object, onlyEnumerable: boolean): PropertyKey[];

// The name of the class that made the object, also where `constructor` was deleted.
export function getConstructorName(object: object): string;

// The memory address of an External, as BigInt.
export function getExternalValue(external: unknown): bigint;

// The innermost `frames` calls, this one's caller first.
export interface CallSite {
  functionName: string;
  scriptId: string;
  scriptName: string;
  lineNumber: number;
  columnNumber: number;
}
export function getCallSites(frames: number): CallSite[];

// The kind of a value as the engine knows it, whatever its prototype says.
export function isArgumentsObject(value: unknown): boolean;
export function isArrayBuffer(value: unknown): boolean;
export function isAsyncFunction(value: unknown): boolean;
export function isBigIntObject(value: unknown): boolean;
export function isBooleanObject(value: unknown): boolean;
export function isBoxedPrimitive(value: unknown): boolean;
export function isDataView(value: unknown): boolean;
export function isDate(value: unknown): boolean;
export function isExternal(value: unknown): boolean;
export function isGeneratorFunction(value: unknown): boolean;
export function isGeneratorObject(value: unknown): boolean;
export function isMap(value: unknown): boolean;
export function isMapIterator(value: unknown): boolean;
export function isModuleNamespaceObject(value: unknown): boolean;
export function isNativeError(value: unknown): boolean;
export function isNumberObject(value: unknown): boolean;
export function isPromise(value: unknown): boolean;
export function isProxy(value: unknown): boolean;
export function isRegExp(value: unknown): boolean;
export function isSet(value: unknown): boolean;
export function isSetIterator(value: unknown): boolean;
export function isSharedArrayBuffer(value: unknown): boolean;
export function isStringObject(value: unknown): boolean;
export function isSymbolObject(value: unknown): boolean;
export function isWasmModuleObject(value: unknown): boolean;
export function isWeakMap(value: unknown): boolean;
export function isWeakSet(value: unknown): boolean;
