import { signalCodes } from '@/lib/integrity/signals'
import { Prisma } from '@/prisma/generated/client'
import { PENDING } from '../states'
import { condition, type Filter } from './filter'

/**
 * Must equal the expression of the index `signature_facets` and its statistics, word for word, or PostgreSQL does not
 * use them. The collation is on the other side of the comparison, so that the expression is the same for both.
 */
const facets = Prisma.sql`(ARRAY[
    s.petition_id::text, s.country::text, s.locale,
    CASE s.state WHEN 'counted' THEN 'counted' WHEN 'held' THEN 'held' WHEN 'removed' THEN 'removed' ELSE 'withdrawn' END,
    'via:' || s.via, CASE WHEN s.has_comment THEN 'comment' END, CASE WHEN s.appealed_at IS NOT NULL THEN 'appealed' END
  ]::text[] || string_to_array(s.signals, ' '))`

/** The conditions of a filter as elements of the index. Only busy networks have a group. */
function facetsOf({ petition, state, country, locale, via, comment, signal, network, appealed }: Filter): string[] {
  const asked = [
    petition,
    state,
    country,
    locale,
    via && `via:${via}`,
    signal !== 'any' && signal,
    appealed && 'appealed',
    network && 'busy_network',
  ]
  return [...asked, comment === 'yes' && 'comment'].filter((facet): facet is string => Boolean(facet))
}

/**
 * The filter as conditions on `signature s`, one for each part of the table that has its own index: a matching row
 * matches exactly one of them. The cost depends on the rows found, not on the table's size.
 */
export function parts(filter: Filter): Prisma.Sql[] {
  const { state } = filter
  const found: Prisma.Sql[] = []
  if (state === PENDING) return found
  const rest = condition(filter)
  if (!state || state === 'confirmed') found.push(Prisma.sql`s.state = 'confirmed' AND ${rest}`)
  if (state === 'confirmed') return found
  const asked = facetsOf(filter)
  const indexed = asked.length > 0 ? Prisma.sql`AND ${facets} @> (${asked}::text[] COLLATE "C")` : Prisma.empty
  const flagged =
    filter.signal === 'any' ? Prisma.sql`AND ${facets} && (${signalCodes}::text[] COLLATE "C")` : Prisma.empty
  return [...found, Prisma.sql`s.state <> 'confirmed' ${indexed} ${flagged} AND ${rest}`]
}
