'use strict';
// util.MIMEType and MIMEParams.
const assert = require('node:assert');
const util = require('node:util');
function outcome(call) {
  try {
    return JSON.stringify(call()) ?? 'undefined';
  } catch (error) {
    return `${error.name} ${error.code}: ${error.message}`;
  }
}
const { MIMEType } = util;

function check(actual, expected) {
  assert.strictEqual(actual, expected);
}

check(outcome(() => String(new MIMEType('TEXT/HTML;Charset=UTF-8'))), '"text/html;charset=UTF-8"');
check(outcome(() => String(new MIMEType(' text/html ; q = 1'))), '"text/html"');
check(outcome(() => String(new MIMEType('a/b;c="x;y\\"z";d=2'))), '"a/b;c=\\"x;y\\\\\\"z\\";d=2"');
check(outcome(() => String(new MIMEType('a/b;c=1;c=2'))), '"a/b;c=1"');
check(outcome(() => String(new MIMEType('a/b;c="unclosed'))), '"a/b;c=unclosed"');
check(outcome(() => new MIMEType('a/b;c=d')), '"a/b;c=d"');
check(outcome(() => new MIMEType('a/b').essence), '"a/b"');
check(outcome(() => new MIMEType('x')),
      'TypeError ERR_INVALID_MIME_SYNTAX: The MIME syntax for a type in "x" is invalid');
check(outcome(() => new MIMEType('a/')),
      'TypeError ERR_INVALID_MIME_SYNTAX: The MIME syntax for a subtype in "a/" is invalid');
check(outcome(() => new MIMEType('te xt/a')),
      'TypeError ERR_INVALID_MIME_SYNTAX: The MIME syntax for a type in "te xt/a" is invalid at 2');
check(outcome(() => [...new MIMEType('a/b;c=d;e=f').params]), '[["c","d"],["e","f"]]');
check(outcome(() => (() => { const m = new MIMEType('a/b'); m.type = 'X'; m.params.set('k', 'v w'); return String(m); })()),
      '"x/b;k=\\"v w\\""');
check(outcome(() => new MIMEType('a/b').params.set('a b', 1)),
      'TypeError ERR_INVALID_MIME_SYNTAX: The MIME syntax for a parameter name in "a b"' +
      ' is invalid at 1');
check(outcome(() => new MIMEType('a/b').params.get('none')), 'null');
