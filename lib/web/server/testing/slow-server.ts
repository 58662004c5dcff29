import { createServer } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { gracefulShutdown } from '../graceful-shutdown'

// Run by graceful-shutdown.test.ts as a process of its own: answers after the milliseconds in the path.
const server = createServer((request, response) => {
  void sleep(Number(request.url?.slice(1))).then(() => response.end('whole'))
})
server.on('listening', () => console.log(JSON.stringify(server.address())))
await gracefulShutdown(server, 0, [
  () => console.log('worker stopped'),
  () => Promise.reject(new Error('cannot close')),
  () => console.log('database closed'),
])
