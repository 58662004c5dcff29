import { randomUUID } from 'node:crypto'
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import { beforeAll, describe, expect, test, vi } from 'vitest'
import { db, pool } from '@/lib/db'
import { append } from '@/lib/ledger/append'
import type { LedgerSigner } from '@/lib/ledger/ledger-signer'
import { signCheckpoints } from '@/lib/ledger/sign-checkpoints'
import { updateSignature } from '@/lib/self-service/update-signature'
import { reference } from '@/lib/signatures/admin/reference'
import { withdraw } from '@/lib/signatures/withdraw'
import type { Staff } from '@/lib/staff/staff'
import * as events from '@/lib/webhooks/queue-event'
import { aSigner } from '@/test/a-ledger'
import { aPetition, confirmWaiting, openedSignatures, signAs } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { accessSession } from '@/test/access-link'
import { unzip } from '@/test/unzip'
import { useDatabase } from '@/test/use-database'
import { withApproval } from '@/test/with-approval'
import { checkPack } from '../check-pack'
import { findPack } from '../list-deliveries'
import { makePacks } from '../make-packs'
import { MANIFEST, manifestSchema, NAMES_FILE, sha256 } from '../manifest'
import { packFiles } from '../pack-files'
import { requestDelivery } from '../request-delivery'
import { fetchNames, listNames } from './fetch-names'
import { findMarkedNames } from './find-marked'
import * as making from './names-file'
import { paddingOf } from './padding'
import { NAMES_FOR, purgeNames } from './purge-names'

useDatabase()

const now = new Date('2026-03-04T12:00:00Z')
const days = (n: number) => new Date(now.getTime() + n * 86_400_000)

let signer: LedgerSigner
let identity = ''
let recipient = ''
let first: Staff
let second: Staff

beforeAll(async () => {
  signer = await aSigner()
  identity = await generateIdentity()
  recipient = await identityToRecipient(identity)
  first = await aStaffMember('owner', now)
  second = await aStaffMember('moderator', now)
})

const people = [
  { name: 'Ada Lovelace', display: 'full' },
  { name: 'Bea Beispiel', display: 'initials' },
  { name: 'Hidden Person', display: 'hidden' },
  { name: '김 철수', display: 'initials' },
  { name: 'Eve "Q" Example', display: 'full' },
]

async function signed(slug: string): Promise<string> {
  const id = await aPetition(slug)
  for (const [i, one] of people.entries()) await signAs(slug, `p${i}@example.org`, days(-2), one)
  await confirmWaiting(id, days(-2))
  await counted()
  return id
}

async function counted(): Promise<void> {
  await append(days(-1))
  await signCheckpoints(signer, days(-1))
}

const order = () => ({ day: days(1), addressees: ['The Council'], recipient, why: 'x' })

async function agreed(petition: string): Promise<string> {
  const asked = await requestDelivery(first, petition, order(), now)
  expect(await withApproval(Promise.resolve(asked), second, now)).toEqual({ ok: true })
  return asked.ok ? asked.approval : ''
}

async function withdrawOne(petition: string, name: string): Promise<void> {
  const record = (await openedSignatures(petition)).find((one) => one.name === name)
  expect(await withdraw(record?.token ?? '', now)).toMatchObject({ ok: true })
}

/** A signer's own page, opened once; what is not given is saved as they signed. */
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

async function opened(file: Uint8Array, by = identity): Promise<string> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(by)
  return decrypter.decrypt(file, 'text')
}

async function fetched(delivery: string, at = now): Promise<Buffer> {
  const result = await fetchNames(second, delivery, at)
  if (!result.ok) throw new Error(result.reason)
  return Buffer.from(result.file)
}

const namesIn = (text: string) => {
  const rows = text.trimEnd().split('\r\n').slice(1)
  return new Set(rows.map((row) => row.split('","')[0]?.slice(1)))
}

describe('names handed over with a pack', () => {
  test('are those of the counted, as each chose, for one addressee; the pack proves the file and stays without names', async () => {
    const id = await signed('named')
    const delivery = await agreed(id)
    expect(await makePacks(now)).toBe(1)
    const file = await fetched(delivery)
    expect(file.toString('latin1')).toMatch(/^age-encryption\.org\/v1\n/)
    expect(file.includes('Lovelace')).toBe(false)
    await expect(opened(file, await generateIdentity())).rejects.toThrow()
    const text = await opened(file)
    expect(namesIn(text)).toEqual(new Set(['Ada Lovelace', 'B. B.', 'Eve ""Q"" Example', '김○○']))
    expect(text).not.toMatch(/Hidden|Beispiel|철수|example\.org.*","/)

    const files = unzip((await findPack(delivery))?.pack ?? new Uint8Array())
    const manifest = manifestSchema.parse(JSON.parse(files.get(MANIFEST)?.toString() ?? ''))
    expect(manifest).toMatchObject({
      format: 3,
      withheld: [{ path: NAMES_FILE, bytes: file.length, sha256: sha256(file) }],
    })
    expect(files.has(NAMES_FILE)).toBe(false)
    for (const [path, body] of files) expect([path, body.includes('Lovelace')]).toEqual([path, false])
    const source = { list: async () => [...files.keys()], read: async (path: string) => files.get(path) ?? null }
    expect(await checkPack(source)).toMatchObject({ withheld: [{ path: NAMES_FILE, here: false }], names: null })
    files.set(NAMES_FILE, file)
    expect(await checkPack(source, { identity })).toMatchObject({
      withheld: [{ path: NAMES_FILE, here: true }],
      names: expect.arrayContaining(['Eve "Q" Example', 'B. B.']),
    })
    const wrong = await generateIdentity()
    await expect(checkPack(source, { identity: wrong })).rejects.toMatchObject({ code: 'not_for_identity' })
    files.set(NAMES_FILE, Buffer.concat([file, Buffer.from('x')]))
    await expect(checkPack(source)).rejects.toMatchObject({ code: 'file_differs' })

    // A row that turns up somewhere leads back to the delivery.
    const { rows } = await pool().query<{ email_index: Buffer }>('SELECT email_index FROM signature')
    expect(rows).toHaveLength(people.length)
    const mark = /"Ada Lovelace","([a-z2-9]{8})"/.exec(text)?.[1] ?? ''
    const traced = await Promise.all(
      rows.map(({ email_index: index }) => findMarkedNames(second, reference(index), mark)),
    )
    expect(traced.filter((one) => one !== null)).toEqual([{ deliveryId: delivery }])
  })

  test('need an owner and somebody else who may hand over names, and a key', async () => {
    const id = await signed('two-people')
    const [editor, moderator] = [await aStaffMember('editor', now), await aStaffMember('moderator', now)]
    await expect(requestDelivery(editor, id, order(), now)).rejects.toThrow('may not')
    await expect(requestDelivery(moderator, id, order(), now)).rejects.toThrow('may not')
    const asked = await requestDelivery(first, id, order(), now)
    const shown = await db().approval.findUniqueOrThrow({ where: { id: asked.ok ? asked.approval : '' } })
    expect(shown.verb).toBe('petition.hand_over_names')
    expect(JSON.parse(shown.detail)).toMatchObject({ recipient })
    await expect(withApproval(Promise.resolve(asked), editor, now)).rejects.toThrow('may not')
    expect(await withApproval(Promise.resolve(asked), first, now)).toEqual({ ok: false, reason: 'own' })
    expect(await withApproval(Promise.resolve(asked), moderator, now)).toEqual({ ok: true })
    const { id: delivery } = await db().delivery.findFirstOrThrow({ where: { petitionId: id } })
    expect(await fetchNames(second, delivery, now)).toEqual({ ok: false, reason: 'names_gone' })
    expect((await listNames(editor, id, now)).get(delivery)).toEqual({ stage: 'waiting', names: null, until: null })
    await makePacks(now)
    for (const by of [editor, await aStaffMember('auditor', now)])
      await expect(async () => fetchNames(by, delivery, now)).rejects.toThrow('may not')
  })

  test('are made once by workers at once, and leave nothing where making them breaks off', async () => {
    const id = await signed('at-once')
    const delivery = await agreed(id)
    // Half-way, and once everything but the last statement is done.
    for (const broken of [vi.spyOn(making, 'namesFile'), vi.spyOn(events, 'queueEvent')]) {
      broken.mockRejectedValueOnce(new Error('the process ended'))
      const said = vi.spyOn(console, 'error').mockReturnValue()
      expect(await makePacks(now)).toBe(0)
      expect(said.mock.calls.flat().join()).toMatch(new RegExp(`pack of delivery ${delivery}: Error at`))
      broken.mockRestore()
      said.mockRestore()
    }
    const empty = { madeAt: null, file: null, names: null }
    expect(await db().deliveryNames.findUniqueOrThrow({ where: { deliveryId: delivery } })).toMatchObject(empty)
    expect(await findPack(delivery)).toBeNull()
    const made = await Promise.all([makePacks(now), makePacks(now), makePacks(now)])
    expect(made.reduce((sum, one) => sum + one, 0)).toBe(1)
    // Whoever came second did not leave another file: the hash is still that of the manifest.
    const manifest = unzip((await findPack(delivery))?.pack ?? new Uint8Array()).get(MANIFEST)
    expect(manifest?.toString()).toContain(sha256(await fetched(delivery)))
    const log = { subject: `delivery:${delivery}`, verb: 'delivery.fetch_names' }
    expect(await db().auditEntry.count({ where: log })).toBe(1)
    await fetched(delivery)
    expect(await db().auditEntry.count({ where: log })).toBe(2)
  })

  test('that cannot be made do not keep those of others waiting', async () => {
    const [broken, fine] = [await agreed(await signed('breaks')), await agreed(await signed('is-fine'))]
    const make = making.namesFile
    vi.spyOn(console, 'error').mockReturnValue()
    vi.spyOn(making, 'namesFile').mockImplementation((...given) =>
      given[0].id === broken ? Promise.reject(new Error('x')) : make(...given),
    )
    expect(await makePacks(now)).toBe(1)
    expect([await findPack(broken), await findPack(fine)]).toEqual([null, expect.anything()])
    vi.restoreAllMocks()
    expect(await makePacks(now)).toBe(1)
  })

  test('are gone where the pack was made by a process that did not know of them', async () => {
    const id = await signed('older')
    const delivery = await agreed(id)
    await makePacks(now)
    const none = { madeAt: null, file: null, names: null, marks: [], shown: [] }
    await db().deliveryNames.update({ where: { deliveryId: delivery }, data: none })
    expect((await listNames(first, id, now)).get(delivery)).toEqual({ stage: 'gone', names: null, until: null })
    expect(await fetchNames(second, delivery, now)).toEqual({ ok: false, reason: 'names_gone' })
  })

  test('leave out who withdrew before; who did while they were being made keeps them from being handed over, not the pack from being made', async () => {
    const id = await signed('withdrawn')
    const delivery = await agreed(id)
    await withdrawOne(id, 'Ada Lovelace')
    const make = making.namesFile
    const slow = vi.spyOn(making, 'namesFile').mockImplementationOnce(async (...given) => {
      const file = await make(...given)
      await withdrawOne(id, 'Bea Beispiel')
      return file
    })
    expect(await makePacks(now)).toBe(1)
    slow.mockRestore()
    expect(await findPack(delivery)).not.toBeNull()
    expect(await fetchNames(second, delivery, now)).toEqual({ ok: false, reason: 'names_changed' })
    const again = await agreed(id)
    await counted()
    await makePacks(now)
    expect(namesIn(await opened(await fetched(again)))).toEqual(new Set(['Eve ""Q"" Example', '김○○']))
  })

  test('are not handed over once somebody in them withdrew or chose otherwise, and are while others do', async () => {
    const id = await signed('left')
    const delivery = await agreed(id)
    await makePacks(now)
    await withdrawOne(id, 'Hidden Person')
    await fetched(delivery)
    await withdrawOne(id, 'Ada Lovelace')
    expect(await fetchNames(second, delivery, now)).toEqual({ ok: false, reason: 'names_changed' })
    const again = await agreed(id)
    await counted()
    await makePacks(now)
    expect(namesIn(await opened(await fetched(again)))).toEqual(new Set(['B. B.', 'Eve ""Q"" Example', '김○○']))
    await pool().query(`UPDATE signature SET display = 'hidden' WHERE display = 'initials'`)
    expect(await fetchNames(second, again, now)).toEqual({ ok: false, reason: 'names_changed' })
  })

  test('are handed over although somebody saves their page, comes or asks for updates; not once a name is another', async () => {
    const id = await signed('saved')
    const delivery = await agreed(id)
    await makePacks(now)
    const page = await pageOf('saved', 'Ada Lovelace')
    await page.save({})
    await fetched(delivery)
    await page.save({ updates: 'on' })
    await fetched(delivery)
    // Hidden when the file was made.
    const hidden = await pageOf('saved', 'Hidden Person')
    await hidden.save({ display: 'initials' })
    await fetched(delivery)
    // The initials are the same, and more is not in the file.
    const initials = await pageOf('saved', 'Bea Beispiel')
    await initials.save({ name: 'Berta Beispiel', display: 'initials' })
    await fetched(delivery)
    // The same letters in another case are another name, and a newcomer does not make up for it.
    await page.save({ name: 'ada lovelace' })
    expect(await fetchNames(second, delivery, now)).toEqual({ ok: false, reason: 'names_changed' })
    await page.save({ updates: 'on' })
    await fetched(delivery)
    await page.save({ display: 'initials' })
    expect(await fetchNames(second, delivery, now)).toEqual({ ok: false, reason: 'names_changed' })
  })

  test('are made although somebody chooses meanwhile that their name is shown', async () => {
    const id = await signed('comes')
    const delivery = await agreed(id)
    const query = pool().query.bind(pool())
    let came = false
    vi.spyOn(pool(), 'query').mockImplementation((async (...given: unknown[]) => {
      if (!came && String(given[0]).includes('s.email_index >')) {
        came = true
        await query(`UPDATE signature SET display = 'full' WHERE petition_id = $1`, [id])
      }
      return (query as (...given: unknown[]) => unknown)(...given)
    }) as typeof query)
    expect(await makePacks(now)).toBe(1)
    vi.restoreAllMocks()
    const text = await opened(await fetched(delivery))
    expect(text).toMatch(/, 5 signatures, /)
    expect(namesIn(text)).toContain('Hidden Person')
  })

  test('name nobody of the staff, and two files of a petition have two orders', async () => {
    const id = await signed('two-files')
    const texts: string[] = []
    for (let i = 0; i < 4; i++) {
      const delivery = await agreed(id)
      await makePacks(now)
      texts.push(await opened(await fetched(delivery)))
    }
    for (const text of texts) for (const { email } of [first, second]) expect(text).not.toContain(email)
    const orders = texts.map((text) => [...namesIn(text)].join('; '))
    expect(new Set(orders.map((order) => order.split('; ').toSorted().join('; '))).size).toBe(1)
    expect(new Set(orders).size).toBeGreaterThan(1)
  })

  test('are of the checkpoint: who is counted after it is not named', async () => {
    const id = await signed('checkpoint')
    const subject = { petition: 'checkpoint', deliveredOn: '2026-03-05', addressees: ['x'] }
    const found = await packFiles(id, subject, 'https://example.org', true)
    await signAs('checkpoint', 'late@example.org', days(-1), { name: 'Late Lena', display: 'full' })
    await confirmWaiting(id, days(-1))
    await counted()
    const of = { id: randomUUID(), petition: { id, slug: 'checkpoint' }, recipient, addressees: ['x'] }
    const file = await making.namesFile(of, found?.size ?? 0, now)
    expect(await opened(file.body)).not.toContain('Late Lena')
    expect(file.standing.names).toBe(4)
  })

  test('are deleted after a week, and with the personal data; they cannot be fetched later', async () => {
    const id = await signed('expiring')
    const delivery = await agreed(id)
    await makePacks(now)
    expect(await purgeNames(days(6.9))).toBe(0)
    const late = new Date(now.getTime() + NAMES_FOR)
    expect(await fetchNames(second, delivery, late)).toEqual({ ok: false, reason: 'names_gone' })
    await db().petition.update({ where: { id }, data: { deliveredAt: days(-30) } })
    expect(await purgeNames(now)).toBe(1)
    expect(await fetchNames(second, delivery, now)).toEqual({ ok: false, reason: 'names_gone' })
    expect((await listNames(first, id, now)).get(delivery)).toMatchObject({ stage: 'gone', names: 4 })
    expect(await purgeNames(late)).toBeGreaterThan(0)
    const left = { OR: [{ file: { not: null } }, { marks: { isEmpty: false } }, { shown: { isEmpty: false } }] }
    expect(await db().deliveryNames.count({ where: left })).toBe(0)
  })
})

test('the length of a file says little of what is in it', () => {
  const total = (length: number) => length + paddingOf(length)
  expect(total(1)).toBe(65_536)
  expect(total(65_536)).toBe(65_536)
  expect(total(65_537)).toBe(73_728)
  const lengths = new Set(Array.from({ length: 1000 }, (_, i) => total(100_000 + i)))
  expect(lengths.size).toBe(1)
  for (const length of [70_000, 1_000_000, 33_333_333]) expect(total(length) / length).toBeLessThanOrEqual(1.125)
})
