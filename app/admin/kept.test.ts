import { beforeEach, describe, expect, test, vi } from 'vitest'
import { db, pool } from '@/lib/db'
import { env } from '@/lib/env'
import { listKeptForms } from '@/lib/staff/drafts/kept-form'
import { purgeSessions } from '@/lib/staff/purge-sessions'
import { aPetition } from '@/test/a-petition'
import { aHalfSession } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { planOne } from './petitions/actions'
import { search } from './signatures/actions'
import { invite } from './staff/actions'
import { confirmWithCode } from './step-up/actions'

let cookie = ''
let referer = ''
vi.mock('next/headers', () => ({
  cookies: async () => ({
    get: (name: string) => (name === 'admin' && cookie ? { value: cookie } : undefined),
    getAll: () => [],
    set: () => undefined,
    delete: () => undefined,
  }),
  headers: async () => new Headers(referer ? { referer } : {}),
}))
vi.mock('next/navigation', () => ({
  redirect: (to: string) => {
    throw new Error(`redirect ${to}`)
  },
}))
vi.mock('next-auth', () => ({ default: () => undefined, getServerSession: async () => (cookie ? {} : null) }))
vi.mock('react', async (original) => ({
  ...(await original<typeof import('react')>()),
  cache: <T>(make: T) => make,
}))

useDatabase()

let userId = ''
let sessionId = ''
beforeEach(async () => {
  cookie = `owner ${Math.random()}`
  referer = `${new URL(env().ADMIN_URL).origin}/admin/staff?done=saved&sort=name`
  const session = await aHalfSession('owner', new Date(), cookie)
  userId = session.user.id
  sessionId = session.id
  await pool().query(`UPDATE staff_session SET second_factor_at = now(), factor = 'app' WHERE id = $1`, [sessionId])
})

const where = (act: Promise<unknown>) =>
  act.then(
    () => 'nowhere',
    (error: Error) => error.message,
  )

function form(fields: Record<string, string>): FormData {
  const made = new FormData()
  for (const [name, value] of Object.entries(fields)) made.append(name, value)
  return made
}

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
    expect(await where(invite(form(typed)))).toBe('redirect /admin/sign-in?problem=kept')
    expect(await db().user.count({ where: { email: typed.email } })).toBe(0)
    const [one] = await kept()
    expect(one).toMatchObject({ path: '/admin/staff?sort=name', form: '', fields: typed })
  })

  test('is known by its cookie for eight hours, and is kept for no other', async () => {
    await expire(8 * 60 - 1)
    await purgeSessions(new Date())
    expect(await where(invite(form(typed)))).toBe('redirect /admin/sign-in?problem=kept')
    await expire(8 * 60 + 1)
    expect(await where(invite(form(typed)))).toBe('redirect /admin/sign-in')
    await purgeSessions(new Date())
    expect(await db().session.count({ where: { id: sessionId } })).toBe(0)
    cookie = 'made up'
    expect(await where(invite(form(typed)))).toBe('redirect /admin/sign-in')
    expect(await kept()).toHaveLength(1)
  })

  test('is kept for nobody whose session was ended, lacked a factor, or who works here no longer', async () => {
    await expire(1)
    const at = { where: { id: sessionId } }
    await db().session.update({ ...at, data: { secondFactorAt: null, factor: null } })
    expect(await where(invite(form(typed)))).toBe('redirect /admin/sign-in')
    await db().session.update({ ...at, data: { secondFactorAt: new Date(), factor: 'app' } })
    await db().user.update({ where: { id: userId }, data: { disabledAt: new Date() } })
    expect(await where(invite(form(typed)))).toBe('redirect /admin/sign-in')
    await db().user.update({ where: { id: userId }, data: { disabledAt: null } })
    await db().session.delete(at)
    expect(await where(invite(form(typed)))).toBe('redirect /admin/sign-in')
    expect(await kept()).toEqual([])
  })

  test('comes back to no page of another site, and a search for somebody is not kept', async () => {
    await expire(1)
    referer = 'https://evil.example/admin/staff'
    await where(invite(form(typed)))
    expect((await kept()).map(({ path }) => path)).toEqual(['/admin'])
    await where(search(form({ text: 'someone@example.org' })))
    expect(await kept()).toHaveLength(1)
  })

  test('is kept too if the session expires on the page that asks for the second factor again', async () => {
    await pool().query(`UPDATE staff_session SET second_factor_at = now() - interval '25 minutes' WHERE id = $1`, [
      sessionId,
    ])
    const asked = await where(invite(form(typed)))
    expect(asked).toContain('/admin/step-up/')
    await expire(1)
    const code = form({ request: asked.split('/').at(-1) ?? '', code: '000000' })
    expect(await where(confirmWithCode(code))).toBe('redirect /admin/sign-in?problem=kept')
    expect((await kept())[0]?.fields).toEqual(typed)
  })
})

test('a form that is refused is kept, and one that goes through is kept no longer', async () => {
  const id = await aPetition('kept-plan')
  const plan = { id, expectedOpens: '', expectedCloses: '', closes: '2001-01-01', why: 'half a page of reasons' }
  const refused = await where(planOne(form(plan)))
  const [one] = await kept()
  expect(refused).toBe(`redirect /admin/petitions/${id}?problem=plan_invalid&kept=${one?.id}`)
  expect(one?.fields.why).toBe(plan.why)
  const next = form({ ...plan, closes: '2099-01-01', kept: one?.id ?? '' })
  expect(await where(planOne(next))).toMatch(/approvals/)
  expect(await kept()).toEqual([])
})
