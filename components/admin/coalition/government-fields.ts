import { GovernmentOffice } from '@/prisma/generated/enums'
import type { FieldSpec } from '../form/field-spec'
import { countryOptions } from './country-options'

/** What the desk enters of a government's address. */
export function governmentFields(fresh: boolean): FieldSpec[] {
  const key: FieldSpec[] = [
    { name: 'country', label: 'Country', kind: 'select', options: countryOptions('Choose one'), required: true },
    {
      name: 'office',
      label: 'Office',
      kind: 'select',
      options: Object.values(GovernmentOffice).map((office) => [office, office.replaceAll('_', ' ')]),
    },
  ]
  return [
    ...(fresh ? key : []),
    { name: 'email', label: 'E-mail address', longest: 254, required: true },
    { name: 'url', label: 'Source', hint: 'The official page that names the address.', longest: 300, required: true },
    {
      name: 'checked',
      label: 'Looked at on',
      hint: 'When that page was last seen to name it.',
      kind: 'day',
      required: true,
    },
  ]
}
