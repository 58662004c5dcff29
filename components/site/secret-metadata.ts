import type { Metadata } from 'next'

/** The secret in the address goes into no Referer, not even one of our own; forms still say their origin. */
export const secretReferrer = 'strict-origin'

/** For a page whose address holds a secret, or leads to one. The title stays in the browser's history: keep it neutral. */
export function secretMetadata(title: string): Metadata {
  return {
    title: { absolute: title },
    robots: { index: false, follow: false },
    referrer: secretReferrer,
  }
}
