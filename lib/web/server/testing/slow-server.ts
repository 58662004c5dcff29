import { createServer } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { isStopping } from '../../stopping'
import { gracefulShutdown } from '../graceful-shutdown'

// Run by graceful-shutdown.test.ts as a process of its own: answers after the milliseconds in the path, and says when it
// will stop. Its argument is its notice.
const server = createServer((request, response) => {
  void sleep(Number(request.url?.slice(1))).then(() => response.end(isStopping() ? 'stopping' : 'whole'))
})
server.on('listening', () => console.log(JSON.stringify(server.address())))
const behind = [
  () => console.log('worker stopped'),
  () => Promise.reject(new Error('cannot close')),
  () => console.log('database closed'),
]
await gracefulShutdown(server, 0, behind, { notice: Number(process.argv[2]) })
