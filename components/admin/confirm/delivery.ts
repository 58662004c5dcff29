import { findAnswer } from '@/lib/delivery/answers/find-answer'
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
        title: `Remove the answer of ${addressee} of ${answeredOn.toISOString().slice(0, 10)}?`,
        happens: [
          'It disappears from the petition’s page and from the interface within ten seconds.',
          'Without another answer, the page says again for how many days there has been none.',
        ],
        undo: 'It can be entered again, which takes a second person. The audit log keeps what it was.',
        facts: { addressee },
        given: { answer, id, petition },
        fields: [reason(true)],
        button: 'Remove answer',
        back: `/admin/petitions/${petition}/hand-over/${id}`,
      }
    },
  },
} satisfies Record<string, Confirmable>
