// A small web application. `drover start examples/web/server.mjs -i max` runs one worker a core; all of
// them share the port. PORT chooses it (0: any free one).

import cluster from 'node:cluster';
import { createServer } from 'node:http';

const worker = process.env.NODE_APP_INSTANCE ?? cluster.worker?.id ?? 0;
const startedAt = Date.now();
let requests = 0;

function json(response, status, body) {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8' });
  response.end(`${JSON.stringify(body)}\n`);
}

const routes = {
  '/': (response) => {
    response.writeHead(200, { 'content-type': 'text/plain; charset=utf-8' });
    response.end(`Hello from worker ${worker}, pid ${process.pid}\n`);
  },
  '/healthz': (response) => json(response, 200, { status: 'ok' }),
  '/api/status': (response) => json(response, 200, {
    worker,
    pid: process.pid,
    version: process.version,
    requests,
    uptimeSeconds: Math.round((Date.now() - startedAt) / 1000),
  }),
};

const server = createServer((request, response) => {
  requests += 1;
  const route = routes[request.url.split('?')[0]];
  if (route) route(response);
  else json(response, 404, { error: `nothing at ${request.url}` });
});

server.listen(Number(process.env.PORT ?? 8080), () => {
  console.log(`worker ${worker}, pid ${process.pid}: listening on port ${server.address().port}`);
});
