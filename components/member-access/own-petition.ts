import type { OwnPart } from '@/lib/coalition/member-proposals/find-own-proposals'
import type { PetitionView } from '@/lib/petitions/petition-view'
import type { MemberNumbers } from '@/lib/signatures/member-numbers/find-member-numbers'

/** A petition, with what a member has of it. */
export interface OwnPetition {
  petition: PetitionView
  numbers: MemberNumbers
  /** The text shared with its address. */
  text: string
}

/** The site's data on a member, part by part. */
export interface OwnAboutParts {
  slug: string
  /** Of the words. */
  language: string
  /** The language of its country, where the site has it not: its name alone. */
  ownLanguage: string | null
  words: OwnPart
  site: OwnPart
  logo: OwnPart
  /** Whether the public sees one. */
  hasLogo: boolean
}
