// binding('buffer'), made by runtime/bindings/buffer.cc. Ranges are clamped to the view; missing
// ends mean the whole. A string result that would be too long for the engine is -1 instead.
type Bytes = ArrayBuffer | SharedArrayBuffer | ArrayBufferView;
type Slice = (bytes: Bytes, start?: number, end?: number) => string | -1;
// Returns the bytes written; a character that does not fit whole is not written.
type Write = (target: ArrayBufferView, text: string, offset: number, length?: number) => number;

export const utf8Slice: Slice;
export const latin1Slice: Slice;
export const asciiSlice: Slice;
export const ucs2Slice: Slice;
export const hexSlice: Slice;
export const base64Slice: Slice;
export const base64urlSlice: Slice;
export const utf8Write: Write;
export const latin1Write: Write;
export const ucs2Write: Write;
export const hexWrite: Write;
export const base64Write: Write;  // takes base64url as well

export function byteLengthUtf8(text: string): number;
// Memory that is not cleared; undefined when there is none.
export function allocateUninitialized(size: number): ArrayBuffer | undefined;
export function encodeUtf8(text: string): Uint8Array | undefined;
// result[0]: UTF-16 units read, result[1]: bytes written.
export function encodeInto(text: string, target: Uint8Array, result: Uint32Array): void;

export function copy(source: Bytes, target: Bytes, targetStart: number, sourceStart: number,
                     count: number): void;
export function fill(target: ArrayBufferView, pattern: Bytes, start: number, end: number): void;
export function compare(a: Bytes, b: Bytes): -1 | 0 | 1;
export function compareRange(a: Bytes, aStart: number, aEnd: number, b: Bytes, bStart: number,
                             bEnd: number): -1 | 0 | 1;
export function swap(target: ArrayBufferView, width: 2 | 4 | 8): void;

// The first match at or after `from`, or the last that starts at or before it; only at multiples of
// `step` bytes. -1 if there is none.
export function indexOfBytes(haystack: Bytes, needle: Bytes, from: number, step: 1 | 2,
                             forward: boolean): number;
export function indexOfNumber(haystack: Bytes, byte: number, from: number, step: 1,
                              forward: boolean): number;

export function isAscii(bytes: Bytes): boolean;
export function isUtf8(bytes: Bytes): boolean;
export function btoa(text: string): string | -1;       // -1: a character above U+00FF
export function atob(text: string): string | -1 | -2;  // -1: bad character, -2: bad length

export const kMaxLength: number;
export const kStringMaxLength: number;
