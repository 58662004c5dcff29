import { SignaturePage } from '@/components/signatures/signature-page'
import { emptyForm } from '@/lib/integrity/form-state'
import { type LinkShape, linkFacts } from '@/lib/signatures/link-page'
import { cacheMarkup } from '@/lib/web/cached-markup'

/** The content of the page behind a mailed token, without edits. */
export const signatureMarkup = cacheMarkup(linkFacts, (shape: LinkShape, facts) => (
  <SignaturePage shape={shape} facts={facts} draft={emptyForm} />
))
