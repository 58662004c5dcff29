import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { checkPromisedWords, promised } from './check-words.mjs'

async function gate(words: Record<string, object>) {
  const folder = await mkdtemp(join(tmpdir(), 'words-'))
  for (const [locale, tree] of Object.entries(words))
    await writeFile(join(folder, `${locale}.json`), JSON.stringify(tree))
  try {
    await checkPromisedWords([[folder, promised]])
  } finally {
    await rm(folder, { recursive: true })
  }
}

const full = { form: { name: 'x', email: 'x' } }
const complete = Object.fromEntries(promised.map((locale) => [locale, full]))

test('a release has every message in every promised language; another language may lack some', async () => {
  await expect(gate({ ...complete, de: { form: { name: 'x' } } })).resolves.toBeUndefined()
  await expect(gate({ ...complete, ko: { form: { name: 'x' } } })).rejects.toThrow('ko: form.email')
  const { ja: _, ...withoutFile } = complete
  await expect(gate(withoutFile)).rejects.toThrow('ja: form.name, form.email')
})
