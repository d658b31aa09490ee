// binding('uv'): errors of libuv. Codes are negative numbers.

export function errname(code: number): string;
export function getErrorMessage(code: number): string;
export function getErrorMap(): Map<number, [name: string, message: string]>;

// One constant for each error: UV_EOF, UV_ENOENT, UV_EAI_NONAME ...
declare const constants: { readonly [name: `UV_${string}`]: number };
export default constants;
