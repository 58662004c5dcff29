import { beforeEach, expect, test, vi } from 'vitest'
import { aPetition } from '@/test/a-petition'
import { aSession } from '@/test/a-staff-member'
import { browser, formOf, outcomeOf } from '@/test/admin-request'
import { heldSignatures } from '@/test/held-signatures'
import { useDatabase } from '@/test/use-database'
import { selectSignatures } from './actions'

vi.mock('next/headers', async () => (await import('@/test/admin-request')).nextHeaders)
vi.mock('next/navigation', async () => (await import('@/test/admin-request')).nextNavigation)
vi.mock('next-auth', async () => (await import('@/test/admin-request')).nextAuth)
vi.mock('react', async () => (await import('@/test/admin-request')).reactUncached())
vi.mock('@/lib/bulk-actions/until-counted', () => ({ untilCounted: async () => undefined }))

useDatabase()

beforeEach(async () => {
  browser.cookie = `moderator ${Math.random()}`
  await aSession('moderator', new Date(), browser.cookie)
})

test('whoever ticked some, and then all that match, comes back to what they ticked', async () => {
  const petition = await aPetition('ticked')
  await heldSignatures(petition, [{ name: 'A', email: 'a@b.example' }], new Date())
  const list = { list: `petition=${petition}&state=held`, verb: 'release', all: '1' }
  const bulk = /^redirect \/admin\/bulk\/[0-9a-f-]{36}/.source
  expect(await outcomeOf(selectSignatures(formOf({ ...list, key: 'x' })))).toMatch(
    new RegExp(`${bulk}\\?draft=[\\w-]+$`),
  )
  expect(await outcomeOf(selectSignatures(formOf(list)))).toMatch(new RegExp(`${bulk}$`))
})
