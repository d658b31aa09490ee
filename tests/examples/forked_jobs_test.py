#!/usr/bin/env python3
"""examples/forked-jobs: the same result in every runtime, clear errors, a graceful end at Ctrl-C.

    forked_jobs_test.py SOURCE_DIR RUNTIME...

A RUNTIME that does not exist is left out, but the first one has to.
"""

import os
import signal
import subprocess
import sys
import tempfile

SOURCE_DIR, *RUNTIMES = sys.argv[1:]
SCRIPT = os.path.join(SOURCE_DIR, "examples/forked-jobs/count_words.js")


def run(runtime, *args):
    return subprocess.run([runtime, SCRIPT, *args], capture_output=True, text=True, timeout=25,
                          check=False)


def check(actual, expected, what):
    assert actual == expected, f"{what}: {actual!r} instead of {expected!r}"


def write_files(folder):
    os.makedirs(os.path.join(folder, "deep/deeper"))
    texts = {
        "a.txt": "One two  two\nthree, THREE three! don't Don’t",
        "deep/b.txt": "größe Größe 東京 x" + " two" * 50000,
        "deep/deeper/c.txt": "",
    }
    for name, text in texts.items():
        with open(os.path.join(folder, name), "w", encoding="utf8") as file:
            file.write(text)


def same_everywhere(folder):
    """Returns the result, which must not depend on the runtime or on the number of workers."""
    results = set()
    for runtime in RUNTIMES:
        for jobs in "1", "3":
            done = run(runtime, folder, "--jobs", jobs, "--top", "4", "--progress")
            check(done.returncode, 0, f"exit code of {runtime}: {done.stderr}")
            check(done.stderr.splitlines()[-1], "3 of 3 files", "last line of progress")
            results.add(done.stdout)
    check(len(results), 1, f"number of different results: {results}")
    return results.pop()


def errors(runtime, folder):
    missing = run(runtime, os.path.join(folder, "missing"))
    check(missing.returncode, 1, "exit code for a missing folder")
    check(missing.stderr, f"count_words: cannot read {folder}/missing: no such file or directory\n",
          "message for a missing folder")
    no_folder = run(runtime, os.path.join(folder, "a.txt"))
    check(no_folder.stderr, f"count_words: cannot read {folder}/a.txt: not a directory\n",
          "message for a file")
    usage = run(runtime)
    check((usage.returncode, usage.stdout), (2, ""), "call without a folder")
    check(run(runtime, folder, "--jobs", "0").returncode, 2, "exit code for --jobs 0")


def interrupted(runtime, folder):
    """Ctrl-C: the whole group of processes gets the signal, what was counted is shown."""
    for i in range(300):
        with open(os.path.join(folder, f"{i}.txt"), "w", encoding="utf8") as file:
            file.write(f"word{i} " * 20000)
    process = subprocess.Popen([runtime, SCRIPT, folder, "--progress"], stdout=subprocess.PIPE,
                               stderr=subprocess.PIPE, text=True, start_new_session=True)
    assert process.stderr.readline().endswith("of 300 files\n")
    os.killpg(process.pid, signal.SIGINT)
    out, err = process.communicate(timeout=25)
    check(process.returncode, 130, f"exit code after Ctrl-C: {err}")
    assert err.splitlines()[-1].startswith("interrupted: "), err
    assert " files, " in out, out


def main():
    RUNTIMES[1:] = filter(os.path.exists, RUNTIMES[1:])
    with tempfile.TemporaryDirectory() as folder:
        write_files(folder)
        result = same_everywhere(folder)
        check(result.splitlines()[:2], ["3 files, 50012 words, 8 different ones", "50002  two"],
              "first lines of the result")
        errors(RUNTIMES[0], folder)
    with tempfile.TemporaryDirectory() as folder:
        interrupted(RUNTIMES[0], folder)


main()
