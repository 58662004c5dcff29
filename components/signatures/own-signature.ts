import type { PetitionView } from '@/lib/petitions/petition-view'
import type { SignatureStatus } from '@/lib/signatures/find-by-token'
import type { Locale } from '@/messages/translator'

/** What each state's page shows the signer behind a mailed link. */
export interface OwnSignature {
  token: string
  locale: Locale
  signature: SignatureStatus
  petition: PetitionView
}
