/** Internal header by which Next.js's listener recognises the server. */
export const secretHeader = 'x-site-server'
