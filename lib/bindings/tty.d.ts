// binding('tty'): terminals, and what standard streams need to know of a descriptor
import { Stream } from './stream';

export class TTY implements Stream {
  // On failure context.code is the negative code, and the handle is closed.
  constructor(fd: number, context: { code?: number });
  getWindowSize(out: [columns: number, rows: number]): number;
  setRawMode(on: boolean): number; // undone at exit
}

export function isTTY(fd: number): boolean;
export function guessHandleType(fd: number): 'TTY' | 'FILE' | 'PIPE' | 'TCP' | 'UDP' | 'UNKNOWN';
// Writes everything, waiting where the descriptor is full. Strings are written as UTF-8.
export function writeSync(fd: number, data: string | Uint8Array): number;
