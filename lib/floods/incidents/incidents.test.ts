import { beforeEach, describe, expect, it } from 'vitest'
import { db, pool } from '@/lib/db'
import { indexNames } from '@/lib/signatures/names/index-names'
import type { Staff } from '@/lib/staff/staff'
import { aPetition } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { heldSignatures } from '@/test/held-signatures'
import { useDatabase } from '@/test/use-database'
import { listOngoing } from '../list-floods'
import { notifyFloods } from '../notify-floods'
import { closeIncident, lookAtIncident } from './decide-incident'
import { findIncidents, incidentDays, listIncidents } from './list-incidents'
import { noteIncidents } from './note-incidents'
import { purgeIncidents } from './purge-incidents'

useDatabase()

const now = new Date('2026-11-22T10:30:00Z')
const minutes = (n: number) => new Date(now.getTime() + n * 60_000)
const days = (n: number) => minutes(n * 24 * 60)
let made = 0
let petition = ''
let by: Staff

beforeEach(async () => {
  await pool().query('TRUNCATE signature, mail_domain, incident, audit_entry, staff_notice CASCADE')
  petition = await aPetition(`incidents-${made++}`)
  by = await aStaffMember('moderator', now)
})

async function confirmed(domain: string, many: number, at = now, more = {}): Promise<void> {
  const people = Array.from({ length: many }, (_, i) => ({ name: `Name ${i}`, email: `user${i}@${domain}` }))
  await heldSignatures(petition, people, at, { state: 'confirmed', signals: '', ...more })
  while ((await indexNames(at)) > 0);
}

const only = async () => {
  const [incident, ...more] = await listIncidents(by, now)
  if (!incident || more.length > 0) throw new Error('there is not one')
  return incident
}
const handled = { outcome: 'handled', reason: 'held all of them' } as const
const normal = { outcome: 'normal', reason: 'a broadcast on television' } as const

describe('an incident', () => {
  it('is noted once, however many workers notice it, grows, and is of days and numbers alone', async () => {
    await confirmed('crowd.example', 10, minutes(-60))
    await Promise.all([noteIncidents(now), noteIncidents(now)])
    expect(await only()).toMatchObject({ kind: 'domain', signatures: 10, state: 'new', who: null })
    await confirmed('crowd.example', 5)
    await noteIncidents(now)
    expect((await only()).signatures).toBe(15)
    const { rows } = await pool().query('SELECT * FROM incident')
    expect(JSON.stringify(rows)).not.toMatch(/crowd|10:30|09:30/)
  })

  it('is looked at by one, and closed with a reason, each of which is logged', async () => {
    await confirmed('crowd.example', 10)
    await noteIncidents(now)
    const { id } = await only()
    const other = await aStaffMember('moderator', now)
    const both = await Promise.all([by, other].map((one) => lookAtIncident(one, id, 'new', now)))
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await closeIncident(by, id, 'looking', { ...normal, reason: '' }, now)).toMatchObject({
      reason: 'why_missing',
    })
    expect(await closeIncident(by, id, 'looking', normal, minutes(1))).toEqual({ ok: true })
    expect(await only()).toMatchObject({ state: 'closed', ...normal, at: minutes(1) })
    expect(await closeIncident(by, id, 'looking', handled, minutes(1))).toEqual({ ok: false, reason: 'changed' })
    expect(await lookAtIncident(by, id, 'closed', minutes(2))).toEqual({ ok: true })
    expect(await only()).toMatchObject({ state: 'looking', outcome: null, reason: '' })
    const verbs = (await db().auditEntry.findMany({ orderBy: { seq: 'asc' } })).map(({ verb }) => verb)
    expect(verbs).toEqual(['incident.look', 'incident.close', 'incident.reopen'])
  })

  it('that is closed needs nobody and is mailed to nobody; until, handled, it goes on', async () => {
    await confirmed('crowd.example', 10, minutes(-10))
    await noteIncidents(now)
    await closeIncident(by, (await only()).id, 'new', handled, minutes(-5))
    expect(await listOngoing(by, now)).toEqual([])
    await noteIncidents(now)
    await notifyFloods(now)
    expect((await only()).state).toBe('closed')
    expect(await db().staffNotice.count({ where: { kind: 'flood' } })).toBe(0)
    await confirmed('crowd.example', 2, minutes(-1))
    await noteIncidents(now)
    expect(await only()).toMatchObject({ state: 'new', outcome: null, who: null })
    expect(await listOngoing(by, now)).toHaveLength(1)
    await notifyFloods(now)
    expect(await db().staffNotice.count({ where: { kind: 'flood' } })).toBeGreaterThan(0)
  })

  it('that is normal is new again only at ten times its size', async () => {
    await confirmed('crowd.example', 10, minutes(-10))
    await noteIncidents(now)
    await closeIncident(by, (await only()).id, 'new', normal, minutes(-5))
    await confirmed('crowd.example', 89, minutes(-1))
    await noteIncidents(now)
    expect((await only()).state).toBe('closed')
    await confirmed('crowd.example', 1, minutes(-1))
    await noteIncidents(now)
    expect((await only()).state).toBe('new')
  })

  it('is found by its flood for a week, then leads to no domain; after ninety days it is gone', async () => {
    await confirmed('crowd.example', 10)
    const [flood] = await listOngoing(by, now)
    await noteIncidents(now)
    expect((await findIncidents(by, [flood?.key ?? ''])).size).toBe(1)
    await purgeIncidents(days(7))
    expect(await db().incident.count({ where: { floodKey: { not: null } } })).toBe(1)
    await purgeIncidents(days(9))
    expect(await db().incident.count({ where: { floodKey: { not: null } } })).toBe(0)
    expect(await incidentDays(by, days(-1))).toEqual(new Set([new Date('2026-11-22').getTime()]))
    await purgeIncidents(days(92))
    expect(await db().incident.count()).toBe(0)
  })

  it('is not for roles that may see no names', async () => {
    await expect(listIncidents(await aStaffMember('auditor', now), now)).rejects.toThrow('may not')
  })
})
