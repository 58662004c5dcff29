/** The script that fits a frame to its content. Pages of others name its hash: a new version gets a new name. */
export const EMBED_SCRIPT = '/embed-1.js'
export const EMBED_SCRIPT_SHA384 = 'sha384-dnK9OUppR+4r0jRcy3WO3dTn2X1cxVWtZnYs7wL04X9i0/iQLkZ+lpTwX0QTFFDP'
