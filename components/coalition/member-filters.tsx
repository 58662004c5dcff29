import { controlLook } from '@/components/ui/field'
import { countChoices, type MemberFilter } from '@/lib/coalition/filter-members'
import type { MemberView } from '@/lib/coalition/member-view'
import { type Locale, translator } from '@/messages/translator'
import type { MemberKind } from '@/prisma/generated/enums'
import { membersAddress, nameOfCountry, nameOfRegion } from './member-links'

interface Props {
  /** Those that somebody looks for; all if nothing was typed. */
  members: MemberView[]
  filter: MemberFilter
  locale: Locale
}

/** Search and filters. Each choice is a link with its number of results, and keeps the other choices. */
export function MemberFilters({ members, filter, typed, locale }: Props & { typed: string | undefined }) {
  const t = translator(locale, 'members')
  return (
    <div className="print:hidden">
      <search>
        <form action={`/${locale}/members/find`} method="get" className="space-y-2">
          <label htmlFor="q" className="block font-semibold">
            {t('search.label')}
          </label>
          <p id="q-hint" className="text-small leading-snug text-muted">
            {t('search.hint')}
          </p>
          <div className="flex gap-2">
            <input
              type="search"
              id="q"
              name="q"
              defaultValue={typed}
              maxLength={100}
              aria-describedby="q-hint"
              className={`${controlLook} min-w-0`}
            />
            <button type="submit" className="min-h-12 cursor-pointer rounded-sm border border-edge px-4">
              {t('search.button')}
            </button>
          </div>
          {(['kind', 'region', 'country'] as const).map(
            (name) => filter[name] && <input key={name} type="hidden" name={name} value={filter[name]} />,
          )}
        </form>
      </search>
      <nav aria-label={t('filters')} className="mt-6 space-y-6">
        {(['kind', 'region', 'country'] as const).map((name) => (
          <Group key={name} name={name} members={members} filter={filter} locale={locale} />
        ))}
      </nav>
    </div>
  )
}

function Group({ name, members, filter, locale }: Props & { name: 'kind' | 'region' | 'country' }) {
  const t = translator(locale, 'members')
  const choices = countChoices(members, name, filter)
  const total = choices.reduce((sum, { count }) => sum + count, 0)
  const link = (value: string | undefined, label: string, count: number) => (
    <li key={value ?? ''}>
      <a
        href={membersAddress(locale, { ...filter, [name]: value })}
        aria-current={filter[name] === value ? 'true' : undefined}
        className="inline-flex min-h-8 items-center py-1 leading-snug aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline"
      >
        {t('choice', { name: label, count })}
      </a>
    </li>
  )
  return (
    <div>
      <p id={`filter-${name}`} className="font-semibold">
        {t(name)}
      </p>
      <ul aria-labelledby={`filter-${name}`} className="mt-1 flex flex-wrap gap-x-5 lg:block">
        {link(undefined, t('all'), total)}
        {choices.map(({ value, count }) => link(value, labelOf(name, value, locale), count))}
      </ul>
    </div>
  )
}

function labelOf(name: 'kind' | 'region' | 'country', value: string, locale: Locale): string {
  if (name === 'region') return nameOfRegion(value, locale)
  if (name === 'country') return nameOfCountry(value, locale)
  return translator(locale, 'members.kinds')(value as MemberKind)
}
