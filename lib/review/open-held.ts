import { z } from 'zod'
import { db } from '@/lib/db'
import { networkText } from '@/lib/integrity/network-text'
import { reference } from '@/lib/signatures/admin/reference'
import { keyText } from '@/lib/signatures/admin/signature-key'
import { signatureRecord } from '@/lib/signatures/signature-record'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { tryOpen } from '@/lib/vault/aead'
import { openRecord } from '@/lib/vault/open-record'

/** A held signature as its reviewer sees it. */
export interface HeldView {
  key: string
  reference: string
  petition: string
  /** Empty if the key is lost. */
  name: string
  email: string
  comment: string | null
  appeal: string | null
  appealedAt: Date | null
  country: string
  locale: string
  via: string | null
  signals: string
  receivedAt: Date
  /** The group of its busy network (`networkField`), and the number of signatures with the same. */
  network: string | null
  together: number
  /** It is already counted, and stays counted until it is removed. */
  counted: boolean
}

interface Row extends Omit<HeldView, 'key' | 'reference' | 'name' | 'email' | 'comment' | 'appeal'> {
  petitionId: string
  emailIndex: Uint8Array
  sealed: Uint8Array
  appeal: Uint8Array | null
  /** The id shared by signatures claimed together. */
  batch: string | null
}

/**
 * Decrypts what this person has under review, oldest first: one, or the group claimed with it. Opening each was logged
 * when it was claimed.
 */
export async function openHeld(by: Staff, now: Date): Promise<HeldView[]> {
  authorise(by, 'signature.review')
  const rows = await db().$queryRaw<Row[]>`
    SELECT s.petition_id::text AS "petitionId", s.email_index AS "emailIndex", p.slug AS petition, s.sealed, s.appeal,
      s.appealed_at AS "appealedAt", s.country, s.locale, s.via, s.signals, s.received_at AS "receivedAt",
      s.leaf_index IS NOT NULL AS counted, c.together::text AS batch, ${networkText} AS network,
      (SELECT count(*)::int FROM signature o WHERE o.network_group = s.network_group) AS together
    FROM review_claim c JOIN signature s USING (petition_id, email_index) JOIN petition p ON p.id = s.petition_id
    WHERE c.queue = 'held' AND c.staff_id = ${by.id}::uuid AND c.verdict IS NULL AND c.expires_at > ${now}
      AND s.state = 'held'
    ORDER BY s.received_at, s.email_index`
  return givenWith(rows).map(({ petitionId, emailIndex, sealed, appeal, batch: _, ...shown }) => {
    const opened = tryOpen(() => openRecord(sealed, signatureRecord))
    return {
      ...shown,
      key: keyText({ petitionId, emailIndex }),
      reference: reference(emailIndex),
      name: opened?.name ?? '',
      email: opened?.email ?? '',
      comment: opened?.comment ?? null,
      appeal: appeal && (tryOpen(() => openRecord(appeal, z.object({ text: z.string() })))?.text ?? null),
    }
  })
}

/** The first row with those claimed together with it. */
function givenWith([first, ...more]: Row[]): Row[] {
  return first ? [first, ...more.filter(({ batch }) => batch !== null && batch === first.batch)] : []
}
