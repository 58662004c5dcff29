/** Too many callers are waiting already, or one has waited too long. */
export class Busy extends Error {}

/** Runs a task for a network, in its turn. Rejects with Busy if it cannot wait, or has waited in vain. */
export type Fairly = <T>(network: string, task: () => Promise<T>) => Promise<T>

interface Waiting {
  start: () => void
  refuse: (reason: Busy) => void
}

export interface Limits {
  /** Tasks at once. */
  running: number
  /** Waiting tasks per network. */
  each: number
  /** Waiting tasks in all. */
  waiting: number
  /** The longest wait, in ms: shorter than a silent connection lasts, so that everybody gets an answer. */
  patience: number
  /** Told how many run and how many wait, whenever that changes. */
  onChange?: (running: number, waiting: number) => void
}

/**
 * Runs tasks, a few at once. The others wait, each network in its own queue, and networks take turns: whoever
 * requests a lot delays nobody else. If too many wait in all, the last task of the longest queue is refused to make room.
 */
export function limitFairly({ running, each, waiting, patience, onChange }: Limits): Fairly {
  let active = 0
  let held = 0
  const tell = () => onChange?.(active, held)
  /** In the order of their turns. None is empty. */
  const queues = new Map<string, Waiting[]>()

  function longest(): [string, Waiting[]] {
    let found: [string, Waiting[]] = ['', []]
    for (const entry of queues) if (entry[1].length > found[1].length) found = entry
    return found
  }

  function enter(network: string): Promise<void> {
    const own = queues.get(network) ?? []
    if (own.length >= each) throw new Busy('too many pages are being made for one network')
    if (held >= waiting) {
      const [other, queue] = longest()
      const last = queue.at(-1)
      if (!last || queue.length <= own.length + 1) throw new Busy('too many pages are being made')
      leave(other, last)
      last.refuse(new Busy('too many pages are being made, and most of them for this network'))
    }
    return new Promise((resolve, reject) => {
      const entry: Waiting = {
        start: () => {
          clearTimeout(timer)
          resolve()
        },
        refuse: (reason) => {
          clearTimeout(timer)
          reject(reason)
        },
      }
      const timer = setTimeout(() => {
        leave(network, entry)
        reject(new Busy('it took too long until the turn came'))
      }, patience)
      queues.set(network, [...own, entry])
      held += 1
      tell()
    })
  }

  function leave(network: string, entry: Waiting): void {
    const rest = (queues.get(network) ?? []).filter((other) => other !== entry)
    held -= 1
    if (rest.length > 0) queues.set(network, rest)
    else queues.delete(network)
    tell()
  }

  function next(): void {
    for (const [network, [first, ...rest]] of queues) {
      queues.delete(network)
      if (rest.length > 0) queues.set(network, rest)
      if (!first) continue
      held -= 1
      tell()
      first.start()
      return
    }
    active -= 1
    tell()
  }

  return async (network, task) => {
    if (active >= running) await enter(network)
    else {
      active += 1
      tell()
    }
    try {
      return await task()
    } finally {
      next()
    }
  }
}
