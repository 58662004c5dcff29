/** Words for codes that are not the code itself with a capital. */
const words: Record<string, string> = {
  pending: 'Unconfirmed',
  // Bulk actions.
  ready: 'Ready to submit',
  waiting: 'Waiting for approval',
  // Reasons.
  fraud: 'Fraudulent',
  insult: 'Insult or hate',
  danger: 'Puts someone at risk',
  advertising: 'Advertising or links',
  unclear: 'Not understandable',
  // How a signer appears.
  full: 'Full name',
  hidden: 'Not shown',
  // Approvals.
  agreed: 'Approved',
  void: 'Expired',
}

/** A code as staff read it: a state of a signature, a bulk action or a request, a reason, how a signer appears. */
export function codeName(code: string): string {
  return Object.hasOwn(words, code) ? (words[code] ?? code) : capital(code.replaceAll('_', ' '))
}

/** The same text with a capital letter. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
