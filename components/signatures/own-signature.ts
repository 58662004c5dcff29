import type { SignedPetition } from '@/lib/petitions/recent-petition'
import type { LinkShape } from '@/lib/signatures/link-page'
import type { Locale } from '@/messages/translator'

/** The data that each state's page shows the signer behind a mailed link. */
export interface OwnSignature {
  token: string
  locale: Locale
  signature: NonNullable<LinkShape['signature']>
  petition: SignedPetition
  /** The text shared with the petition's address. */
  shareText: string
  /** The petition's number. */
  count: number
}
