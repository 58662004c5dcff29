import type { Metadata } from 'next'
import { readLanguage } from '@/lib/web/admin/reader-language'
import { type AdminKey, adminTranslator } from '@/messages/admin/translator'

/** A page's title, for its `generateMetadata`. */
export function pageTitle(key: AdminKey): () => Promise<Metadata> {
  return async () => ({ title: adminTranslator(await readLanguage())(key) })
}
