import { expect, test } from 'vitest'
import en from '@/messages/admin/en.json'
import { auditAreas, verbsIn } from './areas'

test('each verb that the audit log has words for is in one area', () => {
  const verbs = Object.keys(en.act).filter((key) => key !== 'other')
  const areasOf = (key: string) =>
    auditAreas.filter((area) => verbsIn(area).some((part) => `${key.replace('-', '.')}.`.startsWith(part)))
  expect(verbs.filter((key) => areasOf(key).length !== 1)).toEqual([])
})
