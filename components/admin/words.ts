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
 * A message of messages/admin, in the language of whoever reads this page. Called while a page is made: a constant of a
 * module would hold the words of nobody.
 */
export function t(key: AdminKey, values?: AdminValues): string {
  return adminTranslator(readerLanguage())(key, values)
}

/** The same, with elements in it: a tag of the message is made by the function of its name. */
t.rich = (key: AdminKey, values: AdminRichValues) => adminTranslator(readerLanguage()).rich(key, values)

/** The message of an area for a code, as it is stored or stands in the address; undefined if there is none. */
export function tOf(area: string, code: string | undefined, values?: AdminValues): string | undefined {
  const key = `${area}.${code?.replaceAll('.', '-')}`
  return isAdminKey(key) ? t(key, values) : undefined
}

/** The same, with elements in it. */
export function tRichOf(area: string, code: string, values: AdminRichValues): ReactNode {
  const key = `${area}.${code}`
  return isAdminKey(key) ? t.rich(key, values) : undefined
}
