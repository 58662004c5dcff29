import { pool } from '@/lib/db'
import { canonicalEmail } from '@/lib/input/canonical-email'
import { checkLedger } from '@/lib/ledger/check/check-ledger'
import { ledgerSource } from '@/lib/ledger/check/ledger-source'
import { recount } from '@/lib/ledger/recount'
import { blindIndex } from '@/lib/vault/blind-index'
import { SLUG } from '../one-site'
import type { Person } from './signers'

export interface CountUp {
  signed: number
  confirmed: number
  /** Forms and confirmations that were acknowledged and are not there. */
  lost: number
  /** Signatures that are counted more than once. */
  doubled: number
  /** Differences between ledger, rows and totals, and faults of the ledger; empty if there are none. */
  faults: string[]
}

/**
 * Compares what people were told with what the database holds, once all that was confirmed is counted.
 * @param site where the ledger is published
 */
export async function countUp(people: Person[], site: string): Promise<CountUp> {
  await untilCounted()
  const { rows: petitions } = await pool().query<{ id: string }>('SELECT id FROM petition WHERE slug = $1', [SLUG])
  const petitionId = petitions[0]?.id ?? ''
  const { rows } = await pool().query<{ index: string; state: string }>(
    `SELECT encode(email_index, 'hex') AS index, state::text FROM signature WHERE petition_id = $1
     UNION ALL SELECT encode(email_index, 'hex'), 'form' FROM pending_signature WHERE petition_id = $1`,
    [petitionId],
  )
  const states = new Map<string, string[]>()
  for (const { index, state } of rows) states.set(index, [...(states.get(index) ?? []), state])
  const stateOf = ({ email }: Person) =>
    states.get(blindIndex('signature', petitionId, canonicalEmail(email)?.canonical ?? '').toString('hex')) ?? []
  const signed = people.filter((person) => person.signed !== undefined)
  const confirmed = people.filter((person) => person.confirmed !== undefined)
  const lost =
    signed.filter((person) => stateOf(person).length === 0).length +
    confirmed.filter((person) => !stateOf(person).includes('counted')).length
  const { rows: twice } = await pool().query<{ n: number }>(
    `SELECT (count(*) - count(DISTINCT leaf))::int AS n FROM ledger_leaf`,
  )
  const more = people.filter((person) => stateOf(person).filter((state) => state === 'counted').length > 1).length
  const differences = (await recount()).flatMap((one) => one.differences)
  const wrong = await checkLedger(ledgerSource(`${site}/ledger/${SLUG}`)).then(
    () => [],
    (error: Error) => [`ledger: ${error.message}`],
  )
  return {
    signed: signed.length,
    confirmed: confirmed.length,
    lost,
    doubled: (twice[0]?.n ?? 0) + more,
    faults: [...differences, ...wrong],
  }
}

async function untilCounted(): Promise<void> {
  for (let tries = 0; tries < 240; tries++) {
    const { rows } = await pool().query<{ n: number }>(
      `SELECT count(*)::int AS n FROM signature WHERE state = 'confirmed'`,
    )
    if (rows[0]?.n === 0) return
    await new Promise((resolve) => setTimeout(resolve, 500))
  }
  throw new Error('what was confirmed is not counted after two minutes')
}
