// binding('os'), made by runtime/bindings/os.cc. What can fail gives a negative libuv code instead.
type Code = number;
type Numbers = Record<string, number>;

export function hostname(): string | Code;
export function homedir(): string | Code;
// sysname, version, release, machine
export function uname(): [string, string, string, string] | Code;
// Seven values for each CPU: model, speed, then the times user, nice, sys, idle, irq.
export function cpus(): (string | number)[] | Code;
export function availableParallelism(): number;
// Seven values for each address: name, address, netmask, family, mac, internal, scope id (-1: none).
export function interfaces(): (string | boolean | number)[] | Code;
export function totalmem(): number;
export function freemem(): number;
export function uptime(): number | Code;
export function loadavg(): [number, number, number];
// uid, gid, then name, home and shell: the raw bytes as Latin-1, so that lib/ can decode them.
export function user(): [number, number, string, string, string | null] | Code;
// The priority, or 1000 - code for a failure, as a priority may be negative itself.
export function getPriority(pid: number): number;
export function setPriority(pid: number, priority: number): 0 | Code;

export const signals: Numbers;
export const errno: Numbers;
export const priority: Numbers;
export const dlopen: Numbers;
export const UV_UDP_REUSEADDR: number;
