import type { OwnPart } from '@/lib/coalition/member-proposals/find-own-proposals'
import type { PetitionView } from '@/lib/petitions/petition-view'
import type { MemberNumbers } from '@/lib/signatures/member-numbers/find-member-numbers'
import type { Locale } from '@/messages/translator'

/** A petition, with what a member has of it. */
export interface OwnPetition {
  petition: PetitionView
  numbers: MemberNumbers
  /** What is said with its address. */
  text: string
}

/** What the site says about a member, part by part. */
export interface OwnAboutParts {
  slug: string
  /** Of the words. */
  language: Locale
  words: OwnPart
  site: OwnPart
  logo: OwnPart
  /** Whether the public sees one. */
  hasLogo: boolean
}
