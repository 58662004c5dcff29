import { db } from '@/lib/db'

export interface SessionView {
  id: string
  device: string
  createdAt: Date
  expires: Date
  factor: string | null
}

/** A person's own open sessions, newest first. */
export function listSessions(userId: string, now: Date): Promise<SessionView[]> {
  return db().session.findMany({
    where: { userId, expires: { gt: now } },
    orderBy: { createdAt: 'desc' },
    select: { id: true, device: true, createdAt: true, expires: true, factor: true },
  })
}
