import type { ExportOrder } from '@/lib/exports/order'
import { previewExport } from '@/lib/exports/preview-export'
import { reviewedOrder } from '@/lib/exports/reviewed-order'
import { sampleExport } from '@/lib/exports/sample-export'
import { findRecipient } from '@/lib/exports/saved-recipients'
import { filterTexts } from '@/lib/signatures/admin/filter'
import { may } from '@/lib/staff/roles'
import type { Staff } from '@/lib/staff/staff'
import { ExportFacts } from '../exports/export-facts'
import { SampleRows } from '../exports/sample-rows'
import { t } from '../words'
import type { Confirmable } from './confirmation'

export const exportActs = {
  'remove-recipient': {
    verb: 'recipient.manage',
    async find(staff, id) {
      const found = await findRecipient(staff, id)
      if (!found) return null
      const { name, files } = found
      return {
        title: t('confirm.removeRecipient', { name }),
        happens: [t('confirm.theKeyIsNotOffered'), t('confirm.filesForIt', { files })],
        undo: t('confirm.itCanBeSavedAgain'),
        facts: { key: found.key },
        moving: { files },
        given: { id },
        button: t('confirm.removeTheRecipient'),
        back: '/admin/exports/recipients',
      }
    },
  },
  'request-export': {
    verb: 'export.ask',
    /** @param draftId of the submitted form */
    async find(staff, draftId, _, now) {
      const order = await reviewedOrder(staff, draftId, now)
      if (!order || !may(staff.role, order.recipient ? 'export.personal' : 'export.ask')) return null
      const counted = await previewExport(staff, order, now)
      if (!counted.ok || counted.rows === 0) return null
      const { rows, petition } = counted
      const { filter, zone, columns, format, recipient, reason } = order
      const { petition: id, ...parts } = filter
      const file = { petition, rows, filter: filterTexts(parts), zone, columns, format, recipient }
      return {
        title: t('exports.requestOf', { rows }),
        happens: [
          t('exports.countedAgain', { rows }),
          t(recipient ? 'exports.secondIsShown' : 'exports.youDownload'),
          t('exports.downloadedForADay'),
        ],
        shows: (
          <>
            <ExportFacts file={file} counted={t('exports.signaturesNow')} />
            <dt>{t('exports.purpose')}</dt>
            <dd>{reason}</dd>
          </>
        ),
        below: <Sample staff={staff} order={order} />,
        undo: t('exports.readCannotBeCalledBack'),
        facts: { petition: id, order: JSON.stringify([parts, zone, columns, format, recipient, reason]) },
        moving: { rows },
        given: { draftId },
        button: t(recipient ? 'exports.requestApprovalOf' : 'exports.createExport', { rows }),
        back: `/admin/exports/new?draft=${draftId}`,
      }
    },
  },
} satisfies Record<string, Confirmable>

/** Sample rows, read only for the page, not when it is submitted. */
async function Sample({ staff, order }: { staff: Staff; order: ExportOrder }) {
  const rows = await sampleExport(staff, order, new Date())
  return <SampleRows columns={order.columns} rows={rows} masked={order.recipient !== null} />
}
