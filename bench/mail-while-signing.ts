import { cpuSeconds } from './cpu-time'
import { formHeaders, newForm } from './forms'
import { load } from './load'
import type { MailSink } from './mail-sink'
import type { OneSite } from './one-site'

export interface Waiting {
  /** Seconds since the first form. */
  at: number
  mails: number
  /** Of the mail that waits for longest, in seconds. */
  age: number
}

export interface WhileSigning {
  /** Forms a second that were taken, and mails a second that the mail server accepted meanwhile. */
  signed: number
  mailed: number
  refused: number
  waiting: Waiting[]
  /** Seconds after the last form until no mail waited. */
  drained: number
  /** Processor time in ms a form, by process. */
  cpu: Record<string, number>
}

/** How often the queue is looked at. */
const LOOKS = 6

/** Lets people sign at an even pace, while a worker that runs already sends their mails. */
export async function measureWhileSigning(
  site: OneSite,
  sink: MailSink,
  { url, rate, seconds, pids }: { url: string; rate: number; seconds: number; pids: Record<string, number> },
): Promise<WhileSigning> {
  const before = { accepted: sink.accepted, cpu: used(pids) }
  const began = performance.now()
  const waiting: Waiting[] = []
  const looks = setInterval(
    () => void look(site, began).then((found) => waiting.push(found)),
    (1_000 * seconds) / LOOKS,
  )
  const figure = await load({ url, seconds, pace: rate, method: 'POST', headers: formHeaders, body: newForm })
  clearInterval(looks)
  const elapsed = (performance.now() - began) / 1_000
  const mailed = (sink.accepted - before.accepted) / elapsed
  waiting.push(await look(site, began))
  const after = used(pids)
  const ended = performance.now()
  while ((await look(site, began)).mails > 0) await new Promise((resolve) => setTimeout(resolve, 100))
  const each = Object.entries(after).map(([name, sum]) => [
    name,
    (1_000 * (sum - (before.cpu[name] ?? 0))) / figure.good,
  ])
  return {
    signed: figure.good / elapsed,
    mailed,
    refused: figure.bad,
    waiting,
    drained: (performance.now() - ended) / 1_000,
    cpu: Object.fromEntries(each),
  }
}

/** Seconds of processor time so far; this process has the mail server and the people. */
export function used(pids: Record<string, number>): Record<string, number> {
  const { user, system } = process.cpuUsage()
  const others = Object.entries(pids).map(([name, pid]) => [name, cpuSeconds(pid) ?? Number.NaN])
  return { ...Object.fromEntries(others), 'this bench': (user + system) / 1e6 }
}

async function look({ client }: OneSite, began: number): Promise<Waiting> {
  const { rows } = await client.query<{ mails: number; age: number }>(
    `SELECT count(*)::int AS mails, coalesce(extract(epoch FROM now() - min(queued_at)), 0)::float AS age
     FROM mail WHERE sent_at IS NULL AND failed_at IS NULL`,
  )
  return { at: (performance.now() - began) / 1_000, mails: rows[0]?.mails ?? 0, age: rows[0]?.age ?? 0 }
}
