import type { DeliveryView } from '@/lib/delivery/list-deliveries'

/** A delivery as the public API gives it. */
export function publicDelivery({ id, deliveredOn, addressees, sha256, answers }: DeliveryView) {
  return {
    id,
    deliveredOn: dayText(deliveredOn),
    addressees,
    sha256,
    answers: answers.map(({ addressee, kind, answeredOn, source, url, words, locale }) => ({
      addressee,
      kind,
      answeredOn: dayText(answeredOn),
      source,
      url,
      words,
      locale,
    })),
  }
}

function dayText(day: Date): string {
  return day.toISOString().slice(0, 10)
}
