import { readFile, rm } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { dataDir, root } from '../scripts/setup/root.mjs'
import { runInherited } from './run-inherited.mjs'

/**
 * The parts of vitest's JSON report (Jest's format) that are read here.
 * @typedef {{ numTotalTests?: number, numPassedTests?: number, testResults?: TestFile[] }} Report
 * @typedef {{ name: string, status: string, message: string, assertionResults: Test[] }} TestFile
 * @typedef {{ status: string, fullName: string, failureMessages: string[] }} Test
 */

/**
 * Runs the tests beside the code.
 * @param {string[]} [files] some of them
 * @returns {Promise<import('./run-everything.mjs').Result>}
 */
export async function runVitest(files = []) {
  const report = join(dataDir, 'test', 'vitest.json')
  await rm(report, { force: true })
  const program = join(root, 'node_modules', 'vitest', 'vitest.mjs')
  const code = await runInherited([
    program,
    'run',
    ...files,
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${report}`,
  ])
  const text = await readFile(report, 'utf8').catch(() => '{}')
  const { numTotalTests = 0, numPassedTests = 0, testResults = [] } = /** @type {Report} */ (JSON.parse(text))
  // A file that could not be loaded is a failure, and so is a run without any test.
  const failed = numTotalTests - numPassedTests
  return {
    passed: numPassedTests,
    failed: failed === 0 && (code !== 0 || numTotalTests === 0) ? 1 : failed,
    failures: testResults.flatMap(failuresOf),
  }
}

/** @param {TestFile} file */
function failuresOf({ name, status, message, assertionResults }) {
  const tests = assertionResults.filter((test) => test.status !== 'passed')
  const where = relative(root, name)
  if (tests.length === 0 && status === 'failed') return [`${where}\n${message}`]
  return tests.map(({ fullName, failureMessages }) => `${where} › ${fullName}\n${failureMessages.join('\n')}`)
}
