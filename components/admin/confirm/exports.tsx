import { previewExport } from '@/lib/exports/preview-export'
import { reviewedOrder } from '@/lib/exports/reviewed-order'
import { filterTexts } from '@/lib/signatures/admin/filter'
import { may } from '@/lib/staff/roles'
import { ExportFacts } from '../export-facts'
import { t } from '../words'
import type { Confirmable } from './confirmation'

export const exportActs = {
  'request-export': {
    verb: 'export.ask',
    /** @param draftId of the form as it was typed */
    async find(staff, draftId, _, now) {
      const order = await reviewedOrder(staff, draftId)
      if (!order || !may(staff.role, order.recipient ? 'export.personal' : 'export.ask')) return null
      const counted = await previewExport(staff, order, now)
      if (!counted.ok || counted.rows === 0) return null
      const { rows, petition } = counted
      const { filter, columns, format, recipient, reason } = order
      const { petition: id, ...parts } = filter
      const file = { petition, rows, filter: filterTexts(parts), columns, format, recipient }
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
        undo: t('exports.readCannotBeCalledBack'),
        facts: { petition: id, order: JSON.stringify([parts, columns, format, recipient]) },
        moving: { rows },
        given: { draftId },
        button: t(recipient ? 'exports.requestApprovalOf' : 'exports.createExport', { rows }),
        back: `/admin/exports/new?draft=${draftId}`,
      }
    },
  },
} satisfies Record<string, Confirmable>
