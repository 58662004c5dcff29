import { randomUUID } from 'node:crypto'
import { advanceBulkActions } from '@/lib/bulk-actions/advance-bulk-actions'
import { createBulkAction } from '@/lib/bulk-actions/create-bulk-action'
import { cancelBulkAction } from '@/lib/bulk-actions/request-bulk-action'
import { readRule } from '@/lib/bulk-actions/rule'
import { db, pool } from '@/lib/db'
import type { Staff } from '@/lib/staff/staff'

export interface RuleFigures {
  name: string
  signatures: number
  seconds: number
}

/** How long it takes to count a rule exactly and to record every signature it matches. */
export async function measureRules(by: Staff): Promise<RuleFigures[]> {
  const total = await db().petitionTotal.findFirstOrThrow({ orderBy: { size: 'desc' } })
  const petition = total.petitionId
  return [
    await count('the flood (MD)', by, { petition, country: 'MD' }),
    await count('one day', by, { petition, ...(await busiestDay()) }),
    await count('few (trap)', by, { petition, signal: 'trap' }),
    await count('none', by, { petition, via: 'nobody-has-this' }),
    await count('a fifth (KR)', by, { petition, country: 'KR' }),
  ]
}

async function count(name: string, by: Staff, fields: Record<string, string>): Promise<RuleFigures> {
  const read = readRule(fields)
  if (!read.ok) throw new Error(read.reason)
  const began = performance.now()
  const id = (await createBulkAction(by, 'hold', '', read.rule, new Date())) ?? ''
  while (await advanceBulkActions(new Date()));
  const seconds = (performance.now() - began) / 1000
  const act = await db().bulkAction.findUniqueOrThrow({ where: { id } })
  if (act.stage !== 'ready') throw new Error(`${name}: ${act.stage}`)
  await cancelBulkAction(by, id, new Date())
  await db().bulkItem.deleteMany({ where: { bulkActionId: id } })
  return { name, signatures: act.total, seconds }
}

async function busiestDay(): Promise<{ from: string; to: string }> {
  const { rows } = await pool().query<{ day: string; next: string }>(
    `SELECT to_char(day, 'YYYY-MM-DD') AS day, to_char(day + interval '1 day', 'YYYY-MM-DD') AS next
     FROM (SELECT date_trunc('day', hour, 'UTC') AS day, sum(net) AS net FROM hour_total GROUP BY 1) d ORDER BY net DESC LIMIT 1`,
  )
  return { from: rows[0]?.day ?? '', to: rows[0]?.next ?? '' }
}

/** A member of staff, as the admin functions require. */
export async function someone(): Promise<Staff> {
  const id = randomUUID()
  const email = `bench-${id}@example.org`
  await db().user.create({ data: { id, email, role: 'owner' } })
  return { id, email, role: 'owner', session: { id, device: 'bench', factor: 'app' } }
}
