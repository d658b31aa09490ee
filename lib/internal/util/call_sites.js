'use strict';

const {
  validateBoolean,
  validateInteger,
  validateNumber,
  validateObject,
} = require('internal/validators');

const kDefaultFrames = 10;
const kOwnFrames = 2;  // this function and the one of lib/util.js that called it

// getCallSites([frameCount], [options]): the calls on the stack, innermost first.
function getCallSites(frameCount = kDefaultFrames, options = undefined) {
  if (options === undefined) {
    if (typeof frameCount === 'object') {
      options = frameCount;
      frameCount = kDefaultFrames;
    } else {
      options = {};
    }
  }
  validateObject(options, 'options');
  if (options.sourceMap !== undefined) validateBoolean(options.sourceMap, 'options.sourceMap');
  validateNumber(frameCount, 'frameCount');
  validateInteger(frameCount, 'frameCount', 1, 200);
  const sites = binding('util').getCallSites(frameCount + kOwnFrames - 1).slice(kOwnFrames - 1);
  for (const site of sites) site.column = site.columnNumber;
  return sites;
}

module.exports = { getCallSites };
