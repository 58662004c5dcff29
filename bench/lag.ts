import { join } from 'node:path'
import { freePort } from '@/scripts/setup/free-port.mjs'
import { root } from '@/scripts/setup/root.mjs'
import { pendingTokens } from './confirming'
import { type Environment, SLUG, type Target } from './environment'
import { formHeaders, newForm } from './forms'
import { load } from './load'
import { startProgram } from './programs'

export interface LagFigures {
  size: number
  /** Confirmations a second during the measurement. */
  rate: number
  /** Milliseconds from the answer to Confirm until the public count includes it. */
  median: number
  worst: number
}

const CONFIRMATIONS = 2_000

/** The time until a confirmed signature is in the public count, with worker and site under load in one `npm start`. */
export async function measureLag({ targets }: Environment): Promise<LagFigures[]> {
  const all: LagFigures[] = []
  for (const target of targets) all.push(await lagOf(target))
  return all
}

async function lagOf(target: Target): Promise<LagFigures> {
  const tokens = await pendingTokens(target, CONFIRMATIONS)
  const port = await freePort()
  const env = { ...target.env, ROLE: 'all', SITE_URL: `http://localhost:${port}` }
  const site = await startProgram([join(root, 'dist', 'server.js')], port, env)
  try {
    const base = await countOf(site.url)
    const answered: number[] = []
    const seen: { at: number; count: number }[] = []
    const began = performance.now()
    const signing = load({
      url: `${site.url}/api/v1/petitions/${SLUG}/signatures`,
      seconds: 10,
      method: 'POST',
      headers: formHeaders,
      body: newForm,
      pace: 300,
    })
    const watching = watch(site.url, base + CONFIRMATIONS, seen)
    for (let i = 0; i < CONFIRMATIONS; i += 8) {
      await Promise.all(tokens.slice(i, i + 8).map((token) => confirm(site.url, token)))
      answered.push(...Array.from({ length: 8 }, () => performance.now()))
    }
    const rate = CONFIRMATIONS / ((performance.now() - began) / 1000)
    await Promise.all([signing, watching])
    const lags = answered
      .map((at, i) => (seen.find(({ count }) => count > base + i)?.at ?? Number.POSITIVE_INFINITY) - at)
      .sort((a, b) => a - b)
    return { size: target.size, rate, median: lags[Math.floor(lags.length / 2)] ?? 0, worst: lags.at(-1) ?? 0 }
  } finally {
    await site.stop()
  }
}

async function watch(url: string, until: number, seen: { at: number; count: number }[]): Promise<void> {
  const deadline = performance.now() + 60_000
  for (let count = 0; count < until && performance.now() < deadline; ) {
    count = await countOf(url)
    seen.push({ at: performance.now(), count })
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
}

async function countOf(url: string): Promise<number> {
  const response = await fetch(`${url}/api/v1/petitions/${SLUG}/count`)
  const { count } = (await response.json()) as { count: number }
  return count
}

async function confirm(url: string, token: string): Promise<void> {
  const headers = { ...formHeaders, accept: 'application/json' }
  const response = await fetch(`${url}/api/v1/confirmations`, { method: 'POST', headers, body: `token=${token}` })
  if (response.status !== 200) throw new Error(`confirming answered ${response.status}`)
}
