/** Headers of public figures: any site may read them, and caches keep them for five seconds. */
export const publicCacheHeaders = { 'access-control-allow-origin': '*', 'cache-control': 'public, max-age=5' }
