import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { parentPort, workerData } from 'node:worker_threads'
import next from 'next'
import { closeDb } from '@/lib/db'
import { quietConsole } from '@/lib/web/quiet-console'
import { secretHeader } from '@/lib/web/server/secret-header'

// Next.js, in a thread of the server: rendering delays no signature.
const { secret, port } = workerData as { secret: string; port: number }

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
// Closing idle connections is left to the server: one that this side closes just as a request goes out on it is a page
// that failed.
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
