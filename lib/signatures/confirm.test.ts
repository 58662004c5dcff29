import { describe, expect, it, vi } from 'vitest'
import { db } from '@/lib/db'
import { append } from '@/lib/ledger/append'
import { openRecord } from '@/lib/vault/open-record'
import { newToken } from '@/lib/vault/token'
import { aPetition, fields, onlyToken, openedSignatures, signAs, states } from '@/test/a-petition'
import { useDatabase } from '@/test/use-database'
import { commitment } from './commitment'
import { confirm } from './confirm'
import { editPendingForm } from './edit-pending-form'
import { findByToken } from './find-by-token'
import { sign } from './sign'
import { readForm } from './signature-form'
import { openPersonalData, signatureRecord } from './signature-record'
import { withdraw } from './withdraw'

vi.mock('@/lib/integrity/limits/random-weight', () => ({ randomWeight: () => 1 }))

useDatabase()

const now = new Date('2026-03-01T12:00:00Z')
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)

async function signed(slug: string) {
  const id = await aPetition(slug)
  await signAs(slug, 'a@example.org', now)
  return { id, token: await onlyToken(id) }
}

describe('confirm', () => {
  it('twenty concurrent confirmations confirm once', async () => {
    const { id, token } = await signed('twenty')
    const answers = await Promise.all(Array.from({ length: 20 }, () => confirm(token, later(1))))
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect(await states(id)).toEqual({ confirmed: 1 })
  })

  it('gives the same answer once it is counted', async () => {
    const { token } = await signed('counted')
    await confirm(token, later(1))
    await append(later(1))
    expect(await confirm(token, later(2))).toEqual({ ok: true, locale: 'en' })
  })

  it('refuses a link after seven days, and accepts it until then', async () => {
    const { id, token } = await signed('expired')
    expect(await confirm(token, later(7))).toMatchObject({ ok: false, reason: 'expired' })
    expect(await states(id)).toEqual({ pending: 1 })
    expect(await findByToken(token, later(7))).toMatchObject({ state: 'expired', spent: true })
    expect(await confirm(token, new Date(later(7).getTime() - 1))).toMatchObject({ ok: true })
  })

  it('refuses invalid and unknown tokens', async () => {
    for (const token of ['', 'x', newToken(), `${newToken()}x`, "' OR 1=1 --"]) {
      expect(await confirm(token, now)).toEqual({ ok: false, reason: 'token_unknown', locale: null })
    }
  })

  it('refuses once the petition is closed', async () => {
    const { id, token } = await signed('closed')
    await db().petition.update({ where: { id }, data: { status: 'closed' } })
    expect(await confirm(token, later(1))).toMatchObject({ ok: false, reason: 'petition_closed' })
  })

  it('concurrent with a withdrawal: the withdrawal wins or comes after, never both', async () => {
    const { id, token } = await signed('race')
    await Promise.all([confirm(token, later(1)), withdraw(token, later(1)), append(later(1))])
    await append(later(1))
    // Before confirmation there was only a form, which is deleted.
    await withdraw(token, later(1))
    await append(later(1))
    expect([{}, { withdrawn: 1 }]).toContainEqual(await states(id))
    const total = await db().petitionTotal.findUnique({ where: { petitionId: id } })
    expect(Number(total?.net ?? 0)).toBe(0)
  })

  it('a GET of the link changes nothing', async () => {
    const { id, token } = await signed('looked')
    for (let i = 0; i < 5; i++)
      expect(await findByToken(token, now)).toMatchObject({ state: 'pending', petitionSlug: 'looked' })
    expect(await states(id)).toEqual({ pending: 1 })
  })

  it('of twenty forms of one person confirmed at once, one counts, the others are superseded and none stays pending', async () => {
    const id = await aPetition('crowd')
    for (let i = 0; i < 20; i++) await signAs('crowd', 'a@example.org', now, { name: `Name ${i}` })
    const forms = await openedSignatures(id)
    const answers = await Promise.all(forms.map(({ token }) => confirm(token, later(1))))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    const others = answers.filter(({ ok }) => !ok)
    expect(others).toHaveLength(19)
    expect(new Set(others.map((answer) => !answer.ok && answer.reason))).toEqual(new Set(['superseded']))
    expect(await states(id)).toEqual({ confirmed: 1 })
    const winner = answers.findIndex(({ ok }) => ok)
    expect(await openedSignatures(id)).toEqual([forms[winner]])
    for (const { token } of forms.filter((_, i) => i !== winner))
      expect(await findByToken(token, later(1))).toMatchObject({ spent: true, state: 'superseded' })
  })

  it('shows with the token alone what will count, in a web process without the private key', async () => {
    const { id, token } = await signed('shown')
    const seen = await findByToken(token, now)
    const own = { name: 'Test Person', email: 'a@example.org', comment: null }
    expect(seen).toMatchObject({ state: 'pending', form: { own, country: 'KR', display: 'initials', updates: false } })
    const row = await db().pendingSignature.findFirstOrThrow({ where: { petitionId: id } })
    expect(openPersonalData(newToken(), row.own)).toBeNull()
  })

  it('an edited form counts as edited, with its own commitment', async () => {
    const { id, token } = await signed('edited')
    const before = await db().pendingSignature.findFirstOrThrow({ where: { petitionId: id } })
    const typed = { name: 'Right Name', country: 'DE', display: 'hidden', comment: 'Mine', updates: 'on' }
    const edited = await editPendingForm(token, typed, { network: null, formTime: 'good', trap: false }, now)
    if (!edited.ok) throw new Error('the edit is good')
    expect(await confirm(token, later(1), edited.edit)).toMatchObject({ ok: true })
    const row = await db().signature.findFirstOrThrow({ where: { petitionId: id } })
    expect(row).toMatchObject({ country: 'DE', display: 'hidden', updates: true, hasComment: true })
    expect(row.commitment).not.toEqual(before.commitment)
    const record = openRecord(row.sealed, signatureRecord)
    expect(record).toMatchObject({ name: 'Right Name', comment: 'Mine', email: 'a@example.org', token })
    const { salt, record: committed } = record.opening
    const made = commitment(row.textSha256, Buffer.from(salt, 'base64url'), Buffer.from(committed, 'base64url'))
    expect(made.equals(Buffer.from(row.commitment))).toBe(true)
  })

  it('an edit passes the same checks as the form, and confirms nothing if it fails them', async () => {
    const { id, token } = await signed('wrong')
    const result = await editPendingForm(
      token,
      { name: '', country: 'ZZ', display: 'loud' },
      { network: null, formTime: 'good', trap: false },
      now,
    )
    expect(result).toMatchObject({
      ok: false,
      errors: { name: ['missing'], country: ['unknown'], display: ['unknown'] },
    })
    expect(await states(id)).toEqual({ pending: 1 })
  })

  it('a honeypot filled in by a stranger’s form does not hold the person’s own; one in the edit does', async () => {
    for (const [slug, first, second, signals, state] of [
      ['strangers', true, false, '', 'confirmed'],
      ['robots', false, true, 'trap', 'held'],
    ] as const) {
      const id = await aPetition(slug)
      const read = readForm(fields('a@example.org', { comment: 'Hostile' }))
      if (!read.ok) throw new Error('the fixture is not a good form')
      await sign(slug, read.form, 'en', now, { network: null, formTime: 'no_form_time', trap: first })
      const token = await onlyToken(id)
      const typed = { name: 'My Name', country: 'KR', display: 'hidden', comment: '' }
      const edited = await editPendingForm(token, typed, { network: null, formTime: 'good', trap: second }, now)
      if (!edited.ok) throw new Error('the edit is good')
      await confirm(token, later(1), edited.edit)
      expect(await db().signature.findFirst({ where: { petitionId: id } })).toMatchObject({ state, signals })
    }
  })

  it('nobody sheds it by the same fields again, and the network that edits is counted', async () => {
    const { id, token } = await signed('again')
    await db().pendingSignature.updateMany({
      where: { petitionId: id },
      data: { signals: 'busy_network solved_task', networkGroup: 7 },
    })
    const network = '198.51.100.0/24'
    const typed = { name: 'Test Person', country: 'KR', display: 'initials', comment: '' }
    const edit = async (of: string) => editPendingForm(of, typed, { network, formTime: 'good', trap: false }, now)
    const edited = await edit(token)
    await confirm(token, later(1), edited.ok ? edited.edit : null)
    const row = await db().signature.findFirst({ where: { petitionId: id } })
    expect(row).toMatchObject({ signals: 'busy_network solved_task', networkGroup: 7 })
    const { token: another } = await signed('another')
    for (let i = 0; i < 60; i += 1) await edit(another)
    const last = await edit(another)
    expect(last.ok && last.edit).toMatchObject({ signals: 'busy_network', group: expect.any(Number) as number })
  })

  it('a dismissed form is deleted, and its link says so', async () => {
    const { id, token } = await signed('dismissed')
    expect(await withdraw(token, now)).toEqual({ ok: true, locale: 'en' })
    expect(await withdraw(token, now)).toMatchObject({ ok: true })
    expect(await states(id)).toEqual({})
    expect(await confirm(token, now)).toMatchObject({ ok: false, reason: 'dismissed' })
    expect(await findByToken(token, now)).toMatchObject({ state: 'dismissed', petitionSlug: 'dismissed' })
  })
})
