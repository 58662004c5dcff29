import { describe, expect, it } from 'vitest'
import { db, pool } from '@/lib/db'
import { aPetition, onlyToken, openedSignatures, signAs, states } from '@/scripts/testing/a-petition'
import { useDatabase } from '@/scripts/testing/use-database'
import { confirm } from './confirm'
import { withdraw } from './withdraw'

useDatabase()

const now = new Date('2026-03-01T12:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
const mails = (petitionId: string) => db().mail.count({ where: { petitionId } })

describe('sign', () => {
  it('stores one sealed pending row and one mail without an address', async () => {
    const id = await aPetition('one')
    expect(await signAs('one', 'a@example.org', now, { name: '김지수', comment: '기억합니다' })).toEqual({ ok: true })
    expect(await states(id)).toEqual({ pending: 1 })
    expect(await mails(id)).toBe(1)
    const { rows } = await pool().query(
      'SELECT s::text AS signature, m::text AS mail FROM signature s, mail m WHERE s.petition_id = $1',
      [id],
    )
    const stored = JSON.stringify(rows)
    for (const secret of ['a@example.org', '김지수', '기억합니다', Buffer.from('a@example.org').toString('hex')])
      expect(stored).not.toContain(secret)
    expect(await openedSignatures(id)).toMatchObject([
      { name: '김지수', email: 'a@example.org', comment: '기억합니다' },
    ])
  })

  it('twenty identical posts at once give one row, the same answer and at most two mails', async () => {
    const id = await aPetition('twenty')
    const answers = await Promise.all(Array.from({ length: 20 }, () => signAs('twenty', 'b@example.org', now)))
    expect(new Set(answers.map((answer) => JSON.stringify(answer)))).toEqual(new Set(['{"ok":true}']))
    expect(await states(id)).toEqual({ pending: 1 })
    expect(await mails(id)).toBeLessThanOrEqual(2)
  })

  it('twenty spellings of one address at once give one row', async () => {
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
    expect(await states(id)).toEqual({ pending: 1 })
    expect(await mails(id)).toBe(2)
  })

  it('a hundred people at once give a hundred rows', async () => {
    const id = await aPetition('hundred')
    await Promise.all(Array.from({ length: 100 }, (_, i) => signAs('hundred', `p${i}@example.org`, now)))
    expect(await states(id)).toEqual({ pending: 100 })
    expect(await mails(id)).toBe(100)
  })

  it('sends one address at most two mails a day, over all petitions', async () => {
    const [first, second] = [await aPetition('first'), await aPetition('second')]
    for (let i = 0; i < 5; i++) await signAs('first', 'c@example.org', later(i))
    for (let i = 0; i < 5; i++) await signAs('second', 'c@example.org', later(i))
    expect((await mails(first)) + (await mails(second))).toBe(2)
    await signAs('second', 'c@example.org', later(24 * 60))
    expect(await mails(second)).toBe(1)
  })

  it('the same form again keeps the mailed link', async () => {
    const id = await aPetition('again')
    await signAs('again', 'd@example.org', now)
    const token = await onlyToken(id)
    await signAs('again', 'd@example.org', later(5))
    expect(await onlyToken(id)).toBe(token)
  })

  it('another form replaces a pending one and its link, but not once the mails of the day are spent', async () => {
    const id = await aPetition('replaced')
    await signAs('replaced', 'e@example.org', now, { name: 'First' })
    const token = await onlyToken(id)
    await signAs('replaced', 'e@example.org', later(1), { name: 'Second' })
    expect(await openedSignatures(id)).toMatchObject([{ name: 'Second' }])
    expect(await confirm(token, later(2))).toMatchObject({ ok: false, reason: 'token_unknown' })
    await signAs('replaced', 'e@example.org', later(3), { name: 'Third' })
    expect(await openedSignatures(id)).toMatchObject([{ name: 'Second' }])
  })

  it('a confirmed signature stays as it is, and its person is told so', async () => {
    const id = await aPetition('confirmed')
    await signAs('confirmed', 'f@example.org', now, { name: 'Mine' })
    await confirm(await onlyToken(id), later(1))
    expect(await signAs('confirmed', 'f@example.org', later(2), { name: 'Not mine' })).toEqual({ ok: true })
    expect(await states(id)).toEqual({ confirmed: 1 })
    expect(await openedSignatures(id)).toMatchObject([{ name: 'Mine' }])
    expect(await mails(id)).toBe(2)
  })

  it('who has withdrawn can sign again', async () => {
    const id = await aPetition('returned')
    await signAs('returned', 'g@example.org', now)
    await withdraw(await onlyToken(id), later(1))
    await signAs('returned', 'g@example.org', later(2))
    expect(await states(id)).toEqual({ pending: 1 })
  })

  it('binds the signature to the text that was shown, and refuses one that never was', async () => {
    const id = await aPetition('bound')
    const text = await db().petitionText.findFirstOrThrow({ where: { petitionId: id } })
    const shown = Buffer.from(text.sha256).toString('hex')
    expect(await signAs('bound', 'h@example.org', now, { text: shown })).toEqual({ ok: true })
    const row = await db().signature.findFirstOrThrow({ where: { petitionId: id } })
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
    // The remembered status still says open here; the statement itself must refuse.
    expect(await signAs('closing', 'k@example.org', now)).toEqual({ ok: false, reason: 'petition_closed' })
    expect(await states(id)).toEqual({ pending: 1 })
  })
})
