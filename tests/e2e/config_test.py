"""Configurations: what they start, and what is said of a wrong one."""

from harness import *


class ConfigCase(Case):
    def start_fails(self, name, text):
        path = self.home.file(name, text)
        code, out, err = self.home.run('start', name, patience=2 * PATIENCE)
        self.assertEqual((code, out), (1, ''), err)
        self.assertEqual(err.count('\n'), 1, err)
        self.assertTrue(err.startswith('drover: ' + path), err)
        self.assertFalse(os.path.exists(self.home.path), 'something was started')
        return err[len('drover: ' + path):]


class JsonConfigTest(ConfigCase):
    def test_two_apps(self):
        self.home.file('a.py', IDLE)
        self.home.file('drover.config.json', json.dumps({'apps': [
            {'name': 'one', 'script': 'a.py', 'env': {'X': '1'}}, {'name': 'two', 'script': 'a.py', 'instances': 2}]}))
        self.home.ok('start')
        self.assertEqual([app['name'] for app in self.home.listing()['apps']], ['one', 'two'])
        self.assertEqual(len(self.home.pids('two')), 2)

    def test_only_some_apps(self):
        self.home.file('a.py', IDLE)
        apps = [{'name': 'one', 'script': 'a.py'}, {'name': 'two', 'script': 'a.py'}]
        self.home.file('drover.config.json', json.dumps(apps))
        self.home.ok('start', '--only', 'two')
        self.assertEqual([app['name'] for app in self.home.listing()['apps']], ['two'])

    def test_starting_again_changes_what_changed(self):
        self.home.file('a.py', IDLE)
        config = [{'name': 'one', 'script': 'a.py', 'env': {'X': '1', 'Y': '1'}}, {'name': 'two', 'script': 'a.py'}]
        self.home.file('drover.config.json', json.dumps(config))
        self.home.ok('start')
        one, two = self.home.pids('one'), self.home.pids('two')
        self.home.ok('start')
        self.assertEqual((self.home.pids('one'), self.home.pids('two')), (one, two))
        del config[0]['env']['Y']
        self.home.file('drover.config.json', json.dumps(config))
        self.home.ok('start')
        self.assertNotEqual(self.home.pids('one'), one)
        self.assertEqual(self.home.pids('two'), two)
        with open(f'/proc/{self.home.pids("one")[0]}/environ', 'rb') as f:
            env = f.read().split(b'\0')
        self.assertIn(b'X=1', env)
        self.assertNotIn(b'Y=1', env)

    def test_an_unknown_key(self):
        rest = self.start_fails('drover.config.json', '{"apps": [{\n  "script": "a.py",\n  "instnaces": 2\n}]}')
        self.assertEqual(rest, ':3: unknown key "instnaces"; did you mean "instances"?\n')

    def test_a_syntax_error(self):
        self.assertRegex(self.start_fails('drover.config.json', '{\n"apps": [\n}'), r'^:3: .+\n$')

    def test_a_missing_config(self):
        code, _, err = self.home.run('start', 'none.config.json')
        self.assertEqual(code, 1)
        self.assertRegex(err, r'none\.config\.json: no such file or directory\n$')

    def test_an_unreadable_config(self):
        os.mkdir(os.path.join(self.home.root, 'drover.config.json'))
        code, _, err = self.home.run('start', 'drover.config.json')
        self.assertEqual(code, 1)
        self.assertRegex(err, r'drover\.config\.json: illegal operation on a directory\n$')


class JavaScriptConfigTest(ConfigCase):
    """Evaluated by the runtime."""

    def test_every_kind_of_module(self):
        self.home.file('a.py', IDLE)
        kinds = (('drover.config.js', 'module.exports = %s;'), ('b.config.cjs', 'module.exports = () => (%s);'),
                 ('c.config.mjs', 'console.log("noise"); export default await Promise.resolve(%s);'))
        for name, text in kinds:
            self.home.file(name, text % json.dumps({'apps': [{'name': name[0], 'script': 'a.py'}]}))
            self.home.ok('start', name)
        self.assertEqual([app['name'] for app in self.home.listing()['apps']], ['d', 'b', 'c'])

    def test_a_syntax_error_names_its_line(self):
        rest = self.start_fails('drover.config.js', 'module.exports = {\n  apps: [}\n};\n')
        self.assertRegex(rest, r'^:2: SyntaxError: .+\n$')

    def test_an_exception_names_its_line(self):
        rest = self.start_fails('drover.config.js', '\n\nthrow new TypeError("no such luck");\n')
        self.assertEqual(rest, ':3: TypeError: no such luck\n')

    def test_a_config_that_never_ends_is_ended(self):
        rest = self.start_fails('drover.config.mjs', 'await new Promise(() => setInterval(() => {}, 1000));')
        self.assertIn('10 s', rest)

    def test_an_unknown_key(self):
        rest = self.start_fails('drover.config.js', 'module.exports = {scirpt: "x"};')
        self.assertIn('did you mean "script"?', rest)


if __name__ == '__main__':
    main()
