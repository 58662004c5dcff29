import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { directRoutes } from '@/app/direct-routes'
import { root } from '@/scripts/setup/root.mjs'
import { type Figure, load } from './load'
import { machineOf, openOneSite, SLUG } from './one-site'

// npm run bench:addresses: every public address that answers a GET, each alone.
const seconds = Number(process.env.BENCH_SECONDS ?? 3)

/** The examples for the parts of an address; a token is made up, as a stranger would. */
const examples: Record<string, string> = {
  '[locale]': 'en',
  '[slug]': SLUG,
  '[token]': 'A'.repeat(43),
  '[id]': '00000000-0000-4000-8000-000000000000',
  '[file]': 'checkpoint',
  '[...path]': 'checkpoint',
}

/** Files, which Caddy or the kept files answer; and what changes something. */
const LEFT_OUT = /\.(?:png|jpe?g|svg|woff2|css|js|ico|pdf)$|\/(?:sign-out)$/

/** Searches and the frame for other sites, to which no link leads. Of the staff's area this process has nothing. */
const unlinked = ['/en/members/find?q=korea', `/embed/en/petitions/${SLUG}`]

interface Row extends Figure {
  path: string
  status: number
  bytes: number
}

const site = await openOneSite('addresses')
try {
  const rows: Row[] = []
  for (const path of await addresses()) {
    const answer = await get(path)
    const bytes = (await answer.arrayBuffer()).byteLength
    // An address is not measured before its code is compiled.
    await load({ url: site.url + path, seconds: 1, headers: { 'accept-encoding': 'br' } })
    const figure = await load({ url: site.url + path, seconds, headers: { 'accept-encoding': 'br' } })
    rows.push({ path, status: answer.status, bytes, ...figure })
  }
  const text = `# Every public address

Made by \`npm run bench:addresses\` on ${new Date().toISOString().slice(0, 10)}: ${await machineOf(site)}. One web process, client and database on the same two cores; ${seconds} seconds each after one that is not measured, one after the other, 32 connections. Pages and direct routes, one of each kind, found by links from \`/en\` and in \`app/direct-routes.ts\`. Tokens and ids are made up: what a real link costs is in journeys.md. An answer to a GET of what is only posted to is listed, too: it must be cheap to ask for.

| address | status | bytes | a second | p50, ms | p99, ms |
| --- | ---: | ---: | ---: | ---: | ---: |
${rows.map(line).join('\n')}
`
  await writeFile(join(root, 'bench', 'addresses.md'), text)
  console.log(text)
} finally {
  await site.stop()
}

function line({ path, status, bytes, rate, p50, p99 }: Row): string {
  return `| \`${path}\` | ${status} | ${bytes.toLocaleString('en')} | ${Math.round(rate).toLocaleString('en')} | ${p50} | ${p99} |`
}

function get(path: string): Promise<Response> {
  return fetch(site.url + path, { redirect: 'manual', headers: { 'accept-encoding': 'br' } })
}

/** One address of each kind: all pages linked from the first one, and the direct routes with example parameters. */
async function addresses(): Promise<string[]> {
  const direct = directRoutes.flatMap(({ method, route }) => (method === 'GET' ? [fill(route)] : []))
  const found = new Map<string, string>(
    ['/en', '/sitemap.xml', '/robots.txt', ...unlinked, ...direct].map((path) => [kindOf(path), path]),
  )
  // A map's own order: what is added is still come to.
  for (const path of found.values()) {
    const answer = await get(path)
    if (!answer.headers.get('content-type')?.startsWith('text/html')) {
      await answer.body?.cancel()
      continue
    }
    for (const [, href = ''] of (await answer.text()).matchAll(/<a [^>]*href="(\/[^"#?]*)/g))
      if (!LEFT_OUT.test(href) && !found.has(kindOf(href)) && inEnglish(href)) found.set(kindOf(href), href)
  }
  return [...found.values()].toSorted()
}

function fill(route: string): string {
  return route.replaceAll(/\[[^\]]+\]/g, (name) => examples[name] ?? 'x')
}

/** Pages in another language cost the same. */
function inEnglish(path: string): boolean {
  return !/^\/(?!en(?:\/|$))[a-z]{2}(?:-[A-Z]{2})?(?:\/|$)/.test(path)
}

/** Activities, letters, members, documents and petitions have a page each of one kind. */
function kindOf(path: string): string {
  return path.replace(/^(\/en\/(?:activities|letters|members|documents|petitions))\/(?!find$)[^/]+/, '$1/*')
}
