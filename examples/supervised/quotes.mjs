// A small web app: answers with a line of a poem and the worker that served it.
import { createServer } from 'node:http';

const lines = [
  'Drive my dead thoughts over the universe',
  'Like withered leaves to quicken a new birth!',
  'And, by the incantation of this verse,',
  'Scatter, as from an unextinguished hearth',
  'Ashes and sparks, my words among mankind!',
];
let served = 0;

const server = createServer((request, response) => {
  const line = lines[served++ % lines.length];
  response.setHeader('content-type', 'application/json');
  response.end(`${JSON.stringify({ line, worker: process.pid, served })}\n`);
});

server.listen(Number(process.env.PORT), '127.0.0.1', () => {
  if (process.env.LOG !== 'quiet') console.log(`worker ${process.pid} serves port ${server.address().port}`);
});
