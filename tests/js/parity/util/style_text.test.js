'use strict';
// util.styleText.
const assert = require('node:assert');
const util = require('node:util');
function outcome(call) {
  try {
    return JSON.stringify(call()) ?? 'undefined';
  } catch (error) {
    return `${error.name} ${error.code}: ${error.message}`;
  }
}
const style = (format, text) => util.styleText(format, text, { validateStream: false });

function check(actual, expected) {
  assert.strictEqual(actual, expected);
}

check(outcome(() => style('red', 'x')), '"\\u001b[31mx\\u001b[39m"');
check(outcome(() => style(['bold', 'red'], 'x')), '"\\u001b[1m\\u001b[31mx\\u001b[39m\\u001b[22m"');
check(outcome(() => style('none', 'x')), '"x"');
check(outcome(() => style('#ff0000', 'x')), '"\\u001b[38;2;255;0;0mx\\u001b[39m"');
check(outcome(() => style('#f00', 'x')), '"\\u001b[38;2;255;0;0mx\\u001b[39m"');
check(outcome(() => style(['red', 'bold'], 'a\x1b[39mb\x1b[22mc')),
      '"\\u001b[31m\\u001b[1ma\\u001b[31mb\\u001b[22m\\u001b[1mc\\u001b[22m\\u001b[39m"');
check(outcome(() => style('nope', 'x').length),
      'TypeError ERR_INVALID_ARG_VALUE: The argument \'format\' must be one of: \'reset\', ' +
      '\'bold\', \'dim\', \'italic\', \'underline\', \'blink\', \'inverse\', \'hidden\', \'strikethrou' +
      'gh\', \'doubleunderline\', \'black\', \'red\', \'green\', \'yellow\', \'blue\', \'magenta\', \'c' +
      'yan\', \'white\', \'bgBlack\', \'bgRed\', \'bgGreen\', \'bgYellow\', \'bgBlue\', \'bgMagenta\',' +
      ' \'bgCyan\', \'bgWhite\', \'framed\', \'overlined\', \'gray\', \'redBright\', \'greenBright\',' +
      ' \'yellowBright\', \'blueBright\', \'magentaBright\', \'cyanBright\', \'whiteBright\', \'bg' +
      'Gray\', \'bgRedBright\', \'bgGreenBright\', \'bgYellowBright\', \'bgBlueBright\', \'bgMage' +
      'ntaBright\', \'bgCyanBright\', \'bgWhiteBright\', \'grey\', \'blackBright\', \'bgGrey\', \'b' +
      'gBlackBright\', \'faint\', \'crossedout\', \'strikeThrough\', \'crossedOut\', \'conceal\', ' +
      '\'swapColors\', \'swapcolors\', \'doubleUnderline\'. Received \'nope\'');
check(outcome(() => style('red', 5)),
      'TypeError ERR_INVALID_ARG_TYPE: The "text" argument must be of type string. Rece' +
      'ived type number (5)');
check(outcome(() => style('#ff', 'x')),
      'TypeError ERR_INVALID_ARG_VALUE: The argument \'format\' must be a valid hex color' +
      ' (#RGB or #RRGGBB). Received \'#ff\'');
check(outcome(() => util.styleText('red', 'x', { stream: {} })),
      'TypeError ERR_INVALID_ARG_TYPE: The "stream" argument must be an instance of Rea' +
      'dableStream, WritableStream, or Stream. Received an instance of Object');
check(outcome(() => util.styleText('red', 'x', { validateStream: 1 })),
      'TypeError ERR_INVALID_ARG_TYPE: The "options.validateStream" property must be of' +
      ' type boolean. Received type number (1)');
