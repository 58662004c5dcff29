import { MemberOwnPage } from '@/components/member-access/member-own-page'
import type { OwnLetter } from '@/components/member-access/own-letters'
import type { OwnAboutParts, OwnPetition } from '@/components/member-access/own-petition'
import { RequestMemberLink } from '@/components/member-access/request-member-link'
import { shareWords } from '@/components/petitions/share-words'
import { findLogo } from '@/lib/coalition/find-logo'
import { listLetters } from '@/lib/coalition/list-letters'
import { findMemberSession, type MemberSession } from '@/lib/coalition/member-access/find-member-session'
import { memberAtLetters } from '@/lib/coalition/member-letters/list-member-letters'
import { findOwnPart } from '@/lib/coalition/member-proposals/find-own-proposals'
import { ownLanguage } from '@/lib/coalition/own-language'
import { findSiteText } from '@/lib/coalition/site-texts/find-site-text'
import { readFormState } from '@/lib/integrity/form-state'
import { listPetitions } from '@/lib/petitions/list-petitions'
import { findMemberNumbers } from '@/lib/signatures/member-numbers/find-member-numbers'
import { isLocale, type Locale } from '@/messages/translator'

/** The page's query: the language whose words are edited, and a form that came back. */
export interface OwnQuery {
  language?: string | string[] | undefined
  draft?: string | string[] | undefined
}

/** A member's own page for the session of a browser; without one, the way to a link. */
export async function showOwn(locale: Locale, session: string | null, query: OwnQuery, now: Date) {
  const member = await findMemberSession(session, now)
  if (!member) return <RequestMemberLink locale={locale} says="closed" />
  const { language = locale } = query
  const known = typeof language === 'string' && (isLocale(language) || language === ownLanguage(member.country))
  const edited = known && language !== 'ar-XB' ? language : 'en'
  const [petitions, about, letters, draft] = await Promise.all([
    listOwnPetitions(member, locale, now),
    findAbout(member, edited),
    listOwnLetters(member, locale),
    readFormState(query.draft, now),
  ])
  return (
    <MemberOwnPage
      member={member}
      petitions={petitions}
      about={about}
      letters={letters}
      draft={draft}
      locale={locale}
    />
  )
}

async function listOwnPetitions({ slug }: MemberSession, locale: Locale, now: Date): Promise<OwnPetition[]> {
  const words = await findSiteText('share', locale)
  return Promise.all(
    (await listPetitions(locale)).map(async (petition) => {
      const numbers = await findMemberNumbers(petition.id, slug, now)
      return { petition, numbers, text: shareWords(petition, words, locale) }
    }),
  )
}

async function findAbout({ memberId, slug, country }: MemberSession, language: string): Promise<OwnAboutParts> {
  const [words, site, logo, picture] = await Promise.all([
    findOwnPart(memberId, `words.${language}`),
    findOwnPart(memberId, 'site'),
    findOwnPart(memberId, 'logo'),
    findLogo(slug),
  ])
  return { slug, language, ownLanguage: ownLanguage(country), words, site, logo, hasLogo: picture !== null }
}

async function listOwnLetters({ memberId }: MemberSession, locale: Locale): Promise<OwnLetter[]> {
  const [letters, standing] = await Promise.all([listLetters(locale), memberAtLetters(memberId)])
  return letters.flatMap(({ slug, status, text: { title, locale: titleLocale } }) => {
    const [open, stands] = [status === 'open', standing.get(slug) ?? null]
    return open || stands?.own ? [{ slug, title, titleLocale, open, stands }] : []
  })
}
