import { createElement, type ReactNode } from 'react'
import { prerender } from 'react-dom/static'
import { beforeEach, expect, test, vi } from 'vitest'
import { db, pool } from '@/lib/db'
import { aMember } from '@/test/a-member'
import { aPetition } from '@/test/a-petition'
import { aHalfSession } from '@/test/a-staff-member'
import { browser } from '@/test/admin-request'
import { useDatabase } from '@/test/use-database'
import page from './page'

vi.mock('next/headers', async () => (await import('@/test/admin-request')).nextHeaders)
vi.mock('next/navigation', async () => (await import('@/test/admin-request')).nextNavigation)
vi.mock('next-auth', async () => (await import('@/test/admin-request')).nextAuth)
vi.mock('react', async () => (await import('@/test/admin-request')).reactUncached())

useDatabase()

beforeEach(async () => {
  browser.cookie = `auditor ${Math.random()}`
  const { id } = await aHalfSession('auditor', new Date(), browser.cookie)
  await pool().query(`UPDATE staff_session SET second_factor_at = now(), factor = 'app' WHERE id = $1`, [id])
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
  expect(html.match(/<svg role="img"/g)).toHaveLength(1)
  expect(html).toContain('/ko/petitions/second/sign?via=here')
  expect(html).not.toContain('via=gone')
  // As text too, one a line.
  expect(html).toMatch(/<textarea[^>]*>\n?here\thttp\S+\/ko\/petitions\/second\/sign\?via=here<\/textarea>/)
  const made: Record<string, string>[] = [{ petition: 'none', language: 'xx' }, { petition: '' }]
  for (const nonsense of made) expect(await read(nonsense)).toMatch(/\/en\/petitions\/(first|second)\/sign\?via=here/)
  await db().petition.updateMany({ data: { status: 'closed', closedAt: new Date() } })
  expect(await read({})).toContain('No petition is open')
})
