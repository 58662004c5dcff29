import { z } from 'zod'
import { db } from '@/lib/db'
import { reference } from '@/lib/signatures/admin/reference'
import { keyText } from '@/lib/signatures/admin/signature-key'
import { appealWaits } from '@/lib/signatures/appeal-answer'
import { signatureRecord } from '@/lib/signatures/signature-record'
import { countedSql } from '@/lib/signatures/states'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { tryOpen } from '@/lib/vault/aead'
import { openRecord } from '@/lib/vault/open-record'
import { Prisma } from '@/prisma/generated/client'
import { type Decision, findDecision } from './find-decision'

/** An appeal, and the signature it is about. */
export interface AppealView {
  key: string
  reference: string
  petition: string
  state: 'held' | 'removed'
  /** Empty, like name and address, if the key is lost. */
  text: string
  name: string
  email: string
  comment: string | null
  appealedAt: Date
  receivedAt: Date
  country: string
  locale: string
  via: string | null
  signals: string
  /** Counted: it was held after it had been counted. */
  counted: boolean
  /** The decision to hold or remove it; null if only its flags held it. */
  decision: Decision | null
}

interface Row
  extends Pick<
    AppealView,
    'petition' | 'state' | 'appealedAt' | 'receivedAt' | 'country' | 'locale' | 'via' | 'signals' | 'counted'
  > {
  petitionId: string
  emailIndex: Uint8Array<ArrayBuffer>
  commitment: Uint8Array
  sealed: Uint8Array
  appeal: Uint8Array | null
}

/**
 * Decrypts the appeal that this person has under review; null if there is none. Its opening was logged when it was
 * claimed.
 */
export async function openAppeal(by: Staff, now: Date): Promise<AppealView | null> {
  authorise(by, 'signature.review')
  const [row] = await db().$queryRaw<Row[]>`
    SELECT s.petition_id::text AS "petitionId", s.email_index AS "emailIndex", s.commitment, s.sealed, s.appeal,
      p.slug AS petition, s.state::text AS state, s.appealed_at AS "appealedAt", s.received_at AS "receivedAt", s.country,
      s.locale, s.via, s.signals, ${Prisma.raw(countedSql)} AS counted
    FROM review_claim c JOIN signature s USING (petition_id, email_index) JOIN petition p ON p.id = s.petition_id
    WHERE c.queue = 'appeals' AND c.staff_id = ${by.id}::uuid AND c.verdict IS NULL AND c.expires_at > ${now}
      AND ${appealWaits}
    ORDER BY s.appealed_at, s.email_index LIMIT 1`
  if (!row) return null
  const { petitionId, emailIndex, commitment, sealed, appeal, ...shown } = row
  const opened = tryOpen(() => openRecord(sealed, signatureRecord))
  return {
    ...shown,
    key: keyText({ petitionId, emailIndex }),
    reference: reference(emailIndex),
    text: (appeal && tryOpen(() => openRecord(appeal, z.object({ text: z.string() })))?.text) ?? '',
    name: opened?.name ?? '',
    email: opened?.email ?? '',
    comment: opened?.comment ?? null,
    decision: await findDecision(row),
  }
}
