// binding('spawn_sync'), made by runtime/bindings/spawn_sync.cc.
import type { SpawnOptions } from './process_wrap';

export interface SyncOptions extends SpawnOptions {
  input: (Uint8Array | undefined)[]; // by index in stdio: what the child reads there
  maxBuffer: number; // bytes of all output together; 0: no limit
  timeout: number; // milliseconds; 0: none
  killSignal: number; // 0: SIGTERM
}

export interface SyncResult {
  error: number; // 0, or a negative libuv code; ETIMEDOUT and ENOBUFS after a kill
  pid?: number; // 0 where the program was not started
  status?: number;
  signal?: number; // 0: none
  output?: (Uint8Array | null)[];
}

// Runs the program to its end; no JavaScript runs meanwhile.
export function spawn(options: SyncOptions): SyncResult;
