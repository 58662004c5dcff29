import { isLocale } from '@/messages/translator'
import type { Prisma } from '@/prisma/generated/client'
import type { TextField, TextOwner } from './entity'

/** The fields of a text in a language; null if there is no text in it. */
export async function fieldsIn(
  tx: Prisma.TransactionClient,
  { texts }: TextOwner,
  key: string,
  locale: string,
): Promise<TextField[] | null> {
  if (isLocale(locale)) return texts.fields
  const own = await texts.own?.(tx, key)
  return own?.locale === locale ? texts.fields.filter(({ name }) => own.fields.includes(name)) : null
}
