import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** The receipt checker in one file, not minified. */
export async function checkScript(): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: fileURLToPath(new URL('../..', import.meta.url)),
    entryPoints: ['components/check/receipt-script.ts'],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'silent',
  })
  return `// Made from components/check/receipt-script.ts by npx tsx scripts/build-check-script.ts\n${outputFiles[0]?.text ?? ''}`
}
