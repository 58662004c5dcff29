import { filterMembers, type MemberFilter } from '@/lib/coalition/filter-members'
import type { MemberView } from '@/lib/coalition/member-view'
import { type Locale, translator } from '@/messages/translator'
import { JsonLd } from './json-ld'
import { MemberFigures } from './member-figures'
import { MemberFilters } from './member-filters'
import { membersAddress } from './member-links'
import { MemberList } from './member-list'
import { MemberMap } from './member-map'
import { organizationData } from './organization-data'

interface Props {
  members: MemberView[]
  /** Those among them that somebody looks for. */
  searched?: MemberView[]
  /** Of those, the choices; the text is for addresses. */
  filter: MemberFilter
  /** The text in the search field. */
  typed?: string | undefined
  locale: Locale
}

/** The directory of members and supporters that match a filter: figures, search, filters, list and map. */
export function MemberDirectory({ members, searched = members, filter, typed, locale }: Props) {
  const t = translator(locale, 'members')
  const found = filterMembers(searched, filter)
  const filtered = membersAddress(locale, filter) !== membersAddress(locale, {})
  return (
    <>
      <header className="pt-8 lg:pt-14">
        <h1>{t('title')}</h1>
        <p className="mt-4 max-w-[60ch] font-serif text-lead">{t('lead')}</p>
      </header>
      <div className="mt-8 gap-x-16 lg:grid lg:grid-cols-[16rem_minmax(0,1fr)]">
        <MemberFilters members={searched} filter={filter} typed={typed} locale={locale} />
        <section aria-labelledby="found" className="mt-10 lg:mt-0">
          <h2 id="found" className="text-3">
            {t('found', { count: found.length })}
          </h2>
          {filtered && (
            <p className="print:hidden">
              <a href={membersAddress(locale, {})} className="inline-flex min-h-11 items-center">
                {t('clear')}
              </a>
            </p>
          )}
          {found.length === 0 && <p className="mt-3">{t(members.length === 0 ? 'empty' : 'none')}</p>}
          <MemberList members={found} locale={locale} />
          <p className="mt-4 text-small print:hidden">
            <a href={`/${locale}/members/members.csv`} download className="inline-flex min-h-11 items-center">
              {t('csv')}
            </a>
          </p>
        </section>
      </div>
      <MemberMap members={found} locale={locale} />
      <MemberFigures members={members} locale={locale} />
      {!filtered && (
        <JsonLd
          data={{
            ...organizationData(locale),
            member: members.map(({ name, kind }) => ({
              '@type': kind === 'organization' ? 'Organization' : 'Person',
              name,
            })),
          }}
        />
      )}
    </>
  )
}
