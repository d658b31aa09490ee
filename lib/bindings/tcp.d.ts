// binding('tcp')
import { Connection, ConnectRequest } from './stream';

export interface Address { address: string; family: 'IPv4' | 'IPv6'; port: number; }

export class TCP implements Connection {
  constructor(type: number);
  open(fd: number): number; // adopts a descriptor
  bind(address: string, port: number, flags?: number): number;
  bind6(address: string, port: number, flags?: number): number;
  connect(request: ConnectRequest, address: string, port: number): number;
  connect6(request: ConnectRequest, address: string, port: number): number;
  getsockname(out: Partial<Address>): number;
  getpeername(out: Partial<Address>): number;
  setNoDelay(on: boolean): number;
  setKeepAlive(on: boolean, delaySeconds: number): number; // 0: the system's delay
  setSimultaneousAccepts(on: boolean): number;
  reset(callback?: () => void): number; // close, but the peer sees a reset
}

export const constants: {
  SOCKET: number; SERVER: number; UV_TCP_IPV6ONLY: number; UV_TCP_REUSEPORT: number;
};
