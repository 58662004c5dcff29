import type { Values } from '@/lib/coalition/admin/change-row'

/** Sources as choices: key and how the source calls itself. */
export function sourceOptions(sources: { key: string; values: Values }[]): [value: string, words: string][] {
  return sources.map(({ key, values: { name, publisher, published } }) => [
    key,
    `${name}. ${publisher}${published ? `, ${published}` : ''}`,
  ])
}
