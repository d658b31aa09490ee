'use strict';

const {
  URL, URLSearchParams, fileURLToPath, fileURLToPathBuffer, pathToFileURL, urlToHttpOptions,
} = require('internal/url');

// For old programs only: loaded with the first call.
function parse(url, parseQueryString, slashesDenoteHost) {
  return require('internal/url/legacy').urlParse(url, parseQueryString, slashesDenoteHost);
}

function resolve(source, relative) {
  return require('internal/url/legacy').urlResolve(source, relative);
}

function resolveObject(source, relative) {
  return require('internal/url/legacy').urlResolveObject(source, relative);
}

function format(urlObject, options) {
  return require('internal/url/legacy').urlFormat(urlObject, options);
}

function domainToASCII(...domain) {
  return require('internal/url/domain').domainToASCII(...domain);
}

function domainToUnicode(...domain) {
  return require('internal/url/domain').domainToUnicode(...domain);
}

module.exports = {
  Url: undefined,
  parse,
  resolve,
  resolveObject,
  format,

  URL,
  URLSearchParams,
  domainToASCII,
  domainToUnicode,
  pathToFileURL,
  fileURLToPath,
  fileURLToPathBuffer,
  urlToHttpOptions,
};

Object.defineProperty(module.exports, 'Url', {
  configurable: true,
  enumerable: true,
  get: () => require('internal/url/legacy').Url,
});
