import { generateIdentity, identityToRecipient } from 'age-encryption'
import { beforeEach, expect, test, vi } from 'vitest'
import { confirmables } from '@/components/admin/confirm/confirmables'
import { expectedPage } from '@/components/admin/confirm/confirmation'
import { db } from '@/lib/db'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import type { Staff } from '@/lib/staff/staff'
import { aPetition, confirmWaiting, signAs } from '@/test/a-petition'
import { aSession } from '@/test/a-staff-member'
import { browser, formOf, outcomeOf } from '@/test/admin-request'
import { useDatabase } from '@/test/use-database'
import { ask, preview } from './actions'

vi.mock('next/headers', async () => (await import('@/test/admin-request')).nextHeaders)
vi.mock('next/navigation', async () => (await import('@/test/admin-request')).nextNavigation)
vi.mock('next-auth', async () => (await import('@/test/admin-request')).nextAuth)
vi.mock('react', async () => (await import('@/test/admin-request')).reactUncached())

useDatabase()

let owner: Staff
beforeEach(async () => {
  browser.cookie = `owner ${Math.random()}`
  const { id, user, device } = await aSession('owner', new Date(), browser.cookie)
  owner = { id: user.id, email: user.email, role: 'owner', session: { id, device, factor: 'app' } }
})

async function signedBy(slug: string, countries: string[]): Promise<string> {
  const petition = await aPetition(slug)
  const now = new Date()
  for (const [i, country] of countries.entries()) {
    await signAs(slug, `person-${i}@example.org`, now, { name: `Person ${i}`, display: 'full', country })
    await confirmWaiting(petition, now)
  }
  return petition
}

/** As the page of the act asks about it, and the form of its button. */
async function pageOf(said: string) {
  const key = /^redirect \/admin\/confirm\/request-export\/([\w-]+)$/.exec(said)?.[1] ?? ''
  const found = await confirmables['request-export'].find(owner, key, '', new Date(Date.now() + 1_000))
  if (!found) throw new Error(`nothing to confirm: ${said}`)
  return { found, form: formOf({ act: 'request-export', confirming: key, expectedPage: expectedPage(found) }) }
}

test('an export says how many signatures it will hold before anything is requested', async () => {
  const petition = await signedBy('previewed', ['KR', 'KR', 'JP'])
  const recipient = await identityToRecipient(await generateIdentity())
  const typed = { petition, country: 'KR', column: 'name', recipient, reason: 'to be handed over' }
  const { found, form } = await pageOf(await outcomeOf(preview(formOf(typed))))
  expect(found.title).toContain('2 signatures')
  expect(found.button).toContain('2 signatures')
  expect(await db().dataExport.count()).toBe(0)
  expect(await db().approval.count()).toBe(0)

  expect(await outcomeOf(ask(form))).toMatch(/^redirect \/admin\/approvals\/[\w-]+$/)
  const [file] = await db().dataExport.findMany()
  expect(file).toMatchObject({ rows: 2, columns: ['name'], recipient, reason: typed.reason })
  expect(JSON.parse(file?.filter ?? '')).toEqual({ country: 'KR' })
})

test('one for which nobody is found goes back to its form, with what was typed', async () => {
  const petition = await signedBy('previewed-empty', ['KR'])
  const typed = { petition, column: 'country', state: 'held', reason: 'to look' }
  const said = await outcomeOf(preview(formOf(typed)))
  expect(said).toMatch(/^redirect \/admin\/exports\/new\?problem=nothing_to_export&draft=/)
  const draft = await findDraft(owner, 'export', said.split('draft=')[1])
  expect(draft?.fields).toMatchObject(typed)
})
