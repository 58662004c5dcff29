import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { type ConfirmableName, confirmableAt, confirmables } from '@/components/admin/confirm/confirmables'
import { expectedPage } from '@/components/admin/confirm/confirmation'
import { db } from '@/lib/db'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import type { Staff } from '@/lib/staff/staff'
import { root } from '@/scripts/setup/root.mjs'
import { aPetition } from '@/test/a-petition'
import { aSession } from '@/test/a-staff-member'
import { browser, formOf, outcomeOf } from '@/test/admin-request'
import { useDatabase } from '@/test/use-database'
import { closePetition } from '../petitions/actions'
import { actionOf } from './actions-by-name'

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

const names = Object.keys(confirmables) as ConfirmableName[]

describe('what cannot be undone', () => {
  test.each(names)('%s: has the verb of its action', (name) => {
    const action = actionOf(name) as unknown as { verb: string }
    expect(action.verb).toBe(confirmableAt(name)?.verb)
  })

  test.each(names)('%s: is not done by a form that no page has asked about', async (name) => {
    const id = await aPetition(`unasked-${name}`)
    const action = actionOf(name)
    const asked: Record<string, string> = { id, act: name, confirming: id }
    for (const fields of [{ id }, asked, { ...asked, confirming: '../x', expectedPage: '[]' }]) {
      const said = await outcomeOf(action?.(formOf(fields)) ?? Promise.resolve())
      expect(said).toMatch(/^redirect \/admin(\?problem=unreadable|\/confirm\/[\w-]+\/[\w-]+\?problem=numbers)/)
    }
    expect(await db().approval.count({ where: { askedBy: owner.id } })).toBe(0)
  })

  test('is a page: no button of danger stands open anywhere else', () => {
    const asks = [
      // The page itself, whose forms are made here.
      'components/admin/form/admin-form.tsx',
      // Pages that show what is decided before its button: they are such pages themselves.
      'components/admin/approvals/approval-decision.tsx',
      'components/admin/bulk-decision.tsx',
      // Behind "Remove…" and "Reject…", with an exact undo.
      'components/admin/review/held-decision.tsx',
      'components/admin/review/appeal-decision.tsx',
      'components/admin/review/comment-decision.tsx',
    ]
    const files = ['app/admin', 'components/admin'].flatMap((folder) =>
      readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => `${folder}/${file}`),
    )
    const red = files.filter(
      (file) => file.endsWith('.tsx') && /['"]danger['"]/.test(readFileSync(join(root, file), 'utf8')),
    )
    expect(red.toSorted()).toEqual(asks.toSorted())
  })
})

describe('closing a petition', () => {
  const close = async (id: string, why: string) => {
    const found = await confirmables['close-petition'].find(owner, id, '', new Date())
    if (!found) throw new Error('it cannot be closed')
    return { act: 'close-petition', confirming: id, expectedPage: expectedPage(found), why }
  }

  test('asks a second person for exactly what the page said', async () => {
    const id = await aPetition('to-close')
    expect(await outcomeOf(closePetition(formOf(await close(id, 'it is over'))))).toMatch(
      /^redirect \/admin\/approvals\/[\w-]+\?done=asked$/,
    )
    const [asked] = await db().approval.findMany({ where: { askedBy: owner.id } })
    expect(asked?.subject).toBe(`petition:${id}`)
  })

  test('does nothing once the page is stale, says so, and keeps what was typed', async () => {
    const id = await aPetition('to-close-late')
    const seen = await close(id, 'typed with care')
    const stale = { ...seen, expectedPage: seen.expectedPage.replace('"pending":0', '"pending":40') }
    const said = await outcomeOf(closePetition(formOf(stale)))
    expect(said).toMatch(new RegExp(`^redirect /admin/confirm/close-petition/${id}\\?problem=numbers&draft=`))
    expect(await db().approval.count({ where: { askedBy: owner.id } })).toBe(0)
    const draft = await findDraft(owner, 'confirm close-petition', said.split('draft=')[1])
    expect(draft?.fields.why).toBe('typed with care')
  })

  test('goes through although a few more have signed meanwhile', async () => {
    const id = await aPetition('to-close-busy')
    const seen = await close(id, '')
    const busy = { ...seen, expectedPage: seen.expectedPage.replace('"pending":0', '"pending":9') }
    expect(await outcomeOf(closePetition(formOf(busy)))).toMatch(/^redirect \/admin\/approvals\//)
  })
})
