import { describe, expect, it, vi } from 'vitest'
import { db } from '@/lib/db'
import { append } from '@/lib/ledger/append'
import { hashToken } from '@/lib/vault/token'
import { aPetition, openedSignatures, signAs, states } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { changeState } from './admin/change-state'
import { keyText } from './admin/signature-key'
import { appeal } from './appeal'
import { confirm } from './confirm'
import { findByToken } from './find-by-token'
import { withdraw } from './withdraw'

vi.mock('@/lib/integrity/limits/random-weight', () => ({ randomWeight: () => 1 }))

useDatabase()

const now = new Date()

/** Signs with each address and gives the mailed tokens by address. */
async function signWith(slug: string, petitionId: string, addresses: string[]): Promise<Map<string, string>> {
  for (const address of addresses) await signAs(slug, address, now)
  return new Map((await openedSignatures(petitionId)).map(({ email, token }) => [email, token]))
}

const tags = (many: number, at = 'outlook.com') => Array.from({ length: many }, (_, i) => `jane+${i}@${at}`)

async function keyOf(petitionId: string, token: string): Promise<string> {
  const { emailIndex } = await db().signature.findFirstOrThrow({
    where: { petitionId, tokenHash: hashToken(token) ?? Buffer.alloc(0) },
  })
  return keyText({ petitionId, emailIndex })
}

describe('one mailbox', () => {
  it.each(['outlook.com', 'naver.com', 'jane.example', 'smith.fastmail.com'])(
    'counts twice at %s, however many tags it signs with, and the others are told why they wait',
    async (at) => {
      const slug = `tags-${at.replaceAll('.', '-')}`
      const id = await aPetition(slug)
      const tokens = [...(await signWith(slug, id, tags(12, at))).values()]
      const answers = []
      for (const token of tokens) answers.push(await confirm(token, now))
      expect(answers.filter(({ ok }) => ok)).toHaveLength(2)
      await append(now)
      expect(await states(id)).toEqual({ counted: 2, held: 10 })
      expect(await findByToken(tokens.at(-1) ?? '', now)).toMatchObject({ state: 'held', heldFor: 'shared_mailbox' })
      expect(await db().signature.findFirst({ where: { petitionId: id, state: 'held' } })).toMatchObject({
        signals: 'shared_mailbox',
      })
    },
  )

  it('counts two of twenty confirmed at once, before and after an append', async () => {
    const id = await aPetition('at-once')
    const tokens = [...(await signWith('at-once', id, tags(20))).values()]
    await Promise.all(tokens.map((token) => confirm(token, now)))
    await Promise.all([append(now), append(now)])
    expect(await states(id)).toEqual({ counted: 2, held: 18 })
    const more = await signWith('at-once', id, ['jane@outlook.com'])
    expect(await confirm(more.get('jane@outlook.com') ?? '', now)).toMatchObject({ ok: false, reason: 'held' })
  })

  it('counts separately for each petition, and never mixes two mailboxes', async () => {
    const ids = [await aPetition('first'), await aPetition('second')]
    for (const [i, slug] of ['first', 'second'].entries()) {
      const people = [
        'jane@outlook.com',
        'jane+1@outlook.com',
        'jane@hotmail.com',
        'john@outlook.com',
        'ja-ne@outlook.com',
      ]
      const tokens = await signWith(slug, ids[i] ?? '', people)
      for (const token of tokens.values()) expect(await confirm(token, now)).toMatchObject({ ok: true })
    }
  })

  it('frees a place when one of its people withdraws, and none when staff remove fakes', async () => {
    const id = await aPetition('room')
    const moderator = await aStaffMember('moderator', now)
    const tokens = await signWith('room', id, tags(4))
    const [a = '', b = '', c = '', d = ''] = tokens.values()
    for (const token of [a, b]) await confirm(token, now)
    await withdraw(a, now)
    expect(await confirm(c, now)).toMatchObject({ ok: true })
    await append(now)
    await changeState(moderator, 'remove', await keyOf(id, b), 'counted', { reason: 'fraud', note: '' }, now)
    expect(await confirm(d, now)).toMatchObject({ ok: false, reason: 'held' })
  })

  it('a held signer can appeal, is released by staff, and stays released', async () => {
    const id = await aPetition('let-in')
    const tokens = [...(await signWith('let-in', id, tags(4))).values()]
    for (const token of tokens) await confirm(token, now)
    const [, , third = '', fourth = ''] = tokens
    expect(await appeal(third, 'We are four who share a mailbox.', now)).toMatchObject({ ok: true })
    await changeState(
      await aStaffMember('moderator', now),
      'release',
      await keyOf(id, third),
      'held',
      { note: '' },
      now,
    )
    const later = new Date(now.getTime() + 60_000)
    await append(later)
    await append(later)
    expect(await states(id)).toEqual({ counted: 3, held: 1 })
    expect(await findByToken(fourth, now)).toMatchObject({ heldFor: 'shared_mailbox' })
    await withdraw(third, now)
    expect(await db().signature.count({ where: { petitionId: id, state: 'withdrawn', mailboxIndex: null } })).toBe(1)
  })
})

describe('a mail domain', () => {
  const person = (i: number, domain: string) => `p${i}@x${i}.${domain}`

  it('counts confirmations: posting alone holds nobody', async () => {
    const id = await aPetition('posted')
    const tokens = await signWith(
      'posted',
      id,
      Array.from({ length: 350 }, (_, i) => person(i, 'national.example')),
    )
    const last = [...tokens.values()].at(-1) ?? ''
    expect(await confirm(last, now)).toMatchObject({ ok: true })
    expect(await db().signature.findFirst({ where: { petitionId: id } })).toMatchObject({ signals: '' })
  })

  it('after three hundred confirmations within the hour every further one of this domain is held, and its signer is told', async () => {
    const id = await aPetition('crowded')
    const people = Array.from({ length: 330 }, (_, i) => person(i, 'catch-all.example'))
    const tokens = [...(await signWith('crowded', id, people)).values()]
    for (const token of tokens) await confirm(token, now)
    const { confirmed = 0, held = 0 } = await states(id)
    expect(confirmed).toBeGreaterThanOrEqual(300)
    expect(confirmed).toBeLessThanOrEqual(303)
    expect(confirmed + held).toBe(330)
    expect(await findByToken(tokens.at(-1) ?? '', now)).toMatchObject({ heldFor: 'crowded_domain' })
    const other = await signWith('crowded', id, ['someone@elsewhere.example'])
    expect(await confirm(other.get('someone@elsewhere.example') ?? '', now)).toMatchObject({ ok: true })
    const hours = new Date(now.getTime() + 3 * 3_600_000)
    const late = await signWith('crowded', id, [person(999, 'catch-all.example')])
    expect(await confirm(late.get(person(999, 'catch-all.example')) ?? '', hours)).toMatchObject({ ok: true })
  })
})
