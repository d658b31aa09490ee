"""Logs: nothing is lost, nobody waits."""

from harness import *

# Prints a line for each line of its command file.
SPEAKER = '''
import os, signal, sys, time
n = 0
print('up', flush=True)
def speak(*_):
    global n
    n += 1
    print('line', n, flush=True)
    print('error', n, file=sys.stderr, flush=True)
signal.signal(signal.SIGUSR1, speak)
while True:
    signal.pause()
'''

FLOOD = '''
import sys
for i in range(int(sys.argv[1])):
    print('line', i, 'x' * 80)
sys.stdout.flush()
print('end of flood', flush=True)
import signal; signal.pause()
'''


class LogsTest(Case):
    def speaker(self):
        self.home.file('app.py', SPEAKER)
        self.home.ok('start', 'app.py')
        self.home.until(lambda: ' up' in self.home.log('app'))
        return self.home.pids('app')[0]

    def speak(self, pid, text):
        os.kill(pid, signal.SIGUSR1)
        self.home.until(lambda: text in self.home.log('app', 'error'))

    def test_lines_are_stamped_and_parted(self):
        self.speak(self.speaker(), 'error 1')
        stamp = r'^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z w0 '
        self.assertRegex(self.home.log('app', 'error'), stamp + 'error 1\n$')
        self.assertRegex(self.home.log('app'), stamp + 'up\n')
        self.assertEqual(self.home.ok('logs', '--err'), '[w0] error 1\n')
        self.assertEqual(self.home.ok('logs', '--raw', '--out', '--lines', '1'), 'line 1\n')
        self.assertRegex(self.home.ok('logs', '--time', '--err'), r'^\d{4}-.*Z \[w0\] error 1\n$')

    def test_an_app_that_has_said_nothing_has_an_empty_log(self):
        self.home.ok('start', 'sleep', '--name', 'quiet', '--', '1000')
        self.assertEqual(self.home.ok('logs', 'quiet'), '')
        self.assertEqual(self.home.ok('logs', '0'), '')

    def test_several_apps_are_told_apart(self):
        self.home.file('a.sh', 'echo from a; exec sleep 1000')
        self.home.file('b.sh', 'echo from b; exec sleep 1000')
        for name in 'ab':
            self.home.ok('start', f'{name}.sh')
            self.home.until(lambda: f'from {name}' in self.home.log(name))
        self.assertEqual(self.home.ok('logs'), '[a w0] from a\n[b w0] from b\n')
        self.assertEqual(self.home.ok('logs', 'b'), '[w0] from b\n')
        code, _, err = self.home.run('logs', 'c')
        self.assertEqual((code, err), (1, 'drover: logs: no app is named "c"\n'))

    def test_follow_goes_on_across_a_rotation(self):
        pid = self.speaker()
        follow = subprocess.Popen([BIN, 'logs', '-f', 'app', '--out'], env=self.home.env, stdout=subprocess.PIPE, text=True)
        self.addCleanup(follow.stdout.close)
        self.assertEqual(follow.stdout.readline(), '[w0] up\n')
        self.speak(pid, 'error 1')
        self.assertEqual(follow.stdout.readline(), '[w0] line 1\n')
        out = os.path.join(self.home.path, 'logs', 'app-out.log')
        os.rename(out, out + '.1')
        self.speak(pid, 'error 2')
        self.assertEqual(follow.stdout.readline(), '[w0] line 2\n')
        self.assertRegex(self.home.log('app'), 'line 2\n$')
        self.speak(pid, 'error 3')
        self.assertEqual(follow.stdout.readline(), '[w0] line 3\n')
        follow.send_signal(signal.SIGINT)
        self.assertEqual(follow.wait(PATIENCE), 0)

    def test_follow_ends_with_its_reader(self):
        self.speaker()
        follow = subprocess.Popen([BIN, 'logs', '-f'], env=self.home.env, stdout=subprocess.PIPE)
        follow.stdout.readline()
        follow.stdout.close()
        self.assertEqual(follow.wait(PATIENCE), 0)

    def test_a_dead_log_process_is_replaced_and_loses_nothing(self):
        pid = self.speaker()
        self.speak(pid, 'error 1')
        log_process = self.home.listing()['daemon']['log_pid']
        os.kill(log_process, signal.SIGSTOP)
        for _ in range(3):
            os.kill(pid, signal.SIGUSR1)
        os.kill(log_process, signal.SIGKILL)
        self.home.until(lambda: self.home.listing()['daemon']['log_pid'] not in (0, log_process))
        self.speak(pid, 'error 2')
        self.assertTrue(alive(pid))
        numbers = [int(n) for n in re.findall(r'line (\d+)', self.home.log('app'))]
        self.assertEqual(numbers, list(range(1, len(numbers) + 1)))

    def test_files_are_rotated_and_no_line_is_lost(self):
        self.home.file('app.py', FLOOD)
        self.home.file('drover.config.json', json.dumps({'script': 'app.py', 'args': ['20000'], 'log_max_size': '1M', 'log_keep': 9}))
        self.home.ok('start')
        self.home.until(lambda: 'end of flood' in self.home.log('app'))
        names = [n for n in os.listdir(os.path.join(self.home.path, 'logs')) if n.startswith('app-out.log')]
        self.assertGreater(len(names), 1)
        text = ''.join(self.home.read('logs/' + n) for n in sorted(names, reverse=True))
        self.assertEqual([int(n) for n in re.findall(r'line (\d+) x', text)], list(range(20000)))
        for name in names:
            self.assertLess(os.stat(os.path.join(self.home.path, 'logs', name)).st_size, 2.1 * (1 << 20))

    def test_a_flood_leaves_the_commands_quick(self):
        self.home.file('app.py', FLOOD)
        self.home.ok('start', 'app.py', '--', '300000')
        began = time.monotonic()
        for _ in range(10):
            self.home.listing()
        self.assertLess(time.monotonic() - began, 2 * SLOWNESS)
        self.home.until(lambda: 'end of flood' in self.home.read('logs/app-out.log')[-1000:], 30)


if __name__ == '__main__':
    main()
