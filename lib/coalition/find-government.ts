import { db } from '@/lib/db'
import type { GovernmentOffice } from '@/prisma/generated/enums'

export interface GovernmentAddressView {
  office: GovernmentOffice
  email: string
  url: string | null
  checkedOn: Date
}

/** The addresses staff have entered for a country's government; often none. */
export async function findGovernment(country: string): Promise<GovernmentAddressView[]> {
  const rows = await db().governmentAddress.findMany({ where: { country }, orderBy: { office: 'asc' } })
  return rows.map(({ office, email, url, checkedOn }) => ({ office, email, url, checkedOn }))
}
