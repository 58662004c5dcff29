import { describe, expect, it, test } from 'vitest'
import { pool } from '@/lib/db'
import { files, isLocale, words } from '@/messages/words'
import { useDatabase } from '@/scripts/testing/use-database'
import { impersonal } from './impersonal'
import { register } from './register'

useDatabase()

/** Each column of the database once: table and name. */
async function columns(): Promise<string[]> {
  const { rows } = await pool().query<{ name: string }>(
    `SELECT table_name || '.' || column_name AS name FROM information_schema.columns WHERE table_schema = 'public'`,
  )
  return rows.map(({ name }) => name).sort()
}

const personal = register.flatMap(({ id, columns }) =>
  Object.entries(columns).flatMap(([table, names]) =>
    names.split(' ').map((name) => ({ id, name: `${table}.${name}` })),
  ),
)

describe('the register of what is kept', () => {
  it('names every column of the database, as personal or as not (say in lib/privacy what a new one is)', async () => {
    const unnamed = (await columns()).filter((name) => {
      const [table = '', column = ''] = name.split('.')
      const rest = impersonal[table] ?? ''
      return rest !== '*' && !rest.split(' ').includes(column) && !personal.some((known) => known.name === name)
    })
    expect(unnamed).toEqual([])
  })

  it('names no column that is not there, and none as both', async () => {
    const known = new Set(await columns())
    expect(personal.filter(({ name }) => !known.has(name))).toEqual([])
    const both = personal.filter(({ name }) => {
      const [table = '', column = ''] = name.split('.')
      const rest = impersonal[table] ?? ''
      return rest === '*' || rest.split(' ').includes(column)
    })
    expect(both).toEqual([])
  })
})

test.each(Object.keys(files).filter(isLocale))(
  'the notice says in %s of each what, why, how long and who',
  (locale) => {
    const t = words(locale, 'privacy.kept')
    for (const { id } of register)
      for (const part of ['what', 'why', 'long', 'who'] as const) expect(t(`${id}.${part}`).length).toBeGreaterThan(1)
  },
)
