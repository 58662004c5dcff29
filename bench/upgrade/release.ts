import { existsSync } from 'node:fs'
import { mkdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { root } from '@/scripts/setup/root.mjs'
import { runCommand } from '@/scripts/setup/run-command.mjs'

/**
 * Builds the site as it was at a commit, once, with the packages of then.
 * @returns its folder; null if the commit is not in this copy of the repository
 */
export async function fetchRelease(commit: string): Promise<string | null> {
  const there = await runCommand('git', ['cat-file', '-e', `${commit}^{commit}`], { cwd: root }).then(
    () => true,
    () => false,
  )
  if (!there) return null
  const folder = join(root, '.data', 'upgrade', commit)
  if (!existsSync(join(folder, 'package.json'))) {
    const half = `${folder}.new`
    await rm(half, { recursive: true, force: true })
    await mkdir(half, { recursive: true })
    await runCommand('sh', ['-c', `git archive ${commit} | tar -x -C ${half}`], { cwd: root })
    await rename(half, folder)
  }
  if (!existsSync(join(folder, '.next', 'built-from'))) {
    console.log(`Building the site of ${commit} (some minutes)`)
    await runCommand(process.execPath, ['scripts/build.mjs'], { cwd: folder })
  }
  return folder
}
