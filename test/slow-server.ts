import { createServer } from 'node:http'
import { setTimeout as sleep } from 'node:timers/promises'
import { gracefulShutdown } from '../lib/web/server/graceful-shutdown'
import { isStopping } from '../lib/web/stopping'

// Run by graceful-shutdown.test.ts as a process of its own: answers after the milliseconds in the path, and says when
// it will stop. Its arguments are its notice, and how much longer than usual requests wait for the database.
const server = createServer((request, response) => {
  void sleep(Number(request.url?.slice(1))).then(() => response.end(isStopping() ? 'stopping' : 'whole'))
})
server.on('listening', () => console.log(JSON.stringify(server.address())))
const behind = [
  () => console.log('worker stopped'),
  () => Promise.reject(new Error('cannot close')),
  () => console.log('database closed'),
]
const [notice = 0, waiting = 0] = process.argv.slice(2).map(Number)
let end: number | undefined
const isAnswering = () => {
  end ??= performance.now() + waiting
  return performance.now() < end
}
const times = { notice, ...(waiting > 0 && { patience: 500, isAnswering }) }
await gracefulShutdown(server, 0, behind, times)
