import { db } from '@/lib/db'
import { audit } from '@/lib/staff/audit/audit'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import type { StatementStep } from './draft-statement'

type Whose = 'coalition' | 'editors'

/** Says whose words a draft of the statement is in: adopted by the coalition, or put together by the site's editors. */
export async function sayWhose(by: Staff, version: number, whose: Whose, now: Date): Promise<StatementStep> {
  authorise(by, 'coalition.write')
  const dates =
    whose === 'coalition'
      ? { adoptedOn: now, adoptedPrecision: 'day' as const, summarizedOn: null }
      : { adoptedOn: null, adoptedPrecision: null, summarizedOn: now }
  return db().$transaction(async (tx): Promise<StatementStep> => {
    const { count } = await tx.statement.updateMany({ where: { version, publishedAt: null }, data: dates })
    if (count === 0) return { ok: false, reason: 'changed' }
    await audit(tx, { by, verb: 'statement.whose', subject: `statement:${version}`, detail: { whose } }, now)
    return { ok: true }
  })
}
