import { expect, it } from 'vitest'
import { sharedStatement } from './shared-statement'

it('those who call at once share a statement, and each gets its own result', async () => {
  const seen: string[][] = []
  const read = sharedStatement<string, string>(null, async (rows) => {
    seen.push(rows)
    return rows.map((row) => row.toUpperCase())
  })
  expect(await Promise.all(['a', 'b', 'a', 'c'].map(read))).toEqual(['A', 'B', 'A', 'C'])
  expect(seen.map((rows) => rows.toSorted())).toEqual([['a', 'a', 'b', 'c']])
})

it('two rows written by one key go into statements of their own, one after the other', async () => {
  const seen: string[][] = []
  let running = 0
  const write = sharedStatement<string, number>(
    (row) => Buffer.from(row),
    async (rows) => {
      running += rows.includes('a') ? 1 : 0
      expect(running).toBeLessThan(2)
      seen.push(rows)
      await new Promise((done) => setTimeout(done, 5))
      running -= rows.includes('a') ? 1 : 0
      return rows.map((_, i) => i)
    },
  )
  await Promise.all(['a', 'a', 'b', 'a'].map(write))
  expect(seen.flat().toSorted()).toEqual(['a', 'a', 'a', 'b'])
  expect(seen.every((rows) => new Set(rows).size === rows.length)).toBe(true)
})

it('a row that the database refuses fails alone; a database that is away fails all', async () => {
  const tell = (code: string) =>
    sharedStatement<string, string>(null, async (rows) => {
      if (rows.includes('bad')) throw Object.assign(new Error('refused'), { code })
      return rows
    })
  const settle = (code: string) => Promise.allSettled(['good', 'bad'].map(tell(code)))
  expect((await settle('23505')).map(({ status }) => status)).toEqual(['fulfilled', 'rejected'])
  expect((await settle('08006')).map(({ status }) => status)).toEqual(['rejected', 'rejected'])
})
