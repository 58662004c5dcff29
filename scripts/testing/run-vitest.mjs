import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { dataDir, root } from '../setup/root.mjs'
import { runVisibly } from './run-visibly.mjs'

/**
 * The tests that lie beside the code.
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runVitest() {
  const report = join(dataDir, 'test', 'vitest.json')
  await rm(report, { force: true })
  const program = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const code = await runVisibly([
    program,
    'run',
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  const text = await readFile(report, 'utf8').catch(() => '{}')
  const { numTotalTests = 0, numPassedTests = 0 } = /** @type {{ numTotalTests?: number, numPassedTests?: number }} */ (
    JSON.parse(text)
  )
  // Also a file that could not be loaded, or nothing having run at all, is a failure.
  const failed = numTotalTests - numPassedTests
  return { passed: numPassedTests, failed: failed === 0 && (code !== 0 || numTotalTests === 0) ? 1 : failed }
}
