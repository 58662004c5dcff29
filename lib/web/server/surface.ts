/** Where a path is served: by this process, at another address, or nowhere that it would tell. */
export type Surface = (path: string) => 'here' | 'nowhere' | { location: string }

/** One process serves everything. */
export const wholeSite: Surface = () => 'here'

/** The process of the public: it has no admin area, whatever the path looks like. */
export const publicSurface: Surface = (path) => (adminPaths.test(decodeURIComponent(path)) ? 'nowhere' : 'here')

/**
 * The process of the staff: the admin area alone. Links from it to public pages lead on to the site, so that the process
 * with the private key answers nothing that the public asks.
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
