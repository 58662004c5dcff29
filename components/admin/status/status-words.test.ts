import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import en from '@/messages/admin/en.json'
import { guides } from './guides'

test.each(Object.entries(guides))('the guides have a section for the line of %s', async (_, { file, section }) => {
  expect(await readFile(`docs/${file}`, 'utf8')).toContain(`\n## ${section}\n`)
})

test('every sentence about the system is said by some line', async () => {
  const files = ['sending', 'ledgers', 'backups', 'machines'].map((name) => `lib/overview/status/assess-${name}.ts`)
  const code = (await Promise.all(files.map((file) => readFile(file, 'utf8')))).join()
  const said = Object.keys(en.status).filter((key) => !/Do$|^(lead|guide|mailings)$/.test(key))
  expect(said.filter((key) => !code.includes(`'${key}'`) && !/^(backup|archive|drill)Unset$/.test(key))).toEqual([])
})
