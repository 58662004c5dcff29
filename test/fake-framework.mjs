import { createServer } from 'node:http'
import { parentPort, workerData } from 'node:worker_threads'

// Stands for scripts/framework.ts in a thread: says what it was asked, or does what the path says.
const server = createServer((request, response) => {
  if (request.headers['x-site-server'] !== workerData.secret) return void response.writeHead(404).end()
  if (request.url === '/crash') process.exit(3)
  if (request.url === '/hang') return
  if (request.url === '/break-off') {
    response.writeHead(200, { 'content-length': '1000' }).write('half')
    return void setTimeout(() => response.destroy(), 20)
  }
  if (request.url === '/api/no-method') return void response.writeHead(405).end()
  if (request.url === '/api/own-allow') return void response.writeHead(405, { allow: 'DELETE' }).end()
  if (request.url === '/huge') return void response.end(Buffer.alloc(5 * 1024 * 1024))
  /** @type {Buffer[]} */
  const chunks = []
  request.on('data', (chunk) => chunks.push(chunk))
  request.on('end', () => {
    const { method, url, headers } = request
    response.writeHead(201, ['Set-Cookie', 'a=1', 'Set-Cookie', 'b=2', 'X-One', 'one', 'Keep-Alive', 'timeout=99'])
    response.end(JSON.stringify({ method, url, headers, body: Buffer.concat(chunks).toString() }))
  })
})
server.listen(0, '127.0.0.1', () => {
  if (workerData.port === 0) process.exit(1)
  parentPort?.postMessage(/** @type {import('node:net').AddressInfo} */ (server.address()).port)
})
parentPort?.once('message', () => process.exit(0))
