import type { ListedState } from '@/lib/signatures/states'
import { type Locale, translator } from '@/messages/translator'
import type { Display } from '@/prisma/generated/enums'

/** What is held of one signature, as page and file say it. */
export interface Held {
  state: ListedState
  country: string
  display: Display
  updates: boolean
  via: string | null
  locale: string
  record: { name: string; email: string; comment: string | null; opening: object }
  receivedAt: Date
  confirmedAt: Date | null
  countedAt: Date | null
  withdrawnAt: Date | null
  textSha256: string
  commitment: string
  leafIndex: number | null
}

/** Name and value of everything held, in the person's words. Times in UTC. */
export function describeSignature(held: Held, locale: Locale): [string, string][] {
  const t = translator(locale, 'own.held')
  const { record } = held
  const time = (date: Date | null) => date && `${date.toISOString().slice(0, 16).replace('T', ' ')} UTC`
  const said: [string, string | null][] = [
    [t('state'), t(`states.${held.state}`)],
    [t('name'), record.name],
    [t('email'), record.email],
    [t('country'), held.country],
    [t('display'), translator(locale, 'form.display')(held.display)],
    [t('comment'), record.comment],
    [t('updates'), t(held.updates ? 'yes' : 'no')],
    [t('via'), held.via],
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
