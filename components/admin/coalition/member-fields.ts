import { MemberKind, Region } from '@/prisma/generated/enums'
import type { FieldSpec } from '../form/field-spec'
import { slugField, sourcesField } from './common-fields'
import { countryOptions } from './country-options'

/** What the desk enters of a member. @param sources keys and names */
export function memberFields(sources: [string, string][], fresh: boolean): FieldSpec[] {
  return [
    ...(fresh ? [slugField('members')] : []),
    { name: 'name', label: 'Name', hint: 'As it writes itself.', longest: 200, required: true },
    {
      name: 'kind',
      label: 'What it is',
      kind: 'select',
      options: Object.values(MemberKind).map((kind) => [kind, kind]),
    },
    { name: 'affiliation', label: 'Affiliation', hint: 'Of a person, if a source names one.', longest: 200 },
    {
      name: 'aliases',
      label: 'Short names',
      hint: 'One a line; the list can be searched by them.',
      kind: 'text',
      rows: 2,
    },
    {
      name: 'country',
      label: 'Country or territory',
      hint: 'Only where a source names it.',
      kind: 'select',
      options: countryOptions('no source names one'),
    },
    {
      name: 'region',
      label: 'Region',
      kind: 'select',
      options: [['', 'no source names one'], ...Object.values(Region).map(worded)],
    },
    { name: 'website', label: 'Website', longest: 300 },
    {
      name: 'listed',
      label: 'Listed from',
      hint: 'A day, month or year: 2011-12-10, 2011-12 or 2011.',
      required: true,
    },
    { name: 'left', label: 'Left on', hint: 'Takes it off the public list; it is kept here.', kind: 'day' },
    sourcesField(sources),
  ]
}

function worded(name: string): [string, string] {
  return [name, name.replaceAll('_', ' ')]
}
