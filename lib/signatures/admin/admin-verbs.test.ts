import { describe, expect, test } from 'vitest'
import { db, pool } from '@/lib/db'
import { append } from '@/lib/ledger/append'
import { recount } from '@/lib/ledger/recount'
import { confirm } from '@/lib/signatures/confirm'
import type { Staff } from '@/lib/staff/staff'
import { aPetition, confirmWaiting, onlyToken, signAs, states } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { changeState } from './change-state'
import { findSignature } from './find-signature'
import { type Cursor, readCursor } from './list-order'
import { listSignatures } from './list-signatures'
import { auditOpening, openSignature } from './open-signature'
import { resend } from './resend'
import { auditSearch, searchSignatures } from './search-signatures'

useDatabase()

const now = new Date()
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
const why = { reason: 'fraud', note: '' } as const

async function counted(slug: string): Promise<{ id: string; key: string; by: Staff }> {
  const id = await aPetition(slug)
  await signAs(slug, `${slug}@example.org`, now)
  await confirm(await onlyToken(id), now)
  await append(now)
  const by = await aStaffMember('moderator', now)
  const [row] = (await listSignatures(by, { petition: id }, undefined)).rows
  if (!row) throw new Error('no signature')
  return { id, key: row.key, by }
}

const net = async (petitionId: string) =>
  Number((await db().petitionTotal.findUniqueOrThrow({ where: { petitionId } })).net)

describe('one signature', () => {
  test('holding and releasing leave it counted; removing lowers the count and restoring raises it again', async () => {
    const { id, key, by } = await counted('round-trip')
    expect(await changeState(by, 'hold', key, 'counted', { note: '' }, now)).toEqual({ ok: true, state: 'held' })
    expect(await changeState(by, 'release', key, 'held', { note: '' }, now)).toEqual({ ok: true, state: 'counted' })
    expect(await changeState(by, 'remove', key, 'counted', why, now)).toEqual({ ok: true, state: 'removed' })
    await append(later(1))
    expect(await net(id)).toBe(0)
    const corrections = await db().ledgerCorrection.findMany({ where: { petitionId: id } })
    expect(corrections).toMatchObject([{ reason: 'fraud', signatures: 1n, approvals: 1 }])
    expect(await changeState(by, 'restore', key, 'removed', { note: 'a mistake' }, later(2))).toEqual({
      ok: true,
      state: 'confirmed',
    })
    await append(later(63))
    expect(await net(id)).toBe(1)
    expect(await states(id)).toEqual({ counted: 1 })
    const detail = await findSignature(by, key)
    expect(detail?.history.map(({ verb }) => verb)).toEqual([
      'signature.restore',
      'signature.remove',
      'signature.release',
      'signature.hold',
    ])
    expect((await recount()).find(({ slug }) => slug === 'round-trip')?.differences).toEqual([])
  })

  test('an action from a stale page changes nothing and says so', async () => {
    const { key, by } = await counted('stale')
    const tries = await Promise.all(
      Array.from({ length: 20 }, () => changeState(by, 'remove', key, 'counted', why, now)),
    )
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1)
    expect(tries.filter((one) => !one.ok && one.reason === 'changed')).toHaveLength(19)
    expect(await changeState(by, 'hold', key, 'counted', { note: '' }, now)).toEqual({ ok: false, reason: 'changed' })
    expect(await changeState(by, 'hold', 'x', 'counted', { note: '' }, now)).toEqual({ ok: false, reason: 'unknown' })
  })

  test('when an append and a removal run at once, the count agrees afterwards', async () => {
    const id = await aPetition('race')
    for (let i = 0; i < 10; i++) await signAs('race', `race${i}@example.org`, now)
    await confirmWaiting(id, now)
    const by = await aStaffMember('moderator', now)
    const { rows } = await listSignatures(by, { petition: id }, undefined)
    await Promise.all([append(now), ...rows.map(({ key }) => changeState(by, 'remove', key, 'confirmed', why, now))])
    const { rows: left } = await listSignatures(by, { petition: id, state: 'counted' }, undefined)
    await Promise.all(left.map(({ key }) => changeState(by, 'remove', key, 'counted', why, now)))
    await append(later(1))
    expect(await states(id)).toEqual({ removed: 10 })
    expect((await recount()).find(({ slug }) => slug === 'race')?.differences).toEqual([])
  })

  test('is found by its address in any spelling and by its reference only', async () => {
    const { by, key } = await counted('search')
    const keys = async (typed: string) => (await searchSignatures(by, typed)).rows.map((row) => row.key)
    expect(await keys(' SEARCH@Example.org ')).toEqual([key])
    const [row] = (await searchSignatures(by, 'search@example.org')).rows
    expect(await keys(row?.reference.toLowerCase().replace('-', ' ') ?? '')).toEqual([key])
    expect(await keys('other@example.org')).toEqual([])
    expect(await keys('search@')).toEqual([])
    expect(await keys('')).toEqual([])
  })

  test('name and address are opened only with an audit entry, and never for an auditor', async () => {
    const { by, key } = await counted('opened')
    const auditor = await aStaffMember('auditor', now)
    expect(await auditOpening(by, key, '', now)).toEqual({ ok: false, reason: 'why_missing' })
    expect(await auditOpening(by, key, 'asked by the signer', now)).toEqual({ ok: true })
    expect(await openSignature(by, key)).toEqual({
      name: 'Test Person',
      email: 'opened@example.org',
      comment: null,
      appeal: null,
      mails: [expect.objectContaining({ queuedAt: now, sentAt: null })],
    })
    expect((await findSignature(auditor, key))?.history[0]).toMatchObject({ verb: 'signature.open', who: by.email })
    await expect(openSignature(auditor, key)).rejects.toThrow('may not')
    await expect(searchSignatures(auditor, 'opened@example.org')).rejects.toThrow('may not')
    await expect(changeState(auditor, 'remove', key, 'counted', why, now)).rejects.toThrow('may not')
    const detail = JSON.stringify(await findSignature(auditor, key), (_, value: unknown) =>
      typeof value === 'bigint' ? String(value) : value,
    )
    expect(detail).not.toMatch(/Test Person|opened@/)
  })

  test('a search is audited without the text that was typed', async () => {
    const { by, key } = await counted('looked-for')
    await auditSearch(by, 'Looked-For@example.org', later(1))
    await auditSearch(by, 'nobody@example.org', later(2))
    const [search] = (await findSignature(by, key))?.history ?? []
    expect(search).toMatchObject({ verb: 'signature.search', who: by.email, detail: { by: 'email', found: 1 } })
    const entries = await db().auditEntry.findMany({ where: { verb: 'signature.search', staffId: by.id } })
    expect(entries.map(({ detail }) => detail)).toContain('{"by":"email","found":0}')
    expect(entries.map((entry) => `${entry.subject} ${entry.detail}`).join(' ')).not.toMatch(/example\.org/i)
    await expect(auditSearch(await aStaffMember('auditor', now), 'x@example.org', now)).rejects.toThrow('may not')
  })

  test('resends its mail within the hourly limit', async () => {
    const { by, key } = await counted('resent')
    expect(await resend(by, key, later(1))).toEqual({ ok: true })
    // A further mail is queued until the hour allows it, not refused.
    expect(await resend(by, key, later(2))).toEqual({ ok: true })
    const mails = (await openSignature(by, key))?.mails
    expect(mails?.map(({ queuedAt, sentAt }) => [queuedAt, sentAt])).toEqual([
      [now, null],
      [later(1), null],
      [later(2), null],
    ])
  })
})

test('pages follow each other without gap or repetition, even with equal times', async () => {
  const id = await aPetition('pages')
  await pool().query(
    `INSERT INTO signature (petition_id, email_index, content_mac, text_sha256, token_hash, commitment, sealed, state, locale,
       country, display, updates, has_comment, received_at, confirmed_at)
     SELECT $1, sha256(i::text::bytea), sha256('c'), sha256('t'), sha256(('k' || i)::bytea), sha256(('m' || i)::bytea),
       'x', 'confirmed', 'en', CASE WHEN i % 12 = 0 THEN 'FR' ELSE 'KR' END, 'initials', false, false, $2::timestamptz + make_interval(secs => i / 40), $2
     FROM generate_series(1, 230) AS i`,
    [id, now],
  )
  const by = await aStaffMember('auditor', now)
  const seen: string[] = []
  for (let next: string | null = '', after: Cursor | null = null; next !== null; after = readCursor(next ?? '')) {
    const page = await listSignatures(by, { petition: id }, after && { after })
    seen.push(...page.rows.map(({ key }) => key))
    next = page.next
  }
  expect(seen).toHaveLength(230)
  expect(new Set(seen).size).toBe(230)
  expect((await listSignatures(by, { petition: id, country: 'FR' }, undefined)).rows).toHaveLength(19)
})
