import type { Query, QueryErrors } from '@/lib/input/read-query'
import { signalCodes } from '@/lib/integrity/signals'
import { listedStates } from '@/lib/signatures/states'
import { flagName } from './display-names'
import { FilterChoice, FilterText } from './filter-field'

interface Props {
  petitions: { id: string; slug: string }[]
  query: Query
  errors?: QueryErrors
  /** A rule must name its petition, and can go by domain. */
  rule?: boolean
  /** For an export, which is of one petition and unordered. */
  file?: boolean
}

/** The parts of a filter, as form controls with the values that the address has, also those that cannot be read. */
export function FilterFields({ petitions, query, errors = {}, rule = false, file = false }: Props) {
  const one = rule || file
  const given = (name: string) => ({ name, value: [query[name] ?? ''].flat()[0] ?? '', wrong: name in errors })
  const slugs = petitions.map(({ id, slug }): [string, string] => [id, slug])
  return (
    <>
      <FilterChoice
        {...given('petition')}
        label="Petition"
        any={one ? 'Choose one' : 'All'}
        options={slugs}
        required={one}
      />
      <FilterChoice {...given('state')} label="State" any="Any" options={listedStates.map(twice)} />
      {rule && <FilterText {...given('domain')} label="Email domain" size={18} />}
      <FilterText {...given('country')} label="Country (two letters)" size={4} longest={2} pattern="[A-Za-z]{2}" />
      <FilterText {...given('locale')} label="Language" size={5} longest={6} pattern="[a-z]{2,3}(-[A-Z]{2})?" />
      <FilterText {...given('via')} label="Member code" size={10} longest={64} />
      <FilterChoice {...given('comment')} label="Comment" any="Any" options={comments} />
      <FilterChoice {...given('signal')} label="Flags at signing" any="Anything" options={signals} />
      <FilterChoice {...given('appealed')} label="Appealed" any="Any" options={[['yes', 'Yes']]} />
      <FilterText {...given('from')} label="Received from (UTC)" type="datetime-local" />
      <FilterText {...given('to')} label="and before" type="datetime-local" />
      {!one && <FilterChoice {...given('sort')} label="Order" any="Newest first" options={orders} />}
    </>
  )
}

const comments: [string, string][] = [
  ['yes', 'With'],
  ['no', 'Without'],
]
const orders: [string, string][] = [
  ['oldest', 'Oldest first'],
  ['appeal', 'Appealed, longest wait first'],
]
const signals = signalCodes.map((code): [string, string] => [code, flagName(code)])

function twice(text: string): [string, string] {
  return [text, text]
}
