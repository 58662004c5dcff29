import { isAway, isGivenUp } from '@/lib/failover/is-away'
import { patiently } from '@/lib/failover/keep-trying'
import { logUnexpected } from './log-unexpected'
import type { Post } from './read-post'
import { networkOfSender } from './sender-of'
import { serviceUnavailable } from './service-unavailable'

/**
 * Answers a post, which may wait for the database (`keepTrying`). If that stays away, or gives a statement up: 503 with
 * everything that was sent, to be sent again.
 */
export async function answerPatiently(
  request: Request,
  { fields, locale }: Post,
  answer: () => Promise<Response>,
): Promise<Response> {
  try {
    return await patiently(networkOfSender(request), answer)
  } catch (error) {
    if (!isAway(error) && !isGivenUp(error)) throw error
    logUnexpected(isAway(error) ? 'the database stayed away' : 'the database is too busy', error)
    return serviceUnavailable(request, locale, fields)
  }
}
