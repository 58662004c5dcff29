import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { findPetition } from '@/lib/petitions/find-petition'
import { requestPublication } from '@/lib/petitions/texts/publish-text'
import { saveDraft } from '@/lib/petitions/texts/save-draft'
import { textState } from '@/lib/petitions/texts/text-state'
import { aPetition, onlyToken, signAs } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { withApproval } from '@/test/with-approval'
import { confirm } from './confirm'
import { findByToken } from './find-by-token'

useDatabase()

const now = new Date('2026-11-22T10:00:00Z')

/** Changes the call and publishes it; gives the new version's hash. */
async function edit(petitionId: string, call: string): Promise<string> {
  const by = await aStaffMember('editor', now)
  const { words, revision, published } = await textState(petitionId, 'en')
  const saving = {
    petitionId,
    locale: 'en',
    words: { ...words, call },
    expectedVersion: revision,
    matches: null,
    conflictId: null,
  }
  await saveDraft(by, saving, now)
  const version = published?.version ?? 0
  const publishing = { petitionId, locale: 'en', expectedVersion: revision + 1, version, reason: '' }
  expect(await withApproval(requestPublication(by, publishing, now), await aStaffMember('owner', now), now)).toEqual({
    ok: true,
  })
  return (await textState(petitionId, 'en')).published?.sha256 ?? ''
}

const shownNow = async (slug: string) => (await findPetition(slug, 'en'))?.text.sha256 ?? ''

test('a form with version 1 posted after version 2 is published stays bound to version 1, also when confirmed', async () => {
  const id = await aPetition('read-before')
  const first = await shownNow('read-before')
  const second = await edit(id, 'We call again.')
  expect(second).not.toBe(first)
  expect(await signAs('read-before', 'a@example.org', now, { text: first })).toEqual({ ok: true })
  const token = await onlyToken(id)
  expect(await confirm(token, now)).toMatchObject({ ok: true })
  const found = await findByToken(token, now)
  const signature = found?.spent === false ? found : null
  expect(Buffer.from(signature?.textSha256 ?? []).toString('hex')).toBe(first)
  const seen = await findPetition('read-before', 'en', signature?.textSha256)
  expect(seen?.text).toMatchObject({ version: 1, call: 'We call.', newest: false })
})

test('version 2 can be signed the moment it is published, whatever was cached', async () => {
  const id = await aPetition('signed-at-once')
  expect(await signAs('signed-at-once', 'before@example.org', now)).toEqual({ ok: true })
  const second = await edit(id, 'We call again.')
  expect(await signAs('signed-at-once', 'after@example.org', now, { text: second })).toEqual({ ok: true })
  expect(await db().pendingSignature.count({ where: { petitionId: id, textSha256: Buffer.from(second, 'hex') } })).toBe(
    1,
  )
  expect(await signAs('signed-at-once', 'never@example.org', now, { text: 'a'.repeat(64) })).toEqual({
    ok: false,
    reason: 'text_unknown',
  })
})

test('signing while publishing: every signature is bound to an existing version', async () => {
  const id = await aPetition('at-once')
  const first = await shownNow('at-once')
  const sign = (i: number) => signAs('at-once', `p${i}@example.org`, now, { text: first })
  const [results] = await Promise.all([Promise.all(Array.from({ length: 30 }, (_, i) => sign(i))), edit(id, 'New.')])
  expect(results.every(({ ok }) => ok)).toBe(true)
  expect(await db().pendingSignature.count({ where: { petitionId: id, textSha256: Buffer.from(first, 'hex') } })).toBe(
    30,
  )
})
