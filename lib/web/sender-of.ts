import type { ChallengeAnswer } from '@/lib/integrity/admit'
import { readFormTime } from '@/lib/integrity/form-time'
import { networkOf } from '@/lib/integrity/limits/network-of'
import type { Sender } from '@/lib/integrity/signals'
import { addressHeader } from './server/client-address'

/** The honeypot field: hidden from people, filled in by naive programs. */
const TRAP = 'website'

/** What a posted form reveals about its sender. The network is only counted (`lib/integrity/limits`). */
export function senderOf(
  request: Request,
  fields: Record<string, string>,
  now: Date,
): Pick<Sender, 'network' | 'formTime' | 'trap'> & ChallengeAnswer {
  return {
    network: networkOf(request.headers.get(addressHeader) ?? ''),
    formTime: readFormTime(fields.made, now),
    trap: (fields[TRAP] ?? '') !== '',
    proof: fields.proof ?? '',
    later: fields.later === 'on',
  }
}
