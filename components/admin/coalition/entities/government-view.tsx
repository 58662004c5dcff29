import { countryName } from '@/components/site/country-names'
import { governmentAddress } from '@/lib/coalition/entities/government-address'
import type { GovernmentAddress } from '@/prisma/generated/client'
import { GovernmentOffice } from '@/prisma/generated/enums'
import { ConfirmLink } from '../../confirm/confirm-link'
import type { FieldSpec } from '../../form/field-spec'
import { codeOptions, countryOptions } from './common-fields'
import type { EntityView } from './entity-view'

const key: FieldSpec[] = [
  { name: 'country', label: 'Country', kind: 'select', options: countryOptions('Choose one'), required: true },
  { name: 'office', label: 'Office', kind: 'select', options: codeOptions(Object.values(GovernmentOffice)) },
]

export const governmentView: EntityView<GovernmentAddress> = {
  entity: governmentAddress,
  plural: 'Government addresses',
  singular: 'Government address',
  list: {
    intro:
      'Letters from signers to their governments go to these addresses once a second person has approved them. Use only addresses that an official page names.',
    empty: 'No addresses yet.',
    heads: ['Country', 'Office', 'Address', 'Source', 'Checked'],
    cells: ({ values, row }, link) => (
      <>
        <td className="name">{link(countryName(row.country, 'en'))}</td>
        <td>{row.office.replaceAll('_', ' ')}</td>
        <td>{row.email}</td>
        <td className="name">{row.url ?? 'none'}</td>
        <td>{values.checked}</td>
      </>
    ),
  },
  add: { title: 'Add a government address', submit: 'Request approval to add' },
  submit: 'Request approval to save',
  titleOf: ({ row: { country, office } }) => `${countryName(country, 'en')}, ${office.replaceAll('_', ' ')}`,
  fields: async (_, isNew) => [
    ...(isNew ? key : []),
    { name: 'email', label: 'Email address', longest: 254, required: true },
    { name: 'url', label: 'Source', hint: 'The official page that states the address.', longest: 300, required: true },
    {
      name: 'checked',
      label: 'Checked on',
      hint: 'When that page was last seen to state it.',
      kind: 'day',
      required: true,
    },
  ],
  below: async ({ found: { id }, actions }) =>
    actions && (
      <ConfirmLink act="remove-government" of={id}>
        Remove this address
      </ConfirmLink>
    ),
}
