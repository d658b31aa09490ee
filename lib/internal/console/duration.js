'use strict';

const kSecond = 1000;
const kMinute = 60 * kSecond;
const kHour = 60 * kMinute;

function two(n) {
  return String(n).padStart(2, '0');
}

// '1.5ms', '2.000s', '1:05.000 (m:ss.mmm)', '2:00:00 (h:mm:ss)'
function durationText(ms) {
  if (ms < kSecond) return `${Number(ms.toFixed(3))}ms`;
  if (ms < kMinute) return `${(ms / kSecond).toFixed(3)}s`;
  const [seconds, fraction] = ((ms % kMinute) / kSecond).toFixed(3).split('.');
  const minutes = Math.floor((ms % kHour) / kMinute);
  if (ms < kHour) return `${minutes}:${two(seconds)}.${fraction} (m:ss.mmm)`;
  return `${Math.floor(ms / kHour)}:${two(minutes)}:${two(seconds)} (h:mm:ss)`;
}

module.exports = { durationText };
