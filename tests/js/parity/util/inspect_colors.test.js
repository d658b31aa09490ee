'use strict';
// Colors, by inspect.styles.
const assert = require('node:assert');
const { inspect } = require('node:util');

function check(actual, expected) {
  assert.strictEqual(actual, expected);
}

check(inspect({ a: 1, b: 'x', c: null, d: undefined, e: true, f: 1n, g: Symbol('q') }, { colors: true }),
      '{ a: \x1b[33m1\x1b[39m, b: \x1b[32m\'x\'\x1b[39m, c: \x1b[1mnull\x1b[22m, d: \x1b[90mundefined\x1b[39m, e:' +
      ' \x1b[33mtrue\x1b[39m, f: \x1b[33m1n\x1b[39m, g: \x1b[32mSymbol(q)\x1b[39m }');
check(inspect([new Date(0), () => {}, class A {}, , [[[[]]]]], { colors: true }), [
  '[',
  '  \x1b[35m1970-01-01T00:00:00.000Z\x1b[39m,',
  '  \x1b[36m[Function (anonymous)]\x1b[39m,',
  '  \x1b[36m[class A]\x1b[39m,',
  '  \x1b[90m<1 empty item>\x1b[39m,',
  '  [ [ \x1b[36m[Array]\x1b[39m ] ]',
  ']',
].join('\n'));
check(inspect(new Map([['a', 1]]), { colors: true }),
      'Map(1) { \x1b[32m\'a\'\x1b[39m => \x1b[33m1\x1b[39m }');
check(inspect([new Number(3), Promise.resolve(1), new WeakSet(), Buffer.from('a')], { colors: true }), [
  '[',
  '  \x1b[33m[Number: 3]\x1b[39m,',
  '  Promise { \x1b[33m1\x1b[39m },',
  '  WeakSet { \x1b[36m<items unknown>\x1b[39m },',
  '  <Buffer 61>',
  ']',
].join('\n'));
check(inspect({ 'k-k': 1, get g() { return 1; } }, { colors: true }),
      '{ \x1b[32m\'k-k\'\x1b[39m: \x1b[33m1\x1b[39m, g: \x1b[36m[Getter]\x1b[39m }');
check(inspect(Array.from({ length: 9 }, (_, i) => i * 10), { colors: true }), [
  '[',
  '   \x1b[33m0\x1b[39m, \x1b[33m10\x1b[39m, \x1b[33m20\x1b[39m, \x1b[33m30\x1b[39m, \x1b[33m40\x1b[39m,',
  '  \x1b[33m50\x1b[39m, \x1b[33m60\x1b[39m, \x1b[33m70\x1b[39m, \x1b[33m80\x1b[39m',
  ']',
].join('\n'));
check(JSON.stringify(inspect.styles),
      '{"special":"cyan","number":"yellow","bigint":"yellow","boolean":"yellow","undefi' +
      'ned":"grey","null":"bold","string":"green","symbol":"green","date":"magenta","re' +
      'gexp":"red","module":"underline"}');
check(JSON.stringify(inspect.colors.bold), '[1,22]');
check(JSON.stringify(inspect.colors.grey), '[90,39]');
check(Object.keys(inspect.colors).join(),
      'reset,bold,dim,italic,underline,blink,inverse,hidden,strikethrough,doubleunderli' +
      'ne,black,red,green,yellow,blue,magenta,cyan,white,bgBlack,bgRed,bgGreen,bgYellow' +
      ',bgBlue,bgMagenta,bgCyan,bgWhite,framed,overlined,gray,redBright,greenBright,yel' +
      'lowBright,blueBright,magentaBright,cyanBright,whiteBright,bgGray,bgRedBright,bgG' +
      'reenBright,bgYellowBright,bgBlueBright,bgMagentaBright,bgCyanBright,bgWhiteBrigh' +
      't');
