import { SignaturePage } from '@/components/signatures/signature-page'
import { emptyForm } from '@/lib/integrity/form-state'
import { type LinkShape, linkFacts } from '@/lib/signatures/link-page'
import { keepMarkup } from '@/lib/web/kept-markup'

/** The content of the page behind a mailed token, without edits. */
export const signatureMarkup = keepMarkup(linkFacts, (shape: LinkShape, facts) => (
  <SignaturePage shape={shape} facts={facts} draft={emptyForm} />
))
