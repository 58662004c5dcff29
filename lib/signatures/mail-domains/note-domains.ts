import { pool } from '@/lib/db'
import { mailDomainOf } from '@/lib/input/canonical-email'
import { providerOf } from '@/lib/integrity/mailbox/provider-size'
import { mailDomainIndex } from '@/lib/vault/mail-domain-index'
import { sealDomain } from './domain-name'
import { DOMAIN_DAYS } from './purge-domains'

/** A confirmed signature that was opened. */
interface OpenedAddress {
  petitionId: string
  emailIndex: Uint8Array
  email: string
}

/**
 * Stores under which mail domain each recent signature was confirmed, as a keyed index, so that floods can be seen;
 * none for large providers, whose domains say nothing. The domain itself is sealed, once.
 */
export async function noteDomains(opened: OpenedAddress[], now: Date): Promise<void> {
  const small = opened.flatMap(({ email, ...key }) => {
    const domain = domainOf(email)
    return providerOf(domain).size === 'small' ? [{ ...key, domain, index: mailDomainIndex(domain) }] : []
  })
  if (small.length === 0) return
  const labels = [...new Map(small.map(({ domain, index }) => [domain, index]))]
  await pool().query(
    `WITH noted AS (
       INSERT INTO signature_domain (petition_id, email_index, domain_index)
       SELECT petition_id, email_index, domain_index
       FROM unnest($1::uuid[], $2::bytea[], $3::bytea[]) AS opened(petition_id, email_index, domain_index)
       JOIN signature s USING (petition_id, email_index) WHERE s.confirmed_at > $4 FOR KEY SHARE OF s
       ON CONFLICT DO NOTHING)
     INSERT INTO mail_domain (domain_index, sealed) SELECT * FROM unnest($5::bytea[], $6::bytea[]) ON CONFLICT DO NOTHING`,
    [
      small.map(({ petitionId }) => petitionId),
      small.map(({ emailIndex }) => emailIndex),
      small.map(({ index }) => index),
      new Date(now.getTime() - DOMAIN_DAYS * 86_400_000),
      labels.map(([, index]) => index),
      labels.map(([domain]) => sealDomain(domain)),
    ],
  )
}

/** As a bulk action by domain compares it. */
function domainOf(email: string): string {
  return mailDomainOf(email).toLowerCase()
}
