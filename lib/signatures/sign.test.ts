import { describe, expect, it } from 'vitest'
import { db, pool } from '@/lib/db'
import { aPetition, fields, onlyToken, openedSignatures, signAs, states } from '@/test/a-petition'
import { useDatabase } from '@/test/use-database'
import { confirm } from './confirm'
import { sign } from './sign'
import { readForm } from './signature-form'
import { withdraw } from './withdraw'

useDatabase()

const now = new Date('2026-03-01T12:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const mails = (petitionId: string) => db().mail.count({ where: { petitionId } })

describe('sign', () => {
  it('stores one sealed form and one mail without an address', async () => {
    const id = await aPetition('one')
    expect(await signAs('one', 'a@example.org', now, { name: '김지수', comment: '기억합니다' })).toEqual({ ok: true })
    expect(await states(id)).toEqual({ pending: 1 })
    expect(await mails(id)).toBe(1)
    const { rows } = await pool().query(
      'SELECT s::text AS form, m::text AS mail FROM pending_signature s, mail m WHERE s.petition_id = $1',
      [id],
    )
    const stored = JSON.stringify(rows)
    for (const secret of ['a@example.org', '김지수', '기억합니다', Buffer.from('a@example.org').toString('hex')])
      expect(stored).not.toContain(secret)
    expect(await openedSignatures(id)).toMatchObject([
      { name: '김지수', email: 'a@example.org', comment: '기억합니다' },
    ])
  })

  it('twenty identical concurrent posts give one row, one mail and the same answer', async () => {
    const id = await aPetition('twenty')
    const answers = await Promise.all(Array.from({ length: 20 }, () => signAs('twenty', 'b@example.org', now)))
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"ok":true}']))
    expect(await states(id)).toEqual({ pending: 1 })
    expect(await mails(id)).toBe(1)
  })

  it('twenty spellings of one address are one person: of their forms, confirmed at once, one counts', async () => {
    const id = await aPetition('spellings')
    const spellings = Array.from(
      { length: 20 },
      (_, i) =>
        [
          'jane.doe@gmail.com',
          'JANEDOE@GMAIL.COM',
          `j.anedoe+${i}@googlemail.com`,
          'ｊａｎｅｄｏｅ＠ｇｍａｉｌ．ｃｏｍ',
        ][i % 4] ?? '',
    )
    await Promise.all(spellings.map((email, i) => signAs('spellings', email, now, { name: `Name ${i}` })))
    const tokens = (await openedSignatures(id)).map(({ token }) => token)
    expect(tokens).toHaveLength(20)
    const answers = await Promise.all(tokens.map((token) => confirm(token, later(1))))
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await states(id)).toEqual({ confirmed: 1 })
  })

  it('a hundred people at once give a hundred rows', async () => {
    const id = await aPetition('hundred')
    await Promise.all(Array.from({ length: 100 }, (_, i) => signAs('hundred', `p${i}@example.org`, now)))
    expect(await states(id)).toEqual({ pending: 100 })
    expect(await mails(id)).toBe(100)
  })

  it('the same form again keeps the mailed link', async () => {
    const id = await aPetition('again')
    await signAs('again', 'd@example.org', now)
    const token = await onlyToken(id)
    await signAs('again', 'd@example.org', later(5))
    expect(await onlyToken(id)).toBe(token)
  })

  it('another form is stored separately, each with its own link', async () => {
    const id = await aPetition('beside')
    await signAs('beside', 'e@example.org', now, { name: 'First', display: 'hidden' })
    await signAs('beside', 'e@example.org', later(1), { name: 'Second', display: 'full', comment: 'Not my words' })
    const [first, second] = await openedSignatures(id)
    expect(await confirm(first?.token ?? '', later(2))).toEqual({ ok: true, locale: 'en' })
    expect(await openedSignatures(id)).toEqual([first])
    expect(await db().signature.findFirst({ where: { petitionId: id } })).toMatchObject({
      display: 'hidden',
      hasComment: false,
    })
    expect(await confirm(second?.token ?? '', later(3))).toMatchObject({ ok: false, reason: 'superseded' })
  })

  it('the same words with other signals are another form: nobody can spoil a form by posting it first', async () => {
    const id = await aPetition('spoilt')
    const form = readForm(fields('victim@example.org'))
    if (!form.ok) throw new Error('the fixture is not a good form')
    await sign('spoilt', form.form, 'en', now, { network: null, formTime: 'good', trap: true })
    await signAs('spoilt', 'victim@example.org', later(1))
    const [, own] = await openedSignatures(id)
    expect(await confirm(own?.token ?? '', later(2))).toMatchObject({ ok: true })
    expect(await states(id)).toEqual({ confirmed: 1 })
  })

  it('a confirmed signature is unchanged, and its person is told so', async () => {
    const id = await aPetition('confirmed')
    await signAs('confirmed', 'f@example.org', now, { name: 'Mine' })
    await confirm(await onlyToken(id), later(1))
    expect(await signAs('confirmed', 'f@example.org', later(2), { name: 'Not mine' })).toEqual({ ok: true })
    expect((await states(id)).confirmed).toBe(1)
    const [, other] = await openedSignatures(id)
    expect(await confirm(other?.token ?? '', later(3))).toMatchObject({ ok: false, reason: 'superseded' })
    expect(await db().signature.count({ where: { petitionId: id } })).toBe(1)
    expect((await openedSignatures(id))[0]).toMatchObject({ name: 'Mine' })
    expect(await mails(id)).toBe(2)
  })

  it('a person who has withdrawn can sign again, and the old link says so', async () => {
    const id = await aPetition('returned')
    await signAs('returned', 'g@example.org', now)
    const before = await onlyToken(id)
    await confirm(before, later(1))
    await withdraw(before, later(2))
    await signAs('returned', 'g@example.org', later(3), { name: 'Again' })
    const [, again] = await openedSignatures(id)
    expect(await confirm(again?.token ?? '', later(4))).toMatchObject({ ok: true })
    expect(await states(id)).toEqual({ confirmed: 1 })
    expect(await confirm(before, later(5))).toMatchObject({ ok: false, reason: 'superseded' })
  })

  it('binds the signature to the text that was shown, and refuses an unknown text', async () => {
    const id = await aPetition('bound')
    const text = await db().petitionText.findFirstOrThrow({ where: { petitionId: id } })
    const shown = Buffer.from(text.sha256).toString('hex')
    expect(await signAs('bound', 'h@example.org', now, { text: shown })).toEqual({ ok: true })
    const row = await db().pendingSignature.findFirstOrThrow({ where: { petitionId: id } })
    expect(Buffer.from(row.textSha256).toString('hex')).toBe(shown)
    expect(await signAs('bound', 'i@example.org', now, { text: 'a'.repeat(64) })).toEqual({
      ok: false,
      reason: 'text_unknown',
    })
  })

  it('refuses an unknown and a closed petition, also one closed a moment ago', async () => {
    const id = await aPetition('closing')
    expect(await signAs('no-such', 'j@example.org', now)).toEqual({ ok: false, reason: 'petition_unknown' })
    expect(await signAs('closing', 'j@example.org', now)).toEqual({ ok: true })
    await db().petition.update({ where: { id }, data: { status: 'closed', closedAt: now } })
    // The cached status still says open; the statement itself must refuse.
    expect(await signAs('closing', 'k@example.org', now)).toEqual({ ok: false, reason: 'petition_closed' })
    expect(await states(id)).toEqual({ pending: 1 })
  })
})
