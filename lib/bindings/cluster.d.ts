// binding('cluster'), made by cluster/js/primary_wrap.cc and worker_link_wrap.cc.
import type { Channel } from './ipc';

type AddressType = 4 | 6 | -1 | 'udp4' | 'udp6'; // -1: a path

export class Primary {
  constructor(roundRobin: boolean); // else the workers share each socket
  addWorker(id: number, channel: Channel): void;
  disconnect(id: number): void;
  workerExited(id: number): void;
  ononline: (id: number) => void;
  onleaving: (id: number) => void;
  onlistening: (id: number, addressType: AddressType, address: string | null, port: number,
                fd: number | undefined) => void;
}

export interface ListenRequest {
  address: string | null; // numeric, or an absolute path
  port: number | null;
  addressType: AddressType | null;
  fd?: number | null; // of the primary
  flags?: number | null;
  backlog?: number;
  readableAll?: boolean;
  writableAll?: boolean;
  data?: string; // the first worker's is given to all
}

export interface ListenReply {
  key: string;
  listener: number;
  fd: number; // the socket, which the receiver owns; -1: connections are handed over
  data: string | null;
  sockname: { address: string; family: 'IPv4' | 'IPv6'; port: number } | null;
}

export class WorkerLink {
  constructor(channel: Channel);
  online(): void;
  // False: the channel is closed and nothing will be called.
  listen(request: ListenRequest, callback: (error: number, reply?: ListenReply) => void): boolean;
  listening(listener: number, request: ListenRequest, port: number): void;
  closeListener(key: string): void;
  leave(known: () => void): boolean;
  drained(cut: number): void;
  // Whether a connection is taken; runs no user code.
  accepts: (key: string) => boolean;
  // A connection that was taken; the receiver owns fd.
  onconnection: (key: string, fd: number) => void;
  ondisconnect: () => void;
  ondrain: (quietMs: number, deadlineMs: number) => void;
}
