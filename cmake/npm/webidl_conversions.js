'use strict';

// Stands in for the package `webidl-conversions` inside the bundle of whatwg-url, which uses these two
// conversions only. The original touches SharedArrayBuffer when it loads, which a startup snapshot forbids.

const kLoneSurrogates =
  /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

exports.any = (value) => value;

exports.USVString = (value, options = {}) => {
  if (typeof value === 'symbol') {
    const context = options.context || 'Value';
    throw new TypeError(`${context} is a symbol, which cannot be converted to a string`);
  }
  return `${value}`.replace(kLoneSurrogates, '\ufffd');
};
