import { z } from 'zod'
import { type EventKindName, eventKinds, TEST } from '@/lib/webhooks/event-kinds'

/** For receivers, a paragraph each. */
export const webhookRules = [
  'Each message is a POST of JSON to an address that the coalition has registered: HTTPS at port 443 of a host on the public internet. It is signed as Standard Webhooks 1.0.0 (standardwebhooks.com) says: `webhook-signature` holds `v1,` and the HMAC-SHA256 in base64 of `{webhook-id}.{webhook-timestamp}.{body}`, under the bytes that follow `whsec_` in the secret. Verify the bytes of the body as they came, and refuse a timestamp that is more than five minutes off. The libraries of Standard Webhooks do both.',
  'Answer with 2xx within ten seconds. Anything else counts as a failure, redirects too, and the message is sent again after 30 seconds, 5 minutes, 30 minutes, 2, 5, 10, 14, 20 and 24 hours, each up to a fifth more or less. After that the address is paused, as it is at once after a 410.',
  `A message arrives at least once: one that repeats has the same \`webhook-id\`. Messages may overtake each other; \`timestamp\` says when it happened. A \`${TEST}\` is sent by staff who try the address. Ignore types and fields that you do not know.`,
]

const example = (kind: EventKindName) => ({
  type: kind,
  version: 1,
  timestamp: '2026-12-10T09:30:00.000Z',
  data: eventKinds[kind].example,
})

/** A message as it is sent, to show. */
export const exampleMessage = example('petition.milestone')

/** The `webhooks` of the OpenAPI document, made from the schemas of what is sent. */
export function describeWebhooks(): Record<string, unknown> {
  const header = (name: string, description: string) => ({
    name,
    in: 'header',
    required: true,
    description,
    schema: { type: 'string' },
  })
  const parameters = [
    header('webhook-id', 'The same at every repetition'),
    header('webhook-timestamp', 'Of this attempt, in seconds since 1970'),
    header('webhook-signature', '`v1,` and the signature in base64'),
  ]
  const described = (Object.keys(eventKinds) as EventKindName[]).map((kind) => {
    const { words, data } = eventKinds[kind]
    const message = z.object({ type: z.literal(kind), version: z.literal(1), timestamp: z.iso.datetime(), data })
    const { $schema: _, ...schema } = z.toJSONSchema(message, { io: 'input' })
    const post = {
      operationId: kind,
      summary: words,
      parameters,
      requestBody: { required: true, content: { 'application/json': { schema, example: example(kind) } } },
      responses: {
        '2XX': { description: 'Taken' },
        '410': { description: 'Gone: nothing more is sent' },
        default: { description: 'Failed: sent again' },
      },
    }
    return [kind, { post }]
  })
  return Object.fromEntries(described)
}
