import { countriesByName } from '@/components/site/country-names'
import { listMemberNames } from '@/lib/coalition/list-member-names'
import type { Query, QueryErrors } from '@/lib/input/read-query'
import { signalCodes } from '@/lib/integrity/signals'
import type { PetitionName } from '@/lib/petitions/list-petition-names'
import { keptMoment, keptName, shownIn } from '@/lib/signatures/admin/typed-moments'
import { listedStates } from '@/lib/signatures/states'
import { zoneName } from '@/lib/text/time-zone'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { readerZone } from '@/lib/web/admin/reader-zone'
import { locales } from '@/messages/translator'
import { codeName } from './code-name'
import { flagName, languageName } from './display-names'
import { FilterChoice, type FilterOption, FilterText } from './filter-field'
import { t } from './words'

interface Props {
  petitions: PetitionName[]
  query: Query
  errors?: QueryErrors
  /** For a rule, which must name its petition, and may name a domain. */
  rule?: boolean
  /** For an export, which is unordered, with separate fields for its petition and days. */
  file?: boolean
}

/** The parts of a filter as form controls with the query's values, including invalid ones. */
export async function FilterFields({ petitions, query, errors = {}, rule = false, file = false }: Props) {
  const given = (name: string) => ({ name, value: [query[name] ?? ''].flat()[0] ?? '', wrong: name in errors })
  const reader = readerZone()
  const zone = zoneName(reader, readerLanguage())
  const moment = (name: 'from' | 'to') => ({ ...given(name), value: shownIn(reader, query, name) })
  const kept = (['from', 'to'] as const).flatMap((name) => {
    const value = keptMoment(reader, query, name)
    return value ? [{ name: keptName(name), value }] : []
  })
  const members = (await listMemberNames()).map(({ slug, name }): [string, string] => [slug, name])
  const via = given('via')
  // A link's code without a member, for example a deleted one, is shown as it is.
  const isOther = via.value !== '' && !via.wrong && members.every(([slug]) => slug !== via.value)
  const others = isOther ? [[via.value, t('filter.linkOfNoMember', { code: via.value })] as [string, string]] : []
  const titles = petitions.map(({ id, title, language }): FilterOption => [id, title, language])
  return (
    <>
      {!file && (
        <FilterChoice
          {...given('petition')}
          label={t('common.petition')}
          any={rule ? t('common.chooseOne') : t('common.all')}
          options={titles}
          required={rule}
        />
      )}
      <FilterChoice {...given('state')} label={t('common.state')} any={t('filter.any')} options={states()} />
      {rule && <FilterText {...given('domain')} label={t('filter.emailDomain')} size={18} />}
      <FilterChoice {...given('country')} label={t('common.country')} any={t('common.all')} options={countries()} />
      <FilterChoice {...given('locale')} label={t('common.language')} any={t('common.all')} options={languages()} />
      <FilterChoice {...via} label={t('common.memberLink')} any={t('common.all')} options={[...members, ...others]} />
      <FilterChoice {...given('comment')} label={t('common.comment')} any={t('filter.any')} options={comments()} />
      <FilterChoice
        {...given('signal')}
        label={t('common.flagsAtSigning')}
        any={t('filter.anything')}
        options={signals()}
      />
      {query.network && (
        <FilterChoice
          {...given('network')}
          label={t('common.network')}
          any={t('filter.any')}
          options={[[given('network').value, t('filter.oneBusyNetwork')]]}
        />
      )}
      <FilterChoice
        {...given('appealed')}
        label={t('common.appealed')}
        any={t('filter.any')}
        options={[['yes', t('filter.yes')]]}
      />
      <input type="hidden" name="zone" value={reader} />
      {kept.map(({ name, value }) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {file && (
        <>
          <FilterText {...given('fromDay')} label={t('filter.fromDay', { zone })} type="date" />
          <FilterText {...given('toDay')} label={t('filter.toDay', { zone })} type="date" />
        </>
      )}
      {(!file || query.from || query.to) && (
        <>
          <FilterText {...moment('from')} label={t('filter.receivedFrom', { zone })} type="datetime-local" />
          <FilterText {...moment('to')} label={t('filter.receivedBefore', { zone })} type="datetime-local" />
        </>
      )}
      {!rule && !file && (
        <FilterChoice {...given('sort')} label={t('common.order')} any={t('filter.newestFirst')} options={orders()} />
      )}
    </>
  )
}

const countries = () => countriesByName(readerLanguage()).map(({ code, name }): [string, string] => [code, name])
const languages = () => locales.map((code): [string, string] => [code, languageName(code)])
const comments = (): [string, string][] => [
  ['yes', t('filter.with')],
  ['no', t('filter.without')],
]
const orders = (): [string, string][] => [
  ['oldest', t('filter.oldestFirst')],
  ['appeal', t('filter.appealedFirst')],
]
const states = () => listedStates.map((state): [string, string] => [state, codeName(state)])
const signals = (): [string, string][] => [
  ['any', t('filter.anyFlag')],
  ...signalCodes.map((code): [string, string] => [code, flagName(code)]),
]
