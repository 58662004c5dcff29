import { eventKinds } from '@/lib/webhooks/event-kinds'
import type { MessageView, WebhookView } from '@/lib/webhooks/list-webhooks'
import type { FieldSpec } from '../form/field-spec'
import { t, tOf } from '../words'

/** A webhook's state, and why it is paused. */
export function stateWords({ state, pauseReason }: WebhookView): string {
  if (state === 'no_secret') return t('webhooks.needsSecret')
  if (state === 'active') return t('webhooks.active')
  if (pauseReason === 'failing') return t('webhooks.pausedFailing')
  return pauseReason === 'gone' ? t('webhooks.pausedGone') : t('webhooks.pausedByStaff')
}

/** The outcome of a message. */
export function messageWords({ deliveredAt, dueAt, attempts, failure, status }: MessageView): string {
  if (deliveredAt) {
    if (status === null) return t('webhooks.delivered')
    return t(attempts > 1 ? 'webhooks.deliveredAttempt' : 'webhooks.deliveredStatus', { status, attempts })
  }
  const reason = failure && (tOf('webhookFailure', failure) ?? failure)
  const why = reason && status !== null ? `${reason} (${status})` : reason
  if (!dueAt) return t(why ? 'webhooks.givenUpWhy' : 'webhooks.givenUp', { attempts, why })
  if (attempts === 0) return t('webhooks.waiting')
  return t(why ? 'webhooks.failedWhy' : 'webhooks.failed', { attempts, why })
}

/** The form that registers an address. */
export const webhookFields = (): FieldSpec[] => [
  {
    name: 'address',
    label: t('common.address'),
    hint: t('webhooks.httpsAtAHost'),
    longest: 500,
    required: true,
  },
  {
    name: 'events',
    label: t('webhooks.toldWhen'),
    kind: 'ticks',
    options: Object.keys(eventKinds).map((kind): [string, string] => [kind, tOf('webhookEvent', kind) ?? kind]),
  },
  {
    name: 'why',
    label: t('common.reasonForTheSecond'),
    hint: t('webhooks.whoseAddressItIs'),
    longest: 300,
    required: true,
  },
]
