import { isoDay } from '@/lib/input/day'
import { unnamedCountries, unnamedLanguages } from '@/lib/petitions/unnamed-countries'
import { blindIndex } from '@/lib/vault/blind-index'
import type { Prisma } from '@/prisma/generated/client'
import { nextNumber, type People } from '../countries/next-basis'
import { renewWeekly } from '../countries/renew-weekly'

/** A number that a member may see. `week`: all, as they were in a week. */
export type MemberFacet = 'all' | 'paper' | 'language' | 'country' | 'week'

interface Counted extends People {
  code: string
  facet: MemberFacet
  key: string
}

/** Renews what members see of the signatures that their links brought: by the rule of the public table of countries. */
export async function publishMemberNumbers(now: Date): Promise<void> {
  await renewWeekly('member_publication', now, async (tx, petitionId, week) => {
    const shown = await tx.memberNumber.findMany({ where: { petitionId, facet: { not: 'week' } } })
    const counted = new Map((await count(tx, petitionId)).map((one) => [nameOf(one), one]))
    // Nobody is left in it.
    for (const { code, facet, key } of shown) {
      const none = { code, facet: facet as MemberFacet, key, all: 0, sure: 0 }
      if (!counted.has(nameOf(none))) counted.set(nameOf(none), none)
    }
    const before = new Map(shown.map((row) => [nameOf(row), { basis: Number(row.basis), shown: Number(row.shown) }]))
    const data = [...counted.values()].flatMap((one) => {
      const old = before.get(nameOf(one))
      const next = nextNumber(old, one, secretExtra(petitionId, one, old?.basis ?? 0))
      const { code, facet, key } = one
      return next.basis > 0 && isNamed(one) ? [{ petitionId, code, facet, key, ...next }] : []
    })
    await tx.memberNumber.deleteMany({ where: { petitionId, facet: { not: 'week' } } })
    await tx.memberNumber.createMany({ data })
    const day = isoDay(week)
    const weeks = data.filter(({ facet }) => facet === 'all').map((row) => ({ ...row, facet: 'week', key: day }))
    await tx.memberNumber.createMany({ data: weeks, skipDuplicates: true })
  })
}

/** People, counted as mailboxes; on paper signatures. */
function count(tx: Prisma.TransactionClient, petitionId: string): Promise<Counted[]> {
  return tx.$queryRaw<Counted[]>`
    SELECT via AS code,
      CASE WHEN GROUPING(locale) = 0 THEN 'language' WHEN GROUPING(country) = 0 THEN 'country' ELSE 'all' END AS facet,
      CASE WHEN GROUPING(locale) = 0 THEN locale WHEN GROUPING(country) = 0 THEN country::text ELSE '' END AS key,
      count(DISTINCT coalesce(mailbox_index, email_index))::int AS all,
      (count(DISTINCT coalesce(mailbox_index, email_index)) FILTER (WHERE signals = ''))::int AS sure
    FROM signature s
    WHERE petition_id = ${petitionId}::uuid AND state = 'counted' AND via IS NOT NULL
    GROUP BY GROUPING SETS ((via), (via, locale), (via, country))
    UNION ALL
    SELECT via, 'paper', '', sum(signatures)::int, sum(signatures)::int FROM paper_sheet
    WHERE petition_id = ${petitionId}::uuid AND state = 'approved' AND via IS NOT NULL GROUP BY via`
}

/** Whether members may ever see the number. */
export function isNamed({ facet, key }: { facet: string; key: string }): boolean {
  return !(facet === 'language' ? unnamedLanguages() : facet === 'country' ? unnamedCountries() : []).includes(key)
}

function nameOf({ code, facet, key }: { code: string; facet: string; key: string }): string {
  return `${code} ${facet} ${key}`
}

/** Computable only with the index key: how many more people show a number or move it. */
function secretExtra(petitionId: string, { code, facet, key }: Counted, basis: number): number {
  return blindIndex('member threshold', petitionId, code, facet, key, String(basis)).readUInt32BE(0) % 10
}
