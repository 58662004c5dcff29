import { MAX_COUNTED } from '@/lib/input/max-counted'
import { deletionAfter, isSoon } from '@/lib/petitions/admin/deletion'
import { findForAdmin } from '@/lib/petitions/admin/find-for-admin'
import { removalOf } from '@/lib/petitions/admin/remove'
import { countPersonal } from '@/lib/signatures/admin/count-rows'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { t } from '../words'
import type { Confirmable } from './confirmation'
import { reason } from './words'

const dayOf = (date: Date) => date.toISOString().slice(0, 10)

/** Acts that end a petition, or delete its signers' data. */
export const petitionEnds = {
  'deliver-petition': {
    verb: 'petition.deliver',
    first: (now) => ({ name: 'day', label: t('confirm.deliveredOn'), kind: 'day', required: true, value: dayOf(now) }),
    async find(staff, id, day, now) {
      const found = await findForAdmin(staff, id, readerLanguage())
      const { petition } = found ?? {}
      if (!found || !petition || !['open', 'closed', 'won'].includes(petition.status) || petition.removedAt) return null
      const deletion = deletionAfter(petition, day, now)
      if (!deletion) return null
      const signatures = await countPersonal(staff, id)
      const date = dayOf(deletion)
      const at = deletion <= now ? t('confirm.atWithinHour', { date }) : date
      return {
        title: t('confirm.markAsDeliveredOn', { name: found.name, day }),
        happens: [
          signatures > MAX_COUNTED
            ? t('confirm.onTheNamesOfMany', { at, limit: MAX_COUNTED, net: found.net })
            : t('confirm.onTheNamesAddresses', { at, signatures, net: found.net }),
          ...(petition.status === 'open' ? [t('confirm.itClosesNobodyCan')] : []),
          ...(isSoon(petition, day, now) ? [t('confirm.lessThanAWeek')] : []),
        ],
        undo: t('confirm.untilYouCanRequest', { date }),
        facts: { status: petition.status, day, deletion: dayOf(deletion) },
        moving: { signatures },
        given: { id, expected: petition.status, day },
        fields: [reason(true)],
        button: t('confirm.requestMarkingAsDelivered'),
        back: `/admin/petitions/${id}`,
      }
    },
  },
  'remove-petition': {
    verb: 'petition.delete',
    async find(staff, id) {
      const found = await findForAdmin(staff, id, readerLanguage())
      const removal = found && removalOf(found.petition)
      if (!found || !removal) return null
      const { name, net, languages, petition } = found
      const saved = languages.filter(({ revision, published }) => revision > 0 || published).length
      const draft = removal === 'delete'
      return {
        title: draft ? t('confirm.deleteTheDraft', { name }) : t('confirm.unpublish', { name }),
        happens: draft
          ? [t('confirm.itWasNeverOpen'), t('confirm.theDraftAndIts', { saved })]
          : [t('confirm.itsPageItsCount'), t('confirm.itsLedgerWithCounted', { net })],
        undo: draft ? t('confirm.dayToStop') : t('confirm.nothingHappensUntilASecond'),
        facts: { status: petition.status, net, saved },
        given: { id, what: removal },
        fields: [reason(true)],
        button: draft ? t('confirm.requestDeletion') : t('confirm.requestUnpublishing'),
        back: `/admin/petitions/${id}`,
      }
    },
  },
} satisfies Record<string, Confirmable>
