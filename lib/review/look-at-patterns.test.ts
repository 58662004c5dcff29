import { beforeEach, expect, it } from 'vitest'
import { db, pool } from '@/lib/db'
import { listFloods } from '@/lib/floods/list-floods'
import { indexNames } from '@/lib/signatures/names/index-names'
import { OPENINGS_A_DAY, reserveOpening } from '@/lib/staff/quota/reserve-opening'
import { transact } from '@/lib/transaction'
import { aPetition } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { heldSignatures } from '@/test/held-signatures'
import { useDatabase } from '@/test/use-database'
import { lookAtPatterns } from './look-at-patterns'

useDatabase()

const now = new Date('2026-11-22T10:30:00Z')
let petition = ''
let made = 0

beforeEach(async () => {
  await pool().query('TRUNCATE signature, mail_domain, solo_quota, audit_entry CASCADE')
  petition = await aPetition(`patterns-${made++}`)
  const robots = Array.from({ length: 9 }, (_, i) => ({
    name: `Kim ${i % 3}`,
    email: `user${1000 + i}@quickmail.example`,
    comment: i < 4 ? 'Free them!' : `Comment ${i}`,
  }))
  const people = ['jane.doe', 'jd1970', 'jd1971', 'someone'].map((local) => ({
    name: local,
    email: `${local}@quickmail.example`,
  }))
  await heldSignatures(petition, [...robots, ...people], now, { state: 'confirmed', signals: '' })
  while ((await indexNames(now)) > 0);
})

async function look() {
  const by = await aStaffMember('moderator', now)
  const [flood] = await listFloods(by, new Date(now.getTime() - 3_600_000))
  if (!flood) throw new Error('there is none')
  return { by, flood }
}

it('says how addresses, names and comments are made, and nothing that fewer than five share', async () => {
  const { by, flood } = await look()
  const found = await lookAtPatterns(by, flood, now)
  expect(found).toEqual({
    ok: true,
    patterns: {
      opened: 13,
      addresses: [{ value: 'user####', n: 9 }],
      ordinary: 4,
      names: 7,
      comments: 9,
      sameComment: 4,
    },
  })
  const entry = await db().auditEntry.findFirstOrThrow({ where: { verb: 'incident.patterns' } })
  expect(JSON.parse(entry.detail)).toEqual({ kind: 'domain', opened: 13 })
})

it('takes of the openings of a day', async () => {
  const { by, flood } = await look()
  for (let i = 0; i < OPENINGS_A_DAY; i += 1) await transact((tx) => reserveOpening(tx, by, 'opening', now))
  expect(await lookAtPatterns(by, flood, now)).toEqual({ ok: false, reason: 'openings_used' })
  expect(await db().auditEntry.count({ where: { verb: 'incident.patterns' } })).toBe(0)
})
