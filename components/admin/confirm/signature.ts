import { findSignature } from '@/lib/signatures/admin/find-signature'
import { isCounted, standingStates } from '@/lib/signatures/states'
import { codeName } from '../code-name'
import { t } from '../words'
import type { Confirmable } from './confirmation'

export const signatureActs = {
  'remove-signature': {
    verb: 'signature.remove',
    async find(staff, key) {
      const found = await findSignature(staff, key)
      if (!found || !standingStates.includes(found.state)) return null
      const counted = isCounted(found)
      return {
        title: t('confirm.removeSignature', { reference: found.reference }),
        happens: [
          counted ? t('common.theCountGoesDown') : t('common.itWillNotBe'),
          ...(counted ? [t('confirm.theCorrectionIsPublicFor')] : []),
          t('confirm.itsSignerSeesOn'),
        ],
        undo: t('confirm.youCanRestoreIt'),
        facts: { state: found.state },
        given: { key, expected: found.state },
        fields: [
          {
            name: 'reason',
            label: t('common.reason'),
            kind: 'select',
            required: true,
            options: [
              ['', t('confirm.chooseAReason')],
              ['fraud', codeName('fraud')],
              ['duplicate', codeName('duplicate')],
            ],
          },
          { name: 'note', label: t('confirm.noteNoPersonalNames'), longest: 500 },
        ],
        button: t('confirm.removeSignature2'),
        back: `/admin/signatures/${key}`,
      }
    },
  },
} satisfies Record<string, Confirmable>
