import { findWebhook } from '@/lib/webhooks/list-webhooks'
import { t } from '../words'
import type { Confirmable } from './confirmation'
import { forever, reason } from './words'

export const webhookActs = {
  'renew-webhook-secret': {
    verb: 'webhook.manage',
    async find(staff, id) {
      const found = await findWebhook(staff, id)
      if (!found?.hasSecret) return null
      return {
        title: t('confirm.replaceTheSecretOf', { hostname: new URL(found.url).hostname }),
        happens: [t('confirm.thePresentSecretSigns'), t('confirm.theNewSecretIs')],
        undo: forever(),
        facts: { url: found.url },
        given: { id },
        button: t('confirm.replaceSecret'),
        back: `/admin/webhooks/${id}`,
      }
    },
  },
  'remove-webhook': {
    verb: 'webhook.stop',
    async find(staff, id) {
      const found = await findWebhook(staff, id)
      if (!found) return null
      return {
        title: t('confirm.removeTheWebhook', { url: new URL(found.url).hostname }),
        happens: [t('confirm.nothingMoreIsSent'), t('webhooks.secretAndMessages', { waits: found.waits })],
        undo: t('confirm.itCanBeRegistered'),
        facts: { url: found.url },
        moving: { waits: found.waits },
        given: { id },
        fields: [reason()],
        button: t('confirm.removeWebhook'),
        back: `/admin/webhooks/${id}`,
      }
    },
  },
} satisfies Record<string, Confirmable>
