import { pool } from '@/lib/db'

/** A flood is noticed within days: longer, nobody's domain is kept. */
export const DOMAIN_DAYS = 7

/** Deletes domain indexes of signatures confirmed over a week ago, and domains without any signature. */
export async function purgeDomains(now: Date): Promise<void> {
  await pool().query(
    `DELETE FROM signature_domain d USING signature s
     WHERE s.petition_id = d.petition_id AND s.email_index = d.email_index AND s.confirmed_at <= $1`,
    [new Date(now.getTime() - DOMAIN_DAYS * 86_400_000)],
  )
  await pool().query(
    `DELETE FROM mail_domain m WHERE NOT EXISTS (SELECT FROM signature_domain d WHERE d.domain_index = m.domain_index)`,
  )
}
