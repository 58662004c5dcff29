import { Prisma } from '@/prisma/generated/client'
import { db } from './db'
import { isId } from './input/id'

type Tx = Prisma.TransactionClient

/**
 * Runs a transaction that commits only what went well: a result `{ ok: false }` rolls everything back and is returned
 * all the same (but see `kept`).
 */
export async function transact<R>(body: (tx: Tx) => Promise<R>): Promise<R> {
  try {
    return await db().$transaction(async (tx) => {
      const result = await body(tx)
      if (isRolledBack(result)) throw new Refused(result)
      return result
    })
  } catch (error) {
    if (error instanceof Refused) return error.result as R
    throw error
  }
}

/** Whether the transaction that gives this result is rolled back. */
export function isRolledBack(result: unknown): boolean {
  if (typeof result !== 'object' || result === null || keptResults.has(result)) return false
  return 'ok' in result && result.ok === false
}

/** Marks a refusal whose transaction is committed nonetheless, such as one that sets aside what somebody typed. */
export function kept<R extends object>(result: R): R {
  keptResults.add(result)
  return result
}

const keptResults = new WeakSet<object>()

class Refused extends Error {
  constructor(readonly result: unknown) {
    super('the transaction is rolled back')
  }
}

/**
 * Tables whose rows are locked before they are read and changed, by their key. A petition's lock leaves its key alone:
 * signing refers to that key, and must not wait.
 */
const tables = {
  activity: { key: 'id', type: 'uuid', mode: 'UPDATE' },
  bulk_action: { key: 'id', type: 'uuid', mode: 'UPDATE' },
  data_export: { key: 'id', type: 'uuid', mode: 'UPDATE' },
  letter: { key: 'id', type: 'uuid', mode: 'UPDATE' },
  mailing: { key: 'id', type: 'uuid', mode: 'UPDATE' },
  member: { key: 'id', type: 'uuid', mode: 'UPDATE' },
  paper_sheet: { key: 'id', type: 'uuid', mode: 'UPDATE' },
  petition: { key: 'id', type: 'uuid', mode: 'NO KEY UPDATE' },
  source: { key: 'key', type: 'text', mode: 'UPDATE' },
  staff: { key: 'id', type: 'uuid', mode: 'UPDATE' },
  statement: { key: 'version', type: 'int', mode: 'UPDATE' },
} as const

/**
 * Locks one row until the transaction ends, so that whoever else changes it waits.
 * @returns whether there is such a row
 */
export async function lockRow(tx: Tx, table: keyof typeof tables, key: string | number): Promise<boolean> {
  const { key: column, type, mode } = tables[table]
  if (type === 'uuid' && !isId(key)) return false
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM ${Prisma.raw(table)} WHERE ${Prisma.raw(column)} = ${key}::${Prisma.raw(type)} FOR ${Prisma.raw(mode)}`
  return rows.length > 0
}
