import { beforeEach, expect, test } from 'vitest'
import { db, pool } from '@/lib/db'
import { claimBatch } from '@/lib/mail/claim-batch'
import { aPetition, onlyToken, openedSignatures, signAs } from '@/test/a-petition'
import { useDatabase } from '@/test/use-database'
import { composeSignatureMail } from './compose-mail'
import { confirm } from './confirm'
import { withdraw } from './withdraw'

useDatabase()

const start = new Date('2026-11-21T12:00:00Z')
let petition = ''
let petitionId = ''

beforeEach(async () => {
  await pool().query('TRUNCATE mail, signature, pending_signature CASCADE')
  petition = `call-${Math.random().toString(36).slice(2)}`
  petitionId = await aPetition(petition)
})

test('a pending signature gets the confirmation mail, with the form’s link', async () => {
  await signAs(petition, 'Signer@Example.org', start)
  const [mail] = await compose(later(1))
  expect(mail).toMatchObject({ to: 'Signer@example.org', subject: 'Confirm your signature: A call' })
  expect(mail?.text).toContain(`http://localhost:3000/en/signature/${await onlyToken(petitionId)}`)
  expect(mail?.text).toContain('Dear Test Person,')
  expect(mail?.text).toContain('until 28 November 2026')
})

test('a form posted after confirming gets a mail saying that nothing changed', async () => {
  await signAs(petition, 'signer@example.org', start)
  await compose(later(1))
  await confirm(await onlyToken(petitionId), later(2))
  await signAs(petition, 'signer@example.org', later(3))
  const [mail] = await compose(later(4))
  expect(mail).toMatchObject({ to: 'signer@example.org', subject: 'You had already signed: A call' })
  expect(mail?.text).toContain((await openedSignatures(petitionId))[0]?.token)
})

test('who asked for neutral mail gets it about the form and about the signature, and so does who asks the second time', async () => {
  const mails = async (first: Record<string, string>, second: Record<string, string>) => {
    await pool().query('TRUNCATE mail, signature, pending_signature CASCADE')
    await signAs(petition, 'signer@example.org', start, first)
    const [asked] = await compose(later(1))
    await confirm(await onlyToken(petitionId), later(2))
    await signAs(petition, 'signer@example.org', later(3), second)
    const [again] = await compose(later(4))
    return [asked?.neutral, again?.neutral, `${asked?.subject}${again?.subject}${again?.text}`.includes('A call')]
  }
  expect(await mails({ neutral: 'on' }, { comment: 'Another' })).toEqual([true, true, false])
  expect((await mails({}, { neutral: 'on' })).slice(0, 2)).toEqual([false, true])
  expect(await mails({}, { comment: 'Another' })).toEqual([false, false, true])
})

test('two identical forms posted at once get one mail', async () => {
  await Promise.all([
    signAs(petition, 'signer@example.org', start),
    signAs(petition, 'signer@example.org', start),
    signAs(petition, 's.igner@example.org', start),
  ])
  await signAs(petition, 'signer@example.org', later(1))
  const mails = await compose(later(2))
  expect(mails.filter((mail) => mail?.to === 'signer@example.org')).toHaveLength(1)
  expect(mails.filter((mail) => mail?.to === 's.igner@example.org')).toHaveLength(1)
})

test.each([
  ['confirmed since', async () => void (await confirm(await onlyToken(petitionId), later(1)))],
  ['withdrawn', async () => void (await withdraw(await onlyToken(petitionId), later(1)))],
  ['erased', async () => void (await db().pendingSignature.deleteMany())],
  ['of a petition closed since', async () => void (await db().petition.updateMany({ data: { status: 'closed' } }))],
])('no mail is composed for a signature %s', async (_, change) => {
  await signAs(petition, 'signer@example.org', start)
  await change()
  expect(await compose(later(2))).toEqual([null])
})

test('no mail is composed once the link has expired', async () => {
  await signAs(petition, 'signer@example.org', start)
  expect(await compose(new Date(start.getTime() + 7 * 86_400_000))).toEqual([null])
})

test('an unreadable record is reported, and the other mails are composed', async () => {
  await signAs(petition, 'one@example.org', start)
  await db().pendingSignature.updateMany({ data: { sealed: Buffer.from('not sealed') } })
  await signAs(petition, 'two@example.org', start)
  const mails = await composeRows(later(1))
  expect(mails.filter((mail) => mail === 'unreadable')).toHaveLength(1)
  expect(mails.filter((mail) => mail && mail !== 'unreadable')).toHaveLength(1)
})

test('each form gets a mail with its own link, also the third petition signed on one day', async () => {
  await signAs(petition, 'signer@example.org', start, { name: 'First' })
  await signAs(petition, 'signer@example.org', later(1), { name: 'Second' })
  const other = `other-${petition}`
  const otherId = await aPetition(other)
  await signAs(other, 'signer@example.org', later(2))
  const mails = await compose(later(3))
  const tokens = [...(await openedSignatures(petitionId)), ...(await openedSignatures(otherId))].map(
    ({ token }) => token,
  )
  const mailed = mails.map((mail) => /signature\/([\w-]{43})/.exec(mail?.text ?? '')?.[1])
  expect(new Set(mailed)).toEqual(new Set(tokens))
  expect(mailed).toHaveLength(3)
})

async function composeRows(now: Date) {
  const claim = await claimBatch(now, 100)
  return composeSignatureMail(claim?.rows ?? [], now)
}

async function compose(now: Date) {
  const mails = await composeRows(now)
  await pool().query('UPDATE mail SET sent_at = $1', [now])
  return mails.map((mail) => {
    if (mail === 'unreadable') throw new Error('unreadable')
    return mail
  })
}

function later(minutes: number): Date {
  return new Date(start.getTime() + minutes * 60_000)
}
