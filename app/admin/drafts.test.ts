import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, describe, expect, test, vi } from 'vitest'
import { Frozen } from '@/components/admin/frozen'
import { db, pool } from '@/lib/db'
import { env } from '@/lib/env'
import { createMailing } from '@/lib/mailings/draft'
import { listKeptForms } from '@/lib/staff/drafts/kept-form'
import { purgeSessions } from '@/lib/staff/purge-sessions'
import { requestDisable } from '@/lib/staff-accounts/disable'
import { aPetition } from '@/test/a-petition'
import { aSession, aStaffMember } from '@/test/a-staff-member'
import { browser, formOf, outcomeOf } from '@/test/admin-request'
import { useDatabase } from '@/test/use-database'
import { POST as autosave } from './drafts/autosave/route'
import { POST as sheets } from './paper/sheets/route'
import { schedulePetition } from './petitions/actions'
import { POST as find } from './search/find/route'
import { showSignature } from './signatures/actions'
import { invite } from './staff/actions'
import { confirmWithCode } from './step-up/actions'
import { GET as mail } from './updates/[id]/mail/route'

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
  const session = await aSession('owner', new Date(), browser.cookie)
  userId = session.user.id
  sessionId = session.id
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
    const searched = { method: 'POST', body: formOf({ text: 'someone@example.org' }), headers: { accept: 'text/html' } }
    const answer = await find(new Request(`${env().ADMIN_URL}/admin/search/find`, searched))
    expect(answer.headers.get('location')).toBe('/admin/sign-in')
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
  const refused = await outcomeOf(schedulePetition(formOf(plan)))
  const [one] = await kept()
  expect(refused).toBe(`redirect /admin/petitions/${id}/schedule?problem=plan_invalid&kept=${one?.id}`)
  expect(one?.fields.why).toBe(plan.why)
  const next = formOf({ ...plan, closes: '2099-01-01', kept: one?.id ?? '' })
  expect(await outcomeOf(schedulePetition(next))).toMatch(/approvals/)
  expect(await kept()).toEqual([])
})

describe('a form of somebody who may not send it', () => {
  test('is kept where the role does not suffice, and the page says so; a reason for looking is not', async () => {
    await db().user.update({ where: { id: userId }, data: { role: 'auditor' } })
    const refused = await outcomeOf(invite(formOf(typed)))
    const [one] = await kept()
    expect(refused).toBe(`redirect /admin?problem=role&kept=${one?.id}`)
    expect(one).toMatchObject({ path: '/admin/staff?sort=name', fields: typed })
    expect(await outcomeOf(showSignature(formOf({ why: 'a reason' })))).toBe('redirect /admin?problem=role')
    expect(await kept()).toHaveLength(1)
  })

  test('is kept while somebody is frozen, who is told, and finds it afterwards', async () => {
    const [asks] = [await aStaffMember('owner', new Date()), await aStaffMember('owner', new Date())]
    await db().user.updateMany({
      data: { totpSince: new Date(), totpSecret: Buffer.from('sealed') },
    })
    expect(await requestDisable(asks, userId, 'lost laptop', new Date())).toMatchObject({ ok: true })
    expect(await outcomeOf(invite(formOf(typed)))).toBe('redirect /admin')
    expect(await db().user.count({ where: { email: typed.email } })).toBe(0)
    expect((await kept()).map(({ fields }) => fields)).toEqual([typed])
    const staff = {
      id: userId,
      email: '',
      role: 'owner',
      session: { id: sessionId, device: '', factor: 'app' },
    } as const
    expect(renderToStaticMarkup(await Frozen({ staff }))).toContain('What you typed and could not save is kept')
  })

  test('beside a file is kept too; without a form the answer is a plain refusal', async () => {
    await db().user.update({ where: { id: userId }, data: { role: 'auditor' } })
    const send = (init: RequestInit) => sheets(new Request(`${env().ADMIN_URL}/admin/paper/sheets`, init))
    const page = { accept: 'text/html' }
    const answer = await send({ method: 'POST', body: formOf({ collector: 'A Collector' }), headers: page })
    const [one] = await kept()
    expect(answer.headers.get('location')).toBe(`/admin?problem=role&kept=${one?.id}`)
    expect(one?.fields).toEqual({ collector: 'A Collector' })
    expect((await send({ method: 'POST', body: formOf({}) })).status).toBe(403)
  })
})

describe('a draft that the page keeps while somebody types', () => {
  const id = '6f9619ff-8b86-4011-b42d-00c04fc964ff'
  const send = (fields: Record<string, string>, headers = {}) =>
    autosave(new Request(`${env().ADMIN_URL}/admin/drafts/autosave`, { method: 'POST', body: formOf(fields), headers }))

  test('is one draft, under the page’s own id, until the form is sent', async () => {
    expect((await send({ ...typed, draftOf: 'staff', kept: id })).status).toBe(200)
    expect((await send({ ...typed, reason: 'joins on Tuesday', draftOf: 'staff', kept: id })).status).toBe(200)
    const [one, ...more] = await kept()
    expect(one).toMatchObject({ id, form: 'staff', path: '/admin/staff?sort=name' })
    expect([one?.fields.reason, more]).toEqual(['joins on Tuesday', []])
    await outcomeOf(invite(formOf({ ...typed, kept: id })))
    expect(await kept()).toEqual([])
  })

  test('of a mailing, is seen as a mail by its person alone, in a frame that runs nothing', async () => {
    const [petition, editor] = [await aPetition('seen-while-typed'), await aStaffMember('editor', new Date())]
    const begun = await createMailing(editor, petition, new Date())
    const mailing = begun.ok ? begun.id : ''
    await send({ 'subject-ko': 'Typed', 'body-ko': 'Typed <b>here</b>', draftOf: 'update', kept: id })
    const look = async () => {
      const address = `${env().ADMIN_URL}/admin/updates/${mailing}/mail?language=ko&draft=${id}`
      return mail(new Request(address), { params: Promise.resolve({ id: mailing }) })
    }
    const mine = await look()
    expect((await mine.text()).replaceAll('<!-- -->', '')).toContain('Typed &lt;b&gt;here&lt;/b&gt;')
    expect(mine.headers.get('content-security-policy')).toMatch(/^default-src 'none';(?!.*script-src)/)
    browser.cookie = `other ${Math.random()}`
    await aSession('owner', new Date(), browser.cookie)
    const theirs = await look()
    expect([theirs.status, (await theirs.text()).includes('Typed')]).toEqual([200, false])
  })

  test('overwrites nobody else’s, and is refused from other sites and without an id', async () => {
    await send({ ...typed, draftOf: 'staff', kept: id })
    const mine = await kept()
    browser.cookie = `other ${Math.random()}`
    const other = await aSession('owner', new Date(), browser.cookie)
    expect((await send({ reason: 'not mine', draftOf: 'staff', kept: id })).status).toBe(409)
    expect(await kept()).toEqual(mine)
    expect((await send({ reason: 'foreign', kept: id }, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await send({ reason: 'no id' })).status).toBe(400)
    expect(await listKeptForms(other.user)).toEqual([])
  })
})
