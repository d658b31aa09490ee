// binding('fs'): the contract between lib/internal/fs and runtime/bindings/fs*.cc.
//
// Every function with a `req` runs in one of two ways. Without it the answer is the result or, on
// failure, a negative libuv code. With it the answer is 0 (or a negative code where nothing was
// started) and req.oncomplete is called later, off the loop.

type Path = string | Uint8Array; // without NUL bytes; strings are UTF-8
type Code = number; // negative: a libuv code
type Nothing = undefined | Code;
type View = ArrayBufferView;
// Overwritten by the next call: copy the fields out at once. 18 fields a file (fs_stats.h), or for
// statfs type bsize frsize blocks bfree bavail files ffree.
type StatsArray = Float64Array | BigInt64Array;

interface Request<T> {
  // syscall and path: for the functions of several system calls (marked *), which one failed.
  oncomplete(errno: Code, value: T | undefined, syscall?: string, path?: string): void;
}

export const constants: Record<string, number>; // fs.constants
export const kRenamed: number;
export const kChanged: number;

export function exists(path: Path): boolean;
// 0: something that is no directory, 1: a directory, negative: nothing
export function internalModuleStat(path: Path): number;
// What the last synchronous call of a function marked * failed at.
export function lastFailure(): [syscall: string, path: string];

export function access(path: Path, mode: number, req?: Request<undefined>): Nothing;
export function open(path: Path, flags: number, mode: number, req?: Request<number>): number;
export function close(fd: number, req?: Request<undefined>): Nothing;
export function fsync(fd: number, req?: Request<undefined>): Nothing;
export function fdatasync(fd: number, req?: Request<undefined>): Nothing;
export function ftruncate(fd: number, length: number, req?: Request<undefined>): Nothing;
export function unlink(path: Path, req?: Request<undefined>): Nothing;
export function rmdir(path: Path, req?: Request<undefined>): Nothing;
export function rename(from: Path, to: Path, req?: Request<undefined>): Nothing;
export function link(from: Path, to: Path, req?: Request<undefined>): Nothing;
export function symlink(target: Path, path: Path, flags: 0, req?: Request<undefined>): Nothing;
export function copyFile(from: Path, to: Path, mode: number, req?: Request<undefined>): Nothing;
export function chmod(path: Path, mode: number, req?: Request<undefined>): Nothing;
export function fchmod(fd: number, mode: number, req?: Request<undefined>): Nothing;
// uid, gid: -1 leaves it
export function chown(path: Path, uid: number, gid: number, req?: Request<undefined>): Nothing;
export function lchown(path: Path, uid: number, gid: number, req?: Request<undefined>): Nothing;
export function fchown(fd: number, uid: number, gid: number, req?: Request<undefined>): Nothing;
// seconds
export function utimes(path: Path, atime: number, mtime: number, req?: Request<undefined>): Nothing;
export function lutimes(path: Path, atime: number, mtime: number, req?: Request<undefined>): Nothing;
export function futimes(fd: number, atime: number, mtime: number, req?: Request<undefined>): Nothing;

// Names come as strings, or as Uint8Arrays where asBytes.
type Name = string | Uint8Array;
export function readlink(path: Path, asBytes: boolean, req?: Request<Name>): Name | Code;
export function realpath(path: Path, asBytes?: boolean, req?: Request<Name>): Name | Code;
// template ends in XXXXXX
export function mkdtemp(template: Path, asBytes: boolean, req?: Request<Name>): Name | Code;

export function stat(path: Path, bigint: boolean, req?: Request<StatsArray>): StatsArray | Code;
export function lstat(path: Path, bigint: boolean, req?: Request<StatsArray>): StatsArray | Code;
export function fstat(fd: number, bigint: boolean, req?: Request<StatsArray>): StatsArray | Code;
// *
export function statfs(path: Path, bigint: boolean, req?: Request<StatsArray>): StatsArray | Code;

// position: negative for the descriptor's own. The result is a number of bytes.
type Position = number | bigint;
export function read(fd: number, view: View, offset: number, length: number, position: Position,
                     req?: Request<number>): number;
export function write(fd: number, view: View, offset: number, length: number, position: Position,
                      req?: Request<number>): number;
export function readv(fd: number, views: View[], position: Position, req?: Request<number>): number;
export function writev(fd: number, views: View[], position: Position, req?: Request<number>): number;
export function writeUtf8(fd: number, text: string, position: Position,
                          req?: Request<number>): number;

// * The whole file from the descriptor's position on. EFBIG: longer than a string may be.
export function readFileUtf8(target: Path | number, flags?: number): string | Code;
// * With limit >= 0 the answer is a descriptor for what is larger or no regular file; the caller reads
// and closes it. E2BIG: larger than 2 GiB.
type Contents = string | ArrayBuffer | number;
export function readFile(target: Path | number, flags: number, asString: boolean, limit: number,
                         req?: Request<Contents>): Contents;
// *
export function writeFile(target: Path | number, data: string | View, flags: number, mode: number,
                          flush: boolean, req?: Request<undefined>): Nothing;

// Sorted by bytes. With types: two lists, the second of UV_DIRENT_*.
type Listing = Name[] | [Name[], number[]];
export function readdir(path: Path, asBytes: boolean, withTypes: boolean,
                        req?: Request<Listing>): Listing | Code;
// An open directory is a number. One operation at a time.
export function opendir(path: Path, req?: Request<number>): number;
// name, type, name, type...; null at the end
export function dirRead(dir: number, asBytes: boolean, count: number,
                        req?: Request<(Name | number)[] | null>): (Name | number)[] | null | Code;
export function dirClose(dir: number, req?: Request<undefined>): Nothing;

// * recursive: the first directory made
export function mkdir(path: Path, mode: number, recursive: boolean,
                      req?: Request<string | undefined>): string | Nothing;
// * Everything below, links not followed.
export function removeTree(path: Path, req?: Request<undefined>): Nothing;

declare class Handle {
  close(callback?: () => void): void;
  ref(): void;
  unref(): void;
  hasRef(): boolean;
}
export class FSEvent extends Handle {
  start(path: Path, asBytes: boolean): Code;
  // events: kRenamed and kChanged added up
  onchange: (errno: Code, events: number, name: Name | null) => void;
}
export class StatWatcher extends Handle {
  constructor(bigint: boolean);
  start(path: Path, interval: number): Code;
  // stats: the file as it is, then as it was
  onchange: (errno: Code, stats: StatsArray) => void;
}
