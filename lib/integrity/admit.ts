import { countAbuseEvent } from './abuse-metrics'
import { countInHour } from './limits/count-in-hour'
import { noteHit } from './limits/limit-hits'
import { limitOf } from './limits/network-limit'
import { makeTask, type Task } from './proof/make-task'
import { spendProof } from './proof/spend-proof'

/** Ways past a rate limit. */
export interface ChallengeAnswer {
  /** A solved challenge, or nothing. */
  proof?: string
  /** Accepts a later email: the way without scripts. */
  later?: boolean
}

/** `task` is the challenge to solve; `later`: whether a later email is still on offer. */
export interface Refused {
  task: Task
  later: boolean
}

export type Admission = { mailAt: Date; by: 'form' | 'task' | 'later' } | Refused

/** A source, such as one network, that exceeds its limit. */
export interface LimitedBucket {
  kind: string
  name: string
  /** The number of later emails that it allows within the hour. */
  slots: number
}

/** In ms: when the later mails are sent, spread out. */
const DELAY = { from: 3_600_000, spread: 3_600_000 }

/**
 * Admits a request past a rate limit: at once with a solved challenge, valid once and for this purpose only; or with a
 * later email, while the slow queue has room.
 * @param purpose what the challenge is valid for: the use, and everything that distinguishes this request
 * @param full the limits reached
 */
export async function admit(
  { proof, later }: ChallengeAnswer,
  purpose: string[],
  full: LimitedBucket[],
  now: Date,
): Promise<Admission> {
  if (proof) {
    const good = await spendProof(proof, purpose, now)
    countAbuseEvent(good ? 'let in with a task' : 'with a false proof')
    if (good) return { mailAt: now, by: 'task' }
  }
  if (later && (await reserveSlot(full, now))) {
    countAbuseEvent('taken for a later mail')
    return { mailAt: laterThan(now), by: 'later' }
  }
  countAbuseEvent('refused')
  for (const { kind } of full) noteHit(kind)
  return { task: await makeTask(purpose, now), later: !later }
}

/**
 * Admits a request that is limited by network only.
 * @param use what is requested; a solved challenge is valid for this alone
 * @param most the number of requests of one network within an hour that need no challenge
 */
export async function admitFromNetwork(
  { use, most, canonical }: { use: string; most: number; canonical: string },
  sender: { network: string | null } & ChallengeAnswer,
  now: Date,
): Promise<Admission> {
  const { network } = sender
  if (network === null) return { mailAt: now, by: 'form' }
  const limit = limitOf(network, most)
  const { numbers, undo } = await countInHour([{ kind: use, value: network, limit }], now)
  if ((numbers[0] ?? 0) <= limit) return { mailAt: now, by: 'form' }
  const full = [{ kind: use, name: `${use} ${network}`, slots: limit }]
  const admitted = await admit(sender, [use, canonical], full, now)
  if (!('mailAt' in admitted)) undo()
  return admitted
}

/** Takes a place in the slow queue of every limit, if all have room. */
async function reserveSlot(full: LimitedBucket[], now: Date): Promise<boolean> {
  const queues = full.map(({ name, slots }) => ({ kind: 'later', value: name, limit: slots }))
  const { numbers, undo } = await countInHour(queues, now)
  const hasRoom = queues.every(({ limit }, i) => (numbers[i] ?? 0) <= limit)
  if (!hasRoom) undo()
  return hasRoom
}

function laterThan(now: Date): Date {
  return new Date(now.getTime() + DELAY.from + Math.floor(Math.random() * DELAY.spread))
}
