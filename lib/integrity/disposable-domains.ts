import { disposableEmailBlocklist } from 'disposable-email-domains-js'

/** Relays that forward to the person's own mailbox. People who must hide their address may use them. */
const privacyRelays = new Set(['e4ward.com'])

/** Domains known to give mailboxes for minutes (github.com/disposable-email-domains). A signal only. */
export const disposableDomains: ReadonlySet<string> = new Set(
  disposableEmailBlocklist().filter((domain) => !privacyRelays.has(domain)),
)
