import { z } from 'zod'
import { countryField, dayField, emailField, websiteField } from '@/lib/input/form-fields'
import type { GovernmentAddress } from '@/prisma/generated/client'
import { GovernmentOffice } from '@/prisma/generated/enums'
import type { Entity } from './entity'
import { dayValue } from './fields'

const schema = z.object({
  country: countryField,
  office: z.enum(GovernmentOffice, 'unknown'),
  email: emailField,
  url: websiteField.refine((url) => url !== null, 'missing'),
  checked: dayField,
})

type Form = z.output<typeof schema>

/**
 * An address for signers' letters to a government, the page that names it, and the day on which that page was last
 * checked. A country has one for each office. Signers write to it, so each change needs approval.
 */
export const governmentAddress: Entity<Form, GovernmentAddress> = {
  name: 'government',
  schema,
  keyField: 'office',
  isId: (id) => keyOf(id) !== null,
  newId: ({ country, office }) => `${country}.${office}`,
  idOf: ({ country, office }) => `${country}.${office}`,
  titleOf: ({ country, office }) => `${country}.${office}`,
  async lock(tx, id) {
    const key = keyOf(id)
    if (!key) return null
    const { country, office } = key
    const rows = await tx.$queryRaw<unknown[]>`
      SELECT 1 FROM government_address WHERE country = ${country} AND office = ${office}::government_office FOR UPDATE`
    return rows.length > 0 ? id : null
  },
  async find(tx, id) {
    const key = keyOf(id)
    return key && tx.governmentAddress.findUnique({ where: { country_office: key } })
  },
  list: (tx) => tx.governmentAddress.findMany({ orderBy: [{ country: 'asc' }, { office: 'asc' }] }),
  valuesOf: ({ country, office, email, url, checkedOn }) => ({
    country,
    office,
    email,
    url: url ?? '',
    checked: dayValue(checkedOn),
  }),
  check: ({ checked }, now) => (checked > now ? { checked: ['future'] } : null),
  describeNew: ({ checked }) => ({ checked: dayValue(checked) }),
  async insert(tx, _, form) {
    const data = { country: form.country, office: form.office, ...dataOf(form) }
    const { count } = await tx.governmentAddress.createMany({ data, skipDuplicates: true })
    return count > 0
  },
  async update(tx, id, form) {
    const key = keyOf(id)
    if (!key) return { form: ['unknown'] }
    await tx.governmentAddress.update({ where: { country_office: key }, data: dataOf(form) })
    return null
  },
  approval: {
    noun: 'government address',
    fields: [
      { name: 'email', label: 'Email address' },
      { name: 'url', label: 'Page that names it' },
      { name: 'checked', label: 'Checked on' },
    ],
    valuesOf: ({ email, url, checked }) => ({ email: email.deliverable, url: url ?? '', checked: dayValue(checked) }),
    keyOf: (id) => ({ ...keyOf(id) }),
    async remove(tx, id) {
      const key = keyOf(id)
      if (key) await tx.governmentAddress.delete({ where: { country_office: key } })
    },
  },
}

function dataOf({ email, url, checked }: Form) {
  return { email: email.deliverable, url, checkedOn: checked }
}

/** The key in an id such as `KR.un_mission`, or null. */
function keyOf(id: string): { country: string; office: GovernmentOffice } | null {
  const [country = '', name, ...rest] = id.split('.')
  const office = Object.values(GovernmentOffice).find((one) => one === name)
  return /^[A-Z]{2}$/.test(country) && office && rest.length === 0 ? { country, office } : null
}
