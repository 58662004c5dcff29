import { db } from '@/lib/db'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { type FormValues, versionOf } from './apply-change'
import type { TextField } from './entity'
import { textValues } from './fields'
import { fieldsIn } from './fields-in'
import { textOwner } from './text-owners'

export interface EditableText {
  /** The owner's label. */
  name: string
  fields: TextField[]
  values: FormValues
  /** Of the values: saving requires it as `expectedVersion`. */
  version: string
  /** The English text, shown to translators next to theirs. */
  source: FormValues
  /** Whether it is fixed, because it was adopted as it is. */
  fixed: boolean
  /** Whether a change needs approval. */
  isPublic: boolean
  /** Whether a change is a new version, rather than in place of the text. */
  hasVersions: boolean
  /** Newest first. */
  versions: { version: number; publishedAt: Date; values: FormValues }[]
}

/** A text in one language with the English one, or null if its owner does not exist. */
export async function findText(by: Staff, kind: string, key: string, locale: string): Promise<EditableText | null> {
  authorise(by, 'coalition.read')
  const owner = textOwner(kind, key)
  if (!owner) return null
  const { read, fixed, isPublic, versions } = owner.texts
  return db().$transaction(async (tx) => {
    const name = await owner.lock(tx, key)
    const fields = name === null ? null : await fieldsIn(tx, owner, key, locale)
    if (name === null || !fields) return null
    const values = textValues(await read(tx, key, locale))
    return {
      name,
      fields,
      values,
      version: versionOf(values),
      source: locale === 'en' ? values : textValues(await read(tx, key, 'en')),
      fixed: (await fixed?.(tx, key, locale)) ?? false,
      isPublic: (await isPublic?.(tx, key)) ?? false,
      hasVersions: versions !== undefined,
      versions: ((await versions?.(tx, key, locale)) ?? []).map(({ text, ...row }) => ({
        ...row,
        values: textValues(text),
      })),
    }
  })
}
