import { existsSync, readFileSync } from 'node:fs'

const root = new URL('..', import.meta.url)

/**
 * Every text in one language that the public reads, by its key: the messages, and the first texts of petitions and
 * of the coalition (`seed.petitions.….asks.2`, `seed.coalition.clauses.torture.0`).
 */
export function publicTexts(locale: string): [key: string, text: string][] {
  const petitions = (read('prisma/seed/petitions.json') as Petition[]).map(({ slug, texts }) => {
    const { locale: _, version: __, ...words } = texts.find((text) => text.locale === locale) ?? {}
    return flat(words, `seed.petitions.${slug}.`)
  })
  return [
    ...flat(read(`messages/${locale}.json`)),
    ...petitions.flat(),
    ...flat(readIfThere(`prisma/seed/coalition/text.${locale}.json`), 'seed.coalition.'),
  ]
}

type Petition = { slug: string; texts: { locale?: string; version?: number }[] }

function read(path: string): unknown {
  return JSON.parse(readFileSync(new URL(path, root), 'utf8'))
}

/** A language may be served before it has the first texts: they are then shown in English. */
function readIfThere(path: string): unknown {
  return existsSync(new URL(path, root)) ? read(path) : undefined
}

function flat(tree: unknown, path = ''): [string, string][] {
  return Object.entries(tree ?? {}).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[path + key, value] as [string, string]] : flat(value, `${path}${key}.`),
  )
}
