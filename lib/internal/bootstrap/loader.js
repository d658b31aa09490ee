'use strict';
// The first module that runs, at build time, with `binding` = the native 'builtins' binding. Makes
// `require` and `binding` for all modules of lib/ and returns the program's start function.

const builtins = binding;
const known = new Set(builtins.ids());
const modules = new Map(); // id -> { id, exports, loaded }
const natives = new Map(); // name -> native binding

function getNative(name) {
  let native = natives.get(name);
  if (native === undefined) {
    native = builtins.getBinding(name);
    if (native === undefined) throw new Error(`No such native binding: ${name}`);
    natives.set(name, native);
  }
  return native;
}

function requireBuiltin(id) {
  const present = modules.get(id);
  if (present !== undefined) return present.exports;
  if (!known.has(id)) throw new Error(`No such builtin: ${id}`);
  const run = builtins.compile(id);
  const created = { id, exports: {}, loaded: false };
  modules.set(id, created);
  try {
    run(created.exports, requireBuiltin, created, process, getNative);
  } catch (error) {
    modules.delete(id);
    throw error;
  }
  created.loaded = true;
  return created.exports;
}

const hidden = /^(?:internal|npm)\//;
// Names that exist only with the 'node:' prefix.
const prefixOnly = new Set(['sea', 'sqlite', 'test', 'test/reporters']);

modules.set('internal/bootstrap/loader', {
  id: 'internal/bootstrap/loader',
  loaded: true,
  exports: {
    requireBuiltin,
    getNative,
    // Whether a program may ask for it by this name without the 'node:' prefix.
    isPublic: (id) => known.has(id) && !hidden.test(id) && !prefixOnly.has(id),
    isPublicWithPrefix: (id) => known.has(id) && !hidden.test(id),
    publicIds: () => [...known].filter((id) => !hidden.test(id)),
    loadedIds: () => [...modules.keys()],
  },
});

return requireBuiltin('internal/bootstrap/node').start;
