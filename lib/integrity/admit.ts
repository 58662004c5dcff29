import { countAbuseEvent } from './abuse-metrics'
import { countInHour } from './limits/count-in-hour'
import { limitOf } from './limits/network-limit'
import { makeTask, type Task } from './proof/make-task'
import { spendProof } from './proof/spend-proof'

/** How somebody whom a limit met may get in all the same. */
export interface ChallengeAnswer {
  /** A solved task, or nothing. */
  proof?: string
  /** Takes an e-mail that comes later. The way of who has no scripts. */
  later?: boolean
}

/** `task` is what to solve; `later`: whether a later e-mail is still on offer. */
export interface Refused {
  task: Task
  later: boolean
}

export type Admission = { mailAt: Date; by: 'form' | 'task' | 'later' } | Refused

/** A way in, such as one network, by which more than usual come. */
export interface LimitedBucket {
  /** What kind of limit was met: a task is made for some of them, and lifts no other. */
  kind: string
  name: string
  /** How many within the hour may take a later e-mail. */
  places: number
}

/** In ms: when their mails are sent, spread out. */
const LATER = { from: 3_600_000, spread: 3_600_000 }

/**
 * Lets in who met a limit: at once with a solved task, which is good once and for this purpose alone; or with an
 * e-mail that comes later, as long as the slow queue has room. A task costs as much more as there are limits to lift.
 * @param purpose what the task is good for: a use and everything that makes this one different from another's
 * @param full the ways on which it met a limit
 */
export async function admit(
  { proof, later }: ChallengeAnswer,
  purpose: string[],
  full: LimitedBucket[],
  now: Date,
): Promise<Admission> {
  const limits = full.map(({ kind }) => kind)
  if (proof) {
    const good = await spendProof(proof, purpose, limits, now)
    countAbuseEvent(good ? 'let in with a task' : 'with a false proof')
    if (good) return { mailAt: now, by: 'task' }
  }
  if (later && (await takePlace(full, now))) {
    countAbuseEvent('taken for a later mail')
    return { mailAt: laterThan(now), by: 'later' }
  }
  countAbuseEvent('refused')
  return { task: await makeTask(purpose, limits, now), later: !later }
}

/**
 * The same for what is limited by network alone.
 * @param use what is asked for, and what a task is good for
 * @param most how many of one network are let in within an hour by the form alone
 */
export async function admitFromNetwork(
  { use, most, canonical }: { use: string; most: number; canonical: string },
  sender: { network: string | null } & ChallengeAnswer,
  now: Date,
): Promise<Admission> {
  const { network } = sender
  if (network === null) return { mailAt: now, by: 'form' }
  const limit = limitOf(network, most)
  const [number = 0] = await countInHour([{ kind: use, value: network, limit }], now)
  if (number <= limit) return { mailAt: now, by: 'form' }
  return admit(sender, [use, canonical], [{ kind: use, name: `${use} ${network}`, places: limit }], now)
}

/** Whether the slow queue of each way has room still. Each is counted, also where another is full. */
async function takePlace(full: LimitedBucket[], now: Date): Promise<boolean> {
  const queues = full.map(({ name, places }) => ({ kind: 'later', value: name, limit: places }))
  const numbers = await countInHour(queues, now)
  return queues.every(({ limit }, i) => (numbers[i] ?? 0) <= limit)
}

function laterThan(now: Date): Date {
  return new Date(now.getTime() + LATER.from + Math.floor(Math.random() * LATER.spread))
}
