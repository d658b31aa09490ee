// binding('http_parser'): parsing and composing HTTP/1 (runtime/bindings/http_parser.h)
import { Stream } from './stream';

// The functions of setCallbacks get the `owner` as `this`. head, trailers: "name\nvalue\nname...".
// flags: see `flags`, and the version as major << 16 | minor << 20.
export type OnRequest = (method: number, url: string, flags: number, head: string) => 0 | 2;
export type OnResponse = (status: number, message: string, flags: number, head: string) => 0 | 1 | 2;

export function setCallbacks(
  onRequest: OnRequest, onResponse: OnResponse,
  onBody: (bytes: ArrayBuffer) => void,
  onComplete: (trailers: string) => void, // not for requests with flags.NO_BODY
  onUpgrade: (rest: ArrayBuffer) => void, // after an answer of 2; the stream is no longer consumed
  onError: (code: string, reason: string, bytesParsed: number, packet: ArrayBuffer) => void,
  onEnd: (status: number) => void, // UV_EOF, or how the stream failed
  onWritten: (status: number) => void): void;

export class HTTPParser {
  // maxHeaders: 0 is no limit.
  initialize(kind: number, owner: object, maxHeaderSize: number, lenient: boolean,
             maxHeaders: number): void;
  consume(handle: Stream): boolean; // false where the handle cannot be read natively
  unconsume(): void;
  execute(bytes: Uint8Array): void; // not while it runs
  finish(): void;
  close(): void; // must be called; may be, from a callback
  // Both answer 0 (written), 1 (queued, onWritten follows) or a negative code. flags: see `out`.
  respond(statusLine: string, lines: string, connectionLines: string, flags: number,
          body?: string | Uint8Array): number;
  write(data: string | Uint8Array | undefined, flags: number, trailers?: string): number;
  expired(headersMs: number, requestMs: number): boolean; // of the message being received
  inMessage(): boolean; // a message has begun and is not complete; true before the first
  inputWaiting(): boolean; // the stream has bytes that have not been read
}

export function date(): string; // the current date as HTTP writes it
export function now(): number; // the loop's time in milliseconds
export const kinds: { REQUEST: number; RESPONSE: number };
export const flags: {
  KEEP_ALIVE: number; UPGRADE: number; NO_BODY: number; HAS_HOST: number;
  EXPECT_CONTINUE: number; EXPECT_OTHER: number;
};
export const out: { DATE: number; LENGTH: number; CHUNKED: number; LAST: number; LATIN1: number };
export const methods: { [name: string]: number };
