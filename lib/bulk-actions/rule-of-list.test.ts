import { expect, test } from 'vitest'
import { ruleOfList } from './rule-of-list'

const [one, two] = [{ id: '11111111-1111-4111-8111-111111111111' }, { id: '22222222-2222-4222-8222-222222222222' }]

test('a list can be acted on as a whole if it is of one petition and not all of it', () => {
  expect(ruleOfList({ state: 'held' }, [one])).toEqual({ filter: { petition: one.id, state: 'held' }, domain: null })
  expect(ruleOfList({ petition: two.id, state: 'held' }, [one, two])?.filter.petition).toBe(two.id)
  expect(ruleOfList({ state: 'held' }, [one, two])).toBeNull()
  expect(ruleOfList({}, [one])).toBeNull()
  expect(ruleOfList({ petition: one.id }, [one, two])).toBeNull()
  // Nobody can act on a form that is not confirmed.
  expect(ruleOfList({ petition: one.id, state: 'pending' }, [one])).toBeNull()
})
