import type { Metadata } from 'next'

/** The secret in the address goes into no Referer, not even one of our own; forms still say their origin. */
export const secretReferrer = 'strict-origin'

/** For pages whose address holds or leads to a secret. Browsers store the title in the history, so keep it neutral. */
export function secretMetadata(title: string): Metadata {
  return {
    title: { absolute: title },
    robots: { index: false, follow: false },
    referrer: secretReferrer,
  }
}
