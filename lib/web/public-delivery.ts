import type { DeliveryView } from '@/lib/delivery/list-deliveries'
import { isoDay } from '@/lib/input/day'

/** A delivery as the public API gives it. */
export function publicDelivery({ id, deliveredOn, addressees, sha256, answers }: DeliveryView) {
  return {
    id,
    deliveredOn: isoDay(deliveredOn),
    addressees,
    sha256,
    answers: answers.map(({ addressee, kind, answeredOn, source, url, words, locale }) => ({
      addressee,
      kind,
      answeredOn: isoDay(answeredOn),
      source,
      url,
      words,
      locale,
    })),
  }
}
