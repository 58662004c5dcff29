import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { signIn } from '@/e2e/support/staff'
import { freePort } from '@/scripts/setup/free-port.mjs'
import { root } from '@/scripts/setup/root.mjs'
import { startProcess } from '@/scripts/setup/start-process.mjs'
import { startProgram } from './programs'

/** A page of the admin area as an owner gets it. */
export interface PageFigures {
  /** Its path, with `*` for what stands for one thing. */
  path: string
  p50: number
  p95: number
  /** Bytes of HTML, and of all its scripts, compressed. */
  html: number
  scripts: number
}

/** How often a page is asked for before it is measured: its code is compiled by then. */
const WARM_UP = 10

/** Addresses of files, and those with nothing to look at. */
const LEFT_OUT = /\/(?:file|raw|image|logo|scan|proof)(?:\/|$)|\.(?:csv|json|png|pdf|zip)$|\/sign-(?:in|out)/

/**
 * Times and weighs every page of the admin area that can be reached by links from Home, one of each kind, in the built
 * process of the admin area, beside a worker, with this process's database.
 * @param rounds how often each is measured, one page after the other
 */
export async function measurePages(rounds: number): Promise<PageFigures[]> {
  const port = await freePort()
  const url = `http://localhost:${port}`
  const env = {
    ...process.env,
    SITE_URL: `http://localhost:${await freePort()}`,
    ADMIN_URL: url,
    NODE_ENV: 'production' as const,
  }
  const site = await startProgram([join(root, 'dist', 'server.js')], port, { ...env, ROLE: 'admin' })
  const worker = startProcess([join(root, 'dist', 'worker.js')], { env: { ...env, ROLE: 'worker' }, output: 'pipe' })
  worker.child.stdout?.resume()
  worker.child.stderr?.resume()
  try {
    const token = randomUUID()
    await signIn(
      { DATABASE_URL: process.env.DATABASE_URL ?? '' },
      `bench-${token.slice(0, 8)}@example.org`,
      'owner',
      token,
    )
    const ask = (path: string) => fetch(new URL(path, url), { headers: { cookie: `admin=${token}` } })
    const pages = await findPages(ask)
    const figures: PageFigures[] = []
    const weights = new Map<string, number>()
    for (const [kind, path] of pages) {
      const html = await (await ask(path)).text()
      let scripts = 0
      for (const script of scriptsOf(html)) {
        const known = weights.get(script)
        const weight = known ?? gzipSync(Buffer.from(await (await ask(script)).arrayBuffer())).length
        weights.set(script, weight)
        scripts += weight
      }
      const times: number[] = []
      for (let i = -WARM_UP; i < rounds; i += 1) {
        const at = performance.now()
        await (await ask(path)).arrayBuffer()
        if (i >= 0) times.push(performance.now() - at)
      }
      times.sort((a, b) => a - b)
      const at = (part: number) => times[Math.min(rounds - 1, Math.ceil(rounds * part) - 1)] ?? 0
      figures.push({ path: kind, p50: at(0.5), p95: at(0.95), html: Buffer.byteLength(html), scripts })
    }
    return figures.toSorted((a, b) => a.path.localeCompare(b.path))
  } finally {
    await Promise.all([site.stop(), worker.stop()])
  }
}

/** One page of each kind, by its kind. */
async function findPages(ask: (path: string) => Promise<Response>): Promise<Map<string, string>> {
  const found = new Map<string, string>([['/admin', '/admin']])
  // A map's own order: what is added is still come to.
  for (const [, path] of found) {
    const answer = await ask(path)
    if (!answer.ok || !answer.headers.get('content-type')?.startsWith('text/html')) {
      await answer.body?.cancel()
      continue
    }
    for (const [, href = ''] of (await answer.text()).matchAll(/<a [^>]*href="(\/admin[^"#]*)/g)) {
      const link = href.replaceAll('&amp;', '&')
      const kind = kindOf(link)
      if (!LEFT_OUT.test(kind) && !found.has(kind)) found.set(kind, link)
    }
  }
  return found
}

function kindOf(link: string): string {
  const { pathname } = new URL(link, 'http://localhost')
  return pathname
    .replace(/^(\/admin\/coalition\/(?:texts\/)?\w+)\/(?!(?:new|csv|proposals)(?:\/|$))[^/]+/, '$1/*')
    .split('/')
    .map((part) => (/^(?:[0-9a-f]{8}-[0-9a-f-]{27}.*|[\w-]{40,}|[a-z]{2}(?:-[A-Z]{2})?)$/.test(part) ? '*' : part))
    .join('/')
}

function scriptsOf(html: string): Set<string> {
  return new Set([...html.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, src = '']) => src))
}
