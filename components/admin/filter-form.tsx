import { countriesByName } from '@/components/site/country-names'
import { listMemberNames } from '@/lib/coalition/list-member-names'
import type { Query, QueryErrors } from '@/lib/input/read-query'
import { signalCodes } from '@/lib/integrity/signals'
import type { PetitionName } from '@/lib/petitions/list-petition-names'
import { listedStates } from '@/lib/signatures/states'
import { languageName } from '@/messages/language-name'
import { locales } from '@/messages/translator'
import { codeName } from './code-name'
import { flagName } from './display-names'
import { FilterChoice, FilterText } from './filter-field'

interface Props {
  petitions: PetitionName[]
  query: Query
  errors?: QueryErrors
  /** A rule must name its petition, and can go by domain. */
  rule?: boolean
  /** For an export, which is of one petition and unordered. */
  file?: boolean
}

/** The parts of a filter, as form controls with the values that the address has, also those that cannot be read. */
export async function FilterFields({ petitions, query, errors = {}, rule = false, file = false }: Props) {
  const one = rule || file
  const given = (name: string) => ({ name, value: [query[name] ?? ''].flat()[0] ?? '', wrong: name in errors })
  const members = (await listMemberNames()).map(({ slug, name }): [string, string] => [slug, name])
  const titles = petitions.map(({ id, title }): [string, string] => [id, title])
  return (
    <>
      <FilterChoice
        {...given('petition')}
        label="Petition"
        any={one ? 'Choose one' : 'All'}
        options={titles}
        required={one}
      />
      <FilterChoice {...given('state')} label="State" any="Any" options={states} />
      {rule && <FilterText {...given('domain')} label="Email domain" size={18} />}
      <FilterChoice {...given('country')} label="Country" any="All" options={countries} />
      <FilterChoice {...given('locale')} label="Language" any="All" options={languages} />
      <FilterText {...given('via')} label="Member link" size={16} longest={64} options={members} />
      <FilterChoice {...given('comment')} label="Comment" any="Any" options={comments} />
      <FilterChoice {...given('signal')} label="Flags at signing" any="Anything" options={signals} />
      <FilterChoice {...given('appealed')} label="Appealed" any="Any" options={[['yes', 'Yes']]} />
      <FilterText {...given('from')} label="Received from (UTC)" type="datetime-local" />
      <FilterText {...given('to')} label="and before" type="datetime-local" />
      {!one && <FilterChoice {...given('sort')} label="Order" any="Newest first" options={orders} />}
    </>
  )
}

const countries = countriesByName('en').map(({ code, name }): [string, string] => [code, name])
const languages = locales.map((code): [string, string] => [code, languageName(code)])
const comments: [string, string][] = [
  ['yes', 'With'],
  ['no', 'Without'],
]
const orders: [string, string][] = [
  ['oldest', 'Oldest first'],
  ['appeal', 'Appealed, longest wait first'],
]
const states = listedStates.map((state): [string, string] => [state, codeName(state)])
const signals = signalCodes.map((code): [string, string] => [code, flagName(code)])
