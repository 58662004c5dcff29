import type { Prisma } from '@/prisma/generated/client'
import { type ApprovableVerb, approvable, may, type Verb } from '../roles'
import { isBound } from './bound'
import type { Person } from './people'

/** Why two people are not the two that it takes. */
export type SecondRefusal = 'own' | 'bound' | 'asker_gone' | 'not_you'

/** What is asked for, as far as it says who may agree. */
interface Asked {
  askedBy: string
  subject: string
}

/**
 * Whether somebody may agree to what somebody else asked for, at this moment: asked of everything that takes two
 * people, in the transaction of the agreement, with both locked (`lockPeople`).
 *
 * The second person is neither the first nor the one it is about; neither of the two brought the other in, raised them
 * or let them in again within the last 14 days; and both still may do it.
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

/** What the first and the second person need for a verb that takes two. */
export function needsOf(verb: ApprovableVerb): { first: Verb; second: Verb } {
  return { first: approvable[verb], second: verb }
}

/** Whether somebody works here, is not frozen, and is in a role that may do it. */
export function isActive(people: Person[], id: string, verb: Verb): boolean {
  const person = people.find((one) => one.id === id)
  return person !== undefined && !person.disabled && !person.frozen && may(person.role, verb)
}

/** Whom it is about, where it is about a member of staff. */
export function concerned(subject: string): string[] {
  return subject.startsWith('staff:') ? [subject.slice('staff:'.length)] : []
}
