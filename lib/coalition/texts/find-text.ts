import { db } from '@/lib/db'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import { type Values, versionOf } from '../admin/change-row'
import type { TextField, Words } from './text-kind'
import { textKind } from './text-kinds'

export interface EditableText {
  /** How people call the thing that the words belong to. */
  name: string
  fields: TextField[]
  values: Values
  stamp: string
  /** The words in English, beside which others are written. */
  source: Values
  /** Whether they stay as they were adopted. */
  fixed: boolean
  /** Whether a change takes a second person. */
  isPublic: boolean
}

/** The words of a thing in one language, beside the English ones, or null where there is no such thing. */
export async function findText(by: Staff, kindName: string, key: string, locale: string): Promise<EditableText | null> {
  authorise(by, 'coalition.read')
  const found = textKind(kindName)
  if (!found) return null
  const { kind } = found
  return db().$transaction(async (tx) => {
    const name = await kind.lock(tx, key)
    if (name === null) return null
    const values = valuesOf(await kind.read(tx, key, locale))
    const source = locale === 'en' ? values : valuesOf(await kind.read(tx, key, 'en'))
    const fixed = (await kind.fixed?.(tx, key, locale)) ?? false
    const isPublic = (await kind.isPublic?.(tx, key)) ?? false
    return { name, fields: kind.fields, values, stamp: versionOf(values), source, fixed, isPublic }
  })
}

/** Words as a form holds them. */
export function valuesOf(words: Words | null): Values {
  return Object.fromEntries(Object.entries(words ?? {}).map(([name, text]) => [name, text ?? '']))
}
