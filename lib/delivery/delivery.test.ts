import { randomUUID } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { db } from '@/lib/db'
import { append } from '@/lib/ledger/append'
import type { LedgerSigner } from '@/lib/ledger/ledger-signer'
import { signCheckpoints } from '@/lib/ledger/sign-checkpoints'
import { countSheet } from '@/lib/paper/count-sheet'
import { aSigner, grow, retractSignature } from '@/test/a-ledger'
import { aPetition } from '@/test/a-petition'
import { aSheet } from '@/test/a-sheet'
import { aStaffMember } from '@/test/a-staff-member'
import { unzip } from '@/test/unzip'
import { useDatabase } from '@/test/use-database'
import { withApproval } from '@/test/with-approval'
import { checkPack } from './check-pack'
import { COUNT_FILE } from './count-file'
import { findPack } from './find-pack'
import { listDeliveries } from './list-deliveries'
import { makePacks } from './make-packs'
import { formatManifest, MANIFEST } from './manifest'
import { readDeliveryOrder } from './order'
import { PROOF_FILE, type Proofs } from './proof-file'
import { requestDelivery } from './request-delivery'

useDatabase()

const now = new Date('2026-03-04T12:00:00Z')
const day = (text: string) => new Date(`${text}T00:00:00Z`)
const order = {
  day: day('2026-03-05'),
  addressees: ['The Secretary-General', 'The Council, <first> "room"'],
  namesTo: [],
  why: 'x',
}

async function aSignedPetition(slug: string, people: number): Promise<{ id: string; signer: LedgerSigner }> {
  const id = await aPetition(slug)
  const signer = await aSigner()
  await grow(id, people, signer, now)
  return { id, signer }
}

async function delivered(id: string) {
  const [first, second] = [await aStaffMember('editor', now), await aStaffMember('owner', now)]
  return withApproval(requestDelivery(first, id, order, now), second, now)
}

const source = (files: Map<string, Buffer>) => ({
  list: async () => [...files.keys()],
  read: async (path: string) => files.get(path) ?? null,
})

async function packOf(petitionId: string): Promise<{ files: Map<string, Buffer>; sha256: string }> {
  const [one] = await listDeliveries(petitionId, null)
  const found = await findPack(one?.id ?? '', null)
  return { files: unzip(found?.pack ?? new Uint8Array()), sha256: one?.sha256 ?? '' }
}

describe('a delivery', () => {
  test('takes two people, is made once, and is public from its day on', async () => {
    const { id } = await aSignedPetition('handed', 12)
    expect(await makePacks(now)).toBe(0)
    const first = await aStaffMember('editor', now)
    const asked = await requestDelivery(first, id, order, now)
    expect(asked).toMatchObject({ ok: true })
    expect(await requestDelivery(first, id, order, now)).toEqual({ ok: false, reason: 'waits' })
    expect(await db().delivery.count({ where: { petitionId: id } })).toBe(0)
    const second = await aStaffMember('owner', now)
    expect(await withApproval(Promise.resolve(asked), second, now)).toEqual({ ok: true })
    const made = await Promise.all([makePacks(now), makePacks(now), makePacks(now)])
    expect(made.reduce((sum, one) => sum + one, 0)).toBe(1)
    expect(await listDeliveries(id, day('2026-03-04'))).toEqual([])
    const [shown] = await listDeliveries(id, day('2026-03-05'))
    const pack = shown?.id ?? ''
    expect([await findPack(pack, day('2026-03-04')), await findPack(randomUUID(), null)]).toEqual([null, null])
    expect(await findPack(pack, day('2026-03-05'))).toMatchObject({ slug: 'handed', day: '2026-03-05' })
    expect(shown).toMatchObject({ addressees: order.addressees, sha256: expect.stringMatching(/^[0-9a-f]{64}$/) })
  })

  test('cannot be of a draft, before the opening, or far ahead', async () => {
    const { id } = await aSignedPetition('too-early', 1)
    const editor = await aStaffMember('editor', now)
    const ask = (text: string) => requestDelivery(editor, id, { ...order, day: day(text) }, now)
    expect(await ask('2025-12-31')).toEqual({ ok: false, reason: 'delivery_day' })
    expect(await ask('2026-07-01')).toEqual({ ok: false, reason: 'delivery_day' })
    await db().petition.update({ where: { id }, data: { status: 'closed', closedAt: now, removedAt: now } })
    expect(await ask('2026-03-05')).toEqual({ ok: false, reason: 'petition_missing' })
    await expect(requestDelivery(await aStaffMember('moderator', now), id, order, now)).rejects.toThrow()
  })

  test('waits while the ledger is moving on', async () => {
    const { id } = await aSignedPetition('moving', 3)
    await delivered(id)
    await db().petitionTotal.update({
      where: { petitionId: id },
      data: { net: { increment: 1 }, size: { increment: 1 } },
    })
    expect(await makePacks(now)).toBe(0)
    await db().petitionTotal.update({
      where: { petitionId: id },
      data: { net: { decrement: 1 }, size: { decrement: 1 } },
    })
    expect(await makePacks(now)).toBe(1)
  })
})

describe('a pack', () => {
  test('proves its count without the site, and names no country of few', async () => {
    const { id } = await aSignedPetition('proven', 12)
    await delivered(id)
    await makePacks(now)
    const { files, sha256 } = await packOf(id)
    expect(await checkPack(source(files), { sha256 })).toMatchObject({
      petition: 'proven',
      deliveredOn: '2026-03-05',
      addressees: order.addressees,
      count: 12,
    })
    expect(files.get('numbers/by-week.csv')?.toString()).toBe('week_from,change,total\r\n2026-03-02,12,12\r\n')
    // The weekly table of countries was never published: the pack has no more.
    expect(files.get('numbers/by-country.csv')?.toString()).toBe('country,signatures\r\n')
    const summary = files.get('summary-en.html')?.toString()
    expect(summary).toContain('The Council, &lt;first&gt; &quot;room&quot;')
    expect(summary).not.toContain('<script')
    for (const locale of ['ko', 'ar', 'fr'])
      for (const paper of ['letter', 'summary']) expect(files.has(`${paper}-${locale}.html`)).toBe(true)
    const letter = files.get('letter-en.html')?.toString()
    expect(letter).toContain('12 signatures, as of 4 March 2026')
    expect(letter).toContain('The Council, &lt;first&gt; &quot;room&quot;')
  })

  test('proves its sheets of paper and its corrections by the ledger itself', async () => {
    const { id, signer } = await aSignedPetition('paper', 9)
    const [ann, ben] = [await aStaffMember('moderator', now), await aStaffMember('moderator', now)]
    for (const signatures of [40, 60]) await countSheet(ben, await aSheet(ann, id, signatures, now), 1, signatures, now)
    await append(now)
    await retractSignature(id, [2, 3], { reason: 'fraud', rule: 1, approvals: 2 })
    await append(now)
    await signCheckpoints(signer, now)
    await delivered(id)
    expect(await makePacks(now)).toBe(1)
    const { files } = await packOf(id)
    expect(await checkPack(source(files))).toMatchObject({ count: 107, proven: 3 })
    const proofs = JSON.parse(files.get(PROOF_FILE)?.toString() ?? '[]') as Proofs
    // A forger with a manifest made to fit still cannot say anything else about paper or corrections.
    const forge = (changed: Record<string, unknown>) => {
      const copy = new Map(files)
      for (const [path, value] of Object.entries(changed)) copy.set(path, Buffer.from(JSON.stringify(value)))
      copy.delete(MANIFEST)
      const subject = { petition: 'paper', deliveredOn: '2026-03-05', addressees: order.addressees }
      copy.set(
        MANIFEST,
        Buffer.from(
          formatManifest(
            subject,
            [...copy].map(([path, body]) => ({ path, body })),
          ),
        ),
      )
      return checkPack(source(copy)).then(
        () => 'passed',
        (error: { code: string }) => error.code,
      )
    }
    expect(await forge({})).toBe('passed')
    const count = JSON.parse(files.get(COUNT_FILE)?.toString() ?? '{}')
    const added = { ...count.added, paper: 0, sign: count.added.sign + 100 }
    expect(await forge({ [COUNT_FILE]: { ...count, added } })).toBe('count_differs')
    expect(await forge({ [PROOF_FILE]: proofs.slice(0, 2) })).toBe('corrections_differ')
    expect(await forge({ [PROOF_FILE]: proofs.slice(1) })).toBe('count_differs')
    const [first, ...rest] = proofs
    expect(await forge({ [PROOF_FILE]: [{ ...first, index: 0 }, ...rest] })).toBe('not_included')
    const [correction] = JSON.parse(files.get('ledger/corrections.json')?.toString() ?? '[]')
    expect(await forge({ 'ledger/corrections.json': [{ ...correction, rule: 2 }] })).toBe('corrections_differ')
    expect(await forge({ 'ledger/corrections.json': [] })).toBe('corrections_differ')
  })

  test('that was changed anywhere is found out', async () => {
    const { id } = await aSignedPetition('forged', 5)
    await delivered(id)
    await makePacks(now)
    const { files, sha256 } = await packOf(id)
    const policy = files.get('ledger/policy')?.toString()
    const fault = (change: (copy: Map<string, Buffer>) => void, expected = {}) => {
      const copy = new Map(files)
      change(copy)
      return checkPack(source(copy), expected).then(
        () => 'passed',
        (error: { code: string }) => error.code,
      )
    }
    for (const path of files.keys()) {
      if (path === MANIFEST) continue
      expect([path, await fault((copy) => copy.set(path, Buffer.from('{}')))]).toEqual([path, 'file_differs'])
      expect([path, await fault((copy) => copy.delete(path))]).toEqual([path, 'file_missing'])
    }
    expect(await fault((copy) => copy.set('names.csv', Buffer.from('x')))).toBe('file_unknown')
    expect(await fault(() => undefined, { sha256: '0'.repeat(64) })).toBe('pack_differs')
    // Somebody else's ledger, with a manifest made to fit.
    const other = await aSignedPetition('other', 5)
    await delivered(other.id)
    await makePacks(now)
    const stolen = await packOf(other.id)
    expect(await checkPack(source(stolen.files), { policy }).catch((error) => error.code)).toBe('not_signed_by_log')
    expect(stolen.sha256).not.toBe(sha256)
  })
})

test('the form names offices, one a line', () => {
  const read = (more: object) => readDeliveryOrder({ day: '2026-03-05', addressees: 'A\r\n\r\n B ', why: 'x', ...more })
  expect(read({})).toMatchObject({ ok: true, order: { addressees: ['A', 'B'] } })
  expect(read({ addressees: ' \n' })).toEqual({ ok: false, reason: 'addressees' })
  expect(read({ addressees: Array(11).fill('A').join('\n') })).toEqual({ ok: false, reason: 'addressees' })
  expect(read({ addressees: 'A\u202eB' })).toEqual({ ok: false, reason: 'addressees' })
  expect(read({ day: 'tomorrow' })).toEqual({ ok: false, reason: 'delivery_day' })
  expect(read({ why: '' })).toEqual({ ok: false, reason: 'why' })
})
