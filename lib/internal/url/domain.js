'use strict';

const { codes } = require('internal/errors');
const { parse } = require('internal/url/parts');

// The domain as a URL holds it: in Punycode, lower case. '' if it is not valid.
function domainToASCII(domain) {
  if (arguments.length < 1) throw new codes.ERR_MISSING_ARGS('domain');
  domain = `${domain}`;
  const name = /^[^/?#\\]*/.exec(domain)[0];
  if (name === '' || /[ @]/.test(name) || /:(?![^[]*\])/.test(name)) return '';
  return parse(`ws://${name}`)?.host ?? '';
}

function domainToUnicode(domain) {
  if (arguments.length < 1) throw new codes.ERR_MISSING_ARGS('domain');
  const ascii = domainToASCII(`${domain}`);
  return ascii.includes('xn--') ? require('npm/tr46').toUnicode(ascii).domain : ascii;
}

module.exports = { domainToASCII, domainToUnicode };
