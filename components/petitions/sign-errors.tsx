import { ErrorSummary } from '@/components/ui/error-summary'
import type { FormState } from '@/lib/integrity/form-state'
import { signatureFields } from '@/lib/signatures/signature-form'
import { formErrors } from '@/messages/form-errors'
import { type Locale, translator } from '@/messages/translator'

interface Props {
  errors: FormState['errors']
  /** Whether the petition is open. */
  isOpen: boolean
  locale: Locale
}

/** The error summary of a returned form; nothing without errors. */
export function SignErrors({ errors, isOpen, locale }: Props) {
  if (Object.keys(errors).length === 0) return null
  // If the petition has closed since, there are no fields to correct.
  const told = formErrors('form', isOpen ? errors : { form: ['petition_closed'] }, signatureFields, locale)
  return told.length > 0 && <ErrorSummary title={translator(locale, 'form')('problem')} errors={told} />
}
