import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import PostalMime from 'postal-mime'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { openOutbox } from './outbox'

let base: string
beforeAll(async () => {
  base = await mkdtemp(join(tmpdir(), 'outbox-'))
})
afterAll(() => rm(base, { recursive: true }))

const mail = {
  id: '20261121T120000000Z-aa',
  to: 'signer@example.org',
  subject: '확인해 주세요: 한 걸음',
  html: '<p dir="rtl">مرحبا</p>',
  text: 'مرحبا 👋',
  headers: { 'Auto-Submitted': 'auto-generated' },
}

test('writes one file a mail, readable by mail programs and by its owner only', async () => {
  const folder = join(base, 'deep', 'outbox')
  const outbox = openOutbox({ folder, from: 'The Coalition <petition@example.org>' })
  await outbox.send({ batchId: 'one', mails: [mail] })
  const before = await stat(join(folder, `${mail.id}.eml`))
  await outbox.send({ batchId: 'two', mails: [mail, { ...mail, id: '20261121T120000000Z-bb' }] })

  expect((await readdir(folder)).sort()).toEqual([`${mail.id}.eml`, '20261121T120000000Z-bb.eml'])
  const after = await stat(join(folder, `${mail.id}.eml`))
  expect(after.mtimeMs).toBe(before.mtimeMs)
  expect(after.mode & 0o777).toBe(0o600)

  const parsed = await PostalMime.parse(await readFile(join(folder, `${mail.id}.eml`)))
  expect(parsed).toMatchObject({ subject: mail.subject, messageId: `<${mail.id}@example.org>` })
  expect(parsed.to).toEqual([{ name: '', address: mail.to }])
  expect(parsed.text?.trim()).toBe(mail.text)
  expect(parsed.html?.trim()).toBe(mail.html)
})

test('a folder that cannot be written delays the mail', async () => {
  vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const outbox = openOutbox({ folder: '/dev/null/outbox', from: 'petition@example.org' })
  expect(await outbox.send({ batchId: 'one', mails: [mail] })).toEqual([
    { kind: 'retry', reason: 'misconfigured', doubt: false },
  ])
})
