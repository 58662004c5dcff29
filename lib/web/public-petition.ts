import { nextStep } from '@/lib/petitions/next-step'
import type { PetitionView } from '@/lib/petitions/petition-view'

/** A petition as the public API gives it. Dates are ISO 8601 in UTC. */
export function publicPetition({
  slug,
  status,
  goal,
  count,
  paper,
  asOf,
  openedAt,
  closedAt,
  wonAt,
  deliveredAt,
  text,
}: PetitionView) {
  const { locale, version, title, sha256 } = text
  return {
    slug,
    status,
    title,
    count,
    paper,
    goal,
    nextStep: status === 'open' ? nextStep(goal, count) : null,
    asOf,
    openedAt,
    closedAt,
    wonAt,
    deliveredAt,
    text: { locale, version, sha256 },
  }
}
