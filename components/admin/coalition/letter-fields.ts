import type { FieldSpec } from '../form/field-spec'
import { slugField, sourcesField } from './common-fields'
import { countryOptions } from './country-options'

/** What the desk enters of a letter, but its words. @param sources keys and names */
export function letterFields(sources: [string, string][], fresh: boolean): FieldSpec[] {
  return [
    ...(fresh ? [slugField('letters')] : []),
    { name: 'dated', label: 'Date', hint: 'A day, month or year: 2026-12-10, 2026-12 or 2026.', required: true },
    sourcesField(sources),
  ]
}

/** Whom to invite. @param members addresses and names */
export function invitationFields(members: [string, string][]): FieldSpec[] {
  return [
    {
      name: 'organisation',
      label: 'Organisation',
      hint: 'As it is to stand under the letter.',
      longest: 200,
      required: true,
    },
    { name: 'country', label: 'Country or territory', kind: 'select', options: countryOptions('not named') },
    { name: 'member', label: 'It is the member', kind: 'select', options: [['', 'none of them'], ...members] },
  ]
}
