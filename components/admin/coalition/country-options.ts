import { countriesByName } from '@/components/site/country-names'

/** All countries and territories by name, with a first choice of none. */
export function countryOptions(none: string): [value: string, words: string][] {
  return [['', none], ...countriesByName('en').map(({ code, name }): [string, string] => [code, name])]
}
