'use strict';

// How many colours a terminal shows, from what the environment says of it.

const { validateInteger } = require('internal/validators');

const kMono = 1;
const k16 = 4;
const k256 = 8;
const kTrue = 24;

// TERM values, and what FORCE_COLOR and known programs stand for.
const byName = {
  '__proto__': null,
  'eterm': k16, 'cons25': k16, 'console': k16, 'cygwin': k16, 'dtterm': k16, 'gnome': k16,
  'hurd': k16, 'jfbterm': k16, 'konsole': k16, 'kterm': k16, 'mlterm': kTrue, 'mosh': kTrue,
  'putty': k16, 'st': k16, 'rxvt-unicode-24bit': kTrue, 'terminator': kTrue,
  'xterm-kitty': kTrue,
};
const byPattern = [/ansi/, /color/, /linux/, /direct/, /^con[0-9]*x[0-9]/, /^rxvt/, /^screen/,
                   /^xterm/, /^vt100/, /^vt220/];
const ciNames = ['APPVEYOR', 'BUILDKITE', 'CIRCLECI', 'DRONE', 'GITEA_ACTIONS', 'GITHUB_ACTIONS',
                 'GITLAB_CI', 'TRAVIS'];
const ciDepth = { __proto__: null, CIRCLECI: kTrue, GITEA_ACTIONS: kTrue, GITHUB_ACTIONS: kTrue };
const byProgram = { '__proto__': null, 'iTerm.app': kTrue, 'HyperTerm': kTrue, 'MacTerm': kTrue,
                    'Apple_Terminal': k256 };

let warned = false;
function warnOfConflict(env) {
  if (warned || (env.NODE_DISABLE_COLORS === undefined && env.NO_COLOR === undefined)) return;
  warned = true;
  const name = env.NODE_DISABLE_COLORS === undefined ? 'NO_COLOR' : 'NODE_DISABLE_COLORS';
  process.emitWarning(
    `The '${name}' env is ignored due to the 'FORCE_COLOR' env being set.`, 'Warning');
}

function forcedDepth(env) {
  switch (env.FORCE_COLOR) {
    case '':
    case '1':
    case 'true':
      warnOfConflict(env);
      return k16;
    case '2':
      warnOfConflict(env);
      return k256;
    case '3':
      warnOfConflict(env);
      return kTrue;
    default:
      return kMono;
  }
}

function terminalDepth(env) {
  if (env.TERM_PROGRAM in byProgram) {
    if (env.TERM_PROGRAM !== 'iTerm.app') return byProgram[env.TERM_PROGRAM];
    return !env.TERM_PROGRAM_VERSION || /^[0-2]\./.test(env.TERM_PROGRAM_VERSION) ? k256 : kTrue;
  }
  if (env.COLORTERM === 'truecolor' || env.COLORTERM === '24bit') return kTrue;
  if (env.TERM) {
    if (/truecolor/.test(env.TERM)) return kTrue;
    if (/^xterm-256/.test(env.TERM)) return k256;
    const name = env.TERM.toLowerCase();
    if (byName[name]) return byName[name];
    if (byPattern.some((pattern) => pattern.test(name))) return k16;
  }
  return env.COLORTERM ? k16 : kMono;
}

function getColorDepth(env = process.env) {
  if (env.FORCE_COLOR !== undefined) return forcedDepth(env);
  if (env.NODE_DISABLE_COLORS || env.NO_COLOR || env.TERM === 'dumb') return kMono;
  if (env.TMUX) return kTrue;
  if (env.TF_BUILD && env.AGENT_NAME) return k16;
  if (env.CI) {
    const name = ciNames.find((n) => env[n] !== undefined);
    if (name !== undefined) return ciDepth[name] ?? k256;
    return env.CI_NAME === 'codeship' ? k256 : kMono;
  }
  if (env.TEAMCITY_VERSION) {
    return /^(9\.(0*[1-9]\d*)\.|\d{2,}\.)/.test(env.TEAMCITY_VERSION) ? k16 : kMono;
  }
  return terminalDepth(env);
}

function hasColors(count = 16, env = undefined) {
  if (env === undefined && count !== null && typeof count === 'object') {
    env = count;
    count = 16;
  } else {
    validateInteger(count, 'count', 2);
  }
  return count <= 2 ** getColorDepth(env);
}

module.exports = { getColorDepth, hasColors };
