import { findAnswer } from '@/lib/delivery/answers/find-answer'
import { t } from '../words'
import type { Confirmable } from './confirmation'
import { reason } from './words'

export const deliveryActs = {
  'remove-answer': {
    verb: 'petition.answer',
    async find(staff, answer) {
      const found = await findAnswer(staff, answer)
      if (!found) return null
      const { addressee, answeredOn, deliveryId: id, delivery } = found
      const { petitionId: petition } = delivery
      return {
        title: t('confirm.removeTheAnswerOf', { addressee, answeredOn: answeredOn.toISOString().slice(0, 10) }),
        happens: [t('confirm.itDisappearsFromThe'), t('confirm.withoutAnotherAnswerThe')],
        undo: t('confirm.itCanBeEntered'),
        facts: { addressee },
        given: { answer, id, petition },
        fields: [reason(true)],
        button: t('confirm.removeAnswer'),
        back: `/admin/petitions/${petition}/hand-over/${id}`,
      }
    },
  },
} satisfies Record<string, Confirmable>
