'use strict';
// Event and CustomEvent.
const assert = require('node:assert');
const outcome = (call) => {
  try {
    return String(call());
  } catch (error) {
    return `${error.name} ${error.code}: ${error.message}`;
  }
};
const event = new Event('x', { cancelable: true });

function check(actual, expected) {
  assert.strictEqual(actual, expected);
}

check(outcome(() => event.type), 'x');
check(outcome(() => event.bubbles), 'false');
check(outcome(() => event.cancelable), 'true');
check(outcome(() => event.defaultPrevented), 'false');
check(outcome(() => (event.preventDefault(), event.defaultPrevented)), 'true');
check(outcome(() => event.returnValue), 'false');
check(outcome(() => event.target), 'null');
check(outcome(() => event.eventPhase), '0');
check(outcome(() => event.composedPath().length), '0');
check(outcome(() => event.isTrusted), 'false');
check(outcome(() => event.cancelBubble), 'false');
check(outcome(() => (event.stopPropagation(), event.cancelBubble)), 'true');
check(outcome(() => new Event('y').type), 'y');
check(outcome(() => new Event()),
      'TypeError ERR_MISSING_ARGS: The "type" argument must be specified');
check(outcome(() => new Event('x', 5)),
      'TypeError ERR_INVALID_ARG_TYPE: The "options" argument must be of type object. R' +
      'eceived type number (5)');
check(outcome(() => new CustomEvent('c', { detail: 5 }).detail), '5');
check(outcome(() => new CustomEvent('c').detail), 'null');
check(outcome(() => Object.prototype.toString.call(event)), '[object Event]');
check(outcome(() => Event.AT_TARGET), '2');
check(outcome(() => Reflect.get(Event.prototype, 'type', {})),
      'TypeError ERR_INVALID_THIS: Value of "this" must be of type Event');
check(outcome(() => typeof event.timeStamp), 'number');
check(outcome(() => new EventTarget().dispatchEvent({})),
      'TypeError ERR_INVALID_ARG_TYPE: The "event" argument must be an instance of Even' +
      't. Received an instance of Object');
check(outcome(() => new EventTarget().addEventListener('x')),
      'TypeError ERR_MISSING_ARGS: The "type" and "listener" arguments must be specified');
check(outcome(() => new EventTarget().addEventListener('x', 5)),
      'TypeError ERR_INVALID_ARG_TYPE: The "listener" argument must be an instance of E' +
      'ventListener. Received type number (5)');
check(outcome(() => Object.keys(Event.prototype)),
      'initEvent,stopImmediatePropagation,preventDefault,target,currentTarget,srcElemen' +
      't,type,cancelable,defaultPrevented,timeStamp,composedPath,returnValue,bubbles,co' +
      'mposed,eventPhase,cancelBubble,stopPropagation,isTrusted');
check(outcome(() => require('node:util').inspect(new EventTarget())), 'EventTarget {}');
