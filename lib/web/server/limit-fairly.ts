/** Too many callers are waiting already, or one has waited too long. */
export class Busy extends Error {}

/** Runs a task for a network, in its turn. @throws Busy if too many wait already, or it has waited too long */
export type Fairly = <T>(network: string, task: () => Promise<T>) => Promise<T>

interface Waiting {
  start: () => void
  refuse: (reason: Busy) => void
}

export interface Limits {
  /** The number of tasks at once. */
  running: number
  /** The number of waiting tasks per network. */
  each: number
  /** The number of waiting tasks in all. */
  waiting: number
  /** The longest wait, in ms: shorter than a silent connection lasts, so that everybody gets an answer. */
  patience: number
  /** Called with the numbers of running and waiting tasks whenever they change. */
  onChange?: (running: number, waiting: number) => void
}

/**
 * Makes a function that runs tasks, a few at once. The others wait, each network in its own queue, and networks take
 * turns: a network that requests a lot delays no other. If too many wait in all, the last task of the longest queue is
 * refused to make room.
 */
export function limitFairly({ running, each, waiting, patience, onChange }: Limits): Fairly {
  let active = 0
  let held = 0
  const tell = () => onChange?.(active, held)
  /** The queues in the order of their turns. None is empty. */
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
