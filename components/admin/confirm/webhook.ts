import { findWebhook } from '@/lib/webhooks/list-webhooks'
import type { Confirmable } from './confirmation'
import { count, FOREVER, reason } from './words'

export const webhookActs = {
  'renew-webhook-secret': {
    verb: 'webhook.manage',
    async find(staff, id) {
      const found = await findWebhook(staff, id)
      if (!found?.hasSecret) return null
      return {
        title: `Replace the secret of ${new URL(found.url).hostname}?`,
        happens: [
          'The present secret signs nothing from this moment on: its receiver refuses messages until it has the new one.',
          'The new secret is shown once. What is refused meanwhile is sent again for three days.',
        ],
        undo: FOREVER,
        facts: { url: found.url },
        given: { id },
        button: 'Replace secret',
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
        title: `Remove the webhook ${found.url}?`,
        happens: [
          'Nothing more is sent there.',
          `Its secret and ${count(found.waits, 'message')} that ${found.waits === 1 ? 'waits' : 'wait'} for it are deleted, with the list of what was sent.`,
        ],
        undo: 'It can be registered again, which takes a second person and a new secret.',
        facts: { url: found.url },
        moving: { waits: found.waits },
        given: { id },
        fields: [reason()],
        button: 'Remove webhook',
        back: `/admin/webhooks/${id}`,
      }
    },
  },
} satisfies Record<string, Confirmable>
