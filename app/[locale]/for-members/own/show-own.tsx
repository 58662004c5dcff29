import { MemberOwnPage } from '@/components/member-access/member-own-page'
import type { OwnPetition } from '@/components/member-access/own-petition'
import { RequestMemberLink } from '@/components/member-access/request-member-link'
import { shareWords } from '@/components/petitions/share-words'
import { findMemberSession } from '@/lib/coalition/member-access/find-member-session'
import { findSiteText } from '@/lib/coalition/site-texts/find-site-text'
import { listPetitions } from '@/lib/petitions/list-petitions'
import { findMemberNumbers } from '@/lib/signatures/member-numbers/find-member-numbers'
import type { Locale } from '@/messages/translator'

/** A member's own page for the session of a browser; without one, the way to a link. */
export async function showOwn(locale: Locale, session: string | null, now: Date) {
  const member = await findMemberSession(session, now)
  if (!member) return <RequestMemberLink locale={locale} says="closed" />
  const words = await findSiteText('share', locale)
  const petitions = await Promise.all(
    (await listPetitions(locale)).map(async (petition): Promise<OwnPetition> => {
      const numbers = await findMemberNumbers(petition.id, member.slug, now)
      return { petition, numbers, text: shareWords(petition, words, locale) }
    }),
  )
  return <MemberOwnPage member={member} petitions={petitions} locale={locale} />
}
