import type { ChallengeAnswer } from '@/lib/integrity/admit'
import { readFormTime } from '@/lib/integrity/form-time'
import { networkOf } from '@/lib/integrity/limits/network-of'
import type { Sender } from '@/lib/integrity/signals'
import { addressHeader } from './server/client-address'

/** The honeypot field: hidden from people, filled in by naive programs. */
const TRAP = 'website'

/** The network that a request comes from. */
export function networkOfSender(request: Request): string {
  return networkOf(request.headers.get(addressHeader) ?? '')
}

/** All that a posted form reveals about its sender. The network is only counted (`lib/integrity/limits`). */
export function senderOf(
  request: Request,
  fields: Record<string, string>,
  now: Date,
): Pick<Sender, 'formTime' | 'trap'> & { network: string } & ChallengeAnswer {
  return {
    network: networkOfSender(request),
    formTime: readFormTime(fields.made, now),
    trap: (fields[TRAP] ?? '') !== '',
    proof: fields.proof ?? '',
    later: fields.later === 'on',
  }
}
