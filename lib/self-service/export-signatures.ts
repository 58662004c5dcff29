import type { PersonalData } from '@/lib/signatures/signature-form'
import { findSelfService, type SelfServiceSignature } from './find-self-service'

/** Everything stored about a person, in machine-readable form. Times are ISO 8601 in UTC. */
export interface SelfServiceExport {
  exportedAt: string
  signatures: (PersonalData & {
    petition: string
    state: string
    country: string
    display: string
    updates: boolean
    via: string | null
    language: string
    receivedAt: string
    confirmedAt: string | null
    countedAt: string | null
    withdrawnAt: string | null
    textSha256: string
    ledger: { leafIndex: number | null; commitment: string; opening: { salt: string; nonce: string; record: string } }
  })[]
}

/**
 * Everything stored about the person of an access session; null if there is no such session. Only the token of the
 * mailed link is left out: somebody who got hold of the file could withdraw with it.
 */
export async function exportSignatures(
  token: string,
  now: Date,
): Promise<{ locale: string; data: SelfServiceExport } | null> {
  const own = await findSelfService(token, now)
  if (own?.kind !== 'session') return null
  const data = { exportedAt: now.toISOString(), signatures: own.signatures.map(exported) }
  return { locale: own.content.locale, data }
}

function exported(view: SelfServiceSignature): SelfServiceExport['signatures'][number] {
  const { token: _, opening, ...personal } = view.record
  return {
    petition: view.petitionSlug,
    state: view.state,
    ...personal,
    country: view.country,
    display: view.display,
    updates: view.updates,
    via: view.via,
    language: view.locale,
    receivedAt: view.receivedAt.toISOString(),
    confirmedAt: view.confirmedAt?.toISOString() ?? null,
    countedAt: view.countedAt?.toISOString() ?? null,
    withdrawnAt: view.withdrawnAt?.toISOString() ?? null,
    textSha256: view.textSha256,
    ledger: { leafIndex: view.leafIndex, commitment: view.commitment, opening },
  }
}
