// binding('process_wrap'), made by runtime/bindings/process_wrap.cc.

export const kIgnore: -1;
export const kPipe: -2;

export interface SpawnOptions {
  file: string;
  args: string[]; // with argv[0]
  envPairs?: string[]; // 'NAME=value'; undefined: the environment of this process
  cwd?: string;
  stdio: number[]; // kIgnore, kPipe, or a descriptor to duplicate
  detached?: boolean;
  uid?: number;
  gid?: number;
}

// Starts the program. Where it fails, close() is all that is left to do.
export class Process {
  constructor(options: SpawnOptions);
  readonly error: number; // 0, or a negative libuv code
  readonly pid: number | undefined;
  // The parent's ends by index in stdio, or -1; the caller owns them. Undefined where descriptors
  // have run out.
  readonly pipes: number[] | undefined;
  onexit: (exitCode: number, signal: number) => void;
  kill(signal: number): number;
  close(callback?: () => void): void;
  ref(): void;
  unref(): void;
  hasRef(): boolean;
}

export function closeFd(fd: number): number;
