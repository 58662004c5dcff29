import { db } from '@/lib/db'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import type { LetterStatus } from '@/prisma/generated/enums'
import { isoDate } from '../partial-date'

export interface EditableLetterRow {
  id: string
  slug: string
  title: string | null
  status: LetterStatus
  dated: string
  signers: number
  waiting: number
}

/** All letters, drafts first, then the newest. */
export async function listEditableLetters(by: Staff): Promise<EditableLetterRow[]> {
  authorise(by, 'coalition.read')
  const rows = await db().letter.findMany({
    include: { texts: { orderBy: { version: 'desc' } }, coSignatures: { select: { state: true } } },
    orderBy: [{ status: 'asc' }, { datedOn: 'desc' }, { slug: 'asc' }],
  })
  return rows.map(({ id, slug, status, datedOn, datedPrecision, texts, coSignatures }) => ({
    id,
    slug,
    status,
    title: texts.find(({ locale }) => locale === 'en')?.title ?? null,
    dated: isoDate({ on: datedOn, precision: datedPrecision }),
    signers: coSignatures.filter(({ state }) => state === 'approved').length,
    waiting: coSignatures.filter(({ state }) => state === 'confirmed').length,
  }))
}
