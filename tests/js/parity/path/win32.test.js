'use strict';
// path.win32: drives, UNC paths, devices, both separators.
const assert = require('node:assert');
const { win32 } = require('node:path');

assert.strictEqual(require('node:path/win32'), win32);
assert.deepStrictEqual([win32.sep, win32.delimiter], ['\\', ';']);
for (const [f, args, want] of [
  ['normalize', ['C:/a//b/../c'], 'C:\\a\\c'], ['normalize', ['C:..\\a'], 'C:..\\a'], ['normalize', ['C:'], 'C:.'],
  ['normalize', ['\\\\s\\h'], '\\\\s\\h\\'], ['normalize', ['//s/h/a/..'], '\\\\s\\h\\'],
  ['normalize', ['\\\\s'], '\\s'], ['normalize', ['./a:b'], '.\\a:b'], ['normalize', ['COM1:'], '.\\COM1:.'],
  ['normalize', ['a\\..\\CON:b'], 'CON:b'], ['normalize', ['nul:\\..\\x'], '.\\nul:..\\x'],
  ['normalize', ['\\\\?\\C:\\a\\..\\b'], '\\\\?\\C:\\b'], ['normalize', ['/'], '\\'],
  ['join', ['C:\\a', '..', 'b'], 'C:\\b'], ['join', ['//a', 'b'], '\\\\a\\b\\'], ['join', ['/', '//a', 'b'], '\\a\\b'],
  ['join', ['\\\\', 'a', 'b'], '\\a\\b'], ['join', [], '.'],
  ['resolve', ['C:\\a', '..\\b'], 'C:\\b'], ['resolve', ['C:\\a', 'D:\\b'], 'D:\\b'], ['resolve', ['C:\\a', '\\b'], 'C:\\b'],
  ['resolve', ['\\\\s\\h\\a', 'b'], '\\\\s\\h\\a\\b'],
  ['isAbsolute', ['C:\\'], true], ['isAbsolute', ['C:'], false], ['isAbsolute', ['/a'], true], ['isAbsolute', ['\\\\s'], true],
  ['relative', ['C:\\A\\b', 'c:\\a\\B\\c'], 'c'], ['relative', ['C:\\a', 'D:\\a'], 'D:\\a'], ['relative', ['C:\\aa', 'C:\\a'], '..\\a'],
  ['relative', ['\\\\s\\h\\a', '\\\\s\\h\\b'], '..\\b'],
  ['dirname', ['C:\\a\\b'], 'C:\\a'], ['dirname', ['C:a'], 'C:'], ['dirname', ['\\\\s\\h\\a'], '\\\\s\\h\\'], ['dirname', ['C:\\'], 'C:\\'],
  ['basename', ['C:\\a\\b.c', '.c'], 'b'], ['basename', ['C:b'], 'b'], ['basename', ['a/b\\'], 'b'],
  ['extname', ['C:\\a.b\\c.d'], '.d'], ['extname', ['a.b\\c'], ''],
  ['toNamespacedPath', ['C:\\a'], '\\\\?\\C:\\a'], ['toNamespacedPath', ['\\\\s\\h\\a'], '\\\\?\\UNC\\s\\h\\a'],
  ['toNamespacedPath', ['\\\\.\\pipe\\x'], '\\\\.\\pipe\\x'],
]) {
  assert.strictEqual(win32[f](...args), want, `${f}(${args})`);
}
