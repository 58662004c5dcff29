import { expect, test } from 'vitest'
import { db } from '@/lib/db'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { requestSignInLink } from './request-sign-in-link'
import { composeStaffLink } from './staff-link-mail'

useDatabase()

const now = new Date('2026-11-28T10:00:00Z')

test.each([
  [null, 'en', 'Sign in to the admin area', 'until 2026-11-28 10:15 UTC'],
  ['ko', 'ko', '관리 페이지 로그인', '2026-11-28 10:15 UTC까지 한 번만'],
  ['ja', 'ja', '管理画面へのサインイン', '2026-11-28 10:15 UTCまで一度だけ'],
])('who reads %s is mailed a link in %s', async (chosen, language, subject, until) => {
  await db().mail.deleteMany()
  const { id, email } = await aStaffMember('editor', now)
  await db().user.update({ where: { id }, data: { language: chosen } })
  await requestSignInLink(email, now, null)
  const rows = await db().mail.findMany({ where: { kind: 'staff_link' } })
  const [mail] = await composeStaffLink(rows as never, now)
  expect(mail).toMatchObject({ to: email, subject, headers: { 'Content-Language': language } })
  expect(mail).toMatchObject({ text: expect.stringContaining(until) })
})
