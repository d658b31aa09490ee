// binding('structured_clone'), made by runtime/bindings/structured_clone.cc.

// What cannot be cloned throws makeError(message).
export function structuredClone(value: unknown, transfer: unknown[],
                                makeError: (message: string) => Error): unknown;
// To be called before messages with Buffers are read or written.
export function setBufferPrototype(prototype: object): void;
