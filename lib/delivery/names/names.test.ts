import { randomUUID } from 'node:crypto'
import { generateIdentity, identityToRecipient } from 'age-encryption'
import { describe, expect, test, vi } from 'vitest'
import { db, pool } from '@/lib/db'
import { reference } from '@/lib/signatures/admin/reference'
import * as events from '@/lib/webhooks/queue-event'
import { confirmWaiting, signAs } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { namesIn, people, useNamedDeliveries } from '@/test/named-delivery'
import { unzip } from '@/test/unzip'
import { useDatabase } from '@/test/use-database'
import { withApproval } from '@/test/with-approval'
import { checkPack } from '../check-pack'
import { findPack } from '../find-pack'
import { listDeliveries } from '../list-deliveries'
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
const { who, days, signed, counted, order, agreed, opened, fetched } = useNamedDeliveries(now)

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

    const files = unzip((await findPack(delivery, null))?.pack ?? new Uint8Array())
    const manifest = manifestSchema.parse(JSON.parse(files.get(MANIFEST)?.toString() ?? ''))
    expect(manifest).toMatchObject({
      format: 4,
      withheld: [{ path: NAMES_FILE, bytes: file.length, sha256: sha256(file) }],
      namesTo: [{ addressee: 'The Council', key: who.recipient }],
    })
    expect(files.has(NAMES_FILE)).toBe(false)
    for (const [path, body] of files) expect([path, body.includes('Lovelace')]).toEqual([path, false])
    const source = { list: async () => [...files.keys()], read: async (path: string) => files.get(path) ?? null }
    expect(await checkPack(source)).toMatchObject({ withheld: [{ path: NAMES_FILE, here: false }], names: null })
    files.set(NAMES_FILE, file)
    expect(await checkPack(source, { identity: who.identity })).toMatchObject({
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
      rows.map(({ email_index: index }) => findMarkedNames(who.second, reference(index), mark)),
    )
    expect(traced.filter((one) => one !== null)).toEqual([{ deliveryId: delivery }])
  })

  test('need an owner and somebody else who may hand over names, and a key', async () => {
    const id = await signed('two-people')
    const [editor, moderator] = [await aStaffMember('editor', now), await aStaffMember('moderator', now)]
    await expect(requestDelivery(editor, id, order(), now)).rejects.toThrow('may not')
    await expect(requestDelivery(moderator, id, order(), now)).rejects.toThrow('may not')
    const asked = await requestDelivery(who.first, id, order(), now)
    const shown = await db().approval.findUniqueOrThrow({ where: { id: asked.ok ? asked.approval : '' } })
    expect(shown.verb).toBe('petition.hand_over_names')
    expect(JSON.parse(shown.detail)).toMatchObject({ 'names to': `${who.recipient} The Council` })
    await expect(withApproval(Promise.resolve(asked), editor, now)).rejects.toThrow('may not')
    expect(await withApproval(Promise.resolve(asked), who.first, now)).toEqual({ ok: false, reason: 'own' })
    expect(await withApproval(Promise.resolve(asked), moderator, now)).toEqual({ ok: true })
    const { id: delivery } = await db().delivery.findFirstOrThrow({ where: { petitionId: id } })
    expect(await fetchNames(who.second, delivery, now)).toEqual({ ok: false, reason: 'names_gone' })
    expect((await listNames(editor, id, now)).get(delivery)).toEqual({ stage: 'waiting', names: null, until: null })
    await makePacks(now)
    for (const by of [editor, await aStaffMember('auditor', now)])
      await expect(async () => fetchNames(by, delivery, now)).rejects.toThrow('may not')
  })

  test('go to several addressees, each of whom opens them alone; the pack says to whom, and that nobody else can', async () => {
    const id = await signed('several')
    const identities = [await generateIdentity(), await generateIdentity()]
    const keys = await Promise.all(identities.map(identityToRecipient))
    const addressees = ['The Council', 'The Assembly', 'A third office']
    const namesTo = [
      { addressee: 'The Assembly', key: keys[0] ?? '' },
      { addressee: 'The Council', key: keys[1] ?? '' },
    ]
    const asked = await requestDelivery(who.first, id, { ...order(), addressees, namesTo }, now)
    expect(await withApproval(Promise.resolve(asked), who.second, now)).toEqual({ ok: true })
    const delivery = asked.ok ? asked.approval : ''
    await makePacks(now)
    const file = await fetched(delivery)
    for (const identity of identities) expect(await opened(file, identity)).toContain('"Ada Lovelace"')
    await expect(opened(file)).rejects.toThrow()

    const { pack = new Uint8Array() } = (await findPack(delivery, null)) ?? {}
    const files = unzip(pack)
    expect(files.get('README.txt')?.toString()).toContain('The Assembly; The Council received names.age')
    expect(files.get('letter-en.html')?.toString()).toContain('The Assembly')
    const [shown] = await listDeliveries(id, null)
    expect(shown).toMatchObject({ withNames: true, namesTo: ['The Assembly', 'The Council'] })
    const checked = (more: [string, Buffer][] = [], identity?: string) => {
      const all = new Map([...files, [NAMES_FILE, file], ...more])
      const source = { list: async () => [...all.keys()], read: async (path: string) => all.get(path) ?? null }
      return checkPack(source, { identity })
    }
    for (const identity of identities)
      expect(await checked([], identity)).toMatchObject({
        namesTo: ['The Assembly', 'The Council'],
        names: expect.anything(),
      })

    const manifest = manifestSchema.parse(JSON.parse(files.get(MANIFEST)?.toString() ?? ''))
    const withManifest = (other: object, identity?: string) =>
      checked([[MANIFEST, Buffer.from(JSON.stringify({ ...manifest, ...other }))]], identity)
    const differs = { code: 'readers_differ' }
    // One reader more than it says, one less, an office that nothing was delivered to, one key twice.
    await expect(withManifest({ namesTo: namesTo.slice(1) })).rejects.toMatchObject(differs)
    const third = { addressee: 'A third office', key: who.recipient }
    await expect(withManifest({ namesTo: [...namesTo, third] })).rejects.toMatchObject(differs)
    await expect(withManifest({ namesTo: [namesTo[0], { ...third, addressee: 'Another' }] })).rejects.toMatchObject(
      differs,
    )
    await expect(withManifest({ namesTo: [namesTo[0], { ...third, key: keys[0] }] })).rejects.toMatchObject(differs)
    await expect(withManifest({ namesTo: [] })).rejects.toMatchObject(differs)
    // As many as it says, and another key.
    await expect(
      withManifest({ namesTo: [namesTo[0], { ...third, addressee: 'The Council' }] }, identities[1]),
    ).rejects.toMatchObject(differs)
    // Packs from before it was said are still checked.
    const { namesTo: _, ...before } = manifest
    const old = Buffer.from(JSON.stringify({ ...before, format: 3 }))
    expect(await checked([[MANIFEST, old]], identities[0])).toMatchObject({ namesTo: [], names: expect.anything() })
  })

  test('that were approved for one, by a process that knows of no other, are made for that one', async () => {
    const id = await signed('for-one')
    const delivery = await agreed(id)
    await db().delivery.update({ where: { id: delivery }, data: { namesTo: [] } })
    await db().deliveryNames.update({ where: { deliveryId: delivery }, data: { recipients: [] } })
    await makePacks(now)
    expect(await opened(await fetched(delivery))).toContain('"Ada Lovelace"')
  })

  test('are made once by workers at once, and leave nothing where making them breaks off', async () => {
    const id = await signed('at-once')
    const delivery = await agreed(id)
    // Half-way, and once everything but the last statement is done.
    for (const broken of [vi.spyOn(making, 'namesFile'), vi.spyOn(events, 'queueEvent')]) {
      broken.mockRejectedValueOnce(new Error('the process ended'))
      const said = vi.spyOn(console, 'error').mockReturnValue()
      expect(await makePacks(now)).toBe(0)
      expect(said.mock.calls.flat().join()).toMatch(new RegExp(`make delivery packs: ${delivery}: Error at`))
      broken.mockRestore()
      said.mockRestore()
    }
    const empty = { madeAt: null, file: null, names: null }
    expect(await db().deliveryNames.findUniqueOrThrow({ where: { deliveryId: delivery } })).toMatchObject(empty)
    expect(await findPack(delivery, null)).toBeNull()
    const made = await Promise.all([makePacks(now), makePacks(now), makePacks(now)])
    expect(made.reduce((sum, one) => sum + one, 0)).toBe(1)
    // The second person to fetch it did not leave another file: the hash is still that of the manifest.
    const manifest = unzip((await findPack(delivery, null))?.pack ?? new Uint8Array()).get(MANIFEST)
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
    expect([await findPack(broken, null), await findPack(fine, null)]).toEqual([null, expect.anything()])
    vi.restoreAllMocks()
    expect(await makePacks(now)).toBe(1)
  })

  test('are gone where the pack was made by a process that did not know of them', async () => {
    const id = await signed('older')
    const delivery = await agreed(id)
    await makePacks(now)
    const none = { madeAt: null, file: null, names: null, marks: [], shown: [] }
    await db().deliveryNames.update({ where: { deliveryId: delivery }, data: none })
    expect((await listNames(who.first, id, now)).get(delivery)).toEqual({ stage: 'gone', names: null, until: null })
    expect(await fetchNames(who.second, delivery, now)).toEqual({ ok: false, reason: 'names_gone' })
  })

  test('name nobody of the staff, and two files of a petition have two orders', async () => {
    const id = await signed('two-files')
    const texts: string[] = []
    for (let i = 0; i < 4; i++) {
      const delivery = await agreed(id)
      await makePacks(now)
      texts.push(await opened(await fetched(delivery)))
    }
    for (const text of texts) for (const { email } of [who.first, who.second]) expect(text).not.toContain(email)
    const orders = texts.map((text) => [...namesIn(text)].join('; '))
    expect(new Set(orders.map((order) => order.split('; ').toSorted().join('; '))).size).toBe(1)
    expect(new Set(orders).size).toBeGreaterThan(1)
  })

  test('are of the checkpoint: who is counted after it is not named', async () => {
    const id = await signed('checkpoint')
    const subject = { petition: 'checkpoint', deliveredOn: '2026-03-05', addressees: ['x'] }
    const found = await packFiles(id, subject, 'https://example.org', ['x'])
    await signAs('checkpoint', 'late@example.org', days(-1), { name: 'Late Lena', display: 'full' })
    await confirmWaiting(id, days(-1))
    await counted()
    const of = { id: randomUUID(), petition: { id, slug: 'checkpoint' }, keys: [who.recipient], addressees: ['x'] }
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
    expect(await fetchNames(who.second, delivery, late)).toEqual({ ok: false, reason: 'names_gone' })
    await db().petition.update({ where: { id }, data: { deliveredAt: days(-30) } })
    expect(await purgeNames(now)).toBe(1)
    expect(await fetchNames(who.second, delivery, now)).toEqual({ ok: false, reason: 'names_gone' })
    expect((await listNames(who.first, id, now)).get(delivery)).toMatchObject({ stage: 'gone', names: 4 })
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
