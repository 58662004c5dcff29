import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, expect, test, vi } from 'vitest'
import { Time, ZoneName } from '@/components/admin/time'
import { db } from '@/lib/db'
import { readLanguage } from '@/lib/web/admin/reader-language'
import { aSession } from '@/test/a-staff-member'
import { browser, formOf, nextRequest, outcomeOf } from '@/test/admin-request'
import { useDatabase } from '@/test/use-database'
import { setTimeZone } from './actions'

vi.mock('next/headers', async () => (await import('@/test/admin-request')).nextHeaders)
vi.mock('next/navigation', async () => (await import('@/test/admin-request')).nextNavigation)
vi.mock('next-auth', async () => (await import('@/test/admin-request')).nextAuth)
vi.mock('react', async () => (await import('@/test/admin-request')).reactOfRequests())

useDatabase()

let userId = ''
beforeEach(async () => {
  nextRequest()
  browser.cookie = `auditor ${Math.random()}`
  const session = await aSession('auditor', new Date(), browser.cookie)
  userId = session.user.id
})

const at = new Date('2026-11-28T15:30:00Z')
/** A part of a page that is requested again. */
async function read<T>(part: () => T): Promise<T> {
  nextRequest()
  await readLanguage()
  return part()
}
const shown = (props: Parameters<typeof Time>[0]) => read(() => renderToStaticMarkup(Time(props)))

test('times are in UTC until a person chooses a zone, then in theirs, with UTC beside', async () => {
  expect(await shown({ at, zone: true })).toBe('<time dateTime="2026-11-28T15:30Z">2026-11-28 15:30</time> UTC')
  expect(await outcomeOf(setTimeZone(formOf({ zone: 'Asia/Seoul' })))).toBe('redirect /admin/account?done=saved')
  expect(await shown({ at, zone: true })).toBe(
    '<time dateTime="2026-11-28T15:30Z" title="2026-11-28 15:30 UTC">2026-11-29 00:30</time> (Seoul)',
  )
  expect(await read(ZoneName)).toBe('Seoul')
})

test('what is stored as a day is that day in every zone', async () => {
  await outcomeOf(setTimeZone(formOf({ zone: 'America/New_York' })))
  const day = new Date('2026-11-28T00:00:00Z')
  expect(await shown({ at: day })).toBe('<time dateTime="2026-11-28">2026-11-28 UTC</time>')
  await outcomeOf(setTimeZone(formOf({ zone: 'UTC' })))
  expect(await shown({ at: day })).toBe('<time dateTime="2026-11-28">2026-11-28</time>')
  expect(await shown({ at: day, zone: true })).toBe('<time dateTime="2026-11-28">2026-11-28 UTC</time>')
})

test('a zone that does not exist is refused; one that was stored and is gone is read as UTC', async () => {
  const refused = await outcomeOf(setTimeZone(formOf({ zone: 'Europe/Atlantis' })))
  expect(refused).toMatch(/^redirect \/admin\/account\?problem=zone_unknown/)
  await db().user.update({ where: { id: userId }, data: { timeZone: 'Europe/Atlantis' } })
  expect(await read(ZoneName)).toBe('UTC')
})
