"""examples/supervised: both apps of its configuration run, serve, reload and stop."""

import shutil

from harness import *

EXAMPLE = os.path.join(os.environ['DROVER_SOURCE_DIR'], 'examples', 'supervised')


class SupervisedExampleTest(Case):
    def test_it_runs_as_its_readme_says(self):
        folder = os.path.join(self.home.root, 'supervised')
        shutil.copytree(EXAMPLE, folder)
        self.home.ok('start', cwd=folder, env={'PORT': '0'}, patience=3 * PATIENCE)
        apps = {app['name']: app for app in self.home.listing()['apps']}
        self.assertEqual({name: (a['status'], a['mode']) for name, a in apps.items()},
                         {'quotes': ('online', 'cluster'), 'heartbeat': ('online', 'fork')})
        address = self.home.address('quotes')
        self.assertIn(json.loads(get(address))['worker'], self.home.pids('quotes'))
        self.home.until(lambda: 'MB free' in self.home.log('heartbeat'))
        before = self.home.pids('quotes')
        self.home.ok('reload', 'quotes', patience=3 * PATIENCE)
        self.assertFalse(set(before) & set(self.home.pids('quotes')))
        self.assertIn(json.loads(get(address))['worker'], self.home.pids('quotes'))
        self.home.ok('stop', 'heartbeat')
        self.home.until(lambda: 'heartbeat ends' in self.home.log('heartbeat'))


if __name__ == '__main__':
    main()
