// binding('icu'), made by runtime/bindings/icu.cc.

// Decodes all the bytes. With `fatal`, malformed input is -2; otherwise it becomes U+FFFD. -1: the
// string would be too long, -3: ICU lacks the encoding.
export function decode(encoding: string, bytes: Uint8Array, fatal: boolean, all: true):
  string | -1 | -2 | -3;
// How many bytes at the end belong to a character that is not complete.
export function decode(encoding: string, bytes: Uint8Array, fatal: boolean, all: false): number;
