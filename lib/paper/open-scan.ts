import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { audit } from '@/lib/staff/audit/audit'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { openRecord } from '@/lib/vault/open-record'
import type { ScanType } from './scan-type'
import { sealedScan } from './sheet-record'

/**
 * Opens a sheet's scan; that it was opened is recorded first.
 * @throws Error where this process holds no private key
 */
export async function openScan(
  by: Staff,
  id: string,
  now: Date,
): Promise<{ type: ScanType; bytes: Buffer<ArrayBuffer> } | null> {
  authorise(by, 'paper.open')
  if (!isId(id)) return null
  const scan = await db().$transaction(async (tx) => {
    const found = await tx.paperScan.findUnique({ where: { sheetId: id } })
    if (found) await audit(tx, { by, verb: 'paper.open', subject: `paper:${id}`, detail: { what: 'scan' } }, now)
    return found
  })
  if (!scan) return null
  const { type, bytes } = openRecord(scan.sealed, sealedScan)
  return { type, bytes: Buffer.from(bytes, 'base64') as Buffer<ArrayBuffer> }
}
