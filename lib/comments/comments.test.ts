import { beforeEach, describe, expect, it } from 'vitest'
import { db, pool } from '@/lib/db'
import { claimComments } from '@/lib/review/claim-comments'
import { eraseSignatures } from '@/lib/self-service/erase-signatures'
import { updateSignature } from '@/lib/self-service/update-signature'
import { keyText } from '@/lib/signatures/admin/signature-key'
import { listPublishedSigners } from '@/lib/signatures/public-names/list-published-signers'
import { publishSigners } from '@/lib/signatures/public-names/publish-signers'
import { withdraw } from '@/lib/signatures/withdraw'
import type { Staff } from '@/lib/staff/staff'
import { aPetition, confirmWaiting, openedSignatures, signAs } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { accessSession } from '@/test/access-link'
import { useDatabase } from '@/test/use-database'
import { decideComments, reopenComment } from './decide-comments'
import { followChanges } from './follow-changes'
import { listDecidedComments } from './list-decided-comments'
import { listPublishedComments } from './list-published-comments'
import { countWaitingComments, openComments } from './list-waiting-comments'

useDatabase()

const now = new Date('2026-11-22T10:00:00Z')
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)
let moderator: Staff
let petition = ''
let made = 0
let readings = 0
let slug = ''

beforeEach(async () => {
  await pool().query('TRUNCATE signature, pending_signature, mail CASCADE')
  moderator = await aStaffMember('moderator', now)
  slug = `comments-${made++}`
  petition = await aPetition(slug)
})

async function signer(email: string, more: Record<string, string> = {}): Promise<void> {
  await signAs(slug, email, now, { name: 'Maria Beispiel', comment: 'It matters.', ...more })
  await count()
}

async function count(at = now): Promise<void> {
  await confirmWaiting(petition, at)
  await pool().query(
    `UPDATE signature s SET state = 'counted', confirmed_at = $2, counted_at = $2, leaf_index = place.n
     FROM (SELECT email_index, (row_number() OVER () + (SELECT count(*) FROM signature WHERE leaf_index IS NOT NULL)) AS n
       FROM signature WHERE petition_id = $1 AND state = 'confirmed') AS place
     WHERE s.petition_id = $1 AND s.email_index = place.email_index`,
    [petition, at],
  )
  await pool().query(
    `INSERT INTO petition_total (petition_id, size, net, as_of)
     SELECT $1, max(leaf_index) + 1, count(*), $2 FROM signature WHERE petition_id = $1 AND leaf_index IS NOT NULL
     ON CONFLICT (petition_id) DO UPDATE SET size = excluded.size, net = excluded.net`,
    [petition, at],
  )
}

/** Each a moment after the one before, as what was claimed last is what is read. */
async function read() {
  const at = new Date(now.getTime() + readings++)
  await claimComments(moderator, { alone: false, locale: '' }, at)
  return openComments(moderator, at)
}

async function approved(email: string, more: Record<string, string> = {}): Promise<string> {
  await signer(email, more)
  const [comment] = await read()
  if (!comment) throw new Error('nothing waits')
  expect(await decideComments(moderator, [comment], { approve: true }, now)).toMatchObject({ ok: true })
  return comment.key
}

describe('moderating', () => {
  it('shows a comment only once it is approved, under the chosen name, and audits its reading', async () => {
    await signer('one@example.org')
    expect(await listPublishedComments(petition)).toEqual([])
    expect(await countWaitingComments(moderator)).toEqual(new Map([['en', 1]]))
    const [comment] = await read()
    expect(comment).toMatchObject({ text: 'It matters.', name: 'M. B.', petition: slug })
    expect(await db().auditEntry.count({ where: { verb: 'comment.read' } })).toBe(1)
    expect(
      await decideComments(moderator, [comment ?? { key: '', expectedVersion: '' }], { approve: true }, now),
    ).toMatchObject({ ok: true })
    expect(await listPublishedComments(petition)).toEqual([{ text: 'It matters.', name: 'M. B.', locale: 'en' }])
    expect(await countWaitingComments(moderator)).toEqual(new Map())
    expect(await reopenComment(moderator, comment?.key ?? '', now)).toMatchObject({ ok: true })
    expect(await listPublishedComments(petition)).toEqual([])
    expect(await countWaitingComments(moderator)).toEqual(new Map([['en', 1]]))
  })

  it('lists what was decided, with who did; the text only while it is published', async () => {
    await db().comment.deleteMany()
    await approved('shown@example.org')
    await signer('rejected@example.org')
    const [comment] = await read()
    await decideComments(
      moderator,
      [comment ?? { key: '', expectedVersion: '' }],
      { approve: false, reason: 'insult' },
      new Date(now.getTime() + 1_000),
    )
    const list = await listDecidedComments(moderator, 1)
    expect(list).toMatchObject({ total: 2, pages: 1 })
    const by = (await db().user.findUniqueOrThrow({ where: { id: moderator.id } })).email
    expect(list.rows).toMatchObject([
      { text: null, reason: 'insult', petition: slug, locale: 'en', by },
      { text: 'It matters.', reason: null, by },
    ])
    // Signers who hide their name take back the comment that stood beside it.
    await pool().query(`UPDATE signature SET display = 'hidden'`)
    expect((await listDecidedComments(moderator, 1)).rows.map(({ text }) => text)).toEqual([null, null])
    await expect(listDecidedComments(await aStaffMember('auditor', now), 1)).rejects.toThrow('may not')
  })

  it('shows nothing that was rejected, and keeps none of its text', async () => {
    await signer('two@example.org')
    const [comment] = await read()
    const reject = { approve: false, reason: 'insult' } as const
    expect(await decideComments(moderator, [comment ?? { key: '', expectedVersion: '' }], reject, now)).toMatchObject({
      ok: true,
    })
    expect(await listPublishedComments(petition)).toEqual([])
    expect(await db().comment.findMany()).toMatchObject([{ decision: 'rejected', reason: 'insult', text: null }])
  })

  it('is decided once, by roles that may, and only as it was read', async () => {
    await signer('three@example.org')
    const [comment] = await read()
    if (!comment) throw new Error('nothing waits')
    const auditor = await aStaffMember('auditor', now)
    await expect(decideComments(auditor, [comment], { approve: true }, now)).rejects.toThrow('may not')
    const other = { ...comment, expectedVersion: 'something else' }
    expect(await decideComments(moderator, [other], { approve: true }, now)).toEqual({ ok: false, reason: 'changed' })
    const all = await Promise.all(
      Array.from({ length: 8 }, () => decideComments(moderator, [comment], { approve: true }, now)),
    )
    expect(all.filter(({ ok }) => ok)).toHaveLength(1)
  })

  it('concurrent with an erasure, nothing is shown, whoever is first', async () => {
    await signer('race@example.org')
    const [comment] = await read()
    if (!comment) throw new Error('nothing waits')
    const session = await accessSession('race@example.org', now)
    await Promise.all([
      decideComments(moderator, [comment], { approve: true }, now),
      eraseSignatures(session, later(1)),
    ])
    expect(await listPublishedComments(petition)).toEqual([])
    expect(await db().comment.count()).toBe(0)
  })
})

describe('what is shown follows the signer', () => {
  it.each([
    ['withdrawn', `state = 'withdrawn', withdrawn_at = now()`],
    ['held', `state = 'held'`],
    ['removed', `state = 'removed'`],
    ['hidden', `display = 'hidden'`],
    ['changed', `content_mac = sha256(content_mac)`],
  ])('%s: hidden at once', async (_, set) => {
    await approved('gone@example.org')
    expect(await listPublishedComments(petition)).toHaveLength(1)
    await pool().query(`UPDATE signature SET ${set}`)
    expect(await listPublishedComments(petition)).toEqual([])
  })

  it('comes back under the new name if only the display changed; hidden stays hidden', async () => {
    await approved('change@example.org')
    const change = async (display: string, more: Record<string, string> = {}) => {
      const session = await accessSession('change@example.org', now)
      const typed = { name: 'Maria Muster', display, ...more }
      const fields = Object.fromEntries(Object.entries(typed).map(([name, value]) => [`${name}.${slug}`, value]))
      expect(await updateSignature(session, { ...fields, petition: slug }, now)).toMatchObject({ ok: true })
      await pool().query('DELETE FROM mail')
      expect(await listPublishedComments(petition)).toEqual([])
      expect(await followChanges(null)).toBeNull()
      return listPublishedComments(petition)
    }
    expect(await change('full')).toMatchObject([{ name: 'Maria Muster', text: 'It matters.' }])
    expect(await change('hidden')).toEqual([])
    await pool().query('DELETE FROM day_key')
    expect(await change('initials')).toMatchObject([{ name: 'M. M.' }])
    await pool().query('DELETE FROM day_key')
    expect(await change('full', { forgetComment: 'on' })).toEqual([])
    expect(await db().comment.count()).toBe(0)
  })

  it('a changed comment needs another decision', async () => {
    await approved('again@example.org')
    const [record] = await openedSignatures(petition)
    await withdraw(record?.token ?? '', now)
    await pool().query('DELETE FROM mail')
    await signer('again@example.org', { comment: 'Something quite different' })
    expect(await listPublishedComments(petition)).toEqual([])
    await followChanges(null)
    expect(await listPublishedComments(petition)).toEqual([])
    expect((await read()).map(({ text }) => text)).toEqual(['Something quite different'])
  })
})

describe('published names', () => {
  const many = async (n: number, from: number, at: Date, more: Record<string, string> = {}) => {
    await Promise.all(
      Array.from({ length: n }, (_, i) =>
        signAs(slug, `n${from + i}@example.org`, now, { name: `Name ${from + i}`, display: 'full', ...more }),
      ),
    )
    await count(at)
  }

  it('are ten at least, of signers who chose it, at most once an hour, in random order', async () => {
    await many(9, 0, now)
    await many(5, 100, now, { display: 'initials' })
    expect(await publishSigners(later(1))).toBe(0)
    await many(1, 9, later(1))
    const all = await Promise.all([1, 2, 3].map(() => publishSigners(later(2))))
    expect(all.reduce((sum, n) => sum + n, 0)).toBe(10)
    const names = await listPublishedSigners(petition)
    expect(new Set(names.map(({ id }) => id)).size).toBe(10)
    expect(names.map(({ name }) => name).sort()).toEqual(Array.from({ length: 10 }, (_, i) => `Name ${i}`))
    await many(12, 20, later(10))
    expect(await publishSigners(later(30))).toBe(0)
    expect(await publishSigners(later(63))).toBe(12)
    expect(await listPublishedSigners(petition)).toHaveLength(22)
    await many(25, 50, later(70))
    expect(await publishSigners(later(130))).toBe(25)
    expect(await listPublishedSigners(petition)).toHaveLength(30)
  })

  it('disappear at once with their signature, and never include links', async () => {
    await many(10, 0, now)
    await many(1, 10, now, { name: 'Buy at example.com' })
    await publishSigners(later(1))
    expect(await listPublishedSigners(petition)).toHaveLength(10)
    const rows = await db().signature.findMany({ where: { petitionId: petition } })
    const keys = await db().publishedSigner.findMany()
    const set = (i: number, data: object) => {
      const { petitionId, emailIndex } = keys[i] ?? { petitionId: '', emailIndex: new Uint8Array() }
      return db().signature.update({ where: { petitionId_emailIndex: { petitionId, emailIndex } }, data })
    }
    await set(0, { state: 'withdrawn', withdrawnAt: now })
    await set(1, { state: 'held' })
    await set(2, { display: 'initials' })
    await set(3, { contentMac: Buffer.alloc(32) })
    expect(await listPublishedSigners(petition)).toHaveLength(6)
    await publishSigners(later(2))
    expect(await db().publishedSigner.count()).toBe(7)
    await set(1, { state: 'counted' })
    expect(await listPublishedSigners(petition)).toHaveLength(7)
    await db().signature.deleteMany({ where: { petitionId: petition } })
    expect(await db().publishedSigner.count()).toBe(0)
    expect(rows).toHaveLength(11)
    expect(keyText(keys[0] ?? { petitionId: petition, emailIndex: new Uint8Array(32) })).toHaveLength(64)
  })
})
