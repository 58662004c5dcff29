import { describe, expect, it } from 'vitest'
import { db } from '@/lib/db'
import { append } from '@/lib/ledger/append'
import { newToken } from '@/lib/vault/token'
import { aPetition, onlyToken, signAs, states } from '@/scripts/testing/a-petition'
import { useDatabase } from '@/scripts/testing/use-database'
import { confirm } from './confirm'
import { findByToken } from './find-by-token'
import { withdraw } from './withdraw'

useDatabase()

const now = new Date('2026-03-01T12:00:00Z')
const later = (days: number) => new Date(now.getTime() + days * 86_400_000)

async function signed(slug: string) {
  const id = await aPetition(slug)
  await signAs(slug, 'a@example.org', now)
  return { id, token: await onlyToken(id) }
}

describe('confirm', () => {
  it('twenty presses at once confirm once', async () => {
    const { id, token } = await signed('twenty')
    const answers = await Promise.all(Array.from({ length: 20 }, () => confirm(token, later(1))))
    expect(answers.every(({ ok }) => ok)).toBe(true)
    expect(await states(id)).toEqual({ confirmed: 1 })
  })

  it('says the same once it is counted', async () => {
    const { token } = await signed('counted')
    await confirm(token, later(1))
    await append(later(1))
    expect(await confirm(token, later(2))).toEqual({ ok: true, locale: 'en' })
  })

  it('refuses a link after seven days, and not a moment before', async () => {
    const { id, token } = await signed('expired')
    expect(await confirm(token, later(7))).toMatchObject({ ok: false, reason: 'expired' })
    expect(await states(id)).toEqual({ pending: 1 })
    expect(await findByToken(token, later(7))).toMatchObject({ state: 'expired' })
    expect(await confirm(token, new Date(later(7).getTime() - 1))).toMatchObject({ ok: true })
  })

  it('refuses what is not a token, and tokens it never gave', async () => {
    for (const token of ['', 'x', newToken(), `${newToken()}x`, "' OR 1=1 --"]) {
      expect(await confirm(token, now)).toEqual({ ok: false, reason: 'token_unknown', locale: null })
    }
  })

  it('refuses once the petition is closed', async () => {
    const { id, token } = await signed('closed')
    await db().petition.update({ where: { id }, data: { status: 'closed' } })
    expect(await confirm(token, later(1))).toMatchObject({ ok: false, reason: 'petition_closed' })
  })

  it('against withdraw at once: withdrawn wins or comes after, never both', async () => {
    const { id, token } = await signed('race')
    await Promise.all([confirm(token, later(1)), withdraw(token, later(1)), append(later(1))])
    await append(later(1))
    expect(await states(id)).toEqual({ withdrawn: 1 })
    const total = await db().petitionTotal.findUnique({ where: { petitionId: id } })
    expect(Number(total?.net ?? 0)).toBe(0)
  })

  it('looking at the link changes nothing', async () => {
    const { id, token } = await signed('looked')
    for (let i = 0; i < 5; i++)
      expect(await findByToken(token, now)).toMatchObject({ state: 'pending', petitionSlug: 'looked' })
    expect(await states(id)).toEqual({ pending: 1 })
  })
})
