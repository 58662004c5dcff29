import { request } from 'node:https'
import { setTimeout as sleep } from 'node:timers/promises'
import type { MailSink } from '../mail-sink'
import { SLUG } from '../one-site'

export interface Visited {
  /** The site's address. */
  site: string
  /** Where it is reached instead of its public address. */
  at: { host: string; port: number }
  /** The certificate of the authority that signed its own. */
  ca: string
}

/** The steps of one person, with their durations in seconds. */
export type Steps = [what: string, took: number][]

/**
 * Signs over TLS, opens the mailed link, confirms, and waits until the public count says one more.
 * @param nth distinguishes the people of one site
 */
export async function signAndBeCounted(visited: Visited, sink: MailSink, nth: number): Promise<Steps> {
  const steps: Steps = []
  const email = `signer-${nth}@d${nth}.example`
  const step = async <T>(what: string, happens: Promise<T>): Promise<T> => {
    const began = performance.now()
    const result = await happens
    steps.push([what, (performance.now() - began) / 1_000])
    return result
  }
  const before = await countOf(visited)
  const person = { name: 'A Signer', email, country: 'KR', display: 'initials', consent: 'on', locale: 'en' }
  await step('the petition is opened', openPage(visited, `/en/petitions/${SLUG}`))
  await step('signed', ask(visited, `/api/v1/petitions/${SLUG}/signatures`, 303, person))
  const token = await step('the mail is there', sink.tokenFor(email))
  await step('its link is opened', ask(visited, `/en/signature/${token}`, 200))
  await step('confirmed', ask(visited, '/api/v1/confirmations', 303, { token, locale: 'en' }))
  await step(
    'counted',
    (async () => {
      while ((await countOf(visited)) !== before + 1) await sleep(500)
    })(),
  )
  return steps
}

/** Opens a page; again within a minute, where a process that has just started is still making it. */
async function openPage(visited: Visited, path: string): Promise<string> {
  for (let tries = 1; ; tries++) {
    try {
      return await ask(visited, path, 200)
    } catch (error) {
      if (tries === 30) throw error
      console.log(`once more: ${(error as Error).message}`)
    }
    await sleep(2_000)
  }
}

async function countOf(visited: Visited): Promise<number> {
  return JSON.parse(await ask(visited, `/api/v1/petitions/${SLUG}/count`, 200)).count
}

/** @throws if the answer is another, or the certificate is none of the authority's */
function ask(
  { site, at, ca }: Visited,
  path: string,
  wanted: number,
  fields?: Record<string, string>,
): Promise<string> {
  const { hostname } = new URL(site)
  const body = fields && new URLSearchParams(fields).toString()
  const form = { 'content-type': 'application/x-www-form-urlencoded', 'content-length': Buffer.byteLength(body ?? '') }
  return new Promise((resolve, reject) => {
    const options = {
      ...at,
      path,
      ca,
      servername: hostname,
      method: body === undefined ? 'GET' : 'POST',
      headers: { host: hostname, ...(body === undefined ? {} : form) },
    }
    const asked = request(options, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (chunk: string) => {
        text += chunk
      })
      answer.on('end', () =>
        answer.statusCode === wanted
          ? resolve(text)
          : reject(new Error(`${path.split('/', 4).join('/')}: ${answer.statusCode}`)),
      )
      answer.on('error', reject)
    })
    asked.on('error', reject)
    asked.end(body)
  })
}
