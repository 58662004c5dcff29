import { randomUUID } from 'node:crypto'
import { createElement, type ReactNode } from 'react'
import { prerender } from 'react-dom/static'
import { beforeAll, expect, test, vi } from 'vitest'
import { aSession } from '@/test/a-staff-member'
import { browser } from '@/test/admin-request'
import { endpointsBelow } from '@/test/endpoints'
import { useDatabase } from '@/test/use-database'

vi.mock('next/headers', async () => (await import('@/test/admin-request')).nextHeaders)
vi.mock('next/navigation', async () => (await import('@/test/admin-request')).nextNavigation)
vi.mock('next-auth', async () => (await import('@/test/admin-request')).nextAuth)
vi.mock('react', async () => (await import('@/test/admin-request')).reactUncached())

useDatabase()

/** Those that no list leads to, where each says itself what to do, and lists and forms of a kind of thing. */
const others = ['confirm/', 'drafts/', 'step-up/', '[entity]/page', '[entity]/new']
const pages = (await endpointsBelow('admin')).filter(
  ({ kind, name }) => kind === 'page' && name.includes('[') && !others.some((other) => name.includes(other)),
)

beforeAll(async () => {
  browser.cookie = randomUUID()
  await aSession('owner', new Date(), browser.cookie)
})

// Somebody follows an old link, or a colleague has just deleted the thing: the page is no dead end.
test.each(pages.map((page) => [page.name, page] as const))('%s: about nothing, leads to its list', async (_, page) => {
  const id = randomUUID()
  const params = { id, key: id, delivery: id, locale: 'ko', kind: 'letter', entity: 'members' }
  const made = await page.call({ params: Promise.resolve(params), searchParams: Promise.resolve({}) } as never)
  const { prelude } = await prerender(createElement('div', null, made as ReactNode))
  const main = /<main.*<\/main>/s.exec(await new Response(prelude).text())?.[0] ?? ''
  expect(main.match(/<h1/g)).toHaveLength(1)
  const words = main.replace(/<nav.*?<\/nav>/s, '')
  expect(words).toMatch(/<a [^>]*href="\/admin\/\w/)
  expect(main).toMatch(/<nav class="crumbs"/)
})
