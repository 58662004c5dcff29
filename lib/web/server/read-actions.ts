import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const manifest = z.object({ node: z.record(z.string(), z.unknown()) })

/**
 * Reads the ids of the build's server actions.
 * @param root the site's folder
 * @throws Error if the build has no list of them, or one in another format
 */
export async function readActions(root: string): Promise<ReadonlySet<string>> {
  const text = await readFile(join(root, '.next', 'server', 'server-reference-manifest.json'), 'utf8')
  return new Set(Object.keys(manifest.parse(JSON.parse(text)).node))
}
