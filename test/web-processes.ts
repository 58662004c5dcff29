import cluster from 'node:cluster'
import { createServer } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { gracefulShutdown } from '../lib/web/server/graceful-shutdown'
import { runWebProcesses } from '../lib/web/server/web-processes'

// Run by web-processes.test.ts as a program of its own: two processes that answer with their id, after the milliseconds
// in the path.
const port = Number(process.argv[2])
if (cluster.isPrimary) await runWebProcesses(2, [() => console.log('worker stopped')])
else {
  const server = createServer((request, response) => {
    void sleep(Number(request.url?.slice(1))).then(() => response.end(String(process.pid)))
  })
  await gracefulShutdown(server, port, [])
}
