import { z } from 'zod'
import { db } from '@/lib/db'
import { countryField, dayField, emailField, websiteField } from '@/lib/input/form-fields'
import type { Agreed } from '@/lib/staff/approvals/act'
import { afterOf } from '@/lib/staff/approvals/content'
import { requestApproval } from '@/lib/staff/approvals/request-approval'
import { audit } from '@/lib/staff/audit/audit'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import type { GovernmentAddress, Prisma } from '@/prisma/generated/client'
import { GovernmentOffice } from '@/prisma/generated/enums'
import { changeRowIn, type SaveResult, type Values, versionOf } from './change-row'

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

type What = 'add' | 'save' | 'remove'

/** Asks a second person to add an address; a country has one for each office. Signers write where it says. */
export function addGovernment(by: Staff, form: GovernmentForm, reason: string, now: Date): Promise<SaveResult> {
  return request(by, `${form.country}.${form.office}`, { what: 'add', form, seen: '', reason }, now)
}

/** Asks a second person to change an address; its country and office stay. */
export function saveGovernment(
  by: Staff,
  id: string,
  seen: string,
  { form, reason }: { form: GovernmentForm; reason: string },
  now: Date,
): Promise<SaveResult> {
  return request(by, id, { what: 'save', form, seen, reason }, now)
}

/** Asks a second person to take an address away, as for one that no longer answers. */
export function removeGovernment(by: Staff, id: string, seen: string, reason: string, now: Date): Promise<SaveResult> {
  return request(by, id, { what: 'remove', form: null, seen, reason }, now)
}

interface Asked {
  what: What
  form: GovernmentForm | null
  /** Stamp of what was looked at. */
  seen: string
  reason: string
}

async function request(by: Staff, id: string, { what, form, seen, reason }: Asked, now: Date): Promise<SaveResult> {
  authorise(by, 'coalition.publish')
  if (form && form.checked > now) return { ok: false, errors: { checked: ['future'] } }
  return db().$transaction(async (tx): Promise<SaveResult> => {
    const before = await valuesOf(id)(tx)
    if (what === 'add' && before) return { ok: false, errors: { office: ['taken'] } }
    if (what !== 'add' && !before) return { ok: false, errors: { form: ['unknown'] } }
    if (before && versionOf(before) !== seen) return { ok: false, errors: { form: ['changed'] } }
    const after = form && typed(form)
    const content = names.map((name) => ({
      name,
      label: labels[name],
      locale: 'en',
      before: before?.[name] ?? '',
      after: after?.[name] ?? '',
    }))
    if (what === 'save' && content.every((part) => part.before === part.after)) return { ok: true, id }
    const detail = { what: `${what} a government address`, government: id, act: what, seen }
    const request = { verb: 'coalition.publish', subject: `government:${id}`, detail, reason, content } as const
    const approval = await requestApproval(tx, by, request, now)
    return approval ? { ok: true, id, approval } : { ok: false, errors: { form: ['waits'] } }
  })
}

/** A second person agreed to exactly this address. */
export async function executeGovernment(tx: Prisma.TransactionClient, agreed: Agreed, now: Date) {
  const { key: id, subject, detail, content, by } = agreed
  const key = governmentKey(id)
  const { email = '', url = '', checked = '' } = afterOf(content)
  const data = { email, url, checkedOn: new Date(`${checked}T00:00:00Z`) }
  if (!key) return 'changed'
  if (detail.act === 'add') {
    const { count } = await tx.governmentAddress.createMany({ data: { ...key, ...data }, skipDuplicates: true })
    if (count === 0) return 'changed'
    await audit(tx, { by, verb: 'government.add', subject, detail: { checked } }, now)
    return null
  }
  const where = { country_office: key }
  const write = async () => {
    if (detail.act === 'remove') await tx.governmentAddress.delete({ where })
    else await tx.governmentAddress.update({ where, data })
    return null
  }
  const change = { verb: `government.${detail.act}`, subject, seen: detail.seen ?? '', values: valuesOf(id), write }
  return (await changeRowIn(tx, by, change, now)) ? 'changed' : null
}

/** The key in an address such as `KR.un_mission`, or null. */
export function governmentKey(id: string): { country: string; office: GovernmentOffice } | null {
  const [country = '', name] = id.split('.')
  const office = Object.values(GovernmentOffice).find((one) => one === name)
  return /^[A-Z]{2}$/.test(country) && office ? { country, office } : null
}

const names = ['email', 'url', 'checked'] as const
const labels = { email: 'E-mail address', url: 'Page that names it', checked: 'Looked at on' }

function typed({ email, url, checked }: GovernmentForm): Record<(typeof names)[number], string> {
  return { email: email.deliverable, url: url ?? '', checked: checked.toISOString().slice(0, 10) }
}

function valuesOf(id: string) {
  const key = governmentKey(id)
  return async (tx: Prisma.TransactionClient) => {
    if (!key) return null
    const { country, office } = key
    await tx.$queryRaw`SELECT 1 FROM government_address WHERE country = ${country} AND office = ${office}::government_office FOR UPDATE`
    const row = await tx.governmentAddress.findUnique({ where: { country_office: key } })
    return row && governmentValues(row)
  }
}
