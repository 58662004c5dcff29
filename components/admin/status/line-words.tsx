import type { ReactNode } from 'react'
import type { StatusLine, Value } from '@/lib/overview/status/status-line'
import { fileSize } from '@/lib/text/file-size'
import { readerLanguage } from '@/lib/web/admin/reader-language'
import { type AdminKey, type AdminRichValues, isAdminKey } from '@/messages/admin/translator'
import { age } from '../age'
import { Time } from '../time'
import { t } from '../words'

/** A line's message, and what to do about it, if anything, in the reader's language. */
export function lineWords({ says, values }: StatusLine): { said: ReactNode; todo: ReactNode | null } {
  const filled = Object.fromEntries(
    Object.entries(values).map(([name, value]) => [name, inWords(value)]),
  ) as AdminRichValues
  const todo = `status.${says}Do`
  return { said: t.rich(`status.${says}`, filled), todo: isAdminKey(todo) ? t.rich(todo, filled) : null }
}

function inWords(value: Value): AdminRichValues[string] {
  if (value === null || typeof value !== 'object') return value
  if (value instanceof Date) return () => <Time at={value} zone />
  if ('bytes' in value) return fileSize(value.bytes, readerLanguage())
  if ('span' in value) return age(value.span)
  const faults = value.faults.map((fault) => t(`statusFault.${fault}` as AdminKey))
  return new Intl.ListFormat(readerLanguage(), { type: 'conjunction' }).format(faults)
}
