"""A supervisor of a test's own: a private home, the real binaries, and events to wait for.

Nothing here sleeps to let something happen: tests wait for events and states, with deadlines.
"""

import http.client
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import threading
import time
import unittest

BIN = os.environ.get('DROVER_BIN') or sys.exit('DROVER_BIN names the executable to test')
RUNTIME = os.environ.get('DROVER_RUNTIME', '')
with open(BIN, 'rb') as executable:
    SANITIZED = b'__asan_init' in executable.read()
# Sanitizers make programs slower, and their memory says nothing.
SLOWNESS = 4 if SANITIZED else 1
PATIENCE = 20 * SLOWNESS
PYTHON = '/usr/bin/python3' if os.path.exists('/usr/bin/python3') else sys.executable

WEB = '''
const http = require('http');
const server = http.createServer((req, res) => {
  const ms = Number(new URL(req.url, 'http://x').searchParams.get('ms') || 0);
  setTimeout(() => res.end(String(process.pid)), ms);
});
server.listen(Number(process.env.PORT || 0), '127.0.0.1');
'''

# A worker that needs no JavaScript: says that it runs, then waits for a signal.
IDLE = '''
import os, signal, sys
print('up', os.getpid(), flush=True)
while True:
    signal.pause()
'''


class Events:
    """`drover events`, read by a thread."""

    def __init__(self, home):
        self.process = subprocess.Popen([BIN, 'events'], env=home.env, stdout=subprocess.PIPE, text=True)
        self.seen = []
        self.changed = threading.Condition()
        self.thread = threading.Thread(target=self.read, daemon=True)
        self.thread.start()
        self.wait('subscribed')

    def read(self):
        for line in self.process.stdout:
            with self.changed:
                self.seen.append(json.loads(line))
                self.changed.notify_all()

    def wait(self, *wanted, patience=PATIENCE):
        """Waits until the events of these names have come in this order, others between them."""
        def match():
            names = iter(event['event'] for event in self.seen)
            return all(name in names for name in wanted)
        with self.changed:
            if not self.changed.wait_for(match, patience):
                raise AssertionError(f'waited for {wanted}, saw {self.seen}')
            return list(self.seen)

    def close(self):
        self.process.send_signal(signal.SIGINT)
        self.process.wait(PATIENCE)
        self.thread.join(PATIENCE)
        self.process.stdout.close()


class Home:
    def __init__(self, below=''):
        self.root = tempfile.mkdtemp(prefix='drover-e2e.')
        self.path = os.path.join(self.root, below, 'home')
        os.makedirs(os.path.dirname(self.path), exist_ok=True)
        self.env = {k: v for k, v in os.environ.items() if not k.startswith('DROVER_')}
        self.env.update(DROVER_HOME=self.path, DROVER_RUNTIME=RUNTIME)

    def file(self, name, text, mode=0o644):
        path = os.path.join(self.root, name)
        with open(path, 'w', encoding='utf-8') as f:
            f.write(text)
        os.chmod(path, mode)
        return path

    def run(self, *args, patience=PATIENCE, env=None, cwd=None, stdin=subprocess.DEVNULL):
        done = subprocess.run([BIN, *args], env={**self.env, **(env or {})}, cwd=cwd or self.root, stdin=stdin,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, timeout=patience)
        return done.returncode, done.stdout, done.stderr

    def ok(self, *args, **options):
        code, out, err = self.run(*args, **options)
        if code != 0:
            raise AssertionError(f'drover {args}: exit code {code}\n{out}{err}{self.daemon_log()}')
        return out

    def listing(self):
        return json.loads(self.ok('ls', '--json'))

    def app(self, name):
        for app in self.listing()['apps']:
            if app['name'] == name:
                return app
        raise AssertionError(f'no app {name}')

    def pids(self, name):
        return [w['pid'] for w in self.app(name)['workers'] if w['pid']]

    def address(self, name):
        host, port = self.app(name)['addresses'][0].rsplit(':', 1)
        return host, int(port)

    def until(self, what, patience=PATIENCE):
        """Asks again until the answer is true. For what no event tells."""
        deadline = time.monotonic() + patience
        while True:
            answer = what()
            if answer:
                return answer
            if time.monotonic() > deadline:
                raise AssertionError('waited in vain\n' + self.daemon_log())
            threading.Event().wait(0.01)

    def daemon_log(self):
        return self.read('daemon.log')

    def log(self, app, stream='out'):
        return self.read(f'logs/{app}-{stream}.log')

    def read(self, name):
        try:
            with open(os.path.join(self.path, name), encoding='utf-8') as f:
                return f.read()
        except OSError:
            return ''

    def leftovers(self):
        """Processes of this home: its daemon, its log process, its apps."""
        left = []
        for pid in filter(str.isdigit, os.listdir('/proc')):
            try:
                with open(f'/proc/{pid}/environ', 'rb') as f:
                    env = f.read().split(b'\0')
            except OSError:
                continue
            if f'DROVER_HOME={self.path}'.encode() in env and alive(int(pid)) and int(pid) != os.getpid():
                left.append(int(pid))
        return left

    def close(self):
        self.run('kill', patience=60)
        deadline = time.monotonic() + 5
        while self.leftovers() and time.monotonic() < deadline:
            threading.Event().wait(0.01)
        left = self.leftovers()
        for pid in left:
            os.kill(pid, signal.SIGKILL)
        bug = 'CHECK failed' in self.daemon_log() or 'Sanitizer' in self.daemon_log()
        log = self.daemon_log()
        socket_left = os.path.exists(os.path.join(self.path, 'control.sock'))
        shutil.rmtree(self.root, ignore_errors=True)
        if bug:
            raise AssertionError(log)
        if left or socket_left:
            raise AssertionError(f'left behind: processes {left}, socket {socket_left}')


class Case(unittest.TestCase):
    def setUp(self):
        self.home = self.new_home()

    def new_home(self, below=''):
        home = Home(below)
        self.addCleanup(home.close)
        return home

    def events(self):
        events = Events(self.home)
        self.addCleanup(events.close)
        return events


class Load:
    """Clients that ask one request after the other and count what fails."""

    def __init__(self, address, keep_alive, clients=8):
        self.address = address
        self.keep_alive = keep_alive
        self.stopping = threading.Event()
        self.requests = 0
        self.failures = []
        self.answers = set()
        self.lock = threading.Lock()
        self.threads = [threading.Thread(target=self.client, daemon=True) for _ in range(clients)]
        for thread in self.threads:
            thread.start()

    def client(self):
        connection = None
        while not self.stopping.is_set():
            try:
                if connection is None:
                    connection = http.client.HTTPConnection(*self.address, timeout=10)
                connection.request('GET', '/', headers={} if self.keep_alive else {'Connection': 'close'})
                response = connection.getresponse()
                body = response.read()
                with self.lock:
                    self.requests += 1
                    self.answers.add(body)
                    if response.status != 200:
                        self.failures.append(response.status)
                if response.will_close:
                    connection.close()
                    connection = None
            except (OSError, http.client.HTTPException) as error:
                with self.lock:
                    self.failures.append(repr(error))
                connection = None
        if connection:
            connection.close()

    def wait_for(self, requests, patience=PATIENCE):
        """Until that many more requests have been answered."""
        goal = self.requests + requests
        deadline = time.monotonic() + patience
        while self.requests < goal:
            if time.monotonic() > deadline:
                raise AssertionError(f'{self.requests} requests, {self.failures[:5]}')
            threading.Event().wait(0.005)

    def stop(self):
        self.stopping.set()
        for thread in self.threads:
            thread.join(PATIENCE)


def get(address, path='/'):
    connection = http.client.HTTPConnection(*address, timeout=10)
    try:
        connection.request('GET', path, headers={'Connection': 'close'})
        return connection.getresponse().read().decode()
    finally:
        connection.close()


def alive(pid):
    try:
        with open(f'/proc/{pid}/stat', encoding='utf-8') as f:
            return f.read().rsplit(')', 1)[1].split()[0] not in 'ZX'
    except OSError:
        return False


def main():
    unittest.main(verbosity=2)


__all__ = ['BIN', 'RUNTIME', 'SANITIZED', 'SLOWNESS', 'PATIENCE', 'PYTHON', 'WEB', 'IDLE', 'Case', 'Events', 'Home', 'Load', 'alive', 'get',
           'main', 'os', 're', 'signal', 'socket', 'subprocess', 'threading', 'time', 'json']
