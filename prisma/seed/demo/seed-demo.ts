import { db, pool } from '@/lib/db'
import { pgTransaction } from '@/lib/pg-transaction'
import { SYNTHETIC } from './demo-person'
import { type Demo, type DemoRow, demoRows } from './demo-rows'
import { writeDemo } from './write-demo'

/** Signers per transaction, with their rows, leaves and totals: all or none. */
const BATCH_SIZE = 2_000
const HOUR = 3_600_000

export type SeedResult = { ok: true; added: number } | { ok: false; reason: 'petition_unknown' | 'real_signatures' }

/**
 * Fills a petition with made-up signatures, up to a number. Each step is one transaction: after an interruption the
 * count is right, and the next run continues.
 * @param besideReal also where real people have signed, although the public count then includes both
 */
export async function seedDemo(
  slug: string,
  people: number,
  now: Date,
  { besideReal = false, progress = () => undefined }: { besideReal?: boolean; progress?: (done: number) => void } = {},
): Promise<SeedResult> {
  const demo = await readDemo(slug, people, now)
  if (!demo) return { ok: false, reason: 'petition_unknown' }
  const { id } = demo.petition
  if (!besideReal && (await hasReal())) return { ok: false, reason: 'real_signatures' }
  const have = await countDemo(id)
  for (let from = have; from < people; from += BATCH_SIZE) {
    const rows = demoRows(demo, from, Math.min(from + BATCH_SIZE, people))
    await pgTransaction(async (client) => {
      for (const stretch of byPeriod(rows, people)) await writeDemo(client, id, stretch)
    })
    progress(from + rows.length)
  }
  await pool().query('VACUUM (ANALYZE) signature, pending_signature, signature_name, ledger_leaf, retraction')
  return { ok: true, added: Math.max(0, people - have) }
}

/** Signatures are counted together by the hour, or by the day where there are few. */
function byPeriod(rows: DemoRow[], people: number): DemoRow[][] {
  const length = people < 100_000 ? 24 * HOUR : HOUR
  const stretches = new Map<number, DemoRow[]>()
  for (const row of rows) {
    const stretch = Math.floor(row.receivedAt.getTime() / length)
    const known = stretches.get(stretch)
    if (known) known.push(row)
    else stretches.set(stretch, [row])
  }
  return [...stretches.values()]
}

async function readDemo(slug: string, people: number, now: Date): Promise<Demo | null> {
  const petition = await db().petition.findFirst({
    where: { slug, status: { not: 'draft' }, texts: { some: {} } },
    include: { texts: { orderBy: { version: 'asc' } } },
  })
  if (!petition) return null
  const members = await db().member.findMany({ where: { leftOn: null }, orderBy: { slug: 'asc' } })
  return {
    petition: { id: petition.id, slug },
    texts: new Map(petition.texts.map(({ locale, sha256 }) => [locale, Buffer.from(sha256)])),
    members: members.map((member) => member.slug),
    people,
    now,
  }
}

/** Whether the database has a signature of a real person. */
async function hasReal(): Promise<boolean> {
  const { rowCount } = await pool().query(
    `SELECT 1 FROM (SELECT signals FROM signature UNION ALL SELECT signals FROM pending_signature) s
     WHERE signals <> $1 AND signals NOT LIKE '% ' || $1 LIMIT 1`,
    [SYNTHETIC],
  )
  return rowCount === 1
}

async function countDemo(petitionId: string): Promise<number> {
  const { rows } = await pool().query<{ n: number }>(
    `SELECT count(*)::int AS n FROM (SELECT petition_id, signals FROM signature UNION ALL
       SELECT petition_id, signals FROM pending_signature) s
     WHERE petition_id = $1 AND (signals = $2 OR signals LIKE '% ' || $2)`,
    [petitionId, SYNTHETIC],
  )
  return rows[0]?.n ?? 0
}
