import type { TwoPersonAct } from '@/lib/staff/approvals/act'

/** A second person agrees to exactly that file; the one who asked can fetch it for a day. */
export const executeExport: TwoPersonAct = {
  lock: (tx, { key }) => tx.$queryRaw`SELECT 1 FROM data_export WHERE id::text = ${key} FOR UPDATE`,
  async execute(tx, { key, agreedBy }, now) {
    const where = { id: key, agreedAt: null, endedAt: null }
    const { count } = await tx.dataExport.updateMany({ where, data: { agreedBy, agreedAt: now } })
    return count === 1 ? null : 'changed'
  },
}
