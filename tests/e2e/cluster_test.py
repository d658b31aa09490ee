"""Web apps in cluster mode: shared ports, crashes, reloads under load."""

from harness import *

BROKEN = 'throw new Error("broken on purpose");\n'

# Says that it is ready when it is told to; never by itself.
SILENT = '''
require('http').createServer((req, res) => res.end('x')).listen(0, '127.0.0.1', () => {
  if (process.env.SAY_READY) process.send('ready');
});
'''


class ClusterTest(Case):
    def web(self, *options, text=WEB):
        self.home.file('web.js', text)
        self.home.ok('start', 'web.js', '-i', '2', *options, patience=2 * PATIENCE)

    def test_workers_share_one_port(self):
        self.web()
        app = self.home.app('web')
        self.assertEqual((app['mode'], app['status'], len(app['addresses'])), ('cluster', 'online', 1))
        address = self.home.address('web')
        answers = set()
        self.home.until(lambda: answers.add(get(address)) or len(answers) == 2)
        self.assertEqual(answers, {str(pid) for pid in self.home.pids('web')})

    def test_a_killed_worker_is_replaced_under_load(self):
        self.web()
        load = Load(self.home.address('web'), keep_alive=True)
        load.wait_for(200)
        events = self.events()
        began = time.monotonic()
        victim, other = self.home.pids('web')
        os.kill(victim, signal.SIGKILL)
        events.wait('exited', 'starting', 'online')
        self.assertLess(time.monotonic() - began, 3 * SLOWNESS)
        load.wait_for(200)
        load.stop()
        app = self.home.app('web')
        self.assertEqual((app['status'], app['restarts']), ('online', 1))
        self.assertIn(other, self.home.pids('web'))
        # Only what the dead worker held can fail: at most one request of each client.
        self.assertLessEqual(len(load.failures), 8, load.failures)

    def reload_under_load(self, keep_alive):
        self.web()
        load = Load(self.home.address('web'), keep_alive)
        load.wait_for(200)
        for _ in range(3):
            before = self.home.pids('web')
            self.home.ok('reload', 'web', patience=3 * PATIENCE)
            self.assertFalse(set(before) & set(self.home.pids('web')))
            load.wait_for(200)
        load.stop()
        self.assertEqual(load.failures, [])
        self.assertGreaterEqual(len(load.answers), 6)

    def test_reload_loses_no_request_on_kept_connections(self):
        self.reload_under_load(keep_alive=True)

    def test_reload_loses_no_request_on_new_connections(self):
        self.reload_under_load(keep_alive=False)

    def test_reload_waits_for_slow_requests(self):
        self.web()
        address = self.home.address('web')
        answers = []
        slow = [threading.Thread(target=lambda: answers.append(get(address, '/?ms=2000'))) for _ in range(4)]
        before = {str(pid) for pid in self.home.pids('web')}
        for thread in slow:
            thread.start()
        self.home.until(lambda: connections(address) >= 4)
        self.home.ok('reload', 'web', patience=3 * PATIENCE)
        for thread in slow:
            thread.join(PATIENCE)
        self.assertEqual(len(answers), 4)
        self.assertLessEqual(set(answers), before)

    def test_reload_onto_broken_code_keeps_the_old_workers(self):
        self.web()
        before = self.home.pids('web')
        load = Load(self.home.address('web'), keep_alive=False)
        load.wait_for(100)
        self.home.file('web.js', BROKEN)
        code, _, err = self.home.run('reload', 'web', patience=3 * PATIENCE)
        self.assertEqual(code, 1)
        self.assertIn('broken on purpose', err)
        self.assertIn('the old workers serve on', err)
        load.wait_for(100)
        load.stop()
        self.assertEqual(load.failures, [])
        self.assertEqual(self.home.pids('web'), before)
        self.assertEqual(self.home.app('web')['status'], 'online')

    def test_a_syntax_error_is_the_reason(self):
        self.home.file('web.js', 'const x = ;\n')
        code, _, err = self.home.run('start', 'web.js', '-i', '2', patience=2 * PATIENCE)
        self.assertEqual(code, 1)
        self.assertIn('SyntaxError', err)

    def test_a_port_in_use_is_the_reason(self):
        taken = socket.socket()
        self.addCleanup(taken.close)
        taken.bind(('127.0.0.1', 0))
        taken.listen()
        self.home.file('web.js', WEB)
        code, _, err = self.home.run('start', 'web.js', '-i', '2', env={'PORT': str(taken.getsockname()[1])}, patience=2 * PATIENCE)
        self.assertEqual(code, 1)
        self.assertIn('EADDRINUSE', err)
        app = self.home.app('web')
        self.assertEqual(app['status'], 'errored')
        self.assertIn('EADDRINUSE', app['reason'])
        self.assertIn('EADDRINUSE', self.home.ok('ls'))

    def test_two_apps_on_one_port_do_not_share_it(self):
        self.web()
        port = str(self.home.address('web')[1])
        self.home.file('other.js', WEB)
        code, _, err = self.home.run('start', 'other.js', '-i', '1', env={'PORT': port}, patience=2 * PATIENCE)
        self.assertEqual(code, 1)
        self.assertIn('EADDRINUSE', err)

    def test_wait_ready(self):
        self.home.file('web.js', SILENT)
        self.home.file('drover.config.json', json.dumps(
            {'script': 'web.js', 'instances': 1, 'wait_ready': True, 'listen_timeout': 300, 'max_restarts': 1}))
        self.home.ok('start', env={'SAY_READY': '1'}, patience=2 * PATIENCE)
        self.home.ok('delete', 'web')
        code, _, err = self.home.run('start', patience=2 * PATIENCE)
        self.assertEqual(code, 1)
        self.assertIn('not ready within', err)

    def test_scale_under_load(self):
        self.web()
        load = Load(self.home.address('web'), keep_alive=True)
        load.wait_for(100)
        self.home.ok('scale', 'web', '4', patience=3 * PATIENCE)
        load.wait_for(200)
        self.home.ok('scale', 'web', '1', patience=3 * PATIENCE)
        load.wait_for(200)
        load.stop()
        self.assertEqual(load.failures, [])
        self.assertEqual(len(self.home.pids('web')), 1)

    def test_stop_closes_the_port(self):
        self.web()
        address = self.home.address('web')
        self.home.ok('stop', 'web')
        with self.assertRaises(ConnectionRefusedError):
            get(address)


def connections(address):
    """Established connections to the address, as the kernel counts them."""
    with open('/proc/net/tcp', encoding='utf-8') as f:
        wanted = f':{address[1]:04X}'
        return sum(1 for line in f if line.split()[1].endswith(wanted) and line.split()[3] == '01')


if __name__ == '__main__':
    main()
