import { db } from '@/lib/db'
import { audit } from '@/lib/staff/audit/audit'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { openRecord } from '@/lib/vault/open-record'
import { lockSheet } from './lock-sheet'
import { sealedSheet } from './sheet-record'

/** Notes that somebody is about to see who collected a sheet; only then the page opens it (`openCollector`). */
export async function auditCollectorOpening(by: Staff, id: string, now: Date): Promise<boolean> {
  authorise(by, 'paper.open')
  return db().$transaction(async (tx) => {
    if (!(await lockSheet(tx, id))) return false
    await audit(tx, { by, verb: 'paper.open', subject: `paper:${id}`, detail: { what: 'collector' } }, now)
    return true
  })
}

/**
 * Who collected a sheet. Call it only where the opening was recorded.
 * @throws Error where this process holds no private key
 */
export async function openCollector(by: Staff, id: string): Promise<string | null> {
  authorise(by, 'paper.open')
  const row = await db().paperSheet.findUnique({ where: { id }, select: { sealed: true } })
  return row && openRecord(row.sealed, sealedSheet).collector
}
