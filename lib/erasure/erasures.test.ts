import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { db, pool } from '@/lib/db'
import { append } from '@/lib/ledger/append'
import { recount } from '@/lib/ledger/recount'
import { eraseSignatures } from '@/lib/self-service/erase-signatures'
import { findSelfService } from '@/lib/self-service/find-self-service'
import { confirm } from '@/lib/signatures/confirm'
import { aPetition, confirmWaiting, onlyToken, signAs, states } from '@/test/a-petition'
import { accessLink, accessSession } from '@/test/access-link'
import { useDatabase } from '@/test/use-database'
import { applyErasures } from './apply-erasures'
import { detectRestore } from './detect-restore'
import { fileErasures } from './file-erasures'

const folder = mkdtempSync(join(tmpdir(), 'erasures-'))
process.env.DATA_DIR = folder
useDatabase()
beforeEach(() => rmSync(join(folder, 'erasures.txt'), { force: true }))
afterAll(() => rmSync(folder, { recursive: true }))

const now = new Date()
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

/** The tables as a backup would hold them, to be restored later. */
async function backUp() {
  const signatures = await db().signature.findMany()
  const forms = await db().pendingSignature.findMany()
  return async () => {
    await pool().query('TRUNCATE erasure, access_link')
    await pool().query('DELETE FROM signature')
    await pool().query('DELETE FROM pending_signature')
    await db().signature.createMany({ data: signatures })
    await db().pendingSignature.createMany({ data: forms })
  }
}

describe('erasing', () => {
  it('deletes rows, mails, limits and links of one person, of all petitions, and of nobody else', async () => {
    const ids = [await aPetition('erase-a'), await aPetition('erase-b')]
    await signAs('erase-a', 'gone@example.org', now)
    await signAs('erase-b', 'gone@example.org', now)
    await signAs('erase-a', 'stays@example.org', now)
    const session = await accessSession('gone@example.org', now)
    const other = await accessLink('stays@example.org', now)
    const mails = await db().mail.count()
    expect(await eraseSignatures(session, later(1))).toEqual({ ok: true, locale: 'en' })
    expect(await states(ids[0] ?? '')).toEqual({ pending: 1 })
    expect(await states(ids[1] ?? '')).toEqual({})
    expect(await db().mail.count()).toBe(mails - 3)
    expect(await findSelfService(session, later(1))).toBeNull()
    expect(await findSelfService(other ?? '', later(1))).toEqual({ kind: 'link' })
    expect(await eraseSignatures(session, later(1))).toMatchObject({ ok: false })
  })

  it('retracts a counted signature in the ledger, even while it is being counted', async () => {
    const id = await aPetition('erase-counted')
    for (let i = 0; i < 8; i++) await signAs('erase-counted', `c${i}@example.org`, now)
    await confirmWaiting(id, now)
    expect(await states(id)).toEqual({ confirmed: 8 })
    const sessions = await Promise.all(
      [0, 1, 2, 3].map((i) => accessSession(`c${i}@example.org`, now).catch(() => null)),
    )
    await Promise.all([append(now), ...sessions.map((session) => session && eraseSignatures(session, later(1)))])
    await append(later(2))
    const erased = sessions.filter(Boolean).length
    expect(erased).toBeGreaterThan(0)
    expect(await states(id)).toEqual({ counted: 8 - erased })
    expect((await recount()).flatMap(({ differences }) => differences)).toEqual([])
  })

  it('an erased person can sign again', async () => {
    const id = await aPetition('erase-again')
    await signAs('erase-again', 'again@example.org', now)
    await eraseSignatures(await accessSession('again@example.org', now), later(1))
    await signAs('erase-again', 'again@example.org', later(2))
    expect(await confirm(await onlyToken(id), later(3))).toMatchObject({ ok: true })
    expect(await applyErasures(later(4))).toBe(0)
    expect(await states(id)).toEqual({ confirmed: 1 })
  })
})

describe('a restored backup', () => {
  it('does not bring erased people back: the worker notices by the outside list', async () => {
    const id = await aPetition('restored')
    await signAs('restored', 'back@example.org', now)
    await signAs('restored', 'still@example.org', now)
    const restore = await backUp()
    await eraseSignatures(await accessSession('back@example.org', now), later(1))
    expect(await fileErasures(later(1))).toBeGreaterThan(0)
    expect(await fileErasures(later(1))).toBe(0)
    expect(await detectRestore(later(2))).toBe(0)

    await restore()
    expect(await states(id)).toEqual({ pending: 2 })
    expect(await detectRestore(later(3))).toBe(1)
    expect(await states(id)).toEqual({ pending: 1 })
    expect(await detectRestore(later(4))).toBe(0)
  })

  it('can be purged by hand too, any number of times', async () => {
    const id = await aPetition('by-hand')
    await signAs('by-hand', 'hand@example.org', now)
    const restore = await backUp()
    await eraseSignatures(await accessSession('hand@example.org', now), later(1))
    await fileErasures(later(1))
    await restore()
    expect(await applyErasures(later(2))).toBe(1)
    expect(await applyErasures(later(2))).toBe(0)
    expect(await states(id)).toEqual({})
  })
})
