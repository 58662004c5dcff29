import type { ApprovedRequest } from '@/lib/staff/approvals/act'
import { afterOf } from '@/lib/staff/approvals/content'
import { audit } from '@/lib/staff/audit/audit'
import type { Staff } from '@/lib/staff/staff'
import { staffWrite } from '@/lib/staff/staff-write'
import type { Prisma } from '@/prisma/generated/client'
import { applyChange, type FormValues, requestChange, type SaveResult, versionOf } from './apply-change'
import type { Entity } from './entity'
import { readForm } from './fields'

type Tx = Prisma.TransactionClient

interface Saving<Form> {
  /** Empty: a new row. */
  id?: string
  /** The version from which the form was made; missing for a new row. */
  expectedVersion?: string
  form: Form
  /** For the second person, if one is needed. */
  reason?: string
}

/** Adds a row, or changes one that is still at the expected version. If it needs approval, requests it. */
export function saveEntity<Form, Row>(
  by: Staff,
  entity: Entity<Form, Row>,
  { id, expectedVersion = '', form, reason = '' }: Saving<Form>,
  now: Date,
): Promise<SaveResult> {
  const verb = entity.approval ? 'coalition.publish' : 'coalition.write'
  return staffWrite<SaveResult>(by, verb, now, async ({ tx, log }) => {
    const wrong = entity.check?.(form, now)
    if (wrong) return { ok: false, errors: wrong }
    const key = id || entity.newId(form)
    if (entity.approval)
      return request(tx, by, entity, { act: id ? 'save' : 'add', key, expectedVersion, form, reason }, now)
    const subject = `${entity.name}:${key}`
    if (!id) {
      if (!(await entity.insert(tx, key, form))) return { ok: false, errors: { [entity.keyField]: ['taken'] } }
      log(`${entity.name}.add`, subject, entity.describeNew?.(form))
      return { ok: true, id: key }
    }
    const write = () => entity.update(tx, key, form)
    const saved = await applyChange({ expectedVersion, values: () => lockedValues(tx, entity, key), write })
    if (!saved.ok) return saved
    if (saved.changed) log(`${entity.name}.save`, subject, { changed: saved.changed })
    return { ok: true, id: key }
  })
}

/** Requests approval to remove a row. */
export function requestRemoval<Form, Row>(
  by: Staff,
  entity: Entity<Form, Row>,
  { id, expectedVersion, reason }: { id: string; expectedVersion: string; reason: string },
  now: Date,
): Promise<SaveResult> {
  return staffWrite<SaveResult>(by, 'coalition.publish', now, ({ tx }) =>
    request(tx, by, entity, { act: 'remove', key: id, expectedVersion, form: null, reason }, now),
  )
}

interface Request<Form> {
  act: 'add' | 'save' | 'remove'
  key: string
  expectedVersion: string
  form: Form | null
  reason: string
}

async function request<Form, Row>(
  tx: Tx,
  by: Staff,
  entity: Entity<Form, Row>,
  { act, key, expectedVersion, form, reason }: Request<Form>,
  now: Date,
): Promise<SaveResult> {
  const { name, approval } = entity
  if (!approval) return { ok: false, errors: { form: ['unknown'] } }
  const before = await lockedValues(tx, entity, key)
  if (act === 'add' && before) return { ok: false, errors: { [entity.keyField]: ['taken'] } }
  const values = before ?? {}
  const change = { expectedVersion: act === 'add' ? versionOf(values) : expectedVersion, values: async () => values }
  if (act !== 'add' && !before) return { ok: false, errors: { form: ['unknown'] } }
  const detail = { what: `${act} a ${approval.noun}`, [name]: key, act }
  const after = form ? approval.valuesOf(form) : {}
  const asked = { id: key, subject: `${name}:${key}`, detail, reason, locale: 'en', fields: approval.fields, after }
  return requestChange(tx, by, change, asked, now)
}

/** Approved: exactly this row. */
export async function executeEntity<Form, Row>(
  tx: Tx,
  entity: Entity<Form, Row>,
  { key, subject, detail, content, by }: ApprovedRequest,
  now: Date,
): Promise<'changed' | null> {
  const { name, schema, approval } = entity
  if (!approval || !entity.isId(key)) return 'changed'
  const act = detail.act
  const read = act === 'remove' ? null : readForm(schema, { ...approval.keyOf(key), ...afterOf(content) })
  if (read && !read.ok) return 'changed'
  if (read && act === 'add') {
    if (!(await entity.insert(tx, key, read.form))) return 'changed'
    await audit(tx, { by, verb: `${name}.add`, subject, detail: entity.describeNew?.(read.form) ?? {} }, now)
    return null
  }
  const write = async () => {
    if (read) return entity.update(tx, key, read.form)
    await approval.remove(tx, key)
    return null
  }
  const { expectedVersion = '' } = detail
  const saved = await applyChange({ expectedVersion, values: () => lockedValues(tx, entity, key), write })
  if (!saved.ok) return 'changed'
  if (saved.changed) await audit(tx, { by, verb: `${name}.${act}`, subject, detail: { changed: saved.changed } }, now)
  return null
}

async function lockedValues<Form, Row>(tx: Tx, entity: Entity<Form, Row>, id: string): Promise<FormValues | null> {
  if ((await entity.lock(tx, id)) === null) return null
  const row = await entity.find(tx, id)
  return row && entity.valuesOf(row)
}
