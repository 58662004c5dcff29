import { db } from '@/lib/db'
import { type Policy, parsePolicy } from '@/lib/ledger/log/policy'
import { formatVkey } from '@/lib/ledger/log/vkey'
import { nodeSuite } from '@/lib/ledger/node-suite'
import { isLedgerAlone } from './is-ledger-alone'

export interface Ledgers {
  /** Number of ledgers, and of their entries, over all petitions. */
  logs: number
  entries: number
  /** When the newest checkpoint was signed. */
  signedAt: Date | null
  /** Signatures confirmed and not yet in a ledger, and since when the oldest is confirmed. */
  toCount: number
  oldest: Date | null
  /** When the first scheduled batch is due. */
  dueAt: Date | null
  /** The configured witnesses, and when each last cosigned. */
  witnesses: { name: string; cosignedAt: Date | null }[]
  /** A checkpoint has waited for more than an hour for its first cosignature. */
  isAlone: boolean
}

/** Reads the state of all petitions' ledgers. */
export async function readLedgers(now: Date): Promise<Ledgers> {
  const [[sums], witnesses] = await Promise.all([
    // The state is a literal: a parameter would keep PostgreSQL from using the partial index.
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

/** Reads the witnesses from the ledgers' policies, since admin processes have no setting for them. */
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
