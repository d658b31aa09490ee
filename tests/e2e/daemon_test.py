"""The daemon: one for each home, started by itself, hard to hurt, leaving nothing behind."""

import struct

from harness import *


class DaemonTest(Case):
    def socket_path(self):
        return os.path.join(self.home.path, 'control.sock')

    def connect(self):
        client = socket.socket(socket.AF_UNIX)
        client.settimeout(PATIENCE)
        self.addCleanup(client.close)

        def connected():
            try:
                client.connect(self.socket_path())
                return True
            except BlockingIOError:  # the queue of the daemon is full for a moment
                return False
        self.home.until(connected)
        return client

    def start_idle(self, *options):
        self.home.file('idle.py', IDLE)
        self.home.ok('start', 'idle.py', *options)
        return self.home.pids('idle')[0]

    def test_nothing_of_the_home_is_for_others(self):
        self.start_idle()
        modes = {}
        for folder, _, files in os.walk(self.home.path):
            for name in ['', *files]:
                path = os.path.join(folder, name)
                modes[path] = os.stat(path).st_mode & 0o077
        self.assertEqual({path: mode for path, mode in modes.items() if mode}, {})

    def test_a_second_daemon_is_refused(self):
        self.start_idle()
        pid = self.home.listing()['daemon']['pid']
        code, _, err = self.home.run('daemon')
        self.assertEqual(code, 1)
        self.assertIn(f'another daemon runs in this home (pid {pid})', err)
        self.assertEqual(err.count('\n'), 1)

    def test_two_first_commands_at_once_share_one_daemon(self):
        self.home.file('idle.py', IDLE)
        commands = [subprocess.Popen([BIN, 'start', 'idle.py', '--name', f'a{i}', '-q'], env=self.home.env, cwd=self.home.root)
                    for i in range(6)]
        self.assertEqual([c.wait(PATIENCE) for c in commands], [0] * 6)
        self.assertEqual(len(self.home.listing()['apps']), 6)

    def test_a_dead_socket_file_is_replaced(self):
        os.mkdir(self.home.path)
        dead = socket.socket(socket.AF_UNIX)
        dead.bind(self.socket_path())
        dead.close()
        self.assertIn('no daemon is running', self.home.ok('ls'))
        self.start_idle()

    def test_a_file_in_place_of_the_socket_is_left_alone(self):
        os.mkdir(self.home.path)
        with open(self.socket_path(), 'w', encoding='utf-8') as f:
            f.write('precious')
        self.home.file('idle.py', IDLE)
        code, _, err = self.home.run('start', 'idle.py')
        self.assertEqual(code, 1)
        self.assertIn('control.sock', err)
        with open(self.socket_path(), encoding='utf-8') as f:
            self.assertEqual(f.read(), 'precious')
        os.unlink(self.socket_path())

    def test_a_socket_path_of_any_length(self):
        self.home = self.new_home(below='/'.join(['deep' * 10] * 5))
        self.assertGreater(len(self.socket_path()), 200)
        self.start_idle()
        self.assertEqual(len(self.home.pids('idle')), 1)

    def test_two_homes_know_nothing_of_each_other(self):
        first = self.start_idle()
        self.home = self.new_home()
        self.start_idle()
        self.home.ok('kill')
        self.assertTrue(alive(first))

    def test_the_home_of_another_user_is_refused(self):
        if os.geteuid() != 0:
            self.skipTest('needs root')
        os.mkdir(self.home.path)
        os.chown(self.home.path, 12345, 12345)
        self.home.file('idle.py', IDLE)
        code, _, err = self.home.run('start', 'idle.py')
        self.assertEqual(code, 1)
        self.assertIn('belongs to another user', err)

    def test_kill_leaves_nothing(self):
        pid = self.start_idle()
        self.home.ok('kill')
        self.assertFalse(alive(pid))
        self.home.until(lambda: not self.home.leftovers())
        self.assertEqual(sorted(os.listdir(self.home.path)), ['daemon.lock', 'daemon.log', 'logs'])
        self.assertIn('no daemon is running', self.home.ok('ls'))

    def test_a_signal_to_the_daemon_ends_all(self):
        pid = self.start_idle()
        os.kill(self.home.listing()['daemon']['pid'], signal.SIGTERM)
        self.home.until(lambda: not self.home.leftovers())
        self.assertFalse(alive(pid))
        self.assertFalse(os.path.exists(self.socket_path()))

    def test_after_a_crash_the_apps_are_started_again_and_nothing_twice(self):
        old = self.start_idle('--name', 'idle')
        self.home.ok('start', 'idle.py', '--name', 'resting')
        self.home.ok('stop', 'resting')
        self.home.until(lambda: os.path.exists(os.path.join(self.home.path, 'state')))
        daemon = self.home.listing()['daemon']['pid']
        os.kill(daemon, signal.SIGKILL)
        self.home.until(lambda: not alive(daemon))
        self.home.until(lambda: self.home.app('idle')['status'] == 'online')
        self.assertFalse(alive(old))
        self.assertEqual(self.home.app('resting')['status'], 'stopped')
        running = [pid for pid in self.home.leftovers() if 'idle.py' in cmdline(pid)]
        self.assertEqual(running, self.home.pids('idle'))

    def test_a_broken_state_is_put_aside(self):
        os.mkdir(self.home.path)
        with open(os.path.join(self.home.path, 'state'), 'wb') as f:
            f.write(b'DROVERST' + b'x' * 100)
        self.start_idle()
        self.assertTrue(os.path.exists(os.path.join(self.home.path, 'state.bad')))
        self.assertIn('put aside', self.home.daemon_log())

    def test_hostile_clients_cost_nobody_anything(self):
        self.start_idle()
        daemon = self.home.listing()['daemon']['pid']
        before = rss(daemon)
        silent = [self.connect() for _ in range(100)]
        for client in silent[:30]:
            client.send(struct.pack('<I', 1 << 30))  # announces a gigabyte
        for client in silent[30:60]:
            client.send(struct.pack('<I', 100) + b'half')
        for client in silent[60:]:
            client.send(os.urandom(64))
        for _ in range(300):
            self.connect()
        began = time.monotonic()
        self.assertEqual(len(self.home.listing()['apps']), 1)
        self.assertLess(time.monotonic() - began, 5 * SLOWNESS)
        self.assertEqual(self.home.listing()['daemon']['pid'], daemon)
        if not SANITIZED:
            self.assertLess(rss(daemon) - before, 8 << 20)

    def test_a_subscriber_that_does_not_read_costs_a_bounded_amount(self):
        self.start_idle('-i', '6')
        daemon = self.home.listing()['daemon']['pid']
        stalled = subprocess.Popen([BIN, 'events'], env=self.home.env, stdout=subprocess.PIPE)
        self.addCleanup(stalled.stdout.close)
        self.addCleanup(stalled.wait)
        self.addCleanup(stalled.kill)
        os.kill(stalled.pid, signal.SIGSTOP)
        before = rss(daemon)
        for _ in range(6):
            self.home.ok('restart', 'idle', '-q')
        if not SANITIZED:
            self.assertLess(rss(daemon) - before, 4 << 20)

    def test_a_daemon_that_hangs_is_not_waited_for_for_ever(self):
        self.start_idle()
        daemon = self.home.listing()['daemon']['pid']
        os.kill(daemon, signal.SIGSTOP)
        try:
            code, _, err = self.home.run('stop', 'idle', '--timeout', '100ms')
        finally:
            os.kill(daemon, signal.SIGCONT)
        self.assertEqual((code, err), (3, 'drover: the daemon does not answer: connection timed out\n'))

    def test_the_limit_of_open_files_is_raised(self):
        import resource
        _, hard = resource.getrlimit(resource.RLIMIT_NOFILE)
        self.start_idle()
        with open(f'/proc/{self.home.listing()["daemon"]["pid"]}/limits', encoding='utf-8') as f:
            line = next(line for line in f if line.startswith('Max open files'))
        self.assertEqual(line.split()[3], line.split()[4], hard)


def cmdline(pid):
    try:
        with open(f'/proc/{pid}/cmdline', encoding='utf-8') as f:
            return f.read()
    except OSError:
        return ''


def rss(pid):
    with open(f'/proc/{pid}/statm', encoding='utf-8') as f:
        return int(f.read().split()[1]) * os.sysconf('SC_PAGESIZE')


if __name__ == '__main__':
    main()
