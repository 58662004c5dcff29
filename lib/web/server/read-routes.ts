import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { isLocale } from '@/messages/translator'

interface Manifest {
  staticRoutes: { page: string; regex: string }[]
  dynamicRoutes: { page: string; regex: string }[]
}

/**
 * Reads the routes of the build, so that an invented path costs a lookup and not a rendering.
 * @param root the site's folder
 * @returns a function that says whether the build has a page or route for a path
 * @throws Error if the build has no list, or one in another format
 */
export async function readRoutes(root: string): Promise<(path: string) => boolean> {
  const { staticRoutes, dynamicRoutes } = JSON.parse(
    await readFile(join(root, '.next', 'routes-manifest.json'), 'utf8'),
  ) as Manifest
  const fixed = staticRoutes.filter(({ page }) => !page.startsWith('/_')).map(({ regex }) => new RegExp(regex))
  const local = dynamicRoutes.filter(({ page }) => page.startsWith('/[locale]')).map(({ regex }) => new RegExp(regex))
  const other = dynamicRoutes.filter(({ page }) => !page.startsWith('/[locale]')).map(({ regex }) => new RegExp(regex))
  return (path) => {
    const matches = (route: RegExp) => route.test(path)
    if (isLocale(path.split('/', 2)[1] ?? '') && local.some(matches)) return true
    return fixed.some(matches) || other.some(matches)
  }
}
