/**
 * For processes that serve pages. glibc keeps what it once allocated in large pieces (compressed pages, mostly), and
 * more with every larger piece; with a fixed bound it gives pieces above it back. Measured with the public process
 * after 66 pages and 3,000 forms: 383 MB instead of 420. The image and the units of `deploy/` set the same.
 */
export const memoryEnv = { MALLOC_MMAP_THRESHOLD_: '131072' }
