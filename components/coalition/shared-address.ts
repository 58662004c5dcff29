import { env } from '@/lib/env'
import { listPetitions } from '@/lib/petitions/list-petitions'
import type { PetitionView } from '@/lib/petitions/petition-view'
import type { Locale } from '@/messages/translator'

export interface Shared {
  /** Of the page to share. */
  address: string
  /** None: the statement is shared. */
  petition?: PetitionView
  /** The page of the ways to share it, after the language; its flyer and QR code are below it. */
  path: string
  /** The others that can be signed. */
  others: PetitionView[]
}

/** What the site as a whole shares: the newest open petition, or the statement where none is open. */
export async function sharedAddress(locale: Locale): Promise<Shared> {
  const [petition, ...others] = await openPetitions(locale)
  const site = `${env().SITE_URL}/${locale}`
  return petition
    ? { address: `${site}/petitions/${petition.slug}`, petition, path: '/share', others }
    : { address: `${site}/statement`, path: '/share', others }
}

/** What is shared of one petition of several; null where it cannot be signed. */
export async function sharedPetition(slug: string, locale: Locale): Promise<Shared | null> {
  const open = await openPetitions(locale)
  const petition = open.find((one) => one.slug === slug)
  if (!petition) return null
  const others = open.filter((one) => one !== petition)
  return { address: `${env().SITE_URL}/${locale}/petitions/${slug}`, petition, path: sharePath(slug), others }
}

/** The page of the ways to share a petition, after the language. */
export function sharePath(slug: string): string {
  return `/petitions/${slug}/share`
}

async function openPetitions(locale: Locale): Promise<PetitionView[]> {
  return (await listPetitions(locale)).filter(({ status }) => status === 'open')
}
