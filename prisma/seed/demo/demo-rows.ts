import { makeSignature } from '@/lib/signatures/make-signature'
import { foldName } from '@/lib/signatures/names/fold-name'
import type { NewSignature } from '@/lib/signatures/store-signature'
import { nameIndexes } from '@/lib/vault/name-index'
import { sealRecord } from '@/lib/vault/seal-record'
import { demoLife, type Life } from './demo-life'
import { demoPerson, isInFlood } from './demo-person'
import { demoTimes } from './demo-time'
import { randomOf } from './picker'

/** What the made-up people sign, and when. */
export interface Demo {
  petition: { id: string; slug: string }
  /** Of the text in each language. */
  texts: Map<string, Buffer>
  members: string[]
  /** All people there are to be. */
  people: number
  now: Date
}

/** A signature in its final state. */
export interface DemoRow extends NewSignature, Life {
  receivedAt: Date
  confirmedAt: Date | null
  withdrawnAt: Date | null
  appeal: Buffer | null
  appealedAt: Date | null
  nameIndex: Buffer | null
}

const MINUTE = 60_000
/** The signatures of the people with these numbers, sealed as in a web process. */
export function demoRows({ petition, texts, members, people, now }: Demo, from: number, to: number): DemoRow[] {
  const at = demoTimes(now)
  return Array.from({ length: to - from }, (_, k) => {
    const i = from + k
    const random = randomOf(i + 17)
    const person = demoPerson(i, members, isInFlood(i, people))
    const receivedAt = at(i / people)
    const life = demoLife(person, receivedAt, now, random)
    const textSha256 = texts.get(person.locale) ?? texts.get('en')
    if (!textSha256) throw new Error(`${petition.slug} has no text in English`)
    const later = (minutes: number) =>
      new Date(Math.min(receivedAt.getTime() + random() * minutes * MINUTE, now.getTime()))
    const { form, ...noted } = person
    // They get no mail: the columns that it needs are filled and not used.
    const posted = { now: receivedAt, mailAt: receivedAt, network: null, networkGroup: null, solved: false }
    return {
      ...makeSignature(form, { petition, textSha256, ...noted, ...posted }),
      ...life,
      receivedAt,
      confirmedAt: life.state === 'pending' ? null : later(20),
      withdrawnAt: life.state === 'withdrawn' ? later(600) : null,
      appeal: life.appealed ? sealRecord({ text: 'I am real. (Made up for trying the admin area.)' }) : null,
      appealedAt: life.appealed ? later(3_000) : null,
      nameIndex: nameIndexes(petition.id, foldName(form.name))[0] ?? null,
    }
  })
}
