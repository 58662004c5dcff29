import { beforeEach, expect, test, vi } from 'vitest'
import { db } from '@/lib/db'
import { findGrowth } from '@/lib/overview/find-growth'
import { findShares } from '@/lib/overview/find-shares'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { aPetition } from '@/test/a-petition'
import { aSession, aStaffMember } from '@/test/a-staff-member'
import { browser } from '@/test/admin-request'
import { useDatabase } from '@/test/use-database'
import { GET as reports } from '../../reports/csv/route'
import { GET } from './route'

vi.mock('next/headers', async () => (await import('@/test/admin-request')).nextHeaders)
vi.mock('next/navigation', async () => (await import('@/test/admin-request')).nextNavigation)
vi.mock('next-auth', async () => (await import('@/test/admin-request')).nextAuth)
vi.mock('react', async () => (await import('@/test/admin-request')).reactUncached())

useDatabase()

const ask = (query: string) => GET(new Request(`http://localhost:3000/admin/audit/csv?${query}`))

let auditor: Staff
beforeEach(async () => {
  browser.cookie = `auditor ${Math.random()}`
  const { id, user, device } = await aSession('auditor', new Date(), browser.cookie)
  auditor = { id: user.id, email: user.email, role: 'auditor', session: { id, device, factor: 'app' } }
})

test('the file has the entries of an area and of days, and a filter that cannot be read gives none', async () => {
  const editor = await aStaffMember('editor', new Date())
  const write = (verb: string, at: string) =>
    staffWrite(editor, 'petition.write', new Date(at), async ({ log }) => log(verb, '=1+1', { title: 'x' }))
  await write('petition.create', '2026-03-01T23:59:00Z')
  await write('petition.draft', '2026-03-02T00:00:00Z')
  await write('comment.approve', '2026-03-02T10:00:00Z')

  const answer = await ask('area=petitions&since=2026-03-02&until=2026-03-02')
  expect(answer.headers.get('content-disposition')).toContain('audit-log.csv')
  const [head, ...lines] = (await answer.text()).trim().split('\n')
  expect(head).toContain('number,at,person,verb,subject,detail,signed_in,hash')
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain(`${editor.email},petition.draft,'=1+1,`)
  const logged = () => db().auditEntry.findMany({ where: { verb: 'audit.download', staffId: auditor.id } })
  const detail = JSON.stringify({ filter: 'area=petitions&since=2026-03-02&until=2026-03-02', entries: 1 })
  expect(await logged()).toMatchObject([{ subject: 'audit:log', detail }])

  // The same day in Seoul has ended by noon in Europe, and has begun the evening before.
  const inSeoul = await ask('since=2026-03-02&until=2026-03-02&zone=Asia/Seoul')
  const verbs = (await inSeoul.text()).trim().split('\n').slice(1)
  expect(verbs.map((line) => line.split(',')[3])).toEqual(['comment.approve', 'petition.draft', 'petition.create'])
  const next = await ask('since=2026-03-03&zone=Asia/Seoul&verb=comment.approve')
  expect((await next.text()).trim().split('\n')).toHaveLength(1)
  expect((await ask('since=2026-03-02&zone=Mars/Olympus')).status).toBe(303)
  const downloads = (await logged()).length

  const refused = await ask('since=2026-02-30')
  expect(refused.status).toBe(303)
  expect(refused.headers.get('location')).toBe('/admin/audit?since=2026-02-30')
  expect(await logged()).toHaveLength(downloads)
})

test('the file of the reports has the numbers of their page', async () => {
  const petitionId = await aPetition('reported')
  const hour = new Date(Math.floor(Date.now() / 3_600_000) * 3_600_000)
  await db().hourTotal.create({ data: { petitionId, hour, net: 41 } })
  for (const [facet, code] of [
    ['language', 'ko'],
    ['member', 'one'],
  ] as const)
    await db().facetTotal.create({ data: { petitionId, facet, code, net: 31, asOf: hour } })
  const [growth, shares] = await Promise.all([findGrowth(auditor, new Date()), findShares(auditor)])
  const answer = await reports(new Request('http://localhost:3000/admin/reports/csv'))
  const lines = (await answer.text()).trim().split('\n')
  const bars = (name: string, all: { at: Date; net: number }[]) =>
    all.map(({ at, net }) => `${name},${at.toISOString()},${net}`)
  const parts = (name: string, all: { code: string; net: number }[]) =>
    all.map(({ code, net }) => `${name},${code || 'none'},${net}`)
  expect(lines.slice(1)).toEqual([
    ...bars('hour', growth.hours),
    ...bars('day', growth.days),
    ...parts('country', shares.countries),
    ...parts('language', shares.languages),
    ...parts('member_link', shares.members),
  ])
  expect(lines).toContain(`hour,${hour.toISOString()},41`)
  expect(lines).toContain('language,ko,31')
  expect(lines[0]).toContain('report,of,signatures')
  expect(lines.filter((line) => line.startsWith('hour,'))).toHaveLength(48)
  expect(lines.filter((line) => line.startsWith('day,'))).toHaveLength(90)
})
