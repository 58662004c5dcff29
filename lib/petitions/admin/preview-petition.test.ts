import { expect, it } from 'vitest'
import { db } from '@/lib/db'
import { aPetition } from '@/test/a-petition'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { previewPetition } from './preview-petition'

useDatabase()

const now = new Date('2026-11-22T10:00:00Z')

it('shows what is typed in place of what is saved, as saving would leave it, and saves nothing', async () => {
  const editor = await aStaffMember('editor', now)
  const id = await aPetition('previewed')
  const preview = async (locale: string, typed: Record<string, string> | null = null) =>
    (await previewPetition(editor, id, locale, now, typed))?.text
  const saved = await preview('en')
  const typed = await preview('en', { title: ' Typed\u202e title ', asks: 'One\n\n Two ', other: 'x' })
  expect(typed).toEqual({ ...saved, title: 'Typed title', asks: ['One', 'Two'] })
  // A language with nothing saved yet.
  expect(await preview('ko')).toBeUndefined()
  expect(await preview('ko', { title: '제목' })).toMatchObject({ locale: 'ko', title: '제목', body: '' })
  expect(await db().petitionDraft.count({ where: { petitionId: id } })).toBe(0)
  await expect(previewPetition({ ...editor, role: 'none' as 'editor' }, id, 'en', now)).rejects.toThrow()
})
