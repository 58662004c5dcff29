import { eventKinds } from '@/lib/webhooks/event-kinds'
import type { MessageView, WebhookView } from '@/lib/webhooks/list-webhooks'
import type { FieldSpec } from '../form/field-spec'

/** A webhook's state, and why it is paused. */
export function stateWords({ state, pauseReason }: WebhookView): string {
  if (state === 'no_secret') return 'Needs a secret'
  if (state === 'active') return 'Active'
  if (pauseReason === 'failing') return 'Paused: it took no message for three days'
  return pauseReason === 'gone' ? 'Paused: it answered that it is gone' : 'Paused by staff'
}

const failures: Record<string, string> = {
  refused: 'refused',
  redirected: 'answered with a redirect, which is not followed',
  gone: 'answered that it is gone',
  forbidden_address: 'its name does not lead to the public internet',
  timeout: 'no answer within 10 seconds',
  no_connection: 'no connection: name, certificate or network',
}

/** What became of a message. */
export function messageWords({ deliveredAt, dueAt, attempts, failure, status }: MessageView): string {
  const answer = status === null ? '' : ` (${status})`
  if (deliveredAt) return `Delivered${answer}${attempts > 1 ? `, attempt ${attempts}` : ''}`
  const last = failure ? `: ${failures[failure] ?? failure}${answer}` : ''
  if (!dueAt) return `Given up after ${attempts} ${attempts === 1 ? 'attempt' : 'attempts'}${last}`
  return attempts === 0 ? 'Waiting' : `Attempt ${attempts} failed${last}; it is repeated`
}

/** The form that registers an address. */
export const webhookFields: FieldSpec[] = [
  {
    name: 'address',
    label: 'Address',
    hint: 'HTTPS, at a host name that leads to the public internet.',
    longest: 500,
    required: true,
  },
  {
    name: 'events',
    label: 'Told when',
    kind: 'ticks',
    options: Object.entries(eventKinds).map(([name, { words }]) => [name, words]),
  },
  {
    name: 'why',
    label: 'Reason, for the second person',
    hint: 'Whose address it is, and what for. No names of people.',
    longest: 300,
    required: true,
  },
]
