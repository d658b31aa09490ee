// What TCP, Pipe and TTY handles have in common (runtime/bindings/stream_wrap.h). Codes are negative
// libuv errors; a method on a handle that is closing returns UV_EBADF.

export interface WriteRequest {
  oncomplete(status: number, handle: Stream): void;
}

export interface Handle {
  close(callback?: () => void): void;
  ref(): void;
  unref(): void;
  hasRef(): boolean;
}

export interface Stream extends Handle {
  // Called by the native side: nread bytes in `data`, or nread < 0 (UV_EOF at the end).
  onread(nread: number, data?: ArrayBuffer): void;
  readStart(): number;
  readStop(): number;
  // 0: all is written, `request` is not used. 1: queued, request.oncomplete follows. < 0: failed.
  writeBuffer(request: WriteRequest, data: Uint8Array): number;
  writev(request: WriteRequest, data: Uint8Array[]): number;
  writeUtf8String(request: WriteRequest, text: string): number;
  writeLatin1String(request: WriteRequest, text: string): number;
  writeAsciiString(request: WriteRequest, text: string): number;
  writeUcs2String(request: WriteRequest, text: string): number;
  // Half-close behind everything that is queued. 0: request.oncomplete(status) follows.
  shutdown(request: { oncomplete(status: number): void }): number;
  setBlocking(on: boolean): number;
  readonly fd: number; // -1 where there is none
  readonly bytesRead: number;
  readonly bytesWritten: number; // queued ones included
  readonly writeQueueSize: number;
}

export interface ConnectRequest {
  oncomplete(status: number, handle: Stream, request: ConnectRequest, readable: true,
             writable: true): void;
}

export interface Connection extends Stream {
  listen(backlog: number): number;
  // Called by the native side for each accepted connection, or with a negative status.
  onconnection(status: number, client?: Connection): void;
}
