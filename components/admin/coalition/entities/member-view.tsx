import { type MemberRow, member } from '@/lib/coalition/entities/member'
import { MemberKind, Region } from '@/prisma/generated/enums'
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
    empty: 'There are no members.',
    heads: ['Name', 'Kind', 'Country', 'Own names in', 'Left'],
    cells: ({ values, row }, link) => (
      <>
        <td className="name">
          {link(row.name)} <span className="muted">{row.affiliation}</span>
        </td>
        <td>{row.kind}</td>
        <td>{row.country ?? '–'}</td>
        <td>{localesOf(row).sort().join(' ') || '–'}</td>
        <td>{values.left}</td>
      </>
    ),
  },
  add: { title: 'Add a member', submit: 'Add; it is on the public list within ten seconds' },
  submit: 'Save; public within ten seconds',
  fields: async (staff, isNew) => [
    ...(isNew ? [slugField('members')] : []),
    { name: 'name', label: 'Name', hint: 'As it writes itself.', longest: 200, required: true },
    { name: 'kind', label: 'What it is', kind: 'select', options: codeOptions(Object.values(MemberKind)) },
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
      options: [['', 'no source names one'], ...codeOptions(Object.values(Region))],
    },
    { name: 'website', label: 'Website', longest: 300 },
    {
      name: 'listed',
      label: 'Listed from',
      hint: 'A day, month or year: 2011-12-10, 2011-12 or 2011.',
      required: true,
    },
    { name: 'left', label: 'Left on', hint: 'Takes it off the public list; it is kept here.', kind: 'day' },
    await sourcesField(staff),
  ],
  above: async ({ found: { id, values, row } }) => (
    <>
      {values.left === '' && (
        <p>
          <a href={`/en/members/${values.slug}`}>Its public page</a>
        </p>
      )}
      <h2>Its names in other languages</h2>
      <Languages kind="member" thing={id} there={localesOf(row)} without="en" />
      <h2>What is known of it</h2>
    </>
  ),
}
