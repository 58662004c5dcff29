import { expect, it } from 'vitest'
import { db } from '@/lib/db'
import { append } from '@/lib/ledger/append'
import { aMember } from '@/test/a-member'
import { aPetition } from '@/test/a-petition'
import { aScan, aSheet } from '@/test/a-sheet'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { discardSheet, enterSheet, MAX_SCAN_BYTES } from './enter-sheet'
import { listPlaces } from './list-places'
import { auditCollectorOpening, openCollector, openScan } from './open-sheet'
import { readSheet } from './read-sheet'
import { newSerial, readSerial, shownSerial } from './serial'

useDatabase()

const now = new Date('2026-11-22T10:00:00Z')
const form = (petition: string) => ({
  petition,
  place: 'Geneva',
  collector: 'Test Collector',
  signedOn: new Date('2026-11-20'),
  signatures: 12,
  serial: null as string | null,
  via: null as string | null,
})

it('accepts a scan once, however often it is entered at once, and other sheets too', async () => {
  const petition = await aPetition('once')
  const ann = await aStaffMember('moderator', now)
  const scan = aScan()
  const results = await Promise.all(Array.from({ length: 6 }, () => enterSheet(ann, form(petition), scan, now)))
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(results.filter((one) => !one.ok && one.reason === 'scan_known')).toHaveLength(5)
  expect((await enterSheet(ann, form(petition), aScan(), now)).ok).toBe(true)
  expect(await db().paperScan.count()).toBe(2)
})

it('accepts a serial once, however it is typed, and keeps no code that no member has', async () => {
  const petition = await aPetition('serial')
  const ann = await aStaffMember('moderator', now)
  await aMember('kontras')
  const printed = newSerial()
  const serial = readSerial(` ${shownSerial(printed).toLowerCase()} `)
  expect(serial).toBe(printed)
  const enter = (more: { serial: string | null; via: string | null }) =>
    enterSheet(ann, { ...form(petition), ...more }, aScan(), now)
  const results = await Promise.all(Array.from({ length: 5 }, () => enter({ serial, via: 'kontras' })))
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  expect(results.filter((one) => !one.ok && one.reason === 'serial_known')).toHaveLength(4)
  expect((await enter({ serial: null, via: 'nobody' })).ok).toBe(true)
  expect((await enter({ serial: newSerial(), via: null })).ok).toBe(true)
  const kept = await db().paperSheet.findMany({ select: { via: true }, where: { via: { not: null } } })
  expect(kept).toEqual([{ via: 'kontras' }])
})

it.each(['1234', '12345-6789U', '12345 67890 1', '<b>'])('%s is no serial', (typed) => {
  expect(readSerial(typed)).toBeNull()
})

it('accepts PDF, JPEG and PNG by their bytes, up to a size, and nothing else', async () => {
  const petition = await aPetition('types')
  const ann = await aStaffMember('moderator', now)
  const enter = async (...bytes: number[]) => {
    const result = await enterSheet(ann, form(petition), Uint8Array.from(bytes), now)
    return result.ok || result.reason
  }
  expect(await enter(0xff, 0xd8, 0xff, 0xe0, 1)).toBe(true)
  expect(await enter(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1)).toBe(true)
  expect(await enter(...Buffer.from('<svg onload="x">'))).toBe('scan_type')
  expect(await enter(...Buffer.from(' %PDF-1.7'))).toBe('scan_type')
  expect(await enter()).toBe('scan_missing')
  const large = Buffer.concat([aScan(), Buffer.alloc(MAX_SCAN_BYTES)])
  expect(await enterSheet(ann, form(petition), large, now)).toEqual({ ok: false, reason: 'scan_too_large' })
})

it('accepts no sheet for an unknown petition, a draft, or one that was delivered', async () => {
  const id = await aPetition('over')
  const ann = await aStaffMember('moderator', now)
  const enter = () => enterSheet(ann, form(id), aScan(), now)
  for (const status of ['draft', 'won', 'delivered'] as const) {
    await db().petition.update({ where: { id }, data: { status, wonAt: now, deliveredAt: now } })
    expect(await enter()).toEqual({ ok: false, reason: 'petition_unknown' })
  }
  await db().petition.update({ where: { id }, data: { status: 'closed' } })
  expect((await enter()).ok).toBe(true)
  await db().petition.update({ where: { id }, data: { removedAt: now } })
  expect(await enter()).toEqual({ ok: false, reason: 'petition_unknown' })
})

it('offers the places of earlier sheets, each once, the latest first', async () => {
  const petition = await aPetition('places')
  const ann = await aStaffMember('moderator', now)
  for (const [i, place] of ['Bern', 'Seoul', 'Bern', 'Jakarta'].entries())
    await enterSheet(ann, { ...form(petition), place }, aScan(), new Date(now.getTime() + i * 1_000 + 60_000))
  expect((await listPlaces(ann)).slice(0, 3)).toEqual(['Jakarta', 'Bern', 'Seoul'])
  await expect(listPlaces(await aStaffMember('auditor', now))).rejects.toThrow()
})

it('seals scan and collector, and audits each opening; other roles are refused here', async () => {
  const petition = await aPetition('sealed')
  const ann = await aStaffMember('moderator', now)
  const scan = aScan()
  const entered = await enterSheet(ann, form(petition), scan, now)
  const id = entered.ok ? entered.id : ''
  const [row] = await db().$queryRaw<{ all: string }[]>`
    SELECT encode(s.sealed, 'escape') || encode(c.sealed, 'escape') AS all
    FROM paper_sheet s JOIN paper_scan c ON c.sheet_id = s.id WHERE s.id = ${id}::uuid`
  expect(row?.all).not.toMatch(/Collector|PDF/)
  expect(await openScan(ann, id, now)).toEqual({ ok: true, type: 'pdf', bytes: scan })
  expect(await db().auditEntry.count({ where: { verb: 'paper.open', subject: `paper:${id}` } })).toBe(1)
  expect(await auditCollectorOpening(ann, id, now)).toBe(true)
  expect(await openCollector(ann, id)).toBe('Test Collector')
  expect(await db().auditEntry.count({ where: { verb: 'paper.open', subject: `paper:${id}` } })).toBe(2)
  await expect(openCollector(await aStaffMember('auditor', now), id)).rejects.toThrow('auditor may not')
  await expect(openScan(await aStaffMember('auditor', now), id, now)).rejects.toThrow('auditor may not')
  await expect(enterSheet(await aStaffMember('editor', now), form(petition), aScan(), now)).rejects.toThrow('may not')
})

it('discards a sheet before approval, with its scan; it is never counted', async () => {
  const petition = await aPetition('discarded')
  const ann = await aStaffMember('moderator', now)
  const id = await aSheet(ann, petition, 5, now)
  expect(await discardSheet(ann, id, 'blank', now)).toEqual({ ok: true })
  expect(await discardSheet(ann, id, 'blank', now)).toEqual({ ok: false, reason: 'unknown' })
  expect(await db().paperScan.count({ where: { sheetId: id } })).toBe(0)
  expect(await append(now)).toBe(0)
})

it('reports the errors of each field', () => {
  const good = {
    petition: crypto.randomUUID(),
    place: 'Geneva',
    collector: 'A B',
    signedOn: '2026-11-20',
    signatures: '12',
  }
  expect(readSheet(good, now)).toMatchObject({ ok: true, form: { signatures: 12, place: 'Geneva' } })
  const bad = { ...good, place: ' ', signedOn: '2026-02-31', signatures: '0' }
  expect(readSheet(bad, now)).toEqual({
    ok: false,
    errors: { place: ['missing'], signedOn: ['date'], signatures: ['number'] },
  })
  expect(readSheet({ ...good, signedOn: '2026-11-23' }, now)).toEqual({ ok: false, errors: { signedOn: ['future'] } })
  expect(readSheet({ ...good, signatures: '5001' }, now)).toEqual({ ok: false, errors: { signatures: ['too_many'] } })
})
