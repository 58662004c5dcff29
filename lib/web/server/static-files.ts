import { readdir, readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { type Answer, makeAnswer } from './make-answer'

const types: Record<string, string> = {
  '.css': 'text/css; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.map': 'application/json; charset=utf-8',
  '.txt': 'text/plain; charset=utf-8',
  '.xml': 'application/xml; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.webmanifest': 'application/manifest+json',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.webp': 'image/webp',
  '.avif': 'image/avif',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.pdf': 'application/pdf',
}
/** Scripts that other sites load, with their hash: for that a browser asks to be allowed to read them. */
const forOtherSites = /[\\/]embed-\d+\.js$/
const compressible = new Set(['.css', '.js', '.json', '.map', '.txt', '.xml', '.svg', '.webmanifest'])

export interface StaticFiles {
  /** The file at this path; undefined if the build has none. */
  get(path: string): Promise<Answer> | undefined
}

/**
 * Lists the files of `public/` and of Next.js's build, once at start: a path that is not in the list never reaches the
 * file system. Each file is read and compressed at its first request, and then stays in memory.
 */
export async function listStaticFiles(root: string, security: string[]): Promise<StaticFiles> {
  const files = new Map<string, { file: string; immutable: boolean }>()
  for (const path of await list(join(root, 'public'))) {
    files.set(`/${path}`, { file: join(root, 'public', path), immutable: false })
  }
  for (const path of await list(join(root, '.next', 'static'))) {
    files.set(`/_next/static/${path}`, { file: join(root, '.next', 'static', path), immutable: true })
  }
  const answers = new Map<string, Promise<Answer>>()

  return {
    get(path) {
      const found = files.get(path)
      if (!found) return undefined
      let answer = answers.get(path)
      if (!answer) {
        answer = read(found.file, found.immutable, security)
        answers.set(path, answer)
        answer.catch(() => answers.delete(path))
      }
      return answer
    },
  }
}

async function list(folder: string): Promise<string[]> {
  const found = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => [])
  return found
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .map((path) => path.split(/[\\/]/).map(encodeURIComponent).join('/'))
}

async function read(file: string, immutable: boolean, security: string[]): Promise<Answer> {
  const extension = extname(file)
  const caching = immutable ? 'public, max-age=31536000, immutable' : 'public, max-age=300'
  const type = types[extension] ?? 'application/octet-stream'
  const headers = ['Content-Type', type, 'Cache-Control', caching, ...security]
  if (forOtherSites.test(file)) headers.push('Access-Control-Allow-Origin', '*')
  const compress = compressible.has(extension)
  return makeAnswer({ status: 200, headers, body: await readFile(file), compress, quality: 11 })
}
