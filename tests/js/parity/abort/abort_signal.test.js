'use strict';
// AbortSignal: abort, any, throwIfAborted, argument checks.
const assert = require('node:assert');
const outcome = (call) => {
  try {
    return String(call());
  } catch (error) {
    return `${error.name} ${error.code}: ${error.message}`;
  }
};
const controller = new AbortController();
const other = new AbortController();
other.abort('why');

function check(actual, expected) {
  assert.strictEqual(actual, expected);
}

check(outcome(() => controller.signal.aborted), 'false');
check(outcome(() => controller.signal.reason), 'undefined');
check(outcome(() => controller.signal.throwIfAborted()), 'undefined');
check(outcome(() => AbortSignal.abort().aborted), 'true');
check(outcome(() => AbortSignal.abort().reason), 'AbortError: This operation was aborted');
check(outcome(() => AbortSignal.abort().throwIfAborted()),
      'AbortError 20: This operation was aborted');
check(outcome(() => AbortSignal.abort(5).reason), '5');
check(outcome(() => AbortSignal.any([controller.signal, other.signal]).reason), 'why');
check(outcome(() => AbortSignal.any([]).aborted), 'false');
check(outcome(() => AbortSignal.any([controller.signal]).aborted), 'false');
check(outcome(() => new AbortSignal()), 'TypeError ERR_ILLEGAL_CONSTRUCTOR: Illegal constructor');
check(outcome(() => AbortSignal.timeout(-1)),
      'RangeError ERR_OUT_OF_RANGE: The value of "delay" is out of range. It must be >=' +
      ' 0 && <= 4294967295. Received -1');
check(outcome(() => AbortSignal.timeout('1')),
      'TypeError ERR_INVALID_ARG_TYPE: The "delay" argument must be of type number. Rec' +
      'eived type string (\'1\')');
check(outcome(() => Object.prototype.toString.call(controller.signal)), '[object AbortSignal]');
check(outcome(() => Object.prototype.toString.call(controller)), '[object AbortController]');
check(outcome(() => Reflect.get(AbortSignal.prototype, 'aborted', {})),
      'TypeError ERR_INVALID_THIS: Value of "this" must be of type AbortSignal');
check(outcome(() => controller.signal === controller.signal), 'true');
check(outcome(() => controller.signal.onabort), 'null');
check(outcome(() => require('node:util').inspect(controller)),
      'AbortController { signal: AbortSignal { aborted: false } }');
check(outcome(() => Object.keys(AbortController.prototype)), 'signal,abort');
check(outcome(() => Object.keys(AbortSignal.prototype)), 'aborted,onabort');
check(outcome(() => Object.keys(globalThis).includes('AbortSignal')), 'false');
