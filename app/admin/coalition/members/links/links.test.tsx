import { createElement, type ReactNode } from 'react'
import { prerender } from 'react-dom/static'
import { beforeEach, expect, test, vi } from 'vitest'
import { qrPath } from '@/components/coalition/qr-path'
import { petitionAddress } from '@/components/petitions/petition-address'
import { db } from '@/lib/db'
import { aMember } from '@/test/a-member'
import { aPetition } from '@/test/a-petition'
import { aSession } from '@/test/a-staff-member'
import { browser } from '@/test/admin-request'
import { useDatabase } from '@/test/use-database'
import page from './page'
import { GET } from './qr/route'

vi.mock('next/headers', async () => (await import('@/test/admin-request')).nextHeaders)
vi.mock('next/navigation', async () => (await import('@/test/admin-request')).nextNavigation)
vi.mock('next-auth', async () => (await import('@/test/admin-request')).nextAuth)
vi.mock('react', async () => (await import('@/test/admin-request')).reactUncached())

useDatabase()

beforeEach(async () => {
  browser.cookie = `auditor ${Math.random()}`
  await aSession('auditor', new Date(), browser.cookie)
})

async function read(query: Record<string, string>): Promise<string> {
  const made = await page({ params: Promise.resolve({}), searchParams: Promise.resolve(query) })
  const { prelude } = await prerender(createElement('div', null, made as ReactNode))
  return new Response(prelude).text()
}

test('has the link and the code of each member that is one still, in the language that is chosen, and nothing without a petition', async () => {
  expect(await read({})).toContain('No petition is open')
  await aPetition('first')
  await aPetition('second')
  await aMember('here')
  await aMember('gone', new Date('2020-01-01'))
  const html = await read({ petition: 'second', language: 'ko' })
  expect(html.match(/<img /g)).toHaveLength(1)
  expect(html).toContain('/ko/petitions/second/sign?via=here')
  expect(html).not.toContain('via=gone')
  // As text too, one a line.
  expect(html).toMatch(/<textarea[^>]*>\n?here\thttp\S+\/ko\/petitions\/second\/sign\?via=here<\/textarea>/)
  const made: Record<string, string>[] = [{ petition: 'none', language: 'xx' }, { petition: '' }]
  for (const nonsense of made) expect(await read(nonsense)).toMatch(/\/en\/petitions\/(first|second)\/sign\?via=here/)
  await db().petition.updateMany({ data: { status: 'closed', closedAt: new Date() } })
  expect(await read({})).toContain('No petition is open')
})

test('stays a light page with a hundred members, each once: the codes are files of their own, which say what the links say', async () => {
  await db().member.deleteMany()
  await aPetition('many')
  await Promise.all(Array.from({ length: 100 }, (_, i) => aMember(`organisation-${i}`)))
  const html = await read({ petition: 'many', language: 'ko' })
  const sources = [...html.matchAll(/<img src="(links\/qr\?[^"]+)"/g)].map(([, src = '']) =>
    src.replaceAll('&amp;', '&'),
  )
  expect(sources).toHaveLength(100)
  expect(new Set(sources).size).toBe(100)
  // Of each member some 500 bytes; a code in the page would be 4,500 more.
  expect(html.length).toBeLessThan(61_000)
  const ask = (src: string) => GET(new Request(new URL(src, 'http://localhost:3000/admin/coalition/members/links')))
  const file = await ask(sources[0] ?? '')
  expect(file.headers.get('content-type')).toBe('image/svg+xml')
  expect(file.headers.get('cache-control')).toBe('private, max-age=86400')
  const member = new URL(sources[0] ?? '', 'http://localhost').searchParams.get('member') ?? ''
  expect(await file.text()).toContain(qrPath(petitionAddress('many', 'ko', member)).path)
  for (const nonsense of [
    '',
    '?petition=first',
    '?petition=first&language=xx&member=here',
    '?petition=%2F&language=ko&member=here',
  ])
    expect((await ask(`links/qr${nonsense}`)).status, nonsense).toBe(404)
})
