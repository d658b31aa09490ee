// binding('pipe'): UNIX stream sockets, and pipes opened by descriptor
import { Connection, ConnectRequest } from './stream';

export class Pipe implements Connection {
  constructor(type: number);
  open(fd: number): number;
  bind(path: string): number; // UV_EINVAL where the path is too long
  connect(request: ConnectRequest, path: string): number;
  fchmod(mode: number): number;
}

export const constants: {
  SOCKET: number; SERVER: number; IPC: number; UV_READABLE: number; UV_WRITABLE: number;
};
