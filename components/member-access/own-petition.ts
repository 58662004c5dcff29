import type { PetitionView } from '@/lib/petitions/petition-view'
import type { MemberNumbers } from '@/lib/signatures/member-numbers/find-member-numbers'

/** A petition, with what a member has of it. */
export interface OwnPetition {
  petition: PetitionView
  numbers: MemberNumbers
  /** What is said with its address. */
  text: string
}
