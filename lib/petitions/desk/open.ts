import type { Staff } from '@/lib/staff/staff'
import { Prisma } from '@/prisma/generated/client'
import { sourceLocale } from '../petition-view'
import { changeStatus, type StatusChange, type StatusResult } from './change-status'

/** Publishes a draft: from now on it is read and signed. It needs published words in English. */
export function open(by: Staff, id: string, seen: string, now: Date): Promise<StatusResult> {
  return changeStatus(by, opening(now), id, seen, now)
}

/** A last day that has passed while it was a draft would close it again at once: it is forgotten. */
export function opening(now: Date): StatusChange {
  return {
    verb: 'open',
    from: ['draft'],
    set: Prisma.sql`status = 'open', opened_at = ${now}, opens_on = NULL,
      closes_on = CASE WHEN p.closes_on >= (${now}::timestamptz AT TIME ZONE 'UTC')::date THEN p.closes_on END`,
    where: Prisma.sql`EXISTS (SELECT FROM petition_text t WHERE t.petition_id = p.id AND t.locale = ${sourceLocale})`,
    otherwise: 'text_missing',
  }
}
