import { expect, it } from 'vitest'
import { aStaffMember } from '@/test/a-staff-member'
import { useDatabase } from '@/test/use-database'
import { findText } from './find-text'
import { saveText } from './save-text'

useDatabase()

const now = new Date('2026-11-22T10:00:00Z')

it.each(['member', 'activity', 'letter', 'statement', 'clause'])(
  'no text is written for a missing %s',
  async (kind) => {
    const editor = await aStaffMember('editor', now)
    const words = { title: 'A title', addressee: 'A', summary: 'A', body: 'A', lead: 'A', changes: 'A', name: 'A' }
    for (const key of ['no id', '-'.repeat(36), '6f9619ff-8b86-4011-b42d-00c04fc964ff', '999.none', '\0']) {
      const text = { kind, key, locale: 'ko' }
      const refused = { ok: false, errors: { form: ['unknown'] } }
      expect(await saveText(editor, text, { expectedVersion: '', fields: words }, now)).toEqual(refused)
      expect(await findText(editor, kind, key, 'ko')).toBeNull()
    }
  },
)
