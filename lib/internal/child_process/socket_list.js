'use strict';

// Connections of a server that live in another process. The sending side asks the receiving one how
// many there are (server.getConnections()) and when they are gone (server.close()).

const EventEmitter = require('events');
const { codes: { ERR_CHILD_CLOSED_BEFORE_REPLY } } = require('internal/errors');

// Per channel target: {send: Map(key -> SentSockets), receive: Map(key -> ReceivedSockets)}.
const lists = new WeakMap();

function listsOf(target) {
  let entry = lists.get(target);
  if (entry === undefined) lists.set(target, (entry = { send: new Map(), receive: new Map() }));
  return entry;
}

// What a net.Server knows of the sockets that it gave to one process.
class SentSockets extends EventEmitter {
  constructor(target, key) {
    super();
    this.key = key;
    this.child = target;
    target.once('exit', () => this.emit('exit', this));
  }

  #ask(message, answer, swallowErrors, callback) {
    const { child } = this;
    const stop = () => {
      child.removeListener('internalMessage', onReply);
      child.removeListener('disconnect', onDisconnect);
    };
    const onReply = (reply) => {
      if (reply.cmd !== answer || reply.key !== this.key) return;
      stop();
      callback(null, reply);
    };
    const onDisconnect = () => {
      stop();
      callback(new ERR_CHILD_CLOSED_BEFORE_REPLY());
    };
    if (!child.connected) {
      process.nextTick(callback, new ERR_CHILD_CLOSED_BEFORE_REPLY());
      return;
    }
    child.on('internalMessage', onReply);
    child.once('disconnect', onDisconnect);
    child._send({ ...message, key: this.key }, undefined, { swallowErrors });
  }

  // callback() once the other process holds none of the sockets any more.
  close(callback) {
    this.#ask({ cmd: 'NODE_SOCKET_NOTIFY_CLOSE' }, 'NODE_SOCKET_ALL_CLOSED', true, callback);
  }

  getConnections(callback) {
    this.#ask({ cmd: 'NODE_SOCKET_GET_COUNT' }, 'NODE_SOCKET_COUNT', false, (err, reply) => {
      if (err) callback(err);
      else callback(null, reply.count);
    });
  }
}

class ReceivedSockets extends EventEmitter {
  connections = 0;

  add(socket) {
    this.connections++;
    socket.once('close', () => {
      if (--this.connections === 0) this.emit('empty', this);
    });
  }
}

// Notes that `target` gets a socket of `server`.
function sent(target, server, key) {
  const { send } = listsOf(target);
  if (send.has(key)) return;
  const list = new SentSockets(target, key);
  send.set(key, list);
  server._setupWorker?.(list);
}

function received(target, key, socket) {
  const { receive } = listsOf(target);
  let list = receive.get(key);
  if (list === undefined) receive.set(key, (list = new ReceivedSockets()));
  list.add(socket);
}

function reply(target, message) {
  if (target.channel) target._send(message, undefined, { swallowErrors: true });
}

// Answers the other side's questions.
function answer(target) {
  target.on('internalMessage', ({ cmd, key }) => {
    const list = lists.get(target)?.receive.get(key);
    if (cmd === 'NODE_SOCKET_GET_COUNT') {
      reply(target, { cmd: 'NODE_SOCKET_COUNT', key, count: list?.connections ?? 0 });
    } else if (cmd === 'NODE_SOCKET_NOTIFY_CLOSE') {
      const closed = () => reply(target, { cmd: 'NODE_SOCKET_ALL_CLOSED', key });
      if (!list || list.connections === 0) closed();
      else list.once('empty', closed);
    }
  });
}

module.exports = { answer, received, sent };
