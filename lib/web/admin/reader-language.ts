import Negotiator from 'negotiator'
import { headers } from 'next/headers'
import { zoneOf } from '@/lib/text/time-zone'
import { type AdminLanguage, isAdminLanguage } from '@/messages/admin/translator'
import { findSession } from './find-session'
import { reader } from './reader'

/**
 * Finds the reader's language (their choice in lib/staff/save-language.ts, otherwise their browser's) and time zone. A
 * page awaits it before its first word; from then on `readerLanguage` and `readerZone` (reader-zone.ts) return them
 * without waiting: components that await would be rendered apart from their page, and a list has one in each row.
 */
export async function readLanguage(): Promise<AdminLanguage> {
  const user = (await findSession())?.user
  const chosen = user?.language
  const language = isAdminLanguage(chosen) ? chosen : preferred((await headers()).get('accept-language'))
  Object.assign(reader(), { language, zone: zoneOf(user?.timeZone) })
  return language
}

/** The language of this page. English if it was not read, as in an action, which answers with codes. */
export function readerLanguage(): AdminLanguage {
  return reader().language
}

function preferred(acceptLanguage: string | null): AdminLanguage {
  const header = { 'accept-language': (acceptLanguage ?? '').slice(0, 500) }
  const wished = new Negotiator({ headers: header }).languages()
  const best = wished.map((tag) => tag.toLowerCase().split('-')[0]).find(isAdminLanguage)
  return best ?? 'en'
}
