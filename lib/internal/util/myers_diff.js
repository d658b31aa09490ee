'use strict';

// The shortest edit script between two lists (Myers 1986), as [operation, value] from the end to
// the beginning: 0 in both, 1 in `actual` only, -1 in `expected` only.

const kDelete = -1;
const kEqual = 0;
const kInsert = 1;

function same(a, b, ignoreCommas) {
  if (a === b) return true;
  if (!ignoreCommas) return false;
  // Entries of the same value differ in their comma where one is the last.
  return `${a},` === b || a === `${b},`;
}

function myersDiff(actual, expected, ignoreCommas = false) {
  const n = actual.length;
  const m = expected.length;
  const max = n + m;
  const furthest = new Int32Array(2 * max + 1);
  const trace = [];
  for (let edits = 0; edits <= max; edits++) {
    trace.push(furthest.slice(max - edits, max + edits + 1));
    for (let diagonal = -edits; diagonal <= edits; diagonal += 2) {
      const at = diagonal + max;
      let x = comesFromBelow(furthest, at, diagonal, edits) ?
        furthest[at + 1] : furthest[at - 1] + 1;
      let y = x - diagonal;
      while (x < n && y < m && same(actual[x], expected[y], ignoreCommas)) {
        x++;
        y++;
      }
      furthest[at] = x;
      if (x >= n && y >= m) return backtrack(trace, actual, expected, ignoreCommas);
    }
  }
  return [];
}

function comesFromBelow(furthest, at, diagonal, edits) {
  return diagonal === -edits || (diagonal !== edits && furthest[at - 1] < furthest[at + 1]);
}

function backtrack(trace, actual, expected, ignoreCommas) {
  const result = [];
  let x = actual.length;
  let y = expected.length;
  for (let edits = trace.length - 1; edits >= 0; edits--) {
    const furthest = trace[edits];  // as it was before this round, around diagonal 0
    const diagonal = x - y;
    const at = diagonal + edits;
    const previous = comesFromBelow(furthest, at, diagonal, edits) ? diagonal + 1 : diagonal - 1;
    const previousX = edits === 0 ? 0 : furthest[previous + edits];
    const previousY = edits === 0 ? 0 : previousX - previous;
    while (x > previousX && y > previousY) {
      const value = actual[x - 1];
      result.push([kEqual, !ignoreCommas || value.endsWith(',') ? value : expected[y - 1]]);
      x--;
      y--;
    }
    if (edits > 0) {
      if (x > previousX) result.push([kInsert, actual[--x]]);
      else result.push([kDelete, expected[--y]]);
    }
  }
  return result;
}

module.exports = { kDelete, kEqual, kInsert, myersDiff };
