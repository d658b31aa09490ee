#!/usr/bin/env python3
"""examples/web under the supervisor: the port answers from different worker pids; afterwards nothing is left.

    web_test.py DROVER SOURCE_DIR
"""

import json
import os
import subprocess
import sys
import tempfile
import time
import urllib.request

DROVER, SOURCE_DIR = sys.argv[1:3]
WORKERS = 2
DEADLINE = time.monotonic() + 25


def drover(*args, **options):
    run = subprocess.run([DROVER, *args], capture_output=True, text=True, timeout=20, check=False,
                         **options)
    if run.returncode != 0:
        sys.exit(f"drover {' '.join(args)} ended with {run.returncode}: {run.stderr}{run.stdout}")
    return run.stdout


def get(url):
    """A connection of its own for each request, so that the workers take turns."""
    request = urllib.request.Request(url, headers={"connection": "close"})
    with urllib.request.urlopen(request, timeout=5) as response:
        return response.read().decode()


def port_of(home):
    """The port that the application says it listens on; it was told to take any."""
    marker = "listening on port "
    while time.monotonic() < DEADLINE:
        for folder, _, names in os.walk(os.path.join(home, "logs")):
            for name in names:
                with open(os.path.join(folder, name), encoding="utf8") as log:
                    for line in log:
                        if marker in line:
                            return int(line.split(marker)[1])
        time.sleep(0.02)
    sys.exit("the application never said where it listens")


def check(home):
    script = os.path.join(SOURCE_DIR, "examples/web/server.mjs")
    drover("start", script, "--name", "web", "-i", str(WORKERS), env=dict(os.environ, PORT="0"))
    url = f"http://127.0.0.1:{port_of(home)}"
    assert json.loads(get(f"{url}/healthz")) == {"status": "ok"}
    assert get(f"{url}/").startswith("Hello from worker ")
    pids = set()
    while len(pids) < WORKERS:
        assert time.monotonic() < DEADLINE, f"only {pids} answered"
        pids.add(json.loads(get(f"{url}/api/status"))["pid"])
    return pids


def main():
    with tempfile.TemporaryDirectory() as home:
        os.environ["DROVER_HOME"] = os.path.join(home, "home")
        try:
            pids = check(os.environ["DROVER_HOME"])
        finally:
            drover("kill")
        for pid in pids:
            assert not os.path.exists(f"/proc/{pid}"), f"worker {pid} outlived the daemon"


main()
