import { db } from '@/lib/db'
import { networkText } from '@/lib/integrity/network-text'
import { domainIn } from '@/lib/signatures/mail-domains/domain-name'
import { standingSql } from '@/lib/signatures/states'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { Prisma } from '@/prisma/generated/client'
import { floodKey } from './flood-key'
import { closedKeys } from './incidents/closed-keys'

/** The numbers of signatures with something in common within the window that make a flood. */
export const MIN_OF_DOMAIN = 10
const MIN_OF_NETWORK = 10
const MIN_OF_HOUR = 20
/** An hour is unusual from this many times the median hour of the window. */
const UNUSUAL = 4
const MAX_SHOWN = 20

/** Signatures that stand and that many have something in common: a condition that a bulk action can use. */
export interface Flood {
  /** Names it in addresses. */
  key: string
  kind: 'domain' | 'network' | 'link' | 'time'
  /** The petition's id and slug. */
  petition: string
  slug: string
  /** Domain, member code, or the network's group (`networkField`); empty for an hour. */
  what: string
  signatures: number
  /** The number of them that are already held. */
  held: number
  from: Date
  to: Date
  /** Of a small mail domain: under what its signatures are found. */
  domainIndex: Uint8Array<ArrayBuffer> | null
}

/** As it is found, with the name of its domain sealed. */
export interface FloodRow extends Omit<Flood, 'what' | 'key'> {
  what: string | null
  sealed: Uint8Array | null
}

/**
 * Floods since a moment, the largest of each kind first: of one small mail domain; of one busy network within an hour;
 * through one member's link within an hour; and hours with far more than usual. Opens the names of the domains found,
 * no signature.
 */
export async function listFloods(by: Staff, since: Date): Promise<Flood[]> {
  authorise(by, 'signature.review')
  return (await findFloods(since)).map(named)
}

/** In ms: how far back is looked for a flood that goes on, and how long after its last signature it still does. */
export const WINDOW = 3 * 3_600_000
const GOES_ON = 3_600_000

/** Floods that go on and that nobody has held whole or closed; a busy hour is none. */
export async function listOngoing(by: Staff, now: Date): Promise<Flood[]> {
  authorise(by, 'signature.review')
  const [floods, closed] = await Promise.all([
    findOpenFloods(new Date(now.getTime() - WINDOW), new Date(now.getTime() - GOES_ON)),
    closedKeys(),
  ])
  return floods.map(named).filter(({ key }) => !closed.has(key))
}

/**
 * The floods that somebody has to look at: not those that are held as a whole, nor busy hours.
 * @param lasting floods that ended before this moment are left out
 */
export function findOpenFloods(since: Date, lasting: Date): Promise<FloodRow[]> {
  return findFloods(since, Prisma.sql`kind <> 'time' AND held < n AND last > ${lasting}`)
}

function named({ sealed, ...row }: FloodRow): Flood {
  return { ...row, key: floodKey(row), what: row.what ?? domainIn(sealed) }
}

/**
 * With the names of domains sealed as they are stored. Each kind has its own limit: many of one push none of another
 * off.
 */
function findFloods(since: Date, which = Prisma.sql`TRUE`): Promise<FloodRow[]> {
  return db().$queryRaw<FloodRow[]>`
    WITH recent AS MATERIALIZED (
      SELECT petition_id, email_index, received_at, state, via, ${networkText} AS network,
        date_trunc('hour', received_at) AS hour
      FROM signature s WHERE received_at > ${since} AND state IN ${Prisma.raw(standingSql)}),
    hours AS (SELECT petition_id, hour, count(*)::int AS n, count(*) FILTER (WHERE state = 'held')::int AS held,
      min(received_at) AS first, max(received_at) AS last FROM recent GROUP BY 1, 2),
    usual AS (SELECT petition_id, percentile_disc(0.5) WITHIN GROUP (ORDER BY n) AS median, count(*) AS hours
      FROM hours GROUP BY 1),
    found AS (
      SELECT 'domain' AS kind, petition_id, NULL::text AS what, domain_index, count(*)::int AS n,
        count(*) FILTER (WHERE state = 'held')::int AS held, min(received_at) AS first, max(received_at) AS last
      FROM signature_domain JOIN recent USING (petition_id, email_index)
      GROUP BY petition_id, domain_index HAVING count(*) >= ${MIN_OF_DOMAIN}
      UNION ALL
      SELECT 'network', petition_id, network, NULL, count(*)::int, count(*) FILTER (WHERE state = 'held')::int,
        min(received_at), max(received_at)
      FROM recent WHERE network IS NOT NULL GROUP BY petition_id, network HAVING count(*) >= ${MIN_OF_NETWORK}
      UNION ALL
      SELECT 'link', petition_id, via, NULL, count(*)::int, count(*) FILTER (WHERE state = 'held')::int,
        min(received_at), max(received_at)
      FROM recent WHERE via IS NOT NULL GROUP BY petition_id, via, hour HAVING count(*) >= ${MIN_OF_HOUR}
      UNION ALL
      SELECT 'time', petition_id, NULL, NULL, h.n, h.held, h.first, h.last FROM hours h JOIN usual USING (petition_id)
      WHERE h.n >= ${MIN_OF_HOUR} AND usual.hours > 1 AND h.n > ${UNUSUAL} * usual.median),
    largest AS (SELECT *, row_number() OVER (PARTITION BY kind ORDER BY n DESC, first) AS place FROM found WHERE ${which})
    SELECT kind, petition_id::text AS petition, p.slug, what, domain_index AS "domainIndex", m.sealed, n AS signatures, held, first AS "from", last AS "to"
    FROM largest JOIN petition p ON p.id = petition_id LEFT JOIN mail_domain m USING (domain_index)
    WHERE place <= ${MAX_SHOWN} ORDER BY kind = 'time', kind <> 'domain', n DESC, kind, first, petition_id, what, domain_index`
}
