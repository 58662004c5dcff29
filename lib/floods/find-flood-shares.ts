import { db } from '@/lib/db'
import { domainIn } from '@/lib/signatures/mail-domains/domain-name'
import { standingSql } from '@/lib/signatures/states'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { Prisma } from '@/prisma/generated/client'
import { ofFlood } from './find-flood-bars'
import type { Span } from './flood-span'
import { type Flood, MIN_OF_DOMAIN } from './list-floods'

/** The number of signatures of one kind: of the flood, and of the others of the same time. */
interface FloodShare {
  /** Empty: of no kind, as without a flag. */
  code: string
  ofFlood: number
  others: number
}

export type Counts = Omit<FloodShare, 'code'>

export interface FloodShares {
  /** The shares by what is compared: the largest of each, then the rest. */
  kinds: Record<ShareKind, { rows: FloodShare[]; rest: Counts }>
  all: Counts
  /** Between these two, the second exclusive. */
  from: Date
  to: Date
  /** Only the newest `MAX_COMPARED` were read: there are more. */
  isCut: boolean
}

export type ShareKind = (typeof shareKinds)[number]

/** A signature has several flags, or none; of all else it has one. */
export const shareKinds = ['domain', 'signal', 'country', 'locale', 'text', 'via'] as const

const MAX_ROWS = 6
/** Read for one page: enough to compare by, however many came. */
export const MAX_COMPARED = 20_000

/** In place of a domain whose name cannot be opened any more. */
export const UNNAMED = '?'

interface Row extends FloodShare {
  kind: ShareKind
  sealed: Uint8Array | null
}

/**
 * The shares of a flood's signatures, and of the petition's others in the same span: by small mail domain,
 * flag, country, language, version of the form and member link. Opens the names of domains of as many as make a flood,
 * no signature.
 */
export async function findFloodShares(by: Staff, flood: Flood, { from, to }: Omit<Span, 'step'>): Promise<FloodShares> {
  authorise(by, 'signature.review')
  const found = await db().$queryRaw<Row[]>`
    WITH arrived AS MATERIALIZED (
      SELECT petition_id, email_index, country::text, locale, text_sha256, coalesce(via, '') AS via,
        CASE signals WHEN '' THEN ARRAY[''] ELSE string_to_array(signals, ' ') END AS signals, ${ofFlood(flood)} AS odd
      FROM signature s WHERE s.petition_id = ${flood.petition}::uuid AND state IN ${Prisma.raw(standingSql)}
        AND received_at >= ${from} AND received_at < ${to}
      ORDER BY received_at DESC LIMIT ${MAX_COMPARED + 1}),
    parts AS (
      SELECT 'signal' AS kind, unnest(signals) AS code, NULL::bytea AS domain, odd FROM arrived
      UNION ALL SELECT 'country', country, NULL, odd FROM arrived
      UNION ALL SELECT 'locale', locale, NULL, odd FROM arrived
      UNION ALL SELECT 'text', coalesce(t.locale || ' ' || t.version, ''), NULL, odd FROM arrived a
        LEFT JOIN petition_text t ON t.petition_id = a.petition_id AND t.sha256 = a.text_sha256
      UNION ALL SELECT 'via', via, NULL, odd FROM arrived
      UNION ALL SELECT 'domain', '', domain_index, odd FROM arrived LEFT JOIN signature_domain USING (petition_id, email_index))
    SELECT kind, code, sealed, "ofFlood", others FROM (
      SELECT kind, code, domain, count(*) FILTER (WHERE odd)::int AS "ofFlood", count(*) FILTER (WHERE NOT odd)::int AS others
      FROM parts GROUP BY kind, code, domain) AS counted
    LEFT JOIN mail_domain m ON m.domain_index = domain AND "ofFlood" + others >= ${MIN_OF_DOMAIN}
    WHERE domain IS NULL OR m.domain_index IS NOT NULL
    ORDER BY "ofFlood" DESC, others DESC, code`
  const named = found.map(({ sealed, ...row }) => (sealed ? { ...row, code: domainIn(sealed) || UNNAMED } : row))
  const unnamed = named.filter(({ kind, code }) => kind === 'domain' && code === UNNAMED)
  const rows = named.filter((row) => !unnamed.includes(row))
  if (unnamed.length > 0) rows.push({ kind: 'domain', code: UNNAMED, ...sum(unnamed) })
  // Each signature has one country: together they are all.
  const all = sum(rows.filter(({ kind }) => kind === 'country'))
  const kinds = Object.fromEntries(
    shareKinds.map((kind) => {
      const ofKind = rows.filter((row) => row.kind === kind)
      const shown = ofKind.slice(0, MAX_ROWS)
      // Small domains were not read.
      const rest = kind === 'domain' ? minus(all, sum(shown)) : sum(ofKind.slice(MAX_ROWS))
      return [kind, { rows: shown.map(({ code, ofFlood, others }) => ({ code, ofFlood, others })), rest }]
    }),
  ) as FloodShares['kinds']
  return { kinds, all, from, to, isCut: all.ofFlood + all.others > MAX_COMPARED }
}

function minus(all: Counts, { ofFlood, others }: Counts): Counts {
  return { ofFlood: all.ofFlood - ofFlood, others: all.others - others }
}

function sum(rows: Counts[]): Counts {
  return {
    ofFlood: rows.reduce((total, { ofFlood }) => total + ofFlood, 0),
    others: rows.reduce((total, { others }) => total + others, 0),
  }
}
