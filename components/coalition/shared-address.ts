import { petitionAddress } from '@/components/petitions/petition-address'
import { env } from '@/lib/env'
import { listPetitions } from '@/lib/petitions/list-petitions'
import type { PetitionView } from '@/lib/petitions/petition-view'
import { findPicture, type PictureView } from '@/lib/share-pictures/find-picture'
import type { Locale } from '@/messages/translator'

export interface Shared {
  /** The address to share. */
  address: string
  /** Absent if the statement is shared. */
  petition?: PetitionView
  /** The petition's picture with its number; null if there is none yet. */
  picture: PictureView | null
  /** The path of the share page, after the language; its flyer and QR code are below it. */
  path: string
  /** Other open petitions. */
  others: PetitionView[]
}

/** The address that the whole site shares: the newest open petition, or the statement if none is open. */
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

/** The address on the share page of one petition; null if the petition is not open. */
export async function sharedPetition(slug: string, locale: Locale): Promise<Shared | null> {
  const open = await openPetitions(locale)
  const petition = open.find((one) => one.slug === slug)
  if (!petition) return null
  const others = open.filter((one) => one !== petition)
  const picture = await findPicture(slug, locale)
  return { address: petitionAddress(slug, locale), petition, path: sharePath(slug), others, picture }
}

/** The path of a petition's share page, after the language. */
export function sharePath(slug: string): string {
  return `/petitions/${slug}/share`
}

async function openPetitions(locale: Locale): Promise<PetitionView[]> {
  return (await listPetitions(locale)).filter(({ status }) => status === 'open')
}
