import Negotiator from 'negotiator'
import { headers } from 'next/headers'
import { cache } from 'react'
import { type AdminLanguage, isAdminLanguage } from '@/messages/admin/translator'
import { findSession } from './find-session'

/** Of this request; set by `readLanguage`. */
const reader = cache((): { language: AdminLanguage } => ({ language: 'en' }))

/**
 * Finds the language of whoever reads this page: their choice (lib/staff/save-language.ts), else the one that their browser
 * prefers. A page awaits it before its first word; from then on `readerLanguage` gives it.
 */
export async function readLanguage(): Promise<AdminLanguage> {
  const chosen = (await findSession())?.user.language
  const language = isAdminLanguage(chosen) ? chosen : preferred((await headers()).get('accept-language'))
  reader().language = language
  return language
}

/** The language of this page. English where none was read, as in an action, which answers with codes. */
export function readerLanguage(): AdminLanguage {
  return reader().language
}

function preferred(acceptLanguage: string | null): AdminLanguage {
  const header = { 'accept-language': (acceptLanguage ?? '').slice(0, 500) }
  const wished = new Negotiator({ headers: header }).languages()
  const best = wished.map((tag) => tag.toLowerCase().split('-')[0]).find(isAdminLanguage)
  return best ?? 'en'
}
