import { describe, expect, it, test } from 'vitest'
import { pool } from '@/lib/db'
import { files, isLocale, translator } from '@/messages/translator'
import { useDatabase } from '@/test/use-database'
import { dataInventory } from './data-inventory'
import { nonPersonalColumns } from './non-personal-columns'

useDatabase()

/** Each column of the database once: table and name. */
async function columns(): Promise<string[]> {
  const { rows } = await pool().query<{ name: string }>(
    `SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public'`,
  )
  return rows.map(({ name }) => name).sort()
}

const personal = dataInventory.flatMap(({ id, columns }) =>
  Object.entries(columns).flatMap(([table, names]) =>
    names.split(' ').map((name) => ({ id, name: `${table}.${name}` })),
  ),
)

describe('the data inventory', () => {
  it('lists every column of the database as personal or non-personal (say in lib/privacy what a new one is)', async () => {
    const unnamed = (await columns()).filter((name) => {
      const [table = '', column = ''] = name.split('.')
      const rest = nonPersonalColumns[table] ?? ''
      return rest !== '*' && !rest.split(' ').includes(column) && !personal.some((known) => known.name === name)
    })
    expect(unnamed).toEqual([])
  })

  it('lists no column that does not exist, and none as both', async () => {
    const known = new Set(await columns())
    expect(personal.filter(({ name }) => !known.has(name))).toEqual([])
    const both = personal.filter(({ name }) => {
      const [table = '', column = ''] = name.split('.')
      const rest = nonPersonalColumns[table] ?? ''
      return rest === '*' || rest.split(' ').includes(column)
    })
    expect(both).toEqual([])
  })
})

test.each(Object.keys(files).filter(isLocale))(
  'the notice says in %s of each what, why, how long and who',
  (locale) => {
    const t = translator(locale, 'privacy.kept')
    for (const { id } of dataInventory)
      for (const part of ['what', 'why', 'long', 'who'] as const) expect(t(`${id}.${part}`).length).toBeGreaterThan(1)
  },
)
