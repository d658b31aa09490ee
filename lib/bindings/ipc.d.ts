// binding('ipc'), made by cluster/js/channel_wrap.cc.

export class Channel {
  // Owns fd, one end of a UNIX stream socket, from now on. advanced: messages are sent in V8's
  // format instead of JSON; both are received.
  constructor(fd: number, advanced: boolean);
  readonly error: number; // 0, or a negative libuv code
  // Bytes that wait to be written, or a negative libuv code: EPIPE (closed), ENOBUFS (too much
  // waits), EMSGSIZE. Throws what cannot be written as a message. The descriptor is duplicated.
  // callback(status) runs from the loop once the message is written or never will be.
  send(message: unknown, internal: boolean, callback?: (status: number) => void): number;
  send(message: unknown, internal: boolean, callback: ((status: number) => void) | undefined,
       handleKind: number, fd: number, info: string): number;
  // The receiver owns fd; -1: it was lost on the way.
  onmessage: (message: unknown, internal: boolean, handleKind?: number, fd?: number,
              info?: string) => void;
  // Once, unless close() was called: the peer has ended the channel (0) or broken it.
  onclose: (code: number) => void;
  // When everything that waits is written.
  close(): void;
  ref(): void;
  unref(): void;
  hasRef(): boolean;
  readonly fd: number; // -1 when closed
  readonly writeQueueSize: number;
}

export function descriptorKind(fd: number): 'tcp' | 'pipe' | 'udp';
export function closeDescriptor(fd: number): void;
