import { petitionAddress } from '@/components/petitions/petition-address'
import { env } from '@/lib/env'
import { listPetitions } from '@/lib/petitions/list-petitions'
import type { PetitionView } from '@/lib/petitions/petition-view'
import { findPicture, type PictureView } from '@/lib/share-pictures/find-picture'
import type { Locale } from '@/messages/translator'

export interface Shared {
  /** Of the page to share. */
  address: string
  /** None: the statement is shared. */
  petition?: PetitionView
  /** The petition's picture with its number; null while none is made. */
  picture: PictureView | null
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
    ? {
        address: `${site}/petitions/${petition.slug}`,
        petition,
        path: '/share',
        others,
        picture: await findPicture(petition.slug, locale),
      }
    : { address: `${site}/statement`, path: '/share', others, picture: null }
}

/** What is shared of one petition of several; null where it cannot be signed. */
export async function sharedPetition(slug: string, locale: Locale): Promise<Shared | null> {
  const open = await openPetitions(locale)
  const petition = open.find((one) => one.slug === slug)
  if (!petition) return null
  const others = open.filter((one) => one !== petition)
  const picture = await findPicture(slug, locale)
  return { address: petitionAddress(slug, locale), petition, path: sharePath(slug), others, picture }
}

/** The page of the ways to share a petition, after the language. */
export function sharePath(slug: string): string {
  return `/petitions/${slug}/share`
}

async function openPetitions(locale: Locale): Promise<PetitionView[]> {
  return (await listPetitions(locale)).filter(({ status }) => status === 'open')
}
