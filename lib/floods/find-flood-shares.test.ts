import { beforeEach, expect, it } from 'vitest'
import { pool } from '@/lib/db'
import { indexNames } from '@/lib/signatures/names/index-names'
import { aPetition } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { heldSignatures } from '@/test/held-signatures'
import { useDatabase } from '@/test/use-database'
import { type FloodShares, findFloodShares, type ShareKind } from './find-flood-shares'
import { listFloods } from './list-floods'

useDatabase()

const now = new Date('2026-11-22T10:30:00Z')
const minutes = (n: number) => new Date(now.getTime() + n * 60_000)
let made = 0
let petition = ''

beforeEach(async () => {
  await pool().query('TRUNCATE signature, mail_domain CASCADE')
  petition = await aPetition(`shares-${made++}`)
})

async function confirmed(domain: string, many: number, at = now, more = {}): Promise<void> {
  const people = Array.from({ length: many }, (_, i) => ({ name: `Name ${i}`, email: `user${i}@${domain}` }))
  await heldSignatures(petition, people, at, { state: 'confirmed', signals: '', ...more })
}

async function sharesOf(kind: string): Promise<FloodShares> {
  while ((await indexNames(now)) > 0);
  const fresh = await aStaffMember('moderator', now)
  // A page only shows: it cannot ask for the second factor again.
  const by = { ...fresh, session: { ...fresh.session, stale: true } }
  const flood = (await listFloods(by, minutes(-600))).find((one) => one.kind === kind)
  if (!flood) throw new Error('there is none')
  return findFloodShares(by, flood, { from: minutes(-60), to: minutes(1) })
}

const said = ({ kinds }: FloodShares, kind: ShareKind) => [
  ...kinds[kind].rows.map(({ code, ofFlood, others }) => `${code} ${ofFlood}/${others}`),
  `rest ${kinds[kind].rest.ofFlood}/${kinds[kind].rest.others}`,
]

it('a flood stands beside the others of its time: by domain, flag, country, language, version of the form and member link', async () => {
  await confirmed('quickmail.example', 12, minutes(-5), { signals: 'busy_domain busy_network' })
  await confirmed('gmail.com', 7, minutes(-20), { via: 'harbour-forum' })
  await confirmed('school.example', 4, minutes(-20), { signals: 'busy_network' })
  await confirmed('gmail.com', 3, minutes(-20), { state: 'removed' })
  await confirmed('gmail.com', 9, minutes(-90))
  await pool().query(`UPDATE signature SET country = 'JP', locale = 'ja' WHERE via IS NOT NULL`)
  const shares = await sharesOf('domain')
  expect(shares).toMatchObject({ all: { ofFlood: 12, others: 11 }, isCut: false })
  expect(said(shares, 'domain')).toEqual(['quickmail.example 12/0', ' 0/7', 'rest 0/4'])
  expect(said(shares, 'signal')).toEqual(['busy_network 12/4', 'busy_domain 12/0', ' 0/7', 'rest 0/0'])
  expect(said(shares, 'country')).toEqual(['KR 12/4', 'JP 0/7', 'rest 0/0'])
  expect(said(shares, 'locale')).toEqual(['en 12/4', 'ja 0/7', 'rest 0/0'])
  expect(said(shares, 'via')).toEqual([' 12/4', 'harbour-forum 0/7', 'rest 0/0'])
  expect(said(shares, 'text')).toEqual([' 12/11', 'rest 0/0'])
  // A robot goes on with an old form.
  await pool().query(
    `UPDATE signature SET text_sha256 = (SELECT sha256 FROM petition_text WHERE petition_id = $1 LIMIT 1) WHERE signals LIKE 'busy_domain%'`,
    [petition],
  )
  expect(said(await sharesOf('domain'), 'text')).toEqual(['en 1 12/0', ' 0/11', 'rest 0/0'])
})

it('six of a kind are named, the rest is one number; a domain that is no flood is not named', async () => {
  await confirmed('gmail.com', 25, minutes(-5), { via: 'harbour-forum' })
  for (const n of [0, 1, 2, 3, 4, 5, 6]) await confirmed(`office-${n}.example`, 9, minutes(-10))
  const codes = ['AU', 'BR', 'CA', 'DE', 'EE', 'FR', 'GB', 'HU']
  await pool().query(
    `UPDATE signature SET country = ($1::text[])[1 + get_byte(email_index, 0) % 8] WHERE via IS NULL`,
    [codes],
  )
  const shares = await sharesOf('link')
  expect(shares.kinds.country.rows).toHaveLength(6)
  const { rows, rest } = shares.kinds.country
  expect(rows.reduce((sum, { others }) => sum + others, rest.others)).toBe(63)
  expect(said(shares, 'domain')).toEqual([' 25/0', 'rest 0/63'])
})

it('is not for roles that may see no names', async () => {
  await confirmed('quickmail.example', 12)
  while ((await indexNames(now)) > 0);
  const [flood] = await listFloods(await aStaffMember('moderator', now), minutes(-60))
  if (!flood) throw new Error('there is none')
  const span = { from: minutes(-60), to: minutes(1) }
  await expect(findFloodShares(await aStaffMember('auditor', now), flood, span)).rejects.toThrow('may not')
})
