import { db } from '@/lib/db'
import { ofFlood } from '@/lib/floods/find-flood-bars'
import type { Flood } from '@/lib/floods/list-floods'
import { signatureRecord } from '@/lib/signatures/signature-record'
import { standingSql } from '@/lib/signatures/states'
import { type OpeningRefusal, reserveOpening } from '@/lib/staff/quota/reserve-opening'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import { tryOpen } from '@/lib/vault/aead'
import { openRecord } from '@/lib/vault/open-record'
import { Prisma } from '@/prisma/generated/client'
import { patternOf } from './describe-alike'

/** Decrypted at a time: enough to see how a flood is made. */
const MAX_OPENED = 200
/** The minimum number of signatures whose common pattern is shown: a rarer one might be somebody's address. */
const MIN_SHARED = 5
const MAX_NAMED = 5

/** The patterns of a flood's signatures, in numbers. */
export interface Patterns {
  opened: number
  /** Local parts of addresses, with digits as `#`, that at least five have in common. */
  addresses: { value: string; n: number }[]
  /** The number of addresses without digits, or with a rarer pattern. */
  ordinary: number
  /** The number of different names. */
  names: number
  /** The number of comments, and of those that repeat another one. */
  comments: number
  sameComment: number
}

type LookResult = { ok: true; patterns: Patterns } | { ok: false; reason: OpeningRefusal | 'changed' }

/**
 * Decrypts the newest signatures of a flood and returns the patterns of their addresses, names and comments, without
 * anybody's name or address. Nothing is stored; the number opened is logged and uses the person's openings of the day.
 */
export function lookAtPatterns(by: Staff, flood: Flood, now: Date): Promise<LookResult> {
  return staffWrite<LookResult>(by, 'signature.review', now, async ({ tx, log }) => {
    const refusal = await reserveOpening(tx, by, 'opening', now)
    if (refusal) return { ok: false, reason: refusal }
    const rows = await db().$queryRaw<{ sealed: Uint8Array }[]>`
      SELECT sealed FROM signature s WHERE s.petition_id = ${flood.petition}::uuid
        AND state IN ${Prisma.raw(standingSql)} AND received_at BETWEEN ${flood.from} AND ${flood.to}
        AND ${ofFlood(flood)} ORDER BY received_at DESC LIMIT ${MAX_OPENED}`
    if (rows.length === 0) return { ok: false, reason: 'changed' }
    log('incident.patterns', `petition:${flood.petition}`, { kind: flood.kind, opened: rows.length })
    const people = rows.flatMap(({ sealed }) => tryOpen(() => openRecord(sealed, signatureRecord)) ?? [])
    return { ok: true, patterns: patternsOf(people) }
  })
}

/** Counts patterns in memory. */
function patternsOf(people: { email: string; name: string; comment: string | null }[]): Patterns {
  const shared = countsOf(people.map(({ email }) => patternOf(email.split('@')[0] ?? '')))
  const addresses = shared.filter(({ value, n }) => value !== '' && n >= MIN_SHARED).slice(0, MAX_NAMED)
  const comments = people.flatMap(({ comment }) => comment?.trim().toLowerCase() ?? [])
  const repeated = countsOf(comments).filter(({ n }) => n > 1)
  return {
    opened: people.length,
    addresses,
    ordinary: people.length - sum(addresses),
    names: new Set(people.map(({ name }) => name.trim().toLowerCase())).size,
    comments: comments.length,
    sameComment: sum(repeated),
  }
}

function countsOf(values: string[]): { value: string; n: number }[] {
  const counts = new Map<string, number>()
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1)
  return [...counts].map(([value, n]) => ({ value, n })).toSorted((a, b) => b.n - a.n)
}

function sum(rows: { n: number }[]): number {
  return rows.reduce((total, { n }) => total + n, 0)
}
