import { contentFields, type PersonalData } from '@/lib/signatures/signature-form'
import type { ListedState } from '@/lib/signatures/states'
import { type Locale, translator } from '@/messages/translator'
import type { Display } from '@/prisma/generated/enums'

/** The entries of a form; one that waits for confirmation does not show by what link it came. */
interface Content extends PersonalData {
  /** Its name. */
  country: string
  display: Display
  updates: boolean
  via?: string | null
}

/** The data held of one signature, as page and file say it. */
interface Held extends Content {
  state: ListedState
  locale: string
  receivedAt: Date
  confirmedAt: Date | null
  countedAt: Date | null
  withdrawnAt: Date | null
  textSha256: string
  commitment: string
  leafIndex: number | null
}

/**
 * Name and value of each field of a form, in the person's language: null if it is empty. Fields not given are left out.
 */
export function describeContent(content: Partial<Content>, locale: Locale) {
  const t = translator(locale, 'own.held')
  return contentFields.flatMap((field) => {
    const value = content[field]
    if (value === undefined) return []
    if (typeof value === 'boolean' || typeof value === 'number')
      return { field, name: t(field), value: t(value ? 'yes' : 'no') }
    const said = field === 'display' ? translator(locale, 'form.display')(value as Display) : value
    return { field, name: t(field), value: said }
  })
}

/** Name and value of everything held, in the person's words. Times in UTC. */
export function describeSignature(held: Held, locale: Locale): [string, string][] {
  const t = translator(locale, 'own.held')
  const time = (date: Date | null) => date && `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`
  const said: [string, string | null][] = [
    [t('state'), t(`states.${held.state}`)],
    ...describeContent(held, locale).map(({ name, value }): [string, string | null] => [name, value]),
    [t('language'), held.locale],
    [t('receivedAt'), time(held.receivedAt)],
    [t('confirmedAt'), time(held.confirmedAt)],
    [t('countedAt'), time(held.countedAt)],
    [t('withdrawnAt'), time(held.withdrawnAt)],
    [t('text'), held.textSha256],
    [t('commitment'), held.commitment],
    [t('leaf'), held.leafIndex === null ? null : String(held.leafIndex)],
  ]
  return said.flatMap(([name, value]) => (value === null ? [] : [[name, value] as [string, string]]))
}
