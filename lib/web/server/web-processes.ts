import cluster, { type Worker } from 'node:cluster'
import { once } from 'node:events'
import { askedToStop, endProcess } from './graceful-shutdown'

/** In ms, before a web process that failed is replaced. */
const RESTART_DELAY = 1_000

/**
 * Runs this program in several processes that share its port, one for each core, until it is asked to stop; then lets
 * each finish its open requests, calls the functions of `behind` in order, and ends. A process that fails is replaced.
 * If one cannot listen before any other has, the whole program ends, with the reason on its standard error.
 */
export async function runWebProcesses(count: number, behind: (() => unknown)[]): Promise<void> {
  let stopping = false
  let listened = false
  // They end with this process by themselves, and have neither its preloaded modules nor its standard input.
  cluster.setupPrimary({ execArgv: [], stdio: ['ignore', 'inherit', 'inherit', 'ipc'] })
  cluster.on('listening', () => {
    listened = true
  })
  cluster.on('exit', (process_, code, signal) => {
    if (stopping) return
    if (!listened) process.exit(code || 1)
    console.error(`web process ${process_.id} ended (${signal ?? code}) and is replaced`)
    setTimeout(() => stopping || cluster.fork(), RESTART_DELAY)
  })
  for (let i = 0; i < count; i++) cluster.fork()

  await askedToStop()
  stopping = true
  await Promise.all(Object.values(cluster.workers ?? {}).flatMap((running) => (running ? [stop(running)] : [])))
  await endProcess(behind)
}

async function stop(running: Worker): Promise<void> {
  const ended = once(running, 'exit')
  // A process that has just failed receives no message.
  running.send('stop', () => undefined)
  await ended
}
