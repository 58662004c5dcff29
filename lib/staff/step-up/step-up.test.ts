import { describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { env } from '@/lib/env'
import { aHalfSession, aStaffMember } from '@/test/a-staff-member'
import { softwareAuthenticator } from '@/test/software-authenticator'
import { useDatabase } from '@/test/use-database'
import { authorise, authoriseRole, StepUpRequired } from '../authorise'
import { findStaffSession, staffOf } from '../find-staff-session'
import { addPasskey } from '../passkey/add-passkey'
import { beginAdding, beginAssertion } from '../passkey/begin-passkey'
import { verifyPasskey } from '../passkey/show-passkey'
import { allVerbs, may, needsStepUp, rolesOf, type Verb } from '../roles'
import { tokenHash } from '../session-adapter'
import { consumeRequest, findRequest, keepRequest, requestDigest, type StepUpRequest } from './keep-request'

useDatabase()

const now = new Date('2026-11-28T12:00:00Z')
const minutes = (n: number) => new Date(now.getTime() + n * 60_000)
const origin = () => new URL(env().SITE_URL).origin
const request: StepUpRequest = {
  verb: 'staff.manage',
  action: 'Invite someone',
  fields: [
    ['email', 'new@example.org'],
    ['reason', 'half a page, typed with care'],
  ],
  back: '/admin',
}

/** Verbs that never ask again, and why. Every new verb has to be listed here or in `stepUp`. */
const withoutStepUp: Record<string, RegExp> = {
  'reads, lists, opens on record, reviews what is held':
    /^(?!signature\.open)\w+\.(read|see|list|open)$|^signature\.review$/,
  'writes what nobody outside sees, or what is one by one and can be taken back':
    /^(signature\.(hold|release|remove|restore|resend)|suppression\.lift|comment\.decide|coalition\.(write|decide)|view\.save|petition\.write|update\.write|settings\.write|paper\.(enter|count)|keys\.confirm)$/,
  'stops, refuses: nobody looks for their phone while it goes on':
    /^(approval\.(refuse|stop)|update\.stop|webhook\.stop)$/,
  'asks a second person, whose agreement asks for the factor':
    /^(petition\.(publish|change_status|plan|hand_over|answer)|coalition\.publish|update\.publish)$/,
  'counts and prepares': /^bulk\.ask$/,
  'signs out': /^account\.manage$/,
}

describe('every verb', () => {
  test('either asks for the factor again after ten minutes, or is known not to', () => {
    const none = Object.values(withoutStepUp)
    const unclear = allVerbs.filter((verb) => needsStepUp(verb) === none.some((kind) => kind.test(verb)))
    expect(unclear).toEqual([])
  })

  test.each(allVerbs)(
    '%s: allowed after nine minutes, and after 25 only if it needs no step-up',
    async (verb: Verb) => {
      const [role = 'owner'] = rolesOf(verb)
      const { id } = await aHalfSession(role, now, `cookie ${verb}`)
      await db().session.update({ where: { id }, data: { secondFactorAt: now, factor: 'app' } })
      const session = await findStaffSession(tokenHash(`cookie ${verb}`), now)
      const at = (later: Date) => {
        const staff = session && staffOf(session, later)
        if (!staff) throw new Error('not signed in')
        return staff
      }
      expect(may(role, verb)).toBe(true)
      expect(() => authorise(at(minutes(9)), verb)).not.toThrow()
      if (needsStepUp(verb)) expect(() => authorise(at(minutes(25)), verb)).toThrow(StepUpRequired)
      else expect(() => authorise(at(minutes(25)), verb)).not.toThrow()
      expect(() => authoriseRole(at(minutes(25)), verb)).not.toThrow()
    },
  )
})

describe('a request that awaits the factor', () => {
  test('keeps what was typed, in its session only, encrypted, and is executed once', async () => {
    const by = await aStaffMember('owner', now)
    const id = await keepRequest(by, request, now)
    expect(await findRequest(by.session.id, id)).toEqual(request)
    expect(await findRequest((await aStaffMember('owner', now)).session.id, id)).toBeNull()
    expect(await findRequest(by.session.id, 'no id')).toBeNull()
    const row = await db().savedForm.findUniqueOrThrow({ where: { id } })
    expect(Buffer.from(row.box).toString('latin1')).not.toContain('new@example.org')
    const taken = await Promise.all(Array.from({ length: 5 }, () => consumeRequest(by.session.id, id)))
    expect(taken.filter(Boolean)).toEqual([request])
  })

  test('returns to the admin area and nowhere else', async () => {
    const by = await aStaffMember('owner', now)
    await expect(keepRequest(by, { ...request, back: '//evil.example' }, now)).rejects.toThrow()
    await expect(keepRequest(by, { ...request, back: '/administer' }, now)).rejects.toThrow()
  })
})

describe("a passkey's answer", () => {
  async function withPasskey() {
    const session = await aHalfSession('owner', now)
    const key = softwareAuthenticator()
    const { challenge } = await beginAdding(session, now)
    const added = await addPasskey(session, 'Key', key.create({ challenge, origin: origin() }), now)
    if (!added.ok) throw new Error(added.reason)
    return { session, key }
  }

  const confirms = (sessionId: string, one: StepUpRequest) => ({
    verb: one.verb,
    digest: requestDigest(sessionId, one),
  })

  test('covers the request: it is valid for that one, and for no other', async () => {
    const { session, key } = await withPasskey()
    const mine = confirms(session.id, request)
    const other = confirms(session.id, { ...request, fields: [['email', 'thief@example.org']] })
    const first = await beginAssertion(session, minutes(25), mine.digest)
    const stolen = key.get({ challenge: first.challenge, origin: origin() })
    expect(await verifyPasskey(session, stolen, minutes(25), other)).toBe(false)

    const second = await beginAssertion(session, minutes(26), mine.digest)
    expect(second.challenge).not.toBe(first.challenge)
    const good = key.get({ challenge: second.challenge, origin: origin() })
    expect(await verifyPasskey(session, good, minutes(26), mine)).toBe(true)
    const entry = await db().auditEntry.findFirstOrThrow({
      where: { verb: 'staff.step_up', subject: `staff:${session.user.id}` },
    })
    expect(JSON.parse(entry.detail)).toEqual({
      factor: 'passkey',
      for: 'staff.manage',
      request: mine.digest.toString('hex'),
    })
    expect(await verifyPasskey(session, good, minutes(26), mine)).toBe(false)
  })

  test('to a plain challenge confirms no request, and one for a request is no sign-in', async () => {
    const { session, key } = await withPasskey()
    const mine = confirms(session.id, request)
    const plain = await beginAssertion(session, now)
    const answer = key.get({ challenge: plain.challenge, origin: origin() })
    expect(await verifyPasskey(session, answer, now, mine)).toBe(false)
    const bound = await beginAssertion(session, now, mine.digest)
    expect(await verifyPasskey(session, key.get({ challenge: bound.challenge, origin: origin() }), now)).toBe(false)
  })
})
