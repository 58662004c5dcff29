import { z } from 'zod'
import { type EmailAddress, mailDomainOf } from '@/lib/input/canonical-email'
import { emailField, fieldIssues, lineField, optionalCountryField } from '@/lib/input/form-fields'
import { disposableDomains } from '@/lib/integrity/disposable-domains'
import { providerOf } from '@/lib/integrity/mailbox/provider-size'
import { registrableDomain } from '@/lib/integrity/mailbox/registrable-domain'
import { coSignatureLimits } from '../read-co-signature'

/** In their order on the page. */
export const askSchema = z.object({
  /** As it is to appear under the letter; it can still be changed when it is signed. */
  organisation: lineField(coSignatureLimits.organisation),
  country: optionalCountryField,
  /** At the organisation's own domain: a mailbox at a provider is of nobody in particular. Issue: `own_domain`. */
  email: emailField.refine((email) => isOwnDomain(domainOf(email)), 'own_domain'),
})

export type CoSignAsk = z.output<typeof askSchema>

export const askFields = askSchema.keyof().options

/** The domain of an address. */
export function domainOf({ deliverable }: EmailAddress): string {
  return mailDomainOf(deliverable)
}

function isOwnDomain(domain: string): boolean {
  const throwaway = disposableDomains.has(domain) || disposableDomains.has(registrableDomain(domain))
  return providerOf(domain).size === 'small' && !throwaway
}

/**
 * Reads the fields of the form by which an organisation asks to sign a letter.
 * @returns the form, or for each wrong field its error codes (words: `letters.errors.<field>.<code>`)
 */
export function readAsk(
  fields: Record<string, string>,
): { ok: true; form: CoSignAsk } | { ok: false; errors: Record<string, string[]> } {
  const read = askSchema.safeParse(fields)
  return read.success ? { ok: true, form: read.data } : { ok: false, errors: fieldIssues(read.error) }
}
