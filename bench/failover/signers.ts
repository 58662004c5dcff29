import { Agent, request } from 'node:http'
import { addressIn } from '../ask'
import type { MailSink } from '../mail-sink'
import { SLUG } from '../one-site'

export interface Person {
  email: string
  /** When they came (`performance.now()`). */
  came: number
  /** When the site said that it has their form, and their confirmation. */
  signed?: number
  confirmed?: number
  /** The error, as they saw it. */
  error?: string
}

/** People who come to a site at a steady rate, whether or not those before them are done. */
export interface Signers {
  people: Person[]
  /** Lets nobody come any more, and waits until all are done: each within some minutes. */
  stop: () => Promise<void>
}

/**
 * Sends people through whole journeys: the petition's page, the form, the mail, its link, confirm. Each has an address
 * and a network of their own, and takes the public processes in turn.
 * @param sites where the public processes listen
 * @param rate people per second
 * @param patience in seconds: how long somebody waits for the mail
 * @param name distinguishes the addresses of several runs
 * @param local through a proxy that believes nobody: each comes from an address of this machine's own (Linux)
 */
export function sendSigners(
  sites: string[],
  sink: MailSink,
  rate: number,
  name: string,
  { patience = 120, local = false } = {},
): Signers {
  const agent = new Agent({ keepAlive: true })
  const people: Person[] = []
  const underWay = new Set<Promise<void>>()
  const began = performance.now()

  const timer = setInterval(() => {
    const due = Math.floor(((performance.now() - began) / 1_000) * rate)
    while (people.length < due) {
      const i = people.length
      const person: Person = { email: `${name}-${i}@d${i % 5_000}.example`, came: performance.now() }
      people.push(person)
      const done: Promise<void> = journey(person, i)
        .catch((error: Error) => {
          person.error = error.message
        })
        .finally(() => underWay.delete(done))
      underWay.add(done)
    }
  }, 10)

  async function journey(person: Person, i: number): Promise<void> {
    const site = sites[i % sites.length] ?? ''
    const ask = (step: string, path: string, fields?: Record<string, string>) =>
      askOnce(agent, new URL(path, site), sites[0] ?? '', local ? localOf(i) : networkOf(name, i), local, fields).then(
        (status) => {
          if (status !== 200 && status !== 303) throw new Error(`${step}: ${status}`)
        },
        (error: Error) => {
          throw new Error(`${step}: ${error.message}`)
        },
      )
    await ask('page', `/en/petitions/${SLUG}`)
    const form = { name: `Drill Person ${i}`, email: person.email, country: 'KR', display: 'initials', consent: 'on' }
    await ask('sign', `/api/v1/petitions/${SLUG}/signatures`, { ...form, locale: 'en' })
    person.signed = performance.now()
    const token = await inTime(sink.tokenFor(person.email), patience)
    await ask('link', `/en/signature/${token}`)
    await ask('confirm', '/api/v1/confirmations', { token, locale: 'en' })
    person.confirmed = performance.now()
  }

  return {
    people,
    stop: async () => {
      clearInterval(timer)
      await Promise.all(underWay)
      agent.destroy()
    },
  }
}

/** A person who has no mail after this time gives up. */
function inTime(token: Promise<string>, seconds: number): Promise<string> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('mail: none in time')), seconds * 1_000)
    void token.then((text) => {
      clearTimeout(timer)
      resolve(text)
    })
  })
}

function localOf(i: number): string {
  return `127.${1 + ((i >> 8) & 127)}.${i & 255}.1`
}

function networkOf(name: string, i: number): string {
  const offset = Buffer.from(name).reduce((sum, byte) => sum * 31 + byte, 7) % 1_000_000
  return addressIn(offset + i)
}

function askOnce(
  agent: Agent,
  url: URL,
  site: string,
  from: string,
  local: boolean,
  fields?: Record<string, string>,
): Promise<number> {
  return new Promise((resolve, reject) => {
    const body = fields && new URLSearchParams(fields).toString()
    const type = {
      'content-type': 'application/x-www-form-urlencoded',
      'content-length': Buffer.byteLength(body ?? ''),
    }
    const headers = { host: new URL(site).host, 'x-forwarded-for': from, ...(body === undefined ? {} : type) }
    const options = { method: body === undefined ? 'GET' : 'POST', agent, headers }
    const asked = request(url, local ? { ...options, localAddress: from, family: 4 } : options, (answer) => {
      answer.on('error', reject)
      answer.on('end', () => resolve(answer.statusCode ?? 0))
      answer.resume()
    })
    asked.on('error', reject)
    asked.end(body)
  })
}
