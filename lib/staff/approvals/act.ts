import type { Prisma } from '@/prisma/generated/client'
import type { ApprovableVerb } from '../roles'
import type { Staff } from '../staff'
import type { ContentPart } from './content'

/** A request that a second person has approved. */
export interface ApprovedRequest {
  id: string
  subject: string
  /** The subject without its kind. */
  key: string
  /** Exactly what was requested and shown. */
  detail: Record<string, string>
  content: ContentPart[]
  askedBy: string
  approvedBy: string
  /** The second person, for the audit log; null if the server executes it after a delay. */
  by: Staff | null
}

/** An act that is executed only with the approval of a second person. */
export interface TwoPersonAct {
  /** Locks its subject before the approval is written, like any other change of the subject. */
  lock?: (tx: Prisma.TransactionClient, agreed: ApprovedRequest) => Promise<unknown>
  /** Executes and audits it. @returns why it can no longer be executed, which rolls everything back; otherwise null */
  execute: (tx: Prisma.TransactionClient, agreed: ApprovedRequest, now: Date) => Promise<string | null>
  /** Called when the request was refused or withdrawn. */
  refused?: (tx: Prisma.TransactionClient, key: string, now: Date) => Promise<unknown>
  /** It changes members of staff, so their rows are locked for writing. */
  changesStaff?: true
  /** Tells whether it is executed some time after the approval; any of the staff can stop it until then. */
  delayed?: (detail: Record<string, string>) => boolean
}

/** An executor for every verb that takes two people: a missing one is a type error. */
export type TwoPersonActs = Record<ApprovableVerb, TwoPersonAct>

/** Reads an approval's row into the form that `execute` takes. */
export function approvedRequest(
  row: { id: string; subject: string; detail: string; content: string | null; askedBy: string },
  approvedBy: string,
  by: Staff | null,
): ApprovedRequest {
  const { id, subject, detail, content, askedBy } = row
  return {
    id,
    subject,
    key: subject.slice(subject.indexOf(':') + 1),
    detail: JSON.parse(detail) as Record<string, string>,
    content: content ? (JSON.parse(content) as ContentPart[]) : [],
    askedBy,
    approvedBy,
    by,
  }
}
