import { createHash } from 'node:crypto'

/** The columns of a queue row that sending needs. */
export interface MailRow {
  addressIndex: Buffer
  /** Together with the address index, the key. */
  id: string
  kind: string
  petitionId: string | null
  emailIndex: Buffer | null
  /** The pending form that it is about. */
  form: Buffer | null
  /** `networkTag` of the requester. */
  network: number | null
  sealed: Buffer | null
  queuedAt: Date
  /** The mailing that it carries. */
  mailingId: string | null
}

/**
 * The mail's public name: in its Message-ID and its outbox file. It sorts by the time of queueing, is the same for
 * every attempt, and reveals nothing about the address.
 */
export function mailId({ addressIndex, id, queuedAt }: MailRow): string {
  const time = queuedAt.toISOString().replace(/[-:.]/g, '')
  const hash = createHash('sha256').update('mail id\0').update(addressIndex).update(id).digest('hex')
  return `${time}-${hash.slice(0, 24)}`
}
