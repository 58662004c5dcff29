import { describe, expect, it, vi } from 'vitest'
import { db, pool } from '@/lib/db'
import { canonicalEmail } from '@/lib/input/canonical-email'
import { append } from '@/lib/ledger/append'
import { recount } from '@/lib/ledger/recount'
import { confirm } from '@/lib/signatures/confirm'
import { withdraw } from '@/lib/signatures/withdraw'
import { aPetition, onlyToken, openedSignatures, signAs, states } from '@/test/a-petition'
import { accessLink, accessSession, sendAll } from '@/test/access-link'
import { useDatabase } from '@/test/use-database'
import { exportSignatures } from './export-signatures'
import { findSelfService } from './find-self-service'
import { requestAccessLink } from './request-access-link'
import { startAccessSession } from './start-access-session'
import { updateSignature } from './update-signature'
import { withdrawSignature } from './withdraw-signature'

useDatabase()

const now = new Date()
const later = (minutes: number) => new Date(now.getTime() + minutes * 60_000)

async function shown(session: string, at = now) {
  const own = await findSelfService(session, at)
  return own?.kind === 'session' ? own : null
}

describe('an access link', () => {
  it('is mailed only to an address that has signed', async () => {
    await aPetition('linked')
    await signAs('linked', 'linked@example.org', now)
    expect(await accessLink('linked@example.org', now)).toMatch(/^[\w-]{43}$/)
    expect(await accessLink('stranger@example.org', now)).toBeNull()
  })

  it('runs the same statements and writes a row of the same size for every address', async () => {
    await aPetition('oracle')
    await signAs('oracle', 'signed-one@example.org', now)
    await sendAll(now)
    const { requestAccessLink } = await import('./request-access-link')
    const said: string[][] = []
    for (const name of ['signed-one', 'nobody-one']) {
      const spy = vi.spyOn(pool(), 'query')
      const email = `${name}@example.org`
      await requestAccessLink({ deliverable: email, canonical: email }, 'en', now)
      said.push(
        spy.mock.calls.map(([query]) =>
          typeof query === 'string' ? query : (query as unknown as { text: string }).text,
        ),
      )
      spy.mockRestore()
    }
    expect(said[0]).toEqual(said[1])
    const { rows } = await pool().query(
      `SELECT DISTINCT length(sealed), attempts, petition_id FROM mail WHERE kind = 'access_link' AND sent_at IS NULL AND failed_at IS NULL`,
    )
    expect(rows).toHaveLength(1)
    await sendAll(now)
  })

  it('opens once, within fifteen minutes, and not by a GET', async () => {
    await aPetition('once')
    await signAs('once', 'once@example.org', now)
    const token = (await accessLink('once@example.org', now)) ?? ''
    expect(await findSelfService(token, later(1))).toEqual({ kind: 'link' })
    expect(await findSelfService(token, later(2))).toEqual({ kind: 'link' })
    const tries = await Promise.all(Array.from({ length: 10 }, () => startAccessSession(token, later(3))))
    expect(tries.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await findSelfService(token, later(4))).toBeNull()

    const late = (await accessLink('once@example.org', later(20))) ?? ''
    expect(await startAccessSession(late, later(36))).toMatchObject({ ok: false })
  })

  it('links requested by a stranger end none: each works, and the owner’s comes within the hour', async () => {
    await aPetition('beside')
    await signAs('beside', 'beside@example.org', now)
    await sendAll(now)
    const strangers = { network: '198.51.100.0/24' }
    const address = canonicalEmail('beside@example.org')
    if (!address) throw new Error('the fixture is no address')
    for (let i = 0; i < 10; i++) await requestAccessLink(address, 'en', now, strangers)
    const theirs = await sendAll(now)
    expect(theirs).toHaveLength(2)
    await requestAccessLink(address, 'en', now, { network: '203.0.113.0/24' })
    const [own] = await sendAll(now)
    const tokens = [...theirs, own].map((mail) => /own\/([\w-]{43})/.exec(mail?.text ?? '')?.[1] ?? '')
    for (const token of tokens) expect(await findSelfService(token, later(1))).toEqual({ kind: 'link' })
  })

  it('is mailed to the confirmed address, not to the spelling that was typed', async () => {
    const id = await aPetition('spelt')
    await signAs('spelt', 'spelt.name@gmail.com', now)
    await confirm(await onlyToken(id), now)
    await sendAll(now)
    const typed = canonicalEmail('SpeltName+stranger@googlemail.com')
    if (!typed) throw new Error('the fixture is no address')
    await requestAccessLink(typed, 'en', now)
    expect((await sendAll(now)).map(({ to }) => to)).toEqual(['spelt.name@gmail.com'])
  })

  it('shows no form that is pending for another spelling', async () => {
    await aPetition('waiting')
    await signAs('waiting', 'waiting.name@gmail.com', now)
    await sendAll(now)
    expect(await accessLink('waitingname@gmail.com', now)).toBeNull()
    expect(await accessLink('waiting.name@gmail.com', now)).not.toBeNull()
  })
})

describe('an access session', () => {
  it('shows all signatures of the address as signed, and nobody else’s', async () => {
    await aPetition('mine-one')
    await aPetition('mine-two')
    await signAs('mine-one', 'mine@example.org', now, { name: '김지수', comment: 'Remember.' })
    await signAs('mine-two', 'mine@example.org', now, { display: 'hidden', updates: 'on' })
    await signAs('mine-one', 'other@example.org', now)
    const session = await accessSession('mine@example.org', now)
    const own = await shown(session)
    expect(own?.signatures.map(({ petitionSlug }) => petitionSlug).sort()).toEqual(['mine-one', 'mine-two'])
    const [one, two] = own?.signatures.sort((a, b) => (a.petitionSlug < b.petitionSlug ? -1 : 1)) ?? []
    expect(one).toMatchObject({
      record: { name: '김지수', comment: 'Remember.' },
      state: 'pending',
      display: 'initials',
    })
    expect(two).toMatchObject({ display: 'hidden', updates: true })
  })

  it('leaves nothing readable in the database', async () => {
    await aPetition('unreadable')
    await signAs('unreadable', 'unreadable@example.org', now, { name: 'Readable Name' })
    await accessSession('unreadable@example.org', now)
    const { rows } = await pool().query(`SELECT o::text FROM access_link o UNION ALL SELECT m::text FROM mail m`)
    const stored = JSON.stringify(rows)
    for (const secret of ['unreadable@', 'Readable Name'])
      for (const form of [secret, Buffer.from(secret).toString('hex')]) expect(stored).not.toContain(form)
  })

  it('changes name, appearance, updates and comment, but not the count', async () => {
    const id = await aPetition('changed')
    await signAs('changed', 'changed@example.org', now, { name: 'Wrong', comment: 'Away', updates: 'on' })
    await confirm(await onlyToken(id), now)
    await append(now)
    const session = await accessSession('changed@example.org', now)
    const fields = {
      petition: 'changed',
      'name.changed': '  Right Name ',
      'display.changed': 'hidden',
      'forgetComment.changed': 'on',
    }
    expect(await updateSignature(session, fields, later(1))).toEqual({ ok: true, locale: 'en' })
    expect(await openedSignatures(id)).toMatchObject([{ name: 'Right Name', comment: null }])
    expect(await db().signature.findFirst({ where: { petitionId: id } })).toMatchObject({
      display: 'hidden',
      updates: false,
      hasComment: false,
      state: 'counted',
    })
    const own = await shown(session, later(1))
    expect(own?.content.notice).toBe('changed')
    expect(own?.signatures[0]?.record).toMatchObject({ name: 'Right Name', comment: null })
  })

  it('reports an invalid name, and keeps the old one', async () => {
    const id = await aPetition('badname')
    await signAs('badname', 'badname@example.org', now, { name: 'Kept' })
    await confirm(await onlyToken(id), now)
    const session = await accessSession('badname@example.org', now)
    await updateSignature(session, { petition: 'badname', 'name.badname': ' ', 'display.badname': 'full' }, now)
    expect((await shown(session))?.content.notice).toBe('name_missing')
    expect(await openedSignatures(id)).toMatchObject([{ name: 'Kept' }])
  })

  it('does not touch a signature that was signed again since', async () => {
    const id = await aPetition('again')
    await signAs('again', 'again@example.org', now, { name: 'First' })
    const before = await onlyToken(id)
    await confirm(before, now)
    const session = await accessSession('again@example.org', now)
    await withdraw(before, now)
    await signAs('again', 'again@example.org', later(1), { name: 'Second' })
    await confirm((await openedSignatures(id))[1]?.token ?? '', later(1))
    const fields = { petition: 'again', 'name.again': 'Third', 'display.again': 'full' }
    expect(await updateSignature(session, fields, later(2))).toMatchObject({ ok: false })
    expect(await openedSignatures(id)).toMatchObject([{ name: 'Second' }])
  })

  it('withdraws', async () => {
    const id = await aPetition('taken')
    await signAs('taken', 'taken@example.org', now)
    await confirm(await onlyToken(id), now)
    await append(now)
    const session = await accessSession('taken@example.org', now)
    await withdrawSignature(session, 'taken', now)
    await append(now)
    expect(await states(id)).toEqual({ withdrawn: 1 })
    expect((await recount()).flatMap(({ differences }) => differences)).toEqual([])
    expect((await shown(session))?.signatures[0]?.state).toBe('withdrawn')
  })

  it('exports everything but the token of the mailed link', async () => {
    const id = await aPetition('copied')
    await signAs('copied', 'copied@example.org', now, { name: 'Copy Name' })
    const copy = await exportSignatures(await accessSession('copied@example.org', now), now)
    expect(copy?.data.signatures).toMatchObject([
      { petition: 'copied', name: 'Copy Name', email: 'copied@example.org' },
    ])
    expect(JSON.stringify(copy)).not.toContain(await onlyToken(id))
  })

  it('ends after fifteen minutes, for reading and for every verb', async () => {
    await aPetition('over')
    await signAs('over', 'over@example.org', now)
    const session = await accessSession('over@example.org', now)
    expect(await findSelfService(session, later(16))).toBeNull()
    expect(await withdrawSignature(session, 'over', later(16))).toMatchObject({ ok: false })
    expect(await exportSignatures(session, later(16))).toBeNull()
  })
})
