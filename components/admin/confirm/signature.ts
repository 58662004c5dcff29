import { findSignature } from '@/lib/signatures/admin/find-signature'
import { isCounted, standingStates } from '@/lib/signatures/states'
import { codeName } from '../code-name'
import type { Confirmable } from './confirmation'

export const signatureActs = {
  'remove-signature': {
    verb: 'signature.remove',
    async find(staff, key) {
      const found = await findSignature(staff, key)
      if (!found || !standingStates.includes(found.state)) return null
      const counted = isCounted(found)
      return {
        title: `Remove signature ${found.reference}?`,
        happens: [
          counted ? 'The count goes down by 1.' : 'It will not be counted.',
          ...(counted ? ['The correction is public for ever, by day and reason.'] : []),
          'Its signer sees on their page that it was removed, and can ask for another look.',
        ],
        undo: 'You can restore it: it is then counted anew, by a public correction.',
        facts: { state: found.state },
        given: { key, expected: found.state },
        fields: [
          {
            name: 'reason',
            label: 'Reason',
            kind: 'select',
            required: true,
            options: [
              ['', 'Choose a reason'],
              ['fraud', codeName('fraud')],
              ['duplicate', codeName('duplicate')],
            ],
          },
          { name: 'note', label: 'Note (no personal names)', longest: 500 },
        ],
        button: 'Remove signature',
        back: `/admin/signatures/${key}`,
      }
    },
  },
} satisfies Record<string, Confirmable>
