import type { Prisma } from '@/prisma/generated/client'
import { type ApprovableVerb, approvable, may, type Verb } from '../roles'
import { isBound } from './bound'
import type { Person } from './people'

/** Why somebody cannot be the second person. */
export type SecondRefusal = 'own' | 'bound' | 'asker_gone' | 'not_you'

/** The part of a request that determines who may approve it. */
interface Asked {
  askedBy: string
  subject: string
}

/**
 * Checks whether somebody may approve a request now. Call it for everything that takes two people, in the transaction
 * of the approval, with both people locked (`lockPeople`).
 *
 * The second person is neither the first nor the one it concerns; neither of the two invited, promoted or re-enabled
 * the other within the last 14 days; and both are still authorised.
 */
export async function refuseSecond(
  tx: Prisma.TransactionClient,
  { askedBy, subject }: Asked,
  second: string,
  needs: { first: Verb; second: Verb },
  people: Person[],
  now: Date,
): Promise<SecondRefusal | null> {
  if (second === askedBy || concerned(subject).includes(second)) return 'own'
  if (!isActive(people, second, needs.second)) return 'not_you'
  if (!isActive(people, askedBy, needs.first)) return 'asker_gone'
  return (await isBound(tx, askedBy, second, now)) ? 'bound' : null
}

/** The verbs that the first and the second person must be allowed to use. */
export function needsOf(verb: ApprovableVerb): { first: Verb; second: Verb } {
  return { first: approvable[verb], second: verb }
}

/** Tells whether somebody is neither disabled nor frozen, and has a role that may use the verb. */
export function isActive(people: Person[], id: string, verb: Verb): boolean {
  const person = people.find((one) => one.id === id)
  return person !== undefined && !person.disabled && !person.frozen && may(person.role, verb)
}

/** The id of the member of staff that a subject concerns, if it concerns one. */
export function concerned(subject: string): string[] {
  return subject.startsWith('staff:') ? [subject.slice('staff:'.length)] : []
}
