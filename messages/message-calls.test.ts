import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listSources } from '../scripts/checks/list-sources.mjs'
import { root } from '../scripts/setup/root.mjs'
import { findMessageCalls, type MessageCall } from '../test/message-calls'
import admin from './admin/en.json'
import en from './en.json'
import { slots } from './icu'

type Tree = { [key: string]: string | Tree }
type Call = MessageCall & { path: string }

const flat = (tree: Tree, path = ''): [string, string[]][] =>
  Object.entries(tree).flatMap(([key, value]) =>
    typeof value === 'string'
      ? [[path + key, slots(value).map(({ name }) => name)] as [string, string[]]]
      : flat(value, `${path}${key}.`),
  )

const sources = (await listSources()).filter((path) => /^(app|components|lib)\/.*(?<!\.test)\.tsx?$/.test(path))
const calls = sources.flatMap((path) => findMessageCalls(join(root, path)).map((call): Call => ({ ...call, path })))

const fills = ({ given }: Call, needs: string[]) => given === null || needs.every((name) => given.includes(name))
const matches = (pattern: string, key: string) =>
  new RegExp(`^${pattern.replaceAll('.', '\\.').replaceAll('*', '[\\w-]+(?:\\.[\\w-]+)*')}$`).test(key)

// A placeholder that nobody fills shows the key instead of the message (translator.ts).
test.each([
  ['public', flat(en), calls.flatMap((call) => (call.namespace ? withPart(call, call.namespace) : []))],
  ['admin', flat(admin), calls.filter(({ namespace }) => namespace === null)],
])('each place that says one of the %s words fills its placeholders', (_, words, calls) => {
  const needs = new Map(words)
  const written = calls.flatMap((call) => call.keys.filter((key) => needs.has(key)).map((key) => ({ call, key })))
  expect(written.length).toBeGreaterThan(500)
  const unfilled = written.filter(({ call, key }) => !fills(call, needs.get(key) ?? []))
  expect(unfilled.map(({ call, key }) => `${call.path}:${call.line} ${key}`)).toEqual([])
})

// Which of them the code says there, only the types know; so one that no place fills is wrong at all of them.
test('a message whose key the code computes is filled by a place that can say it', () => {
  const readable = calls.filter(({ keys, given }) => given !== null || !keys.includes('*'))
  const computed = readable.flatMap((call) =>
    call.keys.filter((key) => key.includes('*')).map((key) => ({ call, key })),
  )
  const asked = flat(admin).filter(([key]) => computed.some((one) => /^[^*]/.test(one.key) && matches(one.key, key)))
  expect(asked.length).toBeGreaterThan(300)
  const unfilled = asked.filter(
    ([key, needs]) => !readable.some((call) => call.keys.some((said) => matches(said, key)) && fills(call, needs)),
  )
  expect(unfilled).toEqual([])
})

function withPart(call: Call, part: string): Call[] {
  return [{ ...call, keys: call.keys.map((key) => `${part}.${key}`) }]
}
