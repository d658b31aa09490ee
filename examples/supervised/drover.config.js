// Two apps under one supervisor: a web server with a worker for each CPU, and a job that is no
// JavaScript. Start both with `drover start` in this folder.
module.exports = {
  apps: [
    {
      name: 'quotes',
      script: './quotes.mjs',
      instances: 'max',
      env: { PORT: process.env.PORT || '8080' },
      env_production: { LOG: 'quiet' },
      kill_timeout: '5s',
      drain_timeout: '20s',
    },
    {
      name: 'heartbeat',
      script: './heartbeat.sh',
      args: ['every', '10'],
      exec_mode: 'fork',
      min_uptime: '2s',
      max_restarts: 5,
    },
  ],
};
