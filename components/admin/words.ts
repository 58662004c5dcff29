import type { ReactNode } from 'react'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import {
  type AdminKey,
  type AdminRichValues,
  type AdminValues,
  adminTranslator,
  isAdminKey,
} from '@/messages/admin/translator'

/**
 * A message of messages/admin, in the reader's language. Call it while rendering; a constant of a module would have no
 * reader.
 */
export function t(key: AdminKey, values?: AdminValues): string {
  return adminTranslator(readerLanguage())(key, values)
}

/** Same, with elements: the function of a tag's name renders it. */
t.rich = (key: AdminKey, values: AdminRichValues) => adminTranslator(readerLanguage()).rich(key, values)

/** The message of an area for a code from a row or an address; undefined if there is none. */
export function tOf(area: string, code: string | undefined, values?: AdminValues): string | undefined {
  const key = `${area}.${code?.replaceAll('.', '-')}`
  return isAdminKey(key) ? t(key, values) : undefined
}

/** Same, with elements. */
export function tRichOf(area: string, code: string, values: AdminRichValues): ReactNode {
  const key = `${area}.${code}`
  return isAdminKey(key) ? t.rich(key, values) : undefined
}
