'use strict';
// How "Received ..." names a value.
const assert = require('node:assert');
function messageOf(call) {
  try {
    call();
  } catch (error) {
    return `${error.name} ${error.code} ${error.message}`;
  }
  return 'nothing thrown';
}
class Foo {}
const fail = (value) => require('node:path').join(value);

function check(actual, expected) {
  assert.strictEqual(actual, expected);
}

check(messageOf(() => fail(null)),
      'TypeError ERR_INVALID_ARG_TYPE The "path" argument must be of type string. Received null');
check(messageOf(() => fail(undefined)),
      'TypeError ERR_INVALID_ARG_TYPE The "path" argument must be of type string. Received undefined');
check(messageOf(() => fail(1)),
      'TypeError ERR_INVALID_ARG_TYPE The "path" argument must be of type string. Recei' +
      'ved type number (1)');
check(messageOf(() => fail(-0)),
      'TypeError ERR_INVALID_ARG_TYPE The "path" argument must be of type string. Recei' +
      'ved type number (-0)');
check(messageOf(() => fail(NaN)),
      'TypeError ERR_INVALID_ARG_TYPE The "path" argument must be of type string. Recei' +
      'ved type number (NaN)');
check(messageOf(() => fail(1n)),
      'TypeError ERR_INVALID_ARG_TYPE The "path" argument must be of type string. Recei' +
      'ved type bigint (1n)');
check(messageOf(() => fail(true)),
      'TypeError ERR_INVALID_ARG_TYPE The "path" argument must be of type string. Recei' +
      'ved type boolean (true)');
check(messageOf(() => fail(Symbol('s'))),
      'TypeError ERR_INVALID_ARG_TYPE The "path" argument must be of type string. Recei' +
      'ved type symbol (Symbol(s))');
check(messageOf(() => fail(() => {})),
      'TypeError ERR_INVALID_ARG_TYPE The "path" argument must be of type string. Received function ');
check(messageOf(() => fail(function named() {})),
      'TypeError ERR_INVALID_ARG_TYPE The "path" argument must be of type string. Recei' +
      'ved function named');
check(messageOf(() => fail(class A {})),
      'TypeError ERR_INVALID_ARG_TYPE The "path" argument must be of type string. Received function A');
check(messageOf(() => fail({})),
      'TypeError ERR_INVALID_ARG_TYPE The "path" argument must be of type string. Recei' +
      'ved an instance of Object');
check(messageOf(() => fail([])),
      'TypeError ERR_INVALID_ARG_TYPE The "path" argument must be of type string. Recei' +
      'ved an instance of Array');
check(messageOf(() => fail(new Map())),
      'TypeError ERR_INVALID_ARG_TYPE The "path" argument must be of type string. Recei' +
      'ved an instance of Map');
check(messageOf(() => fail(Object.create(null))),
      'TypeError ERR_INVALID_ARG_TYPE The "path" argument must be of type string. Recei' +
      'ved [Object: null prototype] {}');
check(messageOf(() => fail(new Foo())),
      'TypeError ERR_INVALID_ARG_TYPE The "path" argument must be of type string. Recei' +
      'ved an instance of Foo');
check(messageOf(() => fail(/x/)),
      'TypeError ERR_INVALID_ARG_TYPE The "path" argument must be of type string. Recei' +
      'ved an instance of RegExp');
check(messageOf(() => fail(new Date(0))),
      'TypeError ERR_INVALID_ARG_TYPE The "path" argument must be of type string. Recei' +
      'ved an instance of Date');
check(messageOf(() => fail(Promise.resolve())),
      'TypeError ERR_INVALID_ARG_TYPE The "path" argument must be of type string. Recei' +
      'ved an instance of Promise');
check(messageOf(() => fail(new Proxy({}, {}))),
      'TypeError ERR_INVALID_ARG_TYPE The "path" argument must be of type string. Recei' +
      'ved an instance of Object');
