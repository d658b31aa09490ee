'use strict';

// Whether a program speaks the channel of this runtime.

const fs = require('fs');
const path = require('path');

// Runtimes with a wire format of their own, by the names of their programs. Anything else may be a
// script or a tool that starts this runtime in the end.
const kOthers = new Set(['node', 'nodejs', 'bun', 'deno']);

function realPath(file) {
  try {
    return fs.realpathSync(file);
  } catch {
    return undefined;
  }
}

function findInPath(file, search) {
  for (const folder of search.split(':')) {
    const found = realPath(path.join(folder, file));
    if (found !== undefined) return found;
  }
  return undefined;
}

// False for another runtime. A file named `node` may well be a link to this one.
function speaksOurs(file) {
  if (file === process.execPath || !kOthers.has(path.basename(file))) return true;
  const found = file.includes('/') ? realPath(file) : findInPath(file, process.env.PATH ?? '');
  return found === undefined || found === realPath(process.execPath);
}

module.exports = { speaksOurs };
