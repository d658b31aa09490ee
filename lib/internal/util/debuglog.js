'use strict';

// util.debuglog: messages of a section to stderr, where NODE_DEBUG names it.

let pattern;

function isEnabled(section) {
  if (pattern === undefined) {
    const list = process.env.NODE_DEBUG;
    if (!list) {
      pattern = null;
    } else {
      const sections = list.replace(/[|\\{}()[\]^$+?.]/g, '\\$&').replaceAll('*', '.*')
        .replaceAll(',', '$|^');
      pattern = new RegExp(`^${sections}$`, 'i');
    }
  }
  return pattern !== null && pattern.test(section);
}

function write(section, args) {
  const { formatWithOptions } = require('internal/util/format');
  const { stderr } = process;
  const colors = Boolean(stderr.hasColors?.() && stderr.isTTY);
  const pid = colors ? formatWithOptions({ colors }, '%d', process.pid) : process.pid;
  stderr.write(`${section} ${pid}: ${formatWithOptions({ colors }, ...args)}\n`);
}

// Whether the section is wanted is looked up at the first message.
function debuglog(name, callback) {
  const section = name.toUpperCase();
  let enabled;
  function check() {
    return (enabled ??= isEnabled(section));
  }
  let first = true;
  const logger = (...args) => {
    if (!check()) return;
    if (first) {
      first = false;
      if (typeof callback === 'function') callback((...rest) => write(section, rest));
    }
    write(section, args);
  };
  Object.defineProperty(logger, 'enabled', { get: check, configurable: true, enumerable: true });
  return logger;
}

module.exports = { debuglog };
