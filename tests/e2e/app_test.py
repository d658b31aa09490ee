"""Apps that need no JavaScript: restarts, stops, counts, reasons."""

from harness import *

STUBBORN = '''
import os, signal
signal.signal(signal.SIGTERM, signal.SIG_IGN)
print('up', flush=True)
while True:
    signal.pause()
'''

# Has a child, and a grandchild in a session of its own whose parent is gone.
FAMILY = '''
import os, signal, subprocess, sys
subprocess.Popen(['sleep', '1000'])
if os.fork() == 0:
    os.setsid()
    if os.fork() == 0:
        os.execvp('sleep', ['sleep', '2000'])
    os._exit(0)
os.wait()
print('up', flush=True)
while True:
    signal.pause()
'''


class AppTest(Case):
    def start(self, text, *options, name='app', patience=PATIENCE):
        self.home.file(name + '.py', text)
        return self.home.run('start', name + '.py', *options, patience=patience)

    def config(self, **app):
        self.home.file('drover.config.json', json.dumps({'name': 'app', **app}))

    def up(self, count=1):
        self.home.until(lambda: self.home.log('app').count(' up') >= count)

    def test_a_killed_worker_comes_back_and_is_counted(self):
        self.assertEqual(self.start(IDLE)[0], 0)
        old = self.home.pids('app')[0]
        events = self.events()
        os.kill(old, signal.SIGKILL)
        seen = events.wait('exited', 'backoff', 'starting', 'online')
        self.assertIn('killed by SIGKILL', [e['detail'] for e in seen])
        app = self.home.app('app')
        self.assertEqual((app['status'], app['restarts']), ('online', 1))
        self.assertNotEqual(self.home.pids('app'), [old])

    def test_one_that_always_crashes_is_given_up_with_its_reason(self):
        self.home.file('app.py', 'import sys; sys.exit("Error: no luck today")')
        self.config(script='app.py', max_restarts=2, restart_delay=10)
        code, _, err = self.home.run('start')
        self.assertEqual(code, 1)
        self.assertIn('exited with code 1: Error: no luck today', err)
        self.home.until(lambda: self.home.app('app')['status'] == 'errored')
        app = self.home.app('app')
        self.assertEqual(app['restarts'], 2)
        self.assertIn('Error: no luck today', app['reason'])
        self.assertIn('Error: no luck today', self.home.ok('ls'))

    def test_a_job_that_ends_well_is_done(self):
        self.home.file('app.py', 'print("done")')
        self.config(script='app.py', autorestart=False)
        self.home.ok('start')
        self.home.until(lambda: self.home.app('app')['status'] == 'stopped')
        self.home.until(lambda: 'done' in self.home.log('app'))

    def test_a_stop_code_ends_the_work(self):
        self.home.file('app.py', 'raise SystemExit(7)')
        self.config(script='app.py', stop_exit_codes=7)
        self.home.ok('start')
        self.assertEqual(self.home.app('app')['restarts'], 0)

    def test_stop_is_obeyed(self):
        self.start(IDLE)
        pid = self.home.pids('app')[0]
        self.assertIn('app: stopped', self.home.ok('stop', 'app'))
        self.assertFalse(alive(pid))
        self.assertEqual(self.home.app('app')['status'], 'stopped')
        self.home.ok('start', 'app')
        self.assertEqual(self.home.app('app')['status'], 'online')

    def test_who_does_not_obey_is_killed(self):
        self.home.file('app.py', STUBBORN)
        self.config(script='app.py', kill_timeout=200)
        self.home.ok('start')
        self.up()
        pid = self.home.pids('app')[0]
        events = self.events()
        self.home.ok('stop', 'app')
        self.assertFalse(alive(pid))
        events.wait('stopping', 'killing', 'exited', 'stopped')

    def test_stop_takes_the_whole_family(self):
        self.start(FAMILY)
        self.up()
        family = [pid for pid in self.home.leftovers() if 'sleep' in cmdline(pid)]
        self.assertEqual(len(family), 2)
        self.home.ok('stop', 'app')
        self.assertEqual([pid for pid in family if alive(pid)], [])

    def test_a_crash_leaves_no_family_behind(self):
        self.start(FAMILY)
        self.up()
        family = [pid for pid in self.home.leftovers() if 'sleep' in cmdline(pid)]
        os.kill(self.home.pids('app')[0], signal.SIGKILL)
        self.home.until(lambda: not any(alive(pid) for pid in family))
        self.up(2)

    def test_the_stop_signal_can_be_chosen(self):
        self.home.file('app.py', 'import signal\ndef bye(*_):\n  print("bye", flush=True); raise SystemExit\n'
                                 'signal.signal(signal.SIGUSR2, bye)\nprint("up", flush=True)\nsignal.pause()')
        self.config(script='app.py', stop_signal='SIGUSR2')
        self.home.ok('start')
        self.up()
        self.home.ok('stop', 'app')
        self.home.until(lambda: 'bye' in self.home.log('app'))

    def test_scale_up_and_down(self):
        self.start(IDLE, '-i', '2')
        first = self.home.pids('app')
        self.home.ok('scale', 'app', '+2')
        self.assertEqual(len(self.home.pids('app')), 4)
        self.home.ok('scale', 'app', '-1')
        self.home.ok('scale', 'app', '2')
        self.assertEqual(self.home.pids('app'), first)
        code, _, err = self.home.run('scale', 'app', '0')
        self.assertEqual(code, 2, err)

    def test_restart_and_reload_give_new_processes(self):
        self.start(IDLE, '-i', '2')
        for command in ('restart', 'reload'):
            before = self.home.pids('app')
            self.home.ok(command, 'app')
            after = self.home.pids('app')
            self.assertEqual(len(after), 2)
            self.assertFalse(set(before) & set(after))
            self.assertEqual([pid for pid in before if alive(pid)], [])

    def test_delete_forgets(self):
        self.start(IDLE)
        self.home.ok('delete', 'app')
        self.assertEqual(self.home.listing()['apps'], [])
        code, _, err = self.home.run('stop', 'app')
        self.assertEqual((code, err), (1, 'drover: no app is named "app"\n'))

    def test_all_and_ids_name_apps(self):
        for name in ('a', 'b'):
            self.start(IDLE, name=name)
        self.home.ok('stop', '0')
        self.assertEqual(self.home.app('a')['status'], 'stopped')
        self.home.ok('stop', 'all')
        self.assertEqual(self.home.app('b')['status'], 'stopped')

    def test_an_app_sees_its_place_and_nothing_of_its_neighbours(self):
        self.start('import os, sys\nprint("up", os.environ["NODE_APP_INSTANCE"], os.getcwd(), sys.argv[1:], flush=True)\n'
                   'import signal; signal.pause()', '-i', '2', '--', 'x y', '--z')
        self.up(2)
        for slot in (0, 1):
            self.assertIn(f"w{slot} up {slot} {os.path.realpath(self.home.root)} ['x y', '--z']", self.home.log('app'))
        pid = self.home.pids('app')[0]
        fds = os.listdir(f'/proc/{pid}/fd')
        self.assertEqual(sorted(fd for fd in fds if int(fd) < 3), ['0', '1', '2'])
        targets = [os.readlink(f'/proc/{pid}/fd/{fd}') for fd in fds if int(fd) > 2]
        self.assertEqual([t for t in targets if 'socket' in t or 'pipe' in t], [])

    def test_a_shell_script_an_executable_and_a_program_from_path(self):
        self.home.file('a.sh', 'echo shell; exec sleep 1000')
        self.home.file('b', '#!/bin/sh\necho direct; exec sleep 1000', 0o755)
        self.home.ok('start', 'a.sh')
        self.home.ok('start', './b')
        self.home.ok('start', 'sleep', '--', '1000')
        self.assertEqual([a['status'] for a in self.home.listing()['apps']], ['online'] * 3)
        self.home.until(lambda: 'shell' in self.home.log('a') and 'direct' in self.home.log('b'))

    def test_a_program_that_vanished_is_the_reason(self):
        path = self.home.file('b', '#!/bin/sh\nexec sleep 1000', 0o755)
        self.home.ok('start', './b')
        self.home.ok('stop', 'b')
        os.unlink(path)
        code, _, err = self.home.run('start', 'b')
        self.assertEqual(code, 1)
        self.assertIn('no such file or directory', err)
        self.assertEqual(self.home.app('b')['status'], 'errored')

    def test_ctrl_c_leaves_the_operation_to_the_daemon(self):
        self.home.file('app.py', STUBBORN)
        self.config(script='app.py', kill_timeout=1500)
        self.home.ok('start')
        self.up()
        events = self.events()
        command = subprocess.Popen([BIN, 'stop', 'app'], env=self.home.env, stderr=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
        events.wait('stopping')
        command.send_signal(signal.SIGINT)
        _, err = command.communicate(timeout=PATIENCE)
        self.assertEqual(command.returncode, 130)
        self.assertIn('the daemon goes on', err)
        events.wait('killing', 'stopped')

    def test_an_operation_that_takes_too_long_is_said_to(self):
        self.home.file('app.py', STUBBORN)
        self.config(script='app.py', kill_timeout=3000)
        self.home.ok('start')
        self.up()
        code, _, err = self.home.run('stop', 'app', '--timeout', '100ms')
        self.assertEqual(code, 3, err)


def cmdline(pid):
    try:
        with open(f'/proc/{pid}/cmdline', encoding='utf-8') as f:
            return f.read()
    except OSError:
        return ''


if __name__ == '__main__':
    main()
