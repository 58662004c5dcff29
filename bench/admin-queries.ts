import { db, pool } from '@/lib/db'
import { findGrowth } from '@/lib/overview/find-growth'
import { findShares } from '@/lib/overview/find-shares'
import { findWaiting } from '@/lib/overview/find-waiting'
import { findSystemStatus } from '@/lib/overview/status/find-system-status'
import { countMatches } from '@/lib/signatures/admin/count-matches'
import { type Filter, readFilter } from '@/lib/signatures/admin/filter'
import { findSignature } from '@/lib/signatures/admin/find-signature'
import { readCursor, type Sort } from '@/lib/signatures/admin/list-order'
import { listSignatures } from '@/lib/signatures/admin/list-signatures'
import { searchSignatures } from '@/lib/signatures/admin/search-signatures'
import { signatureRecord } from '@/lib/signatures/signature-record'
import type { Staff } from '@/lib/staff/staff'
import { openRecord } from '@/lib/vault/open-record'

/** A query of the admin area, and the parameters of its i-th run. */
export interface Question {
  name: string
  ask: (i: number) => Promise<unknown>
}

/** Every list, filter, search and page, and hard combinations: many rows match each filter, and few or none both. */
export async function questions(by: Staff): Promise<Question[]> {
  const [big] = await db().petitionTotal.findMany({ orderBy: { size: 'desc' }, take: 1 })
  const [small] = await db().petition.findMany({ where: { NOT: { id: big?.petitionId ?? '' } }, take: 1 })
  const petition = big?.petitionId ?? ''
  const some = await db().signature.findMany({ take: 40, skip: 1_000, orderBy: { emailIndex: 'asc' } })
  const people = some.map(({ sealed }) => openRecord(sealed, signatureRecord))
  const span = await spanOf()
  const day = (back: number) => new Date(span.last.getTime() - back * 86_400_000).toISOString().slice(0, 10)
  const deep = `${new Date((span.first.getTime() + span.last.getTime()) / 2).getTime()}.${'A'.repeat(43)}`

  const list = (
    name: string,
    query: Record<string, string>,
    more: { sort?: Sort; after?: string; before?: string } = {},
  ): Question => ({
    name,
    ask: () => {
      const read = readFilter(query)
      if (!read.ok) throw new Error(`not a filter: ${JSON.stringify(query)}`)
      const [after, before] = [more.after, more.before].map((text) => (text ? readCursor(text) : null))
      return listSignatures(by, read.filter, after ? { after } : before ? { before } : null, more.sort)
    },
  })
  return [
    { name: 'every page: what waits for a person', ask: () => findWaiting(by, new Date()) },
    { name: 'reports: growth by hour and day', ask: () => findGrowth(by, new Date()) },
    { name: 'reports: countries, languages, members', ask: () => findShares(by) },
    { name: 'overview: the system', ask: () => findSystemStatus(by, new Date()) },
    list('list, newest', {}),
    list('list, oldest', {}, { sort: 'oldest' }),
    list('list, in the middle', {}, { after: deep }),
    list('list, back from the middle', {}, { before: deep }),
    list('petition', { petition }),
    list('petition with none', { petition: small?.id ?? '' }),
    ...['pending', 'confirmed', 'counted', 'held', 'removed', 'withdrawn'].map((state) =>
      list(`state ${state}`, { state }),
    ),
    list('state held, oldest', { state: 'held' }, { sort: 'oldest' }),
    list('country of many (KR)', { country: 'KR' }),
    list('country of few (VA)', { country: 'VA' }),
    list('country of a flood (MD), newest', { country: 'MD' }),
    list('country of a flood (MD), middle', { country: 'MD' }, { after: deep }),
    list('language', { locale: 'ar' }),
    list('member code', { via: await busiestLink() }),
    list('member code that nobody has', { via: 'nobody-has-this' }),
    ...['busy_domain', 'trap', 'disposable', 'synthetic'].map((signal) => list(`signal ${signal}`, { signal })),
    list('any flag, of a week', { signal: 'any', from: day(7) }),
    list('any flag, of a week, back from its end', { signal: 'any', from: day(7) }, { before: deep }),
    list('with comment', { comment: 'yes' }),
    list('without comment', { comment: 'no' }),
    list('asked to look again', { appealed: 'yes' }),
    list('asked to look again, longest wait first', {}, { sort: 'appeal' }),
    list('one day', { from: day(20), to: day(19) }),
    list('one day, none', { from: '2019-01-01', to: '2019-01-02' }),
    list('many and many, none together (ko in US, held)', { country: 'US', locale: 'ko', state: 'held' }),
    list('many and many, few together (ko in US)', { country: 'US', locale: 'ko' }),
    list('flood held (none)', { country: 'MD', state: 'held' }),
    list('pending, none', { state: 'pending', country: 'VA', comment: 'yes' }),
    list('everything at once, none', {
      petition,
      state: 'held',
      country: 'FR',
      locale: 'fr',
      via: 'nobody-has-this',
      signal: 'trap',
      comment: 'yes',
      appealed: 'yes',
      from: day(50),
      to: day(3),
    }),
    ...[
      { state: 'held' },
      { country: 'KR' },
      { country: 'US', locale: 'ko' },
      { signal: 'any' },
      { comment: 'no' },
    ].map(
      (query): Question => ({
        name: `how many match: ${JSON.stringify(query)}`,
        ask: () => countMatches(by, { petition, ...query } as Filter),
      }),
    ),
    { name: 'search by address', ask: (i) => searchSignatures(by, people[i % people.length]?.email ?? '') },
    { name: 'search by name', ask: (i) => searchSignatures(by, people[i % people.length]?.name ?? '') },
    { name: 'search by a name that nobody has', ask: () => searchSignatures(by, 'Nobody Atall') },
    { name: "one signature's page", ask: (i) => findSignature(by, keyOf(some[i % some.length])) },
  ]
}

function keyOf(row: { petitionId: string; emailIndex: Uint8Array } | undefined): string {
  if (!row) throw new Error('the petition is empty')
  return Buffer.concat([Buffer.from(row.petitionId.replaceAll('-', ''), 'hex'), row.emailIndex]).toString('base64url')
}

async function spanOf(): Promise<{ first: Date; last: Date }> {
  const { rows } = await pool().query<{ first: Date; last: Date }>(
    'SELECT min(received_at) AS first, max(received_at) AS last FROM signature',
  )
  if (!rows[0]) throw new Error('the petition is empty')
  return rows[0]
}

async function busiestLink(): Promise<string> {
  const { rows } = await pool().query<{ via: string }>(
    'SELECT via FROM (SELECT via FROM signature WHERE via IS NOT NULL LIMIT 1000) s GROUP BY via ORDER BY count(*) DESC LIMIT 1',
  )
  return rows[0]?.via ?? ''
}
