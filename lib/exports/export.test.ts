import { setTimeout as sleep } from 'node:timers/promises'
import { Decrypter, generateIdentity, identityToRecipient } from 'age-encryption'
import { beforeAll, describe, expect, test } from 'vitest'
import { approve } from '@/lib/approval-decisions/decide'
import { db, pool } from '@/lib/db'
import type { Staff } from '@/lib/staff/staff'
import { aStaffMember } from '@/test/a-staff-member'
import { anExportedPetition, taking } from '@/test/an-exported-petition'
import { useDatabase } from '@/test/use-database'
import { holdExport, startExport } from './download-export'
import { findMarked } from './list-exports'
import { type ExportOrder, readOrder } from './order'
import { requestExport } from './request-export'
import { sampleExport } from './sample-export'
import { streamExport } from './stream-export'

useDatabase()

const now = new Date('2026-11-22T10:00:00Z')
const hours = (n: number) => new Date(now.getTime() + n * 3_600_000)
let petition = ''
let identity = ''
let recipient = ''
let first: Staff
let second: Staff

beforeAll(async () => {
  petition = await anExportedPetition(now)
  identity = await generateIdentity()
  recipient = await identityToRecipient(identity)
  first = await aStaffMember('moderator', now)
  second = await aStaffMember('owner', now)
})

function order(columns: string[], more: Record<string, string> = {}): ExportOrder {
  const read = readOrder({ petition, reason: 'the test', recipient, ...more }, columns, now)
  if (!read.ok) throw new Error(read.reason)
  return read.order
}

async function agreed(columns: string[], more: Record<string, string> = {}): Promise<string> {
  const { id, approval } = await asked(first, columns, more)
  expect(await approve(second, approval ?? '', now)).toEqual({ ok: true, due: null })
  return id
}

async function fetched(id: string, by = first, at = now): Promise<Uint8Array> {
  const started = await startExport(by, id, at)
  if (!started.ok) throw new Error(started.reason)
  const origin = { by: by.email, petition: 'exported', madeAt: at }
  const stream = await streamExport(started.file, origin, taking(started.file, by, at))
  return new Uint8Array(await new Response(stream).arrayBuffer())
}

async function asked(by: Staff, columns: string[], more: Record<string, string> = {}) {
  const answer = await requestExport(by, order(columns, more), now)
  if (!answer.ok) throw new Error(answer.reason)
  return answer
}

async function opened(file: Uint8Array): Promise<string> {
  const decrypter = new Decrypter()
  decrypter.addIdentity(identity)
  return decrypter.decrypt(file, 'text')
}

describe('a file with names', () => {
  test('needs approval, opens with the recipient’s key only, and holds what signers agreed to', async () => {
    const { id, approval } = await asked(first, ['reference', 'name', 'country'])
    expect(await startExport(first, id, now)).toEqual({ ok: false, reason: 'not_agreed' })
    expect(await approve(first, approval ?? '', now)).toEqual({ ok: false, reason: 'own' })
    const raw = pool().query('UPDATE data_export SET starts = 1 WHERE id = $1', [id])
    await expect(raw).rejects.toThrow('data_export_two_people')
    const shown = await db().approval.findUniqueOrThrow({ where: { id: approval ?? '' } })
    expect(JSON.parse(shown.detail)).toMatchObject({ rows: '4', recipient, columns: 'reference, country, name' })
    expect(await approve(second, approval ?? '', now)).toEqual({ ok: true, due: null })

    const file = await fetched(id)
    expect(Buffer.from(file).toString('latin1')).toMatch(/^age-encryption\.org\/v1\n/)
    expect(Buffer.from(file).toString('latin1')).not.toMatch(/Lovelace|HYPERLINK|A\. L\./)
    const other = new Decrypter()
    other.addIdentity(await generateIdentity())
    await expect(other.decrypt(file)).rejects.toThrow()

    const lines = (await opened(file)).trimEnd().split('\r\n')
    expect(lines[0]).toContain(`export ${id} of exported, 4 signatures, made ${now.toISOString()} by ${first.email}`)
    expect(lines).toHaveLength(5)
    const text = lines.slice(1).join('\n')
    expect(text).toContain('"A. L."')
    expect(text).toContain('"김○○"')
    // A spreadsheet shows it and does not execute it.
    expect(text).toContain(`"'=HYPERLINK(""http://evil.example"",""x"")"`)
    expect(text).not.toMatch(/Hidden|Wanda|Roger|Petra|Hanna/)
  })

  test('with addresses holds only signers who asked for updates', async () => {
    const file = await opened(await fetched(await agreed(['name', 'email'], { format: 'jsonl' })))
    const [origin, ...rows] = file
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as Record<string, string>)
    expect(origin?.origin).toContain('2 signatures')
    expect(new Set(rows.map(({ email }) => email))).toEqual(new Set(['person-0@example.org', 'person-2@example.org']))
    expect(rows.find(({ email }) => email === 'person-2@example.org')?.name).toBe('')
  })

  test('is gone once downloaded, after a day, and never available to anybody but its requester', async () => {
    const id = await agreed(['name'])
    expect(await startExport(second, id, now)).toEqual({ ok: false, reason: 'no_export' })
    expect(await startExport(first, id, hours(24))).toEqual({ ok: false, reason: 'file_gone' })
    await fetched(id)
    expect(await startExport(first, id, now)).toEqual({ ok: false, reason: 'file_gone' })
  })

  test.each([['name'], ['country']])('started twenty times at once is downloaded once: %s', async (column) => {
    const id = column === 'name' ? await agreed([column]) : (await asked(first, [column])).id
    const bodies = await Promise.allSettled(Array.from({ length: 20 }, () => fetched(id)))
    expect(bodies.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await startExport(first, id, now)).toEqual({ ok: false, reason: 'file_gone' })
    expect(await db().auditEntry.count({ where: { subject: `export:${id}`, verb: 'export.download' } })).toBe(1)
  })

  test('may break off and be started again, three times in all, one after another', async () => {
    const id = await agreed(['name'])
    const minutes = (n: number) => new Date(now.getTime() + n * 60_000)
    expect((await startExport(first, id, now)).ok).toBe(true)
    expect(await startExport(first, id, minutes(1))).toEqual({ ok: false, reason: 'being_fetched' })
    expect((await startExport(first, id, minutes(2))).ok).toBe(true)
    expect((await startExport(first, id, minutes(4))).ok).toBe(true)
    expect(await startExport(first, id, minutes(6))).toEqual({ ok: false, reason: 'file_gone' })
  })

  test('a download replaced by a later one cannot finish', async () => {
    const id = await agreed(['name'])
    const slow = await startExport(first, id, now)
    if (!slow.ok) throw new Error(slow.reason)
    const origin = { by: '', petition: '', madeAt: now }
    const stream = await streamExport(slow.file, origin, taking(slow.file, first, now))
    await fetched(id, first, new Date(now.getTime() + 180_000))
    await expect(new Response(stream).arrayBuffer()).rejects.toThrow('another download')
    expect(await holdExport(slow.file, now)).toBe(false)
  })

  test('needs an existing petition, and is not made once its filter is unreadable', async () => {
    const nowhere = order(['country'], { petition: '6f9619ff-8b86-4011-b42d-00c04fc964ff' })
    expect(await requestExport(first, nowhere, now)).toEqual({ ok: false, reason: 'petition_missing' })
    const { id } = await asked(first, ['country'])
    await db().dataExport.update({ where: { id }, data: { filter: '{"via":"no such code!"}' } })
    expect(await startExport(first, id, now)).toEqual({ ok: false, reason: 'export_unreadable' })
  })

  test.each([['name'], ['country']])('a download whose client disconnects is not finished: %s', async (column) => {
    const id = column === 'name' ? await agreed([column]) : (await asked(first, [column])).id
    const started = await startExport(first, id, now)
    if (!started.ok) throw new Error(started.reason)
    let finished = false
    const origin = { by: '', petition: '', madeAt: now }
    const stream = await streamExport(started.file, origin, {
      ...taking(started.file, first, now),
      finish: async () => {
        finished = true
        return true
      },
    })
    const reader = stream.getReader()
    // They disconnect while the first piece is being made.
    const next = reader.read()
    await new Promise(setImmediate)
    await reader.cancel()
    await next
    await sleep(200)
    expect(finished).toBe(false)
    expect((await startExport(first, id, now)).ok).toBe(true)
  })

  test('leaves out signers who withdrew after approval, and adds none beyond the approved number', async () => {
    const columns = ['name']
    const [less, more] = [await agreed(columns), await agreed(columns)]
    const row = await db().signature.findFirstOrThrow({ where: { state: 'confirmed' } })
    const where = { petitionId_emailIndex: { petitionId: row.petitionId, emailIndex: row.emailIndex } }
    await db().signature.update({ where, data: { state: 'withdrawn', withdrawnAt: now } })
    expect((await opened(await fetched(less))).trimEnd().split('\r\n')).toHaveLength(4)
    const all = { state: { in: ['held' as const, 'withdrawn' as const] } }
    await db().signature.updateMany({ where: all, data: { state: 'confirmed', withdrawnAt: null } })
    expect(await startExport(first, more, now)).toEqual({ ok: false, reason: 'more_rows' })
    await db().signature.updateMany({ where: { receivedAt: hours(-33) }, data: { state: 'held' } })
    const wanda = { receivedAt: hours(-36) }
    await db().signature.updateMany({ where: wanda, data: { state: 'withdrawn', withdrawnAt: now } })
  })
})

describe('a file without names', () => {
  test('needs one person, also an auditor, and leaves out withdrawn and removed signatures', async () => {
    const auditor = await aStaffMember('auditor', now)
    const { id, approval } = await asked(auditor, ['reference', 'state', 'signed_on'])
    expect(approval).toBeNull()
    const text = Buffer.from(await fetched(id, auditor)).toString('utf8')
    expect(text.trimEnd().split('\r\n')).toHaveLength(7)
    expect(text).not.toMatch(/withdrawn|removed|Lovelace|example\.org.*example\.org/)
    const [, number = '', mark = ''] = /"(\w{4}-\w{4})".*"([a-z2-9]{8})"\r\n$/.exec(text) ?? []
    expect((await findMarked(auditor, number.toLowerCase(), mark, now))?.id).toBe(id)
    expect(await findMarked(auditor, number, 'aaaaaaaa', now)).toBeNull()
  })

  test('holds days, and countries that the public table names; an exact time needs approval', async () => {
    const auditor = await aStaffMember('auditor', now)
    await db().publishedCountryCount.create({ data: { petitionId: petition, country: 'JP', basis: 20n, shown: 20n } })
    await db().signature.updateMany({ where: { receivedAt: hours(-40) }, data: { country: 'JP' } })
    const days = ['country', 'signed_on', 'confirmed_on', 'counted_on']
    const { id } = await asked(auditor, days)
    const text = Buffer.from(await fetched(id, auditor)).toString('utf8')
    const rows = text.trimEnd().split('\r\n').slice(1)
    const cells = rows.flatMap((row) => row.replaceAll('"', '').split(','))
    const [countries, times] = [cells.filter((_, i) => i % 5 === 0), cells.filter((_, i) => i % 5 > 0 && i % 5 < 4)]
    expect(new Set(countries)).toEqual(new Set(['JP', 'other']))
    for (const day of times) expect(day).toMatch(/^(2026-11-\d\d)?$/)

    const refused = (columns: string[], more: Record<string, string>) => {
      const read = readOrder({ petition, reason: 'the test', ...more }, columns, now)
      return read.ok ? requestExport(auditor, read.order, now) : read
    }
    expect(await refused(['received_at'], {})).toEqual({ ok: false, reason: 'recipient' })
    expect(await refused(days, { from: '2026-11-20T18:00' })).toEqual({ ok: false, reason: 'days_only' })
    expect(await refused(days, { to: '2026-11-20T18:00' })).toEqual({ ok: false, reason: 'days_only' })
    expect(await refused(['state'], { country: 'KR' })).toEqual({ ok: false, reason: 'country_alone' })
    expect(await refused(['state'], { country: 'JP', from: '2026-11-20' })).toMatchObject({ ok: true })
    const raw = pool().query(`UPDATE data_export SET columns = '{confirmed_at}' WHERE id = $1`, [id])
    await expect(raw).rejects.toThrow('data_export_personal_is_sealed')
    const exact = await opened(await fetched(await agreed(['received_at'])))
    expect(exact).toMatch(/2026-11-\d\dT\d\d:00:00\.000Z/)
  })

  test('holds the days of whoever asked, and says whose days they are', async () => {
    const auditor = await aStaffMember('auditor', now)
    const day = { fromDay: '2026-11-21', toDay: '2026-11-21' }
    const daysIn = async (zone: string) => {
      await db().user.update({ where: { id: auditor.id }, data: { timeZone: zone } })
      const { id } = await asked(auditor, ['signed_on'], { ...day, zone })
      const [head, ...rows] = Buffer.from(await fetched(id, auditor))
        .toString('utf8')
        .trimEnd()
        .split('\r\n')
      return { head, days: rows.map((row) => row.slice(1, 11)) }
    }
    // They signed from 18:00 to 1:00, in UTC: that is 3:00 to 10:00 of one day in Seoul.
    const [seoul, utc] = [await daysIn('Asia/Seoul'), await daysIn('UTC')]
    expect([seoul.days.length, new Set(seoul.days)]).toEqual([6, new Set(['2026-11-21'])])
    expect([utc.days.length, new Set(utc.days)]).toEqual([2, new Set(['2026-11-21'])])
    expect(seoul.head).toContain('6 signatures, days of Asia/Seoul, made')
    expect(utc.head).toContain('2 signatures, made')
    await expect(asked(auditor, ['signed_on'], { ...day, zone: 'Asia/Kolkata' })).rejects.toThrow('zone_unknown')
  })

  test('is shown before as it would be, three rows of it, with what shows who signed masked', async () => {
    const rows = await sampleExport(first, order(['reference', 'name', 'email', 'received_at']), now)
    expect(rows).toHaveLength(2)
    for (const { reference, name, email, received_at } of rows) {
      expect(reference).toMatch(/^\w{4}-\w{4}$/)
      expect(name).toMatch(/^[•. ]*$/)
      expect([email, received_at]).toEqual(['•••@•••', '••••-••-••'])
    }
    const auditor = await aStaffMember('auditor', now)
    const plain = await sampleExport(auditor, order(['country', 'signed_on']), now)
    expect(plain.map(({ country }) => country)).toEqual([expect.any(String), expect.any(String), expect.any(String)])
    expect(JSON.stringify([rows, plain])).not.toMatch(/Lovelace|A\. L|example\.org/)
    expect(() => sampleExport(auditor, order(['name']), now)).toThrow('may not')
  })

  test('with a name in it is not for auditors, and none is for editors', async () => {
    const [auditor, editor] = [await aStaffMember('auditor', now), await aStaffMember('editor', now)]
    await expect(requestExport(auditor, order(['name']), now)).rejects.toThrow('may not')
    await expect(requestExport(editor, order(['country']), now)).rejects.toThrow('may not')
    // The database enforces it as well.
    const { id } = await asked(first, ['country'])
    const raw = pool().query(`UPDATE data_export SET columns = '{name}' WHERE id = $1`, [id])
    await expect(raw).rejects.toThrow('data_export_personal_is_sealed')
  })
})
