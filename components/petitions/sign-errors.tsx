import { ErrorSummary } from '@/components/ui/error-summary'
import type { FormState } from '@/lib/integrity/form-state'
import { signatureFields } from '@/lib/signatures/signature-form'
import { formErrors } from '@/messages/form-errors'
import { type Locale, translator } from '@/messages/translator'

interface Props {
  errors: FormState['errors']
  /** Whether the petition takes signatures. */
  isOpen: boolean
  locale: Locale
}

/** What is wrong with a sign form that came back; nothing if nothing is. */
export function SignErrors({ errors, isOpen, locale }: Props) {
  if (Object.keys(errors).length === 0) return null
  // A form that came back to a petition closed since then has no fields to mend.
  const told = formErrors('form', isOpen ? errors : { form: ['petition_closed'] }, signatureFields, locale)
  return told.length > 0 && <ErrorSummary title={translator(locale, 'form')('problem')} errors={told} />
}
