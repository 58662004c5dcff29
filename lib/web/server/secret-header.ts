/** Internal header by which the framework's listener knows the door. */
export const secretHeader = 'x-site-server'
