import type { Prisma } from '@/prisma/generated/client'
import type { ApprovableVerb } from '../roles'
import type { Staff } from '../staff'
import type { ContentPart } from './content'

/** What two people have agreed on. */
export interface Agreed {
  id: string
  subject: string
  /** The subject without its kind. */
  key: string
  /** Exactly what was asked and shown. */
  detail: Record<string, string>
  content: ContentPart[]
  askedBy: string
  agreedBy: string
  /** For the record: the second person; null where the server does it later, as it was agreed. */
  by: Staff | null
}

/** Something that is done only when two people agree. */
export interface TwoPersonAct {
  /** Locks what it is about, in the order of everybody else who locks it. */
  lock?: (tx: Prisma.TransactionClient, agreed: Agreed) => Promise<unknown>
  /** Does it and records it. @returns why it cannot be done any more; then nothing of it stays done */
  execute: (tx: Prisma.TransactionClient, agreed: Agreed, now: Date) => Promise<string | null>
  /** Somebody refused it, or it was taken back. */
  refused?: (tx: Prisma.TransactionClient, key: string, now: Date) => Promise<unknown>
  /** It changes members of staff: their rows are locked to be written. */
  changesStaff?: true
  /** It waits after the agreement, and anyone of the staff can stop it meanwhile. */
  delayed?: (detail: Record<string, string>) => boolean
}

/** Every verb that takes two people, and what is done. */
export type TwoPersonActs = Record<ApprovableVerb, TwoPersonAct>

/** How it looks to `execute`. */
export function agreedOf(
  row: { id: string; subject: string; detail: string; content: string | null; askedBy: string },
  agreedBy: string,
  by: Staff | null,
): Agreed {
  const { id, subject, detail, content, askedBy } = row
  return {
    id,
    subject,
    key: subject.slice(subject.indexOf(':') + 1),
    detail: JSON.parse(detail) as Record<string, string>,
    content: content ? (JSON.parse(content) as ContentPart[]) : [],
    askedBy,
    agreedBy,
    by,
  }
}

/** Takes everything back that the transaction did so far. */
export class NotDone extends Error {
  constructor(readonly reason: string) {
    super(reason)
  }
}
