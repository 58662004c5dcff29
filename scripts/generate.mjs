import { generateIfStale } from './setup/generate-if-stale.mjs'

await generateIfStale()
