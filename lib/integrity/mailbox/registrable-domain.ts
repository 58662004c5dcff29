import { getDomain } from 'tldts'

/**
 * The registered part of a mail domain, by the ICANN section of the Public Suffix List: subdomains cost nothing, and
 * would make one catch-all mailbox look like many. The list's private section is left out on purpose: a free name under
 * `duckdns.org` is no registration. For counting only, never for merging.
 */
export function registrableDomain(domain: string): string {
  return getDomain(domain, { allowPrivateDomains: false, validateHostname: false, extractHostname: false }) ?? domain
}
