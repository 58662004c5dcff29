import { createHash, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { setTimeout as sleep } from 'node:timers/promises'

/** How the next requests are answered; `accept` is what a provider in good health does. */
type Behaviour =
  | { as: 'accept' }
  /** Takes the mail, then breaks the connection before it says so. */
  | { as: 'drop_reply' }
  | { as: 'fail'; status: number; name?: string; message?: string; headers?: Record<string, string> }
  | { as: 'slow'; ms: number }

interface ReceivedMail {
  from: string
  to: string
  subject: string
  html: string
  text: string
  headers: Record<string, string>
}

export interface FakeResend {
  url: string
  /** What went out, once for each mail that a recipient would get. */
  received: ReceivedMail[]
  /** Every request: its idempotency key, number of mails, time and the status of the answer (0: none). */
  requests: { key: string; size: number; at: number; status: number }[]
  countTo(address: string): number
  /** Answers the next `times` requests like this (default: all, until told otherwise). */
  behave(behaviour: Behaviour, times?: number): void
  stop(): Promise<void>
}

/** Addresses at this domain are refused as invalid. */
export const REFUSED_DOMAIN = 'refused.invalid'

/**
 * A local server that speaks Resend's batch endpoint as its documentation describes it: idempotency keys with
 * their memory and conflicts, strict and permissive validation, error bodies. `permissive: false` makes it
 * deaf to the permissive mode; `perSecond` limits requests as the provider does.
 */
export async function startFakeResend({ port = 0, permissive = true, perSecond = Infinity } = {}): Promise<FakeResend> {
  const received: ReceivedMail[] = []
  const requests: FakeResend['requests'] = []
  const answers = new Map<string, { bytes: string; body: object | null }>()
  let scripted: { behaviour: Behaviour; left: number } = { behaviour: { as: 'accept' }, left: Infinity }

  function nextBehaviour(): Behaviour {
    if (scripted.left <= 0) return { as: 'accept' }
    scripted.left -= 1
    return scripted.behaviour
  }

  async function batch(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request)
    const key = String(request.headers['idempotency-key'] ?? '')
    const mails = JSON.parse(body) as (Omit<ReceivedMail, 'to'> & { to: string | string[] })[]
    const log = { key, size: mails.length, at: Date.now(), status: 0 }
    const recent = requests.filter(({ at }) => at > log.at - 1000).length
    requests.push(log)
    const answer = (status: number, reply: object, headers: Record<string, string> = {}) => {
      log.status = status
      response.writeHead(status, { 'content-type': 'application/json', ...headers }).end(JSON.stringify(reply))
    }
    const fail = (status: number, name: string, message: string, headers = {}) =>
      answer(status, { statusCode: status, name, message }, headers)

    if (request.headers.authorization !== 'Bearer re_test') return fail(401, 'missing_api_key', 'Missing API key')
    const behaviour = nextBehaviour()
    if (behaviour.as === 'fail') {
      const { status, name = 'internal_server_error', message = 'Something went wrong', headers } = behaviour
      return fail(status, name, message, headers)
    }
    if (recent >= perSecond) return fail(429, 'rate_limit_exceeded', 'Too many requests', { 'retry-after': '1' })

    const respond = (reply: object) => {
      if (behaviour.as === 'drop_reply') request.socket.destroy()
      else answer(200, reply)
    }

    const bytes = createHash('sha256').update(body).digest('hex')
    const known = answers.get(key)
    if (known && known.bytes !== bytes)
      return fail(409, 'invalid_idempotent_request', 'This key was used with a different payload')
    if (known && !known.body)
      return fail(409, 'concurrent_idempotent_requests', 'The original request is still in progress')
    if (known?.body) return respond(known.body)

    if (mails.length > 100) return fail(422, 'validation_error', 'At most 100 mails')
    const wrong = mails.flatMap(({ to }, index) => (String(to).endsWith(`@${REFUSED_DOMAIN}`) ? [index] : []))
    const tolerant = permissive && request.headers['x-batch-validation'] === 'permissive'
    if (wrong.length > 0 && !tolerant) return fail(422, 'validation_error', 'Invalid `to` field.')

    answers.set(key, { bytes, body: null })
    if (behaviour.as === 'slow') await sleep(behaviour.ms)
    const good = mails.filter((_, index) => !wrong.includes(index))
    received.push(...good.map((mail) => ({ ...mail, to: String(mail.to) })))
    const errors = wrong.map((index) => ({ index, message: 'Invalid `to` field.' }))
    const reply = { data: good.map(() => ({ id: randomUUID() })), ...(tolerant ? { errors } : {}) }
    answers.set(key, { bytes, body: reply })
    respond(reply)
  }

  /** For the stand-alone server: what was received, and another behaviour. */
  async function control(request: IncomingMessage, response: ServerResponse): Promise<void> {
    if (request.url === '/__behave' && request.method === 'POST') {
      const { behaviour, times } = JSON.parse(await text(request)) as { behaviour: Behaviour; times?: number }
      scripted = { behaviour, left: times ?? Infinity }
    }
    response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ received, requests }))
  }

  const server = createServer((request, response) => {
    const handle = request.method === 'POST' && request.url === '/emails/batch' ? batch : control
    handle(request, response).catch(() => response.destroy())
  })
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve))

  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    received,
    requests,
    countTo: (address) => received.filter(({ to }) => to === address).length,
    behave: (behaviour, times = Infinity) => {
      scripted = { behaviour, left: times }
    },
    stop: async () => {
      server.closeAllConnections()
      await new Promise((resolve) => server.close(resolve))
    },
  }
}
