// binding('dns'): the system's resolver. A negative return value means that the query did not start.

export function getaddrinfo(
  request: { oncomplete(status: number, addresses: string[]): void },
  host: string, family: 0 | 4 | 6, hints: number, order: number): number;
export function getnameinfo(
  request: { oncomplete(status: number, hostname?: string, service?: string): void },
  address: string, port: number): number;
export function canonicalizeIP(address: string): string | undefined;

export const AI_ADDRCONFIG: number;
export const AI_ALL: number;
export const AI_V4MAPPED: number;
export const ORDER_VERBATIM: number;
export const ORDER_IPV4_FIRST: number;
export const ORDER_IPV6_FIRST: number;
