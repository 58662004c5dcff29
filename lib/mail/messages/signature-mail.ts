import type { Locale } from '@/messages/translator'

/** The parameters of a mail about a signature. */
export interface SignatureMail {
  locale: Locale
  to: string
  /** As the signer typed it. */
  name: string
  /** Title of the petition, in the text that was signed. */
  petition: string
  petitionLocale: string
  /** When the form that this mail answers was posted. */
  postedAt: Date
  /** Names no petition, nor who writes: a bystander learns nothing. */
  neutral: boolean
  /** The page of the signature. */
  link: string
}
