import { findLetter } from '@/lib/coalition/find-letter'
import { listMembers } from '@/lib/coalition/list-members'
import { type Locale, words } from '@/messages/words'

interface Caller {
  name: string
  /** Slug of the member's own page. */
  member: string | null
}

/** Names shown of the members; the rest stands on their own page. */
const MOST_MEMBERS = 12

/** Organisations that call for the same: the signers of the letter of 2015, or members of the coalition. */
export async function WhoElse({ slug, locale }: { slug: string; locale: Locale }) {
  const t = words(locale, 'petition.others')
  const found = await callers(slug, locale)
  if (!found) return null
  return (
    <section aria-labelledby="who-else">
      <h2 id="who-else">{t('title')}</h2>
      <p className="mt-4 max-w-[66ch]">{t(found.lead)}</p>
      <ul className="mt-3 max-w-[66ch] border-t border-rule">
        {found.names.map(({ name, member }) => (
          <li key={name} className="border-b border-rule py-2">
            <bdi lang="en">{member ? <a href={`/${locale}/members/${member}`}>{name}</a> : name}</bdi>
          </li>
        ))}
      </ul>
      <p className="mt-4">
        <a href={`/${locale}/${found.path}`}>{found.more}</a>
      </p>
    </section>
  )
}

async function callers(slug: string, locale: Locale) {
  if (slug === 'security-council-must-act') {
    const letter = await findLetter('security-council-2015', locale)
    if (!letter) return null
    const others = letter.coSigners.filter(({ organisation }) => !organisation.includes('ICNK'))
    const names = others.map(({ organisation, memberSlug }): Caller => ({ name: organisation, member: memberSlug }))
    return { lead: 'lead2015', names, path: `letters/${letter.slug}`, more: letter.text.title } as const
  }
  if (slug !== 'commission-of-inquiry') return null
  const organisations = (await listMembers(locale)).filter(({ kind }) => kind === 'organization')
  const names = organisations.slice(0, MOST_MEMBERS).map(({ name, slug }): Caller => ({ name, member: slug }))
  return { lead: 'lead2011', names, path: 'members', more: words(locale, 'members')('title') } as const
}
