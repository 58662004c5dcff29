import { disposableEmailBlocklist } from 'disposable-email-domains-js'

/** Forwards to a mailbox of one's own: whoever must hide an address has a right to. */
const privacyRelays = new Set(['e4ward.com'])

/** Domains known to give mailboxes for minutes (github.com/disposable-email-domains). A signal only. */
export const disposableDomains: ReadonlySet<string> = new Set(
  disposableEmailBlocklist().filter((domain) => !privacyRelays.has(domain)),
)
