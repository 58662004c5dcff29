import { z } from 'zod'
import { db } from '@/lib/db'
import { countryField, dayField, emailField, websiteField } from '@/lib/integrity/form-fields'
import { record } from '@/lib/staff/audit/record'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import type { GovernmentAddress, Prisma } from '@/prisma/generated/client'
import { GovernmentOffice } from '@/prisma/generated/enums'
import { changeRow, type SaveResult, type Values } from './change-row'

/** An address where a signer's letter to a government goes, with where it was found and when that was looked at. */
export const governmentForm = z.object({
  country: countryField,
  office: z.enum(GovernmentOffice, 'unknown'),
  email: emailField,
  url: websiteField.refine((url) => url !== null, 'missing'),
  checked: dayField,
})

export type GovernmentForm = z.output<typeof governmentForm>

export function governmentValues({ country, office, email, url, checkedOn }: GovernmentAddress): Values {
  return { country, office, email, url: url ?? '', checked: checkedOn.toISOString().slice(0, 10) }
}

/** Adds an address; a country has one for each office. */
export async function addGovernment(by: Staff, form: GovernmentForm, now: Date): Promise<SaveResult> {
  authorise(by, 'coalition.write')
  const { country, office } = form
  if (form.checked > now) return { ok: false, errors: { checked: ['future'] } }
  return db().$transaction(async (tx): Promise<SaveResult> => {
    const data = { country, office, ...dataOf(form) }
    const { count } = await tx.governmentAddress.createMany({ data, skipDuplicates: true })
    if (count === 0) return { ok: false, errors: { office: ['taken'] } }
    const subject = `government:${country}.${office}`
    await record(tx, { by, verb: 'government.add', subject, detail: { checked: governmentDay(form) } }, now)
    return { ok: true, id: `${country}.${office}` }
  })
}

/** Changes an address; its country and office stay. */
export function saveGovernment(
  by: Staff,
  id: string,
  seen: string,
  form: GovernmentForm,
  now: Date,
): Promise<SaveResult> {
  const key = governmentKey(id)
  const write = async (tx: Prisma.TransactionClient) => {
    if (form.checked > now) return { checked: ['future'] }
    if (key) await tx.governmentAddress.update({ where: { country_office: key }, data: dataOf(form) })
    return null
  }
  const values = governmentValuesOf(id)
  return changeRow(by, id, { verb: 'government.save', subject: `government:${id}`, seen, values, write }, now)
}

/** Takes an address away, as for one that no longer answers. */
export function removeGovernment(by: Staff, id: string, seen: string, now: Date): Promise<SaveResult> {
  const key = governmentKey(id)
  const write = async (tx: Prisma.TransactionClient) => {
    if (key) await tx.governmentAddress.delete({ where: { country_office: key } })
    return null
  }
  const values = governmentValuesOf(id)
  return changeRow(by, id, { verb: 'government.remove', subject: `government:${id}`, seen, values, write }, now)
}

/** The key in an address such as `KR.un_mission`, or null. */
export function governmentKey(id: string): { country: string; office: GovernmentOffice } | null {
  const [country = '', name] = id.split('.')
  const office = Object.values(GovernmentOffice).find((one) => one === name)
  return /^[A-Z]{2}$/.test(country) && office ? { country, office } : null
}

function dataOf({ email, url, checked }: GovernmentForm) {
  return { email: email.deliverable, url, checkedOn: checked }
}

function governmentDay({ checked }: GovernmentForm): string {
  return checked.toISOString().slice(0, 10)
}

function governmentValuesOf(id: string) {
  const key = governmentKey(id)
  return async (tx: Prisma.TransactionClient) => {
    if (!key) return null
    const { country, office } = key
    await tx.$queryRaw`SELECT 1 FROM government_address WHERE country = ${country} AND office = ${office}::government_office FOR UPDATE`
    const row = await tx.governmentAddress.findUnique({ where: { country_office: key } })
    return row && governmentValues(row)
  }
}
