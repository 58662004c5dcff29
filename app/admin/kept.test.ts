import { beforeEach, describe, expect, test, vi } from 'vitest'
import { db, pool } from '@/lib/db'
import { env } from '@/lib/env'
import { listKeptForms } from '@/lib/staff/drafts/kept-form'
import { purgeSessions } from '@/lib/staff/purge-sessions'
import { aPetition } from '@/test/a-petition'
import { aHalfSession } from '@/test/a-staff-member'
import { browser, formOf, outcomeOf } from '@/test/admin-request'
import { useDatabase } from '@/test/use-database'
import { planOne } from './petitions/actions'
import { search } from './signatures/actions'
import { invite } from './staff/actions'
import { confirmWithCode } from './step-up/actions'

vi.mock('next/headers', async () => (await import('@/test/admin-request')).nextHeaders)
vi.mock('next/navigation', async () => (await import('@/test/admin-request')).nextNavigation)
vi.mock('next-auth', async () => (await import('@/test/admin-request')).nextAuth)
vi.mock('react', async () => (await import('@/test/admin-request')).reactUncached())

useDatabase()

let userId = ''
let sessionId = ''
beforeEach(async () => {
  browser.cookie = `owner ${Math.random()}`
  browser.referer = `${new URL(env().ADMIN_URL).origin}/admin/staff?done=saved&sort=name`
  const session = await aHalfSession('owner', new Date(), browser.cookie)
  userId = session.user.id
  sessionId = session.id
  await pool().query(`UPDATE staff_session SET second_factor_at = now(), factor = 'app' WHERE id = $1`, [sessionId])
})

const expire = (minutes: number) =>
  pool().query(`UPDATE staff_session SET expires = now() - $2 * interval '1 minute' WHERE id = $1`, [
    sessionId,
    minutes,
  ])
const kept = () => listKeptForms({ id: userId })
const typed = { email: 'colleague@example.org', role: 'auditor', reason: 'joins on Monday' }

describe('a form sent after the session has expired', () => {
  test('is kept for its person, with the page it stood on, and is not carried out', async () => {
    await expire(1)
    expect(await outcomeOf(invite(formOf(typed)))).toBe('redirect /admin/sign-in?problem=kept')
    expect(await db().user.count({ where: { email: typed.email } })).toBe(0)
    const [one] = await kept()
    expect(one).toMatchObject({ path: '/admin/staff?sort=name', form: '', fields: typed })
  })

  test('is known by its cookie for eight hours, and is kept for no other', async () => {
    await expire(8 * 60 - 1)
    await purgeSessions(new Date())
    expect(await outcomeOf(invite(formOf(typed)))).toBe('redirect /admin/sign-in?problem=kept')
    await expire(8 * 60 + 1)
    expect(await outcomeOf(invite(formOf(typed)))).toBe('redirect /admin/sign-in')
    await purgeSessions(new Date())
    expect(await db().session.count({ where: { id: sessionId } })).toBe(0)
    browser.cookie = 'made up'
    expect(await outcomeOf(invite(formOf(typed)))).toBe('redirect /admin/sign-in')
    expect(await kept()).toHaveLength(1)
  })

  test('is kept for nobody whose session was ended, lacked a factor, or who works here no longer', async () => {
    await expire(1)
    const at = { where: { id: sessionId } }
    await db().session.update({ ...at, data: { secondFactorAt: null, factor: null } })
    expect(await outcomeOf(invite(formOf(typed)))).toBe('redirect /admin/sign-in')
    await db().session.update({ ...at, data: { secondFactorAt: new Date(), factor: 'app' } })
    await db().user.update({ where: { id: userId }, data: { disabledAt: new Date() } })
    expect(await outcomeOf(invite(formOf(typed)))).toBe('redirect /admin/sign-in')
    await db().user.update({ where: { id: userId }, data: { disabledAt: null } })
    await db().session.delete(at)
    expect(await outcomeOf(invite(formOf(typed)))).toBe('redirect /admin/sign-in')
    expect(await kept()).toEqual([])
  })

  test('comes back to no page of another site, and a search for somebody is not kept', async () => {
    await expire(1)
    browser.referer = 'https://evil.example/admin/staff'
    await outcomeOf(invite(formOf(typed)))
    expect((await kept()).map(({ path }) => path)).toEqual(['/admin'])
    await outcomeOf(search(formOf({ text: 'someone@example.org' })))
    expect(await kept()).toHaveLength(1)
  })

  test('is kept too if the session expires on the page that asks for the second factor again', async () => {
    await pool().query(`UPDATE staff_session SET second_factor_at = now() - interval '25 minutes' WHERE id = $1`, [
      sessionId,
    ])
    const asked = await outcomeOf(invite(formOf(typed)))
    expect(asked).toContain('/admin/step-up/')
    await expire(1)
    const code = formOf({ request: asked.split('/').at(-1) ?? '', code: '000000' })
    expect(await outcomeOf(confirmWithCode(code))).toBe('redirect /admin/sign-in?problem=kept')
    expect((await kept())[0]?.fields).toEqual(typed)
  })
})

test('a form that is refused is kept, and one that goes through is kept no longer', async () => {
  const id = await aPetition('kept-plan')
  const plan = { id, expectedOpens: '', expectedCloses: '', closes: '2001-01-01', why: 'half a page of reasons' }
  const refused = await outcomeOf(planOne(formOf(plan)))
  const [one] = await kept()
  expect(refused).toBe(`redirect /admin/petitions/${id}?problem=plan_invalid&kept=${one?.id}`)
  expect(one?.fields.why).toBe(plan.why)
  const next = formOf({ ...plan, closes: '2099-01-01', kept: one?.id ?? '' })
  expect(await outcomeOf(planOne(next))).toMatch(/approvals/)
  expect(await kept()).toEqual([])
})
