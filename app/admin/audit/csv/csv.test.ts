import { expect, test, vi } from 'vitest'
import { pool } from '@/lib/db'
import { staffWrite } from '@/lib/staff/staff-write'
import { aHalfSession, aStaffMember } from '@/test/a-staff-member'
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

test('the file has the entries of an area and of days, and a filter that cannot be read gives none', async () => {
  browser.cookie = `auditor ${Math.random()}`
  const { id } = await aHalfSession('auditor', new Date(), browser.cookie)
  await pool().query(`UPDATE staff_session SET second_factor_at = now(), factor = 'app' WHERE id = $1`, [id])
  const editor = await aStaffMember('editor', new Date())
  const write = (verb: string, at: string) =>
    staffWrite(editor, 'petition.write', new Date(at), async ({ log }) => log(verb, 'petition:x', { title: '=1+1' }))
  await write('petition.create', '2026-03-01T23:59:00Z')
  await write('petition.draft', '2026-03-02T00:00:00Z')
  await write('comment.approve', '2026-03-02T10:00:00Z')

  const answer = await ask('area=petitions&since=2026-03-02&until=2026-03-02')
  expect(answer.headers.get('content-disposition')).toContain('audit-log.csv')
  const [head, ...lines] = (await answer.text()).trim().split('\n')
  expect(head).toContain('number,at,person,verb,subject,detail,signed_in,hash')
  expect(lines).toHaveLength(1)
  expect(lines[0]).toContain(`${editor.email},petition.draft,petition:x`)

  const refused = await ask('since=2026-02-30')
  expect(refused.status).toBe(303)
  expect(refused.headers.get('location')).toBe('/admin/audit?since=2026-02-30')
})

test('the file of the reports has the numbers of their page', async () => {
  const answer = await reports(new Request('http://localhost:3000/admin/reports/csv'))
  const lines = (await answer.text()).trim().split('\n')
  expect(lines[0]).toContain('report,of,signatures')
  expect(lines.filter((line) => line.startsWith('hour,'))).toHaveLength(48)
  expect(lines.filter((line) => line.startsWith('day,'))).toHaveLength(90)
})
