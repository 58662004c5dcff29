import { db } from '@/lib/db'
import { isId } from '@/lib/input/id'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import type { CoSignatureState, LetterStatus } from '@/prisma/generated/enums'
import { versionOf } from './change-row'
import type { EditableRecord } from './find-editable-member'
import { letterValues } from './letter-form'

export interface EditableLetter extends EditableRecord {
  slug: string
  status: LetterStatus
  title: string | null
  coSignatures: { id: string; organisation: string; country: string | null; state: CoSignatureState }[]
}

/** A letter with all that the desk can change, or null. */
export async function findEditableLetter(by: Staff, id: string): Promise<EditableLetter | null> {
  authorise(by, 'coalition.read')
  if (!isId(id)) return null
  const row = await db().letter.findUnique({
    where: { id },
    include: {
      sources: true,
      texts: { orderBy: { version: 'desc' } },
      coSignatures: { omit: { sealed: true }, orderBy: [{ state: 'asc' }, { search: 'asc' }] },
    },
  })
  if (!row) return null
  const values = letterValues(row)
  return {
    id,
    values,
    stamp: versionOf(values),
    slug: row.slug,
    status: row.status,
    title: row.texts.find(({ locale }) => locale === 'en')?.title ?? null,
    locales: [...new Set(row.texts.map(({ locale }) => locale))],
    coSignatures: row.coSignatures.map(({ id, organisation, country, state }) => ({
      id,
      organisation,
      country,
      state,
    })),
  }
}
