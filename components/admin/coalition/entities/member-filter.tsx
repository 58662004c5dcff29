import type { ReactNode } from 'react'
import type { Listed } from '@/lib/coalition/entities/find-editable'
import type { MemberRow } from '@/lib/coalition/entities/member'
import { fold } from '@/lib/text/fold'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { codeName } from '../../code-name'
import { countryName } from '../../display-names'
import { FilterBar } from '../../filter-bar'
import type { Condition } from '../../filter-chips'
import { FilterChoice, FilterText } from '../../filter-field'
import { t } from '../../words'

type Query = Record<string, string | string[] | undefined>

const chosen = (query: Query, name: string) => {
  const value = query[name]
  return typeof value === 'string' ? value : ''
}

/** Filters members by words of their names in any language, first letter, type, country, and whether they have left. */
export function narrowMembers(rows: Listed<MemberRow>[], query: Query): Listed<MemberRow>[] {
  const [text, letter, kind, country, stays] = ['text', 'letter', 'kind', 'country', 'stays'].map((name) =>
    chosen(query, name),
  )
  const words = fold(text ?? '').split(' ')
  return rows.filter(({ row }) => {
    if (letter && letterOf(row.name) !== letter) return false
    if (kind && row.kind !== kind) return false
    if (country && (row.country ?? NONE) !== country) return false
    if (stays && (stays === 'left') !== (row.leftOn !== null)) return false
    return words.every((word) => row.search.includes(word))
  })
}

const NONE = 'none'

function letterOf(name: string): string {
  return Array.from(fold(name).toUpperCase())[0] ?? ''
}

/** The filter, offering only choices that match somebody, and the number of results. */
export function MemberFilter({ rows, left, query }: { rows: Listed<MemberRow>[]; left: number; query: Query }) {
  const field = (name: string) => ({ name, value: chosen(query, name), wrong: false, any: t('common.all') })
  const members = rows.map(({ row }) => row)
  return (
    <>
      <FilterBar path="/admin/coalition/members" query={query} conditions={conditionsIn(query)}>
        <FilterText {...field('text')} label={t('common.name')} />
        <FilterChoice
          {...field('letter')}
          label={t('coalition.firstLetter')}
          options={choices(
            members,
            ({ name }) => letterOf(name),
            (letter) => letter,
          )}
        />
        <FilterChoice
          {...field('kind')}
          label={t('common.type')}
          options={choices(
            members,
            ({ kind }) => kind,
            (kind) => codeName(kind).toLowerCase(),
          )}
        />
        <FilterChoice
          {...field('country')}
          label={t('common.country')}
          options={choices(
            members,
            ({ country }) => country ?? NONE,
            (country) => (country === NONE ? t('coalition.noCountry') : countryName(country)),
          )}
        />
        <FilterChoice
          {...field('stays')}
          label={t('coalition.membership')}
          options={[
            ['member', t('coalition.stillMember')],
            ['left', t('coalition.formerMember')],
          ]}
        />
        {query.sort && <input type="hidden" name="sort" value={chosen(query, 'sort')} />}
      </FilterBar>
      <p>{t('coalition.membersShown', { left, all: rows.length })}</p>
    </>
  )
}

/** The conditions of the query, in words. */
function conditionsIn(query: Query): Condition[] {
  const values: Record<string, (value: string) => ReactNode> = {
    text: (value) => t('filter.labelled', { label: t('common.name'), value }),
    letter: (value) => t('filter.labelled', { label: t('coalition.firstLetter'), value }),
    kind: codeName,
    country: (value) => (value === NONE ? t('coalition.noCountry') : countryName(value)),
    stays: (value) => t(value === 'left' ? 'coalition.formerMember' : 'coalition.stillMember'),
  }
  return Object.entries(values).flatMap(([name, words]) => {
    const value = chosen(query, name)
    return value ? [{ names: [name], words: words(value) }] : []
  })
}

function choices(
  members: MemberRow[],
  valueIn: (member: MemberRow) => string,
  nameOf: (value: string) => string,
): [string, string][] {
  const order = new Intl.Collator(readerLanguage())
  const values = [...new Set(members.map(valueIn))]
  return values.map((value): [string, string] => [value, nameOf(value)]).toSorted(([, a], [, b]) => order.compare(a, b))
}
