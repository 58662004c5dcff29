import { z } from 'zod'
import { db } from '@/lib/db'
import { lineField, optionalTextField, textField } from '@/lib/input/form-fields'
import type { Agreed } from '@/lib/staff/approvals/act'
import { afterOf } from '@/lib/staff/approvals/content'
import { requestApproval } from '@/lib/staff/approvals/request-approval'
import { authorise } from '@/lib/staff/authorise'
import type { Staff } from '@/lib/staff/staff'
import type { Prisma } from '@/prisma/generated/client'
import { changeRowIn, type RowChange, type SaveResult, versionOf } from '../admin/change-row'
import { readForm } from '../admin/read-form'
import { valuesOf } from './find-text'
import type { TextField, TextKind, Words } from './text-kind'
import { textKind } from './text-kinds'

interface Place {
  kind: string
  key: string
  locale: string
}

/**
 * Writes the words of a thing in one language; those of the other languages stay as they are. Where the public reads them
 * as the coalition's own words, a second person is asked, who is shown what changes.
 */
export async function saveText(
  by: Staff,
  place: Place,
  { seen, fields, reason = '' }: { seen: string; fields: Record<string, string>; reason?: string },
  now: Date,
): Promise<SaveResult> {
  authorise(by, 'coalition.write')
  const found = textKind(place.kind)
  if (!found) return { ok: false, errors: { form: ['unknown'] } }
  const read = readForm(schemaOf(found.kind.fields), fields)
  if (!read.ok) return read
  return db().$transaction(async (tx): Promise<SaveResult> => {
    const change = changeOf(found.kind, place, seen, read.form, now)
    const asked = await askIfPublic(tx, by, found.kind, place, { change, after: read.form, reason }, now)
    if (asked) return asked
    const errors = await changeRowIn(tx, by, change, now)
    return errors ? { ok: false, errors } : { ok: true, id: place.key }
  })
}

/** A second person agreed to these words. */
export async function executeWords(tx: Prisma.TransactionClient, { key, detail, content, by }: Agreed, now: Date) {
  const place = placeOf(key)
  const found = textKind(place.kind)
  const read = found && readForm(schemaOf(found.kind.fields), afterOf(content))
  if (!found || !read?.ok) return 'changed'
  return (await changeRowIn(tx, by, changeOf(found.kind, place, detail.seen ?? '', read.form, now), now))
    ? 'changed'
    : null
}

/** Locks the thing whose words are to change. */
export async function lockWords(tx: Prisma.TransactionClient, key: string): Promise<void> {
  const place = placeOf(key)
  await textKind(place.kind)?.kind.lock(tx, place.key)
}

/** `clause:3.name.ko`: the language stands last. */
function placeOf(key: string): Place {
  const [colon, dot] = [key.indexOf(':'), key.lastIndexOf('.')]
  return { kind: key.slice(0, colon), key: key.slice(colon + 1, dot), locale: key.slice(dot + 1) }
}

/** @returns null where the words are not public, or do not change */
async function askIfPublic(
  tx: Prisma.TransactionClient,
  by: Staff,
  kind: TextKind,
  { kind: name, key, locale }: Place,
  { change, after, reason }: { change: RowChange; after: Words; reason: string },
  now: Date,
): Promise<SaveResult | null> {
  const before = await change.values(tx)
  if (!before || !(await kind.isPublic?.(tx, key)) || (await kind.fixed?.(tx, key, locale))) return null
  if (versionOf(before) !== change.seen) return { ok: false, errors: { form: ['changed'] } }
  const content = kind.fields.map((field) => ({
    name: field.name,
    label: field.label,
    locale,
    before: before[field.name] ?? '',
    after: after[field.name] ?? '',
  }))
  if (content.every((part) => part.before === part.after)) return null
  const thing = (await kind.lock(tx, key)) ?? key
  const detail = { what: `words of a ${name}`, thing, language: locale, seen: change.seen }
  const subject = `words:${name}:${key}.${locale}`
  const approval = await requestApproval(tx, by, { verb: 'coalition.publish', subject, detail, reason, content }, now)
  return approval ? { ok: true, id: key, approval } : { ok: false, errors: { form: ['waits'] } }
}

function changeOf(
  kind: TextKind,
  { kind: name, key, locale }: Place,
  seen: string,
  words: Words,
  now: Date,
): RowChange {
  return {
    verb: `${name}.words.${locale}`,
    subject: `${name}:${key}`,
    seen,
    values: async (tx) => ((await kind.lock(tx, key)) === null ? null : valuesOf(await kind.read(tx, key, locale))),
    async write(tx) {
      const [first] = kind.fields
      if (await kind.fixed?.(tx, key, locale)) return { [first?.name ?? 'form']: ['fixed'] }
      await kind.write(tx, key, locale, words, now)
      return null
    },
  }
}

function schemaOf(fields: TextField[]) {
  return z.object(Object.fromEntries(fields.map((field) => [field.name, schemaOfOne(field)])))
}

function schemaOfOne({ rows, longest, optional }: TextField): z.ZodType<string | null> {
  if (optional) return optionalTextField(longest)
  return rows === 1 ? lineField(longest) : textField(longest)
}
