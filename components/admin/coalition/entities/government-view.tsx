import { isCheckedLongAgo } from '@/lib/coalition/entities/check-again'
import { governmentAddress } from '@/lib/coalition/entities/government-address'
import type { GovernmentAddress } from '@/prisma/generated/client'
import { GovernmentOffice } from '@/prisma/generated/enums'
import { codeName } from '../../code-name'
import { ConfirmLink } from '../../confirm/confirm-link'
import { countryName } from '../../display-names'
import type { FieldSpec } from '../../form/field-spec'
import { Pill } from '../../pill'
import { t } from '../../words'
import { codeOptions, countryOptions } from './common-fields'
import type { EntityView } from './entity-view'

const key = (): FieldSpec[] => [
  {
    name: 'country',
    label: t('common.country'),
    kind: 'select',
    options: countryOptions(t('common.chooseOne')),
    required: true,
  },
  { name: 'office', label: t('common.office'), kind: 'select', options: codeOptions(Object.values(GovernmentOffice)) },
]

export const governmentView = (): EntityView<GovernmentAddress> => ({
  entity: governmentAddress,
  plural: t('coalition.governmentAddresses'),
  singular: t('coalition.governmentAddress'),
  list: {
    intro: t('coalition.lettersFromSignersTo'),
    empty: t('coalition.noAddressesYet'),
    heads: [t('common.country'), t('common.office'), t('common.address'), t('common.source'), t('coalition.checked')],
    cells: ({ values, row }, link) => (
      <>
        <td className="name">{link(countryName(row.country))}</td>
        <td>{codeName(row.office)}</td>
        <td>{row.email}</td>
        <td className="name">{row.url ?? t('common.none')}</td>
        <td>
          {values.checked}{' '}
          {isCheckedLongAgo(row.checkedOn, new Date()) && <Pill tone="warn">{t('coalition.checkAgain')}</Pill>}
        </td>
      </>
    ),
  },
  add: { title: t('coalition.addAGovernmentAddress'), submit: t('coalition.requestApprovalToAdd') },
  submit: t('coalition.requestApprovalToSave'),
  titleOf: ({ row: { country, office } }) => `${countryName(country)}, ${codeName(office).toLowerCase()}`,
  fields: async (_, isNew) => [
    ...(isNew ? key() : []),
    { name: 'email', label: t('common.emailAddress'), longest: 254, required: true },
    { name: 'url', label: t('common.source'), hint: t('coalition.theOfficialPageThat'), longest: 300, required: true },
    {
      name: 'checked',
      label: t('coalition.checkedOn'),
      hint: t('coalition.whenThatPageWas'),
      kind: 'day',
      required: true,
    },
  ],
  below: async ({ found: { id }, actions }) =>
    actions && (
      <ConfirmLink act="remove-government" of={id}>
        {t('coalition.removeThisAddress')}
      </ConfirmLink>
    ),
})
