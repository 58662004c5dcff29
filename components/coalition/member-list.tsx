import { foreignText } from '@/components/site/foreign-text'
import type { MemberView } from '@/lib/coalition/member-view'
import { type Locale, translator } from '@/messages/translator'
import { MemberChanges } from './member-changes'
import { nameOfCountry } from './member-links'

/** Organisations, then individuals: name, affiliation, country. */
export function MemberList({ members, locale }: { members: MemberView[]; locale: Locale }) {
  const t = translator(locale, 'members.kinds')
  return (['organization', 'individual'] as const).map((kind) => {
    const some = members.filter((member) => member.kind === kind)
    if (some.length === 0) return null
    return (
      <section key={kind} aria-labelledby={kind} className="mt-6">
        <h3 id={kind}>{t(kind)}</h3>
        <ul className="mt-2 border-t border-rule">
          {some.map((member) => (
            <Entry key={member.slug} member={member} locale={locale} />
          ))}
        </ul>
      </section>
    )
  })
}

function Entry({ member, locale }: { member: MemberView; locale: Locale }) {
  const { slug, name, affiliation, country, nameLocale, affiliationLocale, ownName, changes } = member
  return (
    <li className="break-inside-avoid border-b border-rule py-2 sm:flex print:flex print:py-0.5 sm:justify-between sm:gap-x-8">
      <div>
        <a
          href={`/${locale}/members/${slug}`}
          className="inline-flex min-h-8 items-center font-serif print:min-h-0 print:no-underline"
        >
          <bdi {...foreignText(nameLocale, locale)}>{name}</bdi>
        </a>
        {ownName && (
          <p className="text-small leading-snug text-muted">
            <bdi {...foreignText(ownName.locale, locale)}>{ownName.name}</bdi>
          </p>
        )}
        {affiliation && (
          <p className="text-small leading-snug text-muted">
            <bdi {...foreignText(affiliationLocale, locale)}>{affiliation}</bdi>
          </p>
        )}
        <MemberChanges changes={changes} locale={locale} />
      </div>
      <p className="shrink-0 text-small text-muted sm:pt-1.5">{nameOfCountry(country, locale)}</p>
    </li>
  )
}
