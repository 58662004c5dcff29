import { randomUUID } from 'node:crypto'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeAll, expect, it } from 'vitest'
import { letterErrors } from '@/components/member-access/letter-errors'
import { OwnLetters } from '@/components/member-access/own-letters'
import { askMail } from '@/lib/coalition/ask-to-co-sign/ask-record'
import { askToCoSign } from '@/lib/coalition/ask-to-co-sign/ask-to-co-sign'
import { readAsk } from '@/lib/coalition/ask-to-co-sign/read-ask'
import { coSign } from '@/lib/coalition/co-sign'
import { decideCoSignature } from '@/lib/coalition/decide-co-signature'
import { memberAtLetters } from '@/lib/coalition/member-letters/list-member-letters'
import { signAsMember } from '@/lib/coalition/member-letters/sign-as-member'
import { readCoSignature } from '@/lib/coalition/read-co-signature'
import { db } from '@/lib/db'
import { emptyForm, readFormState } from '@/lib/integrity/form-state'
import type { Staff } from '@/lib/staff/staff'
import { fold } from '@/lib/text/fold'
import { openRecord } from '@/lib/vault/open-record'
import { hashToken, newToken } from '@/lib/vault/token'
import { memberCookie } from '@/lib/web/member-cookie'
import { seedCoalition } from '@/prisma/seed/coalition/seed-coalition'
import { aMember } from '@/test/a-member'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { POST } from './co-signatures/route'

useDatabase()

// The route reads the real clock.
const now = new Date()
const letter = 'open-letter-security-council'
const fields = { name: 'Kari Nordmann', role: 'Director', authority: 'on' }

let editor: Staff
let letterId = ''

beforeAll(async () => {
  await seedCoalition(now)
  editor = await aStaffMember('editor', now)
  letterId = (await db().letter.findUniqueOrThrow({ where: { slug: letter } })).id
  await db().letter.update({ where: { id: letterId }, data: { status: 'open' } })
})

let nth = 0

async function aContact() {
  nth += 1
  const slug = `own-letters-${nth}`
  await aMember(slug)
  const { id: memberId } = await db().member.findUniqueOrThrow({ where: { slug } })
  const session = newToken()
  const tokenHash = hashToken(session) ?? Buffer.alloc(0)
  const contact = { id: randomUUID(), memberId, addressIndex: Buffer.from(slug), sealed: Buffer.alloc(1), addedAt: now }
  await db().memberContact.create({ data: contact })
  await db().memberAccess.create({
    data: { tokenHash, kind: 'session', contactId: contact.id, expiresAt: new Date(now.getTime() + 3_600_000) },
  })
  return { slug, memberId, session }
}

/** A stranger asks for a link by mail, and gives what signs with it. */
async function stranger(organisation: string) {
  const read = readAsk({ organisation, country: 'no', email: 'x@stranger.example' })
  if (!read.ok) throw new Error('the fixture is not readable')
  expect(await askToCoSign(letter, read.form, 'en', now)).toEqual({ ok: true, later: false })
  const mails = await db().mail.findMany({ where: { kind: 'co_sign_ask' } })
  const records = mails.map(({ sealed }) => openRecord(sealed ?? Buffer.alloc(0), askMail))
  const token = records.find(({ to }) => to === 'x@stranger.example')?.token ?? ''
  const form = readCoSignature({ ...fields, organisation, email: 'x@example.org' })
  if (!form.ok) throw new Error('the fixture is not readable')
  return { sign: () => coSign(token, form.form, 'en', now) }
}

it('a member is not kept from signing by a stranger who was declined, and does not read that it signed what a stranger did', async () => {
  const at = await aContact()
  const standing = async () => (await memberAtLetters(at.memberId)).get(letter)
  const other = await stranger(at.slug)
  expect(await standing()).toBeUndefined()
  expect(await other.sign()).toMatchObject({ ok: true })
  expect(await standing()).toEqual({ state: 'claimed', own: false })
  const shown = renderToStaticMarkup(
    OwnLetters({
      letters: [{ slug: letter, title: 'x', titleLocale: 'en', open: true, stands: (await standing()) ?? null }],
      draft: emptyForm,
      name: at.slug,
      locale: 'en',
    }),
  )
  expect(shown).toContain('Someone signed under this name')
  expect(shown).not.toMatch(/Signed by the organisation|<form/)
  const { id } = await db().coSignature.findFirstOrThrow({ where: { letterId, organisation: at.slug } })
  await decideCoSignature(editor, id, 'declined', now)
  expect(await standing()).toBeUndefined()
  expect(await signAsMember(at.session, letter, fields, 'en', now)).toEqual({ ok: true })
  expect(await standing()).toEqual({ state: 'confirmed', own: true })
})

it('a member is told where its name stands with another member, with what was typed', async () => {
  const [at, other] = [await aContact(), await aContact()]
  for (const state of ['invited', 'confirmed'] as const) {
    const row = { letterId, organisation: at.slug, search: fold(at.slug), memberId: other.memberId, state }
    const { id } = await db().coSignature.create({ data: { id: randomUUID(), ...row } })
    expect([state, await signAsMember(at.session, letter, fields, 'en', now)]).toEqual([
      state,
      { ok: false, reason: 'taken' },
    ])
    expect(await memberAtLetters(at.memberId)).toEqual(new Map())
    const body = new URLSearchParams({
      locale: 'en',
      letter,
      [`signer.${letter}`]: 'Kari Nordmann',
      [`role.${letter}`]: 'Director',
      [`authority.${letter}`]: 'on',
    })
    const headers = { cookie: `${memberCookie()}=${at.session}`, 'sec-fetch-site': 'same-origin' }
    const answer = await POST(
      new Request('http://localhost:3000/en/for-members/own', { method: 'POST', headers, body }),
    )
    expect(answer.status).toBe(303)
    const draft = new URL(answer.headers.get('location') ?? '', 'http://x.example').searchParams.get('draft') ?? ''
    const back = await readFormState(draft, new Date())
    expect(back.values).toMatchObject({ letter, name: 'Kari Nordmann', role: 'Director' })
    expect(letterErrors(back, 'en')).toEqual([{ field: null, text: expect.stringContaining('already signed') }])
    await db().coSignature.delete({ where: { id } })
  }
})
