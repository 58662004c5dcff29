/** Says where a path is served: by this process, at another address, or nowhere that it would reveal. */
export type Surface = (path: string) => 'here' | 'nowhere' | { location: string }

/** The surface of a process that serves everything. */
export const wholeSite: Surface = () => 'here'

/** The surface of a public process: it has no admin area, in whatever way the path is written. */
export const publicSurface: Surface = (path) => (adminPaths.test(decodeURIComponent(path)) ? 'nowhere' : 'here')

/**
 * The surface of the staff's process: the admin area alone. Links to public pages are redirected to the site, so that
 * the process with the private key answers no public requests.
 */
export function adminSurface(siteUrl: string): Surface {
  return (path) => {
    if (path === '/') return { location: '/admin' }
    if (adminPaths.test(path) || machinePaths.test(path)) return 'here'
    return { location: siteUrl + path }
  }
}

const adminPaths = /^\/+(?:admin|api\/auth)(?:\/|$)/i
const machinePaths = /^\/(?:_next|api\/health|api\/ready)(?:\/|$)/
