import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createElement, type ReactNode } from 'react'
import { prerender } from 'react-dom/static'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { type ConfirmableName, confirmables } from '@/components/admin/confirm/confirmables'
import { type Confirmation, expectedPage } from '@/components/admin/confirm/confirmation'
import { KeptHere } from '@/components/admin/kept-here'
import { createBulkAction } from '@/lib/bulk-actions/create-bulk-action'
import { findEditable } from '@/lib/coalition/entities/find-editable'
import { member } from '@/lib/coalition/entities/member'
import { db, pool } from '@/lib/db'
import { env } from '@/lib/env'
import { findDraft } from '@/lib/staff/drafts/find-draft'
import { findKeptForm, listKeptForms } from '@/lib/staff/drafts/kept-form'
import type { Staff } from '@/lib/staff/staff'
import { seedCoalition } from '@/prisma/seed/coalition/seed-coalition'
import { root } from '@/scripts/setup/root.mjs'
import { aMember } from '@/test/a-member'
import { aPetition, confirmWaiting, signAs } from '@/test/a-petition'
import { aSession, aStaffMember } from '@/test/a-staff-member'
import { browser, formOf, outcomeOf } from '@/test/admin-request'
import { useDatabase } from '@/test/use-database'
import { change } from '../bulk/actions'
import { save } from '../coalition/[entity]/actions'
import { review } from '../coalition/letters/[id]/invitations/actions'
import { preview } from '../exports/actions'
import { invite as inviteStaff } from '../staff/actions'
import StepUp from '../step-up/[id]/page'
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

/** The same person, after signing in again. */
async function inAnotherSession(): Promise<Staff> {
  await pool().query('DELETE FROM staff_session WHERE id = $1', [owner.session.id])
  return { ...owner, session: { ...owner.session, id: crypto.randomUUID() } }
}

async function textOf(made: Promise<ReactNode>): Promise<string> {
  const { prelude } = await prerender(createElement('div', null, await made))
  return new Response(prelude).text()
}

interface Way {
  /** The form's, by which it is filled in again. */
  form: string
  page: string
  send: (form: FormData) => Promise<void>
  fields: Record<string, string>
  /** Makes what the page showed untrue. */
  change: () => Promise<unknown>
}

let n = 0
/** Every form that leads to a page that asks before it is carried out, filled in. */
const ways: Partial<Record<ConfirmableName, () => Promise<Way>>> = {
  'request-export': async () => {
    const slug = `exported-${++n}`
    const petition = await aPetition(slug)
    const sign = async (who: string) => {
      await signAs(slug, `${who}@example.org`, new Date(), { name: who, display: 'full', country: 'KR' })
      await confirmWaiting(petition, new Date())
    }
    await sign('first')
    const fields = { petition, column: 'reference', reason: 'typed with care' }
    const change = async () => {
      for (let i = 0; i < 12; i += 1) await sign(`another-${i}`)
    }
    return { form: 'export', page: '/admin/exports/new', send: preview, fields, change }
  },
  'invite-many': async () => {
    if ((await db().letter.count()) === 0) await seedCoalition(new Date())
    const { id } = await db().letter.findFirstOrThrow({ where: { status: 'open' } })
    const fields = { id, lines: `Organisation ${++n}, o${n}@example.org\nOther ${n}, p${n}@example.org`, locale: 'en' }
    const change = () => aMemberCoSigns(id, `Other ${n}`)
    const page = `/admin/coalition/letters/${id}/invitations`
    return { form: 'invitations', page, send: review, fields, change }
  },
  'end-membership': async () => {
    const slug = `leaving-${++n}`
    await aMember(slug)
    const { id } = await db().member.findUniqueOrThrow({ where: { slug } })
    const found = await findEditable(owner, member, id)
    const typed = { aliases: 'typed with care', left: new Date().toISOString().slice(0, 10) }
    const fields = { entity: 'members', id, expectedVersion: found?.version ?? '', ...found?.values, ...typed }
    const change = () =>
      db().memberProposal.create({
        data: { id: crypto.randomUUID(), memberId: id, part: 'site', content: '{}', proposedAt: new Date() },
      })
    return { form: 'member', page: `/admin/coalition/members/${id}`, send: save, fields, change }
  },
}

function aMemberCoSigns(letterId: string, organisation: string) {
  const row = { id: crypto.randomUUID(), letterId, organisation, search: organisation.toLowerCase() }
  const at = new Date()
  const signed = { state: 'approved', signedOn: at, signedPrecision: 'day' } as const
  return db().coSignature.create({ data: { ...row, ...signed, createdAt: at } })
}

const names = Object.keys(ways) as ConfirmableName[]
const aWay = (name: ConfirmableName) => ways[name]?.() as Promise<Way>

/** Sends the form. @returns the key of the page that asks */
async function toThePage(name: ConfirmableName, way: Way, kept?: string): Promise<string> {
  const said = await outcomeOf(way.send(formOf({ ...way.fields, draftOf: way.form, ...(kept && { kept }) })))
  const key = new RegExp(`^redirect /admin/confirm/${name}/([\\w-]+)$`).exec(said)?.[1]
  expect([said, key === undefined]).toEqual([said, false])
  return key ?? ''
}

async function asked(name: ConfirmableName, key: string, staff = owner): Promise<Confirmation> {
  const found = await confirmables[name].find(staff, key, '', new Date(Date.now() + 1_000))
  if (!found) throw new Error('nothing to confirm')
  return found
}

async function press(name: ConfirmableName, key: string, seen: string): Promise<string> {
  return outcomeOf(actionOf(name)?.(formOf({ act: name, confirming: key, expectedPage: seen })) ?? Promise.resolve())
}

describe('what was typed, on the way to the page that asks', () => {
  test('is known here for every form that leads to one', () => {
    const folder = join(root, 'app/admin')
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter((file) => /(?<!\.test)\.ts$/.test(file))
      .filter((file) => readFileSync(join(folder, file), 'utf8').includes('confirmPath('))
    expect(files.toSorted()).toEqual([
      'coalition/[entity]/actions.ts',
      'coalition/letters/[id]/invitations/actions.ts',
      'confirm/confirmed.ts',
      'exports/actions.ts',
      // Everything typed is saved before it leads there.
      'updates/actions.ts',
    ])
  })

  test.each(names)('%s: Back finds it on the page of its form', async (name) => {
    const way = await aWay(name)
    const key = await toThePage(name, way)
    const [one, ...more] = await listKeptForms(owner)
    expect([one?.id, one?.path, one?.form, more]).toEqual([key, way.page, way.form, []])
    expect(await textOf(Promise.resolve(KeptHere({ forms: await listKeptForms(owner), at: way.page })))).toContain(
      `${way.page}?draft=${key}`,
    )
  })

  test.each(names)(
    '%s: Cancel leads to the form filled in, which is kept as one however often it is sent',
    async (name) => {
      const way = await aWay(name)
      const key = await toThePage(name, way)
      expect((await asked(name, key)).back).toBe(`${way.page}?draft=${key}`)
      const draft = await findDraft(owner, way.form, key)
      expect(draft).toMatchObject({ fields: way.fields, kept: { id: key } })
      expect(await toThePage(name, way, draft?.kept?.id)).toBe(key)
      expect(await listKeptForms(owner)).toHaveLength(1)
    },
  )

  test.each(names)('%s: is kept under the id that the browser has kept it under', async (name) => {
    const kept = crypto.randomUUID()
    expect(await toThePage(name, await aWay(name), kept)).toBe(kept)
  })

  test.each(names)('%s: outlives the session, for its person alone', async (name) => {
    const way = await aWay(name)
    const key = await toThePage(name, way)
    const staff = await inAnotherSession()
    expect((await findDraft(staff, way.form, key))?.fields).toMatchObject(way.fields)
    // The page asks as before.
    expect((await asked(name, key, staff)).back).toContain(key)
    const other = await aStaffMember('owner', new Date())
    expect(await findDraft(other, way.form, key)).toBeNull()
    expect(await confirmables[name].find(other, key, '', new Date())).toBeNull()
  })

  test.each(names)('%s: is there after an error, and gone once it is done', async (name) => {
    const way = await aWay(name)
    const key = await toThePage(name, way)
    const seen = expectedPage(await asked(name, key))
    await way.change()
    expect(await press(name, key, seen)).toContain(`/admin/confirm/${name}/${key}?problem=numbers`)
    expect(await findKeptForm(owner, key)).not.toBeNull()
    expect(await press(name, key, expectedPage(await asked(name, key)))).toMatch(
      /^redirect \/admin\/(?!confirm)[^?]*(\?done=\w+)?$/,
    )
    expect(await findKeptForm(owner, key)).toBeNull()
  })

  test.each(names)('%s: where the session has its share of kept forms, the page asks all the same', async (name) => {
    const way = await aWay(name)
    const box = Buffer.from('x')
    for (let i = 0; i < 10; i += 1) {
      const id = crypto.randomUUID()
      const row = { id, userId: owner.id, sessionId: owner.session.id, box, keptAt: new Date() }
      await db().keptForm.create({ data: row })
    }
    const key = await toThePage(name, way)
    expect((await findDraft(owner, way.form, key))?.fields).toMatchObject(way.fields)
    expect(await press(name, key, expectedPage(await asked(name, key)))).not.toContain('problem=')
  })
})

test('an export sent after the session has expired is kept, though it only counts', async () => {
  const way = await aWay('request-export')
  await pool().query(`UPDATE staff_session SET expires = now() - interval '1 minute' WHERE id = $1`, [owner.session.id])
  const said = await outcomeOf(way.send(formOf({ ...way.fields, draftOf: way.form })))
  expect(said).toBe('redirect /admin/sign-in?problem=kept')
  expect((await listKeptForms(owner))[0]).toMatchObject({ form: 'export', fields: way.fields })
})

describe('on the way to the page that asks for the second factor', () => {
  const typed = { email: 'colleague@example.org', role: 'auditor', reason: 'half a page', draftOf: 'invitation' }
  const later = () =>
    pool().query(`UPDATE staff_session SET second_factor_at = now() - interval '25 minutes' WHERE id = $1`, [
      owner.session.id,
    ])

  test('is kept, and Cancel leads to the form filled in', async () => {
    await later()
    browser.referer = `${new URL(env().ADMIN_URL).origin}/admin/staff`
    const said = await outcomeOf(inviteStaff(formOf(typed)))
    const [kept] = await listKeptForms(owner)
    expect(kept?.fields.reason).toBe('half a page')
    const params = Promise.resolve({ id: said.split('/').at(-1) ?? '' })
    const page = await textOf(StepUp({ params, searchParams: Promise.resolve({}) }))
    expect(page).toContain(`draft=${kept?.id}`)
  })
})

test('a rule that was counted leads back to its form, as it was typed', async () => {
  const petition = await aPetition('rule-changed')
  const rule = { filter: { petition, country: 'KR', from: new Date('2026-11-01T09:00:00Z') }, domain: 'example.org' }
  const id = await createBulkAction(owner, 'remove', 'fraud', rule, new Date())
  const said = await outcomeOf(change(formOf({ id: id ?? '' })))
  const draft = await findDraft(owner, 'rule', said.split('draft=')[1])
  const from = '2026-11-01T09:00:00.000Z'
  expect(draft?.fields).toEqual({
    petition,
    country: 'KR',
    from,
    domain: 'example.org',
    verb: 'remove',
    reason: 'fraud',
  })
})
