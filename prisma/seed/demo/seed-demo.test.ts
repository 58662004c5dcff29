import { expect, test } from 'vitest'
import { db, pool } from '@/lib/db'
import { checkLedger } from '@/lib/ledger/check/check-ledger'
import { ledgerSource } from '@/lib/ledger/check/ledger-source'
import { recount } from '@/lib/ledger/recount'
import { signCheckpoints } from '@/lib/ledger/sign-checkpoints'
import { searchSignatures } from '@/lib/signatures/admin/search-signatures'
import { signatureRecord } from '@/lib/signatures/signature-record'
import { openRecord } from '@/lib/vault/open-record'
import { promised } from '@/scripts/checks/check-words.mjs'
import { aSigner } from '@/test/a-ledger'
import { aPetition, signAs, states } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { serveLedger } from '@/test/serve-ledger'
import { useDatabase } from '@/test/use-database'
import { seedDemo } from './seed-demo'

useDatabase()
const { address } = serveLedger()

const now = new Date()

test('fills every state, kind and signal; ledger, rows and totals agree; interrupted it goes on', async () => {
  const id = await aPetition('demo')
  const stop = new Error('the power fails')
  const interrupted = seedDemo('demo', 5_000, now, {
    progress: () => {
      throw stop
    },
  })
  await expect(interrupted).rejects.toBe(stop)
  expect((await recount())[0]?.differences).toEqual([])
  expect(await seedDemo('demo', 5_000, now)).toEqual({ ok: true, added: 3_000 })
  expect(await seedDemo('demo', 5_000, now)).toEqual({ ok: true, added: 0 })

  expect((await recount())[0]?.differences).toEqual([])
  const { rows } = await pool().query<Record<string, number> & { languages: string[] }>(
    `SELECT count(DISTINCT country)::int AS countries, array_agg(DISTINCT locale) AS languages,
       count(*) FILTER (WHERE has_comment)::int AS comments, count(appeal)::int AS appeals,
       count(*) FILTER (WHERE received_at > $2)::int AS "fromTheFuture",
       count(*)::int + (SELECT count(*)::int FROM pending_signature WHERE petition_id = $1) AS everybody
     FROM signature WHERE petition_id = $1`,
    [id, now],
  )
  expect(rows[0]).toMatchObject({ everybody: 5_000, fromTheFuture: 0 })
  expect(rows[0]?.languages).toEqual(expect.arrayContaining(promised))
  expect(rows[0]?.countries).toBeGreaterThan(40)
  expect(rows[0]?.comments).toBeGreaterThan(200)
  expect(rows[0]?.appeals).toBeGreaterThan(1)
  expect(Object.keys(await states(id)).sort()).toEqual(['counted', 'held', 'pending', 'removed', 'withdrawn'])
}, 90_000)

test('its people are found like any other, marked, and can be opened; the ledger holds up to a stranger', async () => {
  const row = await db().signature.findFirstOrThrow({ where: { signals: { contains: 'synthetic' } } })
  const { name, email } = openRecord(row.sealed, signatureRecord)
  expect(name).toMatch(/ Demo$/)
  expect(email).toMatch(/\.demo\.example\.org$/)
  const by = await aStaffMember('owner', now)
  expect((await searchSignatures(by, email)).rows[0]?.signals).toContain('synthetic')
  expect((await searchSignatures(by, name)).rows.length).toBeGreaterThan(0)
  await signCheckpoints(await aSigner(), now)
  const report = await checkLedger(ledgerSource(address('demo')), {})
  expect(report.tally.net).toBe(Number((await db().petitionTotal.findFirstOrThrow()).net))
  expect(report.tally.retracted.fraud).toBeGreaterThan(10)
})

test('where people have signed nothing is made up, unless that is meant', async () => {
  await aPetition('real')
  await signAs('real', 'somebody@example.org', now)
  expect(await seedDemo('real', 10, now)).toEqual({ ok: false, reason: 'real_signatures' })
  expect(await seedDemo('real', 10, now, { besideReal: true })).toEqual({ ok: true, added: 10 })
  expect(await seedDemo('unknown', 10, now)).toEqual({ ok: false, reason: 'petition_unknown' })
})
