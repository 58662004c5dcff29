import { countryName } from '@/components/admin/display-names'
import { type MemberRow, member } from '@/lib/coalition/entities/member'
import { MemberKind, Region } from '@/prisma/generated/enums'
import { languagesInWords } from '../../languages-in-words'
import { Languages, localesOf } from '../languages'
import { codeOptions, countryOptions, slugField, sourcesField } from './common-fields'
import type { EntityView } from './entity-view'

export const memberView: EntityView<MemberRow> = {
  entity: member,
  plural: 'Members',
  singular: 'Member',
  list: {
    title: 'Members and supporters',
    links: [['csv', 'All as CSV']],
    empty: 'No members yet.',
    heads: ['Name', 'Kind', 'Country', 'Names in', 'Left'],
    cells: ({ values, row }, link) => (
      <>
        <td className="name">
          {link(row.name)} <span className="muted">{row.affiliation}</span>
        </td>
        <td>{row.kind}</td>
        <td>{row.country ? countryName(row.country) : '–'}</td>
        <td>{languagesInWords(localesOf(row))}</td>
        <td>{values.left}</td>
      </>
    ),
  },
  add: { title: 'Add a member', submit: 'Add and publish' },
  submit: 'Save and publish',
  fields: async (staff, isNew) => [
    ...(isNew ? [slugField('members')] : []),
    { name: 'name', label: 'Name', hint: 'As the member writes it.', longest: 200, required: true },
    { name: 'kind', label: 'Type', kind: 'select', options: codeOptions(Object.values(MemberKind)) },
    { name: 'affiliation', label: 'Affiliation', hint: 'For a person, if a source names one.', longest: 200 },
    {
      name: 'aliases',
      label: 'Short names',
      hint: 'One per line; used to search the list.',
      kind: 'text',
      rows: 2,
    },
    {
      name: 'country',
      label: 'Country or territory',
      hint: 'Only if a source names it.',
      kind: 'select',
      options: countryOptions('no source names one'),
    },
    {
      name: 'region',
      label: 'Region',
      kind: 'select',
      options: [['', 'no source names one'], ...codeOptions(Object.values(Region))],
    },
    { name: 'website', label: 'Website', longest: 300 },
    {
      name: 'listed',
      label: 'Listed from',
      hint: 'A day, month or year: 2011-12-10, 2011-12 or 2011.',
      required: true,
    },
    { name: 'left', label: 'Left on', hint: 'Removes it from the public list; it is kept here.', kind: 'day' },
    await sourcesField(staff),
  ],
  above: async ({ found: { id, values, row } }) => (
    <>
      {values.left === '' && (
        <p>
          <a href={`/en/members/${values.slug}`}>Public page</a> ·{' '}
          <a href={`/admin/coalition/members/${id}/contacts`}>Contacts</a>
        </p>
      )}
      <h2>Names in other languages</h2>
      <Languages kind="member" thing={id} there={localesOf(row)} without="en" />
      <h2>Details</h2>
    </>
  ),
}
