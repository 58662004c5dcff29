import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parentPort, workerData } from 'node:worker_threads'
import next from 'next'
import { closeDb } from '@/lib/db'
import { logAsJson } from '@/lib/json-console'
import { outliveLog } from '@/lib/outlive-log'
import { quietConsole } from '@/lib/web/quiet-console'
import { secretHeader } from '@/lib/web/server/secret-header'

// Next.js in a thread of the server, so that rendering does not delay signatures.
const { secret, port } = workerData as { secret: string; port: number }

outliveLog()
logAsJson()
quietConsole(console)

// Loopback is open to every program on this machine; only the server knows the secret.
const server = createServer((request, response) => {
  if (request.headers[secretHeader] !== secret) {
    response.writeHead(404).end()
    return
  }
  delete request.headers[secretHeader]
  void handle(request, response)
})
// Only the server closes idle connections: if this side closed one just as a request was sent on it, the page would
// fail.
server.keepAliveTimeout = 0
const app = next({ dev: false, port, httpServer: server })
const handle = app.getRequestHandler()
await app.prepare()
server.listen(0, '127.0.0.1', () => parentPort?.postMessage((server.address() as AddressInfo).port))
parentPort?.once('message', () => void end())

async function end(): Promise<void> {
  server.close()
  server.closeAllConnections()
  await app.close()
  await closeDb()
  process.exit(0)
}
