import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { db, pool } from '@/lib/db'
import { MAX_COUNTED } from '@/lib/input/max-counted'
import { append } from '@/lib/ledger/append'
import { confirmedSignatures } from '@/test/a-ledger'
import { aPetition, openedSignatures, signAs } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { confirm } from '../confirm'
import { countFacets } from '../count-facets'
import { withdraw } from '../withdraw'
import { countByText, countPending, countPersonal } from './count-rows'

useDatabase()

const now = new Date('2026-03-01T12:00:00Z')

test('counts what is unconfirmed and what a purge would delete', async () => {
  const id = await aPetition('counted')
  await aPetition('another')
  for (const name of ['a', 'b', 'c']) await signAs('counted', `${name}@example.org`, now)
  await signAs('another', 'd@example.org', now)
  const by = await aStaffMember('auditor', now)
  const token = (await openedSignatures(id))[0]?.token ?? ''
  await confirm(token, now)
  await withdraw(token, now)
  expect(await countPending(by, id, now)).toBe(2)
  expect(await countPending(by, id, new Date('2026-03-09T12:00:00Z'))).toBe(0)
  expect(await countPersonal(by, id)).toBe(3)
})

test('counts no further than it says', async () => {
  const id = await aPetition('many')
  const by = await aStaffMember('auditor', now)
  await signAs('many', 'a@example.org', now)
  // As many forms as there are places, and one more.
  await pool().query(
    `INSERT INTO pending_signature SELECT (jsonb_populate_record(p, jsonb_build_object('email_index', '\\x' || encode(sha256(n::text::bytea), 'hex')))).*
     FROM pending_signature p, generate_series(1, ${MAX_COUNTED + 5}) AS n WHERE petition_id = $1`,
    [id],
  )
  expect([await countPersonal(by, id), await countPending(by, id, now)]).toEqual([MAX_COUNTED + 1, MAX_COUNTED + 1])
})

test('names signatures by version of the text as the worker counted them, and no small number', async () => {
  const id = await aPetition('versions')
  const by = await aStaffMember('auditor', now)
  expect(await countByText(by, id)).toEqual({ counts: new Map(), asOf: null })
  await confirmedSignatures(id, 14, now)
  await append(now)
  await pool().query(
    `UPDATE signature SET text_sha256 = sha256('other') WHERE (petition_id, email_index) IN (
       SELECT petition_id, email_index FROM signature WHERE petition_id = $1 LIMIT 4)`,
    [id],
  )
  const { textSha256 } = await db().signature.findFirstOrThrow({
    where: { petitionId: id, NOT: { textSha256: createHash('sha256').update('other').digest() } },
  })
  await countFacets(now)
  const counts = new Map([[Buffer.from(textSha256).toString('hex'), 10]])
  expect(await countByText(by, id)).toEqual({ counts, asOf: now })
})
