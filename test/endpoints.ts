import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { allVerbs } from '@/lib/staff/roles'
import { root } from '@/scripts/setup/root.mjs'

type Callable = ((...given: never[]) => Promise<unknown>) & { verb?: (typeof allVerbs)[number] }

/** A page, route or action that the framework calls. */
export interface Endpoint {
  /** Path below `app`, and the name of the export unless it is the page. */
  name: string
  kind: 'page' | 'action' | 'route'
  method: string
  /** Parameters of its address, such as `id`. */
  params: string[]
  /** Its source, for the names of the fields it reads. */
  source: string
  call: Callable
  verb: Callable['verb']
}

/** Finds every page, action and route below a folder of `app`. */
export async function endpointsBelow(folder: string): Promise<Endpoint[]> {
  const app = join(root, 'app')
  const files = readdirSync(join(app, folder), { recursive: true, encoding: 'utf8' })
  const found: Endpoint[] = []
  for (const file of files.map((one) => join(folder, one)).sort()) {
    const [, kind] = /(?:^|\/)(page|actions|route)\.tsx?$/.exec(file) ?? []
    if (!kind) continue
    const module = (await import(join(app, file))) as Record<string, unknown>
    const source = readFileSync(join(app, file), 'utf8')
    const params = [...file.matchAll(/\[(?:\.\.\.)?(\w+)\]/g)].map(([, name = '']) => name)
    for (const [name, call] of Object.entries(module)) {
      if (typeof call !== 'function' || name.startsWith('generate')) continue
      const endpoint = call as Callable
      const shown = name === 'default' ? file : `${file} ${name}`
      found.push({ name: shown, kind: kindOf(kind), method: name, params, source, call: endpoint, verb: endpoint.verb })
    }
  }
  return found
}

function kindOf(name: string): Endpoint['kind'] {
  return name === 'actions' ? 'action' : name === 'route' ? 'route' : 'page'
}

/** Field names in all forms and form readers below some folders: from attributes, keys and calls that read them. */
export function fieldNamesOf(...folders: string[]): string[] {
  const files = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(root, folder, file)),
  )
  const sources = files
    .filter((file) => /\.tsx?$/.test(file) && !file.includes('.test.'))
    .map((file) => readFileSync(file, 'utf8'))
  const named =
    /\bname(?:: |=|\()['"](\w+)['"]|(?:given|chosen)\('(\w+)'\)|\(form, '(\w+)'|getAll\('(\w+)'|^ {2,4}(\w+): (?:\w+Field|z\.|optional)/gm
  const names = sources.flatMap((source) =>
    [...source.matchAll(named)].flatMap((found) => found.slice(1).filter(Boolean)),
  )
  return [...new Set(names)].sort()
}
