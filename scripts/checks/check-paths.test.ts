import { expect, test } from 'vitest'
import { describeHouse, findMissing } from './check-paths.mjs'
import { commentsOf } from './named-paths.mjs'

const house = describeHouse(
  [
    'README.md',
    'prisma/schema.prisma',
    'docs/keys.md',
    'lib/env.ts',
    'lib/mail/send-due.ts',
    'lib/vault/token.ts',
    'app/[locale]/page.tsx',
  ],
  ['check'],
)
const missingIn = (content: string, file = 'docs/page.md') => findMissing(file, content, house).missing

test.each([
  'lib/mail, `lib/mail/send-due.ts`, lib/{mail,vault}/, (lib/env).',
  'app/[locale]/page.tsx and lib/*/token.ts',
  '`send-due.ts`, [keys](keys.md#rotation), [home](../README.md), [elsewhere](https://example.org/lib/gone.ts)',
  'npm run check',
  'prisma/generated/client.ts is made by the build',
])('what exists may be named: %s', (content) => {
  expect(missingIn(content)).toEqual([])
})

test.each([
  ['`lib/mail/gone.ts`', 'lib/mail/gone.ts'],
  ['lib/{mail,gone}/', 'lib/gone'],
  ['lib/*/gone.ts', 'lib/*/gone.ts'],
  ['a file by its name alone: `gone.ts`', 'gone.ts'],
  ['[a page](gone.md)', 'docs/gone.md'],
  ['npm run gone -- --now', 'npm run gone'],
])('what does not exist may not be named: %s', (content, missing) => {
  expect(missingIn(content)).toEqual([`docs/page.md: ${missing} does not exist`])
})

test('in code only comments count', () => {
  expect(missingIn("import x from 'lib/gone.ts' // see lib/mail", 'lib/env.ts')).toEqual([])
  expect(missingIn('/** As in lib/gone.ts. */', 'lib/env.ts')).toEqual(['lib/env.ts: lib/gone.ts does not exist'])
  expect(commentsOf("fetch('http://localhost') -- no comment\n  // one\n")).toContain('// one')
})

test.each([
  ['// as the desk shows it', '"desk": say admin, staff (docs/glossary.md)'],
  ['const MOST_LINES = 3', '"const MOST_LINES": say MAX_, MIN_ (docs/glossary.md)'],
  ['export interface DeskPage {}', '"DeskPage": say admin, staff (docs/glossary.md)'],
  ['// judged by its size', '"judged": say assess (docs/glossary.md)'],
  ['const line = judgeMail(queue)', '"judgeMail": say assess (docs/glossary.md)'],
  ['/** It is made anew. */', '"anew": say again (docs/glossary.md)'],
  ['forgetCounts()', '"forgetCounts": say purge, discard (docs/glossary.md)'],
  ["settle({ kind: 'moot' })", '"\'moot\'": say obsolete (docs/glossary.md)'],
])('a term that the glossary replaced is refused: %s', (code, hint) => {
  expect(missingIn(code, 'lib/env.ts')).toEqual([`lib/env.ts: ${hint}`])
})

test.each([
  "use(devices['Desktop Chrome'])",
  'fields.forgetComment',
  'const relapse = 3',
  'const most = 3',
  "html('<mailto:desk@example.org>')",
])('other words are not: %s', (code) => {
  expect(missingIn(code, 'lib/env.ts')).toEqual([])
})
