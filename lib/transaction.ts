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

/** Tables whose rows are locked before they are read and changed: their key and its type. */
const tables = {
  activity: ['id', 'uuid'],
  bulk_action: ['id', 'uuid'],
  data_export: ['id', 'uuid'],
  delivery: ['id', 'uuid'],
  document: ['id', 'uuid'],
  letter: ['id', 'uuid'],
  mailing: ['id', 'uuid'],
  member: ['id', 'uuid'],
  paper_sheet: ['id', 'uuid'],
  petition: ['id', 'uuid'],
  source: ['key', 'text'],
  staff: ['id', 'uuid'],
  statement: ['version', 'int'],
} as const

/**
 * Locks one row until the transaction ends, so that others who change it wait. Its key is not locked: rows that refer
 * to it may be added meanwhile (a signature to its petition, an approval to its author).
 * @returns whether there is such a row
 */
export async function lockRow(tx: Tx, table: keyof typeof tables, key: string | number): Promise<boolean> {
  const [column, type] = tables[table]
  if (type === 'uuid' && !isId(key)) return false
  const rows = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM ${Prisma.raw(table)} WHERE ${Prisma.raw(column)} = ${key}::${Prisma.raw(type)} FOR NO KEY UPDATE`
  return rows.length > 0
}
