import { setTimeout as sleep } from 'node:timers/promises'
import { DatabaseAway } from './is-away'

/** Somebody who waits: until when (`performance.now()`), and from which network. */
export interface Patience {
  deadline: number
  network: string
}

interface Options {
  /** Whether the database is back: connected to, and writable. */
  isBack: () => Promise<boolean>
  /** In ms, between two looks. */
  pause: number
  /** The number of requests that may wait. */
  most: number
  /** The number of requests of one network that may wait. */
  mostOf: (network: string) => number
}

export interface WaitingRoom {
  /** Whether the database was away when last looked at, and somebody waits for it. */
  readonly closed: boolean
  /** The number of requests that are waiting. */
  readonly waiting: number
  /** Waits until the database is back. @throws DatabaseAway at the deadline, or at once if there is no place */
  wait(patience: Patience): Promise<void>
}

/**
 * Makes a room in which requests wait while the database is away. One check serves all; when the database is back, all
 * continue. The number of waiting requests is limited, in all and per network: further ones fail at once.
 */
export function createWaitingRoom({ isBack, pause, most, mostOf }: Options): WaitingRoom {
  const waiting = new Set<() => void>()
  const networks = new Map<string, number>()
  let looking = false

  async function look(): Promise<void> {
    looking = true
    do await sleep(pause)
    while (waiting.size > 0 && !(await isBack().catch(() => false)))
    looking = false
    for (const goOn of waiting) goOn()
  }

  function count(network: string, change: number): void {
    const number = (networks.get(network) ?? 0) + change
    if (number > 0) networks.set(network, number)
    else networks.delete(network)
  }

  return {
    get closed() {
      return looking && waiting.size > 0
    },
    get waiting() {
      return waiting.size
    },
    async wait({ deadline, network }) {
      const left = deadline - performance.now()
      const full = waiting.size >= most || (networks.get(network) ?? 0) >= mostOf(network)
      if (full || left <= 0) throw new DatabaseAway(full ? 'too many wait for the database' : 'the database is away')
      count(network, 1)
      const isInTime = await new Promise<boolean>((resolve) => {
        const leave = (inTime: boolean) => {
          clearTimeout(timer)
          waiting.delete(goOn)
          resolve(inTime)
        }
        const goOn = () => leave(true)
        const timer = setTimeout(leave, left, false)
        waiting.add(goOn)
        if (!looking) void look()
      })
      count(network, -1)
      if (!isInTime) throw new DatabaseAway('the database stayed away')
    },
  }
}
