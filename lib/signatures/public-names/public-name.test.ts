import { expect, test } from 'vitest'
import { publicName } from './public-name'

test.each([
  ['Maria Beispiel', 'M. B.'],
  ['  maria   von der beispiel ', 'M. V. D. B.'],
  ['Ada Lovelace-Byron', 'A. L.'],
  ['Jean-Luc', 'J.'],
  ['(Anna) Óvár', 'A. Ó.'],
  ["O'Neill d’Arc", 'O. D.'],
  ['김민준', '김○○'],
  ['김 민준', '김○○'],
  ['남궁\u00b7민수', '남○○'],
  // Typed in single letters (macOS), as the same syllables.
  ['김민준'.normalize('NFD'), '김○○'],
  ['山田 太郎', '山○○'],
  ['山田\u3000太郎', '山○○'],
  ['マリア・ガルシア', 'マ○○'],
  ['王小明', '王○○'],
  ['佐々木サリー', '佐○○'],
  ['李', '李○○'],
  // Mixed with other letters, part by part.
  ['김민준 Minjun Kim', '김○○ M. K.'],
  ['𠮷野家', '𠮷○○'],
  ['مريم حداد', 'م. ح.'],
  // A joiner before the letter, and marks without one.
  ['\u200dמרים \u0301', 'מ.'],
  ['Zoë'.normalize('NFD'), 'Z.'],
  ['émile'.normalize('NFD'), 'É.'],
  ['ශ්\u200dරී ලංකා', 'ශ්. ලං.'],
  ['ნინო', 'ნ.'],
  ['ßen istanbul', 'ß. I.'],
  ['3 Doors', '3. D.'],
  ['☺ …', ''],
])('the initials of %s are %s', (name, initials) => {
  expect(publicName(name, 'initials')).toBe(initials)
  expect(publicName(name, 'full')).toBe(name)
  expect(publicName(name, 'hidden')).toBeNull()
})

test('one letter carries no more than its marks', () => {
  const stacked = `A${'\u0301'.repeat(500)} B`
  expect(publicName(stacked, 'initials')?.length).toBeLessThan(20)
})

test('an unknown display choice shows nothing', () => {
  expect(publicName('Maria', 'FULL')).toBeNull()
})
