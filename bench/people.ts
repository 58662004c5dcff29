import { Agent, request } from 'node:http'
import { translator } from '@/messages/translator'
import { addressIn } from './ask'
import type { MailSink } from './mail-sink'

/** The steps of a journey, in order. */
export const phases = ['read', 'post', 'mail', 'link', 'confirm', 'counted'] as const
export type Phase = (typeof phases)[number]

/** The addresses of a journey's steps on a site. */
export interface Route {
  url: string
  page: string
  post: string
  /** The page behind a mailed token. */
  link: (token: string) => string
  confirm: string
  /** Whether such a page says that the signature is counted. */
  isCounted: (html: string) => boolean
}

export interface Journeys {
  /** Journeys per second finished within the measured time. */
  rate: number
  finished: number
  /** Total journeys finished. */
  all: number
  /** Failures, by answer. */
  failed: Map<string, number>
  /** Milliseconds, by phase. */
  times: Record<Phase, { p50: number; p99: number }>
}

/**
 * Whether the site's page of a mailed link says that its signature is counted. The page of one just confirmed holds
 * these words too, hidden, for the script that shows them once it is (components/signatures/counted.tsx).
 */
export function saysCounted(html: string): boolean {
  return html.includes(translator('en', 'signature.counted')('title')) && !html.includes(' data-entry="')
}

/** In ms: how long a person waits before reloading the page. */
const LOOK_AGAIN = 1_000

/**
 * Sends the given number of people at once through whole journeys, each followed by the next, and measures once all
 * phases are running: read the page, post the form, wait for the mail, open its link, confirm, and reload the page
 * until it says that the signature is counted. Every person has their own address and network.
 * @param onMeasured called when the measurement begins and ends
 */
export async function sendPeople(
  route: Route,
  sink: MailSink,
  { people, warmUp, seconds, name }: { people: number; warmUp: number; seconds: number; name: string },
  onMeasured: (phase: 'begins' | 'ends') => void,
): Promise<Journeys> {
  const agent = new Agent({ keepAlive: true, maxSockets: 64 })
  const times = Object.fromEntries(phases.map((phase) => [phase, [] as number[]])) as Record<Phase, number[]>
  const failed = new Map<string, number>()
  let next = 0
  let finished = 0
  let all = 0
  let measuring = false
  let leaving = false

  async function timed<T>(phase: Phase, step: () => Promise<T>): Promise<T> {
    const began = performance.now()
    const result = await step()
    if (measuring) times[phase].push(performance.now() - began)
    return result
  }

  async function journey(i: number): Promise<void> {
    const from = addressIn(i % 2_000_000)
    const email = `${name}-${i}@d${i % 5_000}.example`
    const fields = { name: `Bench Person ${i}`, email, country: 'KR', display: 'initials', consent: 'on', locale: 'en' }
    await timed('read', () => ask(agent, route, 'GET', route.page, from).then(ok))
    await timed('post', () => ask(agent, route, 'POST', route.post, from, fields).then(ok))
    const token = await timed('mail', () => sink.tokenFor(email))
    await timed('link', () => ask(agent, route, 'GET', route.link(token), from).then(ok))
    await timed('confirm', () => ask(agent, route, 'POST', route.confirm, from, { token, locale: 'en' }).then(ok))
    await timed('counted', async () => {
      for (;;) {
        const { body } = await ask(agent, route, 'GET', route.link(token), from).then(ok)
        if (route.isCounted(body)) return
        await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN))
      }
    })
    all += 1
    if (measuring) finished += 1
  }

  async function person(): Promise<void> {
    while (!leaving) {
      next += 1
      await journey(next).catch((error: Error) => failed.set(error.message, (failed.get(error.message) ?? 0) + 1))
    }
  }

  const everybody = Promise.all(Array.from({ length: people }, person))
  await pause(warmUp)
  onMeasured('begins')
  measuring = true
  await pause(seconds)
  measuring = false
  onMeasured('ends')
  leaving = true
  await everybody
  agent.destroy()
  const percentiles = Object.fromEntries(phases.map((phase) => [phase, of(times[phase])])) as Journeys['times']
  return { rate: finished / seconds, finished, all, failed, times: percentiles }
}

interface Answer {
  status: number
  body: string
}

function ok(answer: Answer): Answer {
  if (answer.status !== 200 && answer.status !== 303) throw new Error(String(answer.status))
  return answer
}

function ask(
  agent: Agent,
  { url }: Route,
  method: 'GET' | 'POST',
  path: string,
  from: string,
  fields?: Record<string, string>,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const body = fields && new URLSearchParams(fields).toString()
    const headers = {
      'x-forwarded-for': from,
      ...(body === undefined
        ? {}
        : { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body) }),
    }
    const asked = request(new URL(path, url), { method, agent, headers }, (answer) => {
      const chunks: Buffer[] = []
      answer.on('data', (chunk: Buffer) => chunks.push(chunk))
      answer.on('error', reject)
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, body: Buffer.concat(chunks).toString('utf8') }))
    })
    asked.on('error', reject)
    asked.end(body)
  })
}

function of(values: number[]): { p50: number; p99: number } {
  const sorted = values.sort((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0
  return { p50: at(0.5), p99: at(0.99) }
}

function pause(seconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, seconds * 1_000))
}
