import { createHash } from 'node:crypto'
import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'

/**
 * Hashes the names and contents of files and folders.
 * @param {string} root
 * @param {string[]} paths files or folders under root; those that do not exist count as empty
 * @param {(path: string) => boolean} [skip]
 * @returns {Promise<string>} SHA-256 in hex
 */
export async function hashFiles(root, paths, skip = () => false) {
  const hash = createHash('sha256')
  for (const path of await listFiles(root, paths, skip)) {
    const content = await readFile(join(root, path))
    hash.update(`${path}\0${content.length}\0`).update(content)
  }
  return hash.digest('hex')
}

/**
 * @param {string} root
 * @param {string[]} paths
 * @param {(path: string) => boolean} [skip]
 * @returns {Promise<string[]>} every file under the paths, in a stable order
 */
export async function listFiles(root, paths, skip = () => false) {
  /** @type {string[]} */
  const found = []
  for (const path of paths.filter((path) => !skip(path)).sort()) {
    const kind = await stat(join(root, path)).catch(() => null)
    if (kind?.isFile()) found.push(path)
    if (!kind?.isDirectory()) continue
    const names = await readdir(join(root, path))
    found.push(
      ...(await listFiles(
        root,
        names.map((name) => `${path}/${name}`),
        skip,
      )),
    )
  }
  return found
}
