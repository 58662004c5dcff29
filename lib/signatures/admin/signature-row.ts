import { Prisma } from '@/prisma/generated/client'
import { type ListedState, PENDING } from '../states'
import { reference } from './reference'
import { keyText } from './signature-key'

/** A signature as lists show it, without sealed data. */
export interface SignatureRow {
  key: string
  reference: string
  petition: string
  state: ListedState
  country: string
  locale: string
  via: string | null
  hasComment: boolean
  signals: string
  receivedAt: Date
  appealedAt: Date | null
}

export interface RawRow extends Omit<SignatureRow, 'key' | 'reference'> {
  petitionId: string
  emailIndex: Uint8Array
}

/** SQL that selects the columns of `RawRow` from all signatures or a subset, as `s`. Conditions follow. */
export const signatureColumns = (signatures = Prisma.sql`signature`) => Prisma.sql`
  SELECT s.petition_id::text AS "petitionId", s.email_index AS "emailIndex", p.slug AS petition, s.state::text AS state,
    s.country, s.locale, s.via, s.has_comment AS "hasComment", s.signals, s.received_at AS "receivedAt",
    s.appealed_at AS "appealedAt"
  FROM ${signatures} s JOIN petition p ON p.id = s.petition_id`

/** Pending forms with the same columns, for lists that include them. */
export const waitingForms = Prisma.sql`(
  SELECT petition_id, email_index, ${PENDING}::text AS state, country, locale, via, has_comment, signals,
    network_group, received_at, NULL::timestamptz AS appealed_at FROM pending_signature)`

export function toRow({ petitionId, emailIndex, ...row }: RawRow): SignatureRow {
  return { key: keyText({ petitionId, emailIndex }), reference: reference(emailIndex), ...row }
}
