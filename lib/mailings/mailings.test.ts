import { beforeEach, describe, expect, it } from 'vitest'
import { approve } from '@/lib/approval-decisions/decide'
import { executeDueApprovals } from '@/lib/approval-decisions/execute-due'
import { db, pool } from '@/lib/db'
import type { ComposedMail, Driver } from '@/lib/mail/gateway/driver'
import { sendDue } from '@/lib/mail/send-due'
import { suppress } from '@/lib/mail/suppression/suppress'
import type { Staff } from '@/lib/staff/staff'
import { aPetition, confirmWaiting, signAs } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { advanceMailings } from './advance-mailings'
import { composeMailing } from './compose-mailing'
import { createMailing, discardMailing, saveMailingText } from './draft'
import { findMailing, previewMailing } from './find-mailing'
import { pauseMailing, requestMailing, resumeMailing } from './send-mailing'
import { unsubscribe } from './unsubscribe'
import { openUnsubscribeToken, unsubscribeToken } from './unsubscribe-token'

useDatabase()

const now = new Date('2026-11-22T10:00:00Z')
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000)
let editor: Staff
let colleague: Staff
let received: ComposedMail[] = []

beforeEach(async () => {
  await pool().query('TRUNCATE mail, signature, mailing CASCADE')
  editor = await aStaffMember('editor', now)
  colleague = await aStaffMember('editor', now)
  received = []
})

const driver = (batchSize = 100): Driver => ({
  batchSize,
  send: async ({ mails }) => {
    received.push(...mails)
    return mails.map(() => ({ kind: 'accepted' }))
  },
  close: async () => undefined,
})

/** Confirmed signers who asked for updates. */
async function signers(slug: string, count: number, from = 0): Promise<string> {
  const found = await db().petition.findUnique({ where: { slug } })
  const id = found?.id ?? (await aPetition(slug))
  await Promise.all(
    Array.from({ length: count }, (_, i) => signAs(slug, `u${from + i}@gmail.com`, now, { updates: 'on' })),
  )
  await confirmWaiting(id, now)
  await pool().query('DELETE FROM mail')
  return id
}

async function draft(petitionId: string): Promise<string> {
  const begun = await createMailing(editor, petitionId, now)
  if (!begun.ok) throw new Error(begun.reason)
  const text = { subject: 'Outcome', body: '## News\n\nIt was **heard**. [Read](https://example.org/a)' }
  expect(await saveMailingText(editor, { id: begun.id, locale: 'en', revision: 0 }, text, now)).toMatchObject({
    ok: true,
  })
  return begun.id
}

/** Started as if approved, whatever the number. */
async function started(petitionId: string, recipients = 1): Promise<string> {
  const id = await draft(petitionId)
  await db().mailing.update({
    where: { id },
    data: { stage: 'sending', startedBy: editor.id, approvedBy: colleague.id, startedAt: later(1), recipients },
  })
  return id
}

const send = (size = 100) => sendDue(driver(size), { mailing: composeMailing }, () => later(2))

async function drain(): Promise<void> {
  for (;;) {
    const queued = await advanceMailings(later(2))
    const { claimed } = await send()
    if (queued === 0 && claimed === 0) break
  }
  await advanceMailings(later(3))
}

const view = async (id: string) => {
  const update = await findMailing(editor, id, later(3))
  if (!update) throw new Error('gone')
  return update
}

describe('sending', () => {
  it('reaches every recipient once, and nobody else; no trace of the recipients is left', async () => {
    const petition = await signers('everyone', 30)
    await signAs('everyone', 'no.updates@example.org', now)
    await confirmWaiting(petition, now)
    await signAs('everyone', 'pending@example.org', now, { updates: 'on' })
    await pool().query('DELETE FROM mail')
    const id = await draft(petition)
    expect((await view(id)).recipientsNow).toBe(30)
    const { revision } = await view(id)
    expect(await requestMailing(editor, id, revision, '', later(1))).toEqual({ ok: true, approval: null })
    await drain()
    expect(new Set(received.map(({ to }) => to)).size).toBe(30)
    expect(received).toHaveLength(30)
    expect(await view(id)).toMatchObject({ stage: 'done', recipients: 30, queued: 30, accepted: 30, refused: 0 })
    expect(await db().mail.count({ where: { kind: 'mailing' } })).toBe(0)
    expect((await db().mailing.findUniqueOrThrow({ where: { id } })).cursor).toBeNull()
  })

  it('survives any number of workers, crashes, and a key rotation in the middle', async () => {
    const petition = await signers('workers', 450)
    const id = await started(petition)
    expect(await advanceMailings(later(2))).toBe(400)
    expect(await advanceMailings(later(2))).toBe(0)
    // A crash within the step: none of it is kept.
    const crash = db().$transaction(async (tx) => {
      await tx.$executeRaw`UPDATE mailing SET cursor = '\\xff', queued = 999 WHERE id = ${id}::uuid`
      throw new Error('the power fails')
    })
    await expect(crash).rejects.toThrow('power')
    await send()
    // Every row gets another index, as in a rotation; the sending order does not depend on it.
    await pool().query(`UPDATE mail SET email_index = sha256(email_index) WHERE mailing_id IS NOT NULL`)
    await pool().query('UPDATE signature SET email_index = sha256(email_index)')
    await Promise.all([drain(), drain(), drain()])
    await drain()
    expect(received).toHaveLength(450)
    expect(new Set(received.map(({ to }) => to)).size).toBe(450)
    expect(await view(id)).toMatchObject({ stage: 'done', queued: 450, accepted: 450 })
  })

  it('pauses and resumes; people who confirm after the start are not included', async () => {
    const petition = await signers('stopped', 410)
    const id = await started(petition)
    await advanceMailings(later(2))
    expect(await pauseMailing(editor, id, later(2))).toEqual({ ok: true })
    expect(await pauseMailing(editor, id, later(2))).toEqual({ ok: false, reason: 'changed' })
    await drain()
    expect(received).toHaveLength(400)
    expect(await view(id)).toMatchObject({ stage: 'stopped', accepted: 400 })
    await signAs('stopped', 'late@example.org', later(5), { updates: 'on' })
    await confirmWaiting(petition, later(6))
    await pool().query(`DELETE FROM mail WHERE kind = 'signature'`)
    expect(await resumeMailing(editor, id, later(7))).toEqual({ ok: true })
    await drain()
    expect(received).toHaveLength(410)
    expect(received.map(({ to }) => to)).not.toContain('late@example.org')
  })

  it('leaves out signers who withdrew, unsubscribed, were held or are suppressed, before or after queueing', async () => {
    const petition = await signers('left-out', 6)
    const rows = await db().signature.findMany({ where: { petitionId: petition }, orderBy: { tokenHash: 'asc' } })
    const [a, b, c, d, e] = rows.map((row) => ({ petitionId: row.petitionId, emailIndex: row.emailIndex }))
    if (!a || !b || !c || !d || !e) throw new Error('too few')
    await suppress(pool(), 'somebody@example.org', 'bounce', [a], now)
    const id = await started(petition)
    await advanceMailings(later(2))
    const set = (key: typeof b, data: object) => db().signature.update({ where: { petitionId_emailIndex: key }, data })
    await set(b, { state: 'withdrawn', withdrawnAt: now })
    await set(c, { updates: false })
    await set(d, { state: 'held' })
    await db().signature.delete({ where: { petitionId_emailIndex: e } })
    await drain()
    expect(received).toHaveLength(1)
    expect(await view(id)).toMatchObject({ stage: 'done', queued: 5, accepted: 1, dropped: 4 })
  })

  it('is refused to other roles, and not started twice', async () => {
    const id = await draft(await signers('roles', 1))
    const { revision } = await view(id)
    const moderator = await aStaffMember('moderator', now)
    await expect(async () => requestMailing(moderator, id, revision, '', now)).rejects.toThrow('may not')
    const results = await Promise.all([1, 2, 3].map(() => requestMailing(editor, id, revision, '', now)))
    expect(results.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await discardMailing(editor, id, revision, now)).toMatchObject({ reason: 'changed' })
  })

  it('needs approval above a hundred, of the text as requested', async () => {
    const petition = await signers('two-people', 101)
    const id = await draft(petition)
    const { revision } = await view(id)
    const asked = await requestMailing(editor, id, revision, 'the vote', now)
    if (!asked.ok || !asked.approval) throw new Error('not asked')
    expect(await requestMailing(editor, id, revision, 'the vote', now)).toEqual({ ok: false, reason: 'asked' })
    expect(await view(id)).toMatchObject({ stage: 'draft', waiting: asked.approval })
    expect(await approve(editor, asked.approval, now)).toEqual({ ok: false, reason: 'own' })
    const second = await aStaffMember('owner', now)
    const text = { subject: 'Another', body: 'Other words' }
    await saveMailingText(editor, { id, locale: 'en', revision: 1 }, text, now)
    expect(await approve(second, asked.approval, now)).toEqual({ ok: false, reason: 'changed' })
    expect((await view(id)).stage).toBe('draft')
    await db().approval.update({ where: { id: asked.approval }, data: { refusedAt: now, decidedBy: second.id } })
    const again = await requestMailing(editor, id, (await view(id)).revision, 'the vote', now)
    if (!again.ok || !again.approval) throw new Error('not asked again')
    const tomorrow = new Date('2026-11-23T10:00:00Z')
    expect(await approve(second, again.approval, now)).toEqual({ ok: true, due: tomorrow })
    await executeDueApprovals(new Date(tomorrow.getTime() - 1))
    expect((await view(id)).stage).toBe('draft')
    await Promise.all([executeDueApprovals(tomorrow), executeDueApprovals(tomorrow)])
    expect(await view(id)).toMatchObject({ stage: 'sending', recipients: 101, startedBy: editor.email })
  })
})

describe('the draft', () => {
  it('keeps what two people type at once: one saves, the other is kept beside it', async () => {
    const id = await draft(await signers('typed', 1))
    const other = await aStaffMember('owner', now)
    const mine = { subject: 'Mine', body: 'My words' }
    expect(await saveMailingText(other, { id, locale: 'en', revision: 0 }, mine, now)).toMatchObject({
      reason: 'changed',
    })
    const [text] = (await view(id)).texts
    expect(text).toMatchObject({ subject: 'Outcome', otherSubject: 'Mine', otherBody: 'My words' })
    expect(await saveMailingText(other, { id, locale: 'en', revision: 1 }, mine, now)).toMatchObject({ ok: true })
    expect((await view(id)).texts[0]).toMatchObject({ subject: 'Mine', otherBody: null, revision: 2 })
  })

  it('is previewed as mailed; signers without a text in their language get English, and raw HTML stays text', async () => {
    const petition = await signers('previewed', 1)
    const id = await draft(petition)
    const body = 'Hello <img src=x onerror=alert(1)> [no](javascript:alert(1))'
    await saveMailingText(editor, { id, locale: 'en', revision: 1 }, { subject: 'S', body }, now)
    await pool().query(`UPDATE signature SET locale = 'ko'`)
    const preview = await previewMailing(editor, id, 'ko')
    const { revision } = await view(id)
    await requestMailing(editor, id, revision, '', later(1))
    await drain()
    const [mail] = received
    const token = /\/ko\/unsubscribe\/([\w-]{144})/.exec(mail?.text ?? '')?.[1] ?? ''
    expect(mail?.html).toBe(preview?.html.replaceAll('each-recipient-has-a-link-of-their-own', token))
    expect(mail?.text).toBe(preview?.text.replaceAll('each-recipient-has-a-link-of-their-own', token))
    expect(mail?.html).not.toMatch(/<img|href="javascript/)
    expect(mail?.headers).toMatchObject({
      'List-Unsubscribe': expect.stringMatching(new RegExp(`^<https?://[^>]+/api/v1/unsubscribe\\?token=${token}>$`)),
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
    })
  })
})

describe('a text that is being typed', () => {
  it('is previewed in place of the saved one, whatever is typed of it; nothing of it is saved', async () => {
    const id = await draft(await signers('typing', 1))
    const html = async (locale: string, typed: Record<string, string>) =>
      (await previewMailing(editor, id, locale, typed))?.html.replaceAll('<!-- -->', '') ?? ''
    expect(await html('ko', { 'subject-ko': '', 'body-ko': '회의 <b>끝</b>' })).toContain('회의 &lt;b&gt;끝&lt;/b&gt;')
    expect(await html('ko', { 'subject-ko': '', 'body-ko': '', 'body-en': 'Not this' })).toBe(await html('ko', {}))
    expect(await html('en', { 'subject-en': 'S', 'body-en': 'Typed' })).toContain('Typed')
    expect((await view(id)).texts).toMatchObject([{ locale: 'en', subject: 'Outcome', revision: 1 }])
  })
})

describe('the link to unsubscribe', () => {
  it('unsubscribes its person only, even after a key rotation or a new signature', async () => {
    const petition = await signers('links', 3)
    const rows = await db().signature.findMany({ where: { petitionId: petition }, orderBy: { tokenHash: 'asc' } })
    const tokens = rows.map(({ emailIndex, tokenHash }) =>
      unsubscribeToken({
        petitionId: petition,
        emailIndex: Buffer.from(emailIndex),
        tokenHash: Buffer.from(tokenHash),
      }),
    )
    const wanting = () => db().signature.count({ where: { petitionId: petition, updates: true } })
    await pool().query('UPDATE signature SET email_index = sha256(email_index) WHERE token_hash = $1', [
      rows[0]?.tokenHash,
    ])
    await unsubscribe(tokens[0] ?? '')
    expect(await wanting()).toBe(2)
    await pool().query('UPDATE signature SET token_hash = sha256(token_hash) WHERE email_index = $1', [
      rows[1]?.emailIndex,
    ])
    await Promise.all([1, 2, 3].map(() => unsubscribe(tokens[1] ?? '')))
    expect(await wanting()).toBe(1)
    for (const token of ['', 'unknown', `${tokens[2]?.slice(0, -4)}AAAA`]) await unsubscribe(token)
    expect(await wanting()).toBe(1)
  })

  it('reveals nothing about its person, and is the same each time a mail is composed', () => {
    const subject = { petitionId: crypto.randomUUID(), emailIndex: Buffer.alloc(32, 1), tokenHash: Buffer.alloc(32, 2) }
    const token = unsubscribeToken(subject)
    expect(token).toBe(unsubscribeToken(subject))
    expect(Buffer.from(token, 'base64url').includes(subject.emailIndex)).toBe(false)
    expect(openUnsubscribeToken(token)).toEqual(subject)
    const bytes = Buffer.from(token, 'base64url')
    for (const at of [0, 12, 40, bytes.length - 1]) {
      const altered = Buffer.from(bytes)
      altered[at] = (altered[at] ?? 0) ^ 1
      expect(openUnsubscribeToken(altered.toString('base64url'))).toBeNull()
    }
  })
})
