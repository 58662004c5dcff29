import { db } from '@/lib/db'
import { type Policy, parsePolicy } from '@/lib/ledger/log/policy'
import { formatVkey } from '@/lib/ledger/log/vkey'
import { nodeSuite } from '@/lib/ledger/node-suite'
import { isLedgerAlone } from './is-ledger-alone'

export interface Ledgers {
  /** Of all petitions: logs, and their entries. */
  logs: number
  entries: number
  /** When the newest checkpoint was signed. */
  signedAt: Date | null
  /** Confirmed and without an entry, and since when the oldest is. */
  toCount: number
  oldest: Date | null
  /** When the batch is due that waits longest for its turn. */
  dueAt: Date | null
  /** Those that are asked, and when each last cosigned. */
  witnesses: { name: string; cosignedAt: Date | null }[]
  /** None of them has cosigned for an hour what is there to cosign. */
  isAlone: boolean
}

/** How the ledgers of all petitions do. */
export async function readLedgers(now: Date): Promise<Ledgers> {
  const [[sums], witnesses] = await Promise.all([
    // The state as a literal: a parameter would keep PostgreSQL from the index of those that wait.
    db().$queryRaw<Omit<Ledgers, 'witnesses' | 'isAlone'>[]>`
      SELECT (SELECT count(*)::int FROM ledger_log) AS logs,
        (SELECT coalesce(sum(size), 0)::float8 FROM petition_total) AS entries,
        (SELECT max(signed_at) FROM ledger_log l CROSS JOIN LATERAL (SELECT signed_at FROM ledger_checkpoint c
          WHERE c.petition_id = l.petition_id ORDER BY size DESC LIMIT 1) AS newest) AS "signedAt",
        (SELECT min(due_at) FROM ledger_batch) AS "dueAt", waiting."toCount", waiting.oldest
      FROM (SELECT count(*)::int AS "toCount", min(confirmed_at) AS oldest FROM signature
        WHERE state = 'confirmed') AS waiting`,
    readWitnesses(),
  ])
  if (!sums) throw new Error('the database answered nothing')
  const isAlone = await isLedgerAlone(
    witnesses.map(({ vkey }) => vkey),
    now,
  )
  return { ...sums, witnesses: witnesses.map(({ name, cosignedAt }) => ({ name, cosignedAt })), isAlone }
}

/** As the logs' policies name them: the process of the staff is not told them otherwise. */
async function readWitnesses() {
  const logs = await db().ledgerLog.findMany({ select: { policy: true }, distinct: ['policy'] })
  const policies = await Promise.all(logs.map(({ policy }) => parsePolicy(policy, nodeSuite).catch(() => null)))
  const asked = policies.flatMap((policy) => policy?.witnesses.filter(({ url }) => url) ?? [])
  const names = new Map<string, string>(
    asked.map(({ name, key }: Policy['witnesses'][number]) => [formatVkey(key), name]),
  )
  const seen = await db().ledgerWitness.groupBy({ by: ['vkey'], _max: { cosignedAt: true } })
  return [...names].map(([vkey, name]) => ({
    vkey,
    name,
    cosignedAt: seen.find((one) => one.vkey === vkey)?._max.cosignedAt ?? null,
  }))
}
