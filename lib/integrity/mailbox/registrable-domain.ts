import { getDomain } from 'tldts'

/**
 * The part of a mail domain that somebody registered, by the ICANN section of the Public Suffix List: names in front
 * of it cost nothing, and would make one catch-all mailbox look like many. The list's private section is left out on
 * purpose: a free name under `duckdns.org` is no registration. Only counted by, never merged by.
 */
export function registrableDomain(domain: string): string {
  return getDomain(domain, { allowPrivateDomains: false, validateHostname: false, extractHostname: false }) ?? domain
}
