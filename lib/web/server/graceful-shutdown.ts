import cluster from 'node:cluster'
import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import { setTimeout as sleep } from 'node:timers/promises'
import { redactError } from '@/lib/redact-error'
import { sayStopping } from '../stopping'

/** In ms. */
interface Times {
  /** The time that open requests get to finish. */
  patience?: number
  /**
   * The time in which it still answers, and says at `/api/health` that it will stop. A proxy asks every two seconds
   * (deploy/caddy/Caddyfile), and sends nobody here once it knows: a form that it had sent to a closed port would be
   * lost (Caddy closes its body with the first attempt, until the mend of issue 7546 of caddyserver/caddy).
   */
  notice?: number
  /** Tells whether requests wait for the database; these get their own time limit (`lib/failover`). */
  isAnswering?: () => boolean
}

/**
 * Listens until it is asked to stop (`askedToStop`), then stops accepting, lets open requests finish, calls the
 * functions of `behind` in order, and ends the process. Where the port is taken, it says so and ends the process at
 * once.
 * @param behind closes what depends on the server, such as the database connections
 */
export async function gracefulShutdown(
  server: Server,
  port: number,
  behind: (() => unknown)[],
  { patience = 10_000, notice = 0, isAnswering = () => false }: Times = {},
): Promise<void> {
  // Includes those upgraded to web sockets, which the server no longer tracks.
  const sockets = new Set<Socket>()
  server.on('connection', (socket: Socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  await listen(server, port)
  await askedToStop()
  sayStopping()
  await sleep(notice)
  await finish(server, sockets, patience, isAnswering)
  await endProcess(behind)
}

const signals = ['SIGTERM', 'SIGINT'] as const

/**
 * Resolves at SIGTERM or SIGINT; a second signal ends the process at once. One of several web processes ignores signals
 * and waits for a message of the process that started it: a terminal, and systemd, send a signal to all of them.
 */
export function askedToStop(): Promise<void> {
  if (cluster.isWorker) {
    for (const signal of signals) process.on(signal, () => undefined)
    return new Promise((resolve) => {
      process.on('message', (message) => message === 'stop' && resolve())
    })
  }
  return new Promise((resolve) => {
    for (const signal of signals)
      process.once(signal, () => {
        for (const again of signals) process.once(again, () => process.exit(1))
        resolve()
      })
  })
}

/** Calls each of these functions, one after the other, and ends the process. */
export async function endProcess(behind: (() => unknown)[]): Promise<never> {
  for (const close of behind) await closeOne(close)
  process.exit(0)
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EADDRINUSE') return reject(error)
      // Not thrown: what ends a process is logged without its message (lib/json-console.ts).
      console.error(`Port ${port} is taken by another program.`)
      process.exit(1)
    })
    server.listen(port, resolve)
  })
}

function finish(server: Server, sockets: Set<Socket>, patience: number, isAnswering: () => boolean): Promise<void> {
  return new Promise((resolve) => {
    const began = performance.now()
    const looking = setInterval(() => {
      // A kept-alive connection becomes idle only after its answer.
      server.closeIdleConnections()
      if (performance.now() - began < patience || isAnswering()) return
      for (const socket of sockets) socket.destroy()
    }, 50)
    server.close(() => {
      clearInterval(looking)
      resolve()
    })
  })
}

/** Calls one of them. A failure is logged and does not stop the others. */
async function closeOne(close: () => unknown): Promise<void> {
  try {
    await close()
  } catch (error) {
    console.error(`while stopping: ${redactError(error, 1)}`)
  }
}
