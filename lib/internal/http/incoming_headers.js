'use strict';

// `headers` of a message from its raw header list: which names are joined, and how.

// Further values of these are dropped.
const kFirstOnly = 0;
const kJoinComma = 1;
const kJoinSemicolon = 2;
const kList = 3;

const special = {
  'age': kFirstOnly, 'authorization': kFirstOnly, 'content-length': kFirstOnly,
  'content-type': kFirstOnly, 'etag': kFirstOnly, 'expires': kFirstOnly, 'from': kFirstOnly,
  'host': kFirstOnly, 'if-modified-since': kFirstOnly, 'if-unmodified-since': kFirstOnly,
  'last-modified': kFirstOnly, 'location': kFirstOnly, 'max-forwards': kFirstOnly,
  'proxy-authorization': kFirstOnly, 'referer': kFirstOnly, 'retry-after': kFirstOnly,
  'server': kFirstOnly, 'user-agent': kFirstOnly,
  'cookie': kJoinSemicolon, 'set-cookie': kList,
};

// What is known of a header name as it came: its lower-case form and how it is joined. Clients use
// few spellings; the table is bounded against hostile ones.
const known = new Map();
const kMaxKnown = 2000;

function describe(name) {
  let entry = known.get(name);
  if (entry !== undefined) return entry;
  const lower = name.toLowerCase();
  entry = { lower, kind: Object.hasOwn(special, lower) ? special[lower] : kJoinComma };
  if (known.size < kMaxKnown) known.set(name, entry);
  return entry;
}

// Adds one header to `out` by the rules.
function addHeader(out, name, value, joinDuplicates) {
  const { lower, kind } = describe(name);
  const present = out[lower];
  if (kind === kList) {
    if (present !== undefined) present.push(value);
    else out[lower] = [value];
  } else if (present === undefined || !Object.hasOwn(out, lower)) {
    out[lower] = value;
  } else if (kind === kJoinSemicolon) {
    out[lower] = `${present}; ${value}`;
  } else if (kind === kJoinComma || joinDuplicates) {
    out[lower] = `${present}, ${value}`;
  }
}

function buildHeaders(out, raw, joinDuplicates) {
  for (let i = 0; i + 1 < raw.length; i += 2) addHeader(out, raw[i], raw[i + 1], joinDuplicates);
  return out;
}

// The same with every value kept: name -> [values].
function buildDistinct(out, raw) {
  for (let i = 0; i + 1 < raw.length; i += 2) {
    const { lower } = describe(raw[i]);
    if (out[lower] === undefined) out[lower] = [raw[i + 1]];
    else out[lower].push(raw[i + 1]);
  }
  return out;
}

module.exports = { addHeader, buildDistinct, buildHeaders };
