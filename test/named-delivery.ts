import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import { beforeAll, expect } from 'vitest'
import { fetchNames } from '@/lib/delivery/names/fetch-names'
import { requestDelivery } from '@/lib/delivery/request-delivery'
import { append } from '@/lib/ledger/append'
import type { LedgerSigner } from '@/lib/ledger/ledger-signer'
import { signCheckpoints } from '@/lib/ledger/sign-checkpoints'
import { updateSignature } from '@/lib/self-service/update-signature'
import { withdraw } from '@/lib/signatures/withdraw'
import type { Staff } from '@/lib/staff/staff'
import { aSigner } from './a-ledger'
import { aPetition, confirmWaiting, openedSignatures, signAs } from './a-petition'
import { aStaffMember } from './a-staff-member'
import { accessSession } from './access-link'
import { withApproval } from './with-approval'

/** The signers of each petition. */
export const people = [
  { name: 'Ada Lovelace', display: 'full' },
  { name: 'Bea Beispiel', display: 'initials' },
  { name: 'Hidden Person', display: 'hidden' },
  { name: '김 철수', display: 'initials' },
  { name: 'Eve "Q" Example', display: 'full' },
]

interface Who {
  signer: LedgerSigner
  /** The addressee's key, both halves. */
  identity: string
  recipient: string
  /** Two of the staff: an owner and a moderator. */
  first: Staff
  second: Staff
}

/** Deliveries with names, for a file of tests with a database. */
export function useNamedDeliveries(now: Date) {
  const who = {} as Who
  const days = (n: number) => new Date(now.getTime() + n * 86_400_000)

  beforeAll(async () => {
    const identity = await generateIdentity()
    const [first, second] = [await aStaffMember('owner', now), await aStaffMember('moderator', now)]
    const recipient = await identityToRecipient(identity)
    Object.assign(who, { signer: await aSigner(), identity, recipient, first, second })
  })

  async function signed(slug: string): Promise<string> {
    const id = await aPetition(slug)
    for (const [i, one] of people.entries()) await signAs(slug, `p${i}@example.org`, days(-2), one)
    await confirmWaiting(id, days(-2))
    await counted()
    return id
  }

  async function counted(): Promise<void> {
    await append(days(-1))
    await signCheckpoints(who.signer, days(-1))
  }

  const order = () => ({
    day: days(1),
    addressees: ['The Council'],
    namesTo: [{ addressee: 'The Council', key: who.recipient }],
    why: 'x',
  })

  async function agreed(petition: string): Promise<string> {
    const asked = await requestDelivery(who.first, petition, order(), now)
    expect(await withApproval(Promise.resolve(asked), who.second, now)).toEqual({ ok: true })
    return asked.ok ? asked.approval : ''
  }

  async function withdrawOne(petition: string, name: string): Promise<void> {
    const record = (await openedSignatures(petition)).find((one) => one.name === name)
    expect(await withdraw(record?.token ?? '', now)).toMatchObject({ ok: true })
  }

  /** A who.signer's own page, opened once; what is not given is saved as they signed. */
  async function pageOf(petition: string, name: string) {
    const nth = people.findIndex((one) => one.name === name)
    const session = await accessSession(`p${nth}@example.org`, now)
    return {
      async save(given: Record<string, string>) {
        const fields = Object.entries({ ...people[nth], ...given }).map(([key, value]) => [`${key}.${petition}`, value])
        const saved = await updateSignature(session, { petition, ...Object.fromEntries(fields) }, now)
        expect(saved).toEqual({ ok: true, locale: 'en' })
      },
    }
  }

  async function opened(file: Uint8Array, by = who.identity): Promise<string> {
    const decrypter = new Decrypter()
    decrypter.addIdentity(by)
    return decrypter.decrypt(file, 'text')
  }

  async function fetched(delivery: string, at = now): Promise<Buffer> {
    const result = await fetchNames(who.second, delivery, at)
    if (!result.ok) throw new Error(result.reason)
    return Buffer.from(result.file)
  }

  return { who, days, signed, counted, order, agreed, withdrawOne, pageOf, opened, fetched }
}

/** The names of an opened file. */
export const namesIn = (text: string) => {
  const rows = text.trimEnd().split('\r\n').slice(1)
  return new Set(rows.map((row) => row.split('","')[0]?.slice(1)))
}
