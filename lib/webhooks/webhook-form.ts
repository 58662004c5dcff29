import { z } from 'zod'
import { env } from '@/lib/env'
import { lineField } from '@/lib/input/form-fields'
import { trimInvisible } from '@/lib/text/clean-text'
import { type EventKindName, eventKindNames } from './event-kinds'
import { isLoopback } from './public-address'

const MAX_ADDRESS = 500

/**
 * Parses the form that registers a webhook. Issues: `https`, `invalid`, `too_long` of the address, `missing` of the
 * rest.
 */
export const webhookForm = z.object({
  address: z
    .string()
    .default('')
    .transform((text, ctx) => {
      const typed = trimInvisible(text)
      if (typed.length > MAX_ADDRESS) ctx.addIssue('too_long')
      const url = URL.canParse(typed) ? new URL(typed) : null
      if (url && (isPublicName(url) || isOwnMachine(url)) && !url.username && !url.password && !url.hash)
        return url.href
      ctx.addIssue(typed === '' ? 'missing' : url?.protocol === 'https:' ? 'webhook_address' : 'https')
      return z.NEVER
    }),
  /** Kinds, separated by spaces. */
  events: z
    .string()
    .default('')
    .transform((text, ctx): EventKindName[] => {
      const chosen = text.split(' ').filter(Boolean)
      const kinds = eventKindNames.filter((kind) => chosen.includes(kind))
      if (kinds.length > 0 && kinds.length === chosen.length) return kinds
      ctx.addIssue(chosen.length === 0 ? 'missing' : 'unknown')
      return z.NEVER
    }),
  why: lineField(300),
})

export type WebhookForm = z.output<typeof webhookForm>

/** Requires HTTPS on its standard port and a host name, which is resolved and checked at each sending. */
function isPublicName({ protocol, port, hostname }: URL): boolean {
  return protocol === 'https:' && port === '' && /\.[a-z][a-z0-9-]*$/i.test(hostname) && !hostname.startsWith('[')
}

function isOwnMachine({ protocol, hostname }: URL): boolean {
  return env().WEBHOOKS_TO_LOOPBACK && /^https?:$/.test(protocol) && isLoopback(hostname)
}
