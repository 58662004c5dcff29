import { expect, it } from 'vitest'
import { db, pool } from '@/lib/db'
import { append } from '@/lib/ledger/append'
import { recount } from '@/lib/ledger/recount'
import { findCount } from '@/lib/petitions/find-count'
import { confirm } from '@/lib/signatures/confirm'
import { aPetition, onlyToken, signAs, states } from '@/test/a-petition'
import { accessLink } from '@/test/access-link'
import { useDatabase } from '@/test/use-database'
import { runRetention } from './run-retention'

useDatabase()

const now = new Date()
const DAY = 86_400_000
const after = (days: number) => new Date(now.getTime() + days * DAY)

async function counted(slug: string): Promise<string> {
  const id = await aPetition(slug)
  await db().petition.update({ where: { id }, data: { openedAt: now } })
  await signAs(slug, `${slug}@example.org`, now)
  await confirm(await onlyToken(id), now)
  await append(now)
  return id
}

it('keeps a petition’s signers until 30 days after delivery; the count stays', async () => {
  const id = await counted('delivered')
  await db().petition.update({ where: { id }, data: { status: 'delivered', deliveredAt: after(10) } })
  await runRetention(after(39))
  expect(await states(id)).toEqual({ counted: 1 })
  await runRetention(after(41))
  expect(await states(id)).toEqual({})
  expect((await findCount('delivered'))?.count).toBe(1)
  expect((await recount()).flatMap(({ differences }) => differences)).toEqual([])
})

it('keeps them 21 months from opening at most, and closes a petition that is still open then', async () => {
  const id = await counted('long')
  await runRetention(after(630))
  expect(await states(id)).toEqual({ counted: 1 })
  await runRetention(after(645))
  expect(await states(id)).toEqual({})
  expect(await db().petition.findUnique({ where: { id } })).toMatchObject({ status: 'closed' })
  expect((await recount()).flatMap(({ differences }) => differences)).toEqual([])
})

it('deletes access links, mails and day keys within two days', async () => {
  await aPetition('forgotten')
  await signAs('forgotten', 'forgotten@example.org', now)
  await accessLink('forgotten@example.org', now)
  await runRetention(after(3))
  for (const table of ['access_link', 'mail', 'day_key'])
    expect([table, (await pool().query(`SELECT * FROM ${table}`)).rowCount]).toEqual([table, 0])
})
