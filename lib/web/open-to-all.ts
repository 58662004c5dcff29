/** Headers of public figures: any site may read them, caches keep them for five seconds. */
export const openToAll = { 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=5' }
