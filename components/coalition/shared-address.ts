import { env } from '@/lib/env'
import { listPetitions } from '@/lib/petitions/list-petitions'
import type { PetitionView } from '@/lib/petitions/petition-view'
import type { Locale } from '@/messages/translator'

/** The page to share: the open petition, or the statement where none is open. */
export async function sharedAddress(locale: Locale): Promise<{ address: string; petition?: PetitionView }> {
  const petition = (await listPetitions(locale)).find(({ status }) => status === 'open')
  const site = `${env().SITE_URL}/${locale}`
  return petition ? { address: `${site}/petitions/${petition.slug}`, petition } : { address: `${site}/statement` }
}
