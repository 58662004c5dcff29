import { z } from 'zod'
import { lineField, optionalTextField, textField } from '@/lib/integrity/form-fields'
import type { Staff } from '@/lib/staff/staff'
import type { Prisma } from '@/prisma/generated/client'
import { changeRow, type SaveResult } from '../desk/change-row'
import { readForm } from '../desk/read-form'
import { valuesOf } from './find-text'
import type { TextField } from './text-kind'
import { textKind } from './text-kinds'

/** Writes the words of a thing in one language. Those of the other languages stay as they are. */
export async function saveText(
  by: Staff,
  { kind: name, key, locale }: { kind: string; key: string; locale: string },
  seen: string,
  fields: Record<string, string>,
  now: Date,
): Promise<SaveResult> {
  const found = textKind(name)
  if (!found) return { ok: false, errors: { form: ['unknown'] } }
  const { kind } = found
  const read = readForm(schemaOf(kind.fields), fields)
  if (!read.ok) return read
  const values = async (tx: Prisma.TransactionClient) =>
    (await kind.lock(tx, key)) === null ? null : valuesOf(await kind.read(tx, key, locale))
  const write = async (tx: Prisma.TransactionClient) => {
    const [first] = kind.fields
    if (await kind.fixed?.(tx, key, locale)) return { [first?.name ?? 'form']: ['fixed'] }
    await kind.write(tx, key, locale, read.form, now)
    return null
  }
  const change = { verb: `${name}.words.${locale}`, subject: `${name}:${key}`, seen, values, write }
  return changeRow(by, key, change, now)
}

function schemaOf(fields: TextField[]) {
  return z.object(Object.fromEntries(fields.map((field) => [field.name, schemaOfOne(field)])))
}

function schemaOfOne({ rows, longest, optional }: TextField): z.ZodType<string | null> {
  if (optional) return optionalTextField(longest)
  return rows === 1 ? lineField(longest) : textField(longest)
}
