import { createElement, type ReactNode } from 'react'
import { prerender } from 'react-dom/static'
import { beforeAll, expect, test, vi } from 'vitest'
import { indexNames } from '@/lib/signatures/names/index-names'
import { aPetition } from '@/test/a-petition'
import { aSession } from '@/test/a-staff-member'
import { browser } from '@/test/admin-request'
import { heldSignatures } from '@/test/held-signatures'
import { useDatabase } from '@/test/use-database'
import page from './page'

vi.mock('next/headers', async () => (await import('@/test/admin-request')).nextHeaders)
vi.mock('next/navigation', async () => (await import('@/test/admin-request')).nextNavigation)
vi.mock('next-auth', async () => (await import('@/test/admin-request')).nextAuth)
vi.mock('react', async () => (await import('@/test/admin-request')).reactUncached())

useDatabase()

/** In bytes: what a list of the admin area may weigh. */
const HEAVIEST = 45_000
const FLOODS = 17
const now = new Date()
const hoursAgo = (hours: number) => new Date(now.getTime() - hours * 3_600_000)
const people = (many: number, domain: string) =>
  Array.from({ length: many }, (_, i) => ({ name: `Name ${i}`, email: `user${i}@${domain}` }))

beforeAll(async () => {
  browser.cookie = `moderator ${Math.random()}`
  await aSession('moderator', now, browser.cookie)
  const petition = await aPetition('flooded')
  for (let i = 0; i < FLOODS; i += 1)
    await heldSignatures(petition, people(10 + i, `wave-${i}.example`), hoursAgo(20), { state: 'confirmed' })
  // One that goes on all day, with a flag of its own in each quarter of an hour.
  for (let i = 0; i < 92; i += 1)
    await heldSignatures(petition, people(2, 'all-day.example'), hoursAgo(i / 4), {
      state: 'confirmed',
      signals: ['trap', 'disposable', 'synthetic', 'busy_domain', 'busy_network'][i % 5] ?? '',
    })
  while ((await indexNames(now)) > 0);
})

async function read(query: Record<string, string>): Promise<string> {
  const made = await page({ params: Promise.resolve({}), searchParams: Promise.resolve(query) })
  const { prelude } = await prerender(createElement('div', null, made as ReactNode))
  return new Response(prelude).text()
}

/** The text of the first link or time in each row of a table. */
function rowsOf(html: string): string[] {
  const body = /<tbody [^>]*>(.*?)<\/tbody>/s.exec(html)?.[1] ?? ''
  return body
    .split('<tr ')
    .slice(1)
    .map((row) => /<(?:a|time) [^>]*>([^<]+)/.exec(row)?.[1] ?? '')
}

const domainsIn = (html: string) => rowsOf(html.slice(html.indexOf('<tbody id="list"')))

test('a busy day is a light page, and its floods come in pages, each once, the largest first', async () => {
  const first = await read({})
  expect(Buffer.byteLength(first)).toBeLessThan(HEAVIEST)
  const pages = [first, await read({ page: '2' }), await read({ page: '3' })].map(domainsIn)
  expect(pages.map(({ length }) => length)).toEqual([7, 7, FLOODS + 2 - 14])
  const largestFirst = Array.from({ length: FLOODS }, (_, i) => `wave-${FLOODS - 1 - i}.example`)
  const domains = ['all-day.example', ...largestFirst].map((domain) => `Mail domain ${domain}`)
  expect(pages.flat()).toEqual([...domains, 'An unusual hour'])
  expect(first).toMatch(/href="\?hours=24&amp;flood=&amp;page=2"/)
  for (const nonsense of ['0', '4', 'x']) expect(await read({ page: nonsense })).toMatch(/role="alert"/)
})

test('the picture has links for its largest bars, and the table has every bar once, in pages', async () => {
  const picture = await read({ hours: '24' })
  const [svg = ''] = /<svg role="group".*?<\/svg>/s.exec(picture) ?? []
  expect(svg.match(/<a /g)).toHaveLength(16)
  expect(svg.match(/fill="url\(#hatch\)"/g)?.length).toBeGreaterThan(80)
  const link = /href="([^"]+table=yes[^"]*)"/.exec(picture)?.[1]?.replaceAll('&amp;', '&') ?? ''
  const query = Object.fromEntries(new URLSearchParams(link.slice(1)))
  const tables = [await read(query), await read({ ...query, page: '2' })]
  for (const table of tables) expect(Buffer.byteLength(table)).toBeLessThan(HEAVIEST)
  const times = tables.flatMap(rowsOf)
  expect(times.length).toBeGreaterThan(80)
  expect(new Set(times).size).toBe(times.length)
  expect(times).toEqual(times.toSorted())
  expect(tables[0]).not.toContain('id="list"')
})

test('a week of hours is a light page too', async () => {
  expect(Buffer.byteLength(await read({ hours: '168' }))).toBeLessThan(HEAVIEST)
})
