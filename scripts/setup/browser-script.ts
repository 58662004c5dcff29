import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'

/** Scripts of public/ that are made of more than one file, and their sources. */
export const sources = {
  'check.js': 'components/check/receipt-script.ts',
  'passkey.js': 'components/admin/passkey-script.ts',
  'palette.js': 'components/admin/search/palette-script.ts',
  'pick.js': 'components/admin/form/pick-script.ts',
}

/** One of them in one file, not minified, so that anyone can see what the site serves. */
export async function browserScript(name: keyof typeof sources): Promise<string> {
  const { outputFiles } = await build({
    absWorkingDir: fileURLToPath(new URL('../..', import.meta.url)),
    entryPoints: [sources[name]],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    logLevel: 'silent',
  })
  // Their authors' notes of unfinished work stay in it: what is served is the libraries' text, as published.
  const head = `// Made from ${sources[name]} by npx tsx scripts/build-browser-scripts.ts
// Comments of libraries are as published.`
  return `${head}\n${outputFiles[0]?.text ?? ''}`
}
