import { expect, test } from 'vitest'
import { foldName } from './fold-name'

test.each([
  ['José  García-López', 'GARCIA LOPEZ, Jose'],
  ['Kim Ji-soo', 'ji soo KIM'],
  ['김 지수', '김지수'],
  ['山田　太郎', '山田太郎'],
  ['Ｍａｒｉａ Weiß', 'maria weiss'],
  ['Nguyễn Thị Đào', 'dao nguyen thi'],
  ['Михаил Ёлкин', 'елкин михаил'],
])('%s is %s', (one, other) => {
  expect(foldName(one)).toBe(foldName(other))
})

test('different names stay different', () => {
  expect(foldName('Kim Jisoo')).not.toBe(foldName('Kim Ji-soo'))
  expect(foldName('Maria')).not.toBe(foldName('Mariah'))
  expect(foldName('김지수')).not.toBe(foldName('김지우'))
})
