import type { Locale } from '@/messages/translator'

/** What a mail about a signature tells. */
export interface SignatureMail {
  locale: Locale
  to: string
  /** As the signer typed it. */
  name: string
  /** Title of the petition, in the words that were signed. */
  petition: string
  petitionLocale: string
  /** When the form was posted that this mail answers. */
  postedAt: Date
  /** Names no petition: somebody looking over a shoulder learns nothing. */
  neutral: boolean
  /** The page of the signature. */
  link: string
}
