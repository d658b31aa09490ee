"""The command line without a daemon: what it runs, what it says, how it exits."""

from harness import *


class CliTest(Case):
    def setUp(self):
        super().setUp()
        # Stands in for the runtime: tells how it was called.
        self.echo = self.home.file('runtime.sh', '#!/bin/sh\nfor a in "$@"; do printf "<%s>" "$a"; done\n', 0o755)

    def echoed(self, *args, **options):
        return self.home.ok(*args, env={'DROVER_RUNTIME': self.echo}, **options)

    def test_a_file_is_run_with_its_arguments(self):
        self.home.file('app.js', '')
        self.assertEqual(self.echoed('app.js', 'a b', '--name', 'ls'), '<app.js><a b><--name><ls>')
        self.assertEqual(self.echoed('./missing.js', 'x'), '<./missing.js><x>')

    def test_options_of_node_are_passed_on(self):
        self.assertEqual(self.echoed('-e', '1+1'), '<-e><1+1>')
        self.assertEqual(self.echoed('-p', 'x', 'y'), '<-p><x><y>')
        self.assertEqual(self.echoed('--import', './a.mjs', 'b.js'), '<--import><./a.mjs><b.js>')
        self.assertEqual(self.echoed('-'), '<->')

    def test_without_arguments_and_terminal_standard_input_is_run(self):
        self.assertEqual(self.echoed(), '')

    def test_a_command_wins_over_a_file_of_that_name(self):
        self.home.file('ls', '')
        self.assertIn('no apps', self.echoed('ls'))
        self.assertEqual(self.echoed('./ls'), '<./ls>')

    def test_a_bare_name_that_is_a_file_is_run(self):
        self.home.file('strat', '')
        self.assertEqual(self.echoed('strat'), '<strat>')
        self.home.file('served.js', '')
        self.assertEqual(self.echoed('served'), '<served>')

    def test_an_unknown_command_is_wrong_use(self):
        code, out, err = self.home.run('strat')
        self.assertEqual((code, out), (2, ''))
        self.assertEqual(err, 'drover: no command and no file is named "strat"; did you mean \'start\'?\n')

    def test_a_missing_runtime_is_said(self):
        code, _, err = self.home.run('x.js', env={'DROVER_RUNTIME': '/nonexistent'})
        self.assertEqual(code, 1)
        self.assertEqual(err.count('\n'), 1)
        self.assertIn('/nonexistent', err)

    def test_version_and_help(self):
        self.assertRegex(self.home.ok('--version'), r'^drover \d+\.\d+\.\d+\n$')
        self.assertEqual(self.home.ok('-v'), self.home.ok('--version'))
        for command in re.findall(r'^  ([a-z]+)  ', self.home.ok('--help'), re.M):
            self.assertIn('Usage: drover ' + command, self.home.ok(command, '--help'))
        self.assertIn('Usage: drover reload', self.home.ok('help', 'reload'))
        self.assertIn('does not run', self.home.ok('version'))

    def test_wrong_use_has_exit_code_2_and_one_line(self):
        for args in (['ls', '--bogus'], ['stop'], ['scale', 'web'], ['scale', 'web', 'x'], ['start'],
                     ['logs', '--lines', 'x'], ['reload', 'a', '--timeout', 'soon'], ['help', 'nothing']):
            code, out, err = self.home.run(*args)
            self.assertEqual((code, out), (2, ''), args)
            self.assertEqual(err.count('\n'), 1, err)
            self.assertTrue(err.startswith('drover: '), err)

    def test_without_a_daemon(self):
        self.assertIn('no daemon is running', self.home.ok('ls'))
        self.assertEqual(json.loads(self.home.ok('ls', '--json'))['apps'], [])
        self.assertIn('no daemon is running', self.home.ok('kill'))
        for args in (['ping'], ['stop', 'web'], ['reload', 'all'], ['describe', 'web'], ['events']):
            code, _, err = self.home.run(*args)
            self.assertEqual((code, err), (1, 'drover: no daemon is running\n'), args)
        self.assertFalse(os.path.exists(self.home.path))

    def test_a_home_that_cannot_be_made_is_named(self):
        self.home.file('blocked', '')
        script = self.home.file('idle.py', IDLE)
        code, _, err = self.home.run('start', script, env={'DROVER_HOME': self.home.root + '/blocked'})
        self.assertEqual(code, 1)
        self.assertIn('blocked', err)
        self.assertEqual(err.count('\n'), 1)

    def test_a_script_that_is_not_there(self):
        code, _, err = self.home.run('start', 'none.js')
        self.assertEqual(code, 1)
        self.assertRegex(err, r'^drover: .*none\.js: no such file or directory\n$')
        self.assertFalse(os.path.exists(self.home.path))


if __name__ == '__main__':
    main()
