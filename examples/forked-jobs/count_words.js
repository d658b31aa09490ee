'use strict';
// Counts the words of all files below a folder, in as many processes as there are cores.
//
//   drover examples/forked-jobs/count_words.js FOLDER [--jobs N] [--top N] [--progress]
//
// Each forked worker gets one file at a time, so that a large file holds up nobody else. The result
// goes to stdout; progress and problems go to stderr. Exit codes: 0 all counted, 1 something could
// not be read, 2 wrong usage, 130 interrupted.

const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');
const { fork } = require('node:child_process');
const { parseArgs } = require('node:util');
const { Progress } = require('./progress.js');

const usage = 'usage: count_words.js FOLDER [--jobs N] [--top N] [--progress]';
const kAttempts = 2; // for a file whose worker dies

class UsageError extends Error {}

function positive(text, name) {
  const number = Number(text);
  if (!Number.isInteger(number) || number < 1) {
    throw new UsageError(`${name} needs a whole number of at least 1, not '${text}'`);
  }
  return number;
}

function readArguments() {
  let parsed;
  try {
    parsed = parseArgs({
      allowPositionals: true,
      options: {
        jobs: { type: 'string', default: `${os.availableParallelism()}` },
        top: { type: 'string', default: '10' },
        progress: { type: 'boolean', default: process.stderr.isTTY === true },
      },
    });
  } catch (err) {
    throw new UsageError(err.message);
  }
  const { positionals, values } = parsed;
  if (positionals.length !== 1) throw new UsageError('name one folder');
  return {
    folder: positionals[0],
    jobs: positive(values.jobs, '--jobs'),
    top: positive(values.top, '--top'),
    progress: values.progress,
  };
}

// Why a system call failed, without the call: "no such file or directory".
function reason(err) {
  const match = /^[A-Z]+: (.*?), /.exec(err.message);
  return match ? match[1] : err.message;
}

// All regular files below `folder`, sorted, so that the work is the same in every run. Folders that
// cannot be read are reported and skipped; the topmost one is the caller's error.
function listFiles(folder, report) {
  const files = [];
  const visit = (current, isTop) => {
    let entries;
    try {
      entries = fs.readdirSync(current, { withFileTypes: true });
    } catch (err) {
      if (isTop) throw err;
      report(current, err);
      return;
    }
    for (const entry of entries) {
      const full = path.join(current, entry.name);
      if (entry.isDirectory()) visit(full, false);
      else if (entry.isFile()) files.push(full);
    }
  };
  visit(folder, true);
  return files.sort();
}

class Count {
  constructor({ files, jobs, onProgress, report }) {
    this.queue = files.map((file) => ({ file, attempts: 0 }));
    this.total = files.length;
    this.done = 0;
    this.words = new Map();
    this.workers = new Set();
    this.jobs = Math.min(jobs, files.length);
    this.onProgress = onProgress;
    this.report = report;
    this.stopping = false;
  }

  // Resolves when every file has been dealt with, or after stop().
  run() {
    return new Promise((resolve) => {
      this.finished = resolve;
      if (this.jobs === 0) resolve();
      for (let i = 0; i < this.jobs; i++) this.startWorker();
    });
  }

  // Workers finish the file that they are at; nothing new is begun.
  stop() {
    this.stopping = true;
  }

  startWorker() {
    const worker = fork(path.join(__dirname, 'word_worker.js'), { serialization: 'advanced' });
    this.workers.add(worker);
    worker.on('message', (result) => this.take(worker, result));
    worker.on('exit', (code, signal) => this.left(worker, signal ?? code));
    worker.on('error', (err) => this.report('worker', err));
    this.give(worker);
  }

  give(worker) {
    worker.task = this.stopping ? undefined : this.queue.shift();
    if (worker.task === undefined) {
      if (worker.connected) worker.disconnect();
      return;
    }
    worker.task.attempts++;
    worker.send(worker.task.file);
  }

  take(worker, { words, error }) {
    if (error !== undefined) this.report(worker.task.file, error);
    for (const [word, count] of words ?? []) {
      this.words.set(word, (this.words.get(word) ?? 0) + count);
    }
    this.fileDone();
    this.give(worker);
  }

  fileDone() {
    this.done++;
    this.onProgress(this.done, this.total);
  }

  // A worker that dies at its work leaves its file to a new one.
  left(worker, how) {
    this.workers.delete(worker);
    const { task } = worker;
    if (task !== undefined && !this.stopping) {
      if (task.attempts < kAttempts) {
        this.queue.unshift(task);
      } else {
        this.report(task.file, new Error(`its worker died (${how})`));
        this.fileDone();
      }
      if (this.queue.length > 0) this.startWorker();
    }
    if (this.workers.size === 0) this.finished();
  }
}

function printResult({ done, words }, top) {
  let total = 0;
  for (const count of words.values()) total += count;
  const ranked = [...words].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, top);
  const width = ranked.length > 0 ? String(ranked[0][1]).length : 0;
  console.log(`${done} files, ${total} words, ${words.size} different ones`);
  for (const [word, count] of ranked) console.log(`${String(count).padStart(width)}  ${word}`);
}

async function main() {
  const options = readArguments();
  const progress = new Progress(process.stderr, options.progress);
  const report = (what, err) => {
    progress.message(`skipped ${what}: ${reason(err)}`);
    process.exitCode = 1;
  };
  const files = listFiles(options.folder, report);
  const count = new Count({
    files,
    jobs: options.jobs,
    onProgress: (done, total) => progress.update(done, total),
    report,
  });
  process.once('SIGINT', () => {
    process.exitCode = 130;
    count.stop();
  });
  await count.run();
  progress.end();
  if (count.stopping) console.error(`interrupted: ${count.done} of ${count.total} files counted`);
  printResult(count, options.top);
}

main().catch((err) => {
  if (err instanceof UsageError) {
    console.error(`count_words: ${err.message}\n${usage}`);
    process.exitCode = 2;
  } else if (err.syscall !== undefined) {
    console.error(`count_words: cannot read ${err.path}: ${reason(err)}`);
    process.exitCode = 1;
  } else {
    throw err;
  }
});
